"""A scheme's score sheet in words: headings, items, how points are given, what is left open."""

from typing import NamedTuple

from register.records.score_sheet import Heading, Item, ScoreSheet, Way
from register.views.scheme.ways import allowed_words, open_cases, way


class ItemWords(NamedTuple):
    """An item of a score sheet in words; `way` and `allowed` only where they are not the usual."""

    id: str
    number: str
    topic: str
    label: str
    points: int
    way: str
    open: tuple[str, ...]
    allowed: str
    covers: tuple[str, ...]
    note: str


class HeadingWords(NamedTuple):
    """A heading of a score sheet."""

    name: str
    points: int
    items: tuple[ItemWords, ...]

    @property
    def ways(self) -> bool:
        """Whether any of its items needs a word on how its points are given."""
        return any(item.way or item.open or item.note for item in self.items)


class SheetWords(NamedTuple):
    """A score sheet in words; `usual` is said once of all items that have no other way."""

    id: str
    name: str
    points: int
    number: int
    verdict: str
    usual: str
    headings: tuple[HeadingWords, ...]
    notes: tuple[str, ...]


def sheet_words(sheet: ScoreSheet) -> SheetWords:
    """Put a score sheet into words."""
    mark = sheet.pass_mark
    return SheetWords(
        id=sheet.id,
        name=sheet.name,
        points=sheet.points,
        number=sum(len(heading.items) for heading in sheet.headings),
        verdict=(
            "原文没有合格分数线，本站不按分数下结论。"
            if mark is None
            else f"原文写的合格分是{mark}分。分数不是结论，结论以文件为准。"
        ),
        usual=_USUAL if any(_is_usual(i) for h in sheet.headings for i in h.items) else "",
        headings=tuple(_heading(heading) for heading in sheet.headings),
        notes=tuple(sentence(note) for note in sheet.notes),
    )


_USUAL = "没有另写怎样给分的小项，符合要求得全部分值，否则不得分。"


def _is_usual(item: Item) -> bool:
    return item.way is Way.ALL_OR_NOTHING and not item.unless


def _heading(heading: Heading) -> HeadingWords:
    items = tuple(_item(item) for item in heading.items)
    return HeadingWords(f"{heading.number}. {heading.name}", heading.points, items)


def _item(item: Item) -> ItemWords:
    usual = _is_usual(item)
    return ItemWords(
        id=item.id,
        number=item.number or "",
        topic=item.topic,
        label=item.label,
        points=item.points,
        way="" if usual else way(item),
        open=open_cases(item),
        allowed="" if usual else allowed_words(item),
        covers=item.covers,
        note=sentence(item.note),
    )


def sentence(text: str | None) -> str:
    """End a text with one full stop; nothing where there is none."""
    return f"{text.rstrip('。')}。" if text else ""
