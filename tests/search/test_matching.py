"""What each question finds among the real stations, asked of the worker's own matcher in a browser.

Lists are exact where everything else would be wrong: an ordinal, a standing, a year. Elsewhere the
first hit is the promise, and what else comes may change.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import opencc
import pytest
from playwright.sync_api import Page

from register.names.numerals import to_chinese
from register.names.pinyin import readings
from register.search import Findable

Ask = Callable[..., dict[str, Any]]

REVOKED = ["gansu-55", "gansu-69", "gansu-70", "gansu-74", "gansu-85"]
RECTIFYING = ["gansu-02", "gansu-30", "gansu-38", "gansu-49", "gansu-83"]


def ids(reply: dict[str, Any]) -> list[str]:
    return [hit["id"] for hit in reply["hits"]]


def near(reply: dict[str, Any]) -> list[str]:
    return [hit["id"] for hit in reply["near"]]


@pytest.mark.parametrize(
    "query", ["省{}所", "{}所", "第{}所", "第{}", "甘肃省{}所", "第{}号鉴定站"]
)
@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("numeral", [str, to_chinese])
def test_every_ordinal_is_found_in_every_numeral(
    ask: Ask, gansu: tuple[Findable, ...], query: str, numeral: Callable[[int], str], *, wide: bool
) -> None:
    for station in gansu[::7]:
        asked = query.format(numeral(station.ordinal or 0))
        assert ids(ask(full_width(asked) if wide else asked)) == [station.id], asked


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("六", "gansu-06"),
        ("85", "gansu-85"),
        ("一五所", "gansu-15"),
        ("第十五国家职业技能鉴定所", "gansu-15"),
        ("甘肃省第15国家职业技能鉴定所(长风信息集团", "gansu-15"),
        ("甘肅省第十五國家職業技能鑒定所", "gansu-15"),
        ("gansu-15", "gansu-15"),
        ("ＧＡＮＳＵ－15", "gansu-15"),
        ("省六所 合格", "gansu-06"),
        ("长庆 55所", "gansu-55"),
        ("六十九所兰州铝业", "gansu-69"),
        ("兰州铝业第69", "gansu-69"),
    ],
)
def test_an_ordinal_or_an_id_means_one_station(ask: Ask, query: str, found: str) -> None:
    assert ids(ask(query)) == [found]


def spelled(host: str) -> list[str]:
    """Return how each character of a host's name is typed, by its usual reading there."""
    read = readings([host])
    return [read[c][0] if c in read else c for c in host]


WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "traditional": opencc.OpenCC("s2t").convert,
    "pinyin": lambda host: "".join(spelled(host)),
    "pinyin in syllables": lambda host: " ".join(spelled(host)),
    "pinyin in full width": lambda host: full_width("".join(spelled(host)).upper()),
    "pinyin with apostrophes": lambda host: "'".join(spelled(host)),
    "every other one in pinyin": lambda host: "".join(
        s if i % 2 else c for i, (c, s) in enumerate(zip(host, spelled(host), strict=True))
    ),
    "the end in pinyin": lambda host: host[:2] + "".join(spelled(host)[2:]),
    "spaced": " ".join,
    "bracketed": lambda host: f"（{host}承建）",
    "with noise": lambda host: f"请问{host}怎么样？",
    "asked for its standing": lambda host: f"{host}是不是合格",
    "n for l": lambda host: "".join(re.sub("^l", "n", s) for s in spelled(host)),
    "l for n": lambda host: "".join(re.sub("^n", "l", s) for s in spelled(host)),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_station_is_first_by_its_hosts_name(
    ask: Ask, gansu: tuple[Findable, ...], way: str
) -> None:
    asked = {station.id: WAYS[way](station.hosts[0]) for station in gansu}
    assert {id_: query for id_, query in asked.items() if ids(ask(query))[:1] != [id_]} == {}


def test_every_station_is_found_by_its_initials(ask: Ask, gansu: tuple[Findable, ...]) -> None:
    asked = {s.id: "".join(syllable[0] for syllable in spelled(s.hosts[0])) for s in gansu}
    assert {id_: query for id_, query in asked.items() if id_ not in ids(ask(query))} == {}


def swaps(name: str) -> Iterator[str]:
    yield from (name[:i] + name[i + 1] + name[i] + name[i + 2 :] for i in range(len(name) - 1))


def missing(name: str) -> Iterator[str]:
    yield from (name[:i] + name[i + 1 :] for i in range(len(name)))


