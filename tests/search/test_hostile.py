"""Whatever is typed, or written into an address by hand, is answered: nothing throws or hangs.

How long an answer may take is the benchmark's to say.
"""

import random
import string
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.search.opening import files_of, open_register

from register.search import Findable

SHAPE = """reply => {
  const isList = Array.isArray;
  const texts = (...of) => of.every((one) => typeof one === "string");
  const facts = ["id", "url", "name", "standing", "mark", "phase", "grade", "year", "status"];
  const marks = (of, text) => isList(of) && of.every(([from, to, how]) => (
    0 <= from && from < to && to <= text.length && [0, 1, 2].includes(how)));
  const hit = (h) => texts(...facts.map((key) => h[key]))
    && isList(h.hosts) && texts(...h.hosts) && isList(h.reasons) && texts(...h.reasons)
    && (h.document === null || texts(h.document.words, h.document.url))
    && marks(h.marks.name, h.name) && h.marks.hosts.length === h.hosts.length
    && h.hosts.every((host, i) => marks(h.marks.hosts[i], host))
    && h.found.every(({ field, text, marks: own }) => texts(field, text) && marks(own, text));
  const page = (p) => texts(p.title, p.about, p.url) && ["page", "notice"].includes(p.kind)
    && marks(p.marks, p.title);
  const counts = (of) => isList(of)
    && of.every(([value, word, count]) => texts(value, word) && count >= 0);
  return Number.isInteger(reply.total) && reply.total >= 0 && reply.hits.length <= reply.total
    && reply.hits.every(hit) && isList(reply.near) && reply.near.every(hit)
    && isList(reply.pages) && reply.pages.every(page)
    && Object.keys(reply.facets).sort().join() === "kind,occupation,region,standing,year"
    && Object.values(reply.facets).every(counts)
    && texts(reply.last) && reply.whole === true;
}"""
WRONG = f"""questions => questions.flatMap((question) => {{
  const isReply = {SHAPE};
  return ["gansu", "made_up", "empty", "one"].flatMap((name) => {{
    const said = [name, JSON.stringify(question)];
    try {{
      return isReply(reply(question, window[name])) ? [] : [[...said, "no reply"]];
    }} catch (error) {{
      return [[...said, String(error)]];
    }}
  }});
}})"""

Wrong = Callable[..., list[Any]]


@pytest.fixture(scope="module")
def wrong(matcher: Page, gansu: tuple[Findable, ...]) -> Wrong:
    """Put questions to four registers; what comes is what was not answered as the protocol says."""
    open_register(matcher, "empty", files_of([]))
    open_register(matcher, "one", files_of(gansu[:1]))

    def asked(*questions: object) -> list[Any]:
        return list(matcher.evaluate(WRONG, list(questions)))

    return asked


NAMES = ("__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf", "length")

TYPED = [
    *(
        "",
        " ",
        "\n",
        "\0",
        "'",
        "''",
        "·",
        "零",
        "〇",
        "○",
        "第",
        "所",
        "第所",
        "号",
        "年",
        "十",
        "百千",
    ),
    *(
        "第零所",
        "第十百千所",
        "零零零零零",
        "9" * 400,
        "一" * 400,
        "1e309",
        "-1",
        "0x10",
        "第-1所",
        "½",
        "Ⅷ",
    ),
    *(
        "(" * 5000,
        "(a+)+$" * 50,
        ".*" * 5000,
        "[" * 99,
        "\\" * 999,
        "(?<=a)" * 99,
        "{1,99999}",
        "|",
    ),
    *(character * 10_000 for character in "兰a第一9的撤 ，'\u0301\u200d😀ﷺ"),
    *("撤销" * 5000, "兰州 " * 3333, "甘肃省" * 3333, "2010" * 2500, "是不是" * 3333, "zh" * 5000),
    *(
        "lanzhou" * 1428,
        "兰z" * 5000,
        "z石" * 5000,
        "ng" * 100,
        "ü" * 300,
        "不" * 300,
        "了的" * 300,
    ),
    *("<img src=x onerror=alert(1)>", "</script><script>alert(1)//", "&lt;b&gt;", "<!--", "]]>"),
    *(
        "javascript:alert(1)",
        "'\"`;--",
        "' OR 1=1",
        "${7*7}",
        "{{7*7}}",
        "%00%ff",
        "../../etc/passwd",
    ),
    *(
        "\0\n\r\t\u2028\u2029\u202e\ufeff",
        "e\u0301" * 99,
        "\u0301" * 300,
        "ﷺ" * 1000,
        "ｱﾞ",
        "㍿㋿㈱",
        "İıſß",
    ),
    *(
        "😀👨‍👩‍👧",
        "🇨🇳",
        "𠮷野家",
        "𝟏𝟓所",
        "⑮所",
        "①②③",
        "\ue000\ue001",
        "第\ue000所",
        "\uffff\ufffe",
        "\U0010ffff",
    ),
    *NAMES,
    *(" ".join(NAMES[:k]) for k in (2, 5)),
    "[object Object]",
    "undefined",
    "null",
    "NaN",
]


