"""The data less the decisions on stations that no document acted on or ended.

The rules on acts can find nothing wrong with those, and they are nearly all.
"""

from collections.abc import Mapping
from dataclasses import replace

import msgspec

from register.reading.dataset import Dataset
from register.records import Notice
from register.records.standing import ENDED, Standing


def touched(data: Dataset, grades: Mapping[str, Mapping[str, Standing]]) -> Dataset:
    """Return `data` with those stations only; `grades`: each round's grades and standings."""
    ids = {id_ for entry in data.notices for act in entry.record.acts for id_ in act.stations} | {
        id_
        for entry in data.notices
        for part in entry.record.rounds
        for decision in part.decisions
        if grades[part.round].get(decision.grade) in ENDED
        for id_ in decision.stations
    }
    notices = tuple(replace(entry, record=_only(entry.record, ids)) for entry in data.notices)
    return replace(data, notices=notices)


def _only(notice: Notice, ids: set[str]) -> Notice:
    parts = tuple(
        msgspec.structs.replace(
            part,
            decisions=tuple(
                msgspec.structs.replace(
                    decision,
                    stations={
                        id_: decision.stations[id_] for id_ in decision.stations if id_ in ids
                    },
                )
                for decision in part.decisions
            ),
        )
        for part in notice.rounds
    )
    return msgspec.structs.replace(notice, rounds=parts)
