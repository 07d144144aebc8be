"""Rounds: one run of a scheme, and the runs of one year."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from register.records.round import Figure, Round, Stage
from register.register import Register
from register.views.notices import RoundPart, grade_mark, parts_of
from register.views.rows import Link, notice_link, scheme_link
from register.views.wording import Mark


class Count(NamedTuple):
    """How many stations a round gave a grade, named or not."""

    grade: str
    mark: Mark
    path: str
    number: int


class RoundView(NamedTuple):
    """One run of a scheme."""

    id: str
    record: Round
    region: str
    scheme: Link
    counts: tuple[Count, ...]
    parts: tuple[tuple[Link, RoundPart], ...]
    stages: tuple[tuple[Stage, Link], ...]
    figures: tuple[tuple[Figure, Link], ...]


def round_view(register: Register, round_: Round) -> RoundView:
    """Return what a round's page shows."""
    scheme = register.schemes[round_.scheme]
    parts = tuple(
        (notice_link(register, id_), part)
        for id_, _ in register.notices_of(round_.id)
        for part in parts_of(register, register.notices[id_])
        if part.round.path == f"rounds/{round_.id}/"
    )
    return RoundView(
        id=round_.id,
        record=round_,
        region=register.site.regions[round_.region],
        scheme=scheme_link(scheme),
        counts=tuple(counts(register, round_)),
        parts=parts,
        stages=tuple((s, notice_link(register, s.source)) for s in round_.stages),
        figures=tuple((f, notice_link(register, f.source)) for f in round_.figures),
    )


def counts(register: Register, round_: Round) -> Iterator[Count]:
    """Yield the round's grades in the scheme's order, each with its number of stations.

    A station counts once, with its newest grade; a withdrawn document does not count.
    """
    graded: dict[str, str] = {}
    unnamed: Counter[str] = Counter()
    for id_, part in register.notices_of(round_.id):
        for decision in part.decisions if id_ not in register.ended else ():
            graded |= dict.fromkeys(decision.stations, decision.grade)
            unnamed[decision.grade] += decision.unnamed + len(decision.unmatched)
    named = Counter(graded.values())
    scheme = register.schemes[round_.scheme]
    for meaning in scheme.grades:
        if meaning.grade in named or meaning.grade in unnamed:
            mark = grade_mark(scheme, meaning.grade, round_.year)
            number = named[meaning.grade] + unnamed[meaning.grade]
            yield Count(meaning.grade, mark, f"lists/{meaning.standing.value}/", number)


class YearView(NamedTuple):
    """The rounds of one year."""

    year: int
    rounds: tuple[RoundView, ...]


def year_views(register: Register) -> list[YearView]:
    """Return every year that has a round, the newest first."""
    years = sorted({r.year for r in register.rounds.values()}, reverse=True)
    return [
        YearView(
            year,
            tuple(round_view(register, r) for r in register.rounds.values() if r.year == year),
        )
        for year in years
    ]
