"""Ways round the second person: where a change may hide something adverse, and where not."""

from pathlib import Path

import pytest
from tests.changes.made import (
    FILES,
    NEXT,
    OLD,
    ROUND,
    Files,
    changed,
    decided,
    next_notice,
)

FIRST = "示例省第一国家职业技能鉴定所"
THIRD = "示例省第三国家职业技能鉴定所"
FOURTH = "示例省第四国家职业技能鉴定所"
SCHEME, R22, R23 = "schemes/yuan.yml", "rounds/yuan-2022.yml", "rounds/yuan-2023.yml"
S1, S3, S4 = (f"stations/yuan/yuan-{n}.yml" for n in (1, 3, 4))
SUSPENDED = next_notice("acts:\n  - {act: suspend, stations: [yuan-1], on: 2024-03-01}\n")
LATER = "notices/yuan-2024-2.yml"
LATEST = "notices/yuan-2024-3.yml"


def later(*parts: str, id_: str = "yuan-2024-2", day: str = "2024-06-01") -> str:
    """A document after the next one."""
    number = f"示例〔2024〕{id_[-1]}号"
    return f"id: {id_}\nnumber: {number}\ntitle: 通知\ndecided: {day}\n" + "".join(parts)


def swapped(path: str, old: str, new: str, files: Files | None = None) -> Files:
    """The files with one passage replaced."""
    every = files or FILES
    assert old in every[path]
    return every | {path: every[path].replace(old, new)}


def more(path: str, text: str, files: Files | None = None) -> Files:
    """The files with a text at the end of one."""
    every = files or FILES
    return every | {path: every[path] + text}


def new(text: str) -> Files:
    """The files with the document of the year after."""
    return FILES | {NEXT: text}


GOOD = new(next_notice(ROUND, decided("优秀", 4)))
LONG = more(SCHEME, "holds_for: {years: 3}\n", GOOD)
SHEETS = (
    "sheets:\n  - id: biao\n    name: 评估表\n    items:\n"
    "      - {id: 1-1, name: 场地, points: 10, by: steps}\n"
)
BLACK = next_notice("mentions:\n  - {kind: commend, for: 档案, stations: [yuan-1]}\n")
HELD = more(
    S1,
    "licences:\n  - {number: 甲1号, from: 2022-01-01, to: 2026-01-01, source: yuan-2023-1}\n"
    "occupations:\n  - {name: 电工, source: yuan-2023-1}\n"
    "certifications:\n  - {name: 质量认证, source: yuan-2023-1}\n",
)
TERMS = more(
    R23,
    "basis:\n  - {title: 通知}\ndeadlines:\n  - {who: 各所, what: 自查, due: 2024-10-21}\n"
    "progress:\n  - {step: zicha, on: 2024-08-20, stations: [yuan-1]}\n",
    more(SCHEME, "steps:\n  - {id: zicha, name: 自查}\n"),
)
VISIT = "rounds/yuan-2023/visits/yi.yml"
VISITED = (
    "id: yi\nregion: yuan\nexam: 2023-05-01\nreports:\n  - step: kao\n    findings:\n"
    "      - {what: 没有座次表, kind: problem}\n"
)
SUPERVISED = more(SCHEME, "supervision:\n  steps:\n    - {id: kao, name: 考前}\n")
WITHDRAWN = new(next_notice("amends:\n  - {notice: yuan-2023-1, how: withdraws}\n"))
ENDS = "acts:\n  - {act: deregister, stations: [yuan-1]}\n"
MERGES = "acts:\n  - {act: merge, stations: [yuan-1], into: yuan-2}\n"
STRIKES = "acts:\n  - {act: strike, stations: [yuan-1], occupations: [电工]}\n"
STRUCK = new(next_notice(STRIKES))

