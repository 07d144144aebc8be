"""What a check looks at: the data, the day, and what was published before."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from register.history import Event, events_of
from register.problem import Place
from register.reading.dataset import Dataset, Entry
from register.records import Notice, Scheme
from register.records.notice import Act, Decision, NoticeRound
from register.records.standing import Standing
from register.rules.lines import Line, doubtful_lines
from register.rules.reference import Reference, Steps, unknown_references

Findings: TypeAlias = Iterator[tuple[Place, str]]


class Part(NamedTuple):
    """What one notice says of one round, and the steps that lead there."""

    entry: Entry[Notice]
    steps: Steps
    round: NoticeRound

    @property
    def decisions(self) -> Iterator[tuple[Steps, Decision]]:
        """Each decision with the steps that lead to it."""
        for i, decision in enumerate(self.round.decisions):
            yield (*self.steps, "decisions", i), decision


class Text(NamedTuple):
    """A file's whole text, comments too."""

    entry: Entry[Any]
    text: str

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str]]]:
        """Yield each match of `pattern` and its place."""
        for match in pattern.finditer(self.text):
            yield Place.in_text(self.entry.path, self.text, match.start()), match


def stands(event: Event) -> bool:
    """Whether no document takes an event's force away for good."""
    return not event.endings or event.ends is None


@dataclass(frozen=True)
class Case:
    """`published` holds the path (or kind/id) of every record of the revision before this one."""

    data: Dataset
    today: date
    published: frozenset[str] = frozenset()

    @cached_property
    def events(self) -> dict[str, tuple[Event, ...]]:
        """What the documents did to each station, oldest first; nothing where one is in doubt."""
        return events_of(self.data) if self.history_is_whole else {}

    @cached_property
    def acting(self) -> dict[str, tuple[Event, ...]]:
        """Every event of each station and centre on file that some act is about."""
        ids = self.data.ids["stations"] | self.data.ids["centres"]
        return {
            subject: events
            for subject, events in self.events.items()
            if any(event.act for event in events) and subject in ids
        }

    def live(self, subject: str) -> tuple[Event, ...]:
        """Return the events of documents that nobody withdrew or replaced, oldest first."""
        return tuple(event for event in self.events.get(subject, ()) if stands(event))

    def place(self, event: Event) -> Place:
        """Where the id stands that an event is about."""
        entry = self.data.notice[event.notice]
        return entry.place(*event.steps) if event.act else entry.key(*event.steps)

    def act(self, event: Event) -> Act:
        """Return the act that an event comes from."""
        return self.data.notice[event.notice].record.acts[int(event.steps[1])]

    def decision(self, event: Event) -> Decision:
        """Return the decision that an event comes from."""
        _rounds, i, _decisions, j, *_ = event.steps
        return self.data.notice[event.notice].record.rounds[int(i)].decisions[int(j)]

    @cached_property
    def unknown(self) -> dict[str, list[Reference]]:
        """The references that lead nowhere, by kind."""
        known: dict[str, Container[str]] = {**self.data.ids}
        if self.data.site:
            known["regions"] = self.data.site.record.regions
        found: dict[str, list[Reference]] = defaultdict(list)
        for reference in unknown_references(self.data, known):
            found[reference.kind].append(reference)
        return found

    @cached_property
    def history_is_whole(self) -> bool:
        """Whether every document could be read and told to which standings its grades belong."""
        data = self.data
        groups = (("schemes", data.schemes), ("rounds", data.rounds), ("notices", data.notices))
        return (
            all(len(group) == len(data.ids[kind]) for kind, group in groups)
            and not self.unknown.keys() & {"schemes", "rounds"}
            and all(
                set(self.grades_of(part.round.round) or ()) >= {d.grade for _, d in part.decisions}
                for part in self.parts
            )
        )

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every file's text."""
        return tuple(Text(entry, entry.content.decode()) for entry in self.data.entries)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every notice's rounds."""
        return tuple(
            Part(entry, ("rounds", i), part)
            for entry in self.data.notices
            for i, part in enumerate(entry.record.rounds)
        )

    @cached_property
    def doubtful_lines(self) -> tuple[Line, ...]:
        """The printed lines that do not plainly fit the station under whose id they stand."""
        return tuple(doubtful_lines(self.data))

    def scheme_of(self, round_id: str) -> Scheme | None:
        """Return the scheme of a round; None where one of them is not to be had."""
        round_ = self.data.round.get(round_id)
        scheme = self.data.scheme.get(round_.record.scheme) if round_ else None
        return scheme.record if scheme else None

    def grades_of(self, round_id: str) -> dict[str, Standing] | None:
        """Return a round's grades with their standings; None where its scheme is not to be had."""
        scheme = self.scheme_of(round_id)
        return {g.grade: g.standing for g in scheme.grades} if scheme else None
