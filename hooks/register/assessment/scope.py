"""Scope: whom a round is about: in it, outside it, exempt, ended before, or not to be told."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum

from register.history import Span, standing_on
from register.records.round import Round, Scope
from register.records.scheme import Scheme
from register.records.station import Station


class Place(Enum):
    """How a station lies to a round's scope."""

    IN = "in"
    EXEMPT = "exempt"
    OUT = "out"
    ENDED = "ended"  # revoked, deregistered or merged before the round began
    UNKNOWN = "unknown"  # no licence date is on file


def start_of(round_: Round) -> date:
    """Return the day on which a round begins: its first stage's, else the year's first."""
    return min(
        (stage.since for stage in round_.stages if stage.since), default=date(round_.year, 1, 1)
    )


def place_of(
    station: Station, region: str, round_: Round, scheme: Scheme, spans: Sequence[Span] = ()
) -> Place:
    """Return how a station of `region` lies to the scope of `round_`; `spans` are its history."""
    if round_.region and round_.region != region:
        return Place.OUT
    if _has_ended(spans, start_of(round_) - timedelta(days=1)):
        return Place.ENDED
    place = _by_licence(station, round_.scope)
    if place is Place.IN and is_exempt(station, round_, scheme):
        return Place.EXEMPT
    return place


def _has_ended(spans: Sequence[Span], day: date) -> bool:
    event = standing_on(spans, day).event if spans else None
    return event is not None and event.is_end


def _by_licence(station: Station, scope: Scope | None) -> Place:
    if scope is None or (scope.licensed_from is None and scope.licensed_to is None):
        return Place.IN
    days = [licence.since for licence in station.licences if licence.since]
    if not days:
        return Place.UNKNOWN
    first, last = scope.licensed_from or date.min, scope.licensed_to or date.max
    return Place.IN if any(first <= day <= last for day in days) else Place.OUT


def is_exempt(station: Station, round_: Round, scheme: Scheme) -> bool:
    """Tell whether a certification that the scheme exempts for was in force in the round's year."""
    exempting = {exemption.certification for exemption in scheme.exemptions}
    start, end = date(round_.year, 1, 1), date(round_.year, 12, 31)
    return any(
        held.name in exempting
        and (held.since or date.min) <= end
        and (held.to or date.max) >= start
        for held in station.certifications
    )
