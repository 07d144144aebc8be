"""Two sets of score sheets side by side: what a paper's sheets and those on file say differently.

Structure, numbers, points and the names of sheets and headings are compared. The words of topics
may have been rewritten, so that other words are told apart; labels always are, and not compared.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from register.records.score_sheet import Heading, Item, ScoreSheet


class Compared(NamedTuple):
    """What a comparison came to."""

    headings: int
    items: int
    """How many of each stand on both sides, whether they agree or not."""
    differences: Sequence[str]
    reworded: Sequence[str]
    """Topics whose words are others, which a person may have meant."""


def compared(found: Sequence[ScoreSheet], filed: Sequence[ScoreSheet]) -> Compared:
    """Compare the sheets of a paper with those on file, each with the one of its name or place."""
    twos = list(_pairs(found, filed))
    both = [
        (ours, theirs)
        for one, other in twos
        for number, ours in _headings(one).items()
        if (theirs := _headings(other).get(number))
    ]
    shared = sum(len(_items(ours).keys() & _items(theirs).keys()) for ours, theirs in both)
    differences = [text for one, other in twos for text in _sheet(one, other)]
    if len(found) != len(filed):
        differences.insert(0, f"评估表的张数：来源 {len(found)}，已录 {len(filed)}")
    reworded = [text for ours, theirs in both for text in _topics(ours, theirs)]
    return Compared(len(both), shared, differences, reworded)


def _pairs(
    found: Sequence[ScoreSheet], filed: Sequence[ScoreSheet]
) -> Iterator[tuple[ScoreSheet, ScoreSheet]]:
    """Sheets of the same name, then those left in their order."""
    left = list(filed)
    unnamed = []
    for sheet in found:
        same = next((other for other in left if other.name == sheet.name), None)
        if same is None:
            unnamed.append(sheet)
        else:
            left.remove(same)
            yield sheet, same
    yield from zip(unnamed, left, strict=False)


def _headings(sheet: ScoreSheet) -> dict[int, Heading]:
    return {heading.number: heading for heading in sheet.headings}


def _items(heading: Heading) -> dict[str, Item]:
    return {item.id: item for item in heading.items}


def _sheet(found: ScoreSheet, filed: ScoreSheet) -> Iterator[str]:
    place = f"“{filed.name}”"
    yield from _differ(place, "表名", found.name, filed.name)
    yield from _differ(place, "满分", found.points, filed.points)
    ours, theirs = _headings(found), _headings(filed)
    numbers = [[one.number for one in sheet.headings] for sheet in (found, filed)]
    yield from _lone(f"{place}大项", *numbers)
    for number in ours:
        if number in theirs:
            yield from _heading(f"{place}大项 {number}", ours[number], theirs[number])


def _heading(place: str, found: Heading, filed: Heading) -> Iterator[str]:
    yield from _differ(place, "名称", found.name, filed.name)
    yield from _differ(place, "分值", found.points, filed.points)
    ours, theirs = _items(found), _items(filed)
    yield from _lone(f"{place} 小项", list(ours), list(theirs))
    for id_, one in ours.items():
        if other := theirs.get(id_):
            where = f"{place} 小项 {id_} "
            yield from _differ(where, "原编号", one.number or "无", other.number or "无")
            yield from _differ(where, "分值", one.points, other.points)
            yield from _differ(where, "包括几行", len(one.covers), len(other.covers))


def _topics(found: Heading, filed: Heading) -> list[str]:
    """Each change of a topic's words once, with the first item that bears it."""
    theirs = _items(filed)
    changes: dict[tuple[str, str], str] = {}
    for id_, one in _items(found).items():
        if (other := theirs.get(id_)) and one.topic != other.topic:
            changes.setdefault((one.topic, other.topic), id_)
    return [
        f"“{filed.name}”小项 {id_}：来源 {printed}，已录 {written}"
        for (printed, written), id_ in changes.items()
    ]


def _lone(place: str, found: Sequence[object], filed: Sequence[object]) -> Iterator[str]:
    """What stands on one side only, and whether what stands on both has the same order."""
    yield from (f"{place} {one}：只在来源里有" for one in found if one not in filed)
    yield from (f"{place} {one}：只在已录办法里有" for one in filed if one not in found)
    if [one for one in found if one in filed] != [one for one in filed if one in found]:
        yield f"{place}：先后或个数不同"


def _differ(place: str, what: str, found: object, filed: object) -> Iterator[str]:
    if found != filed:
        yield f"{place}的{what}：来源 {found}，已录 {filed}"
