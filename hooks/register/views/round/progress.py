"""Progress: how everyone lies to a round's scope, and how far each has come with its steps."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from register.assessment.progress import State, Taken, asks, days_of, taken
from register.assessment.scope import Place, place_of, start_of
from register.history import standing_on
from register.records.round import Round
from register.records.scheme import Judged, Scheme, Step
from register.register import Register, StationFile
from register.views.regions import NO_CITY, place_key
from register.views.round.results import counted, results, without_page
from register.views.round.summary import assumed_start
from register.views.rows import Link, in_order, notice_link, station_link
from register.views.wording import Mark, beyond, day, mark, status


class PlaceRow(NamedTuple):
    """How the stations of a region or city lie to the scope."""

    where: str
    on_file: int
    within: int
    exempt: int
    out: int
    ended: int
    unknown: int
    unlisted: int
    """In scope, but in no list; none where no results are on file."""


class StepRow(NamedTuple):
    """How far the stations of one place are with one step; `numbers` as in STATES."""

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
    unlisted: str
    """What those may be that are in scope and in no list."""
    assumed: str
    """The day that is taken for the first, where no document says it."""
    steps: tuple[tuple[str, tuple[StepRow, ...]], ...]
    """By region or city, and all of them together."""
    step_names: tuple[str, ...]
    states: tuple[str, ...]
    behind: Sequence[Behind]
    exempt: tuple[Link, ...]
    exempt_results: str
    asked: tuple[tuple[str, str, tuple[Asked, ...]], ...]


STATES = {
    State.DONE: "已办",
    State.LATE: "迟办",
    State.MISSING: "逾期未收录",
    State.PENDING: "未到期或没写期限",
    State.NOT_ASKED: "不要求或没抽到",
}


class _One(NamedTuple):
    """A station within the scope or outside it, where it is counted, and its steps."""

    file: StationFile
    where: str
    place: Place
    grade: str
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
    places = _places(every, with_results=any(counted(register, round_.id)))
    total = _total(places)
    return ProgressView(
        by="市（州）" if round_.region else "地区",
        places=places,
        total=total,
        unlisted=_unlisted(register, round_, total.unlisted),
        assumed=assumed_start(round_),
        steps=tuple(_by_place(_steps(every), scheme)) if round_.progress else (),
        step_names=tuple(step.name for step in scheme.steps),
        states=tuple(STATES.values()),
        behind=[each for one in every if (each := _behind(one))] if round_.progress else (),
        exempt=tuple(station_link(one.file) for one in every if one.place is Place.EXEMPT),
        exempt_results=_exempt_results(every),
        asked=tuple(_asked(register, round_, scheme, every)),
    )


def _unlisted(register: Register, round_: Round, number: int) -> str:
    """Say what those may be that are in scope and in no list."""
    if not number:
        return ""
    said = "没有列入：在范围内，但有结果的文件没有列出它。不等于不合格，也不等于没有检查。"
    without = without_page(register, round_.id).values()
    hidden = sum(each.unnamed + each.withheld for each in without)
    return f"{said}名单没有公布或者不再公开的有{hidden}个，可能在其中。" if hidden else said


def _exempt_results(every: Sequence[_One]) -> str:
    """Say what the documents made of those that a certification exempts."""
    grades = Counter(one.grade for one in every if one.place is Place.EXEMPT and one.grade)
    said = "，".join(f"{number}个评为{grade}" for grade, number in grades.items())
    return f"其中{said}。" if said else ""


def _total(rows: Sequence[PlaceRow]) -> PlaceRow:
    numbers = [sum(column) for column in zip(*(row[1:] for row in rows), strict=True)]
    return PlaceRow("合计", *(numbers or [0] * len(PlaceRow._fields[1:])))


def _every(
    register: Register, round_: Round, scheme: Scheme, stations: Sequence[StationFile]
) -> Iterator[_One]:
    days, found = days_of(round_), results(register, round_.id)
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
        grade = found[station.id].grade if station.id in found else ""
        yield _One(station, where, place, grade, own)


def _places(every: Sequence[_One], *, with_results: bool) -> tuple[PlaceRow, ...]:
    found: dict[str, list[_One]] = defaultdict(list)
    for one in every:
        found[one.where].append(one)
    return tuple(_place(where, own, with_results=with_results) for where, own in found.items())


def _place(where: str, own: Sequence[_One], *, with_results: bool) -> PlaceRow:
    n = Counter(one.place for one in own)
    order = (Place.IN, Place.EXEMPT, Place.OUT, Place.ENDED, Place.UNKNOWN)
    unlisted = sum(one.place is Place.IN and not one.grade for one in own) if with_results else 0
    return PlaceRow(where, *(len(own), *(n[place] for place in order), unlisted))


_Numbers = Counter[tuple[str, State]]


def _steps(every: Sequence[_One]) -> dict[str, _Numbers]:
    """Count for each place those in scope by step and state."""
    found: dict[str, _Numbers] = defaultdict(Counter)
    for one in every:
        if one.place is Place.IN:
            found[one.where].update((each.step.id, each.state) for each in one.taken)
    return found


def _by_place(
    found: Mapping[str, _Numbers], scheme: Scheme
) -> Iterator[tuple[str, tuple[StepRow, ...]]]:
    total: _Numbers = Counter()
    for where, numbers in found.items():
        total.update(numbers)
        yield where, tuple(_step_row(step, numbers) for step in scheme.steps)
    if len(found) > 1:
        yield "合计", tuple(_step_row(step, total) for step in scheme.steps)


def _step_row(step: Step, numbers: _Numbers) -> StepRow:
    own = tuple(numbers[step.id, state] for state in STATES)
    return StepRow(step.name, sum(own), own)


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
    shown = mark(span)
    return Asked(station_link(station), shown, beyond(shown, status(span)), document)
