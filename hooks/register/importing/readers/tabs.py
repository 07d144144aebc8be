"""Lines whose cells are parted by tabs, as a spreadsheet's cells are when pasted → a table."""

import re
from collections.abc import Sequence

from register.importing.paper import Table
from register.importing.readers.grid import Grid

_INNER_TAB = re.compile(r"\S[^\t]*\t")
_MOST_LINES = 50
_LEAST_ROWS = 2


def tab_table(lines: Sequence[str], at: int) -> tuple[Table, int] | None:
    """Read the table that begins at a line; return it and the line after it."""
    if not _INNER_TAB.search(lines[at]) and not lines[at].startswith('"'):
        return None
    grid, wheres, start = Grid(), [], at
    while at < len(lines) and (row := _row(lines, at)):
        cells, after = row
        grid.begin_row()
        for cell in cells:
            grid.add(cell)
        wheres.append(place(at, after))
        at = after
    if len(wheres) < _LEAST_ROWS:
        return None
    return grid.table(f"{place(start, at)}的表", wheres), at


def place(start: int, after: int) -> str:
    """Name the lines from `start`, which counts from 0, until before `after`."""
    return f"第 {start + 1} 行" if after == start + 1 else f"第 {start + 1}–{after} 行"


def _row(lines: Sequence[str], at: int) -> tuple[list[str], int] | None:
    """The cells of a row and the line after it; a quoted cell may hold line breaks."""
    last = min(at + _MOST_LINES, len(lines)) if '"' in lines[at] else at + 1
    for after in range(at + 1, last + 1):
        cells = _cells("\n".join(lines[at:after]))
        if cells is not None:
            return (cells, after) if len(cells) > 1 else None
    return (lines[at].split("\t"), at + 1) if "\t" in lines[at] else None


def _cells(text: str) -> list[str] | None:
    """Part a row; None where a quoted cell is not closed."""
    cells = []
    rest: str | None = text
    while rest is not None:
        if rest.startswith('"'):
            found = _QUOTED.match(rest)
            if not found:
                return None
            cells.append(found[1].replace('""', '"'))
            rest = rest[found.end() :] if found[2] else None
        else:
            cell, tab, left = rest.partition("\t")
            cells.append(cell)
            rest = left if tab else None
    return cells


_QUOTED = re.compile(r'"((?:[^"]|"")*)"(\t|$(?!\n))')
