"""Regions: who has a page, by city, and which numbers no document names."""

import pytest
from tests.views.conftest import Built, notice, results, round_, station

from register.views.lists import everyone
from register.views.regions import in_cities, missing, region_views, regions_with_pages


@pytest.mark.parametrize(
    ("ordinals", "said"),
    [
        ([], None),
        ([None], None),
        ([1, 2, 3], None),
        ([2], (2, 1, "1")),
        ([1, 4, 5, 7], (7, 3, "2、3、6")),
        ([1, 5], (5, 3, "2至4")),
        ([3, None, 3], (3, 2, "1、2")),
    ],
)
def test_numbers_that_are_missing(
    ordinals: list[int | None], said: tuple[int, int, str] | None
) -> None:
    found = missing(ordinals)
    assert (None if found is None else tuple(found)) == said


def test_a_region_of_which_nothing_is_on_file_has_no_page(built: Built) -> None:
    register = built(station("jia", 1), round_("r", 2010, "region: yi\n"))
    assert regions_with_pages(register) == ["jia", "yi"]


def test_rows_stand_by_city_and_those_without_one_last(built: Built) -> None:
    register = built(
        station("jia", 1),
        station("jia", 2, "city: 中市\n"),
        station("jia", 3, "city: 北市\n"),
        station("jia", 4, "city: 中市\n"),
    )
    rows = {row.id: row for row in everyone(register)}
    view = next(region_views(register, rows))
    cities = [(city, [row.id for row in own]) for city, own in in_cities(view.rows)]
    assert cities == [("北市", ["jia-3"]), ("中市", ["jia-2", "jia-4"]), ("", ["jia-1"])]


def test_the_newest_conclusions_are_counted_and_none_is_none(built: Built) -> None:
    register = built(
        station("jia", 1),
        station("jia", 2),
        round_("r", 2010, "region: jia\n"),
        notice("wen", "2011-03-01", results("r", 撤销=["jia-1"])),
    )
    rows = {row.id: row for row in everyone(register)}
    view = next(region_views(register, rows))
    assert [tuple(tally) for tally in view.tallies] == [
        ("撤销", 1, "2010年度撤销1个"),
        ("无在案结论", 1, ""),
    ]
    assert [round_.link.path for round_ in view.rounds] == ["rounds/r/"]


def test_a_term_that_is_over_is_counted_apart_and_each_year_is_named(built: Built) -> None:
    register = built(
        *(station("jia", number) for number in (1, 2, 3)),
        round_("r", 2010, "region: jia\n"),
        round_("s", 2011, "region: jia\n"),
        notice("wen", "2011-03-01", results("r", 不合格=["jia-1"])),
        notice("m", "2012-05-01", results("s", 不合格=["jia-2", "jia-3"])),
    )
    rows = {row.id: row for row in everyone(register)}
    view = next(region_views(register, rows))
    assert [tuple(tally) for tally in view.tallies] == [
        ("限期整改", 2, "2011年度限期整改2个"),
        ("整改期已满，未见验收结果", 1, "2010年度限期整改1个"),
    ]
