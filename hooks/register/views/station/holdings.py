"""Holdings: what a station is called and holds: names, licences, certifications, occupations."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from register.history import Event
from register.records.notice import ActKind
from register.records.station import Licence
from register.register import Register, StationFile
from register.views.rows import Link, notice_link, station_link
from register.views.wording import day


class Held(NamedTuple):
    """A licence or a certification: its name, its days, its document, and what is to be said."""

    name: str
    since: date | None
    to: date | None
    source: Link
    note: str


class Told(NamedTuple):
    """A fact with the day it speaks of and the document that tells it."""

    words: str
    on: date
    source: Link
    station: Link | None = None


def licences(register: Register, station: StationFile) -> Iterator[Held]:
    """Yield the licences; of one that has run out, whether a later one is on file."""
    held = station.record.licences
    for licence in held:
        out = licence.to is not None and licence.to < register.today
        note = _after(licence, held) if out else ""
        source = notice_link(register, licence.source)
        yield Held(licence.number, licence.since, licence.to, source, note)


def _after(licence: Licence, held: tuple[Licence, ...]) -> str:
    ends = licence.to or date.max
    later = any((other.to or date.max) > ends for other in held if other is not licence)
    return "已换发" if later else "有效期已过，没有收录到换发的文件"


def certifications(register: Register, station: StationFile) -> Iterator[Held]:
    """Yield the certifications of a station."""
    for held in station.record.certifications:
        yield Held(held.name, held.since, held.to, notice_link(register, held.source), "")


def _acts(register: Register, station: StationFile, kind: ActKind) -> Iterator[Event]:
    """Yield a station's acts of a kind that are in force."""
    for event in station.events:
        if event.act is kind and event.in_force(register.today):
            yield event


def struck(register: Register, station: StationFile) -> Iterator[Told]:
    """Yield each occupation that a document struck, with the day."""
    for event in _acts(register, station, ActKind.STRIKE):
        source = notice_link(register, event.notice)
        for name in register.act(event).occupations:
            yield Told(name, event.day, source)


def occupations(register: Register, station: StationFile) -> Iterator[str]:
    """Yield the occupations on file that no later document struck."""
    ended = {told.words: told.on for told in struck(register, station)}
    for held in station.record.occupations:
        given = register.notices[held.source].decided if held.source else date.min
        if held.name not in ended or given > ended[held.name]:
            yield held.name


def former_names(register: Register, station: StationFile) -> Iterator[Told]:
    """Yield the names that a document ended, each with its last day.

    A document says only the new name. The one before is the new name of the change before; of the
    first change it is told where the station has one other name on file.
    """
    name = station.record.aliases[0] if len(station.record.aliases) == 1 else ""
    for event in _acts(register, station, ActKind.RENAME):
        if name:
            yield Told(name, event.day - timedelta(days=1), notice_link(register, event.notice))
        name = register.act(event).name or ""


def merged_into(register: Register, station: StationFile) -> Told | None:
    """Tell which station this one went into, where a document says so."""
    for event in _acts(register, station, ActKind.MERGE):
        into = register.act(event).into
        link = station_link(register.stations[into]) if into else None
        return Told(day(event.day), event.day, notice_link(register, event.notice), link)
    return None


def joined(register: Register) -> Mapping[str, tuple[Told, ...]]:
    """Return for each station those that were merged into it; of the whole register at once."""
    found: dict[str, tuple[Told, ...]] = {}
    merging = {
        id_
        for notice in register.notices.values()
        for act in notice.acts
        if act.act is ActKind.MERGE
        for id_ in act.stations
    }
    for id_ in sorted(merging):
        for event in _acts(register, register.stations[id_], ActKind.MERGE):
            into = register.act(event).into
            if into:
                link = station_link(register.stations[id_])
                told = Told(day(event.day), event.day, notice_link(register, event.notice), link)
                found[into] = (*found.get(into, ()), told)
    return found
