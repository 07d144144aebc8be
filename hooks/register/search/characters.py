"""The one table of characters: how each is read, and its traditional and variant forms.

It serves all records, so no record carries its pinyin and no browser a converter. Characters of
the records come with the index; the other common ones wait in search/characters.json, which the
worker fetches when a question first holds one: 兰实 sounds like 兰石 though no record has a 实.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from register.names.numerals import DIGITS, without_ordinal
from register.names.pinyin import readings
from register.names.script import simplified
from register.search.packing import pack

COMMON = "gb2312"
"""The character set whose characters people are taken to type."""
_LEVELS = "0123456789abcdefghijklmnopqrstuvwxyz"


def character_table(characters: str, read: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return columns for `characters`, in their order, without `characters` itself.

    syllables   the syllables that occur, the most frequent first, joined by spaces
    readings    packed: the number of each character's usual syllable, from 1; 0 for none
    others      {character: its other syllables, joined by spaces}
    forms       each character's other forms, joined by commas
    """
    counted = Counter(read[c][0] for c in characters if c in read)
    others = {c: read[c][1:] for c in characters if len(read.get(c, ())) > 1}
    rare = {syllable for of in others.values() for syllable in of} - {*counted}
    syllables = [*sorted(counted, key=lambda s: (-counted[s], s)), *sorted(rare)]
    number = {syllable: n for n, syllable in enumerate(syllables, 1)}
    return {
        "syllables": " ".join(syllables),
        "readings": pack(number[read[c][0]] if c in read else 0 for c in characters),
        "others": {c: " ".join(of) for c, of in others.items()},
        "forms": _forms(characters),
    }


def weights(alphabet: str, texts: Sequence[Iterable[str]]) -> str:
    """Return how much each character tells: from 0, in every station's `texts`, to z, in one's."""
    held = Counter(character for of in texts for character in {*"".join(of)})
    most = math.log(max(len(texts), 2))
    shares = (1 - math.log(max(held[character], 1)) / most for character in alphabet)
    return "".join(_LEVELS[round(35 * max(share, 0))] for share in shares)


def readings_in(texts: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Return how every character of `texts` is read, the reading most used there first.

    Names that differ by their ordinals alone are read once; numerals have no phrases.
    """
    return readings({*map(without_ordinal, texts), *DIGITS})


def common_characters(but: Iterable[str]) -> dict[str, Any]:
    """Return the table of all common characters except `but`, with `alphabet` itself."""
    others = "".join(sorted(_common() - {*but}))
    return {"alphabet": others, **character_table(others, readings(others))}


@cache
def _common() -> frozenset[str]:
    rows = range(0xB0, 0xF8)  # the two-byte rows of Chinese characters, some places unused
    pairs = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return frozenset("".join(pair.decode(COMMON, "ignore") for pair in pairs))


def _forms(characters: str) -> str:
    """Return the other forms of each; a form that is itself among `characters` stays itself."""
    every, own = _every_form(), {*characters}
    return ",".join("".join(f for f in every.get(c, "") if f not in own) for c in characters)


@cache
def _every_form() -> Mapping[str, str]:
    """Return for each simplified character all those that OpenCC makes into it."""
    written = "".join(chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)))
    forms: dict[str, str] = defaultdict(str)
    for form, character in zip(written, simplified("\n".join(written)).split("\n"), strict=True):
        if form != character:
            forms[character] += form
    return forms
