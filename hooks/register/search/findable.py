"""What can be found: a station as the search knows it, and a heading of a handwritten page."""

from datetime import date
from typing import NamedTuple


class Said(NamedTuple):
    """What the site says of a station for some days: as its mark and its line say it."""

    standing: str
    """The mark's code: `Standing.value`, "none" or "merged"."""
    words: str
    """The mark's words: 2010年度合格."""
    phase: str
    grade: str
    year: int | None
    status: str


class Begins(NamedTuple):
    """From `since` on (None: from the beginning) that is said."""

    since: date | None
    said: Said


class Findable(NamedTuple):
    """A station: what it is called, what it is, and what the site says of it today."""

    id: str
    name: str
    ordinal: int | None
    hosts: tuple[str, ...]
    """Current and former names of its hosts."""
    aliases: tuple[str, ...]
    region: str
    """The region's Chinese name."""
    standing: str
    """`Standing.value` of the newest decision on file, "" where there is none."""
    grade: str
    """The grade of that decision as printed."""
    year: int | None
    """The year that it speaks of."""
    status: str
    """What the site says in one line today: 2010年度合格，此后无在案结论."""
    more: tuple[str, ...]
    """Other words to be found by: city, occupations, licence number, code."""
    spans: tuple[Begins, ...] = ()
    """What is said for each day, oldest first."""


class Heading(NamedTuple):
    """A handwritten page or a heading on it; `url` is relative to the site's root."""

    title: str
    page: str
    url: str
