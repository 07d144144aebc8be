"""Made-up registers of any size, the same from the same numbers; for benchmarks and tests."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PLACES = [
    "云岭",
    "海西",
    "青川",
    "白沙",
    "长亭",
    "金台",
    "石桥",
    "临江",
    "望山",
    "南屏",
    "北塔",
    "清溪",
    "大河",
    "平湖",
    "安乡",
    "永泉",
]
TRADES = [
    "电力",
    "石化",
    "铁路",
    "机床",
    "建筑",
    "煤业",
    "冶金",
    "纺织",
    "农垦",
    "交通",
    "印刷",
    "餐饮",
    "医药",
    "水利",
    "林业",
    "通信",
]
KINDS = ["公司", "集团", "技工学校", "职业技术学院", "培训中心", "机械厂", "研究所", "管理局"]
GRADES = {"优秀": "commended", "合格": "qualified", "不合格": "rectifying", "撤销": "revoked"}
WEIGHTS = (4, 86, 8, 2)
REGION = "shili"


def write_register(root: Path, stations: int, years: int = 1, seed: int = 1) -> None:
    """Write a register of `stations`, one host each, and a notice for each of `years`."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark's data, not a secret
    for folder in ("stations", "hosts"):
        (root / folder / REGION).mkdir(parents=True, exist_ok=True)
    for folder in ("schemes", "rounds", "notices"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    write(
        root / "site.yml",
        f"format: 1\ntitle: 示例红黑榜\nregions:\n  {REGION}: 示例省\nsample: true\n",
    )
    write(root / "schemes/shili.yml", scheme())
    hosts = [host_name(chance, n) for n in range(1, stations + 1)]
    for n, host in enumerate(hosts, 1):
        write(root / f"stations/{REGION}/{REGION}-{n}.yml", station(n))
        write(root / f"hosts/{REGION}/host-{n}.yml", host_record(n, host))
    for year in range(2024 - years, 2024):
        write(root / f"rounds/{REGION}-{year}.yml", round_record(year))
        write(root / f"notices/{REGION}-{year}-1.yml", notice(chance, year, hosts))


def write(path: Path, text: str) -> None:
    """Write a file of the register."""
    path.write_text(text, encoding="utf-8")


def host_name(chance: random.Random, number: int) -> str:
    """Make up an organisation; the number keeps names apart by more than one character."""
    place, trade, kind = chance.choice(PLACES), chance.choice(TRADES), chance.choice(KINDS)
    digits = "甲乙丙丁戊己庚辛壬癸"
    mark = "".join(digits[int(d)] * 2 for d in str(number))
    return f"{place}{mark}{trade}{kind}"


def name(number: int) -> str:
    """Name the station."""
    from register.names.numerals import to_chinese

    return f"示例省第{to_chinese(number)}国家职业技能鉴定所"


def station(number: int) -> str:
    """Write a station's record."""
    return (
        f"id: {REGION}-{number}\nname: {name(number)}\nordinal: {number}\n"
        f"hosts:\n  - host: host-{number}\n    source: {REGION}-2023-1\n"
    )


def host_record(number: int, host: str) -> str:
    """Write a host's record."""
    return f"id: host-{number}\nnames:\n  - name: {host}\n    source: {REGION}-2023-1\n"


def scheme() -> str:
    """Write the scheme."""
    grades = "".join(f"  - grade: {g}\n    standing: {s}\n" for g, s in GRADES.items())
    return f"id: shili\nname: 示例办法\ngrades:\n{grades}"


def round_record(year: int) -> str:
    """Write a year's round."""
    return (
        f"id: {REGION}-{year}\nname: 示例省{year}年度检查\nscheme: shili\n"
        f"region: {REGION}\nyear: {year}\n"
    )


def notice(chance: random.Random, year: int, hosts: list[str]) -> str:
    """Write a year's notice, with a line for every station that is not revoked for good."""
    drawn = chance.choices(list(GRADES), WEIGHTS, k=len(hosts))
    if year < 2023:  # noqa: PLR2004 - only the newest year revokes, so that histories stay lawful
        drawn = ["合格" if grade == "撤销" else grade for grade in drawn]
    head = f"id: {REGION}-{year}-1\nnumber: 示例〔{year + 1}〕1号\n"
    about = f"title: 关于{year}年度检查结果的通报\ndecided: {year + 1}-03-01\n"
    lines = [head, about, f"rounds:\n  - round: {REGION}-{year}\n    decisions:\n"]
    for grade in GRADES:
        listed = [
            f"          {REGION}-{n}: {name(n)}({hosts[n - 1]}承建)\n"
            for n, drawn_grade in enumerate(drawn, 1)
            if drawn_grade == grade
        ]
        if listed:
            lines.append(f"      - grade: {grade}\n")
            if grade == "不合格":
                lines.append(f"        rectify:\n          due: {year + 1}-06-30\n")
            lines += ["        stations:\n", *listed]
    return "".join(lines)
