"""The two score sheets of 人社厅函〔2011〕33号: their sums by heading, and their gaps."""

from pathlib import Path

import pytest

from register.assessment.points import Gap, allowed, gaps
from register.reading import read
from register.records.score_sheet import ScoreSheet

ROOT = Path(__file__).parents[2]
HEADINGS = [[11, 14, 14, 5, 5, 32, 2, 7, 10], [15, 30, 15, 10, 25, 5]]


@pytest.fixture(scope="module")
def sheets() -> tuple[ScoreSheet, ...]:
    data, _problems = read(ROOT / "tests/gansu_register")
    return data.scheme["henan-pinggu"].record.sheets


def test_the_headings_are_those_of_the_document_and_sum_to_100(
    sheets: tuple[ScoreSheet, ...],
) -> None:
    assert [[heading.points for heading in sheet.headings] for sheet in sheets] == HEADINGS
    assert [sheet.points for sheet in sheets] == [100, 100] == [sum(each) for each in HEADINGS]


def test_the_items_of_each_heading_sum_to_its_points(sheets: tuple[ScoreSheet, ...]) -> None:
    for sheet in sheets:
        for heading in sheet.headings:
            assert sum(item.points for item in heading.items) == heading.points, heading.name


def test_every_item_can_be_given_its_full_points(sheets: tuple[ScoreSheet, ...]) -> None:
    items = [item for sheet in sheets for heading in sheet.headings for item in heading.items]
    assert [item.id for item in items if max(allowed(item)) != item.points] == []


def test_no_pass_mark_stands_where_the_document_has_none(sheets: tuple[ScoreSheet, ...]) -> None:
    assert [sheet.pass_mark for sheet in sheets] == [None, None]


def test_the_bands_leave_open_what_the_document_leaves_open(
    sheets: tuple[ScoreSheet, ...],
) -> None:
    found = {
        (item.measures, item.unit): list(gaps(item))
        for sheet in sheets
        for heading in sheet.headings
        for item in heading.items
        if item.levels and gaps(item)
    }
    assert list(found.values()) == [
        [Gap(3, 3, frozenset())],  # exactly three problems
        [Gap(3, 3, frozenset())],  # exactly 3 %
        [Gap(6, 8, frozenset())],  # above 6, below 8 square metres
        [Gap(60, 60, frozenset({1, 2}))],  # exactly 60 %
    ]
