"""Orders: all stations by number and by pinyin, for readers who do not search."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from string import ascii_uppercase
from typing import NamedTuple

from register.names.numerals import DIGITS
from register.names.pinyin import initial, sort_key
from register.register import Register, StationFile
from register.views.regions import by_region
from register.views.rows import Link, StationRow, current_hosts, host_link, in_order, station_link

HUNDRED = 100
_NUMBER_ALONE = re.compile(rf"第[{DIGITS}]+")
_REST = "#"


class Hundred(NamedTuple):
    """The stations of one region whose numbers lie in one hundred."""

    link: Link
    rows: Sequence[StationRow]


class NumberedRegion(NamedTuple):
    """A region's stations by number; its first hundred is never missing, though it can be empty."""

    name: str
    number: int
    without: int
    """How many have no number in their name."""
    hundreds: tuple[Hundred, ...]


class Listed(NamedTuple):
    """A station and the name that it is listed by: its host's, or its own."""

    by: Link
    station: StationRow


class Letter(NamedTuple):
    """The stations that are listed under one letter; # takes the names that no letter begins."""

    link: Link
    rows: Sequence[Listed]


def by_number(register: Register, rows: Mapping[str, StationRow]) -> Iterator[NumberedRegion]:
    """Yield every region's stations by number; `rows` are the stations' by id."""
    for region, stations in by_region(register).items():
        numbered = [rows[s.id] for s in stations if s.record.ordinal is not None]
        yield NumberedRegion(
            name=register.region(region),
            number=len(numbered),
            without=len(stations) - len(numbered),
            hundreds=tuple(_hundreds(f"lists/number/{region}/", numbered)),
        )


def _hundreds(path: str, rows: Sequence[StationRow]) -> Iterator[Hundred]:
    """Cut a region's rows: the first at `path`, the others each at its first number."""
    if not rows:
        yield Hundred(Link("", path), ())
    for n, of in groupby(rows, key=lambda row: ((row.ordinal or 1) - 1) // HUNDRED):
        words = f"{n * HUNDRED + 1}至{(n + 1) * HUNDRED}"
        first = n == ((rows[0].ordinal or 1) - 1) // HUNDRED
        yield Hundred(Link(words, path if first else f"{path}{n * HUNDRED + 1}/"), tuple(of))


def by_pinyin(register: Register, rows: Mapping[str, StationRow]) -> Iterator[Letter]:
    """Yield all letters and #, each with its stations; `rows` are the stations' by id."""
    found: dict[str, list[Listed]] = {letter: [] for letter in (*ascii_uppercase, _REST)}
    for station in in_order(register.stations.values()):
        by = listed_by(register, station)
        found[initial(by.words)].append(Listed(by, rows[station.id]))
    for letter, of in found.items():
        path = f"lists/pinyin/{'other' if letter == _REST else letter.lower()}/"
        yield Letter(Link(letter, path), sorted(of, key=lambda row: sort_key(row.by.words)))


def listed_by(register: Register, station: StationFile) -> Link:
    """Return the name that a station is listed by: its own, without that of its region.

    Where nothing but a number tells it from others, it is its host's.
    """
    to = station_link(station)
    own = to.words.removeprefix(register.region(station.region))
    if not _NUMBER_ALONE.match(own):
        return Link(own, to.path)
    hosts = current_hosts(station)
    return host_link(register, hosts[0]) if hosts else Link(_NUMBER_ALONE.sub("", own, 1), to.path)
