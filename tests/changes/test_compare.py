"""What a leader is told of a change, and what of it wants a second person."""

from datetime import date
from pathlib import Path

import msgspec
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
    register_of,
)

from register.changes import Changes, compare
from register.changes.text import as_text
from register.edition import open_edition

ROOT = Path(__file__).parents[2]
FIRST = "示例省第一国家职业技能鉴定所"
SECOND = "示例省第二国家职业技能鉴定所"
THIRD = "示例省第三国家职业技能鉴定所"
FOURTH = "示例省第四国家职业技能鉴定所"
NOT_ADVERSE = "没有对任何单位不利的改动，不需要第二人批准。"
STILL_OPEN = f"""
还缺：期限已过、没有收录到结果（原来就有）（1）
  示例〔2023〕1号：不合格的1个鉴定所完成整改，2023-06-30到期：未见验收结果

还缺：没有在案结论的鉴定所（原来就有）（1）
  {FOURTH}：没有在案结论
"""


def of_old(old: str, new: str) -> Files:
    """The files with one passage of the document on file replaced."""
    assert old in FILES[OLD]
    return FILES | {OLD: FILES[OLD].replace(old, new)}


def adverse(changes: Changes) -> list[tuple[str, str, str]]:
    return [(each.kind, each.subject.words, each.words) for each in changes.adverse]


def test_nothing_changed_says_so(tmp_path: Path) -> None:
    assert as_text(changed(tmp_path, lambda files: files)) == "数据一字未变。\n"


def test_only_a_comment_changed_says_so(tmp_path: Path) -> None:
    changes = changed(tmp_path, lambda files: files | {OLD: f"# 核对过\n{files[OLD]}"})
    assert as_text(changes) == "改动不影响任何内容（只动了格式或注释）。\n"


def test_a_long_detail_tells_its_first_lines_unless_all_are_asked_for(tmp_path: Path) -> None:
    more = {
        f"stations/yuan/yuan-{n}.yml": FILES["stations/yuan/yuan-1.yml"]
        .replace("yuan-1", f"yuan-{n}")
        .replace("第一", f"第{n}")
        .replace("ordinal: 1", f"ordinal: {n}")
        for n in range(11, 21)
    }
    changes = changed(tmp_path, lambda files: files | more)
    short, whole = as_text(changes), as_text(changes, whole=True)
    assert "新增鉴定所（10）" in short
    assert "  …另有 2 项，加 --all 全部列出" in short
    assert "另有" not in whole
    assert all(f"第{n}国家" in whole for n in range(11, 21))


def test_a_new_document_moves_stations(tmp_path: Path) -> None:
    text = next_notice(
        ROUND, decided("撤销", 3), decided("不合格", 1), decided("合格", 2), decided("优秀", 4)
    )
    assert as_text(changed(tmp_path, lambda files: files | {NEXT: text})) == (
        f"""有2处改动可能对2个单位不利，须由第二人批准。
状态变化：转差2个，首次有结论1个，状态不变，年度或文件更新1个。
新增：文件1个。

！须由第二人批准（2）
  {FIRST}：2023年度限期整改（不合格）（示例〔2024〕1号）
  {THIRD}：2023年度撤销（示例〔2024〕1号）

转差（2）
  {FIRST}：2022年度合格，此后无在案结论 → 2023年度限期整改，等次原文“不合格”（依据示例〔2024〕1号）
  {THIRD}：整改期已满，未见验收结果 → 2024年3月1日撤销，等次原文“撤销”（依据示例〔2024〕1号）

首次有结论（1）
  {FOURTH}：无在案结论 → 2023年度优秀，等次原文“优秀”（依据示例〔2024〕1号）

状态不变，年度或文件更新（1）
  {SECOND}：2022年度合格，此后无在案结论 → 2023年度合格，等次原文“合格”（依据示例〔2024〕1号）

各状态个数（4）
  优秀：0 → 1（+1）
  合格：2 → 1（-1）
  撤销：0 → 1（+1）
  没有在案结论：1 → 0（-1）

新增文件（1）
  示例〔2024〕1号
"""
    )


