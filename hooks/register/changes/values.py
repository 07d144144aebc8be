"""The value that a comparison of two registers gives: plain, frozen, and as JSON of the same shape.

`msgspec.json.encode` writes it, `msgspec.json.decode(…, type=Changes)` reads it back, and
`msgspec.json.schema(Changes)` states its shape. Addresses (`path`) are below the site's root.
"""

from datetime import date
from enum import Enum

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the comparison."""


class Ref(msgspec.Struct, frozen=True, order=True):
    """Words for a station, a document or another record, and the address of its page."""

    words: str
    path: str


class Direction(Enum):
    """How a station's standing moves; the order is the one in which a reader is told."""

    WORSE = "worse"
    BETTER = "better"
    FIRST = "first"
    ENDED = "ended"
    GONE = "gone"  # no decision on file any more
    OTHER = "other"  # neither is better
    SAME = "same"  # another year or document, the same standing


class State(Value, frozen=True, kw_only=True):
    """What holds for a station on the day: our class, its words, the grade as printed, the year."""

    standing: str
    words: str
    grade: str
    year: int | None
    phase: str
    document: Ref | None


class Move(Value, frozen=True, kw_only=True):
    """One station or centre for which something else holds after the change.

    `documents`: the new documents that say so; none where the standing moves without one.
    """

    subject: Ref
    direction: Direction
    before: State
    after: State
    documents: tuple[Ref, ...]


class Coming(Value, frozen=True, kw_only=True):
    """A decision or act that takes effect only after the day."""

    subject: Ref
    since: date
    words: str
    document: Ref


class Total(Value, frozen=True, kw_only=True):
    """How many stations (or centres) stand in one class before and after."""

    judged: str
    standing: str
    title: str
    before: int
    after: int


class Undocumented(Value, frozen=True, kw_only=True):
    """A decision or act of a document already on file that reads otherwise, or is gone, or is new.

    `explained`: a correction of ours came with it; `withheld`: its publication has ended.
    """

    subject: Ref
    document: Ref
    before: str
    after: str
    explained: bool
    withheld: bool


class Printed(Value, frozen=True, kw_only=True):
    """A line of a document on file that is copied otherwise than before."""

    subject: Ref
    document: Ref
    before: str
    after: str
    explained: bool


class Fact(Value, frozen=True, kw_only=True):
    """One value of a record on file that reads otherwise."""

    kind: str
    record: Ref
    field: str
    before: str
    after: str
    explained: bool


class Added(Value, frozen=True, kw_only=True):
    """A record that is new, or gone."""

    kind: str
    title: str
    record: Ref


class HostChange(Value, frozen=True, kw_only=True):
    """A station that other organisations run after the change."""

    station: Ref
    before: tuple[str, ...]
    after: tuple[str, ...]
    document: Ref | None


class OurCorrection(Value, frozen=True, kw_only=True):
    """A new entry of `corrections`."""

    record: Ref
    on: date
    was: str
    now: str
    because: str


class Missing(Value, frozen=True, kw_only=True):
    """What the documents on file leave open; `new`: not so before the change."""

    kind: str
    words: str
    record: Ref
    number: int
    new: bool


class Adverse(Value, frozen=True, kw_only=True):
    """Something in the change that may harm someone, and so needs a second person."""

    kind: str
    subject: Ref
    words: str
    document: Ref | None


class PageGroup(Value, frozen=True, kw_only=True):
    """The pages of one part of the site that differ; addresses in order."""

    part: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


class Changes(Value, frozen=True, kw_only=True):
    """What a leader must know of a change, on the day `today`.

    `pages` is null where the pages were not compared; `base_errors` counts the errors of the data
    before: where there are some, everything of the head is new. `same`: the bytes are the same.
    `outside`: the files that are no data and differ, where that was asked.
    """

    today: date
    same: bool
    base_errors: int
    adverse: tuple[Adverse, ...]
    undocumented: tuple[Undocumented, ...]
    moves: tuple[Move, ...]
    coming: tuple[Coming, ...]
    totals: tuple[Total, ...]
    added: tuple[Added, ...]
    removed: tuple[Added, ...]
    hosts: tuple[HostChange, ...]
    corrections: tuple[OurCorrection, ...]
    printed: tuple[Printed, ...]
    facts: tuple[Fact, ...]
    missing: tuple[Missing, ...]
    pages: tuple[PageGroup, ...] | None
    outside: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether no record says anything else."""
        told = (self.adverse, self.undocumented, self.moves, self.coming, self.added, self.removed)
        more = (self.hosts, self.corrections, self.printed, self.facts, self.pages or ())
        return not any((*told, *more))
