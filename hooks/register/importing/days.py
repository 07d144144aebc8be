"""Days in a text: 二0一一年三月三日, 2011年3月3日, 2011.04.07, 3月31日前, 6月底前."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from register.names.numerals import to_int

_D = "0-9〇○零一二三四五六七八九"
_MONTHS = range(1, 13)
FULL = re.compile(rf"([{_D}]{{4}})[ ]*年[ ]*([{_D}十]{{1,3}})[ ]*月[ ]*([{_D}十]{{1,3}})[ ]*日")
DOTTED = re.compile(r"(?<![0-9.])((?:19|20)[0-9]{2})[-./]([0-9]{1,2})[-./]([0-9]{1,2})(?![0-9.])")
_TERM = re.compile(
    r"(?:((?:19|20)[0-9]{2})年)?([0-9]{1,2})月(?:([0-9]{1,2})日|(底|"
    r"末))(?:之前|以前|前|止)?|([0-9一二三四五六七八九十]{1,3})个月"
)


class Term(NamedTuple):
    """A day, or a length, until which something is to be done, as printed and as it may be read."""

    printed: str
    day: date | None


def in_words(day: date) -> str:
    """Word a day as documents do; digits with strokes could be taken for a telephone."""
    return f"{day.year}年{day.month}月{day.day}日"


def day_in(text: str) -> date | None:
    """Return the first whole day in `text`."""
    if found := FULL.search(text) or DOTTED.search(text):
        return _day(*(to_int(part) for part in found.groups()))
    return None


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def terms_in(text: str, year: int | None) -> Iterator[Term]:
    """Yield each term in `text`; days that name no year are read in `year`."""
    for found in _TERM.finditer(text):
        own, month, day, _end, length = found.groups()
        if length or not month:
            yield Term(found[0], None)
            continue
        in_year = int(own) if own else year
        last = (
            calendar.monthrange(in_year, int(month))[1] if in_year and int(month) in _MONTHS else 0
        )
        yield Term(found[0], _day(in_year, int(month), int(day) if day else last))


__all__ = ["DOTTED", "FULL", "Term", "day_in", "terms_in"]
