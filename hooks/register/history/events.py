"""Events: what each document did to each station or centre, in order of time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from register.history.terms import last_day, rectify_due
from register.reading.dataset import Dataset, Entry
from register.records.notice import ACT_TITLES, Act, ActKind, AmendKind, Decision, Notice
from register.records.round import Round
from register.records.scheme import Scheme
from register.records.standing import ENDED, LASTING, Standing

Steps = tuple[str | int, ...]


class Ending(msgspec.Struct, frozen=True):
    """From `day` on a document withdraws or replaces another, unless it is itself `undone`."""

    notice: str
    day: date
    known: date
    undone: "tuple[Ending, ...]" = ()

    def holds(self, day: date) -> bool:
        """Whether the other document is without force on `day`."""
        return self.day <= day and not any(each.holds(day) for each in self.undone)


class Event(msgspec.Struct, frozen=True):
    """One decision or act of one document on one station or centre, the `subject`.

    `day`: from when it holds; `decided` and `known`: when the document was made, and from when
    the register knows it; `holds_to`: the last day of which it speaks; `due`: the last day of a
    rectification or suspension; `endings`: what takes the document's force away. `steps` leads to
    it in the notice. Of acts only an acceptance or its failure has a year and a round: those of
    the decision that it follows.
    """

    subject: str
    day: date
    known: date
    notice: str
    steps: Steps
    grade: str
    standing: Standing | None
    act: ActKind | None = None
    round: str = ""
    year: int | None = None
    holds_to: date | None = None
    due: date | None = None
    endings: tuple[Ending, ...] = ()
    decided: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether its document still has force on `day`."""
        return not any(ending.holds(day) for ending in self.endings)

    @property
    def is_end(self) -> bool:
        """Whether the station is no more for itself after it: revoked, deregistered, merged."""
        return self.standing in ENDED or self.act is ActKind.MERGE

    @property
    def ends(self) -> date | None:
        """The day from which its document has no force, for good."""
        days = [ending.day for ending in self.endings if ending.holds(date.max)]
        return min(days, default=None)


ACT_STANDINGS = {
    ActKind.ACCEPT: Standing.QUALIFIED,
    ActKind.FAIL: Standing.RECTIFYING,
    ActKind.SUSPEND: Standing.SUSPENDED,
    ActKind.DEREGISTER: Standing.DEREGISTERED,
    ActKind.REVOKE: Standing.REVOKED,
}
# Acts after which an earlier standing no longer speaks, or speaks again.
TURNING = (*ACT_STANDINGS, ActKind.RESUME, ActKind.RELICENSE, ActKind.MERGE)
_RESULTS = (ActKind.ACCEPT, ActKind.FAIL)


def events_of(data: Dataset) -> dict[str, tuple[Event, ...]]:
    """Return the events of each station and centre, oldest first."""
    endings, levels = endings_of(data), _levels(data)
    found: dict[str, list[Event]] = defaultdict(list)
    for entry in data.notices:
        for event in _decided(data, entry, endings.get(entry.stem, ())):
            found[event.subject].append(event)
    for entry in data.notices:
        for event in _acted(data, entry, endings.get(entry.stem, ()), found):
            found[event.subject].append(event)
    return {
        subject: tuple(sorted(events, key=lambda event: _order(event, levels)))
        for subject, events in found.items()
    }


def _order(event: Event, levels: Mapping[str, int]) -> tuple[Any, ...]:
    """Sort by day; on one day, documents after those that they follow; in one, as on its paper.

    What an earlier document asked for is accepted, or found wanting, before new decisions.
    """
    place = 0 if event.act in _RESULTS and event.round else 2 if event.act else 1
    level = levels.get(event.notice, 0)
    decided = event.decided or event.day
    return (event.day, decided, event.known, level, event.notice, place, event.steps)


def _levels(data: Dataset) -> dict[str, int]:
    """Return, of documents made on one day, how many stand before each: it follows or amends them.

    Only those are named that stand after another.
    """
    levels: dict[str, int] = {}
    for entry in sorted(data.notices, key=lambda entry: entry.record.decided):
        for id_ in _named(entry.record):
            other = data.notice.get(id_)
            if other and other is not entry and other.record.decided == entry.record.decided:
                levels[entry.stem] = max(levels.get(entry.stem, 0), levels.get(id_, 0) + 1)
    return levels


def _named(notice: Notice) -> Iterator[str]:
    yield from (act.follows for act in notice.acts if act.follows)
    yield from (amends.notice for amends in notice.amends)


