"""The two score sheets of Henan 2011: as found on the web, as Word and as Excel.

The fixture holds structure, numbers, points and broken rows as found; the words are our own.
"""

from pathlib import Path

import pytest
from tests.importing.laid_out import as_docx, as_xlsx, pages_of

from register.importing.account import Finding, Use
from register.importing.readers.read import read_paper
from register.importing.score_sheets.propose import ProposedSheets, propose_sheets
from register.reading import read
from register.records.score_sheet import Item, ScoreSheet

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "tests/fixtures/henan-2011-score-sheets.txt").read_text(encoding="utf-8")
PAGES = pages_of(TEXT)
FORMS = {
    "sheets.txt": TEXT.encode(),
    "sheets.docx": as_docx(PAGES),
    "sheets.xlsx": as_xlsx(PAGES),
}


@pytest.fixture(scope="module")
def committed() -> tuple[ScoreSheet, ...]:
    data, _problems = read(ROOT / "tests/gansu_register")
    return data.scheme["henan-pinggu"].record.sheets


@pytest.fixture(scope="module", params=FORMS)
def proposed(request: pytest.FixtureRequest) -> ProposedSheets:
    return propose_sheets(read_paper(request.param, FORMS[request.param]))


def items(sheets: tuple[ScoreSheet, ...]) -> list[Item]:
    return [item for sheet in sheets for heading in sheet.headings for item in heading.items]


def test_headings_numbers_names_and_points_are_those_of_the_scheme(
    proposed: ProposedSheets, committed: tuple[ScoreSheet, ...]
) -> None:
    def outline(sheets: tuple[ScoreSheet, ...]) -> list[object]:
        return [
            (sheet.name, sheet.points, [(h.number, h.name, h.points) for h in sheet.headings])
            for sheet in sheets
        ]

    assert outline(tuple(proposed.sheets)) == outline(committed)


def test_items_are_those_of_the_scheme(
    proposed: ProposedSheets, committed: tuple[ScoreSheet, ...]
) -> None:
    def facts(item: Item) -> tuple[object, ...]:
        label = item.covers[0] if item.covers else item.label
        return item.id, item.number, item.topic, label, item.points, len(item.covers)

    ours = items(tuple(proposed.sheets))
    assert list(map(facts, ours)) == list(map(facts, items(committed)))
    assert len(ours) == 61 + 52


def test_ways_are_those_of_the_scheme(
    proposed: ProposedSheets, committed: tuple[ScoreSheet, ...]
) -> None:
    def way(item: Item) -> tuple[object, ...]:
        levels = [(one.points, one.least, one.most, one.above, one.below) for one in item.levels]
        return item.id, item.way, item.deduct, item.deduct_to, levels, item.unit

    assert list(map(way, items(tuple(proposed.sheets)))) == list(map(way, items(committed)))


def test_notes_tell_of_what_is_broken_or_numbered_twice(proposed: ProposedSheets) -> None:
    noted = [(item.id, item.note) for item in items(tuple(proposed.sheets)) if item.note]
    before = "原表列在“会前备好的材料”下，没有编号"
    after = "原表列在“会后写明的内容”下，没有编号"
    assert noted == [
        ("2-1-4", "原表这一行断成两行"),
        ("3-4-1", "原表这一行断成两行"),
        ("6-7-1", "原表两次用了 6.2，这是第二次，本站编号用 6-7"),
        ("6-7-2", "原表两次用了 6.2，这是第二次，本站编号用 6-7"),
        ("3-1-3", "原表的分值错到了下一行"),
        *[(f"5-3-{at}", before) for at in range(2, 8)],
        *[(f"5-3-{at}", after) for at in range(8, 11)],
    ]


def test_the_three_broken_rows_and_the_doubled_number_are_found() -> None:
    found = propose_sheets(read_paper("sheets.txt", TEXT.encode())).findings
    assert [one for one in found if one.what not in {"给分办法待核", "小项待改写"}] == [
        Finding("第 28–30 行", "断行", "“收费标准和管理办法”这一行断成了两行，已接回。"),
        Finding("第 60–62 行", "断行", "“实操结果存满一年”这一行断成了两行，已接回。"),
        Finding(
            "第 95–96 行",
            "编号重复",
            "中项“考生资格复核”的编号 6.2 前面用过；本站编号另取没有用过的。",
        ),
        Finding("第 213 行", "分值错行", "“办公场地安全设备完整”的分值错到了下一行，已并为一行。"),
    ]


def test_the_same_is_found_in_every_form(proposed: ProposedSheets) -> None:
    kinds = [one.what for one in proposed.findings]
    assert kinds == ["断行", "断行", "编号重复", "分值错行", *["给分办法待核", "小项待改写"] * 2]


@pytest.mark.parametrize("name", FORMS)
def test_every_line_and_row_is_accounted_for(name: str) -> None:
    paper = read_paper(name, FORMS[name])
    account = propose_sheets(paper).account
    assert [one.where for one in account] == [piece.where for piece in paper.pieces()]
    assert sum(one.why == "小项" for one in account) == 113
    assert [one for one in account if one.use is Use.LEFT] == []
