"""Hosts: the organisations that run stations."""

from collections.abc import Sequence
from typing import NamedTuple

from register.names.pinyin import sort_key
from register.records import Host
from register.register import Register
from register.views.rows import Link, StationRow, host_link, in_order, notice_link, station_row


class HostRow(NamedTuple):
    """A host in the list of hosts."""

    host: Link
    stations: tuple[StationRow, ...]


class HostView(NamedTuple):
    """What a host's page shows."""

    id: str
    name: str
    region: str
    record: Host
    former: tuple[str, ...]
    sources: tuple[tuple[str, Link], ...]
    stations: tuple[StationRow, ...]


def host_rows(register: Register) -> Sequence[HostRow]:
    """Return all hosts, by the sound of their names."""
    rows = [HostRow(host_link(register, id_), _stations(register, id_)) for id_ in register.hosts]
    return sorted(rows, key=lambda row: (sort_key(row.host.words), row.host.path))


def host_view(register: Register, id_: str) -> HostView:
    """Return what the page of the host `id_` shows."""
    record = register.hosts[id_]
    return HostView(
        id=id_,
        name=record.names[-1].name,
        region=register.site.regions[register.host_regions[id_]],
        record=record,
        former=tuple(name.name for name in record.names[:-1]),
        sources=tuple((n.name, notice_link(register, n.source)) for n in record.names),
        stations=_stations(register, id_),
    )


def _stations(register: Register, host: str) -> tuple[StationRow, ...]:
    stations = in_order(register.stations[id_] for id_ in register.hosted[host])
    return tuple(station_row(register, station) for station in stations)
