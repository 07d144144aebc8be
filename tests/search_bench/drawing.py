"""A query with its answers, and what the rules draw queries from."""

import random
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from tests.search_bench import words
from tests.search_bench.facts import Fact, Facts

MOST = 10  # a query that fits more stations equally well asks for nothing in particular


class Query(NamedTuple):
    """What is typed, and the stations of which one must come first; none: there is no such one."""

    kind: str
    text: str
    answers: tuple[str, ...]
    shown: tuple[str, ...] = ()
    """Stations that must be seen somewhere: in the first ten, or among the near ones."""


class Spoken(NamedTuple):
    """The words of one split: people of one split do not speak like those of the other."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    nonsense: tuple[str, ...]
    absent: tuple[str, ...]


class Draw(NamedTuple):
    """What a rule draws from."""

    chance: random.Random
    facts: Facts
    spoken: Spoken

    def host(self, least: int = 4, most: int = 40) -> str:
        """Draw a host's name of at least so many characters."""
        while not least <= len(host := self.chance.choice(self.facts.hosts)) <= most:
            pass
        return host

    def station(self, fits: Callable[[Fact], object]) -> Fact | None:
        """Draw a station that fits."""
        able = [station for station in self.facts.stations if fits(station)]
        return self.chance.choice(able) if able else None


Rule = Callable[[Draw], tuple[str, Iterable[str]] | None]
"""Draws a text and its answers; None where this draw came to nothing."""

ENDS = sorted(
    {
        end
        for kinds in (words.COMPANIES, words.SCHOOLS, words.CENTRES, words.BUREAUS)
        for end, _ in kinds
    }
    | {
        "大学",
        "厂",
        "总厂",
        "协会",
        "学会",
        "学院",
        "教学",
        "铁路局",
        *words.FACULTIES,
        *words.UNITS,
    },
    key=len,
    reverse=True,
)
TRADE = sorted(words.TRADES, key=len, reverse=True)
PLACE = re.compile(r"^(?:.{2,6}?(?:自治区|自治州|自治县|省|市|县|区)|[省市])(?=..)")


def segments(host: str, places: Sequence[str]) -> list[str]:
    """Cut a host's name into place, brand, trade and kind, as a reader would."""
    place = next((p for p in places if host.startswith(p) and len(host) > len(p) + 1), "")
    if not place and (found := PLACE.match(host)):
        place = found[0]
    if place and place[-1] not in "省市县区" and host[len(place) :][:1] in tuple("省市县区"):
        place += host[len(place)]
    rest = host[len(place) :]
    end = next((e for e in ENDS if rest.endswith(e) and rest != e), "")
    middle = rest[: len(rest) - len(end)]
    trade = next((t for t in TRADE if middle.endswith(t)), "")
    brand = middle[: len(middle) - len(trade)]
    return [part for part in (place, brand, trade, end) if part]


@cache
def places_of(facts: Facts) -> list[str]:
    """Return the names of places as hosts' names begin with them, the longest first."""
    long = {s.city for s in facts.stations} | {s.region for s in facts.stations}
    long |= {s.series for s in facts.stations}
    short = {re.sub(r"(?:..族自治.|壮族自治区|自治.|[省市县区])$", "", name) for name in long}
    begins = {host[:2] for host in facts.hosts}
    real = (
        {b for b in begins if sum(h.startswith(b) for h in facts.hosts) > 2}
        if len(facts.hosts) < 200
        else set()
    )
    return sorted({p for p in long | short | real if len(p) > 1}, key=lambda p: (-len(p), p))