def extra(name: str) -> Iterator[str]:
    yield from (f"{name[:i]}虎{name[i:]}" for i in range(len(name) + 1))


def wrong(name: str) -> Iterator[str]:
    yield from (f"{name[:i]}虎{name[i + 1 :]}" for i in range(len(name)))


@pytest.mark.parametrize("slips", [swaps, missing, extra, wrong])
def test_a_slip_in_a_name_of_six_characters_still_finds_it(
    ask: Ask, gansu: tuple[Findable, ...], slips: Callable[[str], Iterator[str]]
) -> None:
    long = [station for station in gansu if len(station.hosts[0]) >= 6]
    lost = [
        query
        for station in long[::3]
        for query in slips(station.hosts[0])
        if station.id not in (*ids(reply := ask(query)), *near(reply))
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        # parts of hosts, and how people shorten them
        ("兰石", "gansu-11"),
        ("理工大", "gansu-13"),
        ("兰理工", "gansu-13"),
        ("电气信息学院", "gansu-13"),
        ("西北师大", "gansu-83"),
        ("兰交大", "gansu-31"),
        ("酒钢", "gansu-46"),
        ("兰铝", "gansu-69"),
        ("长庆石油技校", "gansu-55"),
        ("畜牧学院", "gansu-84"),
        ("公路局", "gansu-30"),
        ("省商校", "gansu-02"),
        ("404厂", "gansu-06"),
        ("四零四厂", "gansu-06"),
        ("中核四〇四厂", "gansu-06"),
        ("8冶", "gansu-44"),
        # parts and whole in other forms
        ("蘭石", "gansu-11"),
        ("殘聯", "gansu-76"),
        # sounds
        ("lsjt", "gansu-11"),
        ("lzlg", "gansu-13"),
        ("lanshijit", "gansu-11"),
        ("LanShi", "gansu-11"),
        ("lánshí", "gansu-11"),
        ("lan'shi", "gansu-11"),
        ("兰shi", "gansu-11"),
        ("l石集团", "gansu-11"),
        ("兰石jt", "gansu-11"),
        ("lvye", "gansu-69"),
        ("lüye", "gansu-69"),
        ("luye", "gansu-69"),
        ("lz电力学校", "gansu-42"),
        # the same sound in other characters, some of which no record has
        ("兰实集团", "gansu-11"),
        ("蓝石集团", "gansu-11"),
        ("兰士集团", "gansu-11"),
        ("婧远煤业", "gansu-67"),
        ("天水新火机床", "gansu-77"),
        ("发门厂", "gansu-26"),
        ("兰州绿业", "gansu-69"),
        ("亚圣集团", "gansu-75"),
        # one slip, and two in a long query
        ("兰石集困", "gansu-11"),
        ("兰集团", "gansu-11"),
        ("兰石石集团", "gansu-11"),
        ("石兰集团", "gansu-11"),
        ("靖远媒业有线责任公司", "gansu-67"),
        ("甘肃畜木工程职业计术学院", "gansu-84"),
        # southern accents, and slips in pinyin
        ("lanzouligong", "gansu-13"),
        ("nanzhouligong", "gansu-13"),
        ("lanzhoulgong", "gansu-13"),
        ("lanzhuo ligong", "gansu-13"),
        ("changqinyoutian", "gansu-51"),
        ("famencang", "gansu-26"),
        ("hailing", "gansu-59"),
        # several words, in any order
        ("集团 兰石", "gansu-11"),
        ("大学 理工 兰州", "gansu-13"),
        ("学院 石化 兰州", "gansu-66"),
        # the shorter name is the nearer, and the beginning nearer than the middle
        ("兰州电", "gansu-36"),
        ("ls", "gansu-11"),
    ],
)
def test_a_host_is_found_as_people_know_it(ask: Ask, query: str, first: str) -> None:
    assert ids(ask(query))[:1] == [first]


def test_who_answers_every_word_comes_first(ask: Ask) -> None:
    assert ids(ask("石化 兰州 学院"))[0] == "gansu-66"


def test_an_accent_may_make_a_syllable_that_no_record_has(ask: Ask) -> None:
    assert ids(ask("nvye"))[:1] == ["gansu-69"]


def test_an_accent_in_a_long_name_is_heard(ask: Ask) -> None:
    assert ids(ask("gansujiaotonzhiyejishuxueyuan"))[:1] == ["gansu-24"]


