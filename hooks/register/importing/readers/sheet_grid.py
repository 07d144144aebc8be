"""The cells of a sheet, wherever in it they stand → a table without the void around them.

A sheet has room for seventeen thousand million cells; only those that hold something are kept, and
of a gap between them one row and one column.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from register.importing.paper import Cell, Row, Table
from register.importing.readers.grid import BLANK
from register.importing.readers.unreadable import MOST_CELLS, too_many_cells

Place = tuple[int, int]


class Area(NamedTuple):
    """A merged area, all numbers from 1 and the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(NamedTuple):
    """A sheet as a workbook's reader finds it; rows and columns count from 1."""

    name: str
    texts: Mapping[Place, str]
    merged: Sequence[Area] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: Sequence[str] = ()
    """By their letters, such as D or F:H."""


def sheet_table(sheet: Sheet) -> Table:
    """Lay out a sheet; a sheet without text becomes a table without rows."""
    covered = dict(_covered(sheet))
    texts = {place: text for place, text in sheet.texts.items() if text.strip()}
    filled = {**covered, **texts}
    where = _sheet_where(sheet)
    rows = _with_gaps({row for row, _ in filled})
    columns = _with_gaps({column for _, column in filled})
    if len(rows) * len(columns) > MOST_CELLS:
        raise too_many_cells()
    return Table(
        where,
        [
            Row(
                f"{where}第 {row} 行" + ("（隐藏）" if row in sheet.hidden_rows else ""),
                [_cell(texts, covered, (row, column)) for column in columns],
            )
            for row in rows
        ],
    )


def _cell(texts: Mapping[Place, str], covered: Mapping[Place, str], place: Place) -> Cell:
    if place in covered:
        return Cell(covered[place], merged=True)
    return Cell(texts[place]) if place in texts else BLANK


def _covered(sheet: Sheet) -> Iterable[tuple[Place, str]]:
    """Each place that a merged area covers, with the area's text; areas without text are void."""
    left = MOST_CELLS
    for area in sheet.merged:
        text = sheet.texts.get((area.top, area.left), "")
        if not text.strip():
            continue
        left -= (area.bottom - area.top + 1) * (area.right - area.left + 1)
        if left < 0:
            raise too_many_cells()
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                if (row, column) != (area.top, area.left):
                    yield (row, column), text


def _with_gaps(used: set[int]) -> list[int]:
    """The used numbers in order, and the first one of each gap between them."""
    kept: list[int] = []
    for number in sorted(used):
        if kept and number > kept[-1] + 1:
            kept.append(kept[-1] + 1)
        kept.append(number)
    return kept


def _sheet_where(sheet: Sheet) -> str:
    marks = ["隐藏"] if sheet.hidden else []
    if sheet.hidden_columns:
        marks.append(f"{'、'.join(sheet.hidden_columns)} 列隐藏")
    return f"工作表“{sheet.name}”" + (f"（{'，'.join(marks)}）" if marks else "")
