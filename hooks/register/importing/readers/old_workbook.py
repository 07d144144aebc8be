"""Old Excel workbooks (.xls, .et) → one table for each sheet."""

from io import BytesIO

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from register.importing.paper import Paper
from register.importing.readers.archive import damaged, locked
from register.importing.readers.number_text import text_of
from register.importing.readers.sheet_grid import Area, Sheet, sheet_table


def read_old_workbook(name: str, content: bytes) -> Paper:
    """Read a workbook."""
    try:
        sheets = _sheets(content)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # what calamine panics of is no Exception
        raise (locked() if "assword" in str(error) else damaged()) from error
    remarks = [f"工作表“{one.name}”是隐藏的，也读了。" for one in sheets if one.hidden]
    remarks.append("旧版 .xls 不显示哪些行列是隐藏的，百分数也会读成小数；请对照原件核对。")
    tables = [table for sheet in sheets if (table := sheet_table(sheet)).rows]
    return Paper(name, tables, remarks)


def _sheets(content: bytes) -> list[Sheet]:
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    return [
        _sheet(
            workbook.get_sheet_by_name(meta.name),
            hidden=meta.visible is not SheetVisibleEnum.Visible,
        )
        for meta in workbook.sheets_metadata
        if meta.typ is SheetTypeEnum.WorkSheet
    ]


def _sheet(sheet: CalamineSheet, *, hidden: bool) -> Sheet:
    top, left = sheet.start or (0, 0)
    texts = {
        (top + down + 1, left + across + 1): text
        for down, row in enumerate(sheet.to_python(skip_empty_area=True))
        for across, value in enumerate(row)
        if (text := text_of(value))
    }
    merged = [
        Area(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
        for first, last in sheet.merged_cell_ranges or ()
    ]
    return Sheet(sheet.name, texts, merged, hidden=hidden)
