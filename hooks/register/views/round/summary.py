"""Rounds: one run of a scheme in short, and the runs of one year."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from register.records.round import Figure, Round
from register.records.scheme import Judged
from register.register import Register
from register.views.notices import grade_mark
from register.views.round.results import grade_path, results, unnamed
from register.views.rows import Link, notice_link, round_link, scheme_link
from register.views.wording import Mark


class Count(NamedTuple):
    """How many stations a round gave a grade, named or not; `path` leads to their names."""

    grade: str
    mark: Mark
    path: str
    number: int
    unnamed: int


class RoundView(NamedTuple):
    """One run of a scheme: where, how, what came of it, and by which documents."""

    id: str
    record: Round
    link: Link
    region: str
    scheme: Link
    judged: str
    counts: tuple[Count, ...]
    documents: tuple[Link, ...]
    figures: tuple[tuple[Figure, Link], ...]


JUDGED = {Judged.STATIONS: "鉴定所（站）", Judged.CENTRES: "鉴定指导中心"}


def round_view(register: Register, round_: Round) -> RoundView:
    """Return a round in short."""
    scheme = register.schemes[round_.scheme]
    notices = dict.fromkeys(id_ for id_, _ in register.notices_of(round_.id))
    return RoundView(
        id=round_.id,
        record=round_,
        link=round_link(round_),
        region=register.region(round_.region),
        scheme=scheme_link(scheme),
        judged=JUDGED[scheme.judges],
        counts=tuple(counts(register, round_)),
        documents=tuple(notice_link(register, id_) for id_ in notices),
        figures=tuple((f, notice_link(register, f.source)) for f in round_.figures),
    )


def round_views(register: Register) -> list[RoundView]:
    """Return every round in short, the newest first."""
    newest = sorted(register.rounds.values(), key=lambda r: (-r.year, r.id))
    return [round_view(register, round_) for round_ in newest]


def counts(register: Register, round_: Round) -> Iterator[Count]:
    """Yield the round's grades in the scheme's order, each with its number of stations.

    A station counts once, with its newest grade; a withdrawn document does not count.
    """
    named = Counter(result.grade for result in results(register, round_.id).values())
    without = unnamed(register, round_.id)
    scheme = register.schemes[round_.scheme]
    for meaning in scheme.grades:
        grade = meaning.grade
        if number := named[grade] + without[grade]:
            mark = grade_mark(scheme, grade, round_.year)
            yield Count(grade, mark, grade_path(round_, scheme, grade), number, without[grade])


class YearView(NamedTuple):
    """The rounds of one year."""

    year: int
    rounds: tuple[RoundView, ...]


def year_views(register: Register) -> list[YearView]:
    """Return every year that has a round, the newest first."""
    years: dict[int, list[RoundView]] = {}
    for view in round_views(register):
        years.setdefault(view.record.year, []).append(view)
    return [YearView(year, tuple(views)) for year, views in years.items()]
