"""Numerals: the 六 of 第六国家职业技能鉴定所 as an integer, and back."""

import re
from functools import cache

import cn2an  # type: ignore[import-untyped]

DIGITS = "0-9０-９〇○零一二三四五六七八九十百千万两"
_ORDINAL = re.compile(rf"第([{DIGITS}]+)")
_STATION_ORDINAL = re.compile(rf"第([{DIGITS}]+)(?=[^第]*鉴定[所站])")


@cache
def to_int(text: str) -> int | None:
    """Return the number that `text` writes in Chinese or Arabic numerals, None where it is none."""
    plain = text.translate(_ZERO)
    if plain.isdecimal():
        return int(plain)
    try:
        return int(cn2an.cn2an(plain, "smart"))
    except ValueError:
        return None


_TEENS = range(10, 20)
_ZERO = str.maketrans({"○": "零", "〇": "零"} | {chr(0xFF10 + d): str(d) for d in range(10)})


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
