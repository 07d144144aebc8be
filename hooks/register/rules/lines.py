"""Printed lines as they are to be read, less those that plainly fit the station and host."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from register.names.script import comparable
from register.problem import Place
from register.reading.dataset import Dataset, Entry
from register.records import Host, Notice, Station
from register.rules.reference import Steps

_NAME = r"((?:[^()（）]|[(（][^()（）]*[)）])+?)"
_HOST = re.compile(rf"[(（](?:(?:依托|承建)(?:单位)?[:：]?{_NAME}|{_NAME}(?:承建|依托))[)）]\s*$")


class Line(NamedTuple):
    """A line under a station's id in a notice, its `sic` corrections applied."""

    entry: Entry[Notice]
    steps: Steps
    station: Entry[Station]
    text: str

    @property
    def place(self) -> Place:
        """Where the station's id stands."""
        return self.entry.key(*self.steps)

    @property
    def host(self) -> str:
        """The host in the bracket at the line's end; empty where there is none."""
        found = _HOST.search(self.text)
        return (found[1] or found[2]) if found else ""


def station_in(text: str) -> str:
    """Return a printed line without the bracket that names the host."""
    return _HOST.sub("", text).strip()


def station_names(entry: Entry[Station]) -> tuple[str, ...]:
    """Return a station's name and aliases."""
    return (entry.record.name, *entry.record.aliases)


def host_names(entry: Entry[Host]) -> tuple[str, ...]:
    """Return a host's names."""
    return tuple(name.name for name in entry.record.names)


class Bearers:
    """Which ids bear a name; spellings are compared only where a name as it stands is nobody's."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        """Take pairs of name and id."""
        self.exact: dict[str, set[str]] = defaultdict(set)
        for name, id_ in named:
            self.exact[name].add(id_)
        self.loose: dict[str, set[str]] = {}

    def of(self, name: str) -> set[str]:
        """Return the ids that `name`, in whatever spelling, is a name of."""
        if found := self.exact.get(name):
            return found
        if not self.loose:
            for own, ids in self.exact.items():
                self.loose.setdefault(comparable(own), set()).update(ids)
        return self.loose.get(comparable(name), set())


def doubtful_lines(data: Dataset) -> Iterator[Line]:
    """Yield each line that is not plainly its station's name with one of its hosts.

    Nearly all are, and one look into a table tells so.
    """
    plain = _plain(data)
    for notice in data.notices:
        for i, part in enumerate(notice.record.rounds):
            for j, decision in enumerate(part.decisions):
                steps = ("rounds", i, "decisions", j, "stations")
                for id_, line in decision.stations.items():
                    if plain.get(line) != id_ and (station := data.station.get(id_)):
                        yield Line(notice, (*steps, id_), station, read_as(notice, id_, line))


def read_as(notice: Entry[Notice], id_: str, line: str) -> str:
    """Return a printed line of a station or centre with its `sic` corrections applied."""
    for sic in notice.record.sic:
        if sic.at == id_ and sic.read_as:
            line = line.replace(sic.printed, sic.read_as)
    return line


def _plain(data: Dataset) -> dict[str, str]:
    """Return the ways to print a station's name with a host's, each with the station's id."""
    return {
        f"{station.record.name}{left}{name}承建{right}": station.stem
        for station in data.stations
        for term in station.record.hosts
        if (host := data.host.get(term.host))
        for name in host_names(host)
        for left, right in ("()", "（）")
    }