def test_hostile_texts_are_answered(wrong: Wrong) -> None:
    assert wrong(*({"query": query} for query in TYPED)) == []


ALPHABETS = (
    "兰州石第十五所省撤销合格2010年aslz'() 　é×蘭第６\n.",
    "甘肃省集团公司学校国家职业技能鉴定所站号一二三四五六七八九十百千零〇",
    f"{string.ascii_lowercase}  '",
    "".join(map(chr, range(1, 0x250))),
    "".join(map(chr, (*range(0x2000, 0x2100), *range(0x3000, 0x3100), *range(0xFF00, 0xFFF0)))),
    "".join(map(chr, range(0x4E00, 0x9FA6))),
    "".join(map(chr, (*range(0xE000, 0xE010), *range(0x1F600, 0x1F650), *range(0x20000, 0x20100)))),
    "不是没有合格撤销吗了的整改优秀黑榜红榜重庆湖南河南内蒙古",
)


@pytest.mark.parametrize("seed", range(5))
def test_random_texts_are_answered(wrong: Wrong, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 -- the same questions every time
    queries = [
        "".join(rng.choices(rng.choice(ALPHABETS), k=rng.randrange(1, 60))) for _ in range(2000)
    ]
    assert wrong(*({"query": query, "limit": 3} for query in queries)) == []


def test_halves_of_characters_are_answered(matcher: Page) -> None:
    halves = f"""() => [
      [0xD83D], [0xDE00], [0xDE00, 0x5170, 0xD83D], [0x5170, 0xD83D, 0x77F3],
      Array(500).fill(0xD800), Array(500).fill(0xDC00),
    ].every((codes) => {{
      const query = String.fromCharCode(...codes);
      return [gansu, made_up].every((index) => ({SHAPE})(reply({{ query }}, index)));
    }})"""
    assert matcher.evaluate(halves)


FACETS = ("standing", "year", "region", "kind", "occupation")


@pytest.mark.parametrize("key", [*FACETS, "sort", "limit", "colour", *NAMES])
def test_hostile_choices_are_answered(wrong: Wrong, key: str) -> None:
    values: list[Any] = [*NAMES, "<b>", "", "\0", "x" * 10_000]
    lists: list[Any] = [[value] for value in values] + [values, []]
    whole = values if key in {"sort", "colour"} else []
    numbers = [0, 1, 1e9, 1e300, -1, 2.5] if key == "limit" else []
    of_key = lists if key in FACETS or key == "colour" else numbers
    questions = [
        {"query": query, key: value} for query in ("", "兰石") for value in (*of_key, *whole)
    ]
    questions.append({"query": "兰石", key: None})
    assert wrong(*questions) == []


@pytest.mark.parametrize("query", [0, 5, 15, -1, 1.5, None, True, [], ["兰石"], {}, {"a": 1}])
def test_what_is_no_text_is_answered(wrong: Wrong, query: object) -> None:
    assert wrong({"query": query}, {"query": query, "limit": 2}) == []


def test_a_question_without_query_is_answered(wrong: Wrong) -> None:
    assert wrong({}, {"limit": 1}, {"sort": "pinyin"}) == []


@pytest.mark.parametrize("limit", [51, 1000, 10**9, 2**53])
def test_a_huge_limit_shows_all_that_there_is(matcher: Page, limit: int) -> None:
    asked = "limit => reply({ query: '', limit }, gansu).hits.length"
    assert matcher.evaluate(asked, limit) == min(limit, 63)


def test_nothing_typed_becomes_markup(matcher: Page) -> None:
    name = "<img src=x onerror=alert(1)>鉴定所"
    asked = "reply({ query: 'onerror' }, made_up).hits.map(({ name }) => name)"
    assert name in matcher.evaluate(asked)
    assert matcher.evaluate("document.images.length + document.body.children.length") == 0


def test_prototypes_stay_as_they_are(wrong: Wrong, matcher: Page) -> None:
    assert wrong(*({"query": name, "standing": [name], "sort": name} for name in NAMES)) == []
    assert matcher.evaluate("Object.keys(Object.prototype).length + Object.keys({}).length") == 0
