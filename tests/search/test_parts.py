"""The index of a big register in parts: what is cut, and that questions are answered from few."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.search.conftest import HEADINGS, NOTICES, made, said
from tests.search.opening import SCRIPTS, worker_scripts
from tests.serving import serving

from register.names.numerals import to_chinese
from register.search import Findable, index_files, span_files
from register.search.grams import Grams, number_of
from register.search.packing import unpack
from register.search.part import pattern_of
from register.search.parts import PER_PART, slices

CITIES = (
    *("兰州", "白银", "天水", "武威", "张掖", "平凉", "酒泉", "庆阳", "定西"),
    *("陇南", "临夏", "嘉峪关", "金昌", "敦煌", "玉门", "重庆", "长沙", "铜陵"),
)
TRADES = (
    *("石化", "电力", "机械", "纺织", "铁路", "公路", "粮食", "商业", "建筑"),
    *("旅游", "水泥", "有色", "林业", "农垦", "邮电", "测绘", "烟草", "卫生"),
)
ENDS = ("集团公司", "技工学校", "职业技术学院", "培训中心")
FAMILIES = ("", "第一", "第二", "新华")
REGIONS = ("样例省", "青海省", "甘肃省")
REVOKED_TWIN = "兰州第二石化技工学院"
ANYWHERE = tuple("csi")  # a text also begins, for a question, behind words that tell nothing

CLUES = """([core, files, typed]) => {
  const parts = new Parts(core, async (name) => files[name]);
  return typed.map((query) => cluesOf({ query }, parts.empty).clues.flatMap(({ keys }) => keys));
}"""
ASKED = """async ([core, files, questions]) => {
  const fetched = new Set();
  const file = async (name) => { fetched.add(name); return files[name]; };
  const desk = new Parts(core, file);
  const replies = [];
  for (const question of questions) {
    fetched.clear();
    const sent = [];
    await desk.answer(question, (one) => sent.push(one), async (index) => reply(question, index));
    replies.push({ ...sent.pop(), fetched: [...fetched] });
  }
  return replies;
}"""

Files = dict[str, Any]
Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def many() -> list[Findable]:
    """5,184 stations of three regions, by all ways to put their hosts' names together.

    Behind them a revoked one, whose host's name is near to that of one in another region, and one
    whose host's name is a part of many others'.
    """
    names = ["".join(of) for of in product(CITIES, FAMILIES, TRADES, ENDS)]
    size = len(names) // len(REGIONS)
    twin = made(
        "twin",
        "甘肃省兰州国家职业技能鉴定所",
        REVOKED_TWIN,
        region=REGIONS[-1],
        now=said("revoked", "", 2012, "made-1"),
    )
    plain = made("plain", "甘肃省国家职业技能鉴定所", "石化技工学校", region=REGIONS[-1])
    stations = [
        made(
            f"a-{number}",
            f"{REGIONS[number // size]}第{to_chinese(number % size + 1)}国家职业技能鉴定所",
            host,
            ordinal=number % size + 1,
            region=REGIONS[number // size],
            city=f"{host[:2]}市",
            codes=(f"许字第{300_000 + number:07}号",),
            occupations=("焊工",) if number % 900 == 7 else (),
            now=said("revoked" if number % 500 == 3 else "qualified", "", 2012, "made-1"),
        )
        for number, host in enumerate(names)
    ]
    return [*stations, twin, plain]


@pytest.fixture(scope="module")
def cut(many: list[Findable]) -> Files:
    return files_in_parts(many)


def files_in_parts(stations: list[Findable] | tuple[Findable, ...]) -> Files:
    files = index_files(stations, HEADINGS, NOTICES, whole_up_to=0)
    stem = len("search/"), -len(".json")
    return {file.path[stem[0] : stem[1]]: json.loads(file.content) for file in files}


@pytest.fixture(scope="module")
def ask(matcher: Page, cut: Files) -> Ask:
    """Ask the parts one question after the other."""

    def replied(*questions: Mapping[str, object] | str) -> list[dict[str, Any]]:
        asked = [{"query": q} if isinstance(q, str) else q for q in questions]
        return list(matcher.evaluate(ASKED, [cut["index"], cut, asked]))

    return replied


# What is cut.


def test_a_small_register_is_whole(gansu: tuple[Findable, ...]) -> None:
    paths = [file.path for file in index_files(gansu, [], {}, whole_up_to=63)]
    assert paths == ["search/index.json", "search/more.json", "search/characters.json"]


def test_a_part_holds_neighbours_of_one_region(many: list[Findable]) -> None:
    parts = list(slices(many))
    assert [place for places in parts for place in places] == list(range(len(many)))
    assert all(len({many[place].region for place in places}) == 1 for places in parts)
    sizes = [len(places) for places in parts]
    assert PER_PART - 5 < min(sizes) <= max(sizes) <= PER_PART


def test_the_index_tells_how_many_are_in_each_part(cut: Files, many: list[Findable]) -> None:
    core = cut["index"]
    assert [(cut[f"parts/{n}"]["count"]) for n in range(len(core["parts"]))] == [
        count for count, _ in core["parts"]
    ]
    assert sum(count for count, _ in core["parts"]) == len(many)
    regions = dict.fromkeys(core["regions"][region] for _, region in core["parts"])
    assert tuple(regions) == REGIONS
    assert "part" not in core
    assert "more" not in cut


def test_every_part_and_shelf_is_marked_as_of_this_cutting(cut: Files) -> None:
    marks = {content.get("cut") for path, content in cut.items() if path != "characters"}
    assert marks == {cut["index"]["cut"]}
    assert None not in marks


def test_shelves_tell_who_holds_a_key(cut: Files, many: list[Findable]) -> None:
    found = dict(shelved(cut))
    grams = grams_of(cut["index"])
    expected: dict[int, set[int]] = defaultdict(set)
    for place, station in enumerate(many):
        for key in {*grams.of_station(station), *grams.in_text(station.hosts[0])}:
            expected[number_of(key)].add(place)
    wrong = [key for key, of in expected.items() if found[key] and not of <= {*found[key]}]
    assert wrong == []
    assert len(found[number_of("sdun huan")]) == len(many) // len(CITIES)
    assert found[number_of("sguo jia")] == []  # in every name


def shelved(files: Files) -> Iterator[tuple[int, list[int]]]:
    """Read every shelf: a key's number, the places of its stations."""
    count = files["index"]["shelves"]
    for number in range(count):
        shelf = files[f"grams/{number}"]
        places = unpack(shelf["stations"])
        key = -1
        for gap, size in zip(unpack(shelf["keys"]), unpack(shelf["sizes"]), strict=True):
            key += gap + 1
            place, held = -1, []
            for step in places[:size]:
                place += step + 1
                held.append(place)
            del places[:size]
            yield key * count + number, held


