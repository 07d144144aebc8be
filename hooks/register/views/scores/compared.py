"""Scores: what each assessor gave, side by side: cells, differences in words, headings, charts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from register.assessment.points import HeadingSum, heading_sums, points_for
from register.records.score_sheet import Heading, Item, ScoreSheet
from register.records.station_sheet import ASSESSOR_TITLES, Assessor, FilledSheet, Score
from register.views.scheme.ways import number
from register.views.scores.charts import Chart, Table, Value, chart

FILLS = {Assessor.SELF: "empty", Assessor.CITY: "hatched", Assessor.PROVINCE: "solid"}
KEYS = tuple((FILLS[by], words) for by, words in ASSESSOR_TITLES.items())
NO_POINTS = "没有分"

Scores = Mapping[Assessor, Score]


class Sum(NamedTuple):
    """What an assessor's points come to, and how many items have none."""

    points: int
    missing: int

    @property
    def words(self) -> str:
        """The sum in words; where items are missing, how many."""
        return f"{self.points}分（{self.missing}项没有分）" if self.missing else f"{self.points}分"


def by_assessor(filled: FilledSheet) -> Scores:
    """Return each assessor's newest score, in the order of the assessors."""
    newest = {score.by: score for score in sorted(filled.scores, key=lambda score: score.on)}
    return {by: newest[by] for by in ASSESSOR_TITLES if by in newest}


def sum_of(sums: Sequence[HeadingSum]) -> Sum:
    """Add up headings."""
    return Sum(sum(s.points for s in sums), sum(len(s.missing) for s in sums))


def sums(sheet: ScoreSheet, scores: Scores) -> dict[Assessor, tuple[HeadingSum, ...]]:
    """Return the headings' sums of each assessor."""
    return {by: heading_sums(sheet, score) for by, score in scores.items()}


def difference(given: Sequence[tuple[Assessor, int | None]]) -> str:
    """Say how each assessor's points differ from those of the one before."""
    known = [(by, points) for by, points in given if points is not None]
    if len(known) < len(given):
        return "有缺，不比较"
    if len(known) <= 1:
        return "只有一方"
    said = [_compared(one, other) for one, other in pairwise(known) if one[1] != other[1]]
    return "；".join(said) or "相同"


def compared(by: Collection[Assessor]) -> tuple[str, ...]:
    """Return the head of the column that compares; one assessor is compared with nobody."""
    return ("比较",) if len(by) > 1 else ()


def _compared(one: tuple[Assessor, int], other: tuple[Assessor, int]) -> str:
    less = one[1] - other[1]
    pair = f"{ASSESSOR_TITLES[other[0]]}比{ASSESSOR_TITLES[one[0]]}"
    return f"{pair}{'少' if less > 0 else '多'}{abs(less)}分"


def heading_chart(id_: str, title: str, sheet: ScoreSheet, scores: Scores) -> Chart:
    """Return the bars of every heading's share of its maximum, with their table."""
    found = sums(sheet, scores)
    rows = [
        (
            f"{h.number}. {h.name}（{h.points}分）",
            [_value(by, found[by][n], h) for by in scores],
        )
        for n, h in enumerate(sheet.headings)
    ]
    keys = [(FILLS[by], ASSESSOR_TITLES[by]) for by in scores]
    about = "每个大项的得分占满分的多少，各方一条。各数见表格。"
    return chart(id_, title, about, keys, rows, heading_table(title, sheet, scores))


def _value(by: Assessor, sum_: HeadingSum, heading: Heading) -> Value:
    share = Fraction(sum_.points, heading.points) if heading.points else None
    if len(sum_.missing) == len(heading.items):
        return Value(FILLS[by], None, NO_POINTS)
    return Value(FILLS[by], share, f"{sum_.points}分，{percent(share)}")


def percent(share: Fraction | None) -> str:
    """Write a share as a whole percentage, halves up."""
    return "—" if share is None else f"{int(share * 100 + Fraction(1, 2))}%"


def heading_table(title: str, sheet: ScoreSheet, scores: Scores) -> Table:
    """Return every heading's points side by side, and the sum of all."""
    found = sums(sheet, scores)
    by_heading = [
        (_name(h), h.points, [found[by][n : n + 1] for by in scores])
        for n, h in enumerate(sheet.headings)
    ]
    whole = ("合计", sheet.points, [found[by] for by in scores])
    return Table(
        caption=f"{title}（分数是各小项相加算出的）",
        head=("大项", "满分", *(ASSESSOR_TITLES[by] for by in scores), *compared(scores)),
        rows=tuple(_line(*row, list(scores)) for row in (*by_heading, whole)),
    )


def _name(heading: Heading) -> str:
    return f"{heading.number}. {heading.name}"


def _line(
    name: str, most: int, parts: Sequence[Sequence[HeadingSum]], by: Sequence[Assessor]
) -> tuple[str, ...]:
    added = [sum_of(part) for part in parts]
    given = [(b, None if s.missing else s.points) for b, s in zip(by, added, strict=True)]
    differs = (difference(given),) if compared(by) else ()
    return (name, f"{most}分", *(s.words for s in added), *differs)


class ItemLine(NamedTuple):
    """One item's points side by side, each with what was measured."""

    number: str
    topic: str
    label: str
    most: str
    cells: tuple[str, ...]
    difference: str


def item_lines(heading: Heading, scores: Scores) -> Iterator[ItemLine]:
    """Yield the items of a heading."""
    for item in heading.items:
        yield ItemLine(
            number=item.number or "",
            topic=item.topic,
            label=item.label,
            most=f"{item.points}分",
            cells=tuple(_cell(item, score) for score in scores.values()),
            difference=difference([(by, s.points.get(item.id)) for by, s in scores.items()]),
        )


def _cell(item: Item, score: Score) -> str:
    points = score.points.get(item.id)
    said = NO_POINTS if points is None else f"{points}分"
    value = score.measured.get(item.id)
    return said if value is None else f"{said}（{_measured(item, value)}）"


def _measured(item: Item, value: float) -> str:
    measured = f"{item.measures or '量得'}{number(value)}{item.unit or ''}"
    points = sorted(points_for(item, value))
    if not points:
        return f"{measured}，不在原文任何一档"
    if len(points) > 1:
        return f"{measured}，原文{'、'.join(map(str, points))}分的档都写到"
    return f"{measured}，在{points[0]}分的档"
