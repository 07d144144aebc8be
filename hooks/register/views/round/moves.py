"""Moves: who moved where between a round and the one before it in the same region."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from register.records.round import Round
from register.records.scheme import Judged
from register.register import Register
from register.views.notices import grade_mark
from register.views.round.pairs import Kind, Pair, predecessors
from register.views.round.results import Result, subject_link, unnamed
from register.views.round.summary import JUDGED, assumed_start
from register.views.rows import Link, notice_link, round_link
from register.views.wording import Mark


class Side(NamedTuple):
    """What one of the two rounds says of a station; of one that it does not list, `absent`."""

    grade: str
    mark: Mark | None
    notice: Link | None
    absent: str


class Moved(NamedTuple):
    """One station whose grade differs, or that only one of the two rounds lists."""

    subject: Link
    kind: str
    before: Side
    after: Side


class MatrixRow(NamedTuple):
    """Those of one earlier grade, by their later one; `numbers` in the order of the columns."""

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
    columns: tuple[str, ...]
    matrix: tuple[MatrixRow, ...]
    kinds: tuple[tuple[str, int], ...]
    same: int
    rows: Sequence[Moved]
    unnamed: tuple[int, int]
    assumed: tuple[str, ...]
    """The days that are taken for the rounds' first, where no document says them."""


def moves_link(register: Register, round_: Round, previous: Round) -> Link:
    """Link to a round's comparison with the one before it; two of one year go by their names."""
    path = f"rounds/{round_.id}/moves/"
    if round_.year == previous.year:
        return Link(f"{round_.name}与{previous.name}结果比较", path)
    centres = register.schemes[round_.scheme].judges is Judged.CENTRES
    what = f"{JUDGED[Judged.CENTRES] if centres else ''}检查结果比较"
    where = register.region(round_.region)
    return Link(f"{where}{round_.year}年度与{previous.year}年度{what}", path)


def moves_views(register: Register) -> Iterator[MovesView]:
    """Yield the comparison of each round that has one before it."""
    for id_, previous in predecessors(register).items():
        yield moves_view(register, register.rounds[id_], previous)


def moves_view(register: Register, round_: Round, previous: Round) -> MovesView:
    """Return the comparison of `round_` with `previous`."""
    pair = Pair(register, previous, round_)
    title, path = moves_link(register, round_, previous)
    kinds = {id_: kind for id_ in pair.everyone if (kind := pair.kind(id_))}
    order, numbers = list(Kind), Counter(kinds.values())
    return MovesView(
        path=path,
        title=title,
        judged=JUDGED[register.schemes[round_.scheme].judges],
        round=round_link(round_),
        previous=round_link(previous),
        same_scheme=pair.same_scheme,
        columns=tuple(words for words, _ in _columns(pair)),
        matrix=tuple(_matrix(pair)),
        kinds=tuple((_words(pair, kind), numbers[kind]) for kind in Kind if numbers[kind]),
        same=len(pair.everyone) - len(kinds),
        rows=[
            _moved(pair, id_, kinds[id_])
            for id_ in sorted(kinds, key=lambda i: (order.index(kinds[i]), i not in pair.before))
        ],
        unnamed=(
            unnamed(register, previous.id).total(),
            unnamed(register, round_.id).total(),
        ),
        assumed=tuple(_assumed(pair, [i for i in kinds if kinds[i] is Kind.OUT])),
    )


def _assumed(pair: Pair, outside: Sequence[str]) -> Iterator[str]:
    """Say which day is taken for the first of a round that some of `outside` had ended before."""
    for round_, listed in ((pair.round, pair.before), (pair.previous, pair.after)):
        said = assumed_start(round_)
        if said and any(id_ in listed for id_ in outside):
            yield f"{round_.name}：{said}"


def _words(pair: Pair, kind: Kind) -> str:
    if kind is Kind.GRADE:
        return "等次变了" if pair.same_scheme else "归入的状态变了"
    return "只有一次列入" if kind is Kind.ONCE else "有一次不在范围内，或者检查前已撤销等"


def _moved(pair: Pair, subject: str, kind: Kind) -> Moved:
    absent = (pair.outside(subject) if kind is Kind.OUT else "") or "没有列入"
    return Moved(
        subject_link(pair.register, subject),
        _words(pair, kind),
        _side(pair, pair.previous, pair.before.get(subject), absent),
        _side(pair, pair.round, pair.after.get(subject), absent),
    )


def _side(pair: Pair, round_: Round, result: Result | None, absent: str) -> Side:
    if result is None:
        return Side("", None, None, absent)
    mark = grade_mark(pair.register.schemes[round_.scheme], result.grade, round_.year)
    return Side(result.grade, mark, notice_link(pair.register, result.notice), "")


_ABSENT = ("没有列入", "不在范围内", "检查前已撤销等")


def _matrix(pair: Pair) -> Iterator[MatrixRow]:
    """Yield the earlier grades, and why the round before does not list the others."""
    numbers = Counter((_before(pair, id_), _after(pair, id_)) for id_ in pair.everyone)
    columns = _columns(pair)
    for words, mark in _present(pair, pair.previous, pair.before, [key for key, _ in numbers]):
        own = tuple(numbers[words, column] for column, _ in columns)
        yield MatrixRow(words, mark, own, sum(own))


def _columns(pair: Pair) -> list[tuple[str, Mark | None]]:
    keys = [_after(pair, id_) for id_ in pair.everyone]
    return list(_present(pair, pair.round, pair.after, keys))


def _before(pair: Pair, subject: str) -> str:
    return _said(pair, subject, pair.before, "上次")


def _after(pair: Pair, subject: str) -> str:
    return _said(pair, subject, pair.after, "这次")


def _said(pair: Pair, subject: str, found: Mapping[str, Result], when: str) -> str:
    result = found.get(subject)
    return result.grade if result else when + (pair.outside(subject) or "没有列入")


def _present(
    pair: Pair, round_: Round, found: Mapping[str, Result], keys: Sequence[str]
) -> Iterator[tuple[str, Mark | None]]:
    """Yield the grades that occur, in the scheme's order, then the reasons for no grade."""
    scheme = pair.register.schemes[round_.scheme]
    given = {result.grade for result in found.values()}
    for meaning in scheme.grades:
        if meaning.grade in given:
            yield meaning.grade, grade_mark(scheme, meaning.grade, round_.year)
    when = "这次" if round_ is pair.round else "上次"
    yield from ((when + words, None) for words in _ABSENT if when + words in keys)
