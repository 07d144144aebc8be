"""Packing: rows of numbers as one text, so that a server's compression finds little left to do.

A number is one character, small ones in a single byte of UTF-8; a text is the numbers of its
characters in an alphabet that begins with the most frequent one. At 10,000 stations that takes a
quarter less than the texts themselves, after gzip. docs/scripts/search-index.js unpacks.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

FIRST = 35  # "#": below it lie the quotation mark and what JSON escapes
_BACKSLASH = ord("\\")
BASE = 20_000  # a number from here on is two characters
LARGEST = BASE * BASE - 1
END = 0
"""What ends a text; characters are numbered from one."""


def pack(numbers: Iterable[int]) -> str:
    """Write whole numbers from 0 to LARGEST."""
    return "".join(map(_WRITTEN.__getitem__, numbers))


class _Written(dict[int, str]):
    """Numbers as they are written, each worked out once: an index has millions."""

    def __missing__(self, number: int) -> str:
        high, low = divmod(number, BASE)
        return self.setdefault(number, (_unit(BASE + high) if high else "") + _unit(low))


def _unit(number: int) -> str:
    code = number + FIRST
    return chr(code + 1 if code >= _BACKSLASH else code)


_WRITTEN = _Written()


def zigzag(number: int) -> int:
    """Return a number without sign, small where the number is near 0: 0, -1, 1 → 0, 1, 2."""
    return 2 * number if number >= 0 else -2 * number - 1


def deltas(numbers: Iterable[int | None]) -> list[int]:
    """Return how far each number lies from the one after its forerunner, from 1; 0 for none."""
    found: list[int] = []
    expected = 1
    for number in numbers:
        found.append(0 if number is None else 1 + zigzag(number - expected))
        expected = expected if number is None else number + 1
    return found


def gaps(numbers: Iterable[int]) -> list[int]:
    """Return how far each number lies behind the one after its forerunner, the first behind 0."""
    return [b - a - 1 for a, b in pairwise((-1, *numbers))]


def alphabet_of(texts: Iterable[str]) -> str:
    """Return the characters of `texts`, the most frequent first."""
    counted = Counter("".join(texts))
    return "".join(sorted(counted, key=lambda character: (-counted[character], character)))


def pack_texts(texts: Iterable[str], number: Mapping[str, int]) -> str:
    """Write texts by the numbers of their characters."""
    return pack(n for text in texts for n in (*(number[c] for c in text), END))


def unpack(text: str) -> list[int]:
    """Return the numbers that `pack` wrote."""
    units = (ord(c) - FIRST - (c > "\\") for c in text)
    return [n if n < BASE else (n - BASE) * BASE + next(units) for n in units]