def test_an_acceptance_is_quick(tmp_path: Path) -> None:
    text = next_notice("acts:\n  - {act: accept, stations: [yuan-3]}\n")
    changes = changed(tmp_path, lambda files: files | {NEXT: text})
    assert adverse(changes) == []
    said = as_text(changes)
    assert said.startswith(f"{NOT_ADVERSE}\n状态变化：转好1个。\n新增：文件1个。\n")
    assert "等次原文" not in said  # an act has no grade


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("grade: 合格", "grade: 优秀", [(FIRST, "2022年度合格", "2022年度优秀")]),
        (
            "          yuan-2: 示例省第二国家职业技能鉴定所(甲学校承建)\n",
            "",
            [(SECOND, "2022年度合格", "")],
        ),
        (
            "2023-06-30",
            "2023-07-30",
            [
                (
                    THIRD,
                    "2022年度限期整改（不合格），期限2023-06-30",
                    "2022年度限期整改（不合格），期限2023-07-30",
                )
            ],
        ),
    ],
)
def test_a_decision_that_changes_without_a_document_is_shouted(
    tmp_path: Path, old: str, new: str, wanted: list[tuple[str, str, str]]
) -> None:
    changes = changed(tmp_path, lambda _: of_old(old, new))
    found = [(e.subject.words, e.before, e.after) for e in changes.undocumented]
    assert found[: len(wanted)] == wanted
    assert {a.kind for a in changes.adverse} == {"altered"}
    without = len(changes.undocumented)
    said = f"注意：有{without}处结论变了，却没有新文件，其中{without}处也没有更正说明。\n"
    assert said in as_text(changes)


def test_a_correction_of_ours_explains_itself(tmp_path: Path) -> None:
    entry = "corrections:\n  - {on: 2024-01-01, was: 优秀, now: 合格, because: 录错}\n"
    changes = changed(
        tmp_path, lambda _: {**of_old("grade: 合格", "grade: 优秀")} | {}, first=FILES
    )
    assert not any(each.explained for each in changes.undocumented)
    mended = changed(
        tmp_path / "2",
        lambda _: FILES | {OLD: FILES[OLD].replace("grade: 合格", "grade: 优秀") + entry},
    )
    assert all(each.explained for each in mended.undocumented)
    assert (
        "\n本站更正（不是新结论）（1）\n  示例〔2023〕1号：原来写“优秀”，现在写“合格”；录错\n"
        in as_text(mended)
    )


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (
            ("2023-06-30", "2023-05-30"),
            [
                (
                    "altered",
                    (
                        "2022年度限期整改（不合格），期限2023-06-30，"
                        "改为2022年度限期整改（不合格），期限2023-05-30"
                    ),
                ),
                ("term", "2022年度限期整改（不合格）：整改期限提前到2023-05-30"),
            ],
        ),
        (
            ("第三国家职业技能鉴定所(甲学校承建)", "第三国家职业技能鉴定所（甲学校承建）"),
            [("wording", "照录的一行改了：示例省第三国家职业技能鉴定所（甲学校承建）")],
        ),
        (
            ("        rectify:\n", "        grounds: 弄虚作假\n        rectify:\n"),
            [("wording", "理由：没有，改为弄虚作假")],
        ),
    ],
)
def test_harder_words_or_terms_for_the_black_list_want_a_second_person(
    tmp_path: Path, change: tuple[str, str], wanted: list[tuple[str, str]]
) -> None:
    changes = changed(tmp_path, lambda _: of_old(*change))
    assert adverse(changes) == [(kind, THIRD, said) for kind, said in wanted]


def test_other_words_about_the_others_are_quick(tmp_path: Path) -> None:
    changes = changed(tmp_path, lambda _: of_old(f"{FIRST}(甲学校承建)", f"{FIRST}（甲学校承建）"))
    assert as_text(changes) == (
        f"{NOT_ADVERSE}\n\n照录文字改了（1）\n  {FIRST}：“{FIRST}(甲学校承建)” → "
        f"“{FIRST}（甲学校承建）”（示例〔2023〕1号；没有更正说明）\n{STILL_OPEN}"
    )


