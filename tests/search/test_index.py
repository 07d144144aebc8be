"""The index: what it holds, how big it is, and that it is the same every time."""

import gzip
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from register.names.numerals import to_chinese
from register.search import Findable, Heading, index_files

HOOKS = Path(__file__).parents[2] / "hooks"


def index_of(*stations: Findable) -> dict[str, Any]:
    [file] = index_files(stations, [])
    return dict(json.loads(file.content))


def many(number: int) -> list[Findable]:
    """Stations with hosts that differ."""
    common = "石油机械电力冶金建筑交通医药农业纺织轻工化工水利铁路航空通信"
    return [
        Findable(
            id=f"sample-{n:05}",
            name=f"样例省第{to_chinese(n % 9999 + 1)}国家职业技能鉴定所",
            ordinal=n % 9999 + 1,
            hosts=(f"{common[n % 29 : n % 29 + 4]}{to_chinese(n % 997 + 1)}厂技工学校",),
            aliases=(),
            region="样例省",
            standing="qualified",
            grade="合格",
            year=2012,
            status="2012年度合格，此后无在案结论",
            more=(),
        )
        for n in range(number)
    ]


def test_gansus_index_is_small(gansu: tuple[Findable, ...]) -> None:
    [file] = index_files(gansu, [Heading("关于本站", "关于本站", "about/")])
    assert file.path == "search/index.json"
    assert len(gzip.compress(file.content)) < 5_000
    assert "http" not in file.content.decode()


def test_the_index_is_the_same_under_any_hash_seed() -> None:
    script = (
        "import hashlib, sys\n"
        "from register.search import Findable, Heading, index_files\n"
        "made = [Findable('a', '重庆第一鉴定所', 1, ('长庆会计学校', '乐山车站'), ('别名',),\n"
        "        '省', 'qualified', '合格', 2012, '合格', ('焊工', '电工'))]\n"
        "content = index_files(made, [Heading('说明', '说明', 'about/')])[0].content\n"
        "print(hashlib.sha256(content).hexdigest())\n"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(HOOKS)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(hashes) == 1


def test_columns_are_of_one_length(made_up: tuple[Findable, ...]) -> None:
    lengths = {len(column) for column in index_of(*made_up)["stations"].values()}
    assert lengths == {len(made_up)}


def test_no_decision_is_no_standing(made_up: tuple[Findable, ...]) -> None:
    columns = index_of(*made_up)["stations"]
    at = columns["id"].index("a-6")
    assert columns["standing"][at] is None
    assert columns["year"][at] is None


def test_a_character_has_its_readings_in_phrases_and_alone(gansu: tuple[Findable, ...]) -> None:
    sounds = index_of(*gansu)["sounds"]
    assert "长" in sounds["chang"][0]
    assert "长" in sounds["zhang"][1]


def test_forms_lead_to_characters_that_occur(gansu: tuple[Findable, ...]) -> None:
    index = index_of(*gansu)
    assert index["forms"]["兰"] == "蘭"
    assert "鑒" in index["forms"]["鉴"]
    assert "龙" not in index["forms"]


def test_a_traditional_character_that_occurs_stays_itself(made_up: tuple[Findable, ...]) -> None:
    assert "樣" not in "".join(index_of(*made_up)["forms"].values())


def test_an_empty_register_has_an_index() -> None:
    assert index_of()["stations"]["id"] == []


def test_ten_thousand_stations_take_under_a_second() -> None:
    stations = many(10_000)
    began = time.process_time()
    index_files(stations, [])
    assert time.process_time() - began < 1


@pytest.mark.parametrize("module", ["register.search", "register.names.pinyin"])
def test_importing_the_search_does_not_load_the_dictionaries(module: str) -> None:
    script = f"import sys, {module}; sys.exit('pypinyin' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], env={"PYTHONPATH": str(HOOKS)}, check=True)
