"""Scope: whom a round is about, by region, licence date and certification."""

from datetime import date

import pytest

from register.assessment.scope import Place, place_of
from register.history import Event, spans
from register.records import Round, Scheme, Station
from register.records.round import Scope, Stage
from register.records.scheme import Exemption, GradeMeaning
from register.records.standing import Standing
from register.records.station import Certification, Licence

SCHEME = Scheme(
    id="s",
    name="普查",
    grades=(GradeMeaning(grade="优秀", standing=Standing.COMMENDED),),
    exemptions=(Exemption(certification="质量管理体系认证"),),
)
SCOPE = Scope(licensed_from=date(2001, 1, 1), licensed_to=date(2005, 12, 31))


def round_(scope: Scope | None = SCOPE, region: str | None = None) -> Round:
    return Round(id="r", name="普查", scheme="s", year=2006, scope=scope, region=region)


def station(*licensed: date | None, **certified: date | None) -> Station:
    licences = tuple(
        Licence(number=f"号{i}", since=day, source="n") for i, day in enumerate(licensed)
    )
    held = Certification(
        name="质量管理体系认证",
        since=certified.get("since"),
        to=certified.get("to"),
        source="n",
    )
    return Station(id="a", name="某所", licences=licences, certifications=(held,) * bool(certified))


@pytest.mark.parametrize(
    ("licensed", "place"),
    [
        ([date(2000, 12, 31)], Place.OUT),
        ([date(2001, 1, 1)], Place.IN),
        ([date(2005, 12, 31)], Place.IN),
        ([date(2006, 1, 1)], Place.OUT),
        ([date(1999, 1, 1), date(2004, 1, 1)], Place.IN),
        ([], Place.UNKNOWN),
        ([None], Place.UNKNOWN),
    ],
)
def test_the_licence_date_decides_and_without_one_nothing_is_told(
    licensed: list[date | None], place: Place
) -> None:
    assert place_of(station(*licensed), "x", round_(), SCHEME) is place


@pytest.mark.parametrize(
    ("scope", "place"),
    [
        (None, Place.IN),
        (Scope(about="全部"), Place.IN),
        (Scope(licensed_from=date(2001, 1, 1)), Place.OUT),
        (Scope(licensed_to=date(2001, 1, 1)), Place.IN),
    ],
)
def test_an_open_scope_has_no_end_on_its_open_side(scope: Scope | None, place: Place) -> None:
    assert place_of(station(date(1999, 1, 1)), "x", round_(scope), SCHEME) is place


def test_a_station_of_another_region_is_out() -> None:
    own = station(date(2003, 1, 1))
    assert place_of(own, "x", round_(region="x"), SCHEME) is Place.IN
    assert place_of(own, "y", round_(region="x"), SCHEME) is Place.OUT


@pytest.mark.parametrize(
    ("since", "to", "place"),
    [
        (None, None, Place.EXEMPT),
        (date(2006, 12, 31), None, Place.EXEMPT),
        (date(2007, 1, 1), None, Place.IN),
        (None, date(2006, 1, 1), Place.EXEMPT),
        (None, date(2005, 12, 31), Place.IN),
    ],
)
def test_a_certification_in_force_in_the_year_exempts(
    since: date | None, to: date | None, place: Place
) -> None:
    certified = station(date(2003, 1, 1), since=since, to=to)
    assert place_of(certified, "x", round_(), SCHEME) is place


def test_only_what_lies_in_the_scope_can_be_exempt() -> None:
    certified = station(date(1999, 1, 1), since=None)
    assert place_of(certified, "x", round_(), SCHEME) is Place.OUT


def test_a_station_that_had_ended_before_the_round_is_not_asked() -> None:
    day = date(2006, 6, 30)
    revoked = Event(
        subject="a", day=day, known=day, notice="n", steps=(), grade="撤销",
        standing=Standing.REVOKED,
    )  # fmt: skip
    own = station(date(2003, 1, 1))
    began = Round(
        id="r", name="普查", scheme="s", year=2006, scope=SCOPE,
        stages=(Stage(name="部署", since=date(2006, 7, 1)),),
    )  # fmt: skip
    assert place_of(own, "x", began, SCHEME, spans((revoked,))) is Place.ENDED
    assert place_of(own, "x", round_(), SCHEME, spans((revoked,))) is Place.IN
    assert place_of(own, "x", began, SCHEME, spans(())) is Place.IN
