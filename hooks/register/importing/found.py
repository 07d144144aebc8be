"""Found: what a paper says: listed stations, sections, totals, clues, and each piece's mark."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from register.importing.account import Use
from register.importing.cleaning import Piece
from register.importing.facts import Facts
from register.importing.listed import Listed
from register.importing.outline import Heading
from register.importing.prose import SaidOf, SaidTotal
from register.importing.renamings import Renaming


class Mark(NamedTuple):
    """What became of a piece, and as what or why."""

    use: Use
    why: str


class Placed(NamedTuple):
    """A station listed in a piece, and the grade that the paper gives it, if that is certain."""

    piece: int
    listed: Listed
    grade: str | None
    doubt: str
    section: int
    grounds: str = ""


class Section(NamedTuple):
    """A heading, the piece that it stands in, and the reason that it gives."""

    piece: int
    heading: Heading
    grade: str | None
    doubt: str
    grounds: str
    parent: int = -1


class Unplaced(NamedTuple):
    """Something that the paper lists and that became no record, and why."""

    piece: int
    text: str
    why: str


class Clue(NamedTuple):
    """Something that a person should look at: what, and the words of the paper."""

    piece: int
    what: str
    text: str


@dataclass
class Understanding:
    """What a paper says."""

    pieces: Sequence[Piece]
    marks: list[Mark]
    facts: Facts
    placed: list[Placed] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    totals: list[tuple[int, SaidTotal]] = field(default_factory=list)
    said: list[tuple[int, SaidOf]] = field(default_factory=list)
    private: dict[int, frozenset[int]] = field(default_factory=dict)
    """Piece → those of its cells that speak of persons."""
    renamings: list[tuple[int, Renaming]] = field(default_factory=list)
    clues: list[Clue] = field(default_factory=list)


RENAMING = "更名或合并"
REST = "上一行的后半"
EMPTY_CELL = "这一格是空的"

__all__ = [
    "EMPTY_CELL",
    "RENAMING",
    "REST",
    "Clue",
    "Mark",
    "Placed",
    "Section",
    "Understanding",
    "Unplaced",
]
