"""A printout: what stands on a paper from top to bottom, whatever sets it.

It knows nothing of Word or PDF, and its text can be read as plain lines.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

_NARROW = 20


class Kind(Enum):
    """What a paragraph is; how each is set stands in the layout."""

    MARK = "mark"
    """What this paper is not; on the first page, and small at the head of every other."""
    NUMBER = "number"
    TITLE = "title"
    ADDRESSEE = "addressee"
    ALERT = "alert"
    """What a reader must know first, such as that the document was withdrawn."""
    BODY = "body"
    SECTION = "section"
    PART = "part"
    LISTED = "listed"
    """One line of a list, as the document printed it."""
    ANNEXES = "annexes"
    """The first name of an annex, below the text."""
    ANNEXES_MORE = "annexes-more"
    SIGNED = "signed"
    SIGNED_MORE = "signed-more"
    ANNEX = "annex"
    """The word 附件 at the head of a new page."""
    ANNEX_TITLE = "annex-title"
    REMARKS = "remarks"
    REMARK = "remark"


class Paragraph(NamedTuple):
    """One paragraph; `right`: how many characters from the right edge a signature ends."""

    kind: Kind
    text: str
    right: float = 0


class Grid(NamedTuple):
    """A table; its header stands again on every page. `widths` are in hundredths of the line."""

    caption: str
    """What it holds, for those who cannot see it."""
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    widths: tuple[int, ...]

    def is_narrow(self, column: int) -> bool:
        """Whether a column holds but a few characters, which stand in its middle."""
        return self.widths[column] <= _NARROW


class Printout(NamedTuple):
    """A paper. `day` is the day that it bears; nothing else of it depends on when it was made."""

    title: str
    subject: str
    day: date
    marks: tuple[str, ...]
    blocks: Sequence[Paragraph | Grid]

    @property
    def running(self) -> str:
        """The line at the head of every page after the first."""
        return "　".join(self.marks)

    def lines(self) -> Iterator[str]:
        """Yield its text: a paragraph a line, the cells of a row set off by tabs."""
        for block in self.blocks:
            if isinstance(block, Grid):
                yield from ("\t".join(row) for row in (block.header, *block.rows))
            else:
                yield block.text
