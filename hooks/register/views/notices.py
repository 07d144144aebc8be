"""Notices: one official document, reproduced from the data."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from register.publication import is_public
from register.records.fields import Basis, Sic
from register.records.notice import Decision, Notice, NoticeRound
from register.records.scheme import Scheme
from register.register import Register
from register.views.acts import ActLine, acts_of
from register.views.round.results import due_of, links_of, subject_link
from register.views.rows import Link, notice_link, round_link
from register.views.station.demands import Duty, duties_counted, late_publication
from register.views.station.page import MENTIONS
from register.views.wording import Mark


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

    id: str
    round: Link
    year: int
    groups: tuple[Group, ...]
    totals: str


class MentionLine(NamedTuple):
    """What a document names stations for."""

    kind: str
    subject: str
    stations: tuple[Link, ...]
    others: bool


class NoticeView(NamedTuple):
    """A document, reproduced from the data."""

    id: str
    record: Notice
    parts: tuple[RoundPart, ...]
    acts: tuple[ActLine, ...]
    mentions: tuple[MentionLine, ...]
    amends: tuple[tuple[str, Link], ...]
    amended: tuple[tuple[str, Link], ...]
    late: str
    sic: tuple[Sic, ...]


AMENDS = {"corrects": "更正", "withdraws": "撤回", "replaces": "代替"}


def notice_view(register: Register, id_: str) -> NoticeView:
    """Return what a notice's page shows."""
    notice = register.notices[id_]
    return NoticeView(
        id=id_,
        record=notice,
        parts=tuple(parts_of(register, notice)),
        acts=tuple(acts_of(register, notice)),
        mentions=tuple(
            MentionLine(MENTIONS[m.kind], m.subject, links_of(register, m.stations), m.and_others)
            for m in notice.mentions
        ),
        amends=tuple((AMENDS[a.how.value], notice_link(register, a.notice)) for a in notice.amends),
        amended=tuple(
            (AMENDS[a.how.value], notice_link(register, other))
            for other, later in register.notices.items()
            for a in later.amends
            if a.notice == id_
        ),
        late=_late(register, notice),
        sic=notice.sic,
    )


def _late(register: Register, notice: Notice) -> str:
    """Say so when the document came out after a day that it sets."""
    for part in notice.rounds:
        scheme = register.schemes[register.rounds[part.round].scheme]
        for decision in part.decisions:
            due = due_of(notice, decision, scheme)
            if said := late_publication(notice, decision, due):
                return said
    return ""


def parts_of(register: Register, notice: Notice) -> Iterator[RoundPart]:
    """Yield what a notice says of each round."""
    for part in notice.rounds:
        round_ = register.rounds[part.round]
        scheme = register.schemes[round_.scheme]
        yield RoundPart(
            id=part.round,
            round=round_link(round_),
            year=round_.year,
            groups=tuple(
                _group(register, notice, d, scheme, round_.year, _total(part, d.grade))
                for d in part.decisions
            ),
            totals="，".join(f"{grade}{count}个" for grade, count in part.totals.items()),
        )


def _total(part: NoticeRound, grade: str) -> int | None:
    """Return the total that a document states; where a grade is split, none, for it is of all."""
    split = sum(decision.grade == grade for decision in part.decisions) > 1
    return None if split else part.totals.get(grade)


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
            Listed(printed, subject_link(register, id_), sic.get(id_, ""))
            for id_, printed in (*decision.stations.items(), *decision.centres.items())
        ],
        unnamed=decision.unnamed,
        unmatched=tuple(u.printed for u in decision.unmatched),
        duties=tuple(
            duties_counted(notice, decision, due_of(notice, decision, scheme), scheme.rectify)
        ),
        withheld=not is_public(decision, register.today),
    )


def grade_mark(scheme: Scheme, grade: str, year: int) -> Mark:
    """Return the mark of a scheme's grade in a year."""
    standing = next(g.standing for g in scheme.grades if g.grade == grade)
    return Mark(standing.value, f"{year}年度{standing.title}", "current")
