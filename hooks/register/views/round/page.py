"""A round's page: scope, stages, deadlines, pledges, visits, coverage, results."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from register.records.notice import AMEND_TITLES, AmendKind
from register.records.round import Pledge, Round, RoundDeadline, Scope, Stage
from register.records.scheme import Scheme
from register.register import Register, StationFile
from register.views.centre.milestones import MilestoneView, milestone_view
from register.views.notices import Amended, Group, amended, grade_mark, parts_of
from register.views.regions import NO_CITY, by_region, place_key
from register.views.round.moves import moves_link
from register.views.round.pairs import predecessors
from register.views.round.progress import ProgressView, progress_view
from register.views.round.results import links_of, results
from register.views.round.summary import RoundView, documents, round_view
from register.views.round.visits import visit_link
from register.views.rows import Link, notice_link
from register.views.scores.of_round import RoundScores, round_scores
from register.views.station.page import MENTIONS
from register.views.wording import Mark, day


class Dated(NamedTuple):
    """A stage or a deadline: its words, its days, the days as printed and how they are read."""

    name: str
    about: str
    since: date | None
    to: date | None
    printed: str
    read_as: str
    source: Link | None


class Given(NamedTuple):
    """What one document gives under a grade; `ended`: by what it is withdrawn or replaced."""

    notice: Link
    group: Group
    ended: tuple[Amended, ...]


class GradeSection(NamedTuple):
    """One grade of a round, with what each document says under it."""

    anchor: str
    grade: str
    mark: Mark
    given: tuple[Given, ...]


class Source(NamedTuple):
    """A document in force with results, the totals that it states, and what it replaces."""

    notice: Link
    totals: str
    replaces: tuple[Link, ...]


class CityRow(NamedTuple):
    """The results of a city or region; `numbers` in the order of the round's counts."""

    where: str
    numbers: tuple[int, ...]


class Named(NamedTuple):
    """Stations that a document commends, or shows up, for something."""

    kind: str
    subject: str
    stations: tuple[Link, ...]
    others: bool
    notice: Link


class RoundPage(NamedTuple):
    """All that a round's page shows."""

    short: RoundView
    moves: Link | None
    scope: str
    stages: tuple[Dated, ...]
    deadlines: tuple[Dated, ...]
    pledge: str
    pledges: tuple[Pledge, ...]
    visits: tuple[Link, ...]
    progress: ProgressView | None
    sources: tuple[Source, ...]
    several: bool
    """Whether more than one document has a list, be it in force or not."""
    grades: tuple[GradeSection, ...]
    cities: tuple[CityRow, ...]
    mentions: tuple[Named, ...]
    scores: RoundScores | None
    milestone: MilestoneView | None


def round_pages(register: Register) -> Iterator[RoundPage]:
    """Yield every round's page."""
    regions, before = by_region(register), predecessors(register)
    for round_ in register.rounds.values():
        own = regions.get(round_.region, []) if round_.region else register.stations.values()
        yield round_page(register, round_, own, before.get(round_.id))


def round_page(
    register: Register,
    round_: Round,
    stations: Iterable[StationFile],
    previous: Round | None = None,
) -> RoundPage:
    """Return what a round's page shows; `stations` are those of its region.

    `previous`: the round that it can be compared with.
    """
    scheme = register.schemes[round_.scheme]
    short = round_view(register, round_)
    return RoundPage(
        short=short,
        moves=moves_link(register, round_, previous) if previous else None,
        scope=_scope(round_.scope, short.judged),
        stages=tuple(_stage(register, round_, stage) for stage in round_.stages),
        deadlines=tuple(
            _deadline(register, round_, scheme, each)
            for each in sorted(round_.deadlines, key=lambda d: d.due)
        ),
        pledge=scheme.pledge or "责任书",
        pledges=round_.pledges,
        visits=tuple(
            visit_link(register, round_.id, visit)
            for visit in sorted(
                register.visits.get(round_.id, {}).values(), key=lambda v: (v.exam, v.id)
            )
        ),
        progress=progress_view(register, round_, stations),
        sources=tuple(_source(register, round_, id_) for id_ in documents(register, round_.id)),
        several=len({id_ for id_, _ in register.notices_of(round_.id)}) > 1,
        grades=tuple(_grades(register, round_, scheme)),
        cities=tuple(_cities(register, round_, short)),
        mentions=tuple(_mentions(register, round_)),
        scores=round_scores(register, round_.id),
        milestone=milestone_view(register, round_),
    )


