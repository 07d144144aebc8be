"""The dataset: every record that could be read, each with the file that it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from register.problem import Place
from register.reading.nodes import Node, find
from register.reading.yaml_nodes import to_nodes
from register.records import (
    KINDS,
    Centre,
    Host,
    Notice,
    Round,
    Scheme,
    Site,
    Station,
    StationSheet,
    Visit,
)

R = TypeVar("R")


@dataclass(frozen=True)
class Entry(Generic[R]):
    """A record, the path of its file below the data folder, and the file's bytes.

    Places are looked up in the bytes when a rule asks for one, which is seldom; so no nodes
    are kept.
    """

    path: str
    content: bytes = field(repr=False)
    record: R

    @cached_property
    def stem(self) -> str:
        """The file's name without its extension."""
        return self.path.rsplit("/", 1)[-1].removesuffix(".yml")

    @cached_property
    def region(self) -> str:
        """The folder that holds the file."""
        return self.path.split("/")[-2]

    @property
    def round(self) -> str:
        """The round that a sheet or a visit belongs to."""
        return self.path.split("/")[1]

    @cached_property
    def root(self) -> Node:
        """The file's nodes, read again."""
        node, _problems = to_nodes(self.path, self.content)
        if node is None:
            raise ValueError(f"{self.path} cannot be read")
        return node

    def place(self, *steps: str | int) -> Place:
        """Where the value at `steps` stands (or the nearest thing above it)."""
        node = find(self.root, steps)
        return Place(self.path, node.line, node.column)

    def key(self, *steps: str | int) -> Place:
        """Where the key at `steps` stands."""
        node = find(self.root, steps, key=True)
        return Place(self.path, node.line, node.column)


@dataclass(frozen=True)
class Dataset:
    """All that was read.

    `ids` holds the ids of unreadable files too, so that nothing else stumbles; `withheld` holds
    the days from which items would speak that may not be published, by station or centre.
    """

    digest: str
    site: Entry[Site] | None
    stations: tuple[Entry[Station], ...] = ()
    hosts: tuple[Entry[Host], ...] = ()
    centres: tuple[Entry[Centre], ...] = ()
    schemes: tuple[Entry[Scheme], ...] = ()
    rounds: tuple[Entry[Round], ...] = ()
    sheets: tuple[Entry[StationSheet], ...] = ()
    visits: tuple[Entry[Visit], ...] = ()
    notices: tuple[Entry[Notice], ...] = ()
    paths: tuple[str, ...] = ()
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    withheld: dict[str, tuple[date, ...]] = field(default_factory=dict)

    @property
    def entries(self) -> Iterator[Entry[Any]]:
        """Every entry, the site's too."""
        for kind in KINDS:
            yield from self.of(kind)

    def of(self, kind: str) -> tuple[Entry[Any], ...]:
        """Return the entries of one kind."""
        if kind == "site":
            return (self.site,) if self.site else ()
        found: tuple[Entry[Any], ...] = getattr(self, kind)
        return found

    @cached_property
    def station(self) -> dict[str, Entry[Station]]:
        """Stations by id."""
        return {entry.stem: entry for entry in self.stations}

    @cached_property
    def host(self) -> dict[str, Entry[Host]]:
        """Hosts by id."""
        return {entry.stem: entry for entry in self.hosts}

    @cached_property
    def centre(self) -> dict[str, Entry[Centre]]:
        """Centres by id."""
        return {entry.stem: entry for entry in self.centres}

    @cached_property
    def scheme(self) -> dict[str, Entry[Scheme]]:
        """Schemes by id."""
        return {entry.stem: entry for entry in self.schemes}

    @cached_property
    def round(self) -> dict[str, Entry[Round]]:
        """Rounds by id."""
        return {entry.stem: entry for entry in self.rounds}

    @cached_property
    def notice(self) -> dict[str, Entry[Notice]]:
        """Notices by id."""
        return {entry.stem: entry for entry in self.notices}
