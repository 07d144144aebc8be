"""The lists by number and by pinyin."""

import pytest
from tests.views.conftest import Built, notice

from register.register import Register
from register.views.lists import everyone
from register.views.orders import Letter, NumberedRegion, by_number, by_pinyin

HOST = "hosts: [{host: chang, source: n1}]\n"
CHANG = {"hosts/jia/chang.yml": "id: chang\nnames: [{name: 长庆石油厂, source: n1}]\n"}


def named(id_: str, name: str, ordinal: int | None = None, more: str = "") -> dict[str, str]:
    number = f"ordinal: {ordinal}\n" if ordinal else ""
    region, _, _ = id_.partition("-")
    return {f"stations/{region}/{id_}.yml": f"id: {id_}\nname: {name}\n{number}{more}"}


def numbers(register: Register) -> list[NumberedRegion]:
    return list(by_number(register, {row.id: row for row in everyone(register)}))


def letters(register: Register) -> list[Letter]:
    return list(by_pinyin(register, {row.id: row for row in everyone(register)}))


def test_each_hundred_numbers_have_a_page(built: Built) -> None:
    register = built(*(named(f"jia-{n}", f"第{n}所", n) for n in (2, 100, 101, 305)))
    [region] = numbers(register)
    assert [(h.link.words, h.link.path, len(h.rows)) for h in region.hundreds] == [
        ("1至100", "lists/number/jia/", 2),
        ("101至200", "lists/number/jia/101/", 1),
        ("301至400", "lists/number/jia/301/", 1),
    ]


def test_who_has_no_number_is_counted_and_the_region_keeps_its_page(built: Built) -> None:
    [jia, yi] = numbers(built(named("jia-1", "第一所", 1), named("yi-a", "港口鉴定站")))
    assert (jia.number, jia.without) == (1, 0)
    assert (yi.number, yi.without) == (0, 1)
    assert [(hundred.link.path, hundred.rows) for hundred in yi.hundreds] == [
        ("lists/number/yi/", ())
    ]


@pytest.mark.parametrize(
    ("file", "by", "letter"),
    [
        (named("jia-1", "甲省第五国家职业技能鉴定所", 5, HOST), "长庆石油厂", "C"),
        (named("jia-1", "甲省第五国家职业技能鉴定所", 5), "国家职业技能鉴定所", "G"),
        (named("jia-1", "甲省港口鉴定站", None, HOST), "港口鉴定站", "G"),
        (named("jia-1", "重庆路第二鉴定所", 2, HOST), "重庆路第二鉴定所", "C"),
        (named("jia-1", "〇一鉴定所"), "〇一鉴定所", "L"),
        (named("jia-1", "（老）鉴定所"), "（老）鉴定所", "#"),
    ],
)
def test_a_name_that_is_only_a_number_goes_by_its_host(
    built: Built, file: dict[str, str], by: str, letter: str
) -> None:
    register = built(file, CHANG, notice("n1", "2012-01-01"))
    [found] = [each for each in letters(register) if each.rows]
    assert (found.rows[0].by.words, found.link.words) == (by, letter)


def test_every_letter_has_its_address(built: Built) -> None:
    paths = [each.link.path for each in letters(built(named("jia-1", "甲省港口鉴定站")))]
    assert len(paths) == 27
    assert (paths[0], paths[-1]) == ("lists/pinyin/a/", "lists/pinyin/other/")


def test_under_a_letter_names_follow_their_sound(built: Built) -> None:
    every = ("宁远鉴定站", "宁安鉴定站", "娘子关鉴定站")
    register = built(*(named(f"jia-{n}", name) for n, name in enumerate(every)))
    [found] = [each for each in letters(register) if each.rows]
    assert [row.by.words for row in found.rows] == ["娘子关鉴定站", "宁安鉴定站", "宁远鉴定站"]
