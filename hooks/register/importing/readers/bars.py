"""Lines whose cells are parted by bars: Markdown, ASCII tables, and tables copied from web pages.

A copied table lets the text of a cell run on over several lines. The number of bars tells which
lines are one row: lines are joined where their bars add up to the table's number, and are rows of
their own, as found, where they do not.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from register.importing.paper import Table
from register.importing.readers.grid import Grid
from register.importing.readers.tabs import place

_BAR = re.compile(r"(?<!\\)[|│┃｜]")
_ESCAPED = re.compile(r"\\([|│┃｜])")
_RULE = re.compile(r"\s*(?=.*[-─━═=]{2})[-─━═=\s|│┃:+├┼┤┌┬┐└┴┘╋┣┫╔╦╗╠╬╣╚╩╝]+")
_SAMPLE = 200
_CANDIDATES = 8
_MOST_LINES = 60
_MOST_UNPROVEN = 3
_LEAST_ROWS = 2


class _Piece(NamedTuple):
    """Lines that are one row, or one line that could not be proven to be a whole one."""

    start: int
    after: int
    proven: bool


def bar_table(lines: Sequence[str], at: int) -> tuple[Table, int] | None:
    """Read the table that begins at a line; return it and the line after it."""
    begins = _bars(lines[at]) or (_is_rule(lines[at]) and any(map(_bars, lines[at + 1 : at + 2])))
    if not begins or not any(map(_bars, lines[at + 1 : at + _MOST_LINES])):
        return None
    sample = {_bars(line) for line in lines[at : at + _SAMPLE]} - {0}
    found: list[_Piece] = []
    for width in sorted(sample, reverse=True)[:_CANDIDATES]:
        pieces = list(_pieces(lines, at, width))
        if _proven_lines(pieces) > _proven_lines(found):
            found = pieces
    while found and not found[-1].proven:
        found.pop()
    rows = [piece for piece in found if not _is_rule(lines[piece.start])]
    if len(rows) < _LEAST_ROWS:
        return None
    return _table(lines, rows), found[-1].after


@lru_cache(maxsize=1 << 14)
def _bars(line: str) -> int:
    return len(_BAR.findall(line))


@lru_cache(maxsize=1 << 14)
def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line) is not None


def _proven_lines(pieces: Sequence[_Piece]) -> int:
    return sum(piece.after - piece.start for piece in pieces if piece.proven)


def _pieces(lines: Sequence[str], at: int, width: int) -> Iterator[_Piece]:
    """Part lines into rows that have `width` bars each, until the table ends."""
    unproven = 0
    while (start := _next_start(lines, at)) is not None:
        after = _row_end(lines, start, width)
        if after is None and start > at:
            return  # after blank lines, only a whole row goes on with the table
        unproven = 0 if after else unproven + 1
        at = after or start + 1
        yield _Piece(start, at, proven=after is not None)
        if unproven == _MOST_UNPROVEN:
            return


def _next_start(lines: Sequence[str], at: int) -> int | None:
    """The line at which the next row begins, None where the table ends before it."""
    start = _past_blank(lines, at)
    if start >= len(lines):
        return None
    if _bars(lines[start]):
        new_table = start > at and start + 1 < len(lines) and _is_rule(lines[start + 1])
        return None if new_table else start
    if _is_rule(lines[start]):
        return start
    # Text without bars belongs to the first cell of a row if the row's next line lacks one.
    after = start + 1
    while after < len(lines) and after < start + _MOST_LINES and not _bars(lines[after]):
        after += 1
    goes_on = after < len(lines) and _BAR.match(lines[after].lstrip())
    return start if goes_on and start == at else None


def _past_blank(lines: Sequence[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


def _row_end(lines: Sequence[str], start: int, width: int) -> int | None:
    """The line after the row that begins at a line, None where the bars do not add up."""
    if _is_rule(lines[start]):
        return start + 1
    bars = 0
    for at in range(start, min(start + _MOST_LINES, len(lines))):
        bars += _bars(lines[at])
        if bars >= width:
            return at + 1 if bars == width else None
        if bars and _next_start(lines, at + 1) is None:
            return at + 1 if _is_cut_short(lines[start : at + 1]) else None
    return None


def _is_cut_short(lines: Sequence[str]) -> bool:
    """Whether a table's last row merely lacks its last, empty cells.

    Its lines belong together if the first begins with text, and each other with a bar.
    """
    begin = [bool(_BAR.match(line.lstrip())) for line in lines if line.strip()]
    return len(begin) == 1 or (not begin[0] and all(begin[1:]))


def _table(lines: Sequence[str], pieces: Sequence[_Piece]) -> Table:
    rows = [_cells("\n".join(lines[piece.start : piece.after])) for piece in pieces]
    whole = [row for row, piece in zip(rows, pieces, strict=True) if piece.proven]
    first = all(not row[0].strip() for row in whole)
    last = all(not row[-1].strip() for row in whole)
    grid = Grid()
    for row in rows:
        grid.begin_row()
        for cell in row[
            1 if first and not row[0].strip() else 0 : -1
            if last and len(row) > 1 and not row[-1].strip()
            else None
        ]:
            grid.add(cell)
    where = f"{place(pieces[0].start, pieces[-1].after)}的表"
    return grid.table(where, [place(piece.start, piece.after) for piece in pieces])


def _cells(text: str) -> list[str]:
    return [_ESCAPED.sub(r"\1", cell).strip(" \t") for cell in _BAR.split(text)]
