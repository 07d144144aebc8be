"""Standards of centres: the arithmetic to the point, and what cannot be told is not told."""

from datetime import date
from fractions import Fraction

import pytest

from register.assessment.standards import Result, findings, need, needed, reached
from register.records import Centre, Scheme
from register.records.centre import CentreYear
from register.records.round import Milestone
from register.records.scheme import GradeMeaning, Judged
from register.records.standard import CheckItem, Level, Part, Share, Stair, Standard
from register.records.standing import Standing


def staffing(part: Part) -> Stair:
    """Five up to 5,000 appraisals, one more for each further 2,000."""
    return Stair(have="staff", least=5, of="appraisals", up_to=5000, each=2000, more=1, part=part)


SPACE = Stair(have="floor-space", least=60, of="staff", up_to=5, each=1, more=10)


@pytest.mark.parametrize(
    ("appraisals", "none", "whole"),
    [
        (0, 5, 5),
        (5000, 5, 5),
        (5001, 5, 6),
        (6999, 5, 6),
        (7000, 6, 6),
        (7001, 6, 7),
        (9000, 7, 7),
    ],
)
def test_posts_under_both_readings_of_a_part(appraisals: int, none: int, whole: int) -> None:
    assert need(staffing(Part.NONE), appraisals) == none
    assert need(staffing(Part.WHOLE), appraisals) == whole


@pytest.mark.parametrize(("staff", "metres"), [(3, 60), (5, 60), (6, 70), (9, 100)])
def test_floor_space_grows_with_the_staff(staff: int, metres: int) -> None:
    assert need(SPACE, staff) == metres


def test_a_fixed_standard_asks_for_the_same_of_everybody() -> None:
    assert need(Stair(have="it-staff", least=1), None) == 1


SCHEME = Scheme(
    id="s",
    name="标准化",
    judges=Judged.CENTRES,
    grades=(GradeMeaning(grade="达标", standing=Standing.QUALIFIED),),
    standards=(
        Standard(id="staffing", name="人数", stair=staffing(Part.NONE)),
        Standard(id="space", name="面积", stair=SPACE),
        Standard(id="invest", name="投入", share=Share(have="invested", of="fees", percent=30)),
        Standard(
            id="kit",
            name="设备",
            checklist=(CheckItem(id="safe", name="保密柜"), CheckItem(id="van", name="专用车")),
            levels=(Level.CITY,),
        ),
    ),
)
CITY = Centre(id="c", name="某市中心", region="r", level=Level.CITY)
COUNTY = Centre(id="d", name="某县中心", region="r", level=Level.COUNTY)


def results(year: CentreYear, centre: Centre = CITY) -> dict[str, Result]:
    return {found.standard.id: found.result for found in findings(SCHEME, centre, year)}


def year(has: tuple[str, ...] = (), lacks: tuple[str, ...] = (), **measures: float) -> CentreYear:
    named = {name.replace("_", "-"): value for name, value in measures.items()}
    return CentreYear(year=2011, scheme="s", measures=named, has=has, lacks=lacks)


def test_what_comes_up_to_every_standard_is_met() -> None:
    full = year(
        has=("safe", "van"),
        appraisals=7000,
        staff=6,
        floor_space=70,
        fees=100,
        invested=30,
    )
    assert set(results(full).values()) == {Result.MET}


def test_what_lacks_a_little_is_short() -> None:
    small = year(
        has=("safe",),
        lacks=("van",),
        appraisals=7000,
        staff=5,
        floor_space=59.9,
        fees=100.1,
        invested=30,
    )
    assert set(results(small).values()) == {Result.SHORT}


def test_what_is_not_on_file_is_unknown_not_short() -> None:
    assert set(results(year()).values()) == {Result.UNKNOWN}
    assert results(year(staff=4))["staffing"] is Result.UNKNOWN
    assert results(year(has=("safe",)))["kit"] is Result.UNKNOWN
    assert results(year(lacks=("safe",)))["kit"] is Result.SHORT


def test_a_standard_of_cities_is_not_held_against_a_county() -> None:
    assert "kit" not in results(year(), COUNTY)


def test_shares_are_counted_without_binary_fractions() -> None:
    (share,) = (
        found
        for found in findings(SCHEME, CITY, year(fees=0.7, invested=0.21))
        if found.standard.id == "invest"
    )
    assert (share.need, share.have) == (Fraction(21, 100), Fraction(21, 100))
    assert share.result is Result.MET


@pytest.mark.parametrize(
    ("percent", "every", "asked"),
    [(50, 7, 4), (50, 1, 1), (50, 8, 4), (80, 7, 6), (80, 5, 4), (100, 7, 7), (50, 0, 0)],
)
def test_half_of_an_odd_number_is_rounded_up(percent: int, every: int, asked: int) -> None:
    milestone = Milestone(by=date(2011, 12, 31), percent=percent)
    assert needed(milestone, every) == asked
    assert reached(milestone, asked, every)
    assert not reached(milestone, asked - 1, every)
