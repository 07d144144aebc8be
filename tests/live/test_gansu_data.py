"""Gansu's data of 2011: no findings, and the annex of the notice line by line."""

from datetime import date
from pathlib import Path

import pytest

from register.names.script import simplified, without_debris
from register.reading import Dataset, read
from register.rules import judge

ROOT = Path(__file__).parents[2]
ANNEX = ROOT / "tests/fixtures/gansu-2011-67-annex.txt"
COUNTS = {"合格": 53, "不合格": 5, "撤销": 5}


@pytest.fixture(scope="module")
def data() -> Dataset:
    found, problems = read(ROOT / "tests/gansu_register")
    assert problems == []
    return found


def printed(data: Dataset) -> list[tuple[str, str, str]]:
    """(grade, station, line) of each line of the notice's annex."""
    (part,) = data.notice["gansu-2011-67"].record.rounds
    return [
        (d.grade, station, line) for d in part.decisions for station, line in d.stations.items()
    ]


def test_the_shipped_data_have_no_findings(data: Dataset) -> None:
    assert judge(data, date(2026, 11, 22)) == []


def test_there_are_63_stations_each_with_its_host_and_grade(data: Dataset) -> None:
    grades = [grade for grade, _station, _line in printed(data)]
    assert {grade: grades.count(grade) for grade in COUNTS} == COUNTS
    assert {station for _grade, station, _line in printed(data)} == set(data.station)
    assert len(data.station) == len(data.host) == 63
    hosts = [term.host for entry in data.stations for term in entry.record.hosts]
    assert sorted(hosts) == sorted(data.host)


def test_the_totals_are_those_of_the_notice(data: Dataset) -> None:
    (part,) = data.notice["gansu-2011-67"].record.rounds
    assert part.totals == COUNTS


def test_the_printed_lines_are_those_of_the_annex(data: Dataset) -> None:
    text = simplified(without_debris(ANNEX.read_text(encoding="utf-8")))
    lines = [line for line in text.splitlines() if line.startswith("甘肃省第")]
    assert len(lines) == 63
    assert [line for _grade, _station, line in printed(data)] == lines


def test_the_annex_counts_as_its_headings_say() -> None:
    text = simplified(without_debris(ANNEX.read_text(encoding="utf-8")))
    headings = [line for line in text.splitlines() if not line.startswith("甘肃省第")]
    assert [heading[2:] for heading in headings] == [
        "合格国家职业技能鉴定所名单(53所)",
        "不合格职业技能鉴定所名单(5所)",
        "撤销的鉴定所(5所)",
    ]


def test_each_id_bears_the_ordinal_of_its_station(data: Dataset) -> None:
    for entry in data.stations:
        assert entry.stem == f"gansu-{entry.record.ordinal:02}"
