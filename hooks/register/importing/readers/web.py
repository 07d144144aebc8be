"""Web pages → what a person sees in them: paragraphs and tables, without scripts and styles.

Old pages lay out their text with tables; a table that only holds others, or one single cell, is
such a frame, and what it holds is read as if the frame were not there.
"""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from register.importing.paper import Line, Paper, Table
from register.importing.readers.archive import Element
from register.importing.readers.encodings import decoded_web
from register.importing.readers.grid import Grid
from register.importing.readers.unreadable import UnreadableError

_BREAK = "\n"
_BLOCK = "\n\n"
_SPACES = re.compile(r"[ \t\r\f]+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_UNSEEN = re.compile(
    "script|style|noscript|template|head|iframe|object|svg|select|input|textarea|button"
)
_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|div|dl|dt|fieldset|figure|footer|form|"
    "h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_WIDEST, _HIGHEST = 1000, 65534  # as browsers limit spans (HTML, "table model")
_LEAST_ROWS = 2
_DIGITS = 9


def read_web(name: str, content: bytes) -> Paper:
    """Read a web page."""
    text = _DECLARATION.sub("", decoded_web(content))
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    root = etree.fromstring(text.encode(), parser)
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise UnreadableError("网页嵌套太深，没有读取。请把正文复制出来，粘贴成文字再导入。")
    reader = _Reader()
    if root is not None:
        reader.flow(root)
    return Paper(name, reader.blocks)


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Line | Table] = []
        self._paragraphs = 0
        self._tables = 0

    def flow(self, parent: Element) -> None:
        text: list[str] = []
        for token in _tokens(parent):
            if isinstance(token, str) and token != _BLOCK:
                text.append(token)
                continue
            self._paragraph("".join(text))
            text.clear()
            if not isinstance(token, str):
                self._table_or_frame(token)
        self._paragraph("".join(text))

    def _paragraph(self, text: str) -> None:
        lines = _lines(text)
        if not any(line.strip() for line in lines):
            return
        self._paragraphs += 1
        where = f"第 {self._paragraphs} 段"
        for number, line in enumerate(lines, start=1):
            if line.strip():
                self.blocks.append(
                    Line(f"{where}第 {number} 行" if len(lines) > 1 else where, line)
                )

    def _table_or_frame(self, element: Element) -> None:
        rows = _rows(element)
        if _is_frame(rows):
            for cell in (cell for row in rows for cell in row):
                self.flow(cell)
            return
        for caption in element.iterchildren("caption"):
            self.flow(caption)
        self._tables += 1
        self._table(rows, f"表 {self._tables}")

    def _table(self, rows: Sequence[Sequence[Element]], where: str) -> None:
        grid = Grid()
        nested: list[tuple[str, Element]] = []
        for number, row in enumerate(rows, start=1):
            grid.begin_row()
            for cell in row:
                text, inner = _cell(cell)
                nested.extend((f"{where} 第 {number} 行里的表", one) for one in inner)
                down = _span(cell, "rowspan", _HIGHEST) or len(rows)
                down = min(down, len(rows) - number + 1)
                grid.add(text, _span(cell, "colspan", _WIDEST) or 1, down)
        table = grid.table(where, [f"{where} 第 {n} 行" for n in range(1, len(rows) + 1)])
        if any(cell.text.strip() for row in table.rows for cell in row.cells):
            self.blocks.append(table)
        for place, one in nested:
            self._table(_rows(one), place)


def _tokens(parent: Element) -> Iterator[str | Element]:
    """Yield texts, breaks, ends of blocks, and tables unread."""
    walk = etree.iterwalk(parent, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            is_table = element.tag == "table" and element is not parent
            is_passed_over = is_table or bool(_UNSEEN.fullmatch(element.tag))
            if is_passed_over:
                walk.skip_subtree()
            yield element if is_table else _opening(element)
            if element.tag == "li":
                yield _number(element)
            if element.text and not is_passed_over:
                yield _text(element, element.text)
            continue
        if event == "end" and _BLOCKS.fullmatch(element.tag):
            yield _BLOCK
        if element.tail and element is not parent:
            yield _text(element.getparent(), element.tail)


def _opening(element: Element) -> str:
    """What the beginning of an element is to a reader."""
    if element.tag == "br":
        return _BREAK
    return _BLOCK if _BLOCKS.fullmatch(element.tag) else ""


def _number(item: Element) -> str:
    """What a browser sets before an item of a numbered list."""
    numbered = item.getparent()
    if numbered is None or numbered.tag != "ol":
        return ""
    start = str(numbered.get("start", "1"))
    first = int(start) if start.isascii() and start.isdecimal() and len(start) < _DIGITS else 1
    return f"{first + sum(1 for _ in item.itersiblings('li', preceding=True))}. "


def _text(parent: Element | None, text: str) -> str:
    is_typed = parent is not None and (
        parent.tag == "pre" or any(True for _ in parent.iterancestors("pre"))
    )
    return text.replace("\r\n", "\n") if is_typed else text.replace("\n", " ")


def _lines(text: str) -> list[str]:
    """The lines of a paragraph, with white space as browsers show it."""
    return [_SPACES.sub(" ", line).strip(" ") for line in text.split(_BREAK)]


def _cell(cell: Element) -> tuple[str, list[Element]]:
    """The text of a cell, line by line, and the tables in it."""
    lines: list[str] = []
    nested: list[Element] = []
    text = ""
    for token in (*_tokens(cell), _BLOCK):
        if isinstance(token, str) and token != _BLOCK:
            text += token
            continue
        if text.strip(" \t\r\f"):
            lines += _lines(text)
        text = ""
        if not isinstance(token, str):
            nested.append(token)
    return "\n".join(lines), nested


def _rows(table: Element) -> list[list[Element]]:
    rows = [
        row
        for part in table
        for row in (part.iterchildren("tr") if part.tag in {"thead", "tbody", "tfoot"} else [part])
        if row.tag == "tr"
    ]
    return [list(row.iterchildren("td", "th")) for row in rows]


def _is_frame(rows: Sequence[Sequence[Element]]) -> bool:
    cells = [cell for row in rows for cell in row]
    if len(cells) <= 1:
        return True
    if not any(cell.find(".//table") is not None for cell in cells):
        return False
    own = [sum(bool(_cell(cell)[0].strip()) for cell in row) for row in rows]
    return sum(filled > 1 for filled in own) < _LEAST_ROWS


def _span(cell: Element, name: str, most: int) -> int:
    text = str(cell.get(name, "1")).strip()
    return (
        min(int(text), most) if text.isascii() and text.isdecimal() and len(text) < _DIGITS else 1
    )
