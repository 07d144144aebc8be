"""Cells that span rows and columns → rows that all have the same number of cells."""

from collections.abc import Sequence

from register.importing.paper import Cell, Row, Table
from register.importing.readers.unreadable import MOST_CELLS, too_many_cells

BLANK = Cell("")


class Grid:
    """A table as it is written down, cell after cell; spans push later cells to the right."""

    def __init__(self) -> None:
        """Begin without any row."""
        self.rows: list[list[Cell]] = []
        self._from_above: dict[int, tuple[Cell, int]] = {}
        """By column: the cell that hangs down from above, and for how many rows more."""
        self._column = 0
        self._cells = 0

    def begin_row(self) -> None:
        """Begin the next row, after what hangs down from above."""
        self._end_row()
        self.rows.append([])
        self._column = 0

    def add(self, text: str, across: int = 1, down: int = 1) -> None:
        """Set a cell into the first free columns of the row."""
        self._fill_from_above()
        first = Cell(text)
        again = Cell(text, merged=True) if across > 1 or down > 1 else first
        self._count(across)
        self.rows[-1].extend([first] + [again] * (across - 1))
        if down > 1:
            for column in range(self._column, self._column + across):
                self._from_above[column] = (again, down - 1)
        self._column += across

    def table(self, where: str, row_wheres: Sequence[str]) -> Table:
        """Finish: fill up short rows; `row_wheres` names the place of each row."""
        self._end_row()
        self._from_above.clear()
        width = max((len(row) for row in self.rows), default=0)
        self._cells = 0
        self._count(width * len(self.rows))
        for row in self.rows:
            row.extend([BLANK] * (width - len(row)))
        return Table(where, [Row(*pair) for pair in zip(row_wheres, self.rows, strict=True)])

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MOST_CELLS:
            raise too_many_cells()

    def _fill_from_above(self) -> None:
        while self._column in self._from_above:
            cell, left = self._from_above.pop(self._column)
            self._count(1)
            self.rows[-1].append(cell)
            if left > 1:
                self._from_above[self._column] = (cell, left - 1)
            self._column += 1

    def _end_row(self) -> None:
        if not self.rows:
            return
        while any(column >= self._column for column in self._from_above):
            self._fill_from_above()
            if any(column >= self._column for column in self._from_above):
                self._count(1)
                self.rows[-1].append(BLANK)
                self._column += 1
