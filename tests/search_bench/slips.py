"""Ways in which people mistype: characters, sounds, letters, forms."""

import random
from collections.abc import Callable, Sequence
from functools import cache

import opencc
from pypinyin import pinyin
from pypinyin.constants import Style

# How southern speakers mix sounds up; what is typed for what is meant.
ACCENTS = (
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("z", "zh"),
    ("c", "ch"),
    ("s", "sh"),
    ("n", "l"),
    ("l", "n"),
    ("f", "h"),
    ("r", "l"),
)
FINALS = (("ang", "an"), ("eng", "en"), ("ing", "in"), ("an", "ang"), ("en", "eng"), ("in", "ing"))
WHOLE = {"fuang": "huang", "fu": "hu"}  # what no other rule makes into a syllable
LETTERS = "abcdefghijklmnopqrstuvwxyz"
COMMON_ROWS = range(0xB0, 0xD8)  # of GB 2312: its 3755 characters in use, by sound


@cache
def common_characters() -> str:
    """Return the characters of the first level of GB 2312."""
    rows = (bytes((row, cell)) for row in COMMON_ROWS for cell in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", "ignore") for pair in rows)


@cache
def same_sound() -> dict[str, str]:
    """Return, for each syllable, the characters in use that are read so first."""
    found: dict[str, str] = {}
    for character in common_characters():
        syllable = pinyin(character, style=Style.NORMAL)[0][0]
        found[syllable] = found.get(syllable, "") + character
    return found


@cache
def syllables() -> frozenset[str]:
    """Return every syllable that some character in use has."""
    every = (pinyin(c, style=Style.NORMAL, heteronym=True)[0] for c in common_characters())
    return frozenset(syllable for readings in every for syllable in readings)


def is_chinese(character: str) -> bool:
    """Whether a character is Chinese and in use."""
    return character in common_characters()


# One character of a text.


def wrong(chance: random.Random, text: str) -> str:
    """Replace a character by another."""
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(common_characters()) + text[at + 1 :]


def missing(chance: random.Random, text: str) -> str:
    """Leave a character out."""
    at = chance.randrange(len(text))
    return text[:at] + text[at + 1 :]


def extra(chance: random.Random, text: str) -> str:
    """Put one more character in."""
    at = chance.randrange(1, len(text))
    more = chance.choice([text[at], chance.choice(common_characters())])
    return text[:at] + more + text[at:]


def swapped(chance: random.Random, text: str) -> str:
    """Swap two characters that stand together."""
    places = [i for i in range(len(text) - 1) if text[i] != text[i + 1]]
    at = chance.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


SLIPS: tuple[Callable[[random.Random, str], str], ...] = (wrong, missing, extra, swapped)


def homophone(chance: random.Random, text: str, spelt: Sequence[str]) -> str:
    """Write a character that sounds like the one that is meant; "" where none does."""
    able = [
        i for i, c in enumerate(text) if is_chinese(c) and len(same_sound().get(spelt[i], "")) > 1
    ]
    if not able:
        return ""
    at = chance.choice(able)
    others = [c for c in same_sound()[spelt[at]] if c != text[at]]
    return text[:at] + chance.choice(others) + text[at + 1 :] if others else ""


# Letters.


def accent(chance: random.Random, spelt: Sequence[str]) -> tuple[str, ...]:
    """Type one syllable as a southern speaker may say it; () where none can be."""
    able = [(i, said) for i, syllable in enumerate(spelt) for said in accents(syllable)]
    if not able:
        return ()
    at, said = chance.choice(able)
    return (*spelt[:at], said, *spelt[at + 1 :])


def accents(syllable: str) -> list[str]:
    """Return what a syllable may be mixed up with."""
    found = []
    for meant, typed in ACCENTS:
        longer = meant in "zcs" and syllable[1:2] == "h"
        if syllable.startswith(meant) and not longer:
            found.append(typed + syllable[len(meant) :])
    for meant, typed in FINALS:
        if syllable.endswith(meant):
            found.append(syllable[: -len(meant)] + typed)
    return [said for said in dict.fromkeys(found) if said in syllables() and said != syllable]


def wrong_letter(chance: random.Random, letters: str) -> str:
    """Make one slip in a word of letters."""
    at = chance.randrange(1, len(letters) - 1)
    slip = chance.randrange(4)
    if slip == 0:
        return letters[:at] + chance.choice(LETTERS) + letters[at + 1 :]
    if slip == 1:
        return letters[:at] + letters[at + 1 :]
    if slip == 2:
        return letters[:at] + letters[at] + letters[at:]
    return letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]


# Forms.


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def traditional(chance: random.Random, text: str) -> str:
    """Write a text in traditional characters, as in general, in Taiwan or in Hong Kong."""
    name = chance.choice(["s2t", "s2tw", "s2hk"])
    return str(_converter(name).convert(text))


def full_width(text: str) -> str:
    """Write digits, letters and signs as wide as characters."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