@pytest.mark.parametrize("query", ["长庆", "長慶", "changqing", "zhangqing", "canqing"])
def test_either_reading_of_a_character_finds_it(ask: Ask, query: str) -> None:
    assert set(ids(ask(query))[:2]) == {"gansu-51", "gansu-55"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        *(
            (query, REVOKED)
            for query in ("撤销", "撤銷", "吊销", "取消", "被撤销的", "2010年 撤销")
        ),
        *((query, REVOKED) for query in ("2010年度撤销", "二〇一〇年撤销", "撤销 2010")),
        *((query, RECTIFYING) for query in ("整改", "限期整改", "不合格", "不合格的鉴定所")),
        ("黑榜", sorted([*REVOKED, *RECTIFYING])),
        ("红榜", []),
        ("2011年", []),
        ("兰州 撤销", ["gansu-69", "gansu-74"]),
        ("撤销 兰州", ["gansu-69", "gansu-74"]),
        ("兰州被撤销的", ["gansu-69", "gansu-74"]),
        ("长庆　撤销", ["gansu-55"]),
        ("撤销 合格", []),
    ],
)
def test_standings_and_years_are_heeded(ask: Ask, query: str, found: list[str]) -> None:
    assert sorted(ids(ask(query))) == found


@pytest.mark.parametrize("query", ["", " ", "2010", "2010年度", "甘肃", "甘肃省", "鉴定所"])
def test_what_is_true_of_all_finds_all(ask: Ask, query: str) -> None:
    assert ask(query)["total"] == 63


@pytest.mark.parametrize(
    "query",
    [
        "兰石集团怎么样",
        "请问兰石集团的鉴定所怎么样",
        "帮我查一下兰石集团",
        "兰石集团是不是合格",
        "兰石集团是否合格",
        "兰石集团合格吗",
        "兰石集团合格了没有",
        "兰石集团有没有被撤销",
        "兰石集团是不是被撤销了",
        "兰石集团还有效吗",
    ],
)
def test_a_question_is_about_its_station(ask: Ask, query: str) -> None:
    assert ids(ask(query))[0] == "gansu-11"


def test_what_asks_for_a_standing_is_not_said_to_be_missing(ask: Ask) -> None:
    assert ask("兰石集团合格了没有")["hits"][0]["reasons"] == []


@pytest.mark.parametrize(
    "query",
    [
        *("第四所", "第四国家职业技能鉴定所", "第九十九所", "第一百所", "第0"),
        *("陕西", "陕西省第五国家职业技能鉴定所", "陕西省第六国家职业技能鉴定所"),
        *("湖南省第六国家职业技能鉴定所", "兰州第五所", "兰石 不存在"),
        *("清华大学", "阿里巴巴", "今天天气怎么样", "asdfghjkl", "???", "。，！", "😀"),
    ],
)
def test_what_does_not_exist_is_not_found(ask: Ask, query: str) -> None:
    reply = ask(query)
    assert (reply["total"], reply["hits"]) == (0, [])


@pytest.mark.parametrize(
    ("query", "nearest"),
    [("龙石集团", "gansu-11"), ("兰石龙团", "gansu-11"), ("省来业学校", "gansu-02")],
)
def test_a_name_that_is_not_found_has_the_nearest_shown(ask: Ask, query: str, nearest: str) -> None:
    reply = ask(query)
    assert (ids(reply) or near(reply))[0] == nearest


@pytest.mark.parametrize(
    ("query", "neighbours"),
    [
        ("第四所", {"gansu-03", "gansu-06"}),
        ("第四国家职业技能鉴定所", {"gansu-03", "gansu-06"}),
        ("第八十六所", {"gansu-85"}),
        ("陕西省第五国家职业技能鉴定所", {"gansu-06"}),
    ],
)
def test_an_ordinal_that_nobody_has_has_its_neighbours_shown(
    ask: Ask, query: str, neighbours: set[str]
) -> None:
    assert neighbours <= {*near(ask(query))}


@pytest.mark.parametrize("query", ["gansu-04", "gansu-99"])
def test_an_id_that_nobody_has_finds_nobody(ask: Ask, query: str) -> None:
    assert ask(query)["hits"] == []


def test_the_near_are_no_hits(ask: Ask, gansu: tuple[Findable, ...]) -> None:
    for station in gansu:
        reply = ask(station.hosts[0][:3], limit=2)
        assert not {*ids(reply)} & {*near(reply)}
        assert len(near(reply)) <= 5


