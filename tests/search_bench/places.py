"""Provinces, their cities and counties, from the public list that the package cpca carries."""

import csv
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LIST = "cpca/resources/adcodes.csv"
LONG = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "西藏自治区": "西藏",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
}
IDS = {"陕西": "shaanxi"}
NO_PLACES = ("市辖区", "县", "直辖县级", "省直辖", "自治区直辖")
NO_PROVINCES = ("台湾省", "香港特别行政区", "澳门特别行政区")


class City(NamedTuple):
    """A city or prefecture, with the counties in it."""

    name: str
    counties: tuple[str, ...]

    @property
    def short(self) -> str:
        """Its name as it stands in the name of a firm: 兰州."""
        return short(self.name)


class Province(NamedTuple):
    """A province, with the cities in it."""

    name: str
    cities: tuple[City, ...]

    @property
    def short(self) -> str:
        """Its name as it stands in the name of a school: 甘肃."""
        return LONG.get(self.name) or self.name.removesuffix("省").removesuffix("市")


def short(place: str) -> str:
    """Take the kind of place off its name, unless one character would be left: 忠县."""
    for end in ("自治州", "自治县", "地区", "市", "县", "区", "盟", "旗"):
        cut = place.removesuffix(end)
        if cut != place and len(cut) > 1:
            return without_people(cut) if end.startswith("自治") else cut
    return place


def without_people(place: str) -> str:
    """Take the names of peoples off: 肃南裕固族 → 肃南."""
    at = place.find("族")
    return place[:2] if at > 1 else place


@functools.cache
def provinces(packages: Path) -> tuple[Province, ...]:
    """Return every province of the list in the folder into which packages were installed."""
    with (packages / LIST).open(encoding="utf-8", newline="") as file:
        names = {row["adcode"][:6]: row["name"] for row in csv.DictReader(file)}
    return tuple(
        Province(name, tuple(_cities(names, code)))
        for code, name in sorted(names.items())
        if code.endswith("0000") and name not in NO_PROVINCES
    )


def _cities(names: dict[str, str], province: str) -> Iterator[City]:
    within = {code: name for code, name in sorted(names.items()) if code[:2] == province[:2]}
    for code, name in within.items():
        if code.endswith("00") and code != province and not _is_no_place(name):
            yield City(name, tuple(_counties(within, code)))
    if names[province].endswith("市"):
        found = [n for c, n in within.items() if not c.endswith("00") and not _is_no_place(n)]
        yield from (City(county, ()) for county in found)


def _counties(within: dict[str, str], city: str) -> Iterator[str]:
    for code, name in within.items():
        if code[:4] == city[:4] and code != city and not _is_no_place(name):
            yield name


def _is_no_place(name: str) -> bool:
    return name in NO_PLACES or name.startswith(("省直辖", "自治区直辖"))
