"""A paper with score sheets → the `sheets` of a scheme, with an account of every line and row.

The labels are the paper's own words, and the ways of giving points are guesses from its wording;
both are for a person to rewrite and to check, and the findings say so.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from register.importing.account import Accounted, Finding, Use
from register.importing.paper import Line, Paper, Row, Table
from register.importing.score_sheets.rows import (
    header_of,
    is_void,
    points_column,
    sheet_row,
)
from register.importing.score_sheets.sheets import (
    Builder,
    DraftHeading,
    DraftItem,
    DraftSheet,
    DraftTopic,
)
from register.importing.score_sheets.sums import points_that_differ
from register.importing.score_sheets.ways import way_of
from register.names.script import tidy
from register.records.score_sheet import Heading, Item, ScoreSheet, Way

_PAGE = re.compile(r"\s*[(（]?(?:续?表|续)\s*\d*(?:\s*[-—–之]\s*\d+)?\s*[)）]?\s*$")
_ONLY_PAGE = re.compile(r"\s*续?表\s*\d+(?:\s*[-—–之]\s*\d+)?\s*")
_ANNEX = re.compile(r"\s*附\s*[件表录]?\s*[\d一二三四五六七八九十]*\s*[:：]?\s*")
_TITLE_ENDS = re.compile(r"(?:表|标准|细则|办法)\s*(?:[(（][^()（）]{1,10}[)）])?\s*")
_LONGEST_TITLE = 60
_LONGEST_LABEL = 2000
_LONGEST_NAME = 100


class ProposedSheets(NamedTuple):
    """What a paper's score sheets come to."""

    sheets: Sequence[ScoreSheet]
    account: Sequence[Accounted]
    """Of every line and row of the paper, in its order."""
    findings: Sequence[Finding]


def propose_sheets(paper: Paper) -> ProposedSheets:
    """Read every score sheet that stands in a paper."""
    builder = Builder()
    account: list[Accounted] = []
    lines: list[Line] = []
    for block in paper.blocks:
        if isinstance(block, Line):
            lines.append(block)
            continue
        title, titled = _title(lines)
        is_sheet = header_of(block) is not None
        account += _lines(lines, titled if is_sheet else 0)
        account += _table(builder, block, title) if is_sheet else _other(block)
        lines = []
    account += _lines(lines, 0)
    sheets = [_sheet(draft, number) for number, draft in enumerate(builder.sheets, start=1)]
    findings = [
        *builder.findings,
        *points_that_differ(builder.sheets),
        *_ways(builder.sheets, sheets),
    ]
    return ProposedSheets([sheet for sheet in sheets if sheet.headings], account, findings)


def _title(lines: Sequence[Line]) -> tuple[str, int]:
    """The name of the sheet that follows, and how many of the last lines it takes."""
    texts = [line.text.strip() for line in lines[-2:]]
    if len(texts) > 1 and _ONLY_PAGE.fullmatch(texts[-1]):
        return _without_page(texts[0]), 2
    if texts and len(texts[-1]) <= _LONGEST_TITLE:
        title = _without_page(texts[-1])
        if title != texts[-1] or _TITLE_ENDS.search(title):
            return title, 1
    return "", 0


def _without_page(text: str) -> str:
    """A title without 表1-2: each page of a sheet bears its own."""
    return tidy(_PAGE.sub("", text)) if _ONLY_PAGE.search(text) else tidy(text)


def _lines(lines: Sequence[Line], titled: int) -> Iterator[Accounted]:
    for left, line in zip(range(len(lines), 0, -1), lines, strict=True):
        if left <= titled:
            yield Accounted(line.where, Use.CONTEXT, "评估表的名称")
        elif _ANNEX.fullmatch(line.text):
            yield Accounted(line.where, Use.CONTEXT, "附件的编号")
        else:
            yield Accounted(line.where, Use.LEFT, "不在评估表里")


def _other(table: Table) -> Iterator[Accounted]:
    for row in table.rows:
        yield Accounted(row.where, Use.LEFT, "不是评估表")


