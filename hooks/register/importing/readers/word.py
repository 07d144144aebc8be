"""Word files (.docx, .docm) → what stands in them, in their own order.

Also what python-docx passes over: text boxes, headers and footers, footnotes, content controls,
insertions, automatic numbers. A nested table follows the table that holds it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from register.importing.paper import Cell, Line, Paper, Row, Table
from register.importing.readers.archive import Archive, Element, damaged
from register.importing.readers.grid import BLANK
from register.importing.readers.unreadable import MOST_CELLS, too_many_cells
from register.importing.readers.word_numbering import Numbering
from register.importing.readers.word_text import (
    attribute,
    blocks_in,
    child,
    local,
    paragraph_text,
)

_NOTES = (("footnotes", "脚注"), ("endnotes", "尾注"))
_REVISED = frozenset({"ins", "del", "moveFrom", "moveTo"})
_WIDEST = 1000


def read_word(name: str, archive: Archive) -> Paper:
    """Read a Word file."""
    documents = archive.related("").get("officeDocument")
    if not documents:
        raise damaged()
    related = archive.related(documents[0])
    root = archive.xml(documents[0])
    reader = _Reader(Numbering(archive, related))
    reader.margins([archive.xml(path) for path in related.get("header", ())], "页眉")
    for body in root:
        reader.body(body)
    reader.margins([archive.xml(path) for path in related.get("footer", ())], "页脚")
    for kind, title in _NOTES:
        for path in related.get(kind, ()):
            reader.notes(archive.xml(path), title)
    return Paper(name, reader.blocks, list(_remarks(root, related)))


def _remarks(root: Element, related: dict[str, list[str]]) -> Iterator[str]:
    if any(local(element) in _REVISED for element in root.iter()):
        yield "文件里留有修订：插入的文字算数，删去的不算。"
    if any(local(element) == "altChunk" for element in root.iter()):
        yield "文件里嵌着另一份文件，其中的内容没有读。请在 Word 里打开，另存一份再导入。"
    if "comments" in related:
        yield "文件里的批注没有读。"


class _CellText(NamedTuple):
    text: str
    nested: list[Element]
    boxes: list[Element]


class _Reader:
    def __init__(self, numbering: Numbering) -> None:
        self.blocks: list[Line | Table] = []
        self._numbering = numbering
        self._paragraphs = 0
        self._tables = 0

    def body(self, parent: Element) -> None:
        for block in blocks_in(parent):
            if local(block) == "p":
                self._paragraph(block)
            elif local(block) == "tbl":
                self._tables += 1
                self._table(block, f"表 {self._tables}")

    def _paragraph(self, paragraph: Element) -> None:
        found = paragraph_text(paragraph)
        text = self._numbered(paragraph, found.text)
        if text.strip() or found.hidden.strip():
            self._paragraphs += 1
        where = f"第 {self._paragraphs} 段"
        self._lines(text, where)
        self._lines(found.hidden, f"{where}（隐藏的文字）")
        self._boxes(found.boxes, f"{where or '开头'}旁的文本框")

    def _numbered(self, paragraph: Element, text: str) -> str:
        return self._numbering.before(paragraph, has_text=bool(text.strip())) + text

    def _lines(self, text: str, where: str) -> None:
        lines = text.split("\n")
        for number, line in enumerate(lines, start=1):
            if line.strip():
                self.blocks.append(
                    Line(f"{where}第 {number} 行" if len(lines) > 1 else where, line)
                )

    def _boxes(self, boxes: Sequence[Element], where: str) -> None:
        for box in boxes:
            self._apart(box, where)

    def _apart(self, parent: Element, where: str) -> None:
        """Read what stands outside of the body, all under the name of one place."""
        for block in blocks_in(parent):
            if local(block) == "p":
                found = paragraph_text(block)
                self._lines(self._numbered(block, found.text + found.hidden), where)
                self._boxes(found.boxes, where)
            elif local(block) == "tbl":
                self._table(block, f"{where}里的表")

    def margins(self, roots: Sequence[Element], where: str) -> None:
        """Read headers or footers; the same text on several kinds of page counts once."""
        seen: set[str] = set()
        for root in roots:
            text = "".join(str(piece) for piece in root.itertext())
            if text not in seen:
                seen.add(text)
                self._apart(root, where)

    def notes(self, root: Element, title: str) -> None:
        real = [note for note in root if attribute(note, "type") in {None, "normal"}]
        for number, note in enumerate(real, start=1):
            self._apart(note, f"{title} {number}")

    def _table(self, table: Element, where: str) -> None:
        rows = [row for row in blocks_in(table) if local(row) == "tr" and not _is_deleted(row)]
        beside: list[tuple[str, _CellText]] = []
        grid: list[list[Cell]] = []
        for number, row in enumerate(rows, start=1):
            place = f"{where} 第 {number} 行"
            grid.append(self._row(row, grid[-1] if grid else [], place, beside))
        width = max((len(row) for row in grid), default=0)
        if width * len(grid) > MOST_CELLS:
            raise too_many_cells()
        wheres = (f"{where} 第 {number} 行" for number in range(1, len(grid) + 1))
        filled = (row + [BLANK] * (width - len(row)) for row in grid)
        read = Table(where, [Row(*pair) for pair in zip(wheres, filled, strict=True)])
        if any(cell.text.strip() for row in read.rows for cell in row.cells):
            self.blocks.append(read)
        for place, cell in beside:
            self._beside(cell, place)

    def _row(
        self, row: Element, above: list[Cell], where: str, beside: list[tuple[str, _CellText]]
    ) -> list[Cell]:
        cells = [BLANK] * _span(child(row, "trPr", "gridBefore"), least=0)
        for element in blocks_in(row):
            properties = child(element, "tcPr")
            if local(element) != "tc" or child(properties, "cellDel") is not None:
                continue
            read = self._cell(element)
            if read.nested or read.boxes:
                beside.append((where, read))
            cells += _spread(properties, read.text, above[len(cells) :], cells)
            if len(cells) > _WIDEST:
                raise too_many_cells()
        return cells

    def _cell(self, cell: Element) -> _CellText:
        texts: list[str] = []
        read = _CellText("", [], [])
        for block in blocks_in(cell):
            if local(block) == "p":
                found = paragraph_text(block)
                texts.append(self._numbered(block, found.text + found.hidden))
                read.boxes.extend(found.boxes)
            elif local(block) == "tbl":
                read.nested.append(block)
        if read.nested and texts and not texts[-1]:
            texts.pop()  # Word asks for a paragraph after a nested table
        return read._replace(text="\n".join(texts))

    def _beside(self, cell: _CellText, where: str) -> None:
        for table in cell.nested:
            self._table(table, f"{where}里的表")
        self._boxes(cell.boxes, f"{where}旁的文本框")


def _spread(
    properties: Element | None, text: str, above: list[Cell], left: list[Cell]
) -> list[Cell]:
    """The grid's cells for one cell of a row."""
    across = _span(child(properties, "gridSpan"))
    if _goes_on(child(properties, "vMerge")) and above:
        return [Cell(above[0].text, merged=True)] * across
    if _goes_on(child(properties, "hMerge")) and left:
        return [Cell(left[-1].text, merged=True)] * across
    return [Cell(text)] + [Cell(text, merged=True)] * (across - 1)


def _goes_on(merge: Element | None) -> bool:
    return merge is not None and (attribute(merge, "val") or "continue") == "continue"


def _span(element: Element | None, least: int = 1) -> int:
    text = (attribute(element, "val") if element is not None else None) or ""
    return max(least, min(int(text), _WIDEST)) if text.isascii() and text.isdecimal() else least


def _is_deleted(row: Element) -> bool:
    return child(row, "trPr", "del") is not None
