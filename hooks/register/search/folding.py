"""Folding: by what texts are compared, whoever wrote them and however.

A text becomes units: characters in their simplified form and letters in lower case, numerals
Chinese; where something else stood between two of them, a piece begins. Syllables are folded to
what southern speakers do not tell apart. docs/scripts/search-query.js, search-characters.js and
search-steps.js fold questions in the same way; tests/search/folding.json holds both to it.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from register.search.packing import unpack

Forms = Mapping[str, str]
"""Each other form of a character, and the character itself."""

_DIGITS = "零一二三四五六七八九"
_NUMERALS = str.maketrans("○〇壹贰叁肆伍陆柒捌玖拾佰仟", "零零一二三四五六七八九十百千")
_U_WITH_DOTS = re.compile("[üǖǘǚǜ]")
_DROPPED = re.compile("[\u0300-\u036f'’‘`]")
_RARE = re.compile("[\U00010000-\U0010ffff]")
_ACCENTS = ((re.compile("^([zcs])h"), r"\1"), (re.compile("^l"), "n"), (re.compile("^f"), "h"))
_NASAL = re.compile("([aei])ng$")


def units_of(text: str, forms: Forms) -> tuple[list[str], list[bool]]:
    """Return the units of `text`, and for each whether a piece begins with it."""
    units: list[str] = []
    begins: list[bool] = []
    begun = True
    for unit in map(plain, _RARE.sub(_halves, _flat(text))):
        if unit:
            units.append(forms.get(unit, unit))
            begins.append(begun)
        begun = not unit
    return units, begins


def _flat(text: str) -> str:
    lower = unicodedata.normalize("NFC", text).lower()
    spelled = unicodedata.normalize("NFKD", _U_WITH_DOTS.sub("v", lower))
    return _DROPPED.sub("", spelled)


def _halves(rare: re.Match[str]) -> str:
    """Write a rare character as a browser holds it: two halves, each a unit."""
    high, low = divmod(ord(rare[0]) - 0x10000, 0x400)
    return chr(0xD800 + high) + chr(0xDC00 + low)


@cache
def plain(character: str) -> str:
    """Return a character as it is compared, but for its simplified form; "" for no letter."""
    half = unicodedata.normalize("NFKC", character).lower().translate(_NUMERALS)
    one = half if len(half) == 1 else character
    if one in "0123456789":
        return _DIGITS[int(one)]
    return one if unicodedata.category(one)[0] in "LN" or "\ud800" <= one <= "\udfff" else ""


def forms_in(alphabet: str, table: Mapping[str, Any]) -> dict[str, str]:
    """Read the forms from a table of characters."""
    forms: dict[str, str] = {}
    for character, others in zip(alphabet, table["forms"].split(","), strict=True):
        for form in others:
            forms.setdefault(form, character)
    return forms


def sounds_in(alphabet: str, table: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Read from a table of characters each one's syllables, the usual one first."""
    syllables = ["", *table["syllables"].split(" ")]
    for character, usual in zip(alphabet, unpack(table["readings"]), strict=True):
        others = table["others"].get(character, "").split()
        yield character, [s for s in (syllables[usual], *others) if s]


@cache
def accentless(syllable: str) -> str:
    """Fold a syllable: zhang → zan, lü and lu → nu, feng → hen."""
    folded = syllable.replace("v", "u")
    for accent, instead in _ACCENTS:
        folded = accent.sub(instead, folded)
    return _NASAL.sub(r"\1n", folded)
