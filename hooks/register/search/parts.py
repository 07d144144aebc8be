"""A big register's index in parts: the browser fetches those that may answer a question.

search/index.json has instead of `part`
  cut         a number for this cutting; every part and shelf has the same
  words       the words of terms.py, as more.json has them otherwise; no more.json is there
  parts       [[stations, number of the region], …] in the order of the list
  shelves     how many there are

search/parts/<number>.json    a part and, of its stations, what terms.py says
search/grams/<number>.json    which stations to look for, see shelves.py
search/black.json             the stations of the black list as one part, and their places, packed
                              as gaps; fetched after the first answer, for who finds a name like
                              theirs is to see them
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from register.records.standing import BLACK_LIST
from register.search.findable import Findable
from register.search.packing import gaps, pack
from register.search.part import Shared, Writing, cut_part
from register.search.terms import Terms

PER_PART = 60
"""Stations a part, about: a kilobyte as it is sent."""


def slices(stations: Sequence[Findable]) -> Iterator[range]:
    """Yield the places of each part's stations: all of one region, and about as many in each."""
    begin = 0
    for _, group in groupby(stations, lambda station: station.region):
        size = sum(1 for _ in group)
        count = -(-size // PER_PART)
        ends = [begin + size * n // count for n in range(count + 1)]
        yield from map(range, ends, ends[1:])
        begin += size


def cut_black(
    stations: Sequence[Findable], patterns: Sequence[str], shared: Shared, writing: Writing
) -> dict[str, Any]:
    """Cut the stations of the black list as one part, and tell their places."""
    black = {standing.value for standing in BLACK_LIST}
    places = [place for place, s in enumerate(stations) if s.now.standing in black]
    own = [stations[place] for place in places]
    part = cut_part(own, [patterns[place] for place in places], shared, writing)
    return {**part, "places": pack(gaps(places))}


def cut_in_parts(
    stations: Sequence[Findable],
    patterns: Sequence[str],
    terms: Terms,
    shared: Shared,
    writing: Writing,
) -> Iterator[dict[str, Any]]:
    """Yield the parts of `stations`; `patterns` are those of their names."""
    for places in slices(stations):
        own = stations[places.start : places.stop]
        part = cut_part(own, patterns[places.start : places.stop], shared, writing)
        yield {**part, **terms.cut(own, places.start)}
