"""Filled score sheets, each score beside the sheet that it fills."""

from collections.abc import Iterator
from typing import NamedTuple

from register.assessment.points import allowed
from register.problem import Place
from register.reading.dataset import Entry
from register.records import StationSheet
from register.records.score_sheet import Item, ScoreSheet
from register.records.station_sheet import Score
from register.rules.case import Case
from register.rules.faulty import faulty_sheets
from register.rules.reference import Steps


class Scored(NamedTuple):
    """One score, the score sheet that it fills, and the steps to it."""

    entry: Entry[StationSheet]
    steps: Steps
    score: Score
    sheet: ScoreSheet

    @property
    def items(self) -> dict[str, Item]:
        """The score sheet's items by id."""
        return {item.id: item for heading in self.sheet.headings for item in heading.items}

    @property
    def points(self) -> Iterator[tuple[Item, int]]:
        """Yield each item's points."""
        for id_, item in self.items.items():
            if id_ in self.score.points:
                yield item, self.score.points[id_]

    @property
    def measured(self) -> Iterator[tuple[Item, float]]:
        """Yield each item's measured value."""
        for id_, item in self.items.items():
            if id_ in self.score.measured:
                yield item, self.score.measured[id_]

    def place(self, *steps: str) -> Place:
        """Where a value of the score stands."""
        return self.entry.place(*self.steps, *steps)

    def key(self, *steps: str) -> Place:
        """Where the name of a value of the score stands."""
        return self.entry.key(*self.steps, *steps)


def scored_in(case: Case) -> Iterator[Scored]:
    """Yield each score of a score sheet that the scheme has, and has without fault."""
    faulty = faulty_sheets(case) if case.data.sheets else frozenset[tuple[str, str]]()
    for entry in case.data.sheets:
        scheme = case.scheme_of(entry.round)
        own = scheme.sheets if scheme else ()
        sheets = {s.id: s for s in own if scheme and (scheme.id, s.id) not in faulty}
        for i, filled in enumerate(entry.record.sheets):
            if sheet := sheets.get(filled.sheet):
                for j, score in enumerate(filled.scores):
                    yield Scored(entry, ("sheets", i, "scores", j), score, sheet)


def possible(item: Item) -> frozenset[int]:
    """Return the points that an item can come to; where it says `unless`, always 0 too."""
    return allowed(item) | ({0} if item.unless else set())


def listed(points: frozenset[int]) -> str:
    """Say which points there are: 0、2、4."""
    return "、".join(str(each) for each in sorted(points))
