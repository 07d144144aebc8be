"""Events: what each document did to each station, in order of time."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from register.reading.dataset import Dataset
from register.records.notice import ACT_TITLES, Act, ActKind, AmendKind, Decision, Notice
from register.records.round import Round
from register.records.scheme import Scheme
from register.records.standing import LASTING, Standing


class Event(msgspec.Struct, frozen=True):
    """One decision or act of one document on one station.

    `day`: from when it holds; `known`: from when the register knows it; `ends`: the day from
    which another document has withdrawn it, as is known from `ends_known`; `holds_to`: the last
    day of which it speaks; `due`: the last day of a rectification or suspension. `steps` leads
    to it in the notice. An act has no year: it is no round's grade.
    """

    station: str
    day: date
    known: date
    notice: str
    steps: tuple[str | int, ...]
    grade: str
    standing: Standing | None
    act: ActKind | None = None
    round: str = ""
    year: int | None = None
    holds_to: date | None = None
    due: date | None = None
    ends: date | None = None
    ends_known: date | None = None


ACT_STANDINGS = {
    ActKind.ACCEPT: Standing.QUALIFIED,
    ActKind.FAIL: Standing.RECTIFYING,
    ActKind.SUSPEND: Standing.SUSPENDED,
    ActKind.DEREGISTER: Standing.DEREGISTERED,
    ActKind.REVOKE: Standing.REVOKED,
}
# Acts after which an earlier standing no longer speaks, or speaks again.
TURNING = (*ACT_STANDINGS, ActKind.RESUME, ActKind.RELICENSE)


def events_of(data: Dataset) -> dict[str, tuple[Event, ...]]:
    """Return each station's events, oldest first."""
    found: dict[str, list[Event]] = defaultdict(list)
    ends = _ends(data)
    for entry in data.notices:
        for event in _ended(_of_notice(data, entry.stem, entry.record), ends.get(entry.stem)):
            found[event.station].append(event)
    return {station: tuple(sorted(events, key=_order)) for station, events in found.items()}


def _order(event: Event) -> tuple[date, date, str, bool, int]:
    return (event.day, event.known, event.notice, event.act is not None, event.year or 0)


def _ends(data: Dataset) -> dict[str, tuple[date, date]]:
    """Return for each withdrawn or replaced notice the day it no longer holds, and when known."""
    ends: dict[str, tuple[date, date]] = {}
    for entry in data.notices:
        for amends in entry.record.amends:
            if amends.how is not AmendKind.CORRECTS:
                end = (entry.record.decided, entry.record.known_from)
                ends[amends.notice] = min(end, ends.get(amends.notice, end))
    return ends


def _ended(events: Iterator[Event], end: tuple[date, date] | None) -> Iterator[Event]:
    """Note in the events of a withdrawn notice from when they no longer hold."""
    if end is None:
        return events
    return (msgspec.structs.replace(event, ends=end[0], ends_known=end[1]) for event in events)


def _of_notice(data: Dataset, id_: str, notice: Notice) -> Iterator[Event]:
    for i, part in enumerate(notice.rounds):
        round_ = data.round.get(part.round)
        scheme = data.scheme.get(round_.record.scheme) if round_ else None
        if round_ is None or scheme is None:
            continue
        for j, decision in enumerate(part.decisions):
            steps = ("rounds", i, "decisions", j, "stations")
            yield from _of_decision(id_, notice, round_.record, scheme.record, decision, steps)
    for i, act in enumerate(notice.acts):
        yield from _of_act(id_, notice, act, ("acts", i, "stations"))


def _of_decision(
    id_: str,
    notice: Notice,
    round_: Round,
    scheme: Scheme,
    decision: Decision,
    steps: tuple[str | int, ...],
) -> Iterator[Event]:
    standing = next((g.standing for g in scheme.grades if g.grade == decision.grade), None)
    day = decision.effective or notice.decided
    due = decision.rectify.due if decision.rectify else None
    years = scheme.holds_for.years if scheme.holds_for else 1
    lasting = standing in LASTING or standing is Standing.RECTIFYING
    for station in decision.stations:
        yield Event(
            station=station,
            day=day,
            known=notice.known_from,
            notice=id_,
            steps=(*steps, station),
            grade=decision.grade,
            standing=standing,
            round=round_.id,
            year=round_.year,
            holds_to=None if lasting else last_day(day, years),
            due=due,
        )


def _of_act(id_: str, notice: Notice, act: Act, steps: tuple[str | int, ...]) -> Iterator[Event]:
    day = act.on or notice.decided
    standing = ACT_STANDINGS.get(act.act)
    for k, station in enumerate(act.stations):
        yield Event(
            station=station,
            day=day,
            known=notice.known_from,
            notice=id_,
            steps=(*steps, k),
            grade=ACT_TITLES[act.act],
            standing=standing,
            act=act.act,
            holds_to=last_day(day, 1) if standing is Standing.QUALIFIED else None,
            due=act.until,
        )


def last_day(start: date, years: int) -> date:
    """Return the last of `years` years that begin on `start`."""
    try:
        return start.replace(year=start.year + years) - timedelta(days=1)
    except ValueError:  # 29 February
        return date(start.year + years, 2, 28)