def test_a_choice_that_leaves_nothing_shows_what_was_not_chosen(ask: Ask) -> None:
    reply = ask("兰石集团", standing=["revoked"])
    assert reply["total"] == 0
    assert near(reply)[0] == "gansu-11"


def test_a_limit_shortens_the_list_and_not_the_total(ask: Ask) -> None:
    reply = ask("兰州", limit=3)
    assert len(reply["hits"]) == 3
    assert reply["total"] > 3
    assert ids(reply) == ids(ask("兰州"))[:3]


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
    free, chosen = ask("兰州"), ask("兰州", standing=["revoked"])
    assert chosen["total"] == 2
    assert {hit["standing"] for hit in chosen["hits"]} == {"revoked"}
    assert chosen["facets"]["standing"] == free["facets"]["standing"]
    assert ["revoked", "撤销", 2] in free["facets"]["standing"]
    assert sum(count for *_, count in free["facets"]["standing"]) == free["total"]
    assert chosen["facets"]["year"] == [["2010", "2010", 2]]
    assert chosen["facets"]["region"] == [["甘肃省", "甘肃省", 2]]


def test_several_values_of_a_facet_are_alternatives(ask: Ask) -> None:
    reply = ask("", standing=["revoked", "rectifying"])
    assert sorted(ids(reply)) == sorted([*REVOKED, *RECTIFYING])


def test_a_station_without_decision_has_a_facet_of_its_own(ask: Ask) -> None:
    reply = ask("", "made_up", standing=["none"], year=["none"])
    assert ids(reply) == ["a-6"]
    assert reply["facets"]["standing"][-1] == ["none", "无在案结论", 1]
    assert reply["facets"]["year"] == [["none", "none", 1]]


def test_sorts_by_number_and_by_the_hosts_sound(ask: Ask) -> None:
    assert ids(ask("兰州 撤销", sort="number")) == ["gansu-69", "gansu-74"]
    assert ids(ask("撤销", sort="pinyin")) == [
        "gansu-55",  # changqing
        "gansu-85",  # gansu changan
        "gansu-70",  # gansu jiancai
        "gansu-69",  # lanzhou lvye
        "gansu-74",  # lanzhou tansu
    ]


def marked(text: str, marks: list[list[int]]) -> list[tuple[str, int]]:
    return [(text[begin:end], how) for begin, end, how in marks]


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("兰石", [("兰石", 0)]),
        ("蘭石", [("兰石", 0)]),
        ("lsjt", [("兰石集团", 1)]),
        ("兰shi", [("兰", 0), ("石", 1)]),
        ("兰实集团", [("兰", 0), ("石", 1), ("集团", 0)]),
    ],
)
def test_marks_say_what_answers_and_how(ask: Ask, query: str, marks: list[tuple[str, int]]) -> None:
    hit = ask(query)["hits"][0]
    assert marked(hit["hosts"][0], hit["marks"]["hosts"][0]) == marks


@pytest.mark.parametrize("query", ["省六所", "第6", "第六鉴定所", "甘肃省第六国家职业技能鉴定所"])
def test_the_ordinal_is_marked_in_the_name(ask: Ask, query: str) -> None:
    hit = ask(query)["hits"][0]
    assert "第六" in "".join(text for text, _ in marked(hit["name"], hit["marks"]["name"]))


def test_other_texts_that_answer_are_named(ask: Ask) -> None:
    hit = ask("焊工 绿洲", "made_up")["hits"][0]
    assert hit["found"] == [{"field": "工种", "text": "焊工", "marks": [[0, 2, 0]]}]
    hit = ask("山城", "made_up")["hits"][0]
    assert hit["found"] == [{"field": "又名", "text": "山城鉴定站", "marks": [[0, 2, 0]]}]
    hit = ask("临江", "made_up")["hits"][0]
    assert hit["found"] == [{"field": "所在地", "text": "临江市", "marks": [[0, 2, 0]]}]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("lsjt", "按拼音查到"),
        ("兰实集团", "读音相近"),
        ("天水海木技工学校", "有一处不同"),
        ("石兰集团", "有一处不同"),
        ("兰石集团 酒店", "没有对上“酒店”"),
    ],
)
def test_a_hit_that_is_not_as_typed_says_why(ask: Ask, query: str, reason: str) -> None:
    reply = ask(query)
    assert reason in [*reply["hits"], *reply["near"]][0]["reasons"]