def _scope(scope: Scope | None, judged: str) -> str:
    if scope is None:
        return f"没有另写范围，本站按收录的全部{judged}算。"
    since, to = scope.licensed_from, scope.licensed_to
    start = f"从{day(since)}" if since else ""
    said = f"许可日期{start}到{day(to)}（含）" if to else f"许可日期{start}起" if since else ""
    return f"{'：'.join(filter(None, (said, scope.about)))}。" if said or scope.about else ""


def _stage(register: Register, round_: Round, stage: Stage) -> Dated:
    """Return a stage; where the round does not say what it is about, the scheme may."""
    stages = register.schemes[round_.scheme].stages
    about = next((s.about for s in stages if s.name == stage.name), None)
    said = stage.scope or about or ""
    return _dated(register, round_, stage.name, said, stage.since, stage.to, stage)


def _deadline(register: Register, round_: Round, scheme: Scheme, own: RoundDeadline) -> Dated:
    step = next((f"（{s.name}）" for s in scheme.steps if s.id == own.step), "")
    return _dated(register, round_, own.who, f"{own.what}{step}", None, own.due, own)


def _dated(
    register: Register,
    round_: Round,
    name: str,
    about: str,
    since: date | None,
    to: date | None,
    own: Stage | RoundDeadline,
) -> Dated:
    notes = [*round_.sic, *(register.notices[own.source].sic if own.source else ())]
    read_as = next((s.read_as or "" for s in notes if own.printed and s.printed == own.printed), "")
    source = notice_link(register, own.source) if own.source else None
    return Dated(name, about, since, to, own.printed or "", read_as, source)


def _source(register: Register, round_: Round, notice: str) -> Source:
    parts = [part for id_, part in register.notices_of(round_.id) if id_ == notice]
    amends = register.notices[notice].amends
    return Source(
        notice_link(register, notice),
        "，".join(f"{grade}{count}个" for part in parts for grade, count in part.totals.items()),
        tuple(notice_link(register, a.notice) for a in amends if a.how is AmendKind.REPLACES),
    )


def _grades(register: Register, round_: Round, scheme: Scheme) -> Iterator[GradeSection]:
    given: dict[str, list[Given]] = {meaning.grade: [] for meaning in scheme.grades}
    for id_ in dict.fromkeys(id_ for id_, _ in register.notices_of(round_.id)):
        for part in parts_of(register, register.notices[id_]):
            for group in part.groups if part.id == round_.id else ():
                one = Given(notice_link(register, id_), group, tuple(_ended_by(register, id_)))
                given[group.grade].append(one)
    for number, (grade, all_) in enumerate(given.items(), 1):
        if all_:
            mark = grade_mark(scheme, grade, round_.year)
            yield GradeSection(f"grade-{number}", grade, mark, tuple(all_))


def _ended_by(register: Register, notice: str) -> Iterator[Amended]:
    for each in amended(register, notice) if notice in register.ended else ():
        if each.how != AMEND_TITLES[AmendKind.CORRECTS] and not each.undone:
            yield each


def _cities(register: Register, round_: Round, short: RoundView) -> Iterator[CityRow]:
    """Yield the results by city, where one is on file; those of the whole country by region."""
    found: dict[str, Counter[str]] = {}
    for id_, result in results(register, round_.id).items():
        where = _where(register, round_, id_)
        found.setdefault(where, Counter())[result.grade] += 1
    for where in sorted(found, key=place_key) if set(found) - {NO_CITY} else ():
        yield CityRow(where, tuple(found[where][count.grade] for count in short.counts))


def _where(register: Register, round_: Round, subject: str) -> str:
    if station := register.stations.get(subject):
        region, city = station.region, station.record.city
    else:
        region, city = (
            register.centres[subject].record.region,
            register.centres[subject].record.city,
        )
    return (city or NO_CITY) if round_.region else register.region(region)


def _mentions(register: Register, round_: Round) -> Iterator[Named]:
    for id_ in dict.fromkeys(id_ for id_, _ in register.notices_of(round_.id)):
        for mention in register.notices[id_].mentions:
            if mention.kind:
                stations = links_of(register, mention.stations)
                notice = notice_link(register, id_)
                kind = MENTIONS[mention.kind]
                yield Named(kind, mention.subject, stations, mention.and_others, notice)
