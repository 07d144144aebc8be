"""Notices: one official document, reproduced from the data."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from register.publication import is_public
from register.records.fields import Basis, Sic
from register.records.notice import AMEND_TITLES, AmendKind, Decision, Notice
from register.records.scheme import Scheme
from register.register import Register
from register.views.acts import ActLine, acts_of
from register.views.round.results import Result, due_of, links_of, results, subject_link
from register.views.rows import Link, notice_link, round_link
from register.views.station.demands import Duty, duties_counted, late_publication
from register.views.station.page import MENTIONS
from register.views.wording import Mark, day


class Changed(NamedTuple):
    """A later document gives another grade in the same round."""

    grade: str
    notice: Link


class Listed(NamedTuple):
    """One line of a document: as printed, and the station that it means."""

    printed: str
    station: Link
    sic: str
    changed: Changed | None


class Group(NamedTuple):
    """The stations under one grade of a document."""

    grade: str
    mark: Mark
    grounds: str
    basis: tuple[Basis, ...]
    total: int
    listed: Sequence[Listed]
    unmatched: tuple[str, ...]
    without: str
    """What is to be said of those that no line names."""
    duties: tuple[Duty, ...]
    begins: str
    """From when it holds, where that day is still to come."""


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


class Amended(NamedTuple):
    """A document that changes this one, and those that took its force away again."""

    notice: Link
    how: str
    undone: tuple[tuple[Link, str], ...]


class NoticeView(NamedTuple):
    """A document, reproduced from the data."""

    id: str
    record: Notice
    parts: tuple[RoundPart, ...]
    acts: tuple[ActLine, ...]
    mentions: tuple[MentionLine, ...]
    amends: tuple[tuple[str, Link], ...]
    amended: tuple[Amended, ...]
    ended: bool
    late: str
    sic: tuple[Sic, ...]


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
        amends=tuple((AMEND_TITLES[a.how], notice_link(register, a.notice)) for a in notice.amends),
        amended=tuple(amended(register, id_)),
        ended=id_ in register.ended,
        late=_late(register, notice),
        sic=notice.sic,
    )


def amended(register: Register, id_: str) -> Iterator[Amended]:
    """Yield the documents that change a notice, each with those that end it in turn."""
    for other, how in _amending(register, id_):
        undone = (
            tuple(
                (notice_link(register, later), AMEND_TITLES[by])
                for later, by in _amending(register, other)
                if by is not AmendKind.CORRECTS and later not in register.ended
            )
            if other in register.ended
            else ()
        )
        yield Amended(notice_link(register, other), AMEND_TITLES[how], undone)


def _amending(register: Register, id_: str) -> Iterator[tuple[str, AmendKind]]:
    for other, later in register.notices.items():
        for amends in later.amends:
            if amends.notice == id_:
                yield other, amends.how


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
        newest = results(register, part.round)
        yield RoundPart(
            id=part.round,
            round=round_link(round_),
            year=round_.year,
            groups=tuple(
                _group(register, notice, d, scheme, round_.year, newest) for d in part.decisions
            ),
            totals="，".join(f"{grade}{count}个" for grade, count in part.totals.items()),
        )


def _group(
    register: Register,
    notice: Notice,
    decision: Decision,
    scheme: Scheme,
    year: int,
    newest: Mapping[str, Result],
) -> Group:
    listed = (*decision.stations.items(), *decision.centres.items())
    public = is_public(decision, register.today)
    sic = {s.at: s.because for s in notice.sic}
    return Group(
        grade=decision.grade,
        mark=grade_mark(scheme, decision.grade, year),
        grounds=decision.grounds or "",
        basis=decision.basis,
        total=len(listed) + len(decision.unmatched) + decision.unnamed,
        listed=[
            Listed(
                printed,
                subject_link(register, id_),
                sic.get(id_, ""),
                _changed(register, notice, decision.grade, newest.get(id_)),
            )
            for id_, printed in listed
        ],
        unmatched=tuple(u.printed for u in decision.unmatched),
        without=_without(decision, public=public),
        duties=tuple(_duties(notice, decision, scheme)) if public else (),
        begins=_begins(decision, register.today),
    )


def _duties(notice: Notice, decision: Decision, scheme: Scheme) -> Iterator[Duty]:
    return duties_counted(notice, decision, due_of(notice, decision, scheme), scheme.rectify)


def _without(decision: Decision, *, public: bool) -> str:
    if not public:
        return f"{decision.unnamed}个，公开期已满或已撤回，名单不再列出。"
    if not decision.unnamed:
        return ""
    others = decision.stations or decision.centres or decision.unmatched
    said = f"另有{decision.unnamed}个，文件" if others else f"{decision.unnamed}个都"
    return f"{said}没有公布名单。没有列名的，不能当作{decision.grade}。"


def _begins(decision: Decision, today: date) -> str:
    later = decision.effective and decision.effective > today
    return f"文件写的生效日期是{day(decision.effective)}。" if later and decision.effective else ""


def _changed(
    register: Register, notice: Notice, grade: str, newest: Result | None
) -> Changed | None:
    """Return what a later document in force says instead of `grade`."""
    if newest is None or newest.grade == grade:
        return None
    later = register.notices[newest.notice]
    if (later.decided, later.id) <= (notice.decided, notice.id):
        return None
    return Changed(newest.grade, notice_link(register, newest.notice))


def grade_mark(scheme: Scheme, grade: str, year: int) -> Mark:
    """Return the mark of a scheme's grade in a year."""
    standing = next(g.standing for g in scheme.grades if g.grade == grade)
    return Mark(standing.value, f"{year}年度{standing.title}", "current")
