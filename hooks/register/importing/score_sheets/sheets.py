"""Rows in their order → sheets with headings, topics and items, still as printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from register.importing.account import Accounted, Finding, Use
from register.importing.score_sheets.rows import Named, SheetRow
from register.names.numerals import to_int
from register.names.script import comparable

_TOTAL = re.compile(r"(?:合计|总计|总分|满分|总得分|共计)(?:\(?\d*分?\)?)?[:：]?")
_SLIPPED = "原表的分值错到了下一行"


@dataclass
class DraftItem:
    """An item as printed."""

    where: str
    label: str
    points: int
    method: str
    covers: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass
class DraftTopic:
    """A topic; `number` is "" where none is printed."""

    where: str
    number: str
    name: str
    items: list[DraftItem] = field(default_factory=list)


@dataclass
class DraftHeading:
    """A heading with its points as printed."""

    where: str
    number: int
    name: str
    points: int | None
    topics: list[DraftTopic] = field(default_factory=list)


@dataclass
class DraftSheet:
    """A sheet, of however many tables it is printed in."""

    where: str
    name: str
    headings: list[DraftHeading] = field(default_factory=list)
    total: int | None = None
    pages: int = 1


class Builder:
    """Takes rows one after the other, and accounts for each."""

    def __init__(self) -> None:
        """Begin without a sheet."""
        self.sheets: list[DraftSheet] = []
        self.findings: list[Finding] = []
        self._group = ""
        self._method = ""

    def begin_table(self, where: str, name: str) -> None:
        """Go on with the sheet where a table has the same name or none; else begin a sheet."""
        last = self.sheets[-1] if self.sheets else None
        if last and (not name or comparable(name) == comparable(last.name)):
            last.pages += 1
        else:
            self.sheets.append(DraftSheet(where, name))
        self._group = self._method = ""

    def take(self, rows: list[SheetRow]) -> Iterator[Accounted]:
        """Take a table's rows."""
        at = 0
        while at < len(rows):
            row, after = rows[at], at + 1
            if slipped := _slipped(row, rows[after] if after < len(rows) else None):
                yield self._row(slipped, [_SLIPPED])
                yield Accounted(rows[after].where, Use.TAKEN, "上一行错下来的分值")
                self._find(
                    row.where, "分值错行", f"“{_short(row.label)}”的分值错到了下一行，已并为一行。"
                )
                after += 1
            else:
                yield self._row(row, [])
            at = after

    def _row(self, row: SheetRow, notes: list[str]) -> Accounted:
        sheet = self.sheets[-1]
        if row.points is not None and _TOTAL.fullmatch(comparable(row.label) or "-"):
            sheet.total = row.points
            return Accounted(row.where, Use.TAKEN, "总分")
        if row.heading:
            self._begin_heading(sheet, row.where, row.heading)
        if row.topic:
            self._begin_topic(sheet, row.where, row.topic)
        if row.torn:
            notes.append("原表这一行断成两行")
            self._find(row.where, "断行", f"“{_short(row.label)}”这一行断成了两行，已接回。")
        return self._item(sheet, row, notes)

    def _item(self, sheet: DraftSheet, row: SheetRow, notes: list[str]) -> Accounted:
        if not row.label and row.points is None:
            used = row.heading or row.topic
            return Accounted(
                row.where, Use.TAKEN if used else Use.LEFT, "大项、中项" if used else "空行"
            )
        topic = _open_topic(sheet, row)
        if topic is None:
            self._find(row.where, "没有大项", f"“{_short(row.label)}”前面没有大项，没有录入。")
            return Accounted(row.where, Use.LEFT, "前面没有大项")
        if row.points is None:
            return self._without_points(topic, row)
        if not row.label:
            self._find(
                row.where, "缺小项", f"这一行有 {row.points} 分，没有写小项；先用中项的名称。"
            )
        if self._group:
            notes.append(f"原表列在“{self._group}”下，没有编号")
        self._method = row.method or self._method
        label = row.label or topic.name
        topic.items.append(DraftItem(row.where, label, row.points, self._method, notes=notes))
        return Accounted(row.where, Use.TAKEN, "小项")

    def _without_points(self, topic: DraftTopic, row: SheetRow) -> Accounted:
        if row.shares and topic.items:
            item = topic.items[-1]
            item.covers = item.covers or [item.label]
            item.covers.append(row.label)
            return Accounted(row.where, Use.TAKEN, "与上面一行共用分值")
        if row.method or row.label.endswith(("：", ":")):
            self._group, self._method = row.label.rstrip("：:"), row.method
            return Accounted(row.where, Use.CONTEXT, "下面几行的小标题")
        self._find(row.where, "缺分值", f"“{_short(row.label)}”没有分值，没有录入。")
        return Accounted(row.where, Use.LEFT, "没有分值")

    def _begin_heading(self, sheet: DraftSheet, where: str, named: Named) -> None:
        number = to_int(named.number) or 0
        self._group = self._method = ""
        last = sheet.headings[-1] if sheet.headings else None
        if last and last.number == number and comparable(last.name) == comparable(named.name):
            if named.points != last.points:
                text = f"大项“{last.name}”前面写 {last.points} 分，这里写 {named.points} 分。"
                self._find(where, "分值不一", text)
            return
        if number in {heading.number for heading in sheet.headings}:
            self._find(where, "编号重复", f"大项“{named.name}”的编号 {number} 前面用过。")
        elif number != (last.number if last else 0) + 1:
            self._find(
                where,
                "编号不连",
                f"大项“{named.name}”的编号是 {number}，和前面的接不上。",
            )
        sheet.headings.append(DraftHeading(where, number, named.name, named.points))

    def _begin_topic(self, sheet: DraftSheet, where: str, named: Named) -> None:
        self._group = self._method = ""
        if not sheet.headings:
            return
        heading = sheet.headings[-1]
        last = heading.topics[-1] if heading.topics else None
        if last and (last.number, last.name) == (named.number, named.name):
            return
        numbers = [topic.number for topic in heading.topics if topic.number]
        if named.number and named.number in numbers:
            text = f"中项“{named.name}”的编号 {named.number} 前面用过；本站编号另取没有用过的。"
            self._find(where, "编号重复", text)
        elif named.number and not _follows(named.number, heading):
            self._find(
                where, "编号不连", f"中项“{named.name}”的编号是 {named.number}，和前面的接不上。"
            )
        heading.topics.append(DraftTopic(where, named.number, named.name))

    def _find(self, where: str, what: str, text: str) -> None:
        self.findings.append(Finding(where, what, text))


def _slipped(row: SheetRow, below: SheetRow | None) -> SheetRow | None:
    """The row as it was meant, where its points stand in the next one."""
    if below is None or row.points is not None or not row.label or row.method:
        return None
    if below.points is None or below.label or below.heading or below.topic:
        return None
    return row._replace(points=below.points, method=below.method, shares=False)


def _open_topic(sheet: DraftSheet, row: SheetRow) -> DraftTopic | None:
    if not sheet.headings:
        return None
    heading = sheet.headings[-1]
    if not heading.topics:
        heading.topics.append(DraftTopic(row.where, "", heading.name))
    return heading.topics[-1]


def _follows(number: str, heading: DraftHeading) -> bool:
    major, _, minor = number.partition(".")
    used = [int(topic.number.partition(".")[2] or 0) for topic in heading.topics if topic.number]
    return int(major) == heading.number and int(minor) == max(used, default=0) + 1


def _short(label: str) -> str:
    most = 16
    return label if len(label) <= most else label[:most] + "…"
