"""Layouts of a line that lists one station, with its host and how it fared.

A recogniser takes a line without its number and returns its station in a list, or nothing where
the line is of another form. It explains the whole line or leaves it alone.
"""

import re
from collections.abc import Sequence

from register.importing.host_words import TELLING, host_in, plain_host
from register.importing.item_numbers import without_number
from register.importing.listed import Listed
from register.importing.station_names import (
    NAME,
    is_led,
    is_organisation,
    is_station,
    speaks_of_stations,
    without_spaces,
)

_GAP = re.compile(r"\t+|[ ]{2,}|(?<=\S)[ ]*[|｜][ ]*(?=\S)|^[ ]*[|｜]|[|｜][ ]*$")
_SPACED = rf"(?:{NAME.replace('[^()（）、', '[^()（）、')})"
_START = re.compile(_SPACED)
_BRACKET = re.compile(
    r"[ ]*[(（【\[〔]([^()（）【】\[\]〔〕]*(?:[(（][^()（）]*[)）][^()（）]*)?)[)）】\]〕]"
)
_END = re.compile(r"^[ ]*[;；。.,，、:：]*[ ]*$")


def split_columns(text: str) -> list[str]:
    """Return what stands in a line with gaps between."""
    return [part.strip() for part in _GAP.split(text) if part and part.strip()]


def name_with_brackets(text: str) -> list[Listed]:
    """甘肃省第六国家职业技能鉴定所(中核四零四厂承建)(限期整改)."""
    text = text.strip()
    if not (start := station_at(text)):
        return []
    name, at = start
    host, outcome, rest = "", "", ""
    while found := _BRACKET.match(text, at):
        inner, at = found[1].strip(), found.end()
        if not host and (named := host_in(inner) or plain_host(inner)) and not is_station(named):
            host = named
        elif TELLING.search(inner) and not outcome:
            outcome = inner
        else:
            rest = f"{rest} {inner}".strip()
    end = _END.match(text[at:])
    return [Listed(name, text[:at], host, outcome, rest)] if end else []


def station_at(text: str) -> tuple[str, int] | None:
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


def name_then_columns(text: str) -> list[Listed]:
    """甘肃省第六国家职业技能鉴定所  中核四零四厂  合格: gaps, or single spaces, between."""
    columns = split_columns(text)
    if len(columns) > 1 and re.fullmatch(r"[0-9]{1,4}[.、]?", columns[0]):
        columns = columns[1:]
    if len(columns) == 1:
        columns = _at_single_spaces(columns[0])
    first = name_with_brackets(without_number(columns[0])) if columns else []
    return with_columns(first[0], columns[1:]) if first and len(columns) > 1 else []


def _at_single_spaces(text: str) -> list[str]:
    """Split behind the name, and before the last words if a space stands there."""
    text = without_number(text)
    start = station_at(text)
    if not start or not re.match(r"[ ]|[(（]", text[start[1] :]):
        return []
    return [text[: start[1]], *text[start[1] :].split()]


def with_columns(first: Listed, columns: Sequence[str]) -> list[Listed]:
    """Read what stands in the columns behind a name; nothing where one of them is a sentence."""
    host, outcome, rest = first.host, first.outcome, first.rest
    for column in columns:
        plain = host_in(column.strip("()（）")) or (plain_host(column) if not host else "")
        if plain and not host:
            host = plain
        elif not outcome and TELLING.search(column) and len(column) <= 10:  # noqa: PLR2004 - a word, not a sentence
            outcome = column
        elif TELLING.search(column) or re.search("[。；;]|鉴定", column):
            return []
        else:
            rest = f"{rest} {column}".strip()
    printed = first.printed if first.host or not host else f"{first.printed}({host}承建)"
    return [first._replace(printed=printed, host=host, outcome=outcome, rest=rest)]


def name_dash_host(text: str) -> list[Listed]:
    """甘肃省第六国家职业技能鉴定所——中核四零四厂, or with a colon or comma, or 由…承建."""
    start = station_at(text.strip())
    if not start:
        return []
    name, at = start
    tail = text.strip()[at:]
    found = re.fullmatch(r"[ ]*(?:[—–\-]{1,2}|[:：,，])[ ]*([^。；;]{2,60}?)[。；;]?[ ]*", tail)
    if not found:
        return []
    said = found[1].strip()
    if host := host_in(said) or plain_host(said):
        return [Listed(name, text.strip().rstrip("。；; "), host)]
    if len(said) <= 8 and TELLING.search(said):  # noqa: PLR2004 - a word, not a sentence
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
    if not (start := station_at(text)):
        return []
    name, at = start
    tail = text[at:]
    if (
        not re.match(r"[ \t(（【\[,，:：;；—–\-]", tail)
        or TELLING.search(tail)
        or speaks_of_stations(tail)
    ):
        return []
    first = _BRACKET.match(text, at)
    host = host_in(first[1]) if first else ""
    end = first.end() if first and host else at
    return [Listed(name, text[:end], host, "", text[end:].strip())] if len(tail) <= 80 else []  # noqa: PLR2004 - longer is a sentence


__all__ = [
    "host_then_name",
    "name_dash_host",
    "name_then_columns",
    "name_with_brackets",
    "name_with_remark",
    "split_columns",
    "station_at",
    "with_columns",
]
