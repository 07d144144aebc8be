"""What Python packs is what the browser unpacks, whatever a register holds."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page
from tests.search.opening import files_of, open_register

from register.names.numerals import to_chinese
from register.search import Findable, Said, index_files
from register.search.packing import (
    BASE,
    END,
    FIRST,
    LARGEST,
    alphabet_of,
    deltas,
    pack,
    pack_texts,
    zigzag,
)
from register.search.part import HOST, ORDINAL, Numbers, pattern_of, references, stem_of

FEW = settings(max_examples=40)  # each example holds many cases, and costs one call of the browser
FEWER = settings(max_examples=15)  # and here a whole index
BORDERS = sorted(
    {0, 1, 56, 57, 58, 91, 92, 93, BASE - 1, BASE, BASE + 1, 2 * BASE, LARGEST - 1, LARGEST}
)
AWKWARD = "\"'\\/<>&\0\t\n\r\u2028\u2029\ufeff\u0301\u200d𠮷😀é第一○〇零０Ａ蘭兰,"


def texts(least: int = 0, most: int = 12) -> st.SearchStrategy[str]:
    """Texts of any characters but the two that mark places in a pattern, and halves of others."""
    any_character = st.characters(exclude_categories=["Cs"], exclude_characters=[ORDINAL, HOST])
    return st.text(
        st.one_of(st.sampled_from(AWKWARD), any_character), min_size=least, max_size=most
    )


def evaluated(page: Page, script: str, cases: object) -> list[Any]:
    return list(page.evaluate(f"cases => cases.map({script})", cases))


@given(st.lists(st.lists(st.integers(0, LARGEST) | st.sampled_from(BORDERS)), max_size=50))
@FEW
def test_numbers_come_back(matcher: Page, lists: list[list[int]]) -> None:
    lists.append(BORDERS)
    packed = [pack(numbers) for numbers in lists]
    assert evaluated(matcher, "text => [...unpack(text)]", packed) == lists


@given(st.lists(st.lists(st.none() | st.integers(0, LARGEST // 4)), max_size=50))
@FEW
def test_distances_come_back(matcher: Page, lists: list[list[int | None]]) -> None:
    packed = [pack(deltas(numbers)) for numbers in lists]
    expected = [[-1 if n is None else n for n in numbers] for numbers in lists]
    assert evaluated(matcher, "text => [...undelta(text)]", packed) == expected


@given(st.lists(st.lists(st.integers(0, 30)), max_size=50))
@FEW
def test_references_come_back(matcher: Page, lists: list[list[int]]) -> None:
    packed = [pack(references(Numbers(), numbers)) for numbers in lists]
    expected = []
    for numbers in lists:
        places = {value: place for place, value in enumerate(dict.fromkeys(numbers))}
        expected.append([places[value] for value in numbers])
    assert evaluated(matcher, "text => [...referred(text)]", packed) == expected


@given(st.lists(texts(), max_size=50))
@FEW
def test_texts_come_back(matcher: Page, written: list[str]) -> None:
    alphabet = alphabet_of(written)
    packed = pack_texts(written, {character: n for n, character in enumerate(alphabet, 1)})
    read = """([alphabet, packed]) => {
      const characters = ["", ...alphabet];
      const texts = [""];
      for (const n of unpack(packed)) {
        if (n) texts[texts.length - 1] += characters[n];
        else texts.push("");
      }
      return texts;
    }"""
    [found] = evaluated(matcher, read, [[alphabet, packed]])
    assert found == [*written, ""]


@given(st.lists(st.integers(0, LARGEST)))
def test_packed_numbers_need_no_escapes(numbers: list[int]) -> None:
    packed = pack([*range(2000), *BORDERS, *numbers])
    assert min(map(ord, packed)) >= FIRST
    assert "\\" not in packed
    assert packed.encode()  # no half of a character


@given(st.integers(-LARGEST, LARGEST))
def test_a_sign_is_folded_into_a_number_without_one(number: int) -> None:
    folded = zigzag(number)
    assert folded >= 0
    assert (-(folded + 1) // 2 if folded % 2 else folded // 2) == number


def test_a_text_ends_with_the_number_of_no_character() -> None:
    assert pack_texts(["甲", "", "乙"], {"甲": 1, "乙": 2}) == pack([1, END, END, 2, END])


@pytest.mark.parametrize(
    ("id_", "stem"),
    [
        ("gansu-05", ("gansu-", 2, 5)),
        ("gansu-5", ("gansu-", 0, 5)),
        ("gansu-0005", ("gansu-", 4, 5)),
        ("gansu-00", ("gansu-", 2, 0)),
        ("gansu", ("gansu", 0, None)),
        ("gansu-0", ("gansu-0", 0, None)),
        ("7", ("", 0, 7)),
        ("a-99999999", ("a-", 0, 99_999_999)),
        ("a-123456789", ("a-1", 0, 23_456_789)),
    ],
)
def test_an_id_is_a_stem_and_a_number(id_: str, stem: tuple[str, int, int | None]) -> None:
    assert stem_of(id_) == stem


IDS = st.one_of(
    st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,12}){0,3}", fullmatch=True),
    st.builds("{}-{}{}".format, st.sampled_from("ab"), st.text("0"), st.integers(0, 10**12)),
)
NOTICES = {"n-1": "〔2012〕1号", "n-2": "\"\\'〔2013〕2号"}
SAID = st.builds(
    Said,
    standing=st.sampled_from(["", "none", "merged", "qualified", "revoked"]),
    words=texts(),
    phase=texts(),
    grade=texts(),
    year=st.none() | st.integers(1990, 2100),
    status=texts(),
    notice=st.sampled_from(["", "n-1", "n-2", "unknown"]),
)


@st.composite
def findables(draw: st.DrawFn) -> Findable:
    """Draw a station whose name holds its ordinal and its first host, or not."""
    hosts = tuple(draw(st.lists(texts(), max_size=3)))
    ordinal = draw(st.none() | st.integers(1, 9999))
    numeral = f"第{to_chinese(ordinal)}" if ordinal else ""
    parts = [draw(texts()), *draw(st.sampled_from([(), hosts[:1], (numeral,), (numeral, *hosts)]))]
    parts += [draw(texts()), *draw(st.sampled_from([(), hosts[:1], (numeral,)]))]
    return Findable(
        id=draw(IDS),
        name="".join(parts),
        ordinal=ordinal,
        hosts=hosts,
        aliases=tuple(draw(st.lists(texts(), max_size=2))),
        region=draw(texts(1, 3)),
        city=draw(texts(0, 3)),
        now=draw(SAID),
        day=draw(st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1))),
        kinds=tuple(draw(st.lists(texts(1, 4), max_size=2))),
        occupations=tuple(draw(st.lists(texts(1, 4), max_size=2))),
        codes=tuple(draw(st.lists(texts(1, 9), max_size=2))),
        supervisor=draw(texts(0, 4)),
    )


def shown(station: Findable) -> dict[str, Any]:
    now = station.now
    words = NOTICES.get(now.notice)
    return {
        "id": station.id,
        "url": f"stations/{station.id}/",
        "name": station.name,
        "hosts": list(station.hosts),
        "standing": now.standing or "none",
        "mark": now.words,
        "phase": now.phase,
        "grade": now.grade,
        "year": "none" if now.year is None else str(now.year),
        "status": now.status,
        "document": {"words": words, "url": f"notices/{now.notice}/"} if words else None,
        "marks": {"name": [], "hosts": [[] for _ in station.hosts]},
        "found": [],
        "reasons": [],
    }


def texts_by_field(station: Findable) -> list[list[Any]]:
    return [
        [1, station.region],
        *([[2, station.city]] if station.city else []),
        *([3, host] for host in station.hosts),
        *([4, alias] for alias in station.aliases),
        *([5, occupation] for occupation in station.occupations),
        *([6, kind] for kind in station.kinds),
        *([[7, station.supervisor]] if station.supervisor else []),
    ]


@given(st.lists(findables(), max_size=20))
@FEWER
def test_a_register_comes_back(matcher: Page, stations: list[Findable]) -> None:
    open_register(matcher, "drawn", files_of(stations, notices=NOTICES))
    of_each = """Array.from({ length: drawn.stations.count }, (_, s) => [
      hitOf(s, drawn),
      textsOf(s, (field) => field !== NAME, drawn)
        .map(({ text, field }) => [field, textOf(text, drawn)]),
    ])"""
    expected = [[shown(station), texts_by_field(station)] for station in stations]
    assert matcher.evaluate(of_each) == expected


@given(st.lists(findables(), min_size=1, max_size=20))
@FEWER
def test_whoever_is_in_a_register_is_found_by_id(matcher: Page, stations: list[Findable]) -> None:
    once = list({station.id: station for station in stations}.values())
    open_register(matcher, "drawn", files_of(once, notices=NOTICES))
    found = evaluated(
        matcher,
        "query => reply({ query }, drawn).hits.map(({ id }) => id)",
        [station.id for station in once],
    )
    assert found == [[station.id] for station in once]


@given(findables())
@FEW
def test_a_pattern_leaves_out_what_is_written_elsewhere(station: Findable) -> None:
    pattern = pattern_of(station)
    written = to_chinese(station.ordinal) if station.ordinal else ""
    host = station.hosts[0] if station.hosts else ""
    assert pattern.replace(HOST, host).replace(ORDINAL, written) == station.name


def test_half_a_character_is_refused(made_up: tuple[Findable, ...]) -> None:
    broken = made_up[0]._replace(hosts=("兰\ud83d石",))
    with pytest.raises(UnicodeEncodeError):
        index_files([broken], [], {})


def test_a_name_with_an_ordinal_beyond_ten_thousand_comes_back(matcher: Page) -> None:
    station = Findable(
        id="a-1",
        name="样例省第一万零二鉴定所",
        ordinal=10_002,
        hosts=(),
        aliases=(),
        region="样例省",
        city="",
        now=Said("", "", "", "", None, "", ""),
        day=None,
    )
    open_register(matcher, "drawn", files_of([station]))
    assert matcher.evaluate("hitOf(0, drawn).name") == station.name
