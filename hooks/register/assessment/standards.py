"""Standards: what a scheme asks of a centre, and whether a year's figures come up to it."""

from enum import Enum
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from register.records.centre import Centre, CentreYear
from register.records.round import Milestone
from register.records.scheme import Scheme
from register.records.standard import CheckItem, Part, Share, Stair, Standard


class Result(Enum):
    """Whether figures come up to a standard."""

    MET = "met"
    SHORT = "short"
    UNKNOWN = "unknown"  # a figure or a line of the checklist is not on file


class Finding(NamedTuple):
    """One standard held against one year: what is asked, what is there, what is lacking."""

    standard: Standard
    result: Result
    need: Fraction | None = None
    have: Fraction | None = None
    of: Fraction | None = None
    """The figure that the need grows with."""
    lacking: tuple[CheckItem, ...] = ()
    unknown: tuple[CheckItem, ...] = ()


def need(stair: Stair, of: Fraction | int | None) -> Fraction:
    """Return what a stair asks for at `of`; a part of a step counts as the stair says."""
    least = exact(stair.least)
    if of is None or stair.up_to is None or stair.each is None or stair.more is None:
        return least
    over = max(Fraction(0), Fraction(of) - exact(stair.up_to)) / exact(stair.each)
    steps = ceil(over) if stair.part is Part.WHOLE else floor(over)
    return least + steps * exact(stair.more)


def exact(value: float) -> Fraction:
    """Return a figure as it is written, free of binary fractions."""
    return Fraction(str(value))


def findings(scheme: Scheme, centre: Centre, year: CentreYear) -> tuple[Finding, ...]:
    """Hold every standard that is for the centre's level against a year's figures."""
    return tuple(
        _finding(standard, year)
        for standard in scheme.standards
        if not standard.levels or centre.level in standard.levels
    )


def _finding(standard: Standard, year: CentreYear) -> Finding:
    if standard.stair:
        return _of_stair(standard, standard.stair, year)
    if standard.share:
        return _of_share(standard, standard.share, year)
    return _of_checklist(standard, year)


def _of_stair(standard: Standard, stair: Stair, year: CentreYear) -> Finding:
    have, of = _figure(year, stair.have), _figure(year, stair.of)
    if have is None or (stair.of and of is None):
        return Finding(standard, Result.UNKNOWN, have=have, of=of)
    asked = need(stair, of)
    return Finding(standard, Result.MET if have >= asked else Result.SHORT, asked, have, of)


def _of_share(standard: Standard, share: Share, year: CentreYear) -> Finding:
    have, of = _figure(year, share.have), _figure(year, share.of)
    if have is None or of is None:
        return Finding(standard, Result.UNKNOWN, have=have, of=of)
    asked = of * share.percent / 100
    return Finding(standard, Result.MET if have >= asked else Result.SHORT, asked, have, of)


def _of_checklist(standard: Standard, year: CentreYear) -> Finding:
    lacking = tuple(item for item in standard.checklist if item.id in year.lacks)
    known = {*year.has, *year.lacks}
    unknown = tuple(item for item in standard.checklist if item.id not in known)
    result = Result.SHORT if lacking else Result.UNKNOWN if unknown else Result.MET
    return Finding(standard, result, lacking=lacking, unknown=unknown)


def _figure(year: CentreYear, measure: str | None) -> Fraction | None:
    value = year.measures.get(measure) if measure else None
    return None if value is None else exact(value)


def reached(milestone: Milestone, met: int, every: int) -> bool:
    """Tell whether `met` of `every` centres are the share that a milestone asks for.

    Half of seven is three and a half, so four are needed.
    """
    return met >= needed(milestone, every)


def needed(milestone: Milestone, every: int) -> int:
    """Return how many of `every` centres a milestone asks for."""
    return ceil(Fraction(every * milestone.percent, 100))
