"""The region of a document: by its number and its heading, never by a guess."""

from datetime import date

import pytest

from register.importing.choices import Choices, region_of
from register.importing.cleaning import pieces_of
from register.importing.paper import Line, Paper
from register.reading import Dataset, read

LIST = "青河市机械职业技能鉴定站"
ABOUT = "关于2012年度职业技能鉴定机构年检结果的通报"
KNOWN = "shandong（山东省）、shaanxi（陕西省）、chongqing（重庆市）、qinghai（青海省）"


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("data")
    (folder / "site.yml").write_text(
        "format: 1\ntitle: 红黑榜\n"
        "regions: {shandong: 山东省, shaanxi: 陕西省, chongqing: 重庆市, qinghai: 青海省}\n",
        encoding="utf-8",
    )
    return read(folder)[0]


def region(data: Dataset, *texts: str, number: str = "") -> tuple[str, str]:
    lines = [Line(f"第 {i} 行", text) for i, text in enumerate(texts, 1)]
    choices = Choices(number=number, decided=date(2013, 1, 1))
    id_, _name, wrong = region_of(data, choices, pieces_of(Paper("x", lines)))
    return id_, wrong


def test_the_number_tells_the_region(three: Dataset) -> None:
    assert region(three, "鲁人社发〔2012〕8号", ABOUT, LIST) == ("shandong", "")
    assert region(three, "渝人社发【2012】8号", ABOUT, LIST) == ("chongqing", "")
    assert region(three, ABOUT, LIST, number="陕人社发〔2012〕8号") == ("shaanxi", "")


def test_the_number_stands_above_places_in_the_text(three: Dataset) -> None:
    found = region(three, "鲁人社发〔2012〕8号", ABOUT, "学习陕西省的做法。", LIST)
    assert found == ("shandong", "")


def test_the_number_of_another_document_tells_nothing(three: Dataset) -> None:
    basis = "根据《关于开展年检的通知》（陕人社发〔2012〕1号），山东省开展了年检。"
    assert region(three, ABOUT, basis, LIST) == ("shandong", "")


def test_heading_and_number_that_disagree_are_asked(three: Dataset) -> None:
    assert region(three, f"山东省{ABOUT}", "陕人社发〔2012〕8号", LIST) == (
        "",
        (
            "文号“陕人社发〔2012〕8号”是陕西省的，标题是山东省的，不知道是哪个地区的文件。"
            f"请用 --region 写明：{KNOWN}。"
        ),
    )


def test_a_province_that_is_not_registered_is_named(three: Dataset) -> None:
    assert region(three, "川人社发〔2012〕8号", ABOUT, "参照山东省的办法。", LIST) == (
        "",
        (
            "文号“川人社发〔2012〕8号”是四川省的，site.yml 里没有这个地区。"
            f"请先登记，或用 --region 写明：{KNOWN}。"
        ),
    )
    assert region(three, f"四川省{ABOUT}", "参照山东省的办法。", LIST) == (
        "",
        f"标题是四川省的，site.yml 里没有这个地区。请先登记，或用 --region 写明：{KNOWN}。",
    )


@pytest.mark.parametrize("more", [(), ("青岛市职业技能鉴定所",), ("学习青海省、青岛市的做法。",)])
def test_a_number_that_a_city_shares_is_asked(three: Dataset, more: tuple[str, ...]) -> None:
    why = "青海省和青岛、青州的文号都像“青人社发〔2012〕8号”，不知道是哪个地区的文件。"
    found = region(three, "青人社发〔2012〕8号", ABOUT, "参照陕西省的办法。", *more, LIST)
    assert found == ("", f"{why}请用 --region 写明：{KNOWN}。")


def test_a_number_that_a_city_shares_is_the_provinces_where_the_text_names_it(
    three: Dataset,
) -> None:
    assert region(three, "青人社发〔2012〕8号", ABOUT, "青海省第一国家职业技能鉴定所") == (
        "qinghai",
        "",
    )
    assert region(three, f"山东省{ABOUT}", "青人社发〔2012〕8号", LIST) == ("shandong", "")