@pytest.mark.parametrize("query", ["兰石", "蘭石", "省六所", "撤销", "兰石集团怎么样", ""])
def test_a_hit_as_typed_needs_no_reason(ask: Ask, query: str) -> None:
    assert ask(query)["hits"][0]["reasons"] == []


def test_an_id_is_the_reason(ask: Ask) -> None:
    hit = ask("a-5", "made_up")["hits"][0]
    assert (hit["reasons"], hit["marks"]["name"]) == (["编号相符"], [])


def test_a_licence_is_the_reason(ask: Ask) -> None:
    assert ask("ZJ-0042", "made_up")["hits"][0]["reasons"] == ["编号相符"]


@pytest.mark.parametrize("typed", ["gansu-6", "gansu6", "gansu-006", "Ｇａｎｓｕ－０６"])
def test_an_id_needs_no_hyphen_and_no_zeros(ask: Ask, typed: str) -> None:
    assert [hit["id"] for hit in ask(typed)["hits"]] == ["gansu-06"]


def test_where_there_is_no_such_id_the_nearest_are_near(ask: Ask) -> None:
    reply = ask("gansu-99")
    assert reply["hits"] == []
    assert reply["near"][0]["id"] == "gansu-85"


@pytest.mark.parametrize(
    "typed", ["已撤销", "已经撤销", "被撤销的", "已被撤销", "撤消", "撤销资格", "已撤销的鉴定所"]
)
def test_a_standing_is_asked_for_in_many_ways(ask: Ask, typed: str) -> None:
    assert {hit["standing"] for hit in ask(typed)["hits"]} == {"revoked"}
    assert ask(typed)["total"] == ask("撤销")["total"]
    assert not [hit for hit in ask(typed)["hits"] if hit["reasons"] or hit["marks"]["name"]]


@pytest.mark.parametrize(
    "typed",
    [
        "你好，兰石集团这家咋样啊",
        "麻烦看下兰石集团还行不",
        "兰石集团的电话、地址",
        "兰石集团靠谱吗",
    ],
)
def test_talk_is_not_what_is_asked_for(ask: Ask, typed: str) -> None:
    reply = ask(typed)
    assert [hit["id"] for hit in reply["hits"]] == ["gansu-11"]
    assert reply["hits"][0]["reasons"] == []


def test_a_hit_says_all_that_is_shown(ask: Ask) -> None:
    hit = ask("兰石")["hits"][0]
    del hit["marks"]
    assert hit == {
        "id": "gansu-11",
        "url": "stations/gansu-11/",
        "name": "甘肃省第十一国家职业技能鉴定所",
        "hosts": ["兰石集团"],
        "standing": "qualified",
        "mark": "2010年度合格",
        "phase": "lapsed",
        "grade": "合格",
        "year": "2010",
        "status": "2010年度合格，此后无在案结论",
        "document": {"words": "甘人社通〔2011〕67号", "url": "notices/gansu-2011-67/"},
        "found": [],
        "reasons": [],
    }


def test_a_station_of_which_nothing_is_known_has_no_document(ask: Ask) -> None:
    hit = ask("无结论", "made_up")["hits"][0]
    assert (hit["standing"], hit["year"], hit["document"]) == ("none", "none", None)


def test_pages_are_found_beside_stations(ask: Ask) -> None:
    assert [page["url"] for page in ask("撤销")["pages"]] == ["glossary/#revoked"]
    assert [page["url"] for page in ask("benzhan")["pages"]] == ["about/"]
    assert ask("")["pages"] == []
    [page] = ask("撤销")["pages"]
    assert page["title"][slice(*page["marks"][0][:2])] == "撤销"


def test_before_the_rest_of_the_index_comes_hosts_are_found(
    matcher: Page, gansu: tuple[Findable, ...]
) -> None:
    asked = "query => firstReply({ query }, window['gansu first']).hits.map(({ id }) => id)"
    assert matcher.evaluate(asked, gansu[8].hosts[0])[0] == gansu[8].id


def test_words_of_the_index_are_the_librarys(matcher: Page) -> None:
    from register.search.words import NOISE, NOTHING_SAID, PROVINCES, WORDS

    noise, provinces, words = matcher.evaluate(
        "[gansu.data.words.noise, gansu.data.words.provinces, gansu.data.words.standings]"
    )
    assert (tuple(noise), tuple(provinces)) == (NOISE, PROVINCES)
    asked = {word: [standing.value for standing in of] for word, of in WORDS.items()}
    assert words == asked | {word: ["none"] for word in NOTHING_SAID}
