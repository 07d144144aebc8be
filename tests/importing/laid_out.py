"""Score sheets as they stand on the web, laid out again in columns, as Word and Excel hold them."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

import docx
import openpyxl

from register.importing.paper import Line, Table
from register.importing.readers.read import read_paper

COLUMNS = 6
POINTS = 3  # after 大项, 中项, 小项; then 方法, 结果
ABOVE = None
"""Stands for a cell that goes on from above."""

Cells = list[str | None]


class Page(NamedTuple):
    """A title, and the rows under it without their head."""

    title: str
    rows: list[Cells]


def pages_of(text: str) -> list[Page]:
    paper = read_paper("sheets.txt", text.encode())
    pages: list[Page] = []
    titles: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Line):
            titles.append(block.text)
            continue
        title = "\n".join(one for one in titles if not one.startswith("附件"))
        pages.append(Page(title, rows_of(block)))
        titles = []
    return pages


def rows_of(table: Table) -> list[Cells]:
    rows: list[Cells] = []
    for row in table.rows[2:]:
        texts = [cell.text for cell in row.cells]
        while texts and not texts[-1]:
            texts.pop()
        at = next((i for i, one in enumerate(texts) if re.fullmatch(r"\s*\d+\s*", one)), None)
        if at == 0:  # points that slipped, and what stood behind them
            rows[-1][POINTS:] = ["", "", ""]
            rows.append([ABOVE, ABOVE, "", *texts])
        elif at is None and len(texts) == 1:
            rows.append([ABOVE, ABOVE, *texts, ABOVE, ABOVE, ABOVE])
        else:
            names = texts[: 1 if at is None else at]
            behind: Cells = list(texts[len(names) :])
            if len(behind) == len(["2", "\n"]):
                behind.insert(1, ABOVE)
            filled = [*[ABOVE] * (POINTS - len(names)), *names, *behind]
            rows.append([*filled, *[ABOVE] * (COLUMNS - len(filled))])
    return rows


HEAD: tuple[Cells, Cells] = (
    ["评估内容", ABOVE, ABOVE, "评估分值", "评估方法", "评估结果"],
    ["大项", "中项", "小项", ABOVE, ABOVE, ABOVE],
)
HEAD_MERGED = ((0, 0, 0, 2), (0, 3, 1, 3), (0, 4, 1, 4), (0, 5, 1, 5))


def merged_areas(rows: Sequence[Cells]) -> list[tuple[int, int, int, int]]:
    """Top, left, bottom, right of each run of cells that go on from above."""
    areas = []
    for column in range(COLUMNS):
        top = 0
        for at in range(1, len(rows) + 1):
            if at == len(rows) or rows[at][column] is not ABOVE:
                if at - top > 1:
                    areas.append((top, column, at - 1, column))
                top = at
    return areas


def as_docx(pages: Sequence[Page]) -> bytes:
    document = docx.Document()
    for page in pages:
        rows: list[Cells] = [*HEAD, *page.rows]
        for line in page.title.split("\n"):
            document.add_paragraph(line)
        table = document.add_table(len(rows), COLUMNS)
        grid = [list(row.cells) for row in table.rows]  # table.cell() reads the whole table
        for cells, texts in zip(grid, rows, strict=True):
            for cell, text in zip(cells, texts, strict=True):
                if text:
                    cell.text = text
        lower = ((t + 2, a, b + 2, c) for t, a, b, c in merged_areas(page.rows))
        for top, left, bottom, right in (*HEAD_MERGED, *lower):
            grid[top][left].merge(grid[bottom][right])
    return _bytes(document)


def as_xlsx(pages: Sequence[Page]) -> bytes:
    book = openpyxl.Workbook()
    for number, page in enumerate(pages, start=1):
        sheet = book.create_sheet(f"第{number}页")
        sheet.append([page.title.replace("\n", "")])
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=COLUMNS)
        rows: list[Cells] = [*HEAD, *page.rows]
        for row in rows:
            sheet.append([int(t) if t and t.strip().isdecimal() else t for t in row])
        lower = ((t + 2, a, b + 2, c) for t, a, b, c in merged_areas(page.rows))
        for top, left, bottom, right in (*HEAD_MERGED, *lower):
            sheet.merge_cells(
                start_row=top + 2, start_column=left + 1, end_row=bottom + 2, end_column=right + 1
            )
    del book["Sheet"]
    return _bytes(book)


def _bytes(document: "docx.document.Document | openpyxl.Workbook") -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
