"""Milestone counts: how many centres documents call up to standard by a day, and the figures do."""

from collections import Counter
from datetime import date
from enum import Enum
from typing import NamedTuple

from register.assessment.standards import Result, findings, needed
from register.history import Event
from register.history.spans import state
from register.publication import is_public
from register.records.round import Milestone, Round
from register.records.standing import Standing
from register.register import CentreFile, Register

UP_TO_STANDARD = (Standing.COMMENDED, Standing.QUALIFIED)


class Figures(Enum):
    """How a centre's figures of a year stand to all its standards."""

    MET = "met"
    NEAR = "near"  # short, where the scheme lets the level come near
    SHORT = "short"
    UNKNOWN = "unknown"
    NONE = "none"  # no figures of the year are on file


class Count(NamedTuple):
    """One round's milestone in numbers."""

    round: Round
    milestone: Milestone
    every: int
    met: int
    earlier: int
    silent: int
    withheld: int
    unnamed: int
    by_figures: Counter[Figures]

    @property
    def needed(self) -> int:
        """How many centres the milestone asks for."""
        return needed(self.milestone, self.every)


def rounds_of(register: Register, round_: Round) -> list[Round]:
    """Return the runs of the same scheme in the same region, oldest first."""
    same = (
        r
        for r in register.rounds.values()
        if (r.scheme, r.region) == (round_.scheme, round_.region)
    )
    return sorted(same, key=lambda r: (r.year, r.id))


def count_of(register: Register, round_: Round, milestone: Milestone) -> Count:
    """Count the centres of the round's region against its milestone."""
    region = round_.region or register.schemes[round_.scheme].region
    centres = [c for c in register.centres.values() if region in {None, c.record.region}]
    by = min(milestone.by, register.today)
    spoken = [(centre, _graded(register, centre, round_, by)) for centre in centres]
    graded = [event for centre, event in spoken if not _is_withheld(centre, event, by)]
    met = [event for event in graded if event and event.standing in UP_TO_STANDARD]
    return Count(
        round=round_,
        milestone=milestone,
        every=len(centres),
        met=len(met),
        earlier=sum((event.year or 0) < round_.year for event in met),
        silent=sum(event is None or event.standing is None for event in graded),
        withheld=len(centres) - len(graded),
        unnamed=_unnamed(register, round_, milestone.by),
        by_figures=Counter(_by_figures(register, centre, round_) for centre in centres),
    )


def _graded(register: Register, centre: CentreFile, round_: Round, by: date) -> Event | None:
    """Return what speaks on a day of the scheme's rounds up to this one's year."""
    own = [event for event in centre.events if _is_of(register, event, round_)]
    return state(own, by)[1]


def _is_withheld(centre: CentreFile, event: Event | None, by: date) -> bool:
    """Tell whether something spoke by a day, after what is on file, that may not be shown."""
    return any(day <= by and (event is None or event.day < day) for day in centre.withheld)


def _is_of(register: Register, event: Event, round_: Round) -> bool:
    if not event.round:
        return event.act is not None
    other = register.rounds[event.round]
    return other.scheme == round_.scheme and other.year <= round_.year


def _unnamed(register: Register, round_: Round, by: date) -> int:
    """Count those that documents of this round call up to standard and do not name."""
    grades = good_grades(register, round_)
    return sum(
        decision.unnamed + len(decision.unmatched)
        for id_, part in register.notices_of(round_.id)
        if id_ not in register.ended and register.notices[id_].decided <= by
        for decision in part.decisions
        if decision.grade in grades and is_public(decision, register.today)
    )


def good_grades(register: Register, round_: Round) -> tuple[str, ...]:
    """Return the scheme's own words for up to standard."""
    grades = register.schemes[round_.scheme].grades
    return tuple(grade.grade for grade in grades if grade.standing in UP_TO_STANDARD)


def _by_figures(register: Register, centre: CentreFile, round_: Round) -> Figures:
    scheme = register.schemes[round_.scheme]
    wanted = (round_.year, scheme.id)
    year = next((y for y in centre.record.years if (y.year, y.scheme) == wanted), None)
    if year is None:
        return Figures.NONE
    results = {finding.result for finding in findings(scheme, centre.record, year)}
    if Result.SHORT in results:
        return Figures.NEAR if centre.record.level in scheme.near else Figures.SHORT
    return Figures.UNKNOWN if Result.UNKNOWN in results else Figures.MET