def grams_of(core: Files) -> Grams:
    return Grams(core["alphabet"], core["weights"], core["characters"])


# What is asked for.


def test_keys_have_the_same_numbers_in_the_browser(matcher: Page) -> None:
    keys = ["", "c兰", "slan zou", "ilzs", "n15", "#gansu-05", "d一二三四五", "cé", "c\ue000"]
    assert matcher.evaluate("keys => keys.map(numberOfKey)", keys) == [*map(number_of, keys)]


def test_what_is_asked_of_a_text_is_filed_for_it(
    matcher: Page, gansu: tuple[Findable, ...], made_up: tuple[Findable, ...]
) -> None:
    stations = [*gansu, *made_up]
    files = files_in_parts(stations)
    grams = grams_of(files["index"])
    every = {text for s in stations for text in (*s.hosts, *s.aliases, pattern_of(s))}
    texts = sorted(text for text in every if not re.search("[A-Za-z]", text))  # these are spelled
    asked = matcher.evaluate(CLUES, [files["index"], files, texts])
    for text, keys in zip(texts, asked, strict=True):
        own = {key for key in keys if key[0] in ANYWHERE}
        heads = [key for key in keys if key[0] == "h"]
        assert {*own, *heads[:1]} <= grams.in_text(text), text
    pairs = sum(key[0] == "s" for keys in asked for key in keys)
    assert pairs > sum(map(len, texts)) // 2


