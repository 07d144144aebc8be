"""Grams: the keys by which the stations that may answer a question are found in a big register.

  c + character          a character in a text, unless too many have it
  s + two syllables      of neighbours or next but one, so that a character may be wrong, missing
                         or too many; folded, with a space between: slan zou
  i + three initials     of neighbours
  ^ + two initials       with which a text begins
  = + syllables          a whole text by its usual sound: =lan zou si hua; a name without ordinal
  n + number             an ordinal
  d + five digits        of those in a row in a licence's number or a code, folded
  @ + standing and year  what is said of it today, with a space between; "none" for none
  # + id                 a station's id

A character has up to two readings. docs/scripts/search-grams.js asks by the same keys.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from string import ascii_lowercase
from typing import Any
from zlib import crc32

from register.names.numerals import ordinal_in
from register.search.findable import Findable
from register.search.folding import accentless, forms_in, sounds_in, units_of
from register.search.part import HOST, ORDINAL

MOST_READINGS = 2
COMMON = "9"
"""A character whose weight is no more than that is in too many texts to be looked for."""
_MARKS = re.compile(f"[{ORDINAL}{HOST}]")
_FIVE_DIGITS = re.compile("(?=([零一二三四五六七八九]{5}))")

Choices = Sequence[Sequence[str]]
"""For each unit of a text what may stand for it."""


class Grams:
    """The keys of texts, by a table of characters, and those of stations."""

    def __init__(self, alphabet: str, weights: str, table: Mapping[str, Any]) -> None:
        self._forms = forms_in(alphabet, table)
        told = zip(alphabet, weights, strict=True)
        self._common = {character for character, level in told if level <= COMMON}
        sounds = {c: of[:MOST_READINGS] for c, of in sounds_in(alphabet, table)}
        self._syllables = {c: tuple(dict.fromkeys(map(accentless, of))) for c, of in sounds.items()}
        self._initials = {c: tuple(dict.fromkeys(s[0] for s in of)) for c, of in sounds.items()}
        self._initials |= {letter: (letter,) for letter in ascii_lowercase}

    def in_text(self, text: str) -> set[str]:
        """Return the keys of a text, or of a piece of a name's pattern."""
        units, _ = units_of(text, self._forms)
        found = {self._sound(units), *(f"c{unit}" for unit in units if unit not in self._common)}
        found.update(_pairs([self._syllables.get(unit, ()) for unit in units]))
        found.update(_threes([self._initials.get(unit, ()) for unit in units]))
        return found

    def of_station(self, station: Findable) -> Iterator[str]:
        """Yield the keys that are in no text of a station."""
        yield f"#{station.id.lower()}"
        yield f"@{station.now.standing or 'none'} {station.now.year or 'none'}"
        ordinals = (station.ordinal, *map(ordinal_in, station.aliases))
        yield from (f"n{ordinal}" for ordinal in ordinals if ordinal)
        if not station.ordinal:
            yield self._sound(units_of(station.name, self._forms)[0])
        for code in station.codes:
            digits = _FIVE_DIGITS.findall("".join(units_of(code, self._forms)[0]))
            yield from (f"d{five}" for five in digits)

    def _sound(self, units: Sequence[str]) -> str:
        return f"={' '.join((*self._syllables.get(unit, ()), unit)[0] for unit in units)}"


def _pairs(syllables: Choices) -> list[str]:
    near = (*pairwise(syllables), *zip(syllables, syllables[2:], strict=False))
    return [f"s{a} {b}" for of, after in near for a in of for b in after]


def _threes(initials: Choices) -> list[str]:
    threes = zip(initials, initials[1:], initials[2:], strict=False)
    heads = [f"^{a}{b}" for of, after in pairwise(initials[:2]) for a in of for b in after]
    return [f"i{a}{b}{c}" for x, y, z in threes for a in x for b in y for c in z] + heads


def pieces_of(pattern: str) -> list[str]:
    """Return what a name's pattern holds besides its marks."""
    return _MARKS.split(pattern)


def number_of(key: str) -> int:
    """Return the number under which a key is filed."""
    return crc32(key.encode("utf-8", "surrogatepass"))
