"""Round scores: all stations' totals of each sheet of a round, their spread and averages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from register.assessment.points import HeadingSum
from register.records.round import Round
from register.records.score_sheet import ScoreSheet
from register.records.station_sheet import ASSESSOR_TITLES, Assessor
from register.register import Register
from register.views.rows import Link, in_order
from register.views.scores.charts import Chart, Table, Value, chart
from register.views.scores.compared import (
    FILLS,
    Sum,
    by_assessor,
    difference,
    percent,
    sum_of,
    sums,
)

MANY = 40  # above it the chart shows how the totals spread, and not each one
_SHOWN = 500
_STEP = 10
_LONGEST = 26  # what fits over the bars; the table has the whole name


class Scored(NamedTuple):
    """One station's sums of a sheet, by assessor and heading."""

    id: str
    name: str
    sums: dict[Assessor, tuple[HeadingSum, ...]]


class ScoreRow(NamedTuple):
    """One station's totals."""

    station: Link
    cells: tuple[str, ...]
    difference: str


class RoundSheet(NamedTuple):
    """One sheet of a round: everyone's totals, their chart, the headings' averages."""

    id: str
    name: str
    points: int
    pass_mark: int | None
    assessors: tuple[str, ...]
    number: int
    rows: tuple[ScoreRow, ...]
    chart: Chart
    spread: bool
    averages: Table | None


class RoundScores(NamedTuple):
    """All sheets that are on file for a round."""

    sheets: tuple[RoundSheet, ...]


def round_scores(register: Register, round_id: str) -> RoundScores | None:
    """Return the scores of a round, None where no sheet of it is on file."""
    if not register.sheets.get(round_id):
        return None
    round_ = register.rounds[round_id]
    sheets = register.schemes[round_.scheme].sheets
    found = [(sheet, list(_scored(register, round_, sheet))) for sheet in sheets]
    return RoundScores(tuple(_sheet(round_, sheet, all_) for sheet, all_ in found if all_))


def _scored(register: Register, round_: Round, sheet: ScoreSheet) -> Iterator[Scored]:
    records = register.sheets[round_.id]
    for station in in_order(register.stations[id_] for id_ in records):
        for filled in records[station.id].sheets:
            if filled.sheet == sheet.id:
                yield Scored(station.id, station.record.name, sums(sheet, by_assessor(filled)))


def _sheet(round_: Round, sheet: ScoreSheet, scored: Sequence[Scored]) -> RoundSheet:
    used = [by for by in ASSESSOR_TITLES if any(by in each.sums for each in scored)]
    spread = len(scored) > MANY
    draw = _spread if spread else _totals
    return RoundSheet(
        id=sheet.id,
        name=sheet.name,
        points=sheet.points,
        pass_mark=sheet.pass_mark,
        assessors=tuple(ASSESSOR_TITLES[by] for by in used),
        number=len(scored),
        rows=tuple(_row(round_, each, used) for each in scored[:_SHOWN]),
        chart=draw(f"scores-{sheet.id}", sheet, scored, used),
        spread=spread,
        averages=_averages(sheet, scored, used) if len(scored) > 1 else None,
    )


def _row(round_: Round, each: Scored, used: Sequence[Assessor]) -> ScoreRow:
    given = {by: sum_of(found) for by, found in each.sums.items()}
    return ScoreRow(
        station=Link(each.name, f"rounds/{round_.id}/sheets/{each.id}/"),
        cells=tuple(given[by].words if by in given else "没有打分" for by in used),
        difference=difference([(by, _complete(sum_)) for by, sum_ in given.items()]),
    )


def _complete(sum_: Sum) -> int | None:
    return None if sum_.missing else sum_.points


def _keys(used: Sequence[Assessor]) -> list[tuple[str, str]]:
    return [(FILLS[by], ASSESSOR_TITLES[by]) for by in used]


def _totals(id_: str, sheet: ScoreSheet, scored: Sequence[Scored], used: list[Assessor]) -> Chart:
    title = f"《{sheet.name}》各鉴定所总分"
    rows = [(_short(each.name), [_total(each, by, sheet) for by in used]) for each in scored]
    cells = tuple((name, *(value.words for value in values)) for name, values in rows)
    table = Table(title, ("鉴定所（站）", *(ASSESSOR_TITLES[by] for by in used)), cells)
    about = "每个鉴定所的总分占满分的多少，各方一条。各数见表格。"
    return chart(id_, title, about, _keys(used), rows, table)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


def _total(each: Scored, by: Assessor, sheet: ScoreSheet) -> Value:
    if by not in each.sums:
        return Value(FILLS[by], None, "没有打分")
    sum_ = sum_of(each.sums[by])
    return Value(FILLS[by], Fraction(sum_.points, sheet.points or 1), f"{sum_.points}分")


def _spread(id_: str, sheet: ScoreSheet, scored: Sequence[Scored], used: list[Assessor]) -> Chart:
    """Count the complete totals in tens of points; the last ten holds the maximum too."""
    last = max(0, sheet.points - 1) // _STEP
    counts = {by: Counter(_tens(scored, by, last)) for by in used}
    most = max((n for found in counts.values() for n in found.values()), default=0) or 1
    rows = [
        (
            _ten(n, last, sheet.points),
            [Value(FILLS[by], Fraction(counts[by][n], most), f"{counts[by][n]}个") for by in used],
        )
        for n in range(last, -1, -1)
    ]
    title = f"《{sheet.name}》总分的分布"
    cells = tuple((name, *(value.words for value in values)) for name, values in rows)
    table = Table(
        f"{title}（有小项没有分的不计）", ("总分", *(ASSESSOR_TITLES[by] for by in used)), cells
    )
    about = "每十分一段，各有多少个鉴定所，各方一条。各数见表格。"
    return chart(id_, title, about, _keys(used), rows, table)


def _tens(scored: Sequence[Scored], by: Assessor, last: int) -> Iterator[int]:
    for each in scored:
        points = _complete(sum_of(each.sums[by])) if by in each.sums else None
        if points is not None:
            yield min(points // _STEP, last)


def _ten(n: int, last: int, points: int) -> str:
    return f"{n * _STEP}至{points if n == last else n * _STEP + _STEP - 1}分"


def _averages(sheet: ScoreSheet, scored: Sequence[Scored], used: Sequence[Assessor]) -> Table:
    return Table(
        caption=f"《{sheet.name}》各大项的平均分（有小项没有分的不计）",
        head=("大项", "满分", *(ASSESSOR_TITLES[by] for by in used)),
        rows=tuple(
            (
                f"{h.number}. {h.name}",
                f"{h.points}分",
                *(
                    _average([s.sums[by][n] for s in scored if by in s.sums], h.points)
                    for by in used
                ),
            )
            for n, h in enumerate(sheet.headings)
        ),
    )


def _average(found: Sequence[HeadingSum], most: int) -> str:
    whole = [each.points for each in found if not each.missing]
    if len(whole) <= 1:
        return "只有1个，不平均" if whole else "没有"
    mean = Fraction(sum(whole), len(whole))
    share = f"（{percent(mean / most)}）" if most else ""
    return f"{float(mean):.1f}分{share}，{len(whole)}个"
