"""Numbers of items: what stands before a name in a list: 1、, （2）, 3.1, ④, a code, or a dot."""

import re

_NUMBER = re.compile(
    r"^[ ]*(?:[0-9]{1,2}(?:[.．][0-9]{1,2}){1,2}[、.．]?[ ]*(?=[\u4e00-\u9fff])"
    r"|[(（][ ]?(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})[ ]?[)）][、.．]?"
    r"|[0-9]{1,4}[ ]*[、.．:：)）,，]"
    r"(?![0-9])|[①-⑳㉑-㉟㊱-㊿⑴-⒛㈠-㈩❶-❿➀-➓][、.．]?|[<〈【\[][0-9]{1,3}[>〉】\]]"
    r"|[0-9]{1,8}[ ]+(?=[\u4e00-\u9fff])|[0-9]{1,8}(?=[\u4e00-\u9fff]{3}[^年月日]"
    r"*鉴定)|[•●·▪◆■★*\-–—][ ]*(?=[\u4e00-\u9fff]))[ ]*"
)


def without_number(text: str) -> str:
    """Return a line without the number or dot of its list."""
    return _NUMBER.sub("", text, count=1)


def number_of(text: str) -> int | None:
    """Return the number that a line of a list bears."""
    found = _NUMBER.match(text)
    digits = re.search(r"[0-9]+", found[0]) if found else None
    return int(digits[0]) if digits else None


__all__ = ["number_of", "without_number"]
