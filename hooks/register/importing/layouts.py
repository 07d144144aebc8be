"""Layouts of a line that lists stations; each is a small recogniser, and all stand in LAYOUTS.

A recogniser takes a line without its number and returns the stations in it, or nothing where the
line is of another form. It explains the whole line or leaves it alone: what a line says beyond
its layout is never dropped.
"""

import re
from collections.abc import Callable, Sequence

from register.importing.listed import Listed
from register.importing.ordinals import shared
from register.importing.station_names import (
    NAME,
    is_led,
    is_organisation,
    is_station,
    speaks_of_stations,
    without_spaces,
)

_DIGIT = "0-9〇零一二三四五六七八九十"
_NUMBER = re.compile(
    r"^[ ]*(?:[0-9]{1,2}(?:[.．][0-9]{1,2}){1,2}[、.．]?[ ]*(?=[\u4e00-\u9fff])"
    r"|[(（][ ]?(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})[ ]?[)）][、.．]?"
    r"|[0-9]{1,4}[ ]*[、.．:：)）]"
    r"(?![0-9])|[①-⑳㉑-㉟㊱-㊿]"
    r"|[0-9]{1,8}[ ]+(?=[\u4e00-\u9fff])|[0-9]{1,8}(?=[\u4e00-\u9fff]{3}[^年月日]"
    r"*鉴定)|[•●·▪◆■★*\-–—][ ]*(?=[\u4e00-\u9fff]))[ ]*"
)
_GAP = re.compile(r"\t+|[ ]{2,}|(?<=\S)[ ]*[|｜][ ]*(?=\S)|^[ ]*[|｜]|[|｜][ ]*$")
_SPACED = rf"(?:{NAME.replace('[^()（）、', '[^()（）、')})"
_START = re.compile(_SPACED)
_BRACKET = re.compile(
    r"[ ]*[(（【\[〔]([^()（）【】\[\]〔〕]*(?:[(（][^()（）]*[)）][^()（）]*)?)[)）】\]〕]"
)
HOST_WORDS = "承建|依托|承办|主办|举办|所属|设立|建设|承担"
_HOST = re.compile(
    r"^(?:由)?(?P<a>.{2,60}?)(?:负责)?(?:承建|依托|承办|主办|举办)(?:单位)?$"
    rf"|^(?:{HOST_WORDS})[(（]?(?:承建|依托)?[)）]?(?:单位(?:名称)?[ ]*[:：为是]?|"
    rf"[:：])[ ]*(?P<b>.{{2,60}})$"
)
_END = re.compile(r"^[ ]*[;；。.,，、:：]*[ ]*$")
_JOIN = re.compile(r"(?<=[所站)）])[ ]*(?:、|，|,|；|;|和|及|与|以及)[ ]*")
# Where one of these stands behind a name, the line may say how the station fared.
_TELLING = re.compile(
    r"合格|整改|撤|吊销|暂停|注销|优秀|示范|免检|通过|取消|停|不|未|除|更名|并入|原|拟|缓|另|已"
)


def without_number(text: str) -> str:
    """Return a line without the number or dot of its list."""
    return _NUMBER.sub("", text, count=1)


def number_of(text: str) -> int | None:
    """Return the number that a line of a list bears."""
    found = _NUMBER.match(text)
    digits = re.search(r"[0-9]+", found[0]) if found else None
    return int(digits[0]) if digits else None


def host_in(bracket: str) -> str:
    """Return the host that a bracket names, "" where it names none."""
    if not (found := _HOST.match(bracket.strip())):
        return ""
    return without_spaces(found["a"] or found["b"]).strip("“”\"'")


def split_columns(text: str) -> list[str]:
    """Return what stands in a line with gaps between."""
    return [part.strip() for part in _GAP.split(text) if part and part.strip()]


def name_with_brackets(text: str) -> list[Listed]:
    """甘肃省第六国家职业技能鉴定所(中核四零四厂承建)(限期整改)."""
    text = text.strip()
    if not (start := _start(text)):
        return []
    name, at = start
    host, outcome, rest = "", "", ""
    while found := _BRACKET.match(text, at):
        inner, at = found[1].strip(), found.end()
        if not host and (named := host_in(inner) or _plain_host(inner)) and not is_station(named):
            host = named
        elif _TELLING.search(inner) and not outcome:
            outcome = inner
        else:
            rest = f"{rest} {inner}".strip()
    end = _END.match(text[at:])
    return [Listed(name, text[:at], host, outcome, rest)] if end else []


