"""Lines whose cells are parted by tabs, as a spreadsheet's cells are when pasted → a table."""

import re
from collections.abc import Sequence

from register.importing.paper import Table
from register.importing.readers.grid import Grid

_MOST_LINES = 50
_LEAST_ROWS = 2


def tab_table(lines: Sequence[str], at: int) -> tuple[Table, int] | None:
    """Read the table that begins at a line; return it and the line after it."""
    has_inner_tab = "\t" in lines[at].lstrip()  # one at the beginning only indents
    if not has_inner_tab and not lines[at].startswith('"'):
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
    if '"' not in text:
        return text.split("\t")
    cells, at = [], 0
    while at <= len(text):
        if text.startswith('"', at):
            found = _QUOTED.match(text, at)
            if not found:
                return None
            cells.append(found[1].replace('""', '"'))
            at = found.end() + (0 if found[2] else 1)
        else:
            end = text.find("\t", at)
            end = len(text) if end < 0 else end
            cells.append(text[at:end])
            at = end + 1
    return cells


_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(\t|\Z)')
