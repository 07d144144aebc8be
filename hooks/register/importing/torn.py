"""Torn lines: a name, a bracket or a sentence that a narrow page broke over several lines.

A line is only joined with those below it where the whole is what a list prints, and where what is
joined to it is nothing by itself.
"""

import re
from collections.abc import Iterator, Sequence

from register.importing.cleaning import Piece
from register.importing.item_numbers import number_of, without_number
from register.importing.layouts import listed_in
from register.importing.listed import Listed
from register.importing.station_names import END, is_station, names_in

_MOST = 2  # lines below the first that belong to it
_LONGEST_END = 16  # characters of a name that stand on the next line
_SENTENCE_END = re.compile(r"[。；;：:！!？?]$|的(?:通报|通知|通告|公告|公示|决定|意见|函|批复)$")
_WIDE = 20  # characters of a line that was full
_RAGGED = 5  # characters by which full lines differ
_OPEN = re.compile(r"[(（]")
_CLOSED = re.compile(r"[)）]")


def below(pieces: Sequence[Piece], at: int) -> Iterator[Piece]:
    """Yield the lines right below a line, without a gap or a table between."""
    for piece in pieces[at + 1 : at + 1 + _MOST]:
        if piece.table >= 0 or not piece.text.strip():
            return
        yield piece


def torn_item(pieces: Sequence[Piece], at: int) -> tuple[str, list[Listed], int]:
    """Return the whole of a torn item of a list, its station, and how many lines it took."""
    whole = pieces[at].text.strip()
    first, found = whole, listed_in(whole)
    if found and not _is_open(first):
        return whole, [], 0
    for count, piece in enumerate(below(pieces, at), 1):
        text = piece.text.strip()
        if number_of(text) is not None or not _goes_on(whole, text, numbered=_numbered(first)):
            break
        whole += text
        if not _is_open(whole) and len(joined := listed_in(whole)) == 1:
            return whole, joined, count
    return first, [], 0


def torn_bracket(pieces: Sequence[Piece], at: int) -> tuple[str, int]:
    """Return a bracket that stands alone and is closed on a line below, and the lines it took."""
    whole = pieces[at].text.strip()
    if whole[:1] in "(（" and _is_open(whole):
        for count, piece in enumerate(below(pieces, at), 1):
            whole += piece.text.strip()
            if not _is_open(whole):
                return whole, count
    return pieces[at].text.strip(), 0


def torn_sentence(pieces: Sequence[Piece], at: int) -> tuple[str, int]:
    """Return a sentence that breaks off where a line is full, and the lines it took."""
    whole, count = pieces[at].text.strip(), 0
    last = whole
    for piece in pieces[at + 1 :]:
        text = piece.text.strip()
        is_full = len(last) >= max(_WIDE, len(text) - _RAGGED) and not _SENTENCE_END.search(last)
        if not is_full or piece.table >= 0 or not text:
            break
        if number_of(text) is not None or listed_in(text) or not _breaks_name(last, text):
            break
        whole, last, count = whole + text, text, count + 1
    return whole, count


def _numbered(text: str) -> bool:
    return number_of(text) is not None


def _is_open(text: str) -> bool:
    return len(_OPEN.findall(text)) > len(_CLOSED.findall(text))


def _goes_on(whole: str, text: str, *, numbered: bool) -> bool:
    """Whether `text` is the rest of `whole`: of an open bracket, or of a name."""
    if _is_open(whole):
        return True
    plain = without_number(whole)
    if re.search("[。，,；;：:]", plain) or listed_in(whole):
        return False
    ends = [m.end() - len(plain) for m in re.finditer(END, plain + text)]
    is_end = any(0 < end <= _LONGEST_END for end in ends)
    return is_end and not is_station(text) and (numbered or bool(_TORN_NAME.search(plain)))


# How a name breaks off before its last words.
_TORN_NAME = re.compile(r"(?:国家?|特有?|特有工种?|行业|专业|职业?|职业技能?|鉴定?|能)$")


def _breaks_name(above: str, text: str) -> bool:
    """Whether a name runs over from one line of a sentence to the next."""
    whole = above + text
    return any(named.start < len(above) < named.end for named in names_in(whole))


__all__ = ["torn_bracket", "torn_item", "torn_sentence"]
