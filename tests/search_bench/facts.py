"""What is true of each station, read from the data and not from the search.

The answers to a query are computed here: every station that fits it as well as the one that it was
drawn for is an answer too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from pypinyin import lazy_pinyin
from rapidfuzz import process
from rapidfuzz.distance import OSA

from register.reading import read
from register.register import Register, StationFile, build_register

ENDING = re.compile(r"(?:国家)?职业技能鉴定[所站]$")
ORDINAL_NAME = re.compile(r"^(.*?)第[一二三四五六七八九十百千零〇]+(?:国家)?职业技能鉴定[所站]$")


class Fact(NamedTuple):
    """A station."""

    id: str
    name: str
    ordinal: int | None
    region: str
    hosts: tuple[str, ...]
    former: tuple[str, ...]
    aliases: tuple[str, ...]
    city: str
    occupations: tuple[str, ...]
    licences: tuple[str, ...]
    code: str
    standing: str
    grade: str
    year: int | None

    @property
    def series(self) -> str:
        """Whose series of ordinals it is in: 甘肃省, 兰州市; none without an ordinal."""
        found = ORDINAL_NAME.match(self.name)
        return found[1] if found and self.ordinal else ""

    @property
    def calls(self) -> tuple[str, ...]:
        """Every text by which it may be called as a whole."""
        own = (self.name, *self.hosts, *self.former, *self.aliases)
        return (*own, *(cut for text in own if (cut := ENDING.sub("", text)) != text and cut))

    def has(self, word: str) -> bool:
        """Whether anything that is written of it holds `word`."""
        more = (self.city, self.region, *self.occupations, *self.licences, self.code)
        return any(word in text for text in (*self.calls, *more))


class Facts:
    """The stations of a data folder, and who fits what."""

    def __init__(self, stations: Sequence[Fact]) -> None:
        """Take the stations as they are."""
        self.stations = stations
        self.by_id = {station.id: station for station in stations}

    @cached_property
    def texts(self) -> dict[str, list[str]]:
        """Each text that calls a station, with the stations."""
        found: dict[str, list[str]] = defaultdict(list)
        for station in self.stations:
            for text in dict.fromkeys(station.calls):
                found[text].append(station.id)
        return dict(found)

    @cached_property
    def hosts(self) -> list[str]:
        """Every name that a host has now, in a fixed order."""
        return sorted({host for station in self.stations for host in station.hosts})

    def whole(self, text: str) -> set[str]:
        """Return the stations that are called so."""
        return set(self.texts.get(text, ()))

    def holding(self, text: str) -> set[str]:
        """Return the stations whose names or hosts hold `text`."""
        return {id_ for own, ids in self.texts.items() if text in own for id_ in ids}

    def having(self, words: Iterable[str]) -> set[str]:
        """Return the stations of which every word is written somewhere."""
        wanted = [word for word in words if word]
        return {s.id for s in self.stations if all(s.has(word) for word in wanted)}

    # Slips.

    @cached_property
    def _pairs(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self.texts):
            for pair in pairs(text):
                found[pair].append(number)
        return dict(found)

    @cached_property
    def _list(self) -> list[str]:
        return list(self.texts)

    def near(self, typed: str, slips: int) -> set[str]:
        """Return the stations of whose texts a part is within so many slips of `typed`."""
        shared: dict[int, int] = defaultdict(int)
        for pair in pairs(typed):
            for number in self._pairs.get(pair, ()):
                shared[number] += 1
        least = max(1, len(typed) - 1 - 3 * slips)
        likely = (self._list[number] for number, count in shared.items() if count >= least)
        return {
            id_ for text in likely if slips_within(typed, text) <= slips for id_ in self.texts[text]
        }

    # Sounds.

    @cached_property
    def _spelt(self) -> dict[tuple[str, ...], list[str]]:
        found: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for text, ids in self.texts.items():
            if not ORDINAL_NAME.match(text):
                found[spelt(text)] += ids
        return dict(found)

    @cached_property
    def _letters(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for syllables, ids in self._spelt.items():
            found["".join(syllables)] += ids
        return dict(found)

    def sounding(self, syllables: Sequence[str]) -> set[str]:
        """Return the stations that are called so by sound."""
        return set(self._letters.get("".join(syllables), ()))

    def sounding_in(self, syllables: Sequence[str]) -> set[str]:
        """Return the stations of whose texts a part sounds so."""
        wanted = f" {' '.join(syllables)} "
        spelt_out = self._spelt.items()
        return {id_ for own, ids in spelt_out if wanted in f" {' '.join(own)} " for id_ in ids}

    def near_letters(self, letters: str, slips: int) -> set[str]:
        """Return the stations whose whole text, in letters, is within so many slips."""
        known = list(self._letters)
        close = process.extract(
            letters, known, scorer=OSA.distance, score_cutoff=slips, limit=None, processor=None
        )
        return {id_ for text, *_ in close for id_ in self._letters[text]}

    def with_initials(self, initials: str) -> set[str]:
        """Return the stations that have a text with exactly these initials."""
        spelt_out = self._spelt.items()
        return {
            id_
            for own, ids in spelt_out
            if len(own) == len(initials)
            and all(s[0] == c for s, c in zip(own, initials, strict=True))
            for id_ in ids
        }


@lru_cache(maxsize=500_000)
def spelt(text: str) -> tuple[str, ...]:
    """Return each character's reading as people type it; other characters stay."""
    return tuple(lazy_pinyin(text, v_to_u=False, errors=list))  # type: ignore[arg-type]


def pairs(text: str) -> set[str]:
    """Return every two characters that stand together."""
    return {text[i : i + 2] for i in range(len(text) - 1)}


def slips_within(typed: str, text: str) -> int:
    """Return how many slips turn some part of `text` into `typed`; a swap is one slip."""
    before: list[int] = []
    row = [0] * (len(text) + 1)
    for i, c in enumerate(typed, 1):
        new = [i]
        for j, d in enumerate(text, 1):
            cost = min(row[j - 1] + (c != d), row[j] + 1, new[j - 1] + 1)
            if i > 1 and j > 1 and c == text[j - 2] and typed[i - 2] == d:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
    return min(row)


def facts(folder: Path, today: date) -> Facts:
    """Read the stations of a data folder."""
    data, _problems = read(folder)
    register = build_register(data, today)
    return Facts([_fact(register, station) for _id, station in sorted(register.stations.items())])


def _fact(register: Register, station: StationFile) -> Fact:
    record, event = station.record, register.now(station).event
    names = list(_host_names(register, station))
    current = register.hosts[record.hosts[-1].host].names[-1].name if record.hosts else ""
    return Fact(
        id=station.id,
        name=record.name,
        ordinal=record.ordinal,
        region=register.site.regions[station.region],
        hosts=(current,) if current else (),
        former=tuple(name for name in dict.fromkeys(names) if name != current),
        aliases=record.aliases,
        city=record.city or "",
        occupations=tuple(occupation.name for occupation in record.occupations),
        licences=tuple(licence.number for licence in record.licences),
        code=record.code or "",
        standing=event.standing.value if event and event.standing else "",
        grade=event.grade if event else "",
        year=event.year if event else None,
    )


def _host_names(register: Register, station: StationFile) -> Iterator[str]:
    for term in station.record.hosts:
        yield from (name.name for name in register.hosts[term.host].names)