HIDDEN: dict[str, tuple[Files, Files, str]] = {
    "an end": (FILES, new(next_notice(ENDS)), "注销"),
    "a merger": (FILES, new(next_notice(MERGES)), "合并"),
    "a trade struck": (FILES, STRUCK, "取消工种"),
    "another trade struck": (STRUCK, swapped(NEXT, "电工", "焊工", STRUCK), "改为焊工"),
    "a grade that sounds harmless": (
        FILES,
        swapped(SCHEME, "撤销\n    standing: revoked", "撤销\n    standing: not-assessed")
        | {NEXT: next_notice(ROUND, decided("撤销", 4))},
        "撤销",
    ),
    "a mapping": (
        FILES,
        swapped(SCHEME, "合格\n    standing: qualified", "合格\n    standing: conditional"),
        "改为2022年度基本合格",
    ),
    "a shorter validity": (LONG, swapped(SCHEME, "years: 3", "years: 2", LONG), "不再有效"),
    "a later day of effect": (
        GOOD,
        swapped(NEXT, "grade: 优秀\n", "grade: 优秀\n        effective: 2030-01-01\n", GOOD),
        "变为没有在案结论",
    ),
    "an earlier day of what is adverse": (
        FILES,
        swapped(OLD, "decided: 2023-03-01", "decided: 2022-03-01"),
        "提前到从2022-03-01起算",
    ),
    "a resumption that waits": (
        new(SUSPENDED)
        | {LATER: later("acts:\n  - {act: resume, stations: [yuan-1], on: 2024-06-01}\n")},
        new(SUSPENDED)
        | {LATER: later("acts:\n  - {act: resume, stations: [yuan-1], on: 2025-06-01}\n")},
        "变为2024年暂停业务",
    ),
    "a withdrawal withdrawn": (
        WITHDRAWN,
        WITHDRAWN | {LATER: later("amends:\n  - {notice: yuan-2024-1, how: withdraws}\n")},
        "重新有效",
    ),
    "a publication that ends later on": (
        GOOD,
        swapped(
            NEXT,
            "grade: 优秀\n",
            "grade: 优秀\n        publication: {basis: 条例, withdrawn: 2025-06-01}\n",
            GOOD,
        ),
        "公开期缩短",
    ),
    "a favourable decision left out": (
        GOOD,
        swapped(NEXT, decided("优秀", 4), decided("优秀", 2), GOOD),
        "没有结论",
    ),
    "reasons of a favourable one": (
        FILES,
        swapped(OLD, "grade: 合格\n", "grade: 合格\n        grounds: 材料不实\n"),
        "理由：没有，改为材料不实",
    ),
    "harsh reasons in a new favourable one": (
        FILES,
        new(next_notice(ROUND, decided("合格", 4, more="        grounds: 弄虚作假\n"))),
        "弄虚作假",
    ),
    "a correction that decides": (
        FILES,
        more(OLD, "corrections:\n  - {on: 2024-01-01, was: 合格, now: 撤销, because: 笔误}\n"),
        "更正说明写到：撤销；笔误",
    ),
    "a correction in a station's file": (
        FILES,
        more(S1, "corrections:\n  - {on: 2024-01-01, was: 甲, now: 乙, because: 弄虚作假被处罚}\n"),
        "更正说明写到",
    ),
    "a remark on what is printed": (
        FILES,
        more(OLD, "sic:\n  - {at: yuan-1, printed: 甲, because: 该所已被取消资格}\n"),
        "已被取消资格",
    ),
    "a mention without its kind": (
        FILES,
        new(next_notice("mentions:\n  - {for: 收费, stations: [yuan-1]}\n")),
        "点名（没有写明是不是表扬）：收费",
    ),
    "an alias of the black list": (FILES, more(S3, "aliases: [丙站]\n"), "在黑榜上，别名改了"),
    "a code of a host of the black list": (
        FILES,
        more("hosts/yuan/jia.yml", "city: 某市\n"),
        "在黑榜上，承建单位的代码或者所在市（州）改了",
    ),
    "a successor of the black list": (
        FILES,
        more(S4, "succeeds: yuan-3\n"),
        f"写成承接了黑榜上的{THIRD}",
    ),
    "a licence that ends sooner": (
        HELD,
        swapped(S1, "to: 2026-01-01", "to: 2024-01-01", HELD),
        "许可证提前到期：甲1号",
    ),
    "a trade left out": (
        HELD,
        swapped(S1, "occupations:\n  - {name: 电工, source: yuan-2023-1}\n", "", HELD),
        "鉴定职业少了：电工",
    ),
    "a certification left out": (
        HELD,
        swapped(S1, "certifications:\n  - {name: 质量认证, source: yuan-2023-1}\n", "", HELD),
        "认证少了：质量认证",
    ),
    "a round's term": (
        TERMS,
        swapped(R23, "2024-10-21", "2024-08-21", TERMS),
        "各所自查的期限提前到2024年8月21日",
    ),
    "a step that is done": (TERMS, swapped(R23, "on: 2024-08-20", "on: 2024-11-20", TERMS), "改晚"),
    "a visit": (SUPERVISED, SUPERVISED | {VISIT: VISITED}, "督导发现：没有座次表"),
    "another year": (
        FILES,
        swapped(R22, "2022年度检查", "2021年度检查", swapped(R22, "year: 2022", "year: 2021")),
        "改为2021年度合格",
    ),
    "the site's address": (
        FILES,
        more("site.yml", "url: https://example.com/\n"),
        "网址：没有，改为https://example.com/",
    ),
    "a region's name": (FILES, swapped("site.yml", "示例省\n", "某省\n"), "改为某省"),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_hidden_is_found(tmp_path: Path, name: str) -> None:
    before, after, wanted = HIDDEN[name]
    changes = changed(tmp_path, lambda _: after, first=before)
    assert wanted in "\n".join(each.words for each in changes.adverse)


LINE = f"{FOURTH}(甲学校承建)"
FIRST_LIST = "grade: 合格\n        stations:\n"
LISTED = swapped(
    OLD, FIRST_LIST, f"grade: 合格\n        unmatched: [{{printed: {LINE}}}]\n        stations:\n"
)
FOUND = swapped(OLD, FIRST_LIST, f"{FIRST_LIST}          yuan-4: {LINE}\n")
BETTER = new(next_notice(ROUND, decided("合格", 1, 2, 3), decided("优秀", 4)))

QUICK: dict[str, tuple[Files, Files]] = {
    "a new year of favourable decisions": (FILES, BETTER),
    "a file for a line that had none": (LISTED, FOUND),
    "praise": (FILES, new(BLACK)),
    "another station": (
        FILES,
        FILES | {"stations/yuan/yuan-5.yml": FILES[S4].replace("4", "5").replace("四", "五")},
    ),
    "a typo in a name": (FILES, swapped(S1, "name: 示例省第一", "name: 示例省 第一")),
    "a host of who is not on the black list": (
        FILES,
        more(S1, "  - {host: yi, source: yuan-2023-1}\n"),
    ),
    "a date of publication": (FILES, more(OLD, "published: 2023-03-05\n")),
    "an address of the paper": (FILES, more(OLD, "url: https://example.gov.cn/1\n")),
    "a validity that is longer": (LONG, swapped(SCHEME, "years: 3", "years: 4", LONG)),
    "a licence's number": (HELD, swapped(S1, "甲1号", "甲2号", HELD)),
    "a licence that is longer": (HELD, swapped(S1, "to: 2026-01-01", "to: 2027-01-01", HELD)),
    "a trade more": (HELD, swapped(S1, "occupations:\n", "occupations:\n  - {name: 焊工}\n", HELD)),
    "a term of a round that is later": (TERMS, swapped(R23, "2024-10-21", "2024-12-21", TERMS)),
    "another region": (FILES, swapped("site.yml", "示例省\n", "示例省\n  bei: 北省\n")),
    "a correction": (
        FILES,
        more(S1, "corrections:\n  - {on: 2024-01-01, was: 甲, now: 乙, because: 漏字}\n"),
    ),
    "a comment": (FILES, FILES | {OLD: f"# 核对过\n{FILES[OLD]}"}),
    "resumption": (
        new(SUSPENDED),
        new(SUSPENDED) | {LATER: later("acts:\n  - {act: resume, stations: [yuan-1]}\n")},
    ),
}


@pytest.mark.parametrize("name", QUICK)
def test_what_harms_nobody_stays_quick(tmp_path: Path, name: str) -> None:
    before, after = QUICK[name]
    changes = changed(tmp_path, lambda _: after, first=before)
    assert [f"{each.subject.words}：{each.words}" for each in changes.adverse] == []
