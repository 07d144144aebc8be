"""The spans of the search: what they hold, how small they are, and that they fit the index."""

import gzip
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page
from tests.search.opening import files_of, open_register

from register.reading import read
from register.register import build_register
from register.search import Begins, Findable, Said, index_files, span_files
from register.views.findable import findables
from synthetic import write_register

LAST = date(2013, 1, 10)
NONE = Said("none", "无在案结论", "none", "", None, "无在案结论", "")
GOOD = Said("qualified", "2012年度合格", "current", "合格", 2012, "2012年度合格", "n1")
OVER = GOOD._replace(phase="lapsed", status="2012年度合格，此后无在案结论")
SPANS = (Begins(None, NONE), Begins(date(2013, 1, 5), GOOD), Begins(date(2014, 1, 5), OVER))


def spans_of(*stations: Findable) -> dict[str, Any]:
    [file] = span_files(stations, LAST)
    assert file.path == "search/spans.json"
    return dict(json.loads(file.content))


def with_spans(id_: str, *begins: Begins) -> Findable:
    now = begins[-1].said
    return Findable(id_, id_, None, (), (), "省", "", now, None, spans=begins)


def test_each_beginning_is_written_once() -> None:
    spans = spans_of(with_spans("a", *SPANS), with_spans("b", *SPANS), with_spans("c", SPANS[0]))
    assert spans["days"] == ["", "2013-01-05", "2014-01-05"]
    assert spans["stations"] == [[0, 1, 2], [0, 1, 2], [0]]
    assert [spans["said"][said][6] for _, said in spans["begins"]] == [
        "无在案结论",
        "2012年度合格",
        "2012年度合格，此后无在案结论",
    ]


def test_what_is_said_ends_with_the_document_that_says_so() -> None:
    assert [said[7] for said in spans_of(with_spans("a", *SPANS))["said"]] == ["", "n1", "n1"]


def test_a_grade_of_a_year_that_is_over_is_no_standing_of_the_day() -> None:
    [_none, good, over] = spans_of(with_spans("a", *SPANS))["said"]
    assert (good[0], good[4]) == ("qualified", "合格")
    assert (over[0], over[1], over[4]) == ("lapsed", "qualified", "")


def test_index_and_spans_know_each_other() -> None:
    stations = [with_spans("a", *SPANS), with_spans("b", *SPANS)]
    [index, *_others] = index_files(stations, [], {"n1": "〔2013〕1号"})
    assert json.loads(index.content)["ids"] == spans_of(*stations)["ids"]
    assert spans_of(*stations)["ids"] != spans_of(*stations[::-1])["ids"]


@pytest.mark.parametrize("years", [1, 10])
def test_ten_thousand_stations_need_few_bytes(tmp_path: Path, years: int) -> None:
    write_register(tmp_path, 1_000, years)
    data, _problems = read(tmp_path)
    found = list(findables(build_register(data, date(2026, 11, 22))))
    [file] = span_files(found * 10, LAST)
    assert len(gzip.compress(file.content)) < 120_000


DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))
REVOKED = GOOD._replace(standing="revoked", words="2012年度撤销", notice="")
ON_A_DAY = """days => days.map((on) => {
  const then = indexOn(dated, window["dated spans"], on);
  return Array.from({ length: then.stations.count }, (_, s) => hitOf(s, then))
    .map(({ mark, status, year, document }) => [mark, status, year, document && document.words]);
})"""


@st.composite
def histories(draw: st.DrawFn) -> tuple[Begins, ...]:
    days = sorted(draw(st.sets(DAYS, max_size=4)))
    told = st.sampled_from([NONE, GOOD, OVER, REVOKED])
    return tuple(Begins(day, draw(told)) for day in (None, *days))


def held(begins: tuple[Begins, ...], day: date) -> list[str | None]:
    """Return what a hit shows of the last beginning up to a day."""
    said = [begin.said for begin in begins if begin.since is None or begin.since <= day][-1]
    document = "〔2013〕1号" if said.notice else None
    return [said.words, said.status, str(said.year or "none"), document]


@given(st.lists(histories(), min_size=1, max_size=10))
@settings(max_examples=20)
def test_the_browser_shows_what_held_on_each_day(
    matcher: Page, drawn: list[tuple[Begins, ...]]
) -> None:
    stations = [with_spans(f"a-{n}", *begins) for n, begins in enumerate(drawn, 1)]
    open_register(matcher, "dated", files_of(stations, notices={"n1": "〔2013〕1号"}))
    firsts = {begin.since or LAST for begins in drawn for begin in begins}
    days = sorted({first + timedelta(n) for first in firsts for n in (-1, 0, 1)})
    expected = [[held(begins, day) for begins in drawn] for day in days]
    assert matcher.evaluate(ON_A_DAY, [day.isoformat() for day in days]) == expected
