"""How well an engine answered: right first, in the first five, and what it left unseen."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tests.search_bench.drawing import Query

FIVE = 5


class Answer(NamedTuple):
    """What an engine answered to one query."""

    ids: tuple[str, ...]
    near: tuple[str, ...] = ()
    total: int = 0
    ms: float = 0.0
    fetched: tuple[str, ...] = ()
    """The files that a fresh worker asked for until then."""


class Score(NamedTuple):
    """The part of the queries of one kind that were answered right."""

    kind: str
    queries: int
    first: int
    five: int
    shown: int
    to_show: int


def is_first(query: Query, answer: Answer) -> bool:
    """Whether the right one came first; no such station: whether none was found."""
    if not query.answers:
        return answer.total == 0
    return bool(answer.ids) and answer.ids[0] in query.answers


def is_in_five(query: Query, answer: Answer) -> bool:
    """Whether a right one came among the first five."""
    if not query.answers:
        return answer.total == 0
    return not set(query.answers).isdisjoint(answer.ids[:FIVE])


def is_shown(query: Query, answer: Answer) -> bool:
    """Whether the revoked stations with a near name can be seen."""
    return set(query.shown) <= {*answer.ids, *answer.near}


def scores(queries: Sequence[Query], answers: Sequence[Answer]) -> list[Score]:
    """Return the score of each kind in the queries' order, then of all main and nasty ones."""
    pairs = list(zip(queries, answers, strict=True))
    kinds = list(dict.fromkeys(query.kind for query in queries))
    found = [_score(kind, [p for p in pairs if p[0].kind == kind]) for kind in kinds]
    nasty = [pair for pair in pairs if pair[0].kind.startswith("nasty")]
    main = [pair for pair in pairs if not pair[0].kind.startswith("nasty")]
    return [*found, _score("ALL MAIN KINDS", main), _score("ALL NASTY KINDS", nasty)]


def _score(kind: str, pairs: Iterable[tuple[Query, Answer]]) -> Score:
    own = list(pairs)
    to_show = [pair for pair in own if pair[0].shown]
    return Score(
        kind=kind,
        queries=len(own),
        first=sum(is_first(*pair) for pair in own),
        five=sum(is_in_five(*pair) for pair in own),
        shown=sum(is_shown(*pair) for pair in to_show),
        to_show=len(to_show),
    )


def percentile(values: Iterable[float], part: float) -> float:
    """Return the value that `part` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 0.0
