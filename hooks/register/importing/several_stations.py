"""Layouts of a line that lists several stations.

A recogniser takes a line without its number and returns its stations, or nothing where the line is
of another form. It explains the whole line or leaves it alone.
"""

import re
from collections.abc import Sequence

from register.importing.item_numbers import without_number
from register.importing.listed import Listed
from register.importing.one_station import (
    name_dash_host,
    name_with_brackets,
    split_columns,
    station_at,
    with_columns,
)
from register.importing.ordinals import shared
from register.importing.station_names import is_station

_JOIN = re.compile(r"(?<=[所站)）])[ ]*(?:、|，|,|；|;|和|及|与|以及)[ ]*")
_NEXT_NUMBER = re.compile(
    r"(?<=[所站)）；;，,。、 ])(?=(?:[0-9]{1,3}[ ]*[、.．]|[(（][0-9]{1,3}[)）]"
    r"|[①-⑳㉑-㉟㊱-㊿⑴-⒛㈠-㈩])"
    r"[ ]*[\u4e00-\u9fff])"
)
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,8}[ ]?(?:[0-9]{1,3}[ ]?[家个所])?[(（]([^()（）]{4,})[)）][，,、；;。 ]*"
)
_BY_PLACE = re.compile(rf"(?:{_PLACE.pattern.replace('([^', '(?:[^')})+")
_PAIRED = re.compile(r"[ \t;；|｜]+")


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


def pairs(text: str) -> list[Listed]:
    """A所 合格 B所 整改: several names, each with its outcome behind it."""
    runs: list[list[str]] = []
    for raw in _PAIRED.split(text.strip(" 。")):
        part = without_number(raw).strip()
        if station_at(part):
            runs.append([part])
        elif part and not re.fullmatch(r"[0-9]{1,4}[.、]?", part):
            if not runs:
                return []
            runs[-1].append(part)
    found = [listed for run in runs for listed in _paired(run)]
    return found if len(runs) > 1 and len(found) == len(runs) else []


def _paired(run: Sequence[str]) -> list[Listed]:
    """Read a name and what stands behind it; without an outcome it is no pair."""
    found = name_with_brackets(run[0]) or name_dash_host(run[0])
    if found and run[1:]:
        found = with_columns(found[0], run[1:])
    return found if found and found[0].outcome else []


__all__ = [
    "joined_names",
    "names_by_place",
    "numbered_names",
    "pairs",
    "several_columns",
    "shared_name",
    "spaced_names",
]
