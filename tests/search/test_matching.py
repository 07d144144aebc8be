"""What each question finds, asked of the worker's own matcher in a browser."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

Ask = Callable[..., dict[str, Any]]

REVOKED = ["gansu-55", "gansu-69", "gansu-70", "gansu-74", "gansu-85"]
RECTIFYING = ["gansu-02", "gansu-30", "gansu-38", "gansu-49", "gansu-83"]


def ids(reply: dict[str, Any]) -> list[str]:
    return [hit["id"] for hit in reply["hits"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # ordinals, in either numerals, with what people write around them
        ("省六所", ["gansu-06"]),
        ("六所", ["gansu-06"]),
        ("第6所", ["gansu-06"]),
        ("第六鉴定所", ["gansu-06"]),
        ("第15", ["gansu-15"]),
        ("第１５", ["gansu-15"]),
        ("第十五", ["gansu-15"]),
        ("十五所", ["gansu-15"]),
        ("15号", ["gansu-15"]),
        ("第15号所", ["gansu-15"]),
        ("甘肃15所", ["gansu-15"]),
        ("gansu-15", ["gansu-15"]),
        ("甘肃省第十五国家职业技能鉴定所", ["gansu-15"]),
        ("甘肃省第15国家职业技能鉴定所(长风信息集团", ["gansu-15"]),
        ("甘肅省第十五國家職業技能鑒定所", ["gansu-15"]),
        ("第四所", []),
        ("第0", []),
        # hosts
        ("兰石", ["gansu-11"]),
        ("蘭石", ["gansu-11"]),
        ("兰州理工", ["gansu-13"]),
        ("兰州理工大学电气信息学院", ["gansu-13"]),
        ("404厂", ["gansu-06"]),
        ("四零四厂", ["gansu-06"]),
        ("新华印刷", ["gansu-38"]),
        # sounds
        ("lsjt", ["gansu-11"]),
        ("lanshi", ["gansu-11"]),
        ("LanShi", ["gansu-11"]),
        ("lánshí", ["gansu-11"]),
        ("lan'shi", ["gansu-11"]),
        ("lanshijit", ["gansu-11"]),
        ("兰shi", ["gansu-11"]),
        ("l石集团", ["gansu-11"]),
        ("lzlg", ["gansu-13"]),
        ("lzlgdx", ["gansu-13"]),
        ("lvye", ["gansu-69"]),
        ("lüye", ["gansu-69"]),
        ("luye", ["gansu-69"]),
        ("changqing", ["gansu-51", "gansu-55"]),
        ("zhangqing", ["gansu-51", "gansu-55"]),
        # standings and years
        ("撤销", REVOKED),
        ("撤銷", REVOKED),
        ("吊销", REVOKED),
        ("2010年 撤销", REVOKED),
        ("2010年度撤销", REVOKED),
        ("二〇一〇年撤销", REVOKED),
        ("2011年", []),
        ("整改", RECTIFYING),
        ("限期整改", RECTIFYING),
        ("限期", RECTIFYING),
        ("不合格", RECTIFYING),
        # several terms, in any order
        ("兰州 撤销", ["gansu-74", "gansu-69"]),
        ("撤销 兰州", ["gansu-74", "gansu-69"]),
        ("兰州撤销", ["gansu-74", "gansu-69"]),
        ("长庆　撤销", ["gansu-55"]),
        ("技校 撤销", []),
        # nothing
        ("陕西", []),
        ("???", []),
        ("兰石 不存在", []),
    ],
)
def test_real_stations_are_found(ask: Ask, query: str, expected: list[str]) -> None:
    assert ids(ask(query)) == expected


@pytest.mark.parametrize(
    ("query", "first", "total"),
    [
        ("六", "gansu-06", 14),  # the ordinal before 十六, 六十 and the like
        ("第六", "gansu-06", 9),  # and 第六十
        ("合格", "gansu-01", 53),
        ("黑榜", "gansu-02", 10),
        ("2010", "gansu-01", 63),
        ("", "gansu-01", 63),
        ("兰州电", "gansu-36", 3),  # the shorter name is the nearer
        ("ls", "gansu-11", 11),  # the beginning of a name before its middle
    ],
)
def test_the_best_comes_first(ask: Ask, query: str, first: str, total: int) -> None:
    reply = ask(query)
    assert (ids(reply)[0], reply["total"]) == (first, total)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("chongqing", ["a-1"]),
        ("zhongqing", ["a-1"]),
        ("kuaiji", ["a-1"]),
        ("山城", ["a-1"]),
        ("shancheng", ["a-1"]),
        ("lvzhou", ["a-2"]),
        ("ZJ-0042", ["a-2"]),
        ("ＺＪ－００４２", ["a-2"]),
        ("临江 焊工", ["a-2"]),
        ("焊工 临江市", ["a-2"]),
        ("焊工", ["a-2", "a-4"]),
        ("第20", ["a-3"]),
        ("第二十", ["a-3"]),
        ("第一技工学校", ["a-3"]),
        ("樣例省第二十", ["a-3"]),
        ("2013年", ["a-3"]),
        ("西安路老技校", ["a-4"]),
        ("西安路(老)技校", ["a-4"]),
        ("xi'anlu", ["a-4"]),
        ("第105", ["a-5"]),
        ("一百零五站", ["a-5"]),
        ("cnc", ["a-5"]),
        ("12345678", ["a-5"]),
        ("吊销", ["a-5"]),
        ("不合格", ["a-5"]),
        ("优秀", ["a-8"]),
        ("红榜", ["a-8"]),
        ("404", ["a-8"]),
        ("7150", ["a-8"]),
        ("script", ["a-7"]),
    ],
)
def test_made_up_stations_are_found(ask: Ask, query: str, expected: list[str]) -> None:
    assert ids(ask(query, "made_up")) == expected


def test_facets_count_without_their_own_choice(ask: Ask) -> None:
    reply = ask("兰州", standing=["revoked"])
    assert reply["total"] == 2
    assert reply["standing"] == [
        ["qualified", "合格", 15],
        ["rectifying", "限期整改", 1],
        ["revoked", "撤销", 2],
    ]
    assert reply["year"] == [["2010", 2]]


def test_a_station_without_decision_has_a_facet_of_its_own(ask: Ask) -> None:
    reply = ask("", "made_up", standing=["none"], year=["none"])
    assert ids(reply) == ["a-6"]
    assert reply["standing"][-1] == ["none", "无在案结论", 1]
    assert reply["year"] == [["2013", 0], ["2012", 0], ["none", 1]]


def test_sorts_by_number_and_by_the_hosts_sound(ask: Ask) -> None:
    assert ids(ask("兰州 撤销", sort="number")) == ["gansu-69", "gansu-74"]
    assert ids(ask("撤销", sort="pinyin")) == [
        "gansu-55",  # changqing
        "gansu-85",  # gansu changan
        "gansu-70",  # gansu jiancai
        "gansu-69",  # lanzhou lvye
        "gansu-74",  # lanzhou tansu
    ]


def test_marks_say_why(ask: Ask) -> None:
    hit = ask("省六所")["hits"][0]
    assert [hit["name"][a:b] for a, b in hit["marks"]["name"]] == ["省第六"]
    hit = ask("lsjt")["hits"][0]
    assert [hit["hosts"][0][a:b] for a, b in hit["marks"]["hosts"][0]] == ["兰石集团"]
    hit = ask("焊工 绿洲", "made_up")["hits"][0]
    assert hit["found"] == [{"text": "焊工", "marks": [[0, 2]]}]


def test_a_hit_says_all_that_is_shown(ask: Ask) -> None:
    hit = ask("兰石")["hits"][0]
    del hit["marks"]
    assert hit == {
        "id": "gansu-11",
        "url": "stations/gansu-11/",
        "name": "甘肃省第十一国家职业技能鉴定所",
        "hosts": ["兰石集团"],
        "standing": "qualified",
        "word": "合格",
        "mark": "2010年度合格",
        "phase": "",
        "grade": "合格",
        "year": "2010",
        "status": "2010年度合格，此后无在案结论",
        "found": [],
    }


def test_headings_are_found_beside_stations(ask: Ask) -> None:
    assert [heading["url"] for heading in ask("撤销")["headings"]] == ["glossary/#revoked"]
    assert [heading["url"] for heading in ask("benzhan")["headings"]] == ["about/"]
    assert ask("")["headings"] == []


HOSTILE = [
    "(" * 5000,
    "(a+)+$" * 50,
    ".*" * 5000,
    "兰" * 10_000,
    "a" * 10_000,
    "第" * 10_000,
    "一" * 10_000,
    "9" * 10_000,
    "撤销" * 5000,
    "兰州 " * 3000,
    "ﷺ" * 1000,
    "<img src=x onerror=alert(1)>",
    "__proto__ constructor toString",
    "\0\n\r\t\u2028\u202e",
    "😀👨‍👩‍👧",
    "𠮷野家",
    "'\"`;--",
    "%00%ff",
    "[object Object]",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_questions_are_answered_at_once(matcher: Page, query: str) -> None:
    timed = """query => {
      const began = performance.now();
      for (const index of [gansu, made_up]) reply({query, limit: 5}, index);
      return performance.now() - began;
    }"""
    assert matcher.evaluate(timed, query) < 250


def test_lone_surrogates_are_answered(matcher: Page) -> None:
    asked = "codes => reply({query: String.fromCharCode(...codes)}, gansu).total"
    assert matcher.evaluate(asked, [0xD83D]) == 0
    assert matcher.evaluate(asked, [0xDE00, 0x5170, 0xD83D]) == 0


def test_random_questions_are_answered(matcher: Page) -> None:
    rng = random.Random(4)  # noqa: S311 -- the same questions every time
    letters = "兰州石第十五所省撤销合格2010年aslz'() 　é×蘭第６\n."
    queries = ["".join(rng.choices(letters, k=rng.randrange(1, 40))) for _ in range(1000)]
    asked = "queries => queries.every((query) => reply({query}, gansu).total >= 0)"
    assert matcher.evaluate(asked, queries)
