"""Decided: what a paper decides, by our ids: its stations and their grades, totals and acts."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from register.importing.acts import Acted
from register.records.fields import Sic
from register.records.notice import ActKind


class Settled(NamedTuple):
    """A station of a decision: its id, the pieces that list it, the line as printed."""

    id: str
    grade: str
    printed: str
    pieces: tuple[int, ...]
    grounds: tuple[str, ...]


@dataclass
class Decided:
    """What the paper decides, by our ids, and what is not to be decided."""

    settled: dict[str, Settled] = field(default_factory=dict)
    unmatched: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    """Grade → the lines whose station is not to be told."""
    findings: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    sic: list[Sic] = field(default_factory=list)
    acts: list[Acted] = field(default_factory=list)
    kinds: Collection[ActKind] = ()
    """The acts that a word of the paper may be."""
    conflicts: set[str] = field(default_factory=set)
    totals: dict[str, int] = field(default_factory=dict)
    unnamed: dict[str, int] = field(default_factory=dict)

    @property
    def judges(self) -> bool:
        """Whether the paper grades stations, named or not."""
        return bool(self.settled or self.unmatched or self.unnamed)


__all__ = ["Decided", "Settled"]
