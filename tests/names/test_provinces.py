"""Which province a document's number belongs to."""

import pytest

from register.names.provinces import PROVINCES, province_of_number


@pytest.mark.parametrize(
    ("number", "province"),
    [
        ("鲁人社发〔2012〕8号", "山东省"),
        ("陕人社函〔2013〕21号", "陕西省"),
        ("川人社发〔2011〕3号", "四川省"),
        ("黔劳社厅发〔2008〕5号", "贵州省"),
        ("渝人社发〔2012〕9号", "重庆市"),
        ("京劳社培发〔2007〕1号", "北京市"),
        ("甘人社通〔2011〕67号", "甘肃省"),
        ("内政办发〔2010〕2号", "内蒙古自治区"),
        ("云人社发〔2010〕2号", "云南省"),
        ("广东省劳动和社会保障厅〔2006〕7号", "广东省"),
        ("人社厅发〔2012〕1号", ""),
        ("劳社厅函〔2006〕338号", ""),
        ("新乡人社〔2012〕1号", ""),
        ("云浮人社〔2012〕1号", ""),
        ("兰人社发〔2012〕1号", ""),
        ("", ""),
    ],
)
def test_a_number_tells_its_province(number: str, province: str) -> None:
    assert province_of_number(number) == province


def test_every_province_stands_once() -> None:
    assert len(PROVINCES) == 31
    assert len(set(PROVINCES.values())) == 31
