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
    which another document has withdrawn it; `holds_to`: the last day of which it speaks;
    `due`: the last day of a rectification or suspension. `steps` leads to it in the notice.
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
        for event in _of_notice(data, entry.stem, entry.record, ends.get(entry.stem)):
            found[event.station].append(event)
    return {station: tuple(sorted(events, key=_order)) for station, events in found.items()}


def _order(event: Event) -> tuple[date, date, str, bool]:
    return (event.day, event.known, event.notice, event.act is not None)


def _ends(data: Dataset) -> dict[str, date]:
    """Return the day from which each withdrawn or replaced notice no longer holds."""
    ends: dict[str, date] = {}
    for entry in data.notices:
        for amends in entry.record.amends:
            if amends.how is not AmendKind.CORRECTS:
                day = entry.record.decided
                ends[amends.notice] = min(day, ends.get(amends.notice, day))
    return ends


def _of_notice(data: Dataset, id_: str, notice: Notice, ends: date | None) -> Iterator[Event]:
    for i, part in enumerate(notice.rounds):
        round_ = data.round.get(part.round)
        scheme = data.scheme.get(round_.record.scheme) if round_ else None
        if round_ is None or scheme is None:
            continue
        for j, decision in enumerate(part.decisions):
            steps = ("rounds", i, "decisions", j, "stations")
            yield from _of_decision(
                id_, notice, round_.record, scheme.record, decision, steps, ends
            )
    for i, act in enumerate(notice.acts):
        yield from _of_act(id_, notice, act, ("acts", i, "stations"), ends)


def _of_decision(
    id_: str,
    notice: Notice,
    round_: Round,
    scheme: Scheme,
    decision: Decision,
    steps: tuple[str | int, ...],
    ends: date | None,
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
            ends=ends,
        )


def _of_act(
    id_: str, notice: Notice, act: Act, steps: tuple[str | int, ...], ends: date | None
) -> Iterator[Event]:
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
            year=day.year if standing is Standing.QUALIFIED else None,
            holds_to=last_day(day, 1) if standing is Standing.QUALIFIED else None,
            due=act.until,
            ends=ends,
        )


def last_day(start: date, years: int) -> date:
    """Return the last of `years` years that begin on `start`."""
    try:
        return start.replace(year=start.year + years) - timedelta(days=1)
    except ValueError:  # 29 February
        return date(start.year + years, 2, 28)
