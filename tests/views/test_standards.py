"""Standards in words: the seeds' arithmetic, to the post and to the square metre."""

from datetime import date
from fractions import Fraction

import msgspec
import pytest
from tests.views.tiny_register import (
    SPACE,
    STAFF,
    STANDARDS,
    centre,
    centre_scheme,
    entry,
    judged,
    register_of,
)

from register.records.scheme import RectifyTerm, StartsOn
from register.records.standard import Part, Stair, Standard
from register.views.scheme.page import scheme_view
from register.views.scheme.standards import arithmetic, asks, measures_of, standard_views

MEASURES = measures_of(centre_scheme())


@pytest.mark.parametrize(
    ("stair", "of", "said"),
    [
        (STAFF, 5000, "5名"),
        (STAFF, 5001, "5名"),
        (STAFF, 7000, "5 + 1 × 1 = 6名"),
        (STAFF, 7001, "5 + 1 × 1 = 6名"),
        (msgspec.structs.replace(STAFF, part=Part.WHOLE), 5001, "5 + 1 × 1 = 6名"),
        (msgspec.structs.replace(STAFF, part=Part.WHOLE), 7001, "5 + 2 × 1 = 7名"),
        (SPACE, 5, "60平方米"),
        (SPACE, 6, "60 + 1 × 10 = 70平方米"),
        (SPACE, 9, "60 + 4 × 10 = 100平方米"),
    ],
)
def test_the_arithmetic_is_shown(stair: Stair, of: int, said: str) -> None:
    assert arithmetic(stair, Fraction(of), MEASURES) == said


def test_what_is_asked_for_is_said_in_words() -> None:
    said = [asks(standard, MEASURES) for standard in STANDARDS]
    assert said == [
        "年鉴定人数5,000人以下的，工作人员至少5名；每增加2,000人，增加1名；不足2,000人的部分不另增加",
        "工作人员5名以下的，办公用房至少60平方米；每增加1名，增加10平方米",
        "投入至少占收费的30%",
        "2项都要有",
    ]


def test_a_fixed_and_an_even_need_are_said_plainly() -> None:
    fixed = Standard(id="a", name="专岗", stair=Stair(have="staff", least=1))
    even = Stair(have="space", least=1, of="staff", up_to=1, each=1, more=1)
    assert asks(fixed, MEASURES) == "工作人员至少1名"
    assert (
        asks(Standard(id="b", name="每人", stair=even), MEASURES)
        == "工作人员每1名，至少1平方米办公用房"
    )


def test_examples_stand_where_the_need_changes() -> None:
    staffing, office, *_ = standard_views(centre_scheme())
    assert [value for value, _ in staffing.examples] == ["5,000人", "5,001人", "7,000人", "7,001人"]
    assert [value for value, _ in office.examples] == ["5名", "6名", "9名"]


def test_the_term_has_a_worked_example_and_is_marked_as_a_reading() -> None:
    term = RectifyTerm(length="P3M", starts=StartsOn.DECIDED, reading="原文没有写从哪天算起")
    scheme = msgspec.structs.replace(centre_scheme(), rectify=term)
    view = scheme_view(register_of(schemes=[entry("schemes/biaozhun.yml", scheme)]), scheme)
    assert view.term is not None
    assert "三个月" in view.term.said
    assert view.term.example == "例：从2007年11月30日算起，三个月到2008年2月29日为止，含当天。"
    assert view.term.reading == "原文没有写从哪天算起。"


def test_a_scheme_that_is_not_the_authoritys_says_so() -> None:
    register = judged((centre("a"),), by=date(2024, 12, 31))
    view = scheme_view(register, register.schemes["biaozhun"])
    assert "这不是本站的办法" in view.whose
    assert view.near == "县（市、区）"
    assert ("standards", "标准") in view.contents
    assert "rectify" not in dict(view.contents)
