"""The index: how big it is, that it is the same every time, and that any register's opens."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Page
from tests.search.opening import SCRIPTS, files_of, open_register

from register.pages.scripts import ship
from register.records.standing import Standing
from register.search import Findable, PageEntry, index_files
from register.search.part import HOST, ORDINAL

HOOKS = Path(__file__).parents[2] / "hooks"
FIRST = 7_000  # bytes of the real stations' index
WORKER = 8_000  # bytes of what answers first, as brotli
PAGES = [PageEntry("关于本站", "关于本站", "about/")]


def test_gansus_index_is_small(gansu: tuple[Findable, ...]) -> None:
    first, *_others = index_files(gansu, PAGES, {})
    assert first.path == "search/index.json"
    assert len(gzip.compress(first.content)) < FIRST
    assert "http" not in first.content.decode()


def test_the_worker_is_small() -> None:
    sources = {path.stem: path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js")}
    assert len(brotli.compress(ship(sources)["search-worker"].encode())) <= WORKER


def test_the_index_is_the_same_under_any_hash_seed() -> None:
    script = (
        "import hashlib\n"
        "from register.search import Findable, PageEntry, Said, index_files\n"
        "said = Said('qualified', '合格', '', '合格', 2012, '合格', 'n')\n"
        "made = [Findable('a-1', '重庆第一鉴定所', 1, ('长庆会计学校', '乐山车站'), ('别名',),\n"
        "        '省', '市', said, None, ('企业', '院校'), ('焊工', '电工'), ('1', '2'), '厅')]\n"
        "files = index_files(made, [PageEntry('说明', '说明', 'about/')], {'n': '文'})\n"
        "print(hashlib.sha256(b''.join(file.content for file in files)).hexdigest())\n"
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


def test_no_record_carries_its_pinyin(made_up: tuple[Findable, ...]) -> None:
    files = files_of([*made_up, made_up[0]._replace(id="a-9")])
    syllables = files["index"]["characters"]["syllables"].split()
    assert len(syllables) == len(set(syllables))
    rest = {**files["index"], "characters": {}, "alphabet": ""}
    for spelled in ("chongqing", "chong qing", "changle", "chang le", "kuaiji", "kuai ji"):
        assert spelled not in json.dumps([rest, files["more"]], ensure_ascii=False)


def test_what_many_stations_share_is_written_once(made_up: tuple[Findable, ...]) -> None:
    twice = [*made_up, *(s._replace(id=f"b-{n}") for n, s in enumerate(made_up))]
    [once, both] = [files_of(stations)["index"] for stations in (made_up, twice)]
    for key in ("said", "regions", "cities", "alphabet", "notices"):
        assert both[key] == once[key]
    assert both["part"]["texts"] == once["part"]["texts"]


def of_character(table: dict[str, Any], alphabet: str, character: str) -> str:
    """Return the other forms of a character."""
    return str(table["forms"].split(",")[alphabet.index(character)])


def test_forms_lead_to_characters_that_occur(gansu: tuple[Findable, ...]) -> None:
    index = files_of(gansu)["index"]
    assert "蘭" in of_character(index["characters"], index["alphabet"], "兰")
    assert {*"鑒鑑"} <= {*of_character(index["characters"], index["alphabet"], "鉴")}
    assert not {*"虎鼠"} & {*index["alphabet"]}


def test_a_traditional_character_that_occurs_stays_itself(made_up: tuple[Findable, ...]) -> None:
    index = files_of(made_up)["index"]
    assert "樣" in index["alphabet"]
    assert "樣" not in index["characters"]["forms"]


def test_a_character_is_in_one_table_only(made_up: tuple[Findable, ...]) -> None:
    files = files_of(made_up)
    known, more = files["index"]["alphabet"], files["more"]["alphabet"]
    assert len({*known}) == len(known)
    assert not {*known} & {*more}
    assert not {*known} & {*files["characters"]["alphabet"]}
    assert {"焊", "工"} <= {*known, *more}


def test_tables_have_a_column_for_each_character(made_up: tuple[Findable, ...]) -> None:
    files = files_of(made_up)
    tables = [(of["alphabet"], of["characters"]) for of in (files["index"], files["more"])]
    tables.append((files["characters"]["alphabet"], files["characters"]))
    for alphabet, table in tables:
        assert len(table["forms"].split(",")) == max(len(alphabet), 1)
        assert len(table["readings"]) == len(alphabet)
        assert {*table["others"]} <= {*alphabet}


@pytest.mark.parametrize(
    ("character", "sounds"), [("重", {"chong", "zhong"}), ("长", {"chang", "zhang"})]
)
def test_a_character_has_all_its_readings_the_usual_one_first(
    matcher: Page, made_up: tuple[Findable, ...], character: str, sounds: set[str]
) -> None:
    assert any(character in station.name + "".join(station.hosts) for station in made_up)
    asked = """character => {
      const { number, sounds, syllables } = made_up.characters;
      return sounds[number.get(character)].map((sound) => syllables[sound]);
    }"""
    found = matcher.evaluate(asked, character)
    assert {*found} == sounds
    assert found[0].startswith("ch")


def test_marks_of_patterns_are_in_no_text(gansu: tuple[Findable, ...]) -> None:
    texts = "".join("".join((s.name, *s.hosts, *s.aliases, s.region, s.city)) for s in gansu)
    assert not {ORDINAL, HOST} & {*texts}


def test_standings_stand_in_the_order_of_the_lists() -> None:
    assert [value for value, _title in files_of([])["index"]["standings"]] == [
        standing.value for standing in Standing
    ]


@pytest.mark.parametrize(
    "query", ["", "兰石", "第六所", "撤销", "lanshi", "36000001", "2010年", "a-1"]
)
def test_an_empty_register_opens_and_answers(matcher: Page, query: str) -> None:
    open_register(matcher, "nobody", files_of([]))
    reply = matcher.evaluate("query => reply({ query }, nobody)", query)
    assert (reply["total"], reply["hits"], reply["near"]) == (0, [], [])
    on = "query => reply({ query }, indexOn(nobody, window['nobody spans'], '2012-01-01')).total"
    assert matcher.evaluate(on, query) == 0


@pytest.mark.parametrize(
    "query", ["", "重庆路", "chongqinglu", "山城", "长乐会计学校", "合格", "2012", "a-1", "样例省"]
)
def test_one_station_opens_and_is_found(
    matcher: Page, made_up: tuple[Findable, ...], query: str
) -> None:
    open_register(matcher, "alone", files_of(made_up[:1]))
    asked = "query => reply({ query }, alone).hits.map(({ id }) => id)"
    assert matcher.evaluate(asked, query) == ["a-1"]


def test_a_register_of_alike_stations_finds_them_all(
    matcher: Page, made_up: tuple[Findable, ...]
) -> None:
    alike = [made_up[0]._replace(id=f"b-{n:03}") for n in range(60)]
    open_register(matcher, "alike", files_of(alike))
    assert matcher.evaluate("reply({ query: '重庆路' }, alike).total") == 60
    assert matcher.evaluate("reply({ query: 'b-042' }, alike).hits.map(({ id }) => id)") == [
        "b-042"
    ]


@pytest.mark.parametrize("module", ["register.search", "register.names.pinyin"])
def test_importing_the_search_does_not_load_the_dictionaries(module: str) -> None:
    script = f"import sys, {module}; sys.exit('pypinyin' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], env={"PYTHONPATH": str(HOOKS)}, check=True)
