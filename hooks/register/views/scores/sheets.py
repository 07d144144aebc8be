"""Sheets: a station's filled score sheets of a round, and their charts."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from register.records.round import Round
from register.records.score_sheet import ScoreSheet
from register.records.station_sheet import ASSESSOR_TITLES, FilledSheet, Score, StationSheet
from register.register import Register
from register.views.rows import Link, notice_link, round_link, scheme_link, station_link
from register.views.scores.charts import Chart
from register.views.scores.compared import (
    ItemLine,
    Scores,
    Sum,
    by_assessor,
    heading_chart,
    item_lines,
    sum_of,
    sums,
)
from register.views.scores.of_round import RoundScores, round_scores


class StationChart(NamedTuple):
    """One sheet of one round, in short: its chart, and where the whole of it stands."""

    round: Link
    sheet: str
    chart: Chart
    full: Link


class Assessed(NamedTuple):
    """One assessor's score as a whole."""

    by: str
    on: date
    total: str
    printed: str
    verdict: str
    source: Link | None
    remarks: str


class HeadingPart(NamedTuple):
    """The items of one heading."""

    title: str
    items: tuple[ItemLine, ...]


class SheetPart(NamedTuple):
    """One filled sheet."""

    id: str
    name: str
    points: int
    pass_mark: int | None
    assessors: tuple[str, ...]
    assessed: tuple[Assessed, ...]
    chart: Chart
    headings: tuple[HeadingPart, ...]


class SheetView(NamedTuple):
    """All sheets of a station in a round."""

    path: str
    title: str
    station: Link
    round: Link
    scheme: Link
    parts: tuple[SheetPart, ...]

    @property
    def sourced(self) -> bool:
        """Whether any score names a document."""
        return any(each.source for part in self.parts for each in part.assessed)


def station_charts(register: Register, station_id: str) -> tuple[StationChart, ...]:
    """Return a chart of each sheet of a station, those of the newest round first."""
    rounds = sorted(register.rounds.values(), key=lambda r: (-r.year, r.id))
    return tuple(
        _station_chart(register, round_, filled, station_id)
        for round_ in rounds
        for filled in _filled(register, round_.id, station_id)
    )


def _filled(register: Register, round_id: str, station_id: str) -> tuple[FilledSheet, ...]:
    record = register.sheets.get(round_id, {}).get(station_id)
    return record.sheets if record else ()


def path_of(round_id: str, station_id: str) -> str:
    """Return the address of a station's sheets of a round."""
    return f"rounds/{round_id}/sheets/{station_id}/"


def _station_chart(
    register: Register, round_: Round, filled: FilledSheet, station_id: str
) -> StationChart:
    sheet = sheet_of(register, round_, filled)
    path = f"{path_of(round_.id, station_id)}#sheet-{sheet.id}"
    return StationChart(
        round=round_link(round_),
        sheet=sheet.name,
        chart=_chart(round_, sheet, by_assessor(filled)),
        full=Link("查看各小项得分", path),
    )


def sheet_of(register: Register, round_: Round, filled: FilledSheet) -> ScoreSheet:
    """Return the scheme's sheet that was filled."""
    sheets = register.schemes[round_.scheme].sheets
    return next(sheet for sheet in sheets if sheet.id == filled.sheet)


def _chart(round_: Round, sheet: ScoreSheet, scores: Scores) -> Chart:
    title = f"{round_.year}年度《{sheet.name}》各大项得分"
    return heading_chart(f"chart-{round_.id}-{sheet.id}", title, sheet, scores)


def sheet_views(register: Register) -> Iterator[SheetView]:
    """Yield the sheets of every station and round."""
    for round_id, stations in register.sheets.items():
        for station_id, record in stations.items():
            yield sheet_view(register, register.rounds[round_id], station_id, record)


def sheet_view(
    register: Register, round_: Round, station_id: str, record: StationSheet
) -> SheetView:
    """Return what the page of a station's sheets of a round shows."""
    station = station_link(register.stations[station_id])
    return SheetView(
        path=path_of(round_.id, station_id),
        title=f"{station.words}：{round_.year}年度评估表",
        station=station,
        round=round_link(round_),
        scheme=scheme_link(register.schemes[round_.scheme]),
        parts=tuple(_part(register, round_, filled) for filled in record.sheets),
    )


def _part(register: Register, round_: Round, filled: FilledSheet) -> SheetPart:
    sheet, scores = sheet_of(register, round_, filled), by_assessor(filled)
    return SheetPart(
        id=sheet.id,
        name=sheet.name,
        points=sheet.points,
        pass_mark=sheet.pass_mark,
        assessors=tuple(ASSESSOR_TITLES[by] for by in scores),
        assessed=tuple(_assessed(register, sheet, scores)),
        chart=_chart(round_, sheet, scores),
        headings=tuple(
            HeadingPart(f"{h.number}. {h.name}（{h.points}分）", tuple(item_lines(h, scores)))
            for h in sheet.headings
        ),
    )


def _assessed(register: Register, sheet: ScoreSheet, scores: Scores) -> Iterator[Assessed]:
    for by, found in sums(sheet, scores).items():
        score, whole = scores[by], sum_of(found)
        yield Assessed(
            by=ASSESSOR_TITLES[by],
            on=score.on,
            total=whole.words,
            printed=_printed(score, whole),
            verdict=_verdict(sheet.pass_mark, whole),
            source=notice_link(register, score.source) if score.source else None,
            remarks=score.remarks or "",
        )


def _printed(score: Score, whole: Sum) -> str:
    if score.total is None:
        return "表上没有写"
    same = "" if score.total == whole.points else "，与各项之和不一致"
    return f"{score.total}分{same}"


def _verdict(pass_mark: int | None, whole: Sum) -> str:
    """Say whether the pass mark is reached; missing items could still bring a score up to it."""
    if pass_mark is None:
        return ""
    if whole.points >= pass_mark:
        return "达到合格分"
    return "有小项没有分，不能判断是否达到" if whole.missing else "没有达到合格分"


__all__ = [
    "RoundScores",
    "SheetView",
    "StationChart",
    "round_scores",
    "sheet_view",
    "sheet_views",
    "station_charts",
]
