"""A table's rows → what each says as a row of a score sheet, however its cells are laid out.

Two kinds of tables are read alike. In one each cell stands in its column, merged cells are marked.
In the other, copied from a web page, the columns that a merged cell covers are missing, so that
the rest of the row stands further left and void cells follow at its end.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from register.importing.paper import Cell, Row, Table

_POINTS = re.compile(r"\s*(\d{1,4})(?:\.0+)?\s*分?\s*")
_POINTS_TITLE = re.compile(
    r"(?:评估|考核|标准|检查|分项|项目|满)?(?:分值|分数|满分|配分|标准分|分数值|权重分|赋分)"
)
_SHEET_WORDS = re.compile(r"大项|中项|小项|评估|评分|考核|检查|项目|指标|内容|标准|办法")
_HEADING = re.compile(
    r"\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.、．)）]?\s*(?!\d)(.+?)\s*[(（]?\s*(\d{1,3})\s*分\s*[)）]?\s*",
    re.DOTALL,
)
_TOPIC = re.compile(r"\s*(\d{1,2}[.．]\d{1,2})[.、．]?\s*(?![.．]?\d)(.+?)\s*", re.DOTALL)
_SHOWN_ROWS = 6


class Named(NamedTuple):
    """A heading or a topic as printed."""

    number: str
    name: str
    points: int | None = None


class SheetRow(NamedTuple):
    """What a row says; None and "" stand for what it does not say or what goes on from above."""

    where: str
    heading: Named | None = None
    topic: Named | None = None
    label: str = ""
    points: int | None = None
    method: str = ""
    shares: bool = False
    """Whether its points are those of the row above."""
    torn: bool = False
    """Whether the text of a cell runs on over a line where it should not."""


def header_of(table: Table) -> int | None:
    """Return how many rows the table's head has; None where it is no score sheet."""
    for at, row in enumerate(table.rows[:_SHOWN_ROWS]):
        plain = [_plain(cell.text) for cell in row.cells]
        if (
            any(_POINTS_TITLE.fullmatch(text) for text in plain)
            and sum(bool(_SHEET_WORDS.search(text)) for text in plain) > 1
        ):
            return at + 1 + sum(1 for _ in _more_head(table.rows[at + 1 :]))
    return None


def _more_head(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows[:1]:
        texts = [_plain(cell.text) for cell in row.cells if cell.text.strip()]
        words = re.compile(
            r"[大中小]项|[一二三]级指标|序号|指标|项目|内容|"
            + _POINTS_TITLE.pattern
            + r"|.{0,6}(?:方法|标准|结果|得分|备注).{0,6}"
        )
        if texts and all(words.fullmatch(text) for text in texts):
            yield row


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def points_column(table: Table, head: int) -> int | None:
    """Return the column of the points where each cell stands in its own column, else None."""
    for row in table.rows[:head]:
        for column, cell in enumerate(row.cells):
            if _POINTS_TITLE.fullmatch(_plain(cell.text)) and not cell.merged:
                wide = any(one.merged for line in table.rows for one in line.cells)
                full = all(one.text.strip() for one in row.cells)
                return column if wide or full else None
    return None


def sheet_row(row: Row, column: int | None) -> SheetRow:
    """Read a row of data."""
    return _shifted(row) if column is None else _in_columns(row, column)


def is_void(row: Row) -> bool:
    """Whether nothing stands in a row of its own."""
    return not any(cell.text.strip() for cell in row.cells if not cell.merged)


def _shifted(row: Row) -> SheetRow:
    texts = [cell.text for cell in row.cells]
    while texts and not texts[-1].strip(" \t"):
        texts.pop()
    points = next((at for at, text in enumerate(texts) if _POINTS.fullmatch(text)), None)
    if points is None:
        names = _leading(texts)
        told = next((text for text in texts[names:] if text.strip()), "")
        return _row(row, texts[:names], None, told, shares=names == len(texts))
    return _row(row, texts[:points], texts[points], _at(texts, points + 1))


def _leading(texts: Sequence[str]) -> int:
    """How many of a row's cells, which has no points, are names: those before a void one."""
    return next((at for at, text in enumerate(texts) if not text.strip()), len(texts))


def _in_columns(row: Row, column: int) -> SheetRow:
    names = [cell.text if not cell.merged else "" for cell in row.cells[:column]]
    points = row.cells[column]
    method = row.cells[column + 1] if column + 1 < len(row.cells) else Cell("")
    is_number = not points.merged and _POINTS.fullmatch(points.text) is not None
    return _row(
        row,
        names,
        points.text if is_number else None,
        "" if method.merged else method.text,
        shares=points.merged,
    )


def _row(
    row: Row, names: Sequence[str], points: str | None, method: str, *, shares: bool = False
) -> SheetRow:
    heading, topic, label = None, None, ""
    named = [text for text in names if text.strip()]
    for text in named:
        if heading is None and topic is None and (found := _HEADING.fullmatch(text)):
            heading = Named(found[1], _name(found[2]), int(found[3]))
        elif topic is None and (found := _TOPIC.fullmatch(text)):
            topic = Named(found[1].replace("．", "."), _name(found[2]))
        elif topic is None and text is not named[-1]:
            topic = Named("", _name(text))
        else:
            label = f"{label} {text}" if label else text
    return SheetRow(
        row.where,
        heading,
        topic,
        re.sub(r"\s*\n\s*", "", label).strip(),
        _whole(points),
        re.sub(r"\s*\n\s*", "", method).strip(),
        shares,
        torn=any(_is_torn(text) for text in (*named[-1:], points or "")),
    )


def _whole(points: str | None) -> int | None:
    found = _POINTS.fullmatch(points) if points is not None else None
    return int(found[1]) if found else None


def _is_torn(text: str) -> bool:
    """Whether a line is broken before or after a text, and not within it.

    Only asked of the label and the points: Word itself leaves void lines in cells that it merges.
    """
    return bool(text.strip()) and text.strip(" \t") != text.strip()


def _name(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _at(texts: Sequence[str], at: int) -> str:
    return texts[at] if at < len(texts) else ""
