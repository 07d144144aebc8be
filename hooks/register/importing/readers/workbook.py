"""Excel workbooks (.xlsx, .xlsm) → one table for each sheet, with values and not formulas."""

import re
import warnings
from collections.abc import Iterator
from io import BytesIO

import openpyxl
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from register.importing.paper import Paper
from register.importing.readers.archive import Archive, parsed_xml
from register.importing.readers.number_text import text_of
from register.importing.readers.sheet_grid import Area, Place, Sheet, sheet_table
from register.importing.readers.unreadable import MOST_CELLS, too_many_cells

NOT_COMPUTED = "（公式，文件里没有算出的值）"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:$]+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")


def read_workbook(name: str, content: bytes, archive: Archive) -> Paper:
    """Read a workbook."""
    has_formulas = _looked_through(archive)
    values = _opened(content, data_only=True)
    formulas = _opened(content, data_only=False) if has_formulas else values
    sheets = [
        _sheet(sheet, formulas[sheet.title] if has_formulas else sheet)
        for sheet in values.worksheets
    ]
    tables = [table for sheet in sheets if (table := sheet_table(sheet)).rows]
    return Paper(name, tables, list(_remarks(values, sheets)))


def _looked_through(archive: Archive) -> bool:
    """Look at the sheets before openpyxl does, and return whether any holds a formula.

    openpyxl makes each cell of a merged area, so that one area over a whole sheet never ends.
    """
    has_formulas = False
    for path in archive.names:
        if path.endswith((".xml", ".rels")):
            part = archive.part(path)
            if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
                parsed_xml(part)
            if _SHEETS.fullmatch(path):
                has_formulas = has_formulas or bool(_FORMULA.search(part))
                _see_merged(part)
    return has_formulas


def _see_merged(part: bytes) -> None:
    left = MOST_CELLS
    for ref in _MERGED.findall(part):
        first, top, last, bottom = range_boundaries(ref.decode("ascii"))
        left -= ((last or 0) - (first or 0) + 1) * ((bottom or 0) - (top or 0) + 1)
        if left < 0:
            raise too_many_cells()


def _opened(content: bytes, *, data_only: bool) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of features that do not bear on the cells
        return openpyxl.load_workbook(BytesIO(content), data_only=data_only)


def _sheet(values: Worksheet, formulas: Worksheet) -> Sheet:
    return Sheet(
        name=values.title,
        texts=dict(_texts(values, formulas)),
        merged=[
            Area(one.min_row, one.min_col, one.max_row, one.max_col)
            for one in values.merged_cells.ranges
        ],
        hidden=values.sheet_state != "visible",
        hidden_rows=frozenset(
            number for number, row in values.row_dimensions.items() if row.hidden
        ),
        hidden_columns=list(_hidden_columns(values)),
    )


def _texts(values: Worksheet, formulas: Worksheet) -> Iterator[tuple[Place, str]]:
    for place, cell in values._cells.items():  # noqa: SLF001 - iter_rows makes every void cell
        if isinstance(cell, MergedCell):
            continue
        if cell.value is not None:
            yield place, text_of(cell.value, cell.number_format)
        elif formulas is not values:
            other = formulas._cells.get(place)  # noqa: SLF001 - the same
            if other is not None and other.data_type == "f":
                yield place, NOT_COMPUTED


def _hidden_columns(sheet: Worksheet) -> Iterator[str]:
    for letter, column in sorted(
        sheet.column_dimensions.items(), key=lambda item: item[1].min or 0
    ):
        if column.hidden:
            last = get_column_letter(column.max) if column.max else letter
            yield letter if last == letter else f"{letter}:{last}"


def _remarks(workbook: openpyxl.Workbook, sheets: list[Sheet]) -> Iterator[str]:
    hidden = [
        sheet for sheet in sheets if sheet.hidden or sheet.hidden_rows or sheet.hidden_columns
    ]
    for sheet in hidden:
        yield f"工作表“{sheet.name}”有隐藏的内容，也读了。"
    missing = sum(text == NOT_COMPUTED for sheet in sheets for text in sheet.texts.values())
    if missing:
        yield (
            f"有 {missing} 格是公式，文件里没有算出的值。请用 Excel 或 WPS 打开，保存一次再导入。"
        )
    if workbook.chartsheets:
        yield "图表没有读。"