def test_letters_are_parted_in_both_ways(matcher: Page, gansu: tuple[Findable, ...]) -> None:
    files = files_in_parts(gansu)
    [keys] = matcher.evaluate(CLUES, [files["index"], files, ["linan"]])
    assert {"sni nan", "snin an"} <= {*keys}


def test_both_readings_of_a_character_are_filed(cut: Files) -> None:
    keys = grams_of(cut["index"]).in_text("重庆长")
    assert {"sconqin", "szonqin"} <= {key.replace(" ", "").replace("ong", "on") for key in keys}


# What is answered.


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("敦煌第二测绘技工学校", 3949),
        ("dunhuang dier cehui", None),
        ("敦煌二测绘", None),
        ("dunhuangdierchehuijigongxuexiao", 3949),
        ("许字第0303949号", 3949),
        ("0303949", 3949),
        ("303949", 3949),
        ("a-3949", 3949),
        ("甘肃省第四百九十四国家职业技能鉴定所", 3949),
        ("敦煌第二侧绘技工学校", 3949),
    ],
)
def test_a_station_is_found_from_few_parts(
    ask: Ask,
    many: list[Findable],
    typed: str,
    id_: int | None,
) -> None:
    [reply] = ask(typed)
    host = "敦煌第二测绘技工学校"
    first = reply["hits"][0]
    if id_ is not None:
        assert first["id"] == next(s.id for s in many if s.hosts == (host,))
    assert any(hit["hosts"][0].startswith("敦煌第二测绘") for hit in reply["hits"][:5])
    assert len([name for name in reply["fetched"] if name.startswith("parts/")]) <= 24
    assert reply["atLeast"]
    assert reply["whole"]


def test_the_first_answers_are_those_of_the_whole_index(
    matcher: Page,
    ask: Ask,
    many: list[Findable],
) -> None:
    files = {
        Path(file.path).stem: json.loads(file.content)
        for file in index_files(many, HEADINGS, NOTICES)
    }
    typed = [station.hosts[0] for station in many[::97]]
    typed += [text[1:] for text in typed[::3]] + [text[:3] + text[4:] for text in typed[1::3]]
    script = """([index, more, typed]) => {
      const opened = openIndex(index, more);
      return typed.map((query) => reply({ query }, opened).hits.slice(0, 5).map(({ id }) => id));
    }"""
    whole = matcher.evaluate(script, [files["index"], files["more"], typed])
    parts = [{hit["id"] for hit in reply["hits"]} for reply in ask(*typed)]
    assert [
        text for text, of, had in zip(typed, whole, parts, strict=True) if of[0] not in had
    ] == []


@pytest.mark.parametrize("typed", ["石化技工学校", "shihuajigongxuexiao", "石化技工学校怎么样"])
def test_a_whole_name_is_found_among_many_that_hold_it(ask: Ask, typed: str) -> None:
    [reply] = ask({"query": typed, "limit": 500})
    assert reply["total"] > 20
    assert "plain" in {hit["id"] for hit in reply["hits"]}


def test_a_chosen_region_is_the_only_one(ask: Ask) -> None:
    [reply] = ask({"query": "电力", "region": ["青海省"], "limit": 500})
    assert reply["total"] == 96
    counts = {value: count for value, _, count in reply["facets"]["region"] if count}
    assert counts == {"青海省": reply["total"]}


