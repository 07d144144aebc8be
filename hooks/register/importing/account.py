"""The account of a paper: what became of each of its lines and rows."""

from enum import Enum
from typing import NamedTuple


class Use(Enum):
    """What became of a piece."""

    TAKEN = "录入"
    CONTEXT = "上下文"
    LEFT = "没有录入"


class Accounted(NamedTuple):
    """A line or a row, and what became of it."""

    where: str
    use: Use
    why: str
    """As what it was taken, or why it was left out."""


class Finding(NamedTuple):
    """What a person should look at before the proposal is used."""

    where: str
    what: str
    """In a word or two, such as 分值错行."""
    text: str