def endings_of(data: Dataset) -> dict[str, tuple[Ending, ...]]:
    """Return for each withdrawn or replaced notice what takes its force away."""
    amended: dict[str, list[Entry[Notice]]] = defaultdict(list)
    for entry in data.notices:
        for amends in entry.record.amends:
            if amends.how is not AmendKind.CORRECTS:
                amended[amends.notice].append(entry)
    return {id_: _endings_of(id_, amended, frozenset((id_,))) for id_ in list(amended)}


def _endings_of(
    id_: str, amended: Mapping[str, list[Entry[Notice]]], above: frozenset[str]
) -> tuple[Ending, ...]:
    """Return the endings of one notice; `above` keeps documents that end each other apart."""
    return tuple(
        Ending(
            entry.stem,
            entry.record.decided,
            entry.record.known_from,
            _endings_of(entry.stem, amended, above | {entry.stem}),
        )
        for entry in amended.get(id_, ())
        if entry.stem not in above
    )


def _decided(data: Dataset, entry: Entry[Notice], endings: tuple[Ending, ...]) -> Iterator[Event]:
    for i, part in enumerate(entry.record.rounds):
        round_ = data.round.get(part.round)
        scheme = data.scheme.get(round_.record.scheme) if round_ else None
        if round_ is None or scheme is None:
            continue
        for j, decision in enumerate(part.decisions):
            steps = ("rounds", i, "decisions", j)
            yield from _of_decision(entry, round_.record, scheme.record, decision, steps, endings)


def _of_decision(
    entry: Entry[Notice],
    round_: Round,
    scheme: Scheme,
    decision: Decision,
    steps: Steps,
    endings: tuple[Ending, ...],
) -> Iterator[Event]:
    notice = entry.record
    standing = next((g.standing for g in scheme.grades if g.grade == decision.grade), None)
    day = decision.effective or notice.decided
    with_term = standing is Standing.RECTIFYING or decision.rectify
    due = rectify_due(notice, decision, scheme.rectify) if with_term else None
    lasting = standing in LASTING or standing is Standing.RECTIFYING
    holds_to = None if lasting else last_day(day, years_of(scheme))
    for field, subjects in (("stations", decision.stations), ("centres", decision.centres)):
        for subject in subjects:
            yield Event(
                subject=subject,
                day=day,
                known=notice.known_from,
                notice=entry.stem,
                steps=(*steps, field, subject),
                grade=decision.grade,
                standing=standing,
                round=round_.id,
                year=round_.year,
                holds_to=holds_to,
                due=due,
                endings=endings,
                decided=notice.decided,
            )


def years_of(scheme: Scheme) -> int:
    """Return how many years a scheme's yearly grade speaks for."""
    return scheme.holds_for.years if scheme.holds_for else 1


def _acted(
    data: Dataset,
    entry: Entry[Notice],
    endings: tuple[Ending, ...],
    found: Mapping[str, list[Event]],
) -> Iterator[Event]:
    for i, act in enumerate(entry.record.acts):
        for field, subjects in (("stations", act.stations), ("centres", act.centres)):
            for k, subject in enumerate(subjects):
                followed = _followed(act, found.get(subject, ()), entry)
                event = _of_act(data, entry, act, subject, followed)
                yield msgspec.structs.replace(event, steps=("acts", i, field, k), endings=endings)


def _followed(act: Act, before: Sequence[Event], entry: Entry[Notice]) -> Event | None:
    """Return the decision whose rectification an act accepts, or finds wanting.

    Where the document does not say which, it is the newest of an earlier document.
    """
    notice = entry.record
    if act.act not in _RESULTS:
        return None
    asked = [
        event
        for event in before
        if event.standing is Standing.RECTIFYING
        and event.act is None
        and (event.notice == act.follows if act.follows else event.notice != entry.stem)
        and event.day <= (act.on or notice.decided)
        and event.known <= notice.known_from
    ]
    return max(asked, key=lambda event: (event.day, event.known), default=None)


def _of_act(
    data: Dataset, entry: Entry[Notice], act: Act, subject: str, followed: Event | None
) -> Event:
    notice = entry.record
    day = act.on or notice.decided
    standing = ACT_STANDINGS.get(act.act)
    round_ = data.round[followed.round].record if followed else None
    scheme = data.scheme.get(round_.scheme) if round_ else None
    years = years_of(scheme.record) if scheme else 1
    return Event(
        subject=subject,
        day=day,
        known=notice.known_from,
        notice=entry.stem,
        steps=(),
        grade=ACT_TITLES[act.act],
        standing=standing,
        act=act.act,
        round=round_.id if round_ else "",
        year=round_.year if round_ else None,
        holds_to=last_day(day, years) if standing is Standing.QUALIFIED else None,
        due=act.until,
        decided=notice.decided,
    )
