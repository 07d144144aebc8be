"""Bytes → text: UTF-8 without marks, tabs or characters that nobody sees."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from register.problem import Place, Problem
from register.reading import forms

MAX_BYTES = 8 * 1024 * 1024
_ENOUGH = 20  # findings of one sort in one file; more help nobody

# Controls, joiners, marks of direction, variation selectors, and spaces that are not the space.
# They also hold the line ends that YAML knows and editors do not.
_INVISIBLE = re.compile(
    "["
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\xa0\\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)
_LONE_RETURN = re.compile(r"\r(?!\n)")
_MARKS = re.compile(
    r"^[ -]*[a-z][a-z0-9_-]*(：)"  # name：…
    r"|^[ -]*(\u3000)"  # an indent
    r"|\{ *[^\s{}:：,，\"']+(：)"  # totals: {合格：53}
    r"|^[ -]*totals: *\{[^{}\n]*?(，)",  # totals: {合格: 53，不合格: 5}
    re.MULTILINE,
)


def to_text(path: str, content: bytes) -> tuple[str | None, list[Problem]]:
    """Return the text of `content`, or None and why it cannot be read as YAML."""
    if len(content) > MAX_BYTES:
        return None, [forms.file_too_large.at(Place(path), len(content), MAX_BYTES)]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        place = Place.in_text(path, before, len(before))
        return None, [forms.not_utf8.at(place, error.start)]
    if text.startswith("\ufeff"):
        return None, [forms.byte_order_mark.at(Place(path))]
    problems = [*_tabs(path, text), *_invisible(path, text), *_full_width_marks(path, text)]
    return (None if problems else text), problems


def _tabs(path: str, text: str) -> Iterator[Problem]:
    for match in _first(re.finditer(r"\t+", text)):
        yield forms.tab_character.at(Place.in_text(path, text, match.start()))


def _invisible(path: str, text: str) -> Iterator[Problem]:
    returns = _LONE_RETURN.finditer(text) if "\r" in text else ()
    for match in (*_first(_INVISIBLE.finditer(text)), *_first(returns)):
        place = Place.in_text(path, text, match.start())
        yield forms.invisible_character.at(place, f"U+{ord(match[0]):04X}")


def _full_width_marks(path: str, text: str) -> Iterator[Problem]:
    """Find the full-width colons, commas and spaces that stand where YAML wants half-width ones."""
    if any(mark in text for mark in "：，\u3000"):
        for match in _first(_MARKS.finditer(text)):
            group = match.lastindex or 0
            place = Place.in_text(path, text, match.start(group))
            yield forms.full_width.at(place, match[group])


def _first(matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    return islice(matches, _ENOUGH)