def test_withdrawing_the_favourable_wants_a_second_person_and_of_the_adverse_not(
    tmp_path: Path,
) -> None:
    text = next_notice("amends:\n  - {notice: yuan-2023-1, how: withdraws}\n")
    changes = changed(tmp_path, lambda files: files | {NEXT: text})
    assert adverse(changes) == [
        ("ended", FIRST, "2022年度合格，所在文件被撤回或代替"),
        ("ended", SECOND, "2022年度合格，所在文件被撤回或代替"),
    ]
    assert [m.direction.value for m in changes.moves] == ["gone"] * 3


def test_taking_a_decision_from_publication_wants_a_second_person(tmp_path: Path) -> None:
    more = "grade: 合格\n        publication: {basis: 条例, withdrawn: 2024-06-01}\n"
    changes = changed(tmp_path, lambda _: of_old("grade: 合格\n", more))
    assert adverse(changes) == [
        ("altered", FIRST, "2022年度合格，不再公开"),
        ("altered", SECOND, "2022年度合格，不再公开"),
    ]
    assert FIRST not in "".join(fact.before + fact.after for fact in changes.facts)


def test_who_is_on_the_black_list_keeps_name_and_host(tmp_path: Path) -> None:
    path = "stations/yuan/yuan-3.yml"
    more = f"{FILES[path]}  - {{host: yi, source: yuan-2023-1}}\n"
    changes = changed(tmp_path, lambda files: files | {path: more})
    assert adverse(changes) == [("identity", THIRD, "在黑榜上，承建单位改了")]
    quick = "stations/yuan/yuan-1.yml"
    more = f"{FILES[quick]}  - {{host: yi, source: yuan-2023-1}}\n"
    other = changed(tmp_path / "2", lambda files: files | {quick: more})
    assert adverse(other) == []
    assert "\n承建单位变更（1）\n" in as_text(other)
    assert f"  {FIRST}：甲学校 → 甲学校、乙集团（示例〔2023〕1号）\n" in as_text(other)


def test_a_host_of_the_black_list_keeps_its_name(tmp_path: Path) -> None:
    path = "hosts/yuan/jia.yml"
    more = {path: f"{FILES[path]}  - {{name: 丙所, source: yuan-2023-1}}\n"}
    assert adverse(changed(tmp_path, lambda files: files | more)) == [
        ("identity", THIRD, "在黑榜上，承建单位的名称改为丙所")
    ]


@pytest.mark.parametrize(
    ("grade", "before", "after", "wanted"),
    [
        ("合格", "", "2025-01-01", ["公开期缩短"] * 2),
        ("合格", "2025-01-01", "", []),
        ("不合格", "2025-01-01", "2026-01-01", ["公开期延长"]),
        ("不合格", "2025-01-01", "", ["公开期延长"]),
        ("不合格", "", "2025-01-01", []),
    ],
)
def test_how_long_something_is_shown_may_harm(
    tmp_path: Path, grade: str, before: str, after: str, wanted: list[str]
) -> None:
    def shown(until: str) -> Files:
        more = f"        publication: {{basis: 条例, until: {until}}}\n" if until else ""
        return of_old(f"grade: {grade}\n", f"grade: {grade}\n{more}")

    changes = changed(tmp_path, lambda _: shown(after), first=shown(before))
    assert [said.split("：")[1] for _, _, said in adverse(changes)] == wanted


@pytest.mark.parametrize("folder", ["tests/sample_register", "data"])
def test_every_address_that_is_told_is_one_of_the_site(folder: str) -> None:
    register = open_edition(ROOT / folder, date(2026, 11, 22)).register
    assert register
    changes = compare(None, register)
    paths = {path for group in changes.pages or () for path in group.added}
    told = {added.record.path for added in changes.added} | {m.subject.path for m in changes.moves}
    assert told - paths == set()
    assert len(changes.added) > 50
    assert compare(register, register).nothing


