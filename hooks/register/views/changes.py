"""Changes: what became known when: decisions by documents, and corrections of ours, apart."""

from datetime import date
from typing import NamedTuple

from register.records.fields import Correction
from register.register import Register
from register.views.rows import Link, notice_link, station_link


class Change(NamedTuple):
    """A document that came onto file."""

    day: date
    recorded: bool
    notice: Link
    title: str
    said: str


class ChangesView(NamedTuple):
    """Both kinds, the newest first."""

    decisions: tuple[Change, ...]
    corrections: tuple[tuple[Link, Correction], ...]


def changes(register: Register) -> ChangesView:
    """Return what the page of changes shows."""
    decisions = [_change(register, id_) for id_ in register.notices]
    return ChangesView(
        tuple(sorted(decisions, key=lambda c: (c.day, c.notice.path), reverse=True)),
        tuple(_corrections(register)),
    )


def _change(register: Register, id_: str) -> Change:
    notice = register.notices[id_]
    graded: dict[str, int] = {}
    for part in notice.rounds:
        for decision in part.decisions:
            number = len(decision.stations) + len(decision.unmatched) + decision.unnamed
            graded[decision.grade] = graded.get(decision.grade, 0) + number
    said = [f"{grade}{number}个" for grade, number in graded.items()]
    if notice.acts:
        said.append(f"其他处理{len(notice.acts)}项")
    return Change(
        notice.known_from,
        notice.recorded is not None,
        notice_link(register, id_),
        notice.title,
        "，".join(said),
    )


def _corrections(register: Register) -> list[tuple[Link, Correction]]:
    found = [(station_link(s), c) for s in register.stations.values() for c in s.record.corrections]
    found += [
        (notice_link(register, id_), c)
        for id_, n in register.notices.items()
        for c in n.corrections
    ]
    return sorted(found, key=lambda pair: (pair[1].on, pair[0].path), reverse=True)
