"""A scheme's page: what is usual is said once, and what nothing may follow is said in words."""

import pytest
from tests.views.tiny_register import item, sheet_scheme

from register.records.scheme import LegalStep
from register.records.score_sheet import Heading, ScoreSheet, Way
from register.records.standing import Standing
from register.views.scheme.page import _stays
from register.views.scheme.sheet_words import sheet_words

USUAL = "没有另写怎样给分的小项，符合要求得全部分值，否则不得分。"


def test_what_is_all_or_nothing_is_said_once_and_not_on_each_row() -> None:
    words = sheet_words(sheet_scheme().sheets[0])
    assert words.usual == USUAL
    assert [(i.way, i.allowed) for h in words.headings for i in h.items] == [("", "")] * 3
    assert [heading.ways for heading in words.headings] == [False, False]


def test_an_item_with_another_way_still_says_so() -> None:
    items = (item("1-1"), item("1-2", way=Way.PER_DEFECT), item("1-3", unless="造假"))
    heading = Heading(number=1, name="机构", points=30, items=items)
    words = sheet_words(ScoreSheet(id="biao", name="表", points=30, headings=(heading,)))
    assert [bool(i.way) for i in words.headings[0].items] == [False, True, True]
    assert words.headings[0].ways


@pytest.mark.parametrize(
    ("after", "may", "said"),
    [
        (
            Standing.REVOKED,
            (Standing.REVOKED,),
            "撤销以后，没有重新许可的，不能再评为其他等次。",
        ),
        (Standing.SUSPENDED, (Standing.SUSPENDED,), "暂停业务以后，不能再评为其他等次。"),
        (Standing.REVOKED, (Standing.REVOKED, Standing.QUALIFIED), ""),
    ],
)
def test_what_only_itself_may_follow_is_said_in_words(
    after: Standing, may: tuple[Standing, ...], said: str
) -> None:
    assert _stays(LegalStep(after=after, may=may)) == said
