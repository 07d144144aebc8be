"""The benchmark's own footing: the same data each time, lawful data, answers that exist."""

from datetime import date
from pathlib import Path

import pytest
from tests.search_bench.facts import Facts, facts, slips_within
from tests.search_bench.places import City, Province
from tests.search_bench.queries import Split, by_hand, drawn
from tests.search_bench.written import write_register

from register.reading import read
from register.rules import judge

TODAY = date(2026, 11, 22)
GANSU = Province(
    "甘肃省",
    (
        City("兰州市", ("城关区", "七里河区", "永登县", "皋兰县")),
        City("天水市", ("秦州区", "清水县", "甘谷县")),
        City("酒泉市", ("肃州区", "敦煌市", "肃北蒙古族自治县")),
        City("临夏回族自治州", ("临夏市", "积石山保安族东乡族撒拉族自治县")),
    ),
)
CHONGQING = Province("重庆市", (City("万州区", ()), City("渝中区", ()), City("长寿区", ())))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made")
    write_register(made, 63, 1, [GANSU, CHONGQING])
    return made


@pytest.fixture(scope="module")
def made_up(folder: Path) -> Facts:
    return facts(folder, TODAY)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yml")
    }


def test_the_same_numbers_make_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_register(tmp_path / "again", 63, 1, [GANSU, CHONGQING])
    write_register(tmp_path / "other", 63, 2, [GANSU, CHONGQING])
    assert contents(tmp_path / "again") == contents(folder)
    assert contents(tmp_path / "other") != contents(folder)


@pytest.mark.parametrize("count", [63, 400])
def test_made_up_registers_have_no_errors(count: int, tmp_path: Path) -> None:
    write_register(tmp_path, count, 3, [GANSU, CHONGQING])
    data, problems = read(tmp_path)
    found = [*problems, *judge(data, TODAY)]
    assert [p.line("") for p in found if p.severity.name == "ERROR"] == []
    assert len(data.stations) == count


@pytest.mark.parametrize("split", ["dev", "held"])
def test_every_answer_exists(split: Split, made_up: Facts) -> None:
    queries = drawn(made_up, split, each=4)
    assert len(queries) > 100
    for query in queries:
        assert made_up.by_id.keys() >= {*query.answers, *query.shown}, query
        assert bool(query.answers) != query.kind.startswith("no such"), query


def test_queries_are_the_same_each_time(made_up: Facts) -> None:
    assert drawn(made_up, "dev", each=3) == drawn(made_up, "dev", each=3)


@pytest.mark.parametrize("split", ["dev", "held"])
def test_queries_written_by_hand_name_real_stations(split: Split) -> None:
    real = facts(Path(__file__).parents[1] / "gansu_register", TODAY)
    queries = by_hand(split)
    assert len(queries) > 100
    for query in queries:
        assert real.by_id.keys() >= set(query.answers), query


def test_the_splits_have_no_query_in_common() -> None:
    texts = [{query.text for query in by_hand(split)} for split in ("dev", "held")]
    assert not texts[0] & texts[1]


@pytest.mark.parametrize(
    ("typed", "text", "slips"),
    [
        ("石化公司", "兰州石化公司", 0),
        ("石画公司", "兰州石化公司", 1),
        ("石公司", "兰州石化公司", 1),
        ("石化工公司", "兰州石化公司", 1),
        ("化石公司", "兰州石化公司", 1),
        ("西北师大", "西北师范大学", 1),
        ("铁道部", "兰州石化公司", 3),
    ],
)
def test_slips_are_counted_from_any_part_of_a_text(typed: str, text: str, slips: int) -> None:
    assert slips_within(typed, text) == slips
