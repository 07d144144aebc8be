"""Understanding: a cleaned paper becomes listed stations, and a mark on each piece.

Every piece gets exactly one mark, so that what is taken, what is context and what is left out
make up the source, always.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from register.importing.account import Use
from register.importing.acts import act_in
from register.importing.cleaning import Piece
from register.importing.days import terms_in
from register.importing.facts import Facts, facts_of
from register.importing.layouts import host_in, listed_in, number_of, without_number
from register.importing.listed import Listed
from register.importing.outcomes import Outcomes
from register.importing.outline import PLAIN, Heading, count_alone, grounds_in, heading_in
from register.importing.prose import SaidOf, SaidTotal, last_words, said_in, sentences
from register.importing.station_names import is_station, names_in, speaks_of_stations
from register.importing.tables import (
    Columns,
    columns_in,
    is_note,
    is_total,
    loose_row,
    rows_listed,
    whole_row,
)


class Mark(NamedTuple):
    """What became of a piece, and as what or why."""

    use: Use
    why: str


class Placed(NamedTuple):
    """A station listed in a piece, and the grade that the paper gives it, if that is certain."""

    piece: int
    listed: Listed
    grade: str | None
    doubt: str
    section: int
    grounds: str = ""


class Section(NamedTuple):
    """A heading, the piece that it stands in, and the reason that it gives."""

    piece: int
    heading: Heading
    grade: str | None
    doubt: str
    grounds: str
    parent: int = -1


class Unplaced(NamedTuple):
    """Something that the paper lists and that became no record, and why."""

    piece: int
    text: str
    why: str


class Clue(NamedTuple):
    """Something that a person should look at: what, and the words of the paper."""

    piece: int
    what: str
    text: str


@dataclass
class Understanding:
    """What a paper says."""

    pieces: Sequence[Piece]
    marks: list[Mark]
    facts: Facts
    placed: list[Placed] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    totals: list[tuple[int, SaidTotal]] = field(default_factory=list)
    said: list[tuple[int, SaidOf]] = field(default_factory=list)
    clues: list[Clue] = field(default_factory=list)


_PAGE = re.compile(
    r"^[ \-—–·第]*[0-9]{1,4}[ ]*(?:页)?[ \-—–·/]*(?:共[ ]*[0-9]{1,4}[ ]*页)?[ \-—–·]*$"
)
_PERSONAL = re.compile(
    r"^[ ]*(?:联[ ]*系[ ]*人|联系电话|联系方式|电[ ]*话|手[ ]*机|传[ ]*真|"
    r"(?:电子)?邮箱|电子邮件|经办人|E-?mail|QQ)|联系人(?:及联系电话)?[ ]*[:：]"
    r"|(?:[(（]0[0-9]{2,3}[)）]|(?<![0-9])0[0-9]{2,3}[-—])[ ]*[0-9]{7,8}",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"^(?:[\u4e00-\u9fff]{1,8}(?:省|市|州|县|区|盟|地区|系统|行业|直属|"
    r"部门)|省直|市直|省属|市属|中央在.{1,3}|企业|院校|学校|行业|其他)*(?:国家)?("
    r"?:职业技能)?(?:鉴定)?(?:所|站|机构|单位)?(?:[(（]站[)）])?(?:名单)?[ ]*(?:[(（]"
    r"[^()（）]*[)）])?[:：]?$"
)
_SHORT_NAME = re.compile(r"省第?[一二三四五六七八九十百]{1,4}[所站](?![^、，。]*承建)")
_TITLE = re.compile(r"关于.+的(?:通报|通知|通告|公告|公示|决定|意见|函)(?:[(（][^()（）]*[)）])?$")
_SHEET = re.compile(r"工作表“([^”]+)”")
_ANYWAY = re.compile(r"停|不再|除外|另行|缓|保留|暂|^[是否√×✓]$|待")
_BRACKET_ALONE = re.compile(
    r"^[(（]([^()（）]*(?:[(（][^()（）]*[)）])?[^()（）]*)[)）][;；。,，、]?$"
)
_BLANK = Mark(Use.CONTEXT, "空白")
_OWN_WORDS = Mark(Use.CONTEXT, "正文")


def understand(pieces: Sequence[Piece], outcomes: Outcomes) -> Understanding:
    """Read a cleaned paper with the words of its scheme."""
    reading = _Reading(pieces, outcomes)
    for piece in pieces:
        reading.take(piece)
    reading.close()
    found = reading.found
    assert len(found.marks) == len(pieces)
    return found


class _Reading:
    """Goes through the pieces in order and remembers under which heading it is."""

    def __init__(self, pieces: Sequence[Piece], outcomes: Outcomes) -> None:
        self.outcomes = outcomes
        self.pieces = pieces
        self.found = Understanding(pieces, [], Facts())
        self.section = -1
        self.columns: Columns | None = None
        self.heading_rows = 0
        self.table = -1
        self.outside = -1
        self.heading_texts: frozenset[tuple[str, ...]] = frozenset()
        self.above: dict[tuple[int, str], str] = {}
        self.seen: set[str] = set()
        self.bare: list[int] = []

    def take(self, piece: Piece) -> None:
        """Understand one piece and mark it."""
        if piece.table != self.table:
            self.cross(piece)
        mark = self.row(piece) if piece.table >= 0 else self.line(piece)
        self.found.marks.append(mark)

    # Lines.

    def line(self, piece: Piece) -> Mark:
        text = piece.text.strip()
        if not text:
            return Mark(Use.LEFT, "网页附带的广告或干扰字符") if piece.spam else _BLANK
        if mark := self.aside(piece, text):
            return mark
        if found := listed_in(text):
            return self.listed(piece, found)
        if self.is_host_of_last(piece, text):
            return Mark(Use.TAKEN, "上一行鉴定所的承建单位")
        if mark := self.list_behind_heading(piece, text):
            return mark
        heading = heading_in(text, self.outcomes)
        if self.is_bare_name(text, heading):
            self.bare.append(piece.at)
            return Mark(Use.LEFT, "像是名单里的一行")
        if is_note(text):
            self.prose(piece)
            return Mark(Use.CONTEXT, "说明")
        if heading and not names_in(text):
            return self.heading(piece, heading)
        return self.paragraph(piece, text)

    def aside(self, piece: Piece, text: str) -> Mark | None:
        """Mark what is neither list nor text: contacts, page numbers, the count of a heading."""
        if _PERSONAL.search(text) and not listed_in(text):
            return Mark(Use.LEFT, "联系方式或个人信息")
        if _PAGE.match(text):
            return Mark(Use.CONTEXT, "页码")
        return self.count_below(piece, text)

    def count_below(self, piece: Piece, text: str) -> Mark | None:
        """Give a heading the count that stands on the line below it."""
        counted = count_alone(text)
        section = self.found.sections[self.section] if self.section >= 0 else None
        if not counted or not section:
            return None
        if any(p.text.strip() for p in self.pieces[section.piece + 1 : piece.at]):
            return None
        if section.heading.stated is None:
            heading = section.heading._replace(stated=counted)
            self.found.sections[self.section] = section._replace(heading=heading)
        elif section.heading.grade:
            total = SaidTotal(section.heading.grade, section.grade, counted)
            self.found.totals.append((piece.at, total))
        return Mark(Use.CONTEXT, "标题里的个数")

    def list_behind_heading(self, piece: Piece, text: str) -> Mark | None:
        """Read 一、合格：A所、B所, a heading and its list in one line."""
        head, colon, tail = text.partition("：") if "：" in text else text.partition(":")
        heading = heading_in(head, self.outcomes) if colon and tail else None
        tells = heading is not None and bool(heading.grade or heading.doubt)
        found = listed_in(tail) if tells or (tail and _PLACES.match(head)) else []
        if not found or names_in(head):
            return None
        if heading and tells:
            self.begin(piece, heading)
        return self.listed(piece, found)

    def listed(self, piece: Piece, found: Sequence[Listed]) -> Mark:
        self.bare.clear()
        for listed in found:
            self.place(piece, listed)
        return Mark(Use.TAKEN, "鉴定所")

    def place(self, piece: Piece, listed: Listed, *, own_column: bool = False) -> None:
        """Decide the grade: what stands behind the name, else what the heading says."""
        section = self.found.sections[self.section] if self.section >= 0 else None
        grade, doubt = (section.grade, section.doubt) if section else (None, "")
        if listed.outcome and not own_column and not self.outcomes.told_in(listed.outcome):
            remark = f"{listed.outcome} {listed.rest}".strip()
            listed = listed._replace(outcome="", rest=remark)
        if own_column and not listed.outcome:
            grade, doubt = None, "这一格是空的"
        if listed.outcome:
            exact = self.outcomes.exactly(listed.outcome)
            grade, doubt = (exact, "") if exact else self.outcomes.grade_of(listed.outcome)
            doubt = doubt if grade else doubt or listed.outcome
        if own_column and grade and section and section.grade and section.grade != grade:
            doubt, grade = f"{section.grade}、{grade}", None
        grounds = listed.more.get("grounds", "") or (section.grounds if section else "")
        self.found.placed.append(Placed(piece.at, listed, grade, doubt, self.section, grounds))

    def is_host_of_last(self, piece: Piece, text: str) -> bool:
        """Whether a line is only the bracket that belongs to the name on the line above."""
        bracket = _BRACKET_ALONE.match(text)
        host = host_in(bracket[1]) if bracket else ""
        last = self.found.placed[-1] if self.found.placed else None
        between = self.pieces[last.piece + 1 : piece.at] if last else ()
        if not host or not last or last.listed.host or any(p.text.strip() for p in between):
            return False
        printed = f"{last.listed.printed}{text.rstrip(';；。,，、')}"
        self.found.placed[-1] = last._replace(
            listed=last.listed._replace(host=host, printed=printed)
        )
        return True

    def is_bare_name(self, text: str, heading: Heading | None) -> bool:
        """Whether a line of a counted list may be a station's name that does not end as such."""
        section = self.found.sections[self.section] if self.section >= 0 else None
        if (
            not section
            or section.heading.stated is None
            or (heading and (heading.grade or heading.doubt or heading.stated))
        ):
            return False
        plain = without_number(text)
        return number_of(text) is not None and bool(re.fullmatch(r"[^。，,；;：:]{4,40}", plain))

    def heading(self, piece: Piece, heading: Heading) -> Mark:
        label = _label(piece)
        if label in self.seen and self.section >= 0 and not heading.grade and not heading.doubt:
            return Mark(Use.CONTEXT, "重复的页眉")
        current = self.found.sections[self.section] if self.section >= 0 else None
        if current and _label(self.pieces[current.piece]) == label:
            return Mark(Use.CONTEXT, "重复的标题")
        self.seen.add(label)
        if _TITLE.search(heading.text):
            heading = heading._replace(grade=None, doubt="")
        self.begin(piece, heading)
        said = said_in(piece.text, self.outcomes)
        if heading.stated is None:
            self.found.totals += [(piece.at, total) for total in said.totals]
        return Mark(Use.CONTEXT, "标题")

    def begin(self, piece: Piece, heading: Heading) -> None:
        """Begin a section; one that names no outcome belongs to the one above it, or ends it."""
        self.bare_out()
        grounds = grounds_in(heading.text, self.outcomes)
        if heading.grade or heading.doubt:
            parent = self._above(heading.level)
            while parent >= 0 and self.found.sections[parent].heading.level == heading.level:
                parent = self.found.sections[parent].parent
            above = self.found.sections[parent] if parent >= 0 else None
            grade, doubt = heading.grade, heading.doubt
            if above and above.grade and grade != above.grade and heading.level != PLAIN:
                grade, doubt = None, f"{above.grade}、{heading.grade or heading.doubt}"
            section = Section(piece.at, heading, grade, doubt, "", parent)
        elif (parent := self._above(heading.level)) >= 0 and self._belongs(heading, grounds):
            above = self.found.sections[parent]
            section = Section(piece.at, heading, above.grade, above.doubt, grounds, parent)
        else:
            section = Section(piece.at, heading, None, "", "")
        self.found.sections.append(section)
        self.section = len(self.found.sections) - 1

    def _above(self, level: int) -> int:
        """Return the section with an outcome that a heading of this level stands under."""
        at = self.section
        while at >= 0:
            section = self.found.sections[at]
            own = section.heading.level
            if own < level or (level == PLAIN == own and not (section.parent >= 0)):
                return at
            at = section.parent
        return -1

    @staticmethod
    def _belongs(heading: Heading, grounds: str) -> bool:
        plain = heading.level == PLAIN
        return not plain or bool(grounds) or bool(_PLACES.match(heading.text))

    def paragraph(self, piece: Piece, text: str) -> Mark:
        if mark := self.item_with_words(piece, text):
            return mark
        self.prose(piece)
        said = any(index == piece.at for index, _of in self.found.said)
        lead = last_words(text)
        led = heading_in(lead, self.outcomes) if lead else None
        if led and not said and (led.grade or led.doubt or re.search("如下|名单|以下|下列", lead)):
            self.begin(piece, led._replace(level=PLAIN))
            return Mark(Use.CONTEXT, "引出名单的话")
        if len(text) > 30 and re.search("[。；;]", text) and not said:  # noqa: PLR2004 - a paragraph, not a caption
            self.bare_out()
            self.section = -1
        return Mark(Use.CONTEXT, "点名的正文") if said else _OWN_WORDS

    def item_with_words(self, piece: Piece, text: str) -> Mark | None:
        """Read an item of a list that goes on after the name; other outcomes in it leave doubt."""
        section = self.found.sections[self.section] if self.section >= 0 else None
        plain = without_number(text)
        named = names_in(plain)
        if not section or not section.grade or len(named) != 1 or named[0].start:
            return None
        rest = plain[named[0].end :]
        if re.match(r"等|[0-9]", rest) or len(rest) > 200:  # noqa: PLR2004 - a paragraph
            return None
        listed = Listed(named[0].name, plain[: named[0].end], "", "", rest.strip("。；;，,：: "))
        others = [o.word for o in self.outcomes.find(rest) if o.grade != section.grade]
        if others or _ANYWAY.search(rest):
            listed = listed._replace(outcome=rest[:40], rest="")
            doubt = "、".join(others) or rest[:10]
            self.found.placed.append(Placed(piece.at, listed, None, doubt, self.section))
            return Mark(Use.TAKEN, "鉴定所")
        return self.listed(piece, [listed])

    def prose(self, piece: Piece) -> None:
        said = said_in(piece.text, self.outcomes)
        self.found.totals += [(piece.at, total) for total in said.totals]
        self.found.said += [(piece.at, of) for of in said.stations]

    # Rows.

    def row(self, piece: Piece) -> Mark:
        if not any(piece.cells):
            return _BLANK
        if self.heading_rows:
            self.heading_rows -= 1
            return Mark(Use.CONTEXT, "表头")
        if self.columns and tuple(piece.cells) in self.heading_texts:
            return Mark(Use.CONTEXT, "重复的表头")
        if is_total(piece):
            self.prose(piece)
            return Mark(Use.CONTEXT, "合计")
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
        return [p for p in self.pieces[piece.at : piece.at + 3] if p.table == piece.table]

    def use_columns(self, piece: Piece, columns: Columns, size: int) -> None:
        self.columns, self.heading_rows = columns, size
        rows = self.rows_from(piece)[:size]
        self.heading_texts = frozenset(tuple(row.cells) for row in rows)
        self.above = {}

    def whole(self, piece: Piece, text: str) -> Mark:
        """Read a row that is one cell: a title, a heading or a note within the table."""
        if mark := self.count_below(piece, text):
            return mark
        if is_note(text):
            self.prose(piece)
            return Mark(Use.CONTEXT, "表注")
        if _PERSONAL.search(text):
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
        heading = heading_in(text, self.outcomes)
        return (
            not is_station(text)
            and heading is not None
            and (bool(heading.grade or heading.doubt) or heading.level < PLAIN)
        )

    def by_columns(self, piece: Piece, columns: Columns) -> Mark:
        sides, taken = 0, 0
        for side, listed, values in rows_listed(piece, columns, self.above):
            sides += 1
            for role, value in values.items():
                if value:
                    self.above[side, role] = value
            if listed is None:
                self.unplaced(
                    piece,
                    " ".join(v for r, v in values.items() if v and r in {"name", "host", "grade"}),
                    "这一行没有写鉴定所名称，或写法认不出",
                )
                continue
            taken += 1
            self.tabled(piece, listed, columns)
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

    def tabled(self, piece: Piece, listed: Listed, columns: Columns) -> None:
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
        remark = listed.more.get("remarks", "")
        told = self.outcomes.find(remark)
        if told and not has and not listed.outcome:
            listed = listed._replace(outcome=remark)
        elif told and has and any(o.grade != self.outcomes.exactly(cell) for o in told):
            self.found.clues.append(Clue(piece.at, "备注", f"{listed.name}：{remark}"))
        self.place(piece, listed, own_column=has)

    def loose(self, piece: Piece) -> Mark:
        if found := loose_row(piece):
            return self.listed(piece, found)
        if speaks_of_stations(piece.text) and names_in(piece.text):
            return self.left(piece, "表没有认得出的表头，这一行不知道怎样读")
        self.prose(piece)
        return Mark(Use.CONTEXT, "表里没有鉴定所的行")

    def left(self, piece: Piece, why: str) -> Mark:
        self.unplaced(piece, " ".join(piece.text.split()), why)
        return Mark(Use.LEFT, why)

    def unplaced(self, piece: Piece, text: str, why: str) -> None:
        self.found.unplaced.append(Unplaced(piece.at, text, why))

    # The end.

    def bare_out(self) -> None:
        """Take the lines of a list whose names end otherwise, if they are as many as it says."""
        section = self.found.sections[self.section] if self.section >= 0 else None
        waiting, self.bare = self.bare, []
        if not section or not waiting:
            return
        already = sum(p.section == self.section for p in self.found.placed)
        if section.heading.stated == len(waiting) + already:
            for index in waiting:
                plain = without_number(self.pieces[index].text).strip(" 。；;、")
                name, host = _bare(plain)
                self.place(self.pieces[index], Listed(name, plain, host))
                self.found.marks[index] = Mark(Use.TAKEN, "鉴定所")
            return
        for index in waiting:
            self.unplaced(
                self.pieces[index],
                self.pieces[index].text.strip(),
                "名称里没有“鉴定所（站）”，个数又与标题不符，不能认定是鉴定所",
            )

    def close(self) -> None:
        """Read the facts, use the title's word for what no heading governs, and look for clues."""
        self.bare_out()
        found = self.found
        found.facts = facts_of(self.pieces, {p.piece for p in found.placed})
        for name, index in found.facts.taken.items():
            mark = found.marks[index]
            if mark.why.startswith("文件的"):
                found.marks[index] = Mark(Use.TAKEN, f"{mark.why}、{name}")
            elif mark.use is Use.CONTEXT:
                found.marks[index] = Mark(Use.TAKEN, f"文件的{name}")
        self._by_title()
        for piece, mark in zip(self.pieces, found.marks, strict=True):
            if mark.use is Use.CONTEXT and (short := _SHORT_NAME.findall(piece.text)):
                found.clues.append(
                    Clue(piece.at, "点名", f"正文提到 {'、'.join(dict.fromkeys(short))}")
                )
        year = found.facts.decided.year if found.facts.decided else None
        for piece, mark in zip(self.pieces, found.marks, strict=True):
            if mark.use is Use.CONTEXT and piece.text and ("月" in piece.text):
                found.clues += _terms(piece, year, self.outcomes)

    def _by_title(self) -> None:
        """Give what stands under no heading the one grade or act of the title, and say so."""
        grade, doubt = self.outcomes.grade_of(self.found.facts.title)
        placed = self.found.placed
        if (grade or act_in(doubt)) and placed and not any(p.grade or p.doubt for p in placed):
            self.found.placed = [p._replace(grade=grade, doubt=doubt) for p in placed]
            title = self.found.facts.taken["标题"]
            what = "等次" if grade else "处理"
            text = f"名单上没有{what}，按标题都作“{grade or doubt}”"
            self.found.clues.append(Clue(title, f"{what}取自标题", text))