def _table(builder: Builder, table: Table, title: str) -> Iterator[Accounted]:
    """Read a table that is a score sheet; rows above its head may hold its name."""
    head = header_of(table) or 0
    above = [row for row in table.rows[:head] if len(_own(row)) == 1]
    for row in above:
        text = _own(row)[0].strip()
        title = title or (_without_page(text) if len(text) <= _LONGEST_TITLE else "")
    builder.begin_table(table.where, _full_width(title))
    yield from (
        Accounted(row.where, Use.CONTEXT, "评估表的名称" if row in above else "表头")
        for row in table.rows[:head]
    )
    column = points_column(table, head)
    taken = (sheet_row(row, column) for row in table.rows[head:] if not is_void(row))
    told = iter(list(builder.take(list(taken))))
    for row in table.rows[head:]:
        yield Accounted(row.where, Use.CONTEXT, "空行") if is_void(row) else next(told)


def _own(row: Row) -> list[str]:
    return [cell.text for cell in row.cells if not cell.merged and cell.text.strip()]


def _full_width(text: str) -> str:
    """A name with Chinese brackets."""
    return text.replace("(", "（").replace(")", "）")


def _sheet(draft: DraftSheet, number: int) -> ScoreSheet:
    headings = tuple(_heading(heading) for heading in draft.headings if _items(heading))
    return ScoreSheet(
        id=f"sheet-{number}",
        name=draft.name[:_LONGEST_NAME] or f"评估表 {number}",
        points=draft.total or sum(heading.points for heading in headings),
        headings=headings,
        notes=(f"原表分印 {draft.pages} 页",) if draft.pages > 1 else (),
    )


def _items(heading: DraftHeading) -> list[DraftItem]:
    return [item for topic in heading.topics for item in topic.items]


def _heading(draft: DraftHeading) -> Heading:
    stated = sum(item.points for item in _items(draft)) if draft.points is None else draft.points
    return Heading(
        number=draft.number,
        name=_full_width(tidy(draft.name))[:_LONGEST_NAME],
        points=stated,
        items=tuple(
            _item(draft, topic, ours, at, item)
            for topic, ours in _numbered(draft.topics)
            for at, item in enumerate(topic.items, start=1)
        ),
    )


def _numbered(topics: Sequence[DraftTopic]) -> Iterator[tuple[DraftTopic, int]]:
    """Each topic with its number within the heading; a number used twice is given only once."""
    printed = [int(topic.number.partition(".")[2] or 0) for topic in topics]
    free = max(printed, default=0) + 1
    used: set[int] = set()
    for topic, number in zip(topics, printed, strict=True):
        if number and number not in used:
            used.add(number)
            yield topic, number
        else:
            yield topic, free
            free += 1


def _item(heading: DraftHeading, topic: DraftTopic, ours: int, at: int, draft: DraftItem) -> Item:
    name = _full_width(tidy(topic.name))[:_LONGEST_NAME]
    notes = list(draft.notes)
    if topic.number and ours != int(topic.number.partition(".")[2]):
        notes.append(f"原表两次用了 {topic.number}，这是第二次，本站编号用 {heading.number}-{ours}")
    label = name if draft.covers else _full_width(tidy(draft.label))
    way = way_of(draft.method, draft.points, name)
    return Item(
        id=f"{heading.number}-{ours}-{at}",
        number=topic.number or None,
        topic=name,
        label=label[:_LONGEST_LABEL],
        points=draft.points,
        covers=tuple(tidy(one)[:_LONGEST_LABEL] for one in draft.covers),
        note="；".join(notes)[:_LONGEST_LABEL] or None,
        way=way.way,
        deduct=way.deduct,
        deduct_to=way.deduct_to,
        levels=way.levels,
        measures=way.measures,
        unit=way.unit,
    )


def _ways(drafts: Sequence[DraftSheet], sheets: Sequence[ScoreSheet]) -> Iterator[Finding]:
    """Say of each item whose way is more than 有或无 that it was guessed, and of the words."""
    for draft, sheet in zip(drafts, sheets, strict=True):
        items = [item for heading in sheet.headings for item in heading.items]
        guessed = [item.id for item in items if item.way is not Way.ALL_OR_NOTHING]
        if guessed:
            yield Finding(
                draft.where,
                "给分办法待核",
                f"{'、'.join(guessed)} 的给分办法是照原文字句推测的，请逐项核对；"
                "其余各项按有或无给分。",
            )
        if items:
            text = f"{len(items)} 个小项照录了原文，请改写成自己的话，简短说明。"
            yield Finding(draft.where, "小项待改写", text)
