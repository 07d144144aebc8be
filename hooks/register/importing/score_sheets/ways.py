"""The wording of a score sheet → how an item's points are given: a proposal, to be checked."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from register.records.score_sheet import Level, Way

_GIVEN = re.compile(r"([^,，;；。]*?)\s*(?:各?得|给|可得)\s*(\d{1,3})\s*分")
_NOTHING = re.compile(r"([^,，;；。]*?)\s*(?:不得分|得\s*0\s*分|不给分)")
_EACH = re.compile(r"每(?![次年月期批季])[^,，;；。]{0,20}?(?:扣|减)\s*(\d{1,3})\s*分")
_ONE = re.compile(r"(?:发现|有)?\s*1\s*[个处项次][^,，;；。]{0,16}?(?:扣|减)\s*(\d{1,3})\s*分")
_RANGE = re.compile(r"(?:扣|减)\s*(\d{1,3})\s*[-—–~～至到]\s*(\d{1,3})\s*分")
_AS_SEEN = re.compile(r"(?:视|酌情|根据)[^,，;；。]{0,16}(?:扣|减)分?")
_PARTS = re.compile(r"([^,，;；。]{1,20}?)(?:和|、|及)([^,，;；。]{1,20}?)各得?\s*(\d{1,3})\s*分")
_STEPS = re.compile(r"((?:\d{1,3}\s*分\s*[、,，]\s*)+\d{1,3}\s*分)")
_NUMBER = r"(\d{1,4}(?:\.\d{1,2})?)"
_UNIT = r"\s*(%|％|平方米|人|个|次|天|年|台|间|名)"
_BETWEEN = re.compile(rf"{_NUMBER}{_UNIT}?\s*[-—–~～至到]\s*{_NUMBER}{_UNIT}")
_BELOW = re.compile(rf"(?:低于|少于|不足|不到|小于|未达到){_NUMBER}{_UNIT}")
_ABOVE = re.compile(rf"(?:高于|超过|大于|多于)\s*{_NUMBER}{_UNIT}")
_FROM = re.compile(rf"(?:达到|不低于|不少于){_NUMBER}{_UNIT}|{_NUMBER}{_UNIT}以上")
_UP_TO = re.compile(rf"{_NUMBER}{_UNIT}(?:以内|以下)")
_LEAD = re.compile(r"^.*?(?:现场检查|现场查看|查阅[^,，;；。]*|抽查[^,，;；。]*)[。.]\s*")
_FEWEST = 2


class Proposed(NamedTuple):
    """The fields of an item that tell its way."""

    way: Way
    deduct: int | None = None
    deduct_to: int | None = None
    levels: tuple[Level, ...] = ()
    measures: str | None = None
    unit: str | None = None


def way_of(method: str, points: int, topic: str) -> Proposed:
    """Propose the way that a method's wording describes."""
    if each := (_EACH.search(method) or _ONE.search(method)):
        return Proposed(way=Way.PER_DEFECT, deduct=min(int(each[1]), points))
    if found := _RANGE.search(method):
        least, most = sorted((int(found[1]), int(found[2])))
        return Proposed(way=Way.DISCRETION, deduct=min(least, points), deduct_to=min(most, points))
    if _AS_SEEN.search(method):
        return Proposed(way=Way.DISCRETION, deduct=1, deduct_to=points)
    if (found := _PARTS.search(method)) and int(found[3]) * 2 == points:
        parts = (re.split(r"[。.]", found[1])[-1].strip(), found[2].strip())
        return Proposed(way=Way.PARTS, levels=tuple(_level(int(found[3]), part) for part in parts))
    return _by_levels(method, points, topic) or Proposed(way=Way.ALL_OR_NOTHING)


def _by_levels(method: str, points: int, topic: str) -> Proposed | None:
    if found := _STEPS.search(method):
        steps = [int(step) for step in re.findall(r"\d+", found[1])]
        if len(steps) >= _FEWEST and steps[0] == points:
            return Proposed(way=Way.DEGREES, levels=tuple(_level(step, "") for step in (*steps, 0)))
    given = list(_degrees(method))
    if not given or given[0][0] != points or any(step > points for step, _ in given):
        return None
    bands = [_band(step, when) for step, when in given]
    if len(given) >= _FEWEST and all(bands):
        units = {unit for _, unit in filter(None, bands)}
        if len(units) == 1:
            levels = list(_parted([level for level, _ in filter(None, bands)]))
            return Proposed(way=Way.BANDS, levels=tuple(levels), measures=topic, unit=units.pop())
    if sum(step > 0 for step, _ in given) >= _FEWEST:
        return Proposed(way=Way.DEGREES, levels=tuple(_level(step, when) for step, when in given))
    return None


def _parted(levels: Sequence[Level]) -> Iterator[Level]:
    """End a level that is open above where the one before it begins: 达到 100%, 60% 以上."""
    before: float | None = None
    for level in levels:
        is_open = level.least is not None and level.most is None
        below = before if is_open and before is not None and before > (level.least or 0) else None
        yield level if below is None else Level(points=level.points, least=level.least, below=below)
        before = level.least


def _degrees(method: str) -> Iterator[tuple[int, str]]:
    """Yield the points that a method names and when they are given, nothing last."""
    plain = _LEAD.sub("", method)
    for found in _GIVEN.finditer(plain):
        yield int(found[2]), _when(found[1])
    if nothing := _NOTHING.search(plain):
        yield 0, _when(nothing[1])


def _when(text: str) -> str:
    return text.strip(" 的,，;；。.")


def _level(points: int, when: str) -> Level:
    return Level(points=points, when=when[:2000] or None)


def _band(points: int, when: str) -> tuple[Level, str] | None:
    """A level between numbers, and their unit."""
    if found := _BETWEEN.search(when):
        return Level(points=points, least=float(found[1]), most=float(found[3])), _unit(found[4])
    if found := _BELOW.search(when):
        return Level(points=points, below=float(found[1])), _unit(found[2])
    if found := _ABOVE.search(when):
        return Level(points=points, above=float(found[1])), _unit(found[2])
    if found := _UP_TO.search(when):
        return Level(points=points, most=float(found[1])), _unit(found[2])
    if found := _FROM.search(when):
        number, unit = found[1] or found[3], found[2] or found[4]
        return Level(points=points, least=float(number)), _unit(unit)
    return (Level(points=points, least=100.0), "%") if when.startswith("全部") else None


def _unit(text: str) -> str:
    return "%" if text == "％" else text
