"""Publication: what may no longer be shown leaves the data, before anything is made of them."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from register.reading.dataset import Dataset
from register.records import Notice
from register.records.notice import Act, ActKind, Decision, Publication

# They follow on something; without a `follows`, on the newest item before them.
_FOLLOWING = (ActKind.ACCEPT, ActKind.FAIL, ActKind.RESUME, ActKind.HAND_BACK)


class _Item(NamedTuple):
    """An item that may not be shown: whose, of which notice, when made, from when it speaks."""

    subject: str
    notice: str
    decided: date
    day: date


def published(data: Dataset, today: date) -> Dataset:
    """Return `data` without the decisions and acts that may not be shown on `today`.

    Their places stay, so that the notice can say that there was something; what followed on them
    goes with them.
    """
    items = list(_withheld(data, today))
    if not items:
        return data
    notices = tuple(
        dataclasses.replace(entry, record=_public(entry.stem, entry.record, items, today))
        for entry in data.notices
    )
    days = {item.subject: item.day for item in sorted(items, key=lambda item: item.day)}
    return dataclasses.replace(data, notices=notices, withheld=days)


def _withheld(data: Dataset, today: date) -> Iterator[_Item]:
    for entry in data.notices:
        decided = entry.record.decided
        for part in entry.record.rounds:
            for decision in part.decisions:
                if not is_public(decision, today):
                    day = decision.effective or decided
                    for subject in (*decision.stations, *decision.centres):
                        yield _Item(subject, entry.stem, decided, day)
        for act in entry.record.acts:
            if not is_public(act, today):
                for subject in (*act.stations, *act.centres):
                    yield _Item(subject, entry.stem, decided, act.on or decided)


def is_public(item: Decision | Act, today: date) -> bool:
    """Tell whether a decision or an act may be shown on `today`."""
    return _is_open(item.publication, today)


def _is_open(publication: Publication | None, today: date) -> bool:
    if publication is None:
        return True
    if publication.withdrawn and publication.withdrawn <= today:
        return False
    return publication.until is None or today <= publication.until


def _public(id_: str, notice: Notice, items: list[_Item], today: date) -> Notice:
    parts = [
        replace(part, decisions=tuple(_emptied(d, today) for d in part.decisions))
        for part in notice.rounds
    ]
    acts = [_shown(act, notice.decided, items, today) for act in notice.acts]
    hidden = {item.subject for item in items if item.notice == id_}
    sic = [each for each in notice.sic if each.at not in hidden]
    return replace(notice, rounds=tuple(parts), acts=tuple(acts), sic=tuple(sic))


def _emptied(decision: Decision, today: date) -> Decision:
    """Return what may be said of a decision: where it may not be shown, how many there were."""
    if is_public(decision, today):
        return decision
    listed = len(decision.stations) + len(decision.centres)
    number = listed + len(decision.unmatched) + decision.unnamed
    return Decision(grade=decision.grade, unnamed=number, publication=decision.publication)


def _shown(act: Act, decided: date, items: list[_Item], today: date) -> Act:
    """Return what may be said of an act: none of it, or of those only that it may name."""
    if not is_public(act, today):
        return Act(act=act.act, publication=act.publication)
    hidden = {item.subject for item in items if _follows(act, decided, item)}
    return replace(
        act,
        stations=tuple(s for s in act.stations if s not in hidden),
        centres=tuple(c for c in act.centres if c not in hidden),
    )


def _follows(act: Act, decided: date, item: _Item) -> bool:
    """Tell whether the act, of a notice made on `decided`, speaks of the withheld item."""
    if act.follows:
        return act.follows == item.notice
    return act.act in _FOLLOWING and item.decided <= decided