def _label(piece: Piece) -> str:
    """Return a heading with its number, which alone may tell 附件1 from 附件2."""
    return re.sub(r"[\s:：]", "", piece.text)


def _bare(plain: str) -> tuple[str, str]:
    found = re.fullmatch(r"(.+?)[ ]*[(（]([^()（）]+)[)）]", plain)
    host = host_in(found[2]) if found else ""
    return (found[1], host) if found and host else (plain, "")


def _terms(piece: Piece, year: int | None, outcomes: Outcomes) -> list[Clue]:
    """Return the terms in the sentences that speak of stations."""
    clues = []
    for sentence in sentences(piece.text):
        about = outcomes.find(sentence) or re.search("许可证|印章|标牌|整改|验收", sentence)
        terms = [t for t in terms_in(sentence, year) if t.day or "个月" in t.printed]
        wanted = [t for t in terms if re.search("前|底|末|止|个月", t.printed)]
        if about and wanted:
            said = "、".join(
                f"{t.printed}（{t.day.isoformat()}）" if t.day else t.printed for t in wanted
            )
            clues.append(Clue(piece.at, "期限", f"{said}：{sentence[:80]}"))
    return clues


__all__ = [
    "Clue",
    "Mark",
    "Placed",
    "Section",
    "Understanding",
    "Unplaced",
    "understand",
]
