"""Rounds: one run of a scheme in short, and the runs of one year."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from register.assessment.scope import start_of
from register.records.round import Figure, Round
from register.records.scheme import Judged
from register.register import Register
from register.views.notices import grade_mark
from register.views.round.results import Without, grade_path, results, without_page
from register.views.rows import Link, notice_link, round_link, scheme_link
from register.views.wording import Mark, day


class Count(NamedTuple):
    """How many stations a round gave a grade, named or not; `path` leads to their names."""

    grade: str
    mark: Mark
    path: str
    number: int
    without: str
    """Why some have no name on the round's page."""


class RoundView(NamedTuple):
    """One run of a scheme: where, how, what came of it, and by which documents in force.

    `empty` says why there are no counts.
    """

    id: str
    record: Round
    link: Link
    region: str
    scheme: Link
    judged: str
    counts: tuple[Count, ...]
    empty: str
    documents: tuple[Link, ...]
    figures: tuple[tuple[Figure, Link], ...]


JUDGED = {Judged.STATIONS: "鉴定所（站）", Judged.CENTRES: "鉴定指导中心"}


def round_view(register: Register, round_: Round) -> RoundView:
    """Return a round in short."""
    scheme = register.schemes[round_.scheme]
    notices = documents(register, round_.id)
    found = tuple(counts(register, round_))
    return RoundView(
        id=round_.id,
        record=round_,
        link=round_link(round_),
        region=register.region(round_.region),
        scheme=scheme_link(scheme),
        judged=JUDGED[scheme.judges],
        counts=found,
        empty="" if found else _why_empty(register, round_.id),
        documents=tuple(notice_link(register, id_) for id_ in notices),
        figures=tuple((f, notice_link(register, f.source)) for f in round_.figures),
    )


def documents(register: Register, round_id: str) -> list[str]:
    """Return the notices in force that decide in a round, oldest first."""
    notices = dict.fromkeys(id_ for id_, _ in register.notices_of(round_id))
    return [id_ for id_ in notices if id_ not in register.ended]


def _why_empty(register: Register, round_id: str) -> str:
    if documents(register, round_id):
        return "结果文件还没有到生效日期，或者没有写个数。"
    if any(register.notices_of(round_id)):
        return "收录的结果文件都已撤回或代替。"
    return "没有收录到结果文件。"


def assumed_start(round_: Round) -> str:
    """Say which day is taken for a round's first, where none of its stages has one."""
    if any(stage.since for stage in round_.stages):
        return ""
    return f"文件没有写这次检查哪天开始，本站按{day(start_of(round_))}算。"


def round_views(register: Register) -> list[RoundView]:
    """Return every round in short, the newest first."""
    newest = sorted(register.rounds.values(), key=lambda r: (-r.year, r.id))
    return [round_view(register, round_) for round_ in newest]


def counts(register: Register, round_: Round) -> Iterator[Count]:
    """Yield the round's grades in the scheme's order, each with its number of stations.

    A station counts once, with its newest grade; a withdrawn document does not count.
    """
    named = Counter(result.grade for result in results(register, round_.id).values())
    without = without_page(register, round_.id)
    scheme = register.schemes[round_.scheme]
    for meaning in scheme.grades:
        grade = meaning.grade
        own = without.get(grade, Without())
        if number := named[grade] + own.total:
            mark = grade_mark(scheme, grade, round_.year)
            said = _without(grade, number, own)
            yield Count(grade, mark, grade_path(round_, scheme, grade), number, said)


def _without(grade: str, number: int, own: Without) -> str:
    """Say how many of a grade have no name on the page, or no link, each with its reason."""
    if not own.total:
        return ""
    reasons = (
        (own.unnamed, "文件没有公布名单"),
        (own.unmatched, "文件列了名、本站还没有档案"),
        (own.withheld, "公开期已满或已撤回、不再列出"),
    )
    there = [(n, why) for n, why in reasons if n]
    if own.unnamed == number:
        said = f"{grade}的{number}个都没有公布名单。"
    elif own.total == number and len(there) == 1:
        said = f"{grade}的{number}个，{there[0][1]}。"
    else:
        said = f"{grade}的{number}个里，" + "；".join(f"{n}个{why}" for n, why in there) + "。"
    return f"{said}没有列名的，不能当作{grade}。" if own.unnamed else said


class YearView(NamedTuple):
    """The rounds of one year, all and by region."""

    year: int
    rounds: tuple[RoundView, ...]
    regions: tuple[tuple[str, tuple[RoundView, ...]], ...]


def year_views(register: Register) -> list[YearView]:
    """Return every year that has a round, the newest first."""
    years: dict[int, list[RoundView]] = {}
    for view in round_views(register):
        years.setdefault(view.record.year, []).append(view)
    return [YearView(year, tuple(views), tuple(_by_region(views))) for year, views in years.items()]


def _by_region(views: Sequence[RoundView]) -> Iterator[tuple[str, tuple[RoundView, ...]]]:
    for region in dict.fromkeys(view.region for view in views):
        yield region, tuple(view for view in views if view.region == region)
