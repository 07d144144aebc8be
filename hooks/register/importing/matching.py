"""Matching: which station or host of ours a paper means.

A wrong match is far worse than none: only one and the same name, the same name with its number
written otherwise, or what a person said is a match. What merely looks alike is pointed out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from register.names.numerals import DIGITS, ordinal_in, to_int
from register.names.provinces import short_name
from register.names.script import comparable
from register.names.similar import one_apart
from register.reading import Dataset, Entry
from register.records import Host, Station

_ORDINAL = re.compile(rf"第?([{DIGITS}]+)(?=国家|职业|技能|特有|鉴定)")


class Match(NamedTuple):
    """A station or host of ours that a paper means; `how` says why, in Chinese."""

    id: str
    how: str
    likeness: int = 100


class Likely(NamedTuple):
    """A record whose name looks like the printed one without being it."""

    id: str
    name: str
    likeness: int


def same_series(name: str, region: str) -> str:
    """Return `name` with its number in digits and the province as 省: equal for one station."""
    plain = comparable(name)
    for place in (region, short_name(region)):
        if place and plain.startswith(place):
            plain = f"省{plain.removeprefix(place).removeprefix('省')}"
            break
    return _ORDINAL.sub(lambda m: f"第{to_int(m[1])}", plain)


class StationIndex:
    """The stations of one region by name, and by name with the number read."""

    def __init__(self, data: Dataset, region: str, region_name: str) -> None:
        self.region_name = region_name
        self.entries = {e.stem: e for e in data.stations if e.region == region}
        self.exact: dict[str, set[str]] = defaultdict(set)
        self.series: dict[str, set[str]] = defaultdict(set)
        self.near: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for id_, entry in self.entries.items():
            for name in (entry.record.name, *entry.record.aliases):
                self.exact[comparable(name)].add(id_)
                if ordinal_in(name) is not None:
                    self.series[same_series(name, region_name)].add(id_)
                for key in neighbourhood(comparable(name)):
                    self.near[key].add((id_, name))

    def match(self, name: str) -> Match | None:
        """Return the one station whose name this is."""
        if len(ids := self.exact.get(comparable(name), set())) == 1:
            return Match(next(iter(ids)), "名称相同")
        if not ids and ordinal_in(name) is not None:
            ids = self.series.get(same_series(name, self.region_name), set())
            if len(ids) == 1:
                return Match(next(iter(ids)), "序号相同，写法不同")
        return None

    def several(self, name: str) -> set[str]:
        """Return the stations that share this name, if it is more than one."""
        ids = self.exact.get(comparable(name), set())
        return ids if len(ids) > 1 else set()

    def like(self, name: str) -> list[Likely]:
        """Return the stations whose names one character separates from `name`."""
        return likely(name, self.near)


class HostIndex:
    """The hosts of one region by name."""

    def __init__(self, data: Dataset, region: str) -> None:
        self.entries: dict[str, Entry[Host]] = {e.stem: e for e in data.hosts if e.region == region}
        self.exact: dict[str, set[str]] = defaultdict(set)
        self.near: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for id_, entry in self.entries.items():
            for term in entry.record.names:
                self.exact[comparable(term.name)].add(id_)
                for key in neighbourhood(comparable(term.name)):
                    self.near[key].add((id_, term.name))

    def match(self, name: str) -> Match | None:
        """Return the one host whose name this is."""
        ids = self.exact.get(comparable(name), set())
        return Match(next(iter(ids)), "名称相同") if len(ids) == 1 else None

    def like(self, name: str) -> list[Likely]:
        """Return the hosts whose names one character separates from `name`."""
        return likely(name, self.near)


def neighbourhood(plain: str) -> set[str]:
    """Return `plain` with each character taken out: two that share one differ in one place."""
    return {
        plain,
        *(f"{plain[:i]}\0{plain[i + 1 :]}" for i in range(len(plain))),
        *(plain[:i] + plain[i + 1 :] for i in range(len(plain))),
    }


def likely(name: str, near: Mapping[str, set[tuple[str, str]]]) -> list[Likely]:
    """Return what is one character away, the likest first; another number is another station."""
    plain = comparable(name)
    found = {pair for key in neighbourhood(plain) for pair in near.get(key, ())}
    kept = [
        Likely(id_, own, round(fuzz.ratio(plain, comparable(own))))
        for id_, own in found
        if Levenshtein.distance(plain, comparable(own)) == 1 and ordinal_in(own) == ordinal_in(name)
    ]
    return sorted(set(kept), key=lambda like: (-like.likeness, like.id))


def alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names in a paper that one character separates; neither numbers nor series."""
    printed = {comparable(name): name for name in names}
    for one, other in one_apart(printed):
        if ordinal_in(one) == ordinal_in(other):
            yield printed[one], printed[other]


def are_alike(one: str, other: str) -> bool:
    """Whether one character separates two names."""
    return Levenshtein.distance(comparable(one), comparable(other)) == 1


def station_hosts(data: Dataset, entry: Entry[Station]) -> list[tuple[str, str]]:
    """Return the id and each name of the hosts on a station's file."""
    return [
        (term.host, name.name)
        for term in entry.record.hosts
        if (host := data.host.get(term.host))
        for name in host.record.names
    ]


__all__ = [
    "HostIndex",
    "Likely",
    "Match",
    "StationIndex",
    "alike",
    "are_alike",
    "likely",
    "same_series",
    "station_hosts",
]