def test_the_publisher_and_the_appeal_channel_want_a_second_person(tmp_path: Path) -> None:
    more = f"{FILES['site.yml']}appeal: 向示例省厅提出\n"
    changes = changed(tmp_path, lambda files: files | {"site.yml": more})
    assert adverse(changes) == [("site", "示例红黑榜", "异议途径：没有，改为向示例省厅提出")]


def test_an_exposure_by_name_wants_a_second_person(tmp_path: Path) -> None:
    text = next_notice("mentions:\n  - {kind: expose, for: 违规收费, stations: [yuan-1]}\n")
    changes = changed(tmp_path, lambda files: files | {NEXT: text})
    assert adverse(changes) == [("mention", FIRST, "点名曝光：违规收费")]


def test_what_a_document_decides_for_later_is_told(tmp_path: Path) -> None:
    text = next_notice(ROUND, decided("撤销", 1, more="        effective: 2025-01-01\n"))
    changes = changed(tmp_path, lambda files: files | {NEXT: text})
    assert [(c.subject.words, str(c.since)) for c in changes.coming] == [(FIRST, "2025-01-01")]
    assert adverse(changes) == [("decision", FIRST, "2023年度撤销")]
    assert f"  {FIRST}：2025年1月1日起2023年度撤销（示例〔2024〕1号）\n" in as_text(changes)


def test_totals_without_names_and_names_without_files_are_missing(tmp_path: Path) -> None:
    more = "        unmatched: [{printed: 某站}]\n        unnamed: 3\n"
    text = next_notice(ROUND, decided("不合格", 1, more=more))
    changes = changed(tmp_path, lambda files: files | {NEXT: text})
    new = [(m.kind, m.words, m.number) for m in changes.missing if m.new]
    assert new == [
        ("unnamed", "不合格3个只有总数，名单未公布", 3),
        ("unmatched", "某站：本站还没有档案", 1),
    ]
    assert ("decision", "某站", "不合格") in adverse(changes)


def test_without_a_base_everything_is_new(tmp_path: Path) -> None:
    head = register_of(tmp_path, FILES)
    changes = compare(None, head, base_errors=2, pages=False)
    assert as_text(changes).startswith(
        "改动之前的数据有2个错误，无法比较；下面把全部内容当作新增列出。\n"
        "有1处改动可能对1个单位不利，须由第二人批准。\n"
    )
    assert len(changes.added) == len(FILES) - 1


def test_pages_that_differ_are_named_by_part(tmp_path: Path) -> None:
    base = register_of(tmp_path / "base", FILES)
    path = "stations/yuan/yuan-1.yml"
    head = register_of(tmp_path / "head", FILES | {path: f"{FILES[path]}city: 某市\n"})
    groups = {group.part: group for group in compare(base, head).pages or ()}
    assert groups["鉴定所"].changed == ("stations/yuan-1/",)
    new = register_of(tmp_path / "new", FILES | {NEXT: next_notice(ROUND, decided("优秀", 4))})
    groups = {group.part: group for group in compare(base, new).pages or ()}
    assert groups["文件"].added == ("notices/yuan-2024-1/",)
    back = {group.part: group for group in compare(new, base).pages or ()}
    assert back["文件"].removed == ("notices/yuan-2024-1/",)
    assert compare(base, base).pages == ()


def test_json_has_the_shape_that_the_types_state(tmp_path: Path) -> None:
    text = next_notice(ROUND, decided("撤销", 3))
    changes = changed(tmp_path, lambda files: files | {NEXT: text})
    written = msgspec.json.encode(changes)
    assert msgspec.json.decode(written, type=Changes) == changes
    plain = msgspec.json.decode(written)
    assert sorted(plain) == sorted(Changes.__struct_fields__)
    assert plain["moves"][0]["direction"] == "worse"
    assert plain["moves"][0]["subject"] == {"words": THIRD, "path": "stations/yuan-3/"}


def test_two_days_cannot_be_compared(tmp_path: Path) -> None:
    base = register_of(tmp_path / "a", FILES)
    head = register_of(tmp_path / "b", FILES, base.today.replace(year=2023))
    with pytest.raises(ValueError, match="两边说的不是同一天：2024-12-01、2023-12-01"):
        compare(base, head)