def _start(text: str) -> tuple[str, int] | None:
    """Return the station's name that `text` begins with, and where it ends."""
    found = _START.match(text)
    if not found or is_led(found[0]):
        return None
    raw = found[0]
    parts = re.split(r"(?<=[\u4e00-\u9fff)）])[ ]+", raw)
    for i, part in enumerate(parts[:-1]):
        follows = re.match(r"国家|职业|特有|行业", parts[i + 1])
        if is_organisation(part) and not follows:
            return None
    name = without_spaces(raw)
    return (name, found.end()) if is_station(name) else None


def _plain_host(text: str) -> str:
    is_host = is_organisation(text) and not _TELLING.search(text) and not speaks_of_stations(text)
    return without_spaces(text) if is_host and len(text) <= 40 else ""  # noqa: PLR2004 - longer is a sentence


def joined_names(text: str) -> list[Listed]:
    """A所、B站和C所."""
    parts = [part for part in _JOIN.split(text.strip()) if part and part.strip("。；; ")]
    found = [listed for part in parts for listed in name_with_brackets(part)]
    return found if len(parts) > 1 and len(found) == len(parts) else []


def numbered_names(text: str) -> list[Listed]:
    """A所2、B所3、C所: each with its number, and nothing between."""
    parts = _NEXT_NUMBER.split(text.strip())
    found = [listed for part in parts for listed in name_with_brackets(without_number(part))]
    return found if len(parts) > 1 and len(found) == len(parts) else []


_NEXT_NUMBER = re.compile(
    r"(?<=[所站)）；;，,。、 ])(?=(?:[0-9]{1,3}[ ]*[、.．]|[(（][0-9]{1,3}[)）]|[①-⑳㉑-㉟㊱-㊿])"
    r"[ ]*[\u4e00-\u9fff])"
)


def shared_name(text: str) -> list[Listed]:
    """海西省第一、第二、第五国家职业技能鉴定所."""
    return [Listed(name, text.strip(" 。；;，,")) for name in shared(text) if is_station(name)]


def names_by_place(text: str) -> list[Listed]:
    """青河市2家（A所、B所），白水市1家（C所）."""
    if not _BY_PLACE.fullmatch(text.strip()):
        return []
    parts = [part[1] for part in _PLACE.finditer(text)]
    found = [joined_names(part) or name_with_brackets(part) for part in parts]
    return [listed for some in found for listed in some] if all(found) else []


_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,8}[ ]?(?:[0-9]{1,3}[ ]?[家个所])?[(（]([^()（）]{4,})[)）][，,、；;。 ]*"
)
_BY_PLACE = re.compile(rf"(?:{_PLACE.pattern.replace('([^', '(?:[^')})+")


def spaced_names(text: str) -> list[Listed]:
    """A所 B所 C所, with a single space between."""
    parts = re.split(r"[ ]+(?![(（【\[])", text.strip())
    found = [listed for part in parts for listed in name_with_brackets(without_number(part))]
    return found if len(parts) > 1 and len(found) == len(parts) else []


def several_columns(text: str) -> list[Listed]:
    """A所    B所    C所, each with its own number or none."""
    parts = [without_number(part) for part in split_columns(text)]
    parts = [part for part in parts if not re.fullmatch(r"[0-9]{1,4}", part)]
    found = [listed for part in parts for listed in name_with_brackets(part)]
    return found if len(parts) > 1 and len(found) == len(parts) else []


def name_then_columns(text: str) -> list[Listed]:
    """甘肃省第六国家职业技能鉴定所  中核四零四厂  合格: gaps, or single spaces, between."""
    columns = split_columns(text)
    if len(columns) > 1 and re.fullmatch(r"[0-9]{1,4}[.、]?", columns[0]):
        columns = columns[1:]
    if len(columns) == 1:
        columns = _at_single_spaces(columns[0])
    first = name_with_brackets(without_number(columns[0])) if columns else []
    return _with_columns(first[0], columns[1:]) if first and len(columns) > 1 else []


def _at_single_spaces(text: str) -> list[str]:
    """Split behind the name, and before the last words if a space stands there."""
    text = without_number(text)
    start = _start(text)
    if not start or not re.match(r"[ ]|[(（]", text[start[1] :]):
        return []
    return [text[: start[1]], *text[start[1] :].split()]


