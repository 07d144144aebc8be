"""Facts of a document: its number, title, days, issuer, and the documents that it is based on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from register.importing.cleaning import Piece
from register.importing.days import DOTTED, FULL, day_in, in_words

_NUMBER = re.compile(
    r"([\u4e00-\u9fff]{2,14}?)[ ]*[〔\[【（(［][ ]*((?:19|20)[0-9]{2})[ ]*[〕\]】）)］]"
    r"[ ]*第?[ ]*([0-9]{1,5})[ ]*号"
)
_LEAD = re.compile(
    r"^(?:根据|按照|依据|依照|遵照|文号|发文字号|文 ?号|转发|贯彻|落实|"
    r"执行|印发|参照|和|与|及|以|按|对)+"
)
_KINDS = "通报|通知|通告|公告|公示|决定|意见|函|批复|办法|方案"
_TITLE = re.compile(
    rf"^[\u4e00-\u9fff0-9A-Za-z、（）()〔〕《》“”\-— ]{{0,40}}关于.{{2,80}}的(?:{_KINDS})$"
)
_LONGEST = 120
_SHORT_TITLE = re.compile(
    rf"^[^。，,：:；;《》]{{4,60}}(?:{_KINDS}|名单|结果|一览表|情况表|汇总表)$"
)
_BASIS = re.compile(
    r"《([^《》]{2,80})》[ ]*[(（]([^()（）]*?[〔\[【（(［][^号]{4,9}[〕\]】）)］]"
    r"[ ]*第?[0-9]+[ ]*号)[)）]"
)
_PUBLISHED = re.compile(r"(?:发布|公布|发文|成文|印发|信息|更新)?(?:日期|时间)[ ]*[:：]")
_OFFICES = r"[\u4e00-\u9fff()（） ]{4,40}(?:厅|局|委员会|办公厅|办公室|中心|人民政府|部|处)"
_OFFICE = re.compile(rf"^{_OFFICES}$")
_LETTERHEAD = re.compile(rf"^({_OFFICES})[ ]*文[ ]*件$")
_LABEL = re.compile(
    r"(?:发布|发文|公布|制发)(?:单位|机关|机构)[ ]*[:：][ ]*([\u4e00-\u9fff]{4,30"
    r"}?)(?=文[ ]*号|发布|生效|成文|\s|$)"
)


@dataclass
class Facts:
    """What a document says of itself; `taken`: field → the piece that says it."""

    number: str = ""
    number_printed: str = ""
    title: str = ""
    title_printed: str = ""
    decided: date | None = None
    decided_printed: str = ""
    published: date | None = None
    issuer: str = ""
    addressee: str = ""
    basis: list[tuple[str, str]] = field(default_factory=list)
    year: int | None = None
    taken: dict[str, int] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)


def facts_of(pieces: Sequence[Piece], listed: Iterable[int]) -> Facts:
    """Read the facts from the lines that list no station."""
    skipped = set(listed)
    lines = [p for p in pieces if p.at not in skipped and p.text.strip() and p.table < 0]
    lines += [
        p
        for p in pieces
        if p.at not in skipped and p.table >= 0 and len({c for c in p.cells if c}) == 1
    ]
    lines.sort(key=lambda p: p.at)
    facts = Facts()
    for find in (_basis, _number, _title, _decided, _published, _issuer, _addressee, _year):
        find(facts, lines)
    return facts


def _basis(facts: Facts, lines: Sequence[Piece]) -> None:
    for piece in lines:
        for found in _BASIS.finditer(piece.text):
            if (number := number_in(found[2])) and number[0] not in {n for n, _ in facts.basis}:
                facts.basis.append((number[0], found[1].strip()))
                facts.taken.setdefault("依据", piece.at)


def number_in(text: str) -> tuple[str, str] | None:
    """Return a document number as it should be written and as printed, if there is one."""
    if not (found := _NUMBER.search(text)):
        return None
    office = _LEAD.sub("", found[1])
    printed = found[0][found[0].index(office) :] if office else found[0]
    return (f"{office}〔{found[2]}〕{int(found[3])}号", printed) if len(office) > 1 else None


def _number(facts: Facts, lines: Sequence[Piece]) -> None:
    based = {number for number, _title in facts.basis}
    for piece in lines:
        text = piece.text.strip()
        if not (found := number_in(text)) or found[0] in based:
            continue
        rest = text.replace(found[1], "").strip(" ()（）【】:：")
        labelled = re.search(r"文[ ]*号[ ]*[:：]", text)
        alone = not rest or re.fullmatch(r"文[ ]*号|发文字号|.{2,12}文件", rest)
        titled = re.search(rf"的(?:{_KINDS})$", rest) and "根据" not in rest
        if alone or labelled or titled:
            facts.number, facts.number_printed = found
            facts.taken["文号"] = piece.at
            return


def _title(facts: Facts, lines: Sequence[Piece]) -> None:
    for i, piece in enumerate(lines):
        whole, size = piece.text.strip(), 1
        while size < 3 and "关于" in whole and not _ends_as_title(whole) and i + size < len(lines):  # noqa: PLR2004 - a title of three lines
            whole += lines[i + size].text.strip()
            size += 1
        plain = _without_number(whole)
        if (
            len(plain) <= _LONGEST
            and _TITLE.match(plain)
            and not re.match(r"根据|按照|附件|\d+[.、]", plain)
        ):
            facts.title = facts.title_printed = plain.strip()
            facts.taken |= {"标题": piece.at} | {
                f"标题第 {k + 1} 行": lines[i + k].at for k in range(1, size)
            }
            return
    found = [(p, plain) for p in lines if _is_short_title(plain := _without_number(p.text.strip()))]
    lists = sum(p.text.strip().endswith("名单") for p in lines)
    if len({plain for _p, plain in found}) == 1 and (lists < 2 or not found[0][1].endswith("名单")):  # noqa: PLR2004 - one of several
        facts.title = facts.title_printed = found[0][1]
        facts.taken["标题"] = found[0][0].at


def _is_short_title(plain: str) -> bool:
    about = re.search(r"鉴定|年检|评估", plain)
    return bool(
        about
        and _SHORT_TITLE.match(plain)
        and not re.match(r"附件|[一二三四五六七八九十]+、|[(（]|[0-9]{1,2}[.、]", plain)
    )


def _ends_as_title(text: str) -> bool:
    return bool(re.search(rf"的(?:{_KINDS})$", _without_number(text)))


def _without_number(text: str) -> str:
    found = number_in(text)
    return re.sub(
        r"[(（][ ]*[)）]|^[^\u4e00-\u9fff《]+", "", text.replace(found[1], "") if found else text
    ).strip()


def _decided(facts: Facts, lines: Sequence[Piece]) -> None:
    alone = [
        (p, found)
        for p in lines
        if (found := FULL.search(p.text))
        and len(re.sub(r"[ ]|\(.*?\)|（.*?）", "", p.text)) - len(found[0].replace(" ", "")) <= 2  # noqa: PLR2004 - a dot or 。
    ] or [(p, found) for p in lines if (found := FULL.search(p.text)) and _closes(p.text, found)]
    days = {day for p, _found in alone if (day := day_in(p.text))}
    if len(days) > 1:
        said = "、".join(map(in_words, sorted(days)))
        facts.doubts.append(
            f"文中单独成行的日期不止一个（{said}），不知道哪个是成文日期。请用 --decided 写明。"
        )
    elif days:
        piece, found = alone[-1]
        facts.decided, facts.decided_printed = days.pop(), found[0]
        facts.taken["成文日期"] = piece.at


def _closes(text: str, found: re.Match[str]) -> bool:
    """Whether an office and a day make up the line: 某某厅  2011年3月3日, or 成文日期：."""
    before = text[: found.start()].strip()
    is_last = not text[found.end() :].strip(" 。)）印发")
    return is_last and bool(
        _OFFICE.match(before) or re.fullmatch(r"(?:成文|发文)(?:日期|时间)[:：]", before)
    )


def _published(facts: Facts, lines: Sequence[Piece]) -> None:
    for piece in lines:
        text = piece.text.strip()
        label = _PUBLISHED.search(text)
        alone = DOTTED.search(text)
        if label and not re.match("成文|发文", label[0]) and (day := day_in(text[label.end() :])):
            facts.published = day
        elif alone and re.fullmatch(r"[0-9 :.\-/]+", text):
            facts.published = day_in(text)
        if facts.published:
            facts.taken["公布日期"] = piece.at
            return


def _issuer(facts: Facts, lines: Sequence[Piece]) -> None:
    for piece in lines:
        found = _LETTERHEAD.match(piece.text.strip()) or _LABEL.search(piece.text)
        if found:
            facts.issuer, facts.taken["发文机关"] = found[1].replace(" ", ""), piece.at
            return
    at = facts.taken.get("成文日期", -1)
    before = [p for p in lines if p.at < at and p.text.strip()][-1:]
    same = [p for p in lines if p.at == at]
    for piece, text in [(p, p.text.strip()) for p in before] + [
        (p, FULL.sub("", p.text).strip()) for p in same
    ]:
        if _OFFICE.match(text):
            facts.issuer, facts.taken["发文机关"] = text.replace(" ", ""), piece.at
            return
    head = re.match(r"^([\u4e00-\u9fff]{4,30}(?:厅|局|委员会|办公室|中心))关于", facts.title)
    if head:
        facts.issuer, facts.taken["发文机关"] = head[1], facts.taken["标题"]


def _addressee(facts: Facts, lines: Sequence[Piece]) -> None:
    for piece in lines:
        text = piece.text.strip()
        if (
            re.match(r"^(?:各|省|市|本)", text)
            and text.endswith(("：", ":"))
            and len(text) <= _LONGEST
            and re.search("局|厅|所|站|单位|中心|机构|部门", text)
        ):
            facts.addressee, facts.taken["主送"] = text.rstrip(":："), piece.at
            return


def _year(facts: Facts, lines: Sequence[Piece]) -> None:
    for text in (facts.title, *(p.text for p in lines)):
        years = {int(y) for y in re.findall(r"((?:19|20)\d{2})[ ]*年度", text)}
        if len(years) == 1:
            facts.year = years.pop()
            return
    found = re.findall(r"((?:19|20)\d{2})年", facts.title)
    facts.year = int(found[0]) if len(set(found)) == 1 else None


__all__ = ["Facts", "facts_of", "number_in"]
