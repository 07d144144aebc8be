"""The rows of the schemes' score sheets, one an item."""

from collections.abc import Iterator
from typing import NamedTuple

from register.problem import Place
from register.reading.dataset import Entry
from register.records import Scheme
from register.records.score_sheet import Item
from register.rules.case import Case
from register.rules.reference import Steps


class Row(NamedTuple):
    """An item of a scheme's score sheet, and the steps to it."""

    entry: Entry[Scheme]
    steps: Steps
    item: Item

    def place(self, *steps: str | int) -> Place:
        """Where a field of the item stands."""
        return self.entry.place(*self.steps, *steps)

    def key(self, field: str) -> Place:
        """Where the name of a field of the item stands."""
        return self.entry.key(*self.steps, field)


def rows_in(case: Case) -> Iterator[Row]:
    """Yield each item of each scheme's score sheets."""
    for entry in case.data.schemes:
        for i, sheet in enumerate(entry.record.sheets):
            for j, heading in enumerate(sheet.headings):
                for k, item in enumerate(heading.items):
                    yield Row(entry, ("sheets", i, "headings", j, "items", k), item)
