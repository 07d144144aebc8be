"""OpenDocument spreadsheets (.ods) → one table for each sheet, as the cells are shown.

Not by calamine, which gives no merged areas and makes every repeated row of a sheet.
"""

from collections.abc import Iterator
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from register.importing.paper import Paper
from register.importing.readers.archive import Archive, Element, damaged, locked
from register.importing.readers.sheet_grid import Area, Place, Sheet, sheet_table
from register.importing.readers.unreadable import MOST_CELLS, too_many_cells
from register.importing.readers.word_text import attribute, blocks_in, child, local

_HIDDEN = frozenset({"collapse", "filter"})
_GROUPS = frozenset({"table-row-group", "table-header-rows", "table-rows"})
_COLUMN_GROUPS = frozenset({"table-column-group", "table-header-columns", "table-columns"})
_MOST_ROWS = 1 << 20


def read_open_sheet(name: str, archive: Archive) -> Paper:
    """Read a spreadsheet."""
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.part(manifest):
        raise locked()
    root = archive.xml("content.xml")
    unseen = set(_unseen_styles(root))
    body = child(root, "body", "spreadsheet")
    if body is None:
        raise damaged()
    tables = [one for one in body if local(one) == "table"]
    sheets = [_sheet(one, hidden=attribute(one, "style-name") in unseen) for one in tables]
    hidden = [one for one in sheets if one.hidden or one.hidden_rows or one.hidden_columns]
    return Paper(
        name,
        [table for sheet in sheets if (table := sheet_table(sheet)).rows],
        [f"工作表“{one.name}”有隐藏的内容，也读了。" for one in hidden],
    )


def _unseen_styles(root: Element) -> Iterator[str]:
    styles = child(root, "automatic-styles")
    for style in styles if styles is not None else ():
        properties = child(style, "table-properties")
        if properties is not None and attribute(properties, "display") == "false":
            yield attribute(style, "name") or ""


class _Found(NamedTuple):
    texts: dict[Place, str]
    merged: list[Area]


def _sheet(table: Element, *, hidden: bool) -> Sheet:
    found = _Found({}, [])
    hidden_rows: set[int] = set()
    at = 1
    for row in _in_groups(table, _GROUPS, "table-row"):
        again = _repeated(row, "number-rows-repeated")
        cells = list(_cells(row))
        for number in range(at, at + (again if any(text for _, text, _ in cells) else 0)):
            _set(found, number, cells)
            if attribute(row, "visibility") in _HIDDEN:
                hidden_rows.add(number)
        at = min(at + again, _MOST_ROWS)
    return Sheet(
        attribute(table, "name") or "",
        found.texts,
        found.merged,
        hidden=hidden,
        hidden_rows=frozenset(hidden_rows),
        hidden_columns=list(_hidden_columns(table)),
    )


def _set(found: _Found, row: int, cells: list[tuple[int, str, tuple[int, int]]]) -> None:
    for column, text, (across, down) in cells:
        found.texts[row, column] = text
        if across > 1 or down > 1:
            found.merged.append(Area(row, column, row + down - 1, column + across - 1))
    if len(found.texts) > MOST_CELLS:
        raise too_many_cells()


def _cells(row: Element) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """Each cell with text: its column, its text, how many columns and rows it spans."""
    column = 1
    for cell in row:
        if local(cell) not in {"table-cell", "covered-table-cell"}:
            continue
        again = _repeated(cell, "number-columns-repeated")
        text = _text(cell) if local(cell) == "table-cell" else ""
        spans = (_repeated(cell, "number-columns-spanned"), _repeated(cell, "number-rows-spanned"))
        for number in range(column, column + (again if text else 0)):
            yield number, text, spans
        column += again


def _text(cell: Element) -> str:
    moment = attribute(cell, "date-value")
    if moment:
        return moment.removesuffix("T00:00:00").replace("T", " ")
    shown = "\n".join(_paragraph(one) for one in cell if local(one) == "p")
    return shown or attribute(cell, "value") or ""


def _paragraph(parent: Element) -> str:
    text = parent.text or ""
    for one in parent:
        match local(one):
            case "s":
                text += " " * _repeated(one, "c")
            case "tab":
                text += "\t"
            case "line-break":
                text += "\n"
            case "annotation":
                pass
            case _:
                text += _paragraph(one)
        text += one.tail or ""
    return text


def _hidden_columns(table: Element) -> Iterator[str]:
    at = 1
    for column in _in_groups(table, _COLUMN_GROUPS, "table-column"):
        last = at + _repeated(column, "number-columns-repeated") - 1
        if attribute(column, "visibility") in _HIDDEN:
            first = get_column_letter(at)
            yield first if last == at else f"{first}:{get_column_letter(last)}"
        at = last + 1


def _in_groups(parent: Element, groups: frozenset[str], name: str) -> Iterator[Element]:
    for one in blocks_in(parent):
        if local(one) == name:
            yield one
        elif local(one) in groups:
            yield from _in_groups(one, groups, name)


def _repeated(element: Element, name: str) -> int:
    text = attribute(element, name) or "1"
    return max(1, min(int(text), _MOST_ROWS)) if text.isascii() and text.isdecimal() else 1
