"""Results: what the documents in force say of everyone in a round."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from register.history.terms import rectify_due
from register.publication import is_public
from register.records.notice import Decision, Notice
from register.records.round import Round
from register.records.scheme import Scheme
from register.records.standing import Standing
from register.register import Register
from register.views.rows import Link, station_link


class Result(NamedTuple):
    """A station's or centre's newest grade in a round, and the notice that gives it."""

    grade: str
    notice: str


class Without(NamedTuple):
    """Those of a grade that have no page: not named, without a file here, no longer published."""

    unnamed: int = 0
    unmatched: int = 0
    withheld: int = 0

    @property
    def total(self) -> int:
        """How many they are together."""
        return sum(self)


def counted(register: Register, round_id: str) -> Iterator[tuple[str, Decision]]:
    """Yield (notice, decision) for what counts today: in force, and its day has come."""
    for id_, part in register.notices_of(round_id):
        notice = register.notices[id_]
        for decision in part.decisions if id_ not in register.ended else ():
            if (decision.effective or notice.decided) <= register.today:
                yield id_, decision


def results(register: Register, round_id: str) -> dict[str, Result]:
    """Return the newest grade of each station and centre that counts today."""
    found: dict[str, Result] = {}
    for id_, decision in counted(register, round_id):
        result = Result(decision.grade, id_)
        found |= dict.fromkeys((*decision.stations, *decision.centres), result)
    return found


def without_page(register: Register, round_id: str) -> Mapping[str, Without]:
    """Count for each grade of a round those that have no page here, by the reason."""
    found: dict[str, Without] = defaultdict(Without)
    for _, decision in counted(register, round_id):
        own = _without(decision, withheld=not is_public(decision, register.today))
        found[decision.grade] = Without(*map(sum, zip(found[decision.grade], own, strict=True)))
    return found


def _without(decision: Decision, *, withheld: bool) -> Without:
    if withheld:  # what is left of it is a number
        return Without(withheld=decision.unnamed)
    return Without(decision.unnamed, len(decision.unmatched))


def unnamed(register: Register, round_id: str) -> Counter[str]:
    """Count for each grade of a round those that have no page here."""
    return Counter({g: own.total for g, own in without_page(register, round_id).items()})


def standings(scheme: Scheme) -> dict[str, Standing]:
    """Return a scheme's grades with our standings."""
    return {meaning.grade: meaning.standing for meaning in scheme.grades}


def due_of(notice: Notice, decision: Decision, scheme: Scheme) -> date | None:
    """Return the last day to rectify, stated or counted; none where nothing is to be rectified."""
    asks = standings(scheme)[decision.grade] is Standing.RECTIFYING or decision.rectify
    return rectify_due(notice, decision, scheme.rectify) if asks else None


def grade_path(round_: Round, scheme: Scheme, grade: str) -> str:
    """Return the address of a grade's section on a round's page."""
    number = [meaning.grade for meaning in scheme.grades].index(grade) + 1
    return f"rounds/{round_.id}/#grade-{number}"


def subject_link(register: Register, id_: str) -> Link:
    """Link to the page of a station or a centre."""
    if station := register.stations.get(id_):
        return station_link(station)
    return Link(register.centres[id_].record.name, f"centres/{id_}/")


def links_of(register: Register, subjects: Sequence[str]) -> tuple[Link, ...]:
    """Link to stations and centres."""
    return tuple(subject_link(register, id_) for id_ in subjects)
