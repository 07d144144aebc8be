"""Provinces: their short names, which open the number of every document of theirs."""

import re

PROVINCES = {
    "京": "北京市",
    "津": "天津市",
    "冀": "河北省",
    "晋": "山西省",
    "内": "内蒙古自治区",
    "辽": "辽宁省",
    "吉": "吉林省",
    "黑": "黑龙江省",
    "沪": "上海市",
    "苏": "江苏省",
    "浙": "浙江省",
    "皖": "安徽省",
    "闽": "福建省",
    "赣": "江西省",
    "鲁": "山东省",
    "豫": "河南省",
    "鄂": "湖北省",
    "湘": "湖南省",
    "粤": "广东省",
    "桂": "广西壮族自治区",
    "琼": "海南省",
    "渝": "重庆市",
    "川": "四川省",
    "黔": "贵州省",
    "云": "云南省",
    "藏": "西藏自治区",
    "陕": "陕西省",
    "甘": "甘肃省",
    "青": "青海省",
    "宁": "宁夏回族自治区",
    "新": "新疆维吾尔自治区",
}
"""The short name as it stands in a document's number → the name.

Other short names of a province (滇, 蒙, 秦, 蜀, 陇) do not stand in numbers.
"""

_KIND = re.compile(
    r"(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)$",
)
# What an office's own word begins with: 新人社发 is of 新疆, 新乡人社 is of a city.
_OFFICE = "人|劳|政|府|社|职|技|鉴|培|就|考|办|教|财|发"
# Cities whose numbers begin like those of another province: 青人社 is of 青海 and of 青岛.
SHARED = {"青": ("青岛", "青州"), "宁": ("南京", "西宁", "宁波", "宁德", "海宁")}
_NUMBER = re.compile(rf"([{''.join(PROVINCES)}])(?={_OFFICE})")


def short_name(province: str) -> str:
    """Return a province's name without its kind: 甘肃省 → 甘肃."""
    return _KIND.sub("", province)


def province_of_number(number: str) -> str:
    """Return the province whose document bears this number, "" where the number tells none."""
    found = _NUMBER.match(number)
    return PROVINCES[found[1]] if found else _spelt_out(number)


def cities_of_number(number: str) -> tuple[str, ...]:
    """Return the cities whose documents bear such a number as well as the province's."""
    found = _NUMBER.match(number)
    return SHARED.get(found[1], ()) if found else ()


def provinces_in_heading(heading: str) -> set[str]:
    """Return the provinces that a heading names in full, or begins with."""
    begun = _spelt_out(heading)
    return {p for p in PROVINCES.values() if p in heading} | ({begun} if begun else set())


def _spelt_out(text: str) -> str:
    return next((p for p in PROVINCES.values() if text.startswith(short_name(p))), "")


__all__ = [
    "PROVINCES",
    "cities_of_number",
    "province_of_number",
    "provinces_in_heading",
    "short_name",
]
