"""Moves: who moved where between a round and the one before it in the same region."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from register.records.round import Round
from register.records.scheme import Judged
from register.register import Register
from register.views.notices import grade_mark
from register.views.round.results import Result, results, standings, subject_link, unnamed
from register.views.round.summary import JUDGED
from register.views.rows import Link, notice_link, round_link
from register.views.wording import Mark


class Side(NamedTuple):
    """What one of the two rounds says of a station."""

    grade: str
    mark: Mark
    notice: Link


class Moved(NamedTuple):
    """One station whose grade differs, or that only one of the two rounds lists."""

    subject: Link
    before: Side | None
    after: Side | None


class MatrixRow(NamedTuple):
    """Those of one earlier grade, by their later one; the last number: not listed any more."""

    grade: str
    mark: Mark | None
    numbers: tuple[int, ...]
    total: int


class MovesView(NamedTuple):
    """The comparison of two rounds."""

    path: str
    title: str
    judged: str
    round: Link
    previous: Link
    same_scheme: bool
    head: tuple[tuple[str, Mark], ...]
    matrix: tuple[MatrixRow, ...]
    same: int
    rows: Sequence[Moved]
    unnamed: tuple[int, int]


def moves_link(round_: Round, previous: Round) -> Link:
    """Link to a round's comparison with the one before it."""
    words = f"{round_.year}年度和{previous.year}年度比较"
    return Link(words, f"rounds/{round_.id}/moves/")


def moves_views(register: Register) -> Iterator[MovesView]:
    """Yield the comparison of each round that has one before it."""
    for id_, previous in predecessors(register).items():
        yield moves_view(register, register.rounds[id_], previous)


def predecessors(register: Register) -> dict[str, Round]:
    """Return for each round with results the one to compare it with.

    The newest earlier one of the same region with results; of the same scheme, where there is one.
    """
    found: dict[str, Round] = {}
    for rounds in _with_results(register).values():
        for n, round_ in enumerate(rounds):
            before = rounds[:n]
            same = [other for other in before if other.scheme == round_.scheme]
            if before:
                found[round_.id] = (same or before)[-1]
    return found


def _with_results(register: Register) -> Mapping[tuple[str | None, Judged], list[Round]]:
    """Return the rounds with results of each region and kind, oldest first."""
    first = _first_results(register)
    found: dict[tuple[str | None, Judged], list[Round]] = defaultdict(list)
    for id_ in sorted(first, key=lambda i: (register.rounds[i].year, first[i], i)):
        round_ = register.rounds[id_]
        found[round_.region, register.schemes[round_.scheme].judges].append(round_)
    return found


def _first_results(register: Register) -> dict[str, date]:
    """Return for each round that has named results in force the day of the first document."""
    return {
        part.round: notice.decided
        for id_, notice in reversed(list(register.notices.items()))
        if id_ not in register.ended
        for part in notice.rounds
        if any((*decision.stations, *decision.centres) for decision in part.decisions)
    }


def moves_view(register: Register, round_: Round, previous: Round) -> MovesView:
    """Return the comparison of `round_` with `previous`."""
    before, after = results(register, previous.id), results(register, round_.id)
    everyone = list(dict.fromkeys((*before, *after)))
    moved = [
        id_
        for id_ in everyone
        if id_ not in before
        or id_ not in after
        or _differs(register, (previous, before[id_]), (round_, after[id_]))
    ]
    return MovesView(
        path=moves_link(round_, previous).path,
        title=moves_link(round_, previous).words,
        judged=JUDGED[register.schemes[round_.scheme].judges],
        round=round_link(round_),
        previous=round_link(previous),
        same_scheme=round_.scheme == previous.scheme,
        head=tuple(_grades(register, round_, after)),
        matrix=tuple(_matrix(register, previous, round_, before, after)),
        same=len(everyone) - len(moved),
        rows=[
            Moved(
                subject_link(register, id_),
                _side(register, previous, before.get(id_)),
                _side(register, round_, after.get(id_)),
            )
            for id_ in sorted(moved, key=lambda i: (i not in before, i not in after))
        ],
        unnamed=(
            unnamed(register, previous.id).total(),
            unnamed(register, round_.id).total(),
        ),
    )


def _differs(register: Register, old: tuple[Round, Result], new: tuple[Round, Result]) -> bool:
    """Tell whether two grades differ; those of two schemes, whether they mean something else."""
    if old[0].scheme == new[0].scheme:
        return old[1].grade != new[1].grade
    before, after = (standings(register.schemes[r.scheme])[x.grade] for r, x in (old, new))
    return before is not after


def _side(register: Register, round_: Round, result: Result | None) -> Side | None:
    if result is None:
        return None
    mark = grade_mark(register.schemes[round_.scheme], result.grade, round_.year)
    return Side(result.grade, mark, notice_link(register, result.notice))


def _grades(
    register: Register, round_: Round, found: Mapping[str, Result]
) -> Iterator[tuple[str, Mark]]:
    """Yield the grades that occur, in the scheme's order."""
    scheme = register.schemes[round_.scheme]
    given = {result.grade for result in found.values()}
    for meaning in scheme.grades:
        if meaning.grade in given:
            yield meaning.grade, grade_mark(scheme, meaning.grade, round_.year)


def _matrix(
    register: Register,
    previous: Round,
    round_: Round,
    before: Mapping[str, Result],
    after: Mapping[str, Result],
) -> Iterator[MatrixRow]:
    numbers = Counter(
        (_grade(before.get(id_)), _grade(after.get(id_)))
        for id_ in dict.fromkeys((*before, *after))
    )
    columns = [*(grade for grade, _ in _grades(register, round_, after)), ""]
    rows: list[tuple[str, Mark | None]] = [*_grades(register, previous, before), ("", None)]
    for grade, mark in rows:
        own = tuple(numbers[grade, column] for column in columns)
        if grade or sum(own):
            yield MatrixRow(grade or "上次没有列入", mark, own, sum(own))


def _grade(result: Result | None) -> str:
    return result.grade if result else ""
