"""Publication: what may no longer be shown leaves the data, before anything is made of them."""

import dataclasses
from datetime import date

from msgspec.structs import replace

from register.reading.dataset import Dataset
from register.records import Notice
from register.records.notice import Act, Decision


def published(data: Dataset, today: date) -> Dataset:
    """Return `data` without the decisions that may not be shown on `today`.

    Their places stay, so that the notice can say that there was something; what followed on them
    goes with them.
    """
    withheld = {
        (entry.stem, station)
        for entry in data.notices
        for part in entry.record.rounds
        for decision in part.decisions
        if not is_public(decision, today)
        for station in decision.stations
    }
    if not withheld:
        return data
    notices = tuple(
        dataclasses.replace(entry, record=_public(entry.stem, entry.record, withheld, today))
        for entry in data.notices
    )
    return dataclasses.replace(data, notices=notices)


def is_public(decision: Decision, today: date) -> bool:
    """Tell whether a decision may be shown on `today`."""
    publication = decision.publication
    if publication is None:
        return True
    if publication.withdrawn and publication.withdrawn <= today:
        return False
    return publication.until is None or today <= publication.until


def _public(id_: str, notice: Notice, withheld: set[tuple[str, str]], today: date) -> Notice:
    parts = [
        replace(part, decisions=tuple(_emptied(d, today) for d in part.decisions))
        for part in notice.rounds
    ]
    acts = [replace(act, stations=_followed(act, withheld)) for act in notice.acts]
    sic = [each for each in notice.sic if (id_, each.at) not in withheld]
    return replace(notice, rounds=tuple(parts), acts=tuple(acts), sic=tuple(sic))


def _followed(act: Act, withheld: set[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(station for station in act.stations if (act.follows, station) not in withheld)


def _emptied(decision: Decision, today: date) -> Decision:
    """Return what may be said of a decision: where it may not be shown, how many there were."""
    if is_public(decision, today):
        return decision
    number = len(decision.stations) + len(decision.unmatched) + decision.unnamed
    return Decision(grade=decision.grade, unnamed=number, publication=decision.publication)
