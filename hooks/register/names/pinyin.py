"""Pinyin: how names are sorted, and what sounds a character can have.

Readings come from pypinyin's dictionaries of characters and phrases, and a few phrases of our
own. Its converter takes 12 µs a character; looking phrases up from left to right takes one and
reads names alike. The dictionaries are imported at first use, for they take a fifth of a second.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from register.names.numerals import DIGITS, to_int

# Places and companies that the phrase dictionary lacks: their first character sounds otherwise.
OWN_PHRASES = {"长庆": ("cháng", "qìng"), "长风": ("cháng", "fēng"), "长输": ("cháng", "shū")}
LONGEST_PHRASE = 6
MOST_READINGS = 3

_ORDINAL = re.compile(rf"第([{DIGITS}]+)")
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_DIAERESIS = "\u0308"


@cache
def syllables(text: str) -> tuple[str, ...]:
    """Return each character's reading in its phrase, with its tone; "" where it has none."""
    phrases = _phrases()
    found: list[str] = []
    while (at := len(found)) < len(text):
        for size in range(min(LONGEST_PHRASE, len(text) - at), 1, -1):
            if phrase := phrases.get(text[at : at + size]):
                found += (readings[0] for readings in phrase)
                break
        else:
            found.append(_alone(text[at])[0])
    return tuple(found)


def readings(texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the readings, as typed, of every character in `texts` that has one.

    First come those that it has in its phrases, the most frequent before the others, then those
    that the dictionary gives it alone, unless they are so old that no phrase knows them.
    """
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for character, syllable in zip(text, syllables(text), strict=True):
            if syllable:
                seen[character][syllable] += 1
    return {character: _ranked(character, seen[character]) for character in sorted(seen)}


def _ranked(character: str, seen: Counter[str]) -> tuple[str, ...]:
    here = sorted(seen, key=lambda syllable: (-seen[syllable], syllable))
    known = _known().get(character)
    alone = [s for s in _alone(character)[:MOST_READINGS] if known is None or s in known]
    return tuple(dict.fromkeys(_typed(syllable)[0] for syllable in (*here, *alone)))


@cache
def sort_key(text: str) -> str:
    """Return the key that sorts names by pinyin, tone and character, and ordinals by number."""
    padded = _ORDINAL.sub(lambda found: f"第{to_int(found[1]) or 0:05}", text)
    keys = ("".join(_typed(s)) if s else c for c, s in zip(padded, syllables(padded), strict=True))
    return f"{' '.join(keys)} {text}"


def spelled(name: str) -> str:
    """Return a name in pinyin as an id spells it, two syllables a word: lanzhou-dianji-jituan."""
    words: list[list[str]] = [[]]
    for character, syllable in zip(name, syllables(name), strict=True):
        letters = _typed(syllable)[0] if syllable else character.lower()
        if not (letters.isascii() and letters.isalnum()):
            words.append([])
        elif len(words[-1]) < 2 or (not syllable and words[-1][-1][-1:].isdigit()):  # noqa: PLR2004
            words[-1].append(letters)
        else:
            words.append([letters])
    return "-".join("".join(word) for word in words if word)


def initial(text: str) -> str:
    """Return the letter A to Z under which a name is listed, # where it has none."""
    letter = sort_key(text)[:1].upper()
    return letter if letter.isascii() and letter.isalpha() else "#"


@cache
def _typed(syllable: str) -> tuple[str, str]:
    """Return a syllable as it is typed, and its tone: lǚ → (lv, 3)."""
    letters, tone = "", "5"
    for mark in unicodedata.normalize("NFD", syllable):
        if mark == _DIAERESIS:
            letters = f"{letters[:-1]}v"
        elif mark.isascii():
            letters += mark
        else:
            tone = _TONES.get(mark, tone)
    return letters, tone


@cache
def _alone(character: str) -> tuple[str, ...]:
    from pypinyin.pinyin_dict import pinyin_dict

    return tuple(pinyin_dict.get(ord(character), "").split(","))


@cache
def _phrases() -> Mapping[str, Iterable[Sequence[str]]]:
    from pypinyin.phrases_dict import phrases_dict

    own = {phrase: [[syllable] for syllable in of] for phrase, of in OWN_PHRASES.items()}
    return {**phrases_dict, **own}


@cache
def _known() -> Mapping[str, set[str]]:
    """Return, for each character that is in a phrase, its readings there."""
    known: dict[str, set[str]] = defaultdict(set)
    for phrase, of in _phrases().items():
        for character, (syllable, *_) in zip(phrase, of, strict=False):
            known[character].add(syllable)
    return known
