"""Changes: what became known when: decisions by documents, and corrections of ours, apart."""

from datetime import date
from typing import NamedTuple

from register.records.fields import Correction, Document
from register.register import Register
from register.views.rows import (
    Link,
    host_link,
    notice_link,
    round_link,
    scheme_link,
    station_link,
)


class Change(NamedTuple):
    """A document that came onto file."""

    day: date
    how: str
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
            listed = len(decision.stations) + len(decision.centres)
            number = listed + len(decision.unmatched) + decision.unnamed
            graded[decision.grade] = graded.get(decision.grade, 0) + number
    said = [f"{grade}{number}个" for grade, number in graded.items()]
    if acts := [act for act in notice.acts if act.stations or act.centres]:
        said.append(f"其他处理{len(acts)}项")
    return Change(
        notice.known_from,
        "录入" if notice.recorded else "公布" if notice.published else "成文",
        notice_link(register, id_),
        notice.title,
        "，".join(said),
    )


def _corrections(register: Register) -> list[tuple[Link, Correction]]:
    records: list[tuple[Link, Document]] = [
        *((station_link(station), station.record) for station in register.stations.values()),
        *((host_link(register, id_), host) for id_, host in register.hosts.items()),
        *((notice_link(register, id_), notice) for id_, notice in register.notices.items()),
        *((round_link(round_), round_) for round_ in register.rounds.values()),
        *((scheme_link(scheme), scheme) for scheme in register.schemes.values()),
        (Link(register.site.title, "about/"), register.site),
    ]
    found = [(to, correction) for to, record in records for correction in record.corrections]
    return sorted(found, key=lambda pair: (pair[1].on, pair[0].path), reverse=True)
