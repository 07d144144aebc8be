"""Progress: how everyone lies to a round's scope, and how far each has come with its steps."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from register.assessment.progress import State, Taken, asks, days_of, taken
from register.assessment.scope import Place, place_of, start_of
from register.history import standing_on
from register.records.round import Round
from register.records.scheme import Judged, Scheme, Step
from register.register import Register, StationFile
from register.views.regions import NO_CITY, place_key
from register.views.rows import Link, in_order, notice_link, station_link
from register.views.wording import Mark, day, mark, status


class PlaceRow(NamedTuple):
    """How the stations of a region or city lie to the scope."""

    where: str
    on_file: int
    within: int
    exempt: int
    out: int
    ended: int
    unknown: int


class StepRow(NamedTuple):
    """How far the stations of a region or city are with one step; `numbers` as in STATES."""

    where: str
    step: str
    within: int
    numbers: tuple[int, ...]


class Behind(NamedTuple):
    """A station that is late with a step, or of which nothing is on file though its day is over."""

    station: Link
    where: str
    late: tuple[str, ...]
    missing: tuple[str, ...]


class Asked(NamedTuple):
    """A station that a step asks because of its standing when the round began."""

    station: Link
    mark: Mark
    status: str
    document: Link


class ProgressView(NamedTuple):
    """The coverage of one round."""

    by: str
    places: tuple[PlaceRow, ...]
    total: PlaceRow
    steps: tuple[StepRow, ...]
    step_totals: tuple[StepRow, ...]
    step_names: tuple[str, ...]
    states: tuple[str, ...]
    behind: Sequence[Behind]
    exempt: tuple[Link, ...]
    asked: tuple[tuple[str, str, tuple[Asked, ...]], ...]


STATES = {
    State.DONE: "已办",
    State.LATE: "迟办",
    State.MISSING: "过期没有收录",
    State.PENDING: "未到期或没写期限",
    State.NOT_ASKED: "不要求或没抽到",
}


class _One(NamedTuple):
    """A station within the scope or outside it, where it is counted, and its steps."""

    file: StationFile
    where: str
    place: Place
    taken: tuple[Taken, ...]


def progress_view(
    register: Register, round_: Round, stations: Iterable[StationFile]
) -> ProgressView | None:
    """Return the coverage of a round over `stations`, those of its region; none for centres."""
    scheme = register.schemes[round_.scheme]
    if scheme.judges is not Judged.STATIONS:
        return None
    every = sorted(
        _every(register, round_, scheme, in_order(stations)),
        key=lambda one: place_key(one.where) if round_.region else (),
    )
    places, steps = _places(every), _steps(every, scheme) if round_.progress else ()
    return ProgressView(
        by="市（州）" if round_.region else "地区",
        places=places,
        total=_total(places),
        steps=steps,
        step_totals=_step_totals(steps, scheme) if len(places) > 1 else (),
        step_names=tuple(step.name for step in scheme.steps),
        states=tuple(STATES.values()),
        behind=[each for one in every if (each := _behind(one))] if round_.progress else (),
        exempt=tuple(station_link(one.file) for one in every if one.place is Place.EXEMPT),
        asked=tuple(_asked(register, round_, scheme, every)),
    )


def _total(rows: Sequence[PlaceRow]) -> PlaceRow:
    numbers = zip(*((row[1:]) for row in rows), strict=True)
    return PlaceRow("合计", *map(sum, numbers)) if rows else PlaceRow("合计", 0, 0, 0, 0, 0, 0)


def _every(
    register: Register, round_: Round, scheme: Scheme, stations: Sequence[StationFile]
) -> Iterator[_One]:
    days = days_of(round_)
    cities = any(station.record.city for station in stations)
    for station in stations:
        place = place_of(station.record, station.region, round_, scheme, station.spans)
        where = register.region(station.region)
        if round_.region and cities:
            where = station.record.city or NO_CITY
        own: tuple[Taken, ...] = ()
        if round_.progress and place is Place.IN:
            own_days = days.get(station.id, {})
            own = taken(round_, scheme, station.record, station.spans, own_days, register.today)
        yield _One(station, where, place, own)


def _places(every: Sequence[_One]) -> tuple[PlaceRow, ...]:
    found: dict[str, Counter[Place]] = {}
    for one in every:
        found.setdefault(one.where, Counter())[one.place] += 1
    order = (Place.IN, Place.EXEMPT, Place.OUT, Place.ENDED, Place.UNKNOWN)
    return tuple(
        PlaceRow(where, n.total(), *(n[place] for place in order)) for where, n in found.items()
    )


def _steps(every: Sequence[_One], scheme: Scheme) -> tuple[StepRow, ...]:
    found: dict[str, Counter[tuple[str, State]]] = defaultdict(Counter)
    for one in every:
        if one.place is Place.IN:
            found[one.where].update((each.step.id, each.state) for each in one.taken)
    return tuple(
        _step_row(where, step, [numbers[step.id, state] for state in STATES])
        for where, numbers in found.items()
        for step in scheme.steps
    )


def _step_row(where: str, step: Step, numbers: Sequence[int]) -> StepRow:
    return StepRow(where, step.name, sum(numbers), tuple(numbers))


def _step_totals(rows: Sequence[StepRow], scheme: Scheme) -> tuple[StepRow, ...]:
    each = len(scheme.steps)
    return tuple(
        _step_row(
            "合计", step, [sum(c) for c in zip(*(r.numbers for r in rows[n::each]), strict=True)]
        )
        for n, step in enumerate(scheme.steps)
        if rows
    )


def _behind(one: _One) -> Behind | None:
    late = tuple(
        f"{each.step.name}（{_said(each.on, each.due)}）"
        for each in one.taken
        if each.state is State.LATE
    )
    missing = tuple(each.step.name for each in one.taken if each.state is State.MISSING)
    return Behind(station_link(one.file), one.where, late, missing) if late or missing else None


def _said(on: date | None, due: date | None) -> str:
    return f"{day(on)}，期限是{day(due)}" if on and due else ""


def _asked(
    register: Register, round_: Round, scheme: Scheme, every: Sequence[_One]
) -> Iterator[tuple[str, str, tuple[Asked, ...]]]:
    """Yield the steps that ask only some standings, each with the stations that stood so."""
    start = start_of(round_)
    for step in (each for each in scheme.steps if each.standings):
        found = tuple(
            _stood(register, one.file, start)
            for one in every
            if one.place is Place.IN and asks(step, one.file.record, one.file.spans, round_)
        )
        yield step.name, day(start), found


def _stood(register: Register, station: StationFile, start: date) -> Asked:
    span = standing_on(station.spans, start)
    assert span.event is not None
    document = notice_link(register, span.event.notice)
    return Asked(station_link(station), mark(span), status(span), document)
