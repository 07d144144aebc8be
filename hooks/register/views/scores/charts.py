"""Charts: bars as plain values, always with the table that holds their numbers.

Three ways of filling a bar (empty, hatched, solid) tell whose it is, so that it prints in grey.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

WIDTH = 360
_BAR = 12
_PITCH = 17
_LABEL = 20
_GAP = 10
_WORDS = 120  # what a full bar leaves at its right for the number
FULL = WIDTH - _WORDS
FILLS = ("empty", "hatched", "solid")


class Table(NamedTuple):
    """A chart's numbers; the first cell of each row names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Value(NamedTuple):
    """What a bar stands for: a share of the whole, none where nothing is on file, and its words."""

    fill: str
    share: Fraction | None
    words: str


class Bar(NamedTuple):
    """A bar in the picture's own units."""

    fill: str
    y: int
    width: float
    words: str
    words_y: int


class Row(NamedTuple):
    """The bars of one thing, below its name."""

    words: str
    y: int
    bars: tuple[Bar, ...]


class Key(NamedTuple):
    """What one way of filling means."""

    fill: str
    words: str
    x: int


class Chart(NamedTuple):
    """A picture of bars; `id` is one on its page."""

    id: str
    title: str
    description: str
    width: int
    height: int
    full: int
    keys: tuple[Key, ...]
    rows: tuple[Row, ...]
    table: Table


def chart(
    id_: str,
    title: str,
    description: str,
    keys: Sequence[tuple[str, str]],
    rows: Sequence[tuple[str, Sequence[Value]]],
    table: Table,
) -> Chart:
    """Lay out the bars; `keys` are (fill, words), `rows` are (name, values)."""
    laid = tuple(_rows(rows))
    return Chart(
        id=id_,
        title=title,
        description=description,
        width=WIDTH,
        height=_height(rows),
        full=FULL,
        keys=tuple(Key(fill, words, n * WIDTH // 3) for n, (fill, words) in enumerate(keys)),
        rows=laid,
        table=table,
    )


def _height(rows: Sequence[tuple[str, Sequence[Value]]]) -> int:
    return _TOP + sum(_LABEL + _PITCH * len(values) + _GAP for _, values in rows)


_TOP = 24


def _rows(rows: Sequence[tuple[str, Sequence[Value]]]) -> Iterator[Row]:
    top = _TOP
    for words, values in rows:
        first = top + _LABEL
        bars = tuple(_bar(value, first + _PITCH * n) for n, value in enumerate(values))
        yield Row(words, top + _LABEL - 6, bars)
        top = first + _PITCH * len(values) + _GAP


def _bar(value: Value, y: int) -> Bar:
    width = 0.0 if value.share is None else round(float(min(value.share, Fraction(1))) * FULL, 1)
    return Bar(value.fill, y, width, value.words, y + _BAR - 2)
