"""What held for each station on each day, fetched by the search only when somebody asks for a day.

search/spans.json
  format    1
  ids       as in search/index.json: the two belong together
  last      the newest day that a document on file bears
  standings [[value, title], …] that only a day can have, in addition to the index's
  said      [[facet's standing, mark's standing, words, phase, grade, year, status,
            id of the notice], …], each once
  days      ISO days on which something begins, in order; the first is "" for the beginning
  begins    [[number of day, number of what is said], …], each once, in order of the days
  stations  for each station of the index its beginnings, by their number, oldest first
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar
from zlib import crc32

from register.search.findable import Begins, Findable, Said
from register.site_file import SiteFile

T = TypeVar("T")
PATH = "search/spans.json"
LAPSED = "lapsed"
_OF_A_DAY = ((LAPSED, "只有以前年度的结论"), ("merged", "已并入别所"))


def span_files(stations: Sequence[Findable], last: date) -> list[SiteFile]:
    """Cut the spans of `stations`, which are listed as in the index."""
    content = json.dumps(_spans(stations, last), ensure_ascii=False, separators=(",", ":"))
    return [SiteFile(PATH, f"{content}\n".encode())]


def ids_of(stations: Iterable[Findable]) -> str:
    """Return a number for the stations and their order."""
    return f"{crc32(' '.join(s.id for s in stations).encode()):08x}"


def _spans(stations: Sequence[Findable], last: date) -> dict[str, Any]:
    begins = sorted({begin for s in stations for begin in s.spans}, key=_key)
    number = {begin: i for i, begin in enumerate(begins)}
    said = _numbered(begin.said for begin in begins)
    days = _numbered(begin.since for begin in begins)
    return {
        "format": 1,
        "ids": ids_of(stations),
        "last": last.isoformat(),
        "standings": _OF_A_DAY,
        "said": [_facts(each) for each in said],
        "days": [day.isoformat() if day else "" for day in days],
        "begins": [(days[begin.since], said[begin.said]) for begin in begins],
        "stations": [[number[begin] for begin in s.spans] for s in stations],
    }


def _key(begin: Begins) -> tuple[str, ...]:
    day = begin.since.isoformat() if begin.since else ""
    return (day, *(str(value) for value in begin.said))


def _numbered(values: Iterable[T]) -> dict[T, int]:
    """Number values in the order in which they first come."""
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _facts(said: Said) -> list[Any]:
    """Return what is said; a grade of a year that is over is no standing of the day."""
    over = said.phase == LAPSED and said.standing != "none"
    standing, grade = (LAPSED, "") if over else (said.standing, said.grade)
    return [standing, said.standing, said.words, said.phase, grade, *said[-3:]]
