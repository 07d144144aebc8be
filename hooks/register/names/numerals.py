"""Numerals: the 六 of 第六国家职业技能鉴定所 as an integer, and back."""

import re
from functools import cache

import cn2an  # type: ignore[import-untyped]

DIGITS = "0-9０-９〇○零一二三四五六七八九十百千万两"
_ORDINAL = re.compile(rf"第([{DIGITS}]+)")
_STATION_ORDINAL = re.compile(rf"第([{DIGITS}]+)(?=[^第]*鉴定[所站])")


@cache
def to_int(text: str) -> int | None:
    """Return the number that `text` writes in Chinese or Arabic numerals, None where it is none.

    Not by cn2an, which stumbles over mixed forms such as 20○ and reads 一百一 as 110.
    """
    plain = text.translate(_PLAIN)
    if plain.isascii() and plain.isdecimal():
        return int(plain[:_LONGEST]) if len(plain) <= _LONGEST else None
    ten_thousands, many, rest = plain.rpartition("万")
    high = _below_ten_thousand(ten_thousands) if many else 0
    low = _below_ten_thousand(rest) if rest else 0
    return None if high is None or low is None or not plain else high * 10_000 + low


def _below_ten_thousand(plain: str) -> int | None:
    if not (found := _UNITS.fullmatch(plain)):
        return None
    thousands, hundreds, tens, ones, lone = found.groups()
    ten = 0 if tens is None else int(tens or 1)
    return int(thousands or 0) * 1000 + int(hundreds or 0) * 100 + ten * 10 + int(ones or lone or 0)


_LONGEST = 9
_TEENS = range(10, 20)
_PLAIN = str.maketrans(
    "０１２３４５６７８９○〇零一二三四五六七八九两", "0123456789000123456789" + "2"
)
# 1千0百…: a unit that is left out is written as one zero.
_UNITS = re.compile(
    r"(?=.)(?:([1-9])千)?(?:0?([1-9])百)?(?:0?([1-9]?)十([1-9])?|0?([1-9])(?<!百[1-9])(?<!千[1-9]))?"
)


@cache
def to_chinese(number: int) -> str:
    """Write a number below ten thousand in Chinese: 15 → 十五."""
    text = str(cn2an.an2cn(number, "low"))
    return text.removeprefix("一") if number in _TEENS else text


def ordinal_in(name: str) -> int | None:
    """Return the ordinal that a station's name carries: 甘肃省第六国家职业技能鉴定所 → 6."""
    found = _STATION_ORDINAL.search(name)
    return to_int(found[1]) if found else None


def without_ordinal(name: str) -> str:
    """Return `name` with its ordinals' numerals taken out: 第十五鉴定所 → 第鉴定所."""
    return _ORDINAL.sub("第", name)