def test_a_standing_is_looked_for(ask: Ask, many: list[Findable]) -> None:
    revoked = {s.id for s in many if s.now.standing == "revoked"}
    chosen, typed = ask(
        {"query": "", "standing": ["revoked"], "limit": 500}, {"query": "撤销", "limit": 500}
    )
    assert {hit["id"] for hit in chosen["hits"]} == revoked
    assert {hit["id"] for hit in typed["hits"]} == revoked


def test_a_revoked_look_alike_is_told_though_its_part_is_not_there(ask: Ask) -> None:
    host = "兰州第二石化技工学校"
    [reply] = ask({"query": host, "region": [REGIONS[0]]})
    assert reply["hits"][0]["hosts"] == [host]
    assert "twin" not in {hit["id"] for hit in reply["hits"]}
    assert [near["hosts"] for near in reply["near"]] == [[REVOKED_TWIN]]


@pytest.mark.parametrize(
    ("typed", "waits"), [("敦煌第二测绘技工学校", True), ("逾痢顶妓用", False)]
)
def test_only_what_is_found_can_be_mistaken_for_one_on_the_black_list(
    ask: Ask,
    typed: str,
    waits: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    [reply] = ask(typed)
    assert reply["whole"]
    assert (reply["total"] > 0) == waits
    assert ("black" in reply["fetched"]) == waits


@pytest.mark.parametrize("typed", ["", "l", "la", "lz", "兰", "公", "?", "的", "二〇一二", "𠮷"])
def test_little_is_answered_too(ask: Ask, typed: str) -> None:
    [reply] = ask(typed)
    assert bool(reply["hits"]) == (typed not in {"?", "的", "𠮷"})


def test_nobody_waits_for_what_was_asked_before(matcher: Page, cut: Files) -> None:
    script = """async ([core, files]) => {
      const desk = new Parts(core, (name) => Promise.resolve(files[name]));
      const sent = [];
      const asked = ["兰州石化", "敦煌测绘"].map((query) => desk.answer(
        { query, asker: 1 }, (one) => sent.push([query, one.hits.length]),
        async (of) => reply({ query }, of)));
      await Promise.all(asked);
      return sent;
    }"""
    sent = dict(matcher.evaluate(script, [cut["index"], cut]))
    assert sent["兰州石化"] == 0
    assert sent["敦煌测绘"] > 0


def test_parts_of_another_build_are_not_read(matcher: Page, cut: Files) -> None:
    script = """([core, files]) => new Parts({ ...core, cut: "other" }, async (name) => files[name])
      .fetch({ query: "兰州" }).catch(String)"""
    assert "is of another build" in matcher.evaluate(script, [cut["index"], cut])


# The worker.


def test_the_worker_answers_from_parts(
    chromium: Browser, many: list[Findable], tmp_path: Path
) -> None:
    for name in (*worker_scripts(), "spans.js", "search-spans.js"):
        (tmp_path / name).write_bytes((SCRIPTS / name).read_bytes())
    last = many[0].day
    assert last
    for file in [*index_files(many, [], NOTICES, whole_up_to=0), *span_files(many, last)]:
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_bytes(file.content)
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    script = """(asked) => new Promise((resolve) => {
      const worker = new Worker("search-worker.js");
      const found = [];
      worker.onmessage = ({ data }) => {
        found.push(data);
        if (data.failed || (data.answer && data.whole)) resolve(found);
      };
      worker.postMessage({ open: new URL("search/", location.href).href });
      worker.postMessage({ ask: 1, ...asked });
    })"""
    with serving(tmp_path) as url:
        page = chromium.new_page()
        page.goto(url)
        opened, *_, reply = page.evaluate(script, {"query": "敦煌第二测绘技工学笑"})
        assert opened["opened"] == len(many)
        assert reply["hits"][0]["hosts"] == ["敦煌第二测绘技工学校"]
        page.close()