def _with_columns(first: Listed, columns: Sequence[str]) -> list[Listed]:
    host, outcome, rest = first.host, first.outcome, first.rest
    for column in columns:
        plain = host_in(column.strip("()（）")) or (_plain_host(column) if not host else "")
        if plain and not host:
            host = plain
        elif not outcome and _TELLING.search(column) and len(column) <= 10:  # noqa: PLR2004 - a word, not a sentence
            outcome = column
        elif _TELLING.search(column) or re.search("[。；;]|鉴定", column):
            return []
        else:
            rest = f"{rest} {column}".strip()
    printed = first.printed if first.host or not host else f"{first.printed}({host}承建)"
    return [first._replace(printed=printed, host=host, outcome=outcome, rest=rest)]


def pairs(text: str) -> list[Listed]:
    """A所 合格 B所 整改: several names, each with its outcome behind it."""
    runs: list[list[str]] = []
    for raw in _PAIRED.split(text.strip(" 。")):
        part = without_number(raw).strip()
        if _start(part):
            runs.append([part])
        elif part and not re.fullmatch(r"[0-9]{1,4}[.、]?", part):
            if not runs:
                return []
            runs[-1].append(part)
    found = [listed for run in runs for listed in _paired(run)]
    return found if len(runs) > 1 and len(found) == len(runs) else []


_PAIRED = re.compile(r"[ \t;；|｜]+")


def _paired(run: Sequence[str]) -> list[Listed]:
    """Read a name and what stands behind it; without an outcome it is no pair."""
    found = name_with_brackets(run[0]) or name_dash_host(run[0])
    if found and run[1:]:
        found = _with_columns(found[0], run[1:])
    return found if found and found[0].outcome else []


def name_dash_host(text: str) -> list[Listed]:
    """甘肃省第六国家职业技能鉴定所——中核四零四厂, or with a colon or comma, or 由…承建."""
    start = _start(text.strip())
    if not start:
        return []
    name, at = start
    tail = text.strip()[at:]
    found = re.fullmatch(r"[ ]*(?:[—–\-]{1,2}|[:：,，])[ ]*([^。；;]{2,60}?)[。；;]?[ ]*", tail)
    if not found:
        return []
    said = found[1].strip()
    if host := host_in(said) or _plain_host(said):
        return [Listed(name, text.strip().rstrip("。；; "), host)]
    if len(said) <= 8 and _TELLING.search(said):  # noqa: PLR2004 - a word, not a sentence
        return [Listed(name, text.strip()[:at], "", said)]
    return []


def host_then_name(text: str) -> list[Listed]:
    """中核四零四厂(甘肃省第六国家职业技能鉴定所)."""
    found = re.fullmatch(r"([^()（）、，。；:：]{2,40})[(（](.+?)[)）][。；;、]?", text.strip())
    if not found or not is_organisation(found[1]) or speaks_of_stations(found[1]):
        return []
    inner = name_with_brackets(found[2])
    return (
        [inner[0]._replace(printed=text.strip().rstrip("。；;、"), host=without_spaces(found[1]))]
        if inner and not inner[0].host
        else []
    )


def name_with_remark(text: str) -> list[Listed]:
    """A name, and behind a gap, bracket or sign something that does not say how it fared."""
    text = text.strip()
    if not (start := _start(text)):
        return []
    name, at = start
    tail = text[at:]
    if (
        not re.match(r"[ \t(（【\[,，:：;；—–\-]", tail)
        or _TELLING.search(tail)
        or speaks_of_stations(tail)
    ):
        return []
    first = _BRACKET.match(text, at)
    host = host_in(first[1]) if first else ""
    end = first.end() if first and host else at
    return [Listed(name, text[:end], host, "", text[end:].strip())] if len(tail) <= 80 else []  # noqa: PLR2004 - longer is a sentence


LAYOUTS: tuple[Callable[[str], list[Listed]], ...] = (
    name_with_brackets,
    numbered_names,
    shared_name,
    names_by_place,
    several_columns,
    joined_names,
    spaced_names,
    pairs,
    name_then_columns,
    name_dash_host,
    host_then_name,
    name_with_remark,
)


def listed_in(text: str) -> list[Listed]:
    """Return the stations that a line lists in one of the layouts."""
    if not speaks_of_stations(text):
        return []
    plain = without_number(text)
    for layout in LAYOUTS:
        if found := layout(plain):
            return found
    return []


__all__ = [
    "HOST_WORDS",
    "LAYOUTS",
    "host_in",
    "listed_in",
    "number_of",
    "split_columns",
    "without_number",
]
