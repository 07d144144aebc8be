"""Regions: by region and city, and which numbers the documents on file do not name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from register.history import Phase
from register.names.pinyin import sort_key
from register.records.standing import Standing
from register.register import Register, StationFile
from register.views.round.summary import RoundView, round_view
from register.views.rows import Link, StationRow, in_order


class Tally(NamedTuple):
    """How many stations have a newest conclusion of one kind, and of which years those are."""

    words: str
    number: int
    years: str


class Missing(NamedTuple):
    """The numbers up to the greatest that no document on file names."""

    greatest: int
    number: int
    ranges: str


class RegionView(NamedTuple):
    """All that a region's page shows; each row with the city of its station."""

    id: str
    name: str
    path: str
    rows: Sequence[tuple[str, StationRow]]
    tallies: tuple[Tally, ...]
    missing: Missing | None
    rounds: tuple[RoundView, ...]
    hosts: int
    centres: tuple[Link, ...]


def by_region(register: Register) -> dict[str, list[StationFile]]:
    """Return the stations of each region, in the order of lists."""
    found: dict[str, list[StationFile]] = {}
    for station in in_order(register.stations.values()):
        found.setdefault(station.region, []).append(station)
    return found


def regions_with_pages(register: Register) -> list[str]:
    """Return the regions of which anything is on file: stations, rounds or centres."""
    there = {station.region for station in register.stations.values()}
    there |= {centre.record.region for centre in register.centres.values()}
    there |= {round_.region for round_ in register.rounds.values() if round_.region}
    there |= {visit.region for visits in register.visits.values() for visit in visits.values()}
    return [id_ for id_ in register.site.regions if id_ in there]


def region_views(register: Register, rows: Mapping[str, StationRow]) -> Iterator[RegionView]:
    """Yield every region's page; `rows` are the stations' by id."""
    stations, hosts = by_region(register), Counter(register.host_regions.values())
    for id_ in regions_with_pages(register):
        own = stations.get(id_, [])
        yield RegionView(
            id=id_,
            name=register.region(id_),
            path=f"regions/{id_}/",
            rows=[
                (s.record.city or "", rows[s.id])
                for s in sorted(own, key=lambda s: place_key(s.record.city))
            ],
            tallies=tuple(_tallies(rows[station.id] for station in own)),
            missing=missing(station.record.ordinal for station in own),
            rounds=tuple(
                round_view(register, r)
                for r in sorted(register.rounds.values(), key=lambda r: (-r.year, r.id))
                if r.region == id_
            ),
            hosts=hosts[id_],
            centres=tuple(
                Link(c.record.name, f"centres/{c.id}/")
                for c in register.centres.values()
                if c.record.region == id_
            ),
        )


NO_CITY = "没有写明市（州）"


def place_key(city: str | None) -> tuple[bool, str]:
    """Sort cities by their sound, those without one last."""
    return (city in (None, "", NO_CITY), sort_key(city or ""))


def in_cities(
    rows: Iterable[tuple[str, StationRow]],
) -> Iterator[tuple[str, tuple[StationRow, ...]]]:
    """Yield one page's rows by city."""
    for city, own in groupby(rows, key=lambda pair: pair[0]):
        yield city, tuple(row for _, row in own)


_KINDS = {standing.value: standing.title for standing in Standing} | {
    "merged": "已并入别所",
    "none": "无在案结论",
}
_RECTIFIED = "整改期已满，未见验收结果"


def _tallies(rows: Iterable[StationRow]) -> Iterator[Tally]:
    """Yield how many have which newest conclusion; a term that is over stands apart."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[row.mark.code, _apart(row)][row.mark.words] += 1
    for (code, apart), years in sorted(found.items(), key=lambda item: _order(*item[0])):
        said = "、".join(f"{words}{number}个" for words, number in sorted(years.items()))
        dated = code not in _UNDATED
        yield Tally(apart or _KINDS[code], years.total(), said if dated else "")


_UNDATED = ("merged", "none")


def _apart(row: StationRow) -> str:
    """Return the words of what is not counted under its standing: overdue, or not public."""
    if row.mark.phase == Phase.OVERDUE.value:
        if row.mark.code == Standing.RECTIFYING.value:
            return _RECTIFIED
        return f"暂停业务，{_RECTIFIED}" if row.grade else "暂停期已满，未见恢复文件"
    return row.mark.words if row.mark.code == "none" else ""


def _order(code: str, apart: str) -> tuple[int, str]:
    return list(_KINDS).index(code), apart


def missing(ordinals: Iterable[int | None]) -> Missing | None:
    """Return the numbers between 1 and the greatest that are not among `ordinals`."""
    there = {ordinal for ordinal in ordinals if ordinal is not None}
    greatest = max(there, default=0)
    gaps = list(_gaps(sorted(there)))
    number = greatest - len(there)
    return Missing(greatest, number, "、".join(gaps)) if number else None


def _gaps(there: Sequence[int]) -> Iterator[str]:
    for before, after in zip((0, *there), there, strict=False):
        if after - before > 1:
            first, last = before + 1, after - 1
            run = range(first, last + 1)
            yield f"{first}至{last}" if len(run) > _PAIR else "、".join(map(str, run))


_PAIR = 2  # two neighbours are named, a longer run is shortened
