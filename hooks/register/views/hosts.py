"""Hosts: the organisations that run stations."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from register.names.pinyin import sort_key
from register.records import Host
from register.register import Register
from register.views.rows import Link, StationRow, host_link, notice_link


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
    sources: tuple[tuple[str, Link, bool], ...]
    stations: tuple[StationRow, ...]


def host_rows(register: Register, rows: Mapping[str, StationRow]) -> Sequence[HostRow]:
    """Return all hosts, by the sound of their names; `rows` are the stations' by id."""
    found = [
        HostRow(host_link(register, id_), tuple(rows[s] for s in register.hosted[id_]))
        for id_ in register.hosts
    ]
    return sorted(found, key=lambda row: (sort_key(row.host.words), row.host.path))


def host_view(register: Register, id_: str, rows: Mapping[str, StationRow]) -> HostView:
    """Return what the page of the host `id_` shows."""
    record = register.hosts[id_]
    return HostView(
        id=id_,
        name=record.names[-1].name,
        region=register.site.regions[register.host_regions[id_]],
        record=record,
        sources=tuple(
            (n.name, notice_link(register, n.source), n.to is not None) for n in record.names
        ),
        stations=tuple(rows[s] for s in register.hosted[id_]),
    )
