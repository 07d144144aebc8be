"""Notices: one official document, reproduced from the data."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from register.publication import is_public
from register.records.fields import Basis, Sic
from register.records.notice import ACT_TITLES, Decision, Notice
from register.records.scheme import Scheme
from register.register import Register
from register.views.rows import Link, notice_link, round_link, station_link
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
    amended: tuple[tuple[str, Link], ...]
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
        parts=tuple(parts_of(register, notice)),
        acts=tuple(_acts(register, notice)),
        mentions=tuple(
            (m.subject, _links(register, m.stations), m.and_others) for m in notice.mentions
        ),
        amends=tuple((AMENDS[a.how.value], notice_link(register, a.notice)) for a in notice.amends),
        amended=tuple(
            (AMENDS[a.how.value], notice_link(register, other))
            for other, later in register.notices.items()
            for a in later.amends
            if a.notice == id_
        ),
        late=next(filter(None, (late_publication(notice, d) for d in decisions)), ""),
        sic=notice.sic,
    )


def _links(register: Register, stations: Sequence[str]) -> tuple[Link, ...]:
    return tuple(station_link(register.stations[id_]) for id_ in stations)


def parts_of(register: Register, notice: Notice) -> Iterator[RoundPart]:
    """Yield what a notice says of each round."""
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
        withheld=not is_public(decision, register.today),
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
