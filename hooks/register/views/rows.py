"""Rows: a station, a link, a part of a long list, as lists show them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from register.names.pinyin import sort_key
from register.records import Round, Scheme
from register.register import Register, StationFile
from register.views.wording import Mark, beyond, mark, status

T = TypeVar("T")
PAGE_SIZE = 500


class Link(NamedTuple):
    """Words, and the address below the site's root that they lead to."""

    words: str
    path: str


class StationRow(NamedTuple):
    """One station in a list."""

    id: str
    station: Link
    ordinal: int | None
    hosts: tuple[Link, ...]
    mark: Mark
    grade: str
    year: int | None
    status: str
    document: Link | None

    @property
    def more(self) -> str:
        """What the status says beyond the mark."""
        return beyond(self.mark, self.status)


class Part(NamedTuple, Generic[T]):
    """One page of a long list: its rows, its number from 1, and the addresses of all its pages."""

    path: str
    rows: Sequence[T]
    number: int
    pages: Sequence[str]
    total: int


def station_link(station: StationFile) -> Link:
    """Link to a station's page."""
    return Link(station.record.name, f"stations/{station.id}/")


def host_links(register: Register, station: StationFile) -> tuple[Link, ...]:
    """Link to the hosts that run the station now."""
    return tuple(host_link(register, host) for host in current_hosts(station))


def current_hosts(station: StationFile) -> tuple[str, ...]:
    """Return the hosts whose term no document has ended, or else the last."""
    terms = [term for term in station.record.hosts if term.to is None] or station.record.hosts[-1:]
    return tuple(dict.fromkeys(term.host for term in terms))


def host_link(register: Register, host: str) -> Link:
    """Link to a host's page."""
    return Link(register.hosts[host].names[-1].name, f"hosts/{host}/")


def notice_link(register: Register, notice: str) -> Link:
    """Link to a notice by its number, or its title where it has none."""
    record = register.notices[notice]
    return Link(record.number or f"《{record.title}》", f"notices/{notice}/")


def round_link(round_: Round) -> Link:
    """Link to a round's page."""
    return Link(round_.name, f"rounds/{round_.id}/")


def scheme_link(scheme: Scheme) -> Link:
    """Link to a scheme's page."""
    return Link(scheme.name, f"schemes/{scheme.id}/")


def station_row(register: Register, station: StationFile) -> StationRow:
    """Return the station as lists show it today."""
    now = register.now(station)
    event = now.event
    return StationRow(
        id=station.id,
        station=station_link(station),
        ordinal=station.record.ordinal,
        hosts=host_links(register, station),
        mark=mark(now),
        grade=event.grade if event and event.act is None else "",
        year=event.year if event else None,
        status=status(now),
        document=notice_link(register, event.notice) if event else None,
    )


def in_order(stations: Iterable[StationFile]) -> list[StationFile]:
    """Sort by region, then ordinal, then the sound of the name."""
    return sorted(stations, key=_order)


def _order(station: StationFile) -> tuple[str, bool, int, str, str]:
    ordinal = station.record.ordinal
    sound = sort_key(station.record.name) if ordinal is None else ""
    return (station.region, ordinal is None, ordinal or 0, sound, station.id)


def parts(path: str, rows: Sequence[T], size: int = PAGE_SIZE) -> Iterator[Part[T]]:
    """Cut a long list into pages: path, path/page-2/, …; an empty list has one empty page."""
    count = max(1, -(-len(rows) // size))
    pages = [path if n == 0 else f"{path}page-{n + 1}/" for n in range(count)]
    for n, page in enumerate(pages):
        yield Part(page, rows[n * size : (n + 1) * size], n + 1, pages, len(rows))
