"""Documents: notices, and the rounds, schemes and years that they speak of."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from register.records.fields import Basis, Sic
from register.records.notice import ACT_TITLES, Decision, Notice
from register.records.round import Figure, Round, Stage
from register.records.scheme import Scheme
from register.register import Register
from register.views.rows import Link, notice_link, station_link
from register.views.station import Duty, duties_of, late_publication
from register.views.wording import Mark, day


class Listed(NamedTuple):
    """One line of a document: as printed, and the station that it means."""

    printed: str
    station: Link
    sic: str


class Group(NamedTuple):
    """The stations under one grade of a document."""

    grade: str
    mark: Mark
    grounds: str
    basis: tuple[Basis, ...]
    total: int | None
    listed: Sequence[Listed]
    unnamed: int
    unmatched: tuple[str, ...]
    duties: tuple[Duty, ...]
    withheld: bool


class RoundPart(NamedTuple):
    """What a document says of one round."""

    round: Link
    year: int
    groups: tuple[Group, ...]
    totals: str


class ActLine(NamedTuple):
    """One act of a document."""

    title: str
    stations: tuple[Link, ...]
    on: str
    follows: Link | None
    remarks: str


class NoticeView(NamedTuple):
    """A document, reproduced from the data."""

    id: str
    record: Notice
    parts: tuple[RoundPart, ...]
    acts: tuple[ActLine, ...]
    mentions: tuple[tuple[str, tuple[Link, ...], bool], ...]
    amends: tuple[tuple[str, Link], ...]
    late: str
    sic: tuple[Sic, ...]


AMENDS = {"corrects": "更正", "withdraws": "撤回", "replaces": "代替"}


def notice_view(register: Register, id_: str) -> NoticeView:
    """Return what a notice's page shows."""
    notice = register.notices[id_]
    decisions = [d for part in notice.rounds for d in part.decisions]
    return NoticeView(
        id=id_,
        record=notice,
        parts=tuple(_parts(register, notice)),
        acts=tuple(_acts(register, notice)),
        mentions=tuple(
            (m.subject, _links(register, m.stations), m.and_others) for m in notice.mentions
        ),
        amends=tuple((AMENDS[a.how.value], notice_link(register, a.notice)) for a in notice.amends),
        late=next(filter(None, (late_publication(notice, d) for d in decisions)), ""),
        sic=notice.sic,
    )


def _links(register: Register, stations: Sequence[str]) -> tuple[Link, ...]:
    return tuple(station_link(register.stations[id_]) for id_ in stations)


def _parts(register: Register, notice: Notice) -> Iterator[RoundPart]:
    for part in notice.rounds:
        round_ = register.rounds[part.round]
        scheme = register.schemes[round_.scheme]
        yield RoundPart(
            round=round_link(round_),
            year=round_.year,
            groups=tuple(
                _group(register, notice, d, scheme, round_.year, part.totals.get(d.grade))
                for d in part.decisions
            ),
            totals="，".join(f"{grade}{count}个" for grade, count in part.totals.items()),
        )


def _group(
    register: Register,
    notice: Notice,
    decision: Decision,
    scheme: Scheme,
    year: int,
    total: int | None,
) -> Group:
    sic = {s.at: s.because for s in notice.sic}
    return Group(
        grade=decision.grade,
        mark=grade_mark(scheme, decision.grade, year),
        grounds=decision.grounds or "",
        basis=decision.basis,
        total=total,
        listed=[
            Listed(printed, station_link(register.stations[id_]), sic.get(id_, ""))
            for id_, printed in decision.stations.items()
        ],
        unnamed=decision.unnamed,
        unmatched=tuple(u.printed for u in decision.unmatched),
        duties=tuple(duties_of(decision)),
        withheld=decision.publication is not None and not decision.stations,
    )


def grade_mark(scheme: Scheme, grade: str, year: int) -> Mark:
    """Return the mark of a scheme's grade in a year."""
    standing = next(g.standing for g in scheme.grades if g.grade == grade)
    return Mark(standing.value, f"{year}年度{standing.title}", "current")


def _acts(register: Register, notice: Notice) -> Iterator[ActLine]:
    for act in notice.acts:
        yield ActLine(
            title=ACT_TITLES[act.act],
            stations=_links(register, act.stations),
            on=day(act.on or notice.decided),
            follows=notice_link(register, act.follows) if act.follows else None,
            remarks=act.remarks or "",
        )


def round_link(round_: Round) -> Link:
    """Link to a round's page."""
    return Link(round_.name, f"rounds/{round_.id}/")


class Count(NamedTuple):
    """How many stations a round gave a grade: named, not named, and the document's own total."""

    grade: str
    mark: Mark
    path: str
    named: int
    unnamed: int


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
        for part in _parts(register, register.notices[id_])
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
    """Yield the round's grades in the scheme's order, each with its number of stations."""
    scheme = register.schemes[round_.scheme]
    for meaning in scheme.grades:
        found = [
            d
            for _, part in register.notices_of(round_.id)
            for d in part.decisions
            if d.grade == meaning.grade
        ]
        if found:
            yield Count(
                grade=meaning.grade,
                mark=grade_mark(scheme, meaning.grade, round_.year),
                path=f"lists/{meaning.standing.value}/",
                named=sum(len(d.stations) + len(d.unmatched) for d in found),
                unnamed=sum(d.unnamed for d in found),
            )


class SchemeView(NamedTuple):
    """How stations are judged."""

    id: str
    record: Scheme
    region: str
    grades: tuple[tuple[str, Mark, str], ...]
    holds_for: str
    rounds: tuple[Link, ...]


def scheme_view(register: Register, scheme: Scheme) -> SchemeView:
    """Return what a scheme's page shows."""
    term = scheme.holds_for
    return SchemeView(
        id=scheme.id,
        record=scheme,
        region=register.site.regions[scheme.region] if scheme.region else "全国",
        grades=tuple(
            (g.grade, Mark(g.standing.value, g.standing.title, "current"), g.meaning or "")
            for g in scheme.grades
        ),
        holds_for=(
            f"结论从作出之日起管{term.years}年。"
            if term
            else "文件没有写结论管多久，本站按一年算。撤销、暂停、注销一直有效，到有新文件为止。"
        ),
        rounds=tuple(round_link(r) for r in register.rounds.values() if r.scheme == scheme.id),
    )


def scheme_link(scheme: Scheme) -> Link:
    """Link to a scheme's page."""
    return Link(scheme.name, f"schemes/{scheme.id}/")


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


class Contents(NamedTuple):
    """The index of all documents: newest first."""

    notices: tuple[tuple[Link, Notice], ...]
    rounds: tuple[tuple[Link, Round], ...]
    schemes: tuple[tuple[Link, Scheme], ...]
    years: tuple[Link, ...]


def contents(register: Register) -> Contents:
    """Return the index of notices, rounds, schemes and years."""
    rounds = sorted(register.rounds.values(), key=lambda r: (-r.year, r.id))
    years = sorted({r.year for r in rounds}, reverse=True)
    return Contents(
        notices=tuple(
            (notice_link(register, id_), n) for id_, n in reversed(list(register.notices.items()))
        ),
        rounds=tuple((round_link(r), r) for r in rounds),
        schemes=tuple((scheme_link(s), s) for s in register.schemes.values()),
        years=tuple(Link(f"{year}年度", f"years/{year}/") for year in years),
    )
