"""Publication: what may no longer be shown leaves the data, before anything is made of them."""

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from register.history import Event, events_of
from register.reading.dataset import Dataset, Entry
from register.records import Notice
from register.records.notice import Act, ActKind, Decision, Mention, Publication
from register.records.standing import Standing


class _Item(NamedTuple):
    """A decision or an act, by the steps to it, on one station or centre."""

    notice: str
    where: tuple[str | int, ...]
    subject: str


# What an act speaks of: where its document does not say, the newest of these before it.
_SPEAKS_OF = {
    ActKind.ACCEPT: (Standing.RECTIFYING,),
    ActKind.FAIL: (Standing.RECTIFYING,),
    ActKind.RESUME: (Standing.SUSPENDED,),
    ActKind.HAND_BACK: (Standing.REVOKED, Standing.DEREGISTERED),
}


def published(data: Dataset, today: date) -> Dataset:
    """Return `data` without the decisions and acts that may not be shown on `today`.

    Their places stay, so that the notice can say that there was something; what followed on them
    goes with them, and what the same notice says in other words.
    """
    if not any(_has_withheld(entry.record, today) for entry in data.notices):
        return data
    events = events_of(data)
    hidden = frozenset(_hidden(data, events, today))
    days: dict[str, list[date]] = defaultdict(list)
    for subject, every in events.items():
        days[subject] += [e.day for e in every if _item(e) in hidden]
    notices = tuple(_public(data, entry, hidden, today) for entry in data.notices)
    withheld = {subject: tuple(found) for subject, found in days.items() if found}
    return dataclasses.replace(data, notices=notices, withheld=withheld)


def _has_withheld(notice: Notice, today: date) -> bool:
    decisions = [decision for part in notice.rounds for decision in part.decisions]
    items: tuple[Decision | Act, ...] = (*decisions, *notice.acts)
    return not all(is_public(item, today) for item in items)


def is_public(item: Decision | Act, today: date) -> bool:
    """Tell whether a decision or an act may be shown on `today`."""
    return _is_open(item.publication, today)


def _is_open(publication: Publication | None, today: date) -> bool:
    if publication is None:
        return True
    if publication.withdrawn and publication.withdrawn <= today:
        return False
    return publication.until is None or today <= publication.until


def _item(event: Event) -> _Item:
    where = event.steps[:2] if event.act else event.steps[:4]
    return _Item(event.notice, where, event.subject)


def _hidden(data: Dataset, events: Mapping[str, Sequence[Event]], today: date) -> Iterator[_Item]:
    """Yield what may not be shown, and each act that speaks of it."""
    for every in events.values():
        gone: list[Event] = []
        for event in every:
            if not is_public(_source(data, event), today) or _spoken_of(data, event, every) in gone:
                gone.append(event)
                yield _item(event)


def _source(data: Dataset, event: Event) -> Decision | Act:
    notice, steps = data.notice[event.notice].record, event.steps
    if event.act:
        return notice.acts[int(steps[1])]
    return notice.rounds[int(steps[1])].decisions[int(steps[3])]


def _spoken_of(data: Dataset, event: Event, every: Sequence[Event]) -> Event | None:
    """Return the event that an act speaks of."""
    act = _source(data, event)
    if not isinstance(act, Act):
        return None
    kinds = _SPEAKS_OF.get(act.act)
    before = every[: every.index(event)]
    if act.follows:
        before = [e for e in before if e.notice == act.follows]
    elif kinds:
        before = [e for e in before if e.standing in kinds]
    else:
        return None
    return before[-1] if before else None


def _public(
    data: Dataset, entry: Entry[Notice], hidden: Collection[_Item], today: date
) -> Entry[Notice]:
    """Return a notice without what is hidden."""
    notice, own = entry.record, {item for item in hidden if item.notice == entry.stem}
    parts = tuple(
        replace(part, decisions=tuple(_emptied(d, today) for d in part.decisions))
        for part in notice.rounds
    )
    acts = tuple(_shown(act, i, own, today) for i, act in enumerate(notice.acts))
    shown = replace(notice, rounds=parts, acts=acts)
    if own:
        shown = _without_words_of(shown, {item.subject for item in own}, _names(data, notice, own))
    return dataclasses.replace(entry, record=shown)


def _emptied(decision: Decision, today: date) -> Decision:
    """Return what may be said of a decision: where it may not be shown, how many there were."""
    if is_public(decision, today):
        return decision
    listed = len(decision.stations) + len(decision.centres)
    number = listed + len(decision.unmatched) + decision.unnamed
    return Decision(grade=decision.grade, unnamed=number, publication=decision.publication)


def _shown(act: Act, number: int, own: Collection[_Item], today: date) -> Act:
    """Return what may be said of an act: none of it, or of those only that it may name."""
    if not is_public(act, today):
        return Act(act=act.act, publication=act.publication)
    gone = {item.subject for item in own if item.where == ("acts", number)}
    return replace(
        act,
        stations=tuple(s for s in act.stations if s not in gone),
        centres=tuple(c for c in act.centres if c not in gone),
    )


def _names(data: Dataset, notice: Notice, own: Collection[_Item]) -> frozenset[str]:
    """Return the words by which a notice's own texts may name those that are hidden in it."""
    subjects = {item.subject for item in own}
    records = [data.station.get(s) or data.centre.get(s) for s in subjects]
    names = {name for r in records if r for name in (r.record.name, *r.record.aliases)}
    lines = {
        line
        for part in notice.rounds
        for d in part.decisions
        for id_, line in (*d.stations.items(), *d.centres.items())
        if id_ in subjects
    }
    return frozenset(subjects | names | lines)


def _without_words_of(notice: Notice, subjects: set[str], names: frozenset[str]) -> Notice:
    """Return a notice whose remarks, corrections and mentions do not name `subjects` either."""

    def speaks(*texts: str | None) -> bool:
        return any(name in text for text in texts if text for name in names)

    sic = tuple(s for s in notice.sic if not speaks(s.at, s.printed, s.read_as, s.because))
    corrections = tuple(c for c in notice.corrections if not speaks(c.was, c.now, c.because))
    mentions = tuple(m for m in (_others(m, subjects) for m in notice.mentions) if m.stations)
    return replace(notice, sic=sic, corrections=corrections, mentions=mentions)


def _others(mention: Mention, subjects: set[str]) -> Mention:
    return replace(mention, stations=tuple(s for s in mention.stations if s not in subjects))
