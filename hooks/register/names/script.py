"""Script: traditional and simplified, debris of web pages, widths; how names are compared."""

import re
import unicodedata
from functools import cache, lru_cache

import opencc

_DEBRIS = re.compile(r"(?<=[\u3400-\u9fff])[(（][a-zɑɡāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]+[)）]")
_KEPT = re.compile("乾(?=[县縣坤隆元陵安])")
_HELD = "\ue000"  # stands for a character that is not to be converted
_IGNORED = re.compile(r"[\s()（）\[\]【】〔〕·•\-—–_,，。、.]+")


@cache
def _converter() -> "opencc.OpenCC":
    return opencc.OpenCC("t2s")


def simplified(text: str) -> str:
    """Return `text` in simplified characters; the 乾 of 乾县 and 乾坤 is one."""
    if text.isascii():
        return text
    plain = str(_converter().convert(_KEPT.sub(_HELD, text) if "乾" in text else text))
    return plain.replace(_HELD, "乾")


def without_debris(text: str) -> str:
    """Drop the pinyin in brackets that web pages leave behind characters: 鑒(jiàn)定 → 鑒定."""
    return _DEBRIS.sub("", text)


def half_width(text: str) -> str:
    """Return `text` with full-width letters, digits and spaces made half-width (NFKC)."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


@lru_cache(maxsize=1 << 16)
def comparable(name: str) -> str:
    """Return the form in which two spellings of one name are equal.

    Simplified, half-width, lower case, without debris, brackets, spaces and dots.
    """
    return _IGNORED.sub("", half_width(simplified(without_debris(name)))).lower()


_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ\u3000]")
_HALF = {wide: wide - 0xFEE0 for wide in range(0xFF10, 0xFF5B) if chr(wide).isalnum()}
_HALF[0x3000] = 0x20


def tidy(name: str) -> str:
    """Return `name` as it should be written: simplified, no debris, letters and digits half-width.

    Full-width brackets and punctuation are right in Chinese and stay.
    """
    plain = simplified(without_debris(name))
    return plain.translate(_HALF) if _WIDE.search(plain) else plain
