"""Coverage: of which years and regions there are documents, and how many they speak of."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from register.assessment.scope import Place, place_of
from register.records.round import Round
from register.records.scheme import Judged
from register.records.standing import Standing
from register.register import Register, StationFile
from register.views.regions import regions_with_pages
from register.views.round.results import counted, results, standings, unnamed
from register.views.rows import Link, round_link

WORDS = (
    "已评定",
    "免检",
    "未参评",
    "没有列入",
    "不在范围",
    "此前已撤销等",
    "范围不明",
    "名单未公布",
)


class Cell(NamedTuple):
    """A region in a year; `numbers` as in WORDS, all none where no results are on file.

    `elsewhere`: of rounds of the whole country, those that are counted in their regions.
    """

    region: str
    rounds: tuple[Link, ...]
    numbers: tuple[int, ...]
    results: bool
    centres: bool
    """All its rounds are about centres, so that no station is counted."""
    elsewhere: int = 0


class YearRow(NamedTuple):
    """A year: a cell for each region, the rounds of the whole country, and the sums."""

    year: int
    country: Cell
    cells: tuple[Cell, ...]
    total: tuple[int, ...]
    rounds: tuple[Link, ...]


class CoverageView(NamedTuple):
    """Year × region, the newest year first."""

    words: tuple[str, ...]
    regions: tuple[Link, ...]
    years: tuple[YearRow, ...]
    with_rounds: tuple[int, ...]
    """For each region the number of years with a round."""


def coverage_view(register: Register, stations: Mapping[str, list[StationFile]]) -> CoverageView:
    """Return the table of all years and regions; `stations` by region."""
    regions = regions_with_pages(register)
    rounds: dict[int, list[Round]] = defaultdict(list)
    for round_ in register.rounds.values():
        rounds[round_.year].append(round_)
    first, last = min(rounds, default=0), max(rounds, default=-1)
    years = tuple(
        _year(register, year, rounds.get(year, []), regions, stations)
        for year in range(last, first - 1, -1)
    )
    return CoverageView(
        WORDS,
        tuple(Link(register.region(id_), f"regions/{id_}/") for id_ in regions),
        years,
        tuple(sum(bool(y.cells[n].rounds) for y in years) for n in range(len(regions))),
    )


def _year(
    register: Register,
    year: int,
    rounds: Sequence[Round],
    regions: Sequence[str],
    stations: Mapping[str, list[StationFile]],
) -> YearRow:
    given = _given(register, rounds)
    cells = tuple(
        _cell(
            register,
            [r for r in rounds if r.region in (id_, None)],
            id_,
            stations.get(id_, []),
            given,
        )
        for id_ in regions
    )
    country = _country(register, [r for r in rounds if r.region is None])
    every = [*(cell.numbers for cell in cells), country.numbers]
    total = tuple(map(sum, zip(*every, strict=True)))
    return YearRow(year, country, cells, total, tuple(round_link(round_) for round_ in rounds))


def _given(register: Register, rounds: Sequence[Round]) -> dict[str, Standing]:
    """Return what the year's rounds gave each station."""
    found: dict[str, Standing] = {}
    for round_ in rounds:
        meanings = standings(register.schemes[round_.scheme])
        own = results(register, round_.id)
        found |= {id_: meanings[result.grade] for id_, result in own.items()}
    return found


def _cell(
    register: Register,
    rounds: Sequence[Round],
    region: str,
    stations: Sequence[StationFile],
    given: Mapping[str, Standing],
) -> Cell:
    """Count one region's stations in one year's rounds, each station once."""
    own = [r for r in rounds if register.schemes[r.scheme].judges is Judged.STATIONS]
    with_results = any(_has_results(register, round_) for round_ in own)
    numbers = Counter(_places(register, own, stations, given, with_results=with_results))
    numbers[_UNNAMED] += sum(unnamed(register, r.id).total() for r in own if r.region)
    return _filled(region, rounds, own, numbers, with_results=with_results)


def _country(register: Register, rounds: Sequence[Round]) -> Cell:
    """Return the rounds of the whole country, with those that they count but do not name."""
    own = [r for r in rounds if register.schemes[r.scheme].judges is Judged.STATIONS]
    numbers = Counter({_UNNAMED: sum(unnamed(register, r.id).total() for r in own)})
    with_results = any(_has_results(register, round_) for round_ in own)
    named = {id_ for r in own for id_ in results(register, r.id)}
    cell = _filled("", rounds, own, numbers, with_results=with_results)
    return cell._replace(elsewhere=len(named))


def _filled(
    region: str,
    rounds: Sequence[Round],
    own: Sequence[Round],
    numbers: Mapping[str, int],
    *,
    with_results: bool,
) -> Cell:
    return Cell(
        region=region,
        rounds=tuple(round_link(round_) for round_ in rounds),
        numbers=tuple(numbers.get(word, 0) for word in WORDS),
        results=with_results,
        centres=bool(rounds) and not own,
    )


def _has_results(register: Register, round_: Round) -> bool:
    return any(counted(register, round_.id))


_UNNAMED = "名单未公布"
_GIVEN = {Standing.EXEMPT: "免检", Standing.NOT_ASSESSED: "未参评"}


def _places(
    register: Register,
    rounds: Sequence[Round],
    stations: Sequence[StationFile],
    given: Mapping[str, Standing],
    *,
    with_results: bool,
) -> Iterator[str]:
    for station in stations if rounds else ():
        if station.id in given:
            yield _GIVEN.get(given[station.id], "已评定")
            continue
        places = {
            place_of(station.record, station.region, r, register.schemes[r.scheme], station.spans)
            for r in rounds
        }
        if Place.EXEMPT in places:
            yield "免检"
        elif Place.IN in places:
            yield from ("没有列入",) if with_results else ()
        elif Place.ENDED in places:
            yield "此前已撤销等"
        else:
            yield "范围不明" if Place.UNKNOWN in places else "不在范围"
