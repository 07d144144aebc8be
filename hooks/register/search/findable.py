"""What can be found: a station as the search knows it, and a page that is about something else."""

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
    """The grade as printed, "" where an act or nothing decided."""
    year: int | None
    """The year that it speaks of."""
    status: str
    """One line: 2010年度合格，此后无在案结论."""
    notice: str
    """The id of the document that says so, "" where there is none."""


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
    """The names of the hosts that run it now."""
    aliases: tuple[str, ...]
    region: str
    """The region's Chinese name."""
    city: str
    now: Said
    """What is said today; its standing is that of the newest decision on file, "" without one."""
    day: date | None
    """The day of that decision."""
    former: tuple[str, ...] = ()
    """Former names of these, and hosts that ran it before."""
    kinds: tuple[str, ...] = ()
    """Kinds of its hosts: 企业, 院校."""
    occupations: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    """The station's code, its licences' numbers."""
    supervisor: str = ""
    spans: tuple[Begins, ...] = ()
    """What is said for each day, oldest first."""


class PageEntry(NamedTuple):
    """A heading of a handwritten page, or a document; `url` is relative to the site's root."""

    title: str
    about: str
    """The page that the heading is on, or the document's number and day."""
    url: str
    kind: str = "page"
    """page or notice."""
