"""A paper: what stands in an official document, line by line and row by row, wherever it came from.

Readers of Word, Excel, web pages and plain text make one; what understands lists and tables sees
nothing else. Texts are as found: nothing is cleaned, dropped or joined here, for each piece must be
accounted for. Only what is blank is no piece: blank lines are left out, and of a gap of blank rows
or columns in a sheet one is kept.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Cell(NamedTuple):
    """A cell of a table's grid."""

    text: str
    """As found, with a line break where a person sees one."""
    merged: bool = False
    """Whether a merged cell covers it that begins further left or up; its text is repeated here."""


class Line(NamedTuple):
    """A paragraph, or a line of a plain text."""

    where: str
    """Where a person finds it, such as 第 12 段 or 第 3 行."""
    text: str


class Row(NamedTuple):
    """A row of a table, all rows of which have the same number of cells."""

    where: str
    """Where a person finds it, such as 表 1 第 4 行 or 工作表“名单”第 4 行."""
    cells: Sequence[Cell]

    @property
    def text(self) -> str:
        """What a person reads in it, from left to right, each merged cell once."""
        return "\t".join(cell.text for cell in self.cells if not cell.merged)


class Table(NamedTuple):
    """A table of a document, or a sheet of a workbook."""

    where: str
    """Such as 表 1 or 工作表“名单”."""
    rows: Sequence[Row]


class Paper(NamedTuple):
    """A document in its own order."""

    name: str
    """Of the file, without its folder."""
    blocks: Sequence[Line | Table]
    remarks: Sequence[str] = ()
    """What the reader has to say of the file itself: sentences for the person who brought it."""

    def pieces(self) -> Iterator[Line | Row]:
        """Yield each line and each row: what has to be accounted for."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from block.rows
            else:
                yield block
