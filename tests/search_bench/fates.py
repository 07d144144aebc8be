"""What became of made-up stations: schemes, yearly rounds and the notices that grade them.

A station has a quality that lasts, so that good ones stay good; about one in fifty ends revoked,
one with a near namesake more often than others, because that is where a wrong hit does harm.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from tests.search_bench.stations import Region, Station

LAST = 2025
SCHEMES = {
    "nianjian": {
        "优秀": "commended",
        "合格": "qualified",
        "基本合格": "conditional",
        "不合格": "rectifying",
        "撤销": "revoked",
    },
    "pinggu": {
        "示范": "commended",
        "合格": "qualified",
        "免检": "exempt",
        "限期整改": "rectifying",
        "暂停业务": "suspended",
        "取消资格": "revoked",
        "未参评": "not-assessed",
    },
}
WEIGHTS = {
    "nianjian": (6, 84, 3, 6, 1.2),
    "pinggu": (5, 80, 3, 6, 1.5, 1.2, 2),
}
RECTIFY = ("不合格", "限期整改")
END = ("撤销", "取消资格")
MISSED, NEVER, ACCEPTED, DEREGISTERED = 0.05, 0.03, 0.5, 0.004


class Notice(NamedTuple):
    """One notice: the grades of a year, or the acts that follow them."""

    id: str
    number: str
    title: str
    issuer: str
    decided: str
    round: str
    grades: dict[str, list[Station]]
    acts: dict[str, list[str]]


class Round(NamedTuple):
    """One yearly inspection of a province."""

    id: str
    name: str
    scheme: str
    region: str
    year: int
    notices: tuple[Notice, ...]


def rounds(region: Region, years: int, seed: int) -> Iterator[Round]:
    """Grade a province's stations in each of `years`; some provinces are a year or two behind."""
    chance = random.Random(f"fates {seed} {region.id}")  # noqa: S311 - a benchmark's data
    scheme = chance.choice(sorted(SCHEMES))
    last = LAST - chance.choice((0, 0, 1, 2))
    over: set[str] = {s.id for s in region.stations if chance.random() < NEVER}
    doubles = near_names(region)
    for year in range(last - years + 1, last + 1):
        grades: dict[str, list[Station]] = defaultdict(list)
        for station in region.stations:
            if station.id in over or chance.random() < MISSED:
                continue
            grade = _grade(chance, scheme, station.id in doubles)
            grades[grade].append(station)
            if grade in END:
                over.add(station.id)
        ordered = {g: grades[g] for g in SCHEMES[scheme] if grades[g]}
        yield _round(chance, region, scheme, year, ordered, over)


def near_names(region: Region) -> set[str]:
    """Return the stations whose hosts' names begin and end like another's."""
    homes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for station in region.stations:
        for host in station.hosts[-1:]:
            homes[host.name[:4], host.name[-2:]].append(station.id)
    return {home[0] for home in homes.values() if len(home) > 1}


def _grade(chance: random.Random, scheme: str, doubled: bool) -> str:  # noqa: FBT001 - a fact
    if doubled and chance.random() < 0.03:
        return next(grade for grade in SCHEMES[scheme] if grade in END)
    return chance.choices(list(SCHEMES[scheme]), WEIGHTS[scheme])[0]


def _round(
    chance: random.Random,
    region: Region,
    scheme: str,
    year: int,
    grades: dict[str, list[Station]],
    over: set[str],
) -> Round:
    name = f"{region.province.name}{year}年度职业技能鉴定机构检查评估"
    own = f"{region.id}-{year}"
    first = _notice(region, own, year, 1, f"关于{year}年度职业技能鉴定所检查结果的通报", grades)
    acts = _acts(chance, grades, over)
    after = _notice(region, own, year, 2, f"关于{year}年度整改验收情况的通知", {}, acts)
    return Round(own, name, scheme, region.id, year, (first, after) if acts else (first,))


def _notice(
    region: Region,
    own: str,
    year: int,
    nth: int,
    title: str,
    grades: dict[str, list[Station]],
    acts: dict[str, list[str]] | None = None,
) -> Notice:
    office = "厅" if region.province.name.endswith(("省", "区")) else "局"
    return Notice(
        id=f"{own}-{nth}",
        number=f"{region.province.short}人社通〔{year + 1}〕{20 * nth + year % 17}号",
        title=title,
        issuer=f"{region.province.name}人力资源和社会保障{office}",
        decided=f"{year + 1}-{'03-12' if nth == 1 else '09-20'}",
        round=own,
        grades=grades,
        acts=acts or {},
    )


def _acts(
    chance: random.Random, grades: dict[str, list[Station]], over: set[str]
) -> dict[str, list[str]]:
    """Accept half of those that had to rectify, and let a few give up their licence."""
    told = [s.id for grade in RECTIFY for s in grades.get(grade, [])]
    accepted = [station for station in told if chance.random() < ACCEPTED]
    fine = [s.id for s in grades.get("合格", []) if chance.random() < DEREGISTERED]
    over |= set(fine)
    acts = {"accept": accepted, "deregister": fine}
    return {act: stations for act, stations in acts.items() if stations}
