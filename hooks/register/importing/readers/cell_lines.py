"""Lines that are each one cell, as tables come out of web pages and PDF files → a table, or lines.

Such a run begins with 序号 and the other headings, and each row with its number. Where every row
has as many lines as there are headings it is a table; where some have not, an empty cell left no
line, nobody can tell which, and each row is put into one line, parted by gaps.
"""

import re
from collections.abc import Sequence
from itertools import count

from register.importing.paper import Line, Table
from register.importing.readers.grid import Grid
from register.importing.readers.tabs import place

_FIRST = re.compile(r"\s*(?:序\s*号|序|编\s*号)\s*")
_HEADING = re.compile(r"\s*[\u4e00-\u9fff()（）/、 ]{1,14}\s*")
_WIDTHS = range(3, 15)

_Run = list[tuple[int, int]]


def cell_lines(lines: Sequence[str], at: int) -> tuple[list[Line | Table], int] | None:
    """Read what begins at a line; return its table or lines, and the line after it."""
    if not _FIRST.fullmatch(lines[at]):
        return None
    for blank_is_cell in (True, False):
        kept = [i for i in range(at, len(lines)) if blank_is_cell or lines[i].strip()]
        if run := _even(lines, kept):
            return [_table(lines, kept, run)], kept[run[-1][1] - 1] + 1
    kept = [i for i in range(at, len(lines)) if lines[i].strip()]
    if run := _uneven(lines, kept):
        return _as_lines(lines, kept, run), kept[run[-1][1] - 1] + 1
    return None


def _width(lines: Sequence[str], kept: Sequence[int]) -> int:
    """Return how many headings stand before the first row, 0 where no row follows."""
    for width in _WIDTHS:
        if width >= len(kept):
            return 0
        if lines[kept[width]].strip() == "1":
            return width
        if not _HEADING.fullmatch(lines[kept[width]]):
            return 0
    return 0


def _even(lines: Sequence[str], kept: Sequence[int]) -> _Run:
    """Return where headings and rows begin and end, all as wide; at least two rows."""
    width = _width(lines, kept)
    run = [(0, width)]
    for number in count(1):
        start = number * width
        if not width or start + width > len(kept) or lines[kept[start]].strip() != str(number):
            break
        if any(lines[i].strip() == str(number + 1) for i in kept[start : start + width]):
            return []
        run.append((start, start + width))
    end = run[-1][1]
    goes_on = end < len(kept) and len(run) > 1 and _next_number(lines, kept, end, len(run), width)
    return [] if goes_on or len(run) < 3 else run  # noqa: PLR2004 - headings and two rows


def _next_number(
    lines: Sequence[str], kept: Sequence[int], start: int, number: int, width: int
) -> bool:
    """Whether another row follows soon, which is then not as wide as the others."""
    return any(lines[i].strip() == str(number) for i in kept[start : start + width])


def _uneven(lines: Sequence[str], kept: Sequence[int]) -> _Run:
    """Return where headings and rows begin and end, of any width up to the headings'."""
    width = _width(lines, kept)
    starts = [width] if width else []
    for number in count(2):
        found = (
            [
                i
                for i in range(starts[-1] + 2, min(starts[-1] + width + 1, len(kept)))
                if lines[kept[i]].strip() == str(number)
            ]
            if starts
            else []
        )
        if not found:
            break
        starts.append(found[0])
    if len(starts) < 2:  # noqa: PLR2004 - two rows
        return []
    last = min(starts[-1] + width, len(kept))
    return [(0, width), *zip(starts, [*starts[1:], last], strict=True)]


def _table(lines: Sequence[str], kept: Sequence[int], run: _Run) -> Table:
    grid = Grid()
    for start, end in run:
        grid.begin_row()
        for i in kept[start:end]:
            grid.add(lines[i].strip())
    wheres = [_place(kept, start, end) for start, end in run]
    return grid.table(f"{_place(kept, 0, run[-1][1])}的表", wheres)


def _as_lines(lines: Sequence[str], kept: Sequence[int], run: _Run) -> list[Line | Table]:
    return [
        Line(_place(kept, start, end), "  ".join(lines[i].strip() for i in kept[start:end]))
        for start, end in run
    ]


def _place(kept: Sequence[int], start: int, end: int) -> str:
    return place(kept[start], kept[end - 1] + 1)
