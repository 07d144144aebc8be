"""Pairs: which round is compared with which, and how everyone in them differs."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from register.assessment.scope import Place, place_of
from register.records.round import Round
from register.records.scheme import Judged
from register.register import Register
from register.views.round.results import Result, counted, results, standings


class Kind(Enum):
    """How one differs between two rounds."""

    GRADE = "grade"
    ONCE = "once"  # one of the rounds does not list it
    OUT = "out"  # one of the rounds is not about it, by its scope or because it had ended


_ABOUT = {Place.OUT: "不在范围内", Place.ENDED: "检查前已撤销等"}


@dataclass(frozen=True)
class Pair:
    """A round and the one before it, each with its results."""

    register: Register
    previous: Round
    round: Round

    @cached_property
    def before(self) -> Mapping[str, Result]:
        """The results of the round before."""
        return results(self.register, self.previous.id)

    @cached_property
    def after(self) -> Mapping[str, Result]:
        """The results of the round."""
        return results(self.register, self.round.id)

    @cached_property
    def everyone(self) -> tuple[str, ...]:
        """All that one of the two lists."""
        return tuple(dict.fromkeys((*self.before, *self.after)))

    @property
    def same_scheme(self) -> bool:
        """Whether the grades of both are words of one scheme."""
        return self.round.scheme == self.previous.scheme

    def kind(self, subject: str) -> Kind | None:
        """Return how one differs; grades of two schemes differ where our standings do."""
        before, after = self.before.get(subject), self.after.get(subject)
        if before and after:
            return Kind.GRADE if self._differs(before, after) else None
        return Kind.OUT if self.outside(subject) else Kind.ONCE

    def _differs(self, before: Result, after: Result) -> bool:
        if self.same_scheme:
            return before.grade != after.grade
        schemes = self.register.schemes
        old = standings(schemes[self.previous.scheme])[before.grade]
        return old is not standings(schemes[self.round.scheme])[after.grade]

    def outside(self, subject: str) -> str:
        """Say why the round that does not list one is not about it; nothing where it is."""
        round_ = self.round if subject in self.before else self.previous
        station = self.register.stations.get(subject)
        if station is None:
            return ""
        scheme = self.register.schemes[round_.scheme]
        place = place_of(station.record, station.region, round_, scheme, station.spans)
        return _ABOUT.get(place, "")


def predecessors(register: Register) -> dict[str, Round]:
    """Return for each round with results the one to compare it with.

    The newest earlier one of the same region with results; of the same scheme, where there is one.
    """
    found: dict[str, Round] = {}
    for rounds in _with_results(register).values():
        for n, round_ in enumerate(rounds):
            before = rounds[:n]
            same = [other for other in before if other.scheme == round_.scheme]
            if before:
                found[round_.id] = (same or before)[-1]
    return found


def _with_results(register: Register) -> Mapping[tuple[str | None, Judged], list[Round]]:
    """Return the rounds with results of each region and kind, oldest first."""
    first = _first_results(register)
    found: dict[tuple[str | None, Judged], list[Round]] = defaultdict(list)
    for id_ in sorted(first, key=lambda i: (register.rounds[i].year, first[i], i)):
        round_ = register.rounds[id_]
        found[round_.region, register.schemes[round_.scheme].judges].append(round_)
    return found


def _first_results(register: Register) -> dict[str, date]:
    """Return for each round with named results that count the day of the first document."""
    found: dict[str, date] = {}
    for id_ in register.rounds:
        days = [
            register.notices[notice].decided
            for notice, decision in counted(register, id_)
            if decision.stations or decision.centres
        ]
        if days:
            found[id_] = min(days)
    return found
