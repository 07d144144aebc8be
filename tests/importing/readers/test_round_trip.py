"""Tables written to Word, Excel, web pages and tabs are read back as the same grid."""

from html import escape
from io import BytesIO
from itertools import product

import docx
import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from register.importing.paper import Paper, Table
from register.importing.readers.read import read_paper
from register.importing.readers.unreadable import UnreadableError

CHARACTERS = st.sampled_from("甲乙所站〇○0123aB｜|\"'<&>;，（）〔〕【】.·—😀𠮷\u3000")
TEXTS = st.text(CHARACTERS, max_size=6).map(lambda text: text.strip("\u3000"))
LINES = st.lists(TEXTS.filter(bool), min_size=1, max_size=3).map("\n".join)
Grid = list[list[tuple[str, bool]]]
"""Of each cell its text, and whether a merged one covers it that begins elsewhere."""
Areas = list[tuple[int, int, int, int]]


@st.composite
def tables(draw: st.DrawFn) -> tuple[Grid, Areas]:
    """A table with text in each cell and merged areas that do not overlap."""
    height, width = draw(st.integers(2, 5)), draw(st.integers(2, 5))
    cells = [[(draw(LINES), False) for _ in range(width)] for _ in range(height)]
    areas: Areas = []
    taken: set[tuple[int, int]] = set()
    for _ in range(draw(st.integers(0, 3))):
        top, left = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
        bottom, right = draw(st.integers(top, height - 1)), draw(st.integers(left, width - 1))
        places = set(product(range(top, bottom + 1), range(left, right + 1)))
        # A row or column that holds no cell of its own is none.
        if len(places) > 1 and not places & taken and bottom - top < 2 and right - left < 2:
            taken |= places
            areas.append((top, left, bottom, right))
            for row, column in places - {(top, left)}:
                cells[row][column] = (cells[top][left][0], True)
    return cells, areas


def grid_of(paper: Paper) -> Grid:
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    return [[(cell.text, cell.merged) for cell in row.cells] for row in table.rows]


def saved(document: "docx.document.Document | openpyxl.Workbook") -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(tables())
def test_word(table: tuple[Grid, Areas]) -> None:
    grid, areas = table
    document = docx.Document()
    written = document.add_table(len(grid), len(grid[0]))
    cells = [list(row.cells) for row in written.rows]
    for row, column in product(range(len(grid)), range(len(grid[0]))):
        if not grid[row][column][1]:
            cells[row][column].text = grid[row][column][0]
    for top, left, bottom, right in areas:
        cells[top][left].merge(cells[bottom][right])
    assert grid_of(read_paper("a.docx", saved(document))) == grid


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(tables())
def test_excel(table: tuple[Grid, Areas]) -> None:
    grid, areas = table
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row, column in product(range(len(grid)), range(len(grid[0]))):
        text, covered = grid[row][column]
        if not covered:
            sheet.cell(row + 1, column + 1, text)
    for top, left, bottom, right in areas:
        sheet.merge_cells(
            start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
        )
    assert grid_of(read_paper("a.xlsx", saved(book))) == grid


@settings(max_examples=100)
@given(tables(), st.sampled_from(["utf-8", "gb18030"]))
def test_web(table: tuple[Grid, Areas], encoding: str) -> None:
    grid, areas = table
    spans = {(top, left): (b - top + 1, r - left + 1) for top, left, b, r in areas}
    html = f"<meta charset='{encoding}'><p>前</p><table>"
    for row, cells in enumerate(grid):
        html += "<tr>"
        for column, (text, covered) in enumerate(cells):
            if not covered:
                down, across = spans.get((row, column), (1, 1))
                lines = "<br>".join(map(escape, text.split("\n")))
                html += f"<td rowspan={down} colspan={across}>\n {lines}</td>"
    assert grid_of(read_paper("a.html", (html + "</table>").encode(encoding))) == grid


@settings(max_examples=100)
@given(tables())
def test_pasted(table: tuple[Grid, Areas]) -> None:
    """As spreadsheets give cells to the clipboard: quoted where they hold a break or a quote."""
    grid = [[(text, False) for text, _ in row] for row in table[0]]

    def quoted(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if "\n" in text or '"' in text else text

    lines = ("\t".join(quoted(text) for text, _ in row) for row in grid)
    assert grid_of(read_paper("", "\n".join(lines).encode())) == grid


def refusal(name: str, content: bytes) -> str:
    """Why a file is refused; one that is read has something in it, and any other error is ours."""
    try:
        paper = read_paper(name, content)
    except UnreadableError as error:
        return str(error)
    return "读了。" if any(True for _ in paper.pieces()) else "空的"


PREFIXES = (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html><table>", b"%PDF")


@settings(max_examples=300)
@given(
    st.sampled_from(["", "a.docx", "a.xls", "a.html", "a.ods", "a.txt", "a"]),
    st.sampled_from(PREFIXES),
    st.binary(max_size=200),
)
def test_random_bytes_are_read_or_refused_in_a_sentence(
    name: str, prefix: bytes, rest: bytes
) -> None:
    assert refusal(name, prefix + rest).endswith("。")


WORD = docx.Document()
WORD.add_table(2, 2).cell(0, 0).text = "甲"
BOOK = openpyxl.Workbook()
BOOK.worksheets[0].append(["甲", 1])
WHOLE = {"a.docx": saved(WORD), "a.xlsx": saved(BOOK)}


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_damaged_files_are_read_or_refused(name: str, data: st.DataObject) -> None:
    content = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for damaged in (bytes(content), bytes(content[:cut])):
        assert refusal(name, damaged).endswith("。")
