"""Rows: what each row of a table is: its heading, a station, a title within it, or a total."""

import re
from collections.abc import Sequence

from register.importing.account import Use
from register.importing.cleaning import Piece, without_persons
from register.importing.found import Clue, Mark
from register.importing.layouts import listed_in
from register.importing.lines import BLANK, PERSONAL, Lines
from register.importing.listed import Listed
from register.importing.outcomes import Outcomes
from register.importing.outline import PLAIN, Heading, heading_in
from register.importing.prose import SaidTotal
from register.importing.renamings import renamings_of
from register.importing.station_names import (
    is_organisation,
    is_station,
    names_in,
    speaks_of_stations,
)
from register.importing.tables import (
    Columns,
    columns_in,
    is_note,
    is_total,
    loose_row,
    rows_listed,
    whole_row,
)

_NO_HEADING = "表没有认得出的表头，这一行不知道怎样读"
_SIGNED = re.compile(r"^[ ]*(?:填[表报]|制表|审核|复核|经办|负责|联系|单位负责|校对)人[ ]*[:：]")
_SHEET = re.compile(r"工作表“([^”]+)”")


class Rows(Lines):
    """Reads rows, and lines between them."""

    def __init__(self, pieces: Sequence[Piece], outcomes: Outcomes) -> None:
        """Begin outside of any table."""
        super().__init__(pieces, outcomes)
        self.columns: Columns | None = None
        self.heading_rows = 0
        self.table = -1
        self.outside = -1
        self.heading_texts: frozenset[tuple[str, ...]] = frozenset()
        self.above: dict[tuple[int, str], str] = {}

    def row(self, piece: Piece) -> Mark:
        """Read one row and mark it."""
        if not any(piece.cells):
            return BLANK
        if self.heading_rows:
            self.heading_rows -= 1
            return Mark(Use.CONTEXT, "表头")
        if self.columns and tuple(piece.cells) in self.heading_texts:
            return Mark(Use.CONTEXT, "重复的表头")
        if is_total(piece):
            return self.total(piece)
        if any(_SIGNED.match(cell) for cell in piece.cells):
            return Mark(Use.LEFT, "联系方式或个人信息")
        if (whole := whole_row(piece)) and not (listed_in(whole) and not self.columns):
            return self.whole(piece, whole)
        numbered = self.columns and any(cell.isdecimal() for cell in piece.cells)
        fresh, size = (None, 0) if numbered else columns_in(self.rows_from(piece))
        if fresh:
            self.use_columns(piece, fresh, size)
            self.heading_rows -= 1
            return Mark(Use.CONTEXT, "表头")
        return self.by_columns(piece, self.columns) if self.columns else self.loose(piece)

    def cross(self, piece: Piece) -> None:
        """Go into another table or out of one: what was headed within it ends there."""
        self.bare_out()
        if self.table >= 0:
            self.section = self.outside
        self.outside = self.section
        self.table, self.columns, self.heading_rows, self.above = piece.table, None, 0, {}
        if sheet := _SHEET.search(piece.where):
            self.section = self.outside = -1
            grade, doubt = self.outcomes.grade_of(sheet[1])
            if grade or doubt:
                self.begin(piece, Heading(PLAIN, sheet[1], grade, doubt, None))

    def rows_from(self, piece: Piece) -> Sequence[Piece]:
        """Return as many rows of this table as a heading may have."""
        return [p for p in self.pieces[piece.at : piece.at + 3] if p.table == piece.table]

    def use_columns(self, piece: Piece, columns: Columns, size: int) -> None:
        """Read the rows below by these columns."""
        self.columns, self.heading_rows = self.graded(piece, columns, size), size
        rows = self.rows_from(piece)[:size]
        self.heading_texts = frozenset(tuple(row.cells) for row in rows)
        self.above = {}
        if any(columns.of("past")):
            used = "、".join(c.heading for c in columns.of("grade"))
            self.found.clues.append(Clue(piece.at, "几年的结果", f"只读了最新的一栏“{used}”"))

    def graded(self, piece: Piece, columns: Columns, size: int) -> Columns:
        """Take the one column that holds nothing but grades for the grades' own, and say so."""
        rows = [p for p in self.pieces[piece.at + size :] if p.table == piece.table]
        found = (
            []
            if columns.has("grade")
            else [
                column
                for column in columns.of("other")
                if (cells := {row.cells[column.at] for row in rows} - {""})
                and all(self.outcomes.exactly(cell) for cell in cells)
            ]
        )
        if len(found) != 1:
            return columns
        text = f"“{found[0].heading}”一栏只有等次，按等次读"
        self.found.clues.append(Clue(piece.at, "等次栏", text))
        return columns.with_role(found[0].at, "grade")

    def total(self, piece: Piece) -> Mark:
        """Read a row that counts the others; below a grade's own column its number is a total."""
        self.prose(piece)
        for column in self.columns.of("other") if self.columns else ():
            cell, grade = piece.cells[column.at], self.outcomes.exactly(column.heading)
            if grade and cell.isdecimal():
                self.found.totals.append((piece.at, SaidTotal(column.heading, grade, int(cell))))
        return Mark(Use.CONTEXT, "合计")

    def whole(self, piece: Piece, text: str) -> Mark:
        """Read a row that is one cell: a title, a heading or a note within the table."""
        if mark := self.count_below(piece, text):
            return mark
        if is_note(text):
            self.prose(piece)
            return Mark(Use.CONTEXT, "表注")
        if PERSONAL.search(text):
            return Mark(Use.LEFT, "联系方式或个人信息")
        if self.columns and re.fullmatch(r"[0-9]{1,5}[.、]?", text):
            return Mark(Use.CONTEXT, "只有序号的空行")
        if (
            self.columns
            and (filled := [i for i, c in enumerate(piece.cells) if c])
            and len(filled) == 1
        ):
            at = filled[0]
            if any(
                c.at == at and c.role == "name" for g in self.columns.groups for c in g
            ) and not self.is_title(text):
                return self.by_columns(piece, self.columns)
        heading = heading_in(text, self.outcomes)
        return (
            self.heading(piece, heading)
            if heading and not names_in(text)
            else self.paragraph(piece, text)
        )

    def is_title(self, text: str) -> bool:
        """Whether a cell of the column for names is a heading within the table."""
        heading = heading_in(text, self.outcomes)
        return (
            not is_station(text)
            and heading is not None
            and (bool(heading.grade or heading.doubt) or heading.level < PLAIN)
        )

    def by_columns(self, piece: Piece, columns: Columns) -> Mark:
        """Read a row by the columns that the heading names."""
        self.found.private[piece.at] = columns.personal
        if self.goes_on(piece, columns):
            return Mark(Use.CONTEXT, "上一行鉴定所的续行")
        sides, taken = 0, 0
        for side, listed, values in rows_listed(piece, columns, self.above):
            sides += 1
            for role, value in values.items():
                if value:
                    self.above[side, role] = value
            if not listed:
                self.unplaced(
                    piece,
                    " ".join(v for r, v in values.items() if v and r in {"name", "host", "grade"}),
                    "这一行没有写鉴定所名称，或写法认不出",
                )
                continue
            taken += len(listed)
            if found := [] if self.judged(columns) else list(renamings_of(values)):
                self.found.renamings += [(piece.at, renaming) for renaming in found]
                continue
            shared = {"grade": values["grade"]} if values.get("grade") else {}
            for one in listed:
                self.tabled(piece, one if one.more else one._replace(more=shared), columns)
        if not sides:
            return (
                Mark(Use.CONTEXT, "表里没有名称的行")
                if not speaks_of_stations(piece.text)
                else self.left(piece, "这一行认不出")
            )
        return (
            Mark(Use.TAKEN, "鉴定所")
            if taken
            else Mark(Use.LEFT, "这一行没有写鉴定所名称，或写法认不出")
        )

    def goes_on(self, piece: Piece, columns: Columns) -> bool:
        """Whether a row only says more of the station above, whose cell is merged over it."""
        told = [*columns.of("name"), *columns.of("grade")]
        above = self.pieces[piece.at - 1] if piece.at else piece
        return (
            columns.has("name")
            and above.table == piece.table
            and all(piece.merged[c.at] and piece.cells[c.at] == above.cells[c.at] for c in told)
            and not self.outcomes.find(piece.text)
        )

    def judged(self, columns: Columns) -> bool:
        """Whether what this table lists has a grade, so that a former name is only a remark."""
        section = self.found.sections[self.section] if self.section >= 0 else None
        return columns.has("grade") or bool(section and section.grade)

    def tabled(self, piece: Piece, listed: Listed, columns: Columns) -> None:
        """Place a station of a row; its outcome stands in a column, a tick or a remark."""
        cell = listed.more.get("grade", "")
        has = columns.has("grade")
        ticked = listed.more.get("ticked", "")
        if not has and not listed.outcome and self.outcomes.find(ticked):
            listed = listed._replace(outcome=ticked)
        if has and not listed.outcome:
            listed = listed._replace(outcome=cell)
        elif (
            has
            and cell
            and self.outcomes.exactly(cell) != self.outcomes.grade_of(listed.outcome)[0]
        ):
            listed = listed._replace(outcome=f"{cell}、{listed.outcome}")
        others = listed.more.get("others", "")
        section = self.found.sections[self.section] if self.section >= 0 else None
        own = self.outcomes.exactly(cell) if has else section and section.grade
        if own and any(o.grade != own for o in self.outcomes.find(others)):
            self.found.clues.append(Clue(piece.at, "另一栏", f"{listed.name}：{others[:60]}"))
        remark = listed.more.get("remarks", "")
        told = self.outcomes.find(remark)
        if told and not has and not listed.outcome:
            listed = listed._replace(outcome=remark)
        elif remark:
            self.found.clues.append(Clue(piece.at, "备注", f"{listed.name}：{remark}"))
        self.place(piece, listed, own_column=has)

    def loose(self, piece: Piece) -> Mark:
        """Read a row of a table without a heading."""
        private = (i for i, cell in enumerate(piece.cells) if without_persons(cell) != cell)
        self.found.private[piece.at] = frozenset(private)
        if found := loose_row(piece):
            return self.listed(piece, found)
        if speaks_of_stations(piece.text) and names_in(piece.text):
            return self.left(piece, _NO_HEADING)
        named = [c for c in piece.cells if is_organisation(c) or self.outcomes.exactly(c)]
        if any(self.outcomes.exactly(c) for c in named):
            self.unplaced(piece, " ".join(dict.fromkeys(named)), _NO_HEADING)
            return Mark(Use.LEFT, _NO_HEADING)
        self.prose(piece)
        return Mark(Use.CONTEXT, "表里没有鉴定所的行")


__all__ = ["Rows"]
