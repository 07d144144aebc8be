"""Text: what the eye cannot see or a page would show wrong."""

import re
import unicodedata

from register.problem import Place, Severity, check
from register.rules.case import Case, Findings

# Radicals and private characters come with text copied from a PDF or an old font.
_ODD = re.compile(r"[\u2e80-\u2fdf\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]")
_MARKUP = re.compile(
    r"</?[a-z!][^<>]*>|@@|&(?:[a-zA-Z]{2,8}|#\d+|#x[0-9a-fA-F]+);|\]\((?:https?:|/|\.)|\*\*[^*\s][^*\n]*\*\*|__[^_\s]+__",
    re.IGNORECASE,
)
_HTTP = re.compile(r"http://\S*")


@check("title: ⼈社厅通知（⼈ 是部首字符，不是“人”字）")
def odd_character(case: Case) -> Findings:
    """不用部首字符、自造字和乱码字符：看起来一样，却查不到。

    重新输入这个字；字库里没有的字，用文字说明。
    """
    for text in case.texts:
        for place, match in text.finditer(_ODD):
            found = f"U+{ord(match[0]):04X}"
            meant = unicodedata.normalize("NFKC", match[0])
            hint = f"，应是“{meant}”" if meant != match[0] else ""
            yield (
                place,
                f"字符 {found} 是部首、自造或乱码字符{hint}；只允许通用字符。请重新输入这个字。",
            )


@check("name: café（é 写成了 e 和一个单独的重音符）")
def not_nfc(case: Case) -> Findings:
    """文字用 Unicode 的标准合成形式（NFC）。

    重新输入这个字。
    """
    for text in case.texts:
        if not unicodedata.is_normalized("NFC", text.text):
            place, found, meant = _first_unnormalized(text.entry.path, text.text)
            yield (
                place,
                f"“{found}”不是标准合成形式（NFC）；应写成“{meant}”。请重新输入，后面的同样处理。",
            )


def _first_unnormalized(path: str, text: str) -> tuple[Place, str, str]:
    """Return the place of the first character and its marks that are not normal, and both forms."""
    for match in re.finditer(r".[\u0300-\u036f\u3099\u309a\u1100-\u11ff]*", text, re.DOTALL):
        normal = unicodedata.normalize("NFC", match[0])
        if normal != match[0]:
            return Place.in_text(path, text, match.start()), match[0], normal
    return Place(path), text[:10], unicodedata.normalize("NFC", text[:10])


@check("grounds: <b>没有开展工作</b>&nbsp;")
def markup(case: Case) -> Findings:
    """值里只写文字，不写网页或 Markdown 的记号。

    删去记号，只留文字。
    """
    for text in case.texts:
        for place, match in text.finditer(_MARKUP):
            yield (
                place,
                f"这里有网页或 Markdown 的记号 {match[0]}；只允许文字。请删去记号，只留文字。",
            )


@check("url: http://www.example.gov.cn/", Severity.HINT)
def link_not_https(case: Case) -> Findings:
    """网址用 https。

    改成 https；对方网站确实只有 http 的，用 accept 说明。
    """
    for text in case.texts:
        for place, match in text.finditer(_HTTP) if "http://" in text.text else ():
            yield (
                place,
                (
                    f"网址 {match[0]} 用的是 http；应用 https。"
                    "请改成 https；对方网站确实只有 http 的，用 accept 说明。"
                ),
            )


TEXT = (odd_character, not_nfc, markup, link_not_https)
