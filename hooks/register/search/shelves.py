"""Shelves: the inverted file of a big register, which tells the stations that hold a key.

search/grams/<shelf>.json
  cut         as in search/index.json: they belong together
  keys        packed: the numbers of its keys without the bits that name the shelf, as gaps
  sizes       packed: how many stations each has; 0 for one that is in too many texts
  stations    packed: their places in the list, as gaps; a key's after the other's

The lowest bits of a key's number name its shelf, so that all are about as full.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from register.search.findable import Findable
from register.search.grams import Grams, number_of, pieces_of
from register.search.packing import gaps, pack

PER_SHELF = 800
"""Places on a shelf, at most about: a kilobyte as it is sent."""
FEWEST_BITS = 4  # what is left of a key's number must be a number that can be packed
SHARE = 20
MANY = 2000
"""In more texts than this, and than this part of the stations, a key tells too little."""

Places = Sequence[int]
Holders = Mapping[int, Sequence[Places]]
"""For each key the places of the stations that have it, by the text in which they have it."""


def shelves_of(
    stations: Sequence[Findable], patterns: Sequence[str], grams: Grams
) -> list[dict[str, str]]:
    """Set stations on shelves by their keys; `patterns` are those of their names."""
    many = max(MANY, len(stations) // SHARE)
    holders = _holders(stations, patterns, grams)
    held = {key: _every(holders[key], many) for key in sorted(holders)}
    bits = max(FEWEST_BITS, (sum(map(len, held.values())) // PER_SHELF).bit_length())
    shelves: list[list[int]] = [[] for _ in range(1 << bits)]
    for key in held:
        shelves[key & (len(shelves) - 1)].append(key)
    return [_shelf([key >> bits for key in on], [held[key] for key in on]) for on in shelves]


def _every(texts: Sequence[Places], many: int) -> Places:
    if sum(map(len, texts)) > many:
        return ()
    return texts[0] if len(texts) == 1 else sorted(set().union(*texts))


def _holders(stations: Sequence[Findable], patterns: Sequence[str], grams: Grams) -> Holders:
    """Return who holds what; a text's keys are worked out once."""
    texts: dict[str, list[int]] = defaultdict(list)
    keys: dict[str, list[Places]] = defaultdict(list)
    for place, (station, pattern) in enumerate(zip(stations, patterns, strict=True)):
        for text in {*pieces_of(pattern), *_texts(station)} - {""}:
            texts[text].append(place)
        for key in grams.of_station(station):
            keys[key].append((place,))
    for text, places in texts.items():
        for key in grams.in_text(text):
            keys[key].append(places)
    return _numbered(keys)


def _numbered(keys: Mapping[str, Sequence[Places]]) -> Holders:
    """File keys under their numbers; two that share one are one."""
    numbered: dict[int, Sequence[Places]] = {}
    for key, of in keys.items():
        number = number_of(key)
        numbered[number] = [*numbered[number], *of] if number in numbered else of
    return numbered


def _texts(station: Findable) -> Iterable[str]:
    yield from (station.city, station.region, *station.hosts, *station.former, *station.aliases)
    yield from (*station.occupations, station.supervisor)


def _shelf(keys: Iterable[int], held: Sequence[Places]) -> dict[str, str]:
    return {
        "keys": pack(gaps(keys)),
        "sizes": pack(map(len, held)),
        "stations": pack(chain.from_iterable(map(gaps, held))),
    }
