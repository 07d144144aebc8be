"""The spans of the search: what they hold, how small they are, and that they fit the index."""

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from register.reading import read
from register.register import build_register
from register.search import Begins, Findable, Said, index_files, span_files
from register.views.findable import findables
from synthetic import write_register

LAST = date(2013, 1, 10)
NONE = Said("none", "无在案结论", "none", "", None, "无在案结论")
GOOD = Said("qualified", "2012年度合格", "current", "合格", 2012, "2012年度合格")
OVER = Said("qualified", "2012年度合格", "lapsed", "合格", 2012, "2012年度合格，此后无在案结论")
SPANS = (Begins(None, NONE), Begins(date(2013, 1, 5), GOOD), Begins(date(2014, 1, 5), OVER))


def spans_of(*stations: Findable) -> dict[str, Any]:
    [file] = span_files(stations, LAST)
    assert file.path == "search/spans.json"
    return dict(json.loads(file.content))


def with_spans(id_: str, *begins: Begins) -> Findable:
    status = begins[-1].said.status
    return Findable(id_, id_, None, (), (), "省", "", "", None, status, (), begins)


def test_each_beginning_is_written_once() -> None:
    spans = spans_of(with_spans("a", *SPANS), with_spans("b", *SPANS), with_spans("c", SPANS[0]))
    assert spans["days"] == ["", "2013-01-05", "2014-01-05"]
    assert spans["stations"] == [[0, 1, 2], [0, 1, 2], [0]]
    assert [spans["said"][said][6] for _, said in spans["begins"]] == [
        "无在案结论",
        "2012年度合格",
        "2012年度合格，此后无在案结论",
    ]


def test_a_grade_of_a_year_that_is_over_is_no_standing_of_the_day() -> None:
    [_none, good, over] = spans_of(with_spans("a", *SPANS))["said"]
    assert (good[0], good[4]) == ("qualified", "合格")
    assert (over[0], over[1], over[4]) == ("lapsed", "qualified", "")


def test_index_and_spans_know_each_other() -> None:
    stations = [with_spans("a", *SPANS), with_spans("b", *SPANS)]
    [index] = index_files(stations, [])
    assert json.loads(index.content)["ids"] == spans_of(*stations)["ids"]
    assert spans_of(*stations)["ids"] != spans_of(*stations[::-1])["ids"]


@pytest.mark.parametrize("years", [1, 10])
def test_ten_thousand_stations_need_few_bytes(tmp_path: Path, years: int) -> None:
    write_register(tmp_path, 1_000, years)
    data, _problems = read(tmp_path)
    found = list(findables(build_register(data, date(2026, 11, 22))))
    [file] = span_files(found * 10, LAST)
    assert len(gzip.compress(file.content)) < 120_000
