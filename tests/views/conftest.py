"""A register of a few lines, for the views of rounds, regions, coverage and deadlines."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from register.reading import read
from register.register import Register, build_register

TODAY = date(2012, 6, 1)
SITE = "format: 1\ntitle: 示例\nregions: {jia: 甲省, yi: 乙省, bing: 丙省}\nsample: true\n"
SCHEME = """\
id: nianjian
name: 年检办法
grades:
  - {grade: 合格, standing: qualified}
  - {grade: 免检, standing: exempt}
  - {grade: 未查, standing: not-assessed}
  - {grade: 不合格, standing: rectifying}
  - {grade: 撤销, standing: revoked}
exemptions:
  - certification: 质量管理体系认证
stages:
  - {name: 自查, about: 各所自查}
steps:
  - {id: self, name: 自查, stage: 自查}
  - {id: spot, name: 抽查, sampled: true}
  - {id: key, name: 重点检查, standings: [rectifying]}
rectify: {length: P3M, starts: decided, otherwise: 取消资格}
supervision:
  steps:
    - {id: before, name: 考前, checks: [考场]}
    - {id: after, name: 考后}
  form: {name: 督导表, copies: 2}
"""

Built = Callable[..., Register]


def station(region: str, number: int, more: str = "") -> dict[str, str]:
    """The file of one station."""
    id_ = f"{region}-{number}"
    text = f"id: {id_}\nname: {id_}所\nordinal: {number}\n{more}"
    return {f"stations/{region}/{id_}.yml": text}


def round_(id_: str, year: int, more: str = "") -> dict[str, str]:
    """The file of one round."""
    text = f"id: {id_}\nname: {id_}检查\nscheme: nianjian\nyear: {year}\n{more}"
    return {f"rounds/{id_}.yml": text}


def notice(id_: str, day: str, more: str = "") -> dict[str, str]:
    """The file of one notice."""
    return {f"notices/{id_}.yml": f"id: {id_}\ntitle: 通报{id_}\ndecided: {day}\n{more}"}


def results(of: str, **grades: list[str] | int) -> str:
    """What a notice says of one round: stations by grade, or only how many."""
    lines = [f"rounds:\n  - round: {of}\n    decisions:\n"]
    for grade, given in grades.items():
        lines.append(f"      - grade: {grade}\n")
        if isinstance(given, int):
            lines.append(f"        unnamed: {given}\n")
        else:
            lines.append("        stations:\n")
            lines += [f"          {id_}: {id_}所\n" for id_ in given]
    return "".join(lines)


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """Build a register of some files, as of a day."""

    def build(*files: dict[str, str], today: date = TODAY) -> Register:
        every = {"site.yml": SITE, "schemes/nianjian.yml": SCHEME}
        for file in files:
            every |= file
        for path, text in every.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        data, problems = read(tmp_path)
        assert problems == []
        return build_register(data, today)

    return build
