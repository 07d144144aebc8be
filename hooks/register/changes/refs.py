"""Refs: the records of a register by kind and id, and how each is named and found."""

from collections.abc import Iterator
from typing import NamedTuple

from register.changes.values import Ref
from register.records import KINDS
from register.records.fields import Document
from register.register import CentreFile, Register, StationFile
from register.views.rows import (
    Link,
    host_link,
    notice_link,
    round_link,
    scheme_link,
    station_link,
)
from register.views.wording import day


class Filed(NamedTuple):
    """A record, and how it is named."""

    kind: str
    id: str
    record: Document
    ref: Ref

    @property
    def title(self) -> str:
        """The Chinese word for its kind."""
        return KINDS[self.kind].title


def subjects(register: Register) -> dict[str, StationFile | CentreFile]:
    """Return everyone who is judged, by id."""
    return {**register.stations, **register.centres}


def subject_ref(base: Register, head: Register, id_: str) -> Ref:
    """Name a station or a centre as it is named after the change, else before."""
    for register in (head, base):
        if station := register.stations.get(id_):
            return as_ref(station_link(station))
        if centre := register.centres.get(id_):
            return Ref(centre.record.name, f"centres/{id_}/")
    return Ref(id_, "")


def document_ref(base: Register, head: Register, id_: str) -> Ref:
    """Name a document as it is named after the change, else before."""
    register = head if id_ in head.notices else base
    return as_ref(notice_link(register, id_))


def as_ref(link: Link) -> Ref:
    """Take over a link of the site."""
    return Ref(link.words, link.path)


def filed(register: Register) -> dict[tuple[str, str], Filed]:
    """Return every record of the register, by kind and id, in the order of KINDS."""
    return {(f.kind, f.id): f for f in _filed(register)}


def _filed(register: Register) -> Iterator[Filed]:
    yield Filed("site", "site", register.site, Ref(register.site.title, "about/"))
    for id_, station in register.stations.items():
        yield Filed("stations", id_, station.record, as_ref(station_link(station)))
    for id_, host in register.hosts.items():
        yield Filed("hosts", id_, host, as_ref(host_link(register, id_)))
    for id_, centre in register.centres.items():
        yield Filed("centres", id_, centre.record, Ref(centre.record.name, f"centres/{id_}/"))
    for id_, scheme in register.schemes.items():
        yield Filed("schemes", id_, scheme, as_ref(scheme_link(scheme)))
    for id_, round_ in register.rounds.items():
        yield Filed("rounds", id_, round_, as_ref(round_link(round_)))
    yield from _of_rounds(register)
    for id_, notice in register.notices.items():
        yield Filed("notices", id_, notice, as_ref(notice_link(register, id_)))


def _of_rounds(register: Register) -> Iterator[Filed]:
    for round_id, sheets in register.sheets.items():
        round_ = register.rounds[round_id]
        for station, sheet in sheets.items():
            words = f"{register.stations[station].record.name}（{round_.name}）"
            path = f"rounds/{round_id}/sheets/{station}/"
            yield Filed("sheets", f"{round_id}/{station}", sheet, Ref(words, path))
    for round_id, visits in register.visits.items():
        round_ = register.rounds[round_id]
        for id_, visit in visits.items():
            words = f"{round_.name}{day(visit.exam)}督导"
            path = f"rounds/{round_id}/visits/{id_}/"
            yield Filed("visits", f"{round_id}/{id_}", visit, Ref(words, path))
