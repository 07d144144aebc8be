"""Sections: under which heading a piece stands, and the grade that it gives to what is listed."""

import re
from collections.abc import Sequence

from register.importing.account import Use
from register.importing.cleaning import Piece
from register.importing.facts import Facts
from register.importing.found import EMPTY_CELL, Mark, Placed, Section, Understanding, Unplaced
from register.importing.host_words import host_in
from register.importing.item_numbers import number_of, without_number
from register.importing.listed import Listed
from register.importing.outcomes import Outcomes
from register.importing.outline import PLAIN, Heading, count_alone, grounds_in
from register.importing.prose import SaidTotal, said_in

PLACES = re.compile(
    r"^(?:[\u4e00-\u9fff]{1,8}(?:省|市|州|县|区|盟|地区|系统|行业|直属|"
    r"部门)|省直|市直|省属|市属|中央在.{1,3}|企业|院校|学校|行业|其他)*(?:国家)?("
    r"?:职业技能)?(?:鉴定)?(?:所|站|机构|单位)?(?:[(（]站[)）])?(?:名单)?[ ]*(?:[(（]"
    r"[^()（）]*[)）])?[:：]?$"
)
_TITLE = re.compile(r"关于.+的(?:通报|通知|通告|公告|公示|决定|意见|函)(?:[(（][^()（）]*[)）])?$")

_FIRST = re.compile(r"[ ]*[(（]?[ ]?(?:一|1)[ ]?(?:[)）]|[、.．])")
_BODIES = re.compile(r"(?:评价|认定|考核|培训)(?:机构|组织|单位|院校|企业)")

# The second line of a heading that was too long for one.
_GOES_ON = re.compile(
    r"(?:国家)?(?:职业技能)?(?:鉴定)?(?:所|站|机构|单位)?(?:[(（]站[)）])?(?:名单|一览表|汇总表)[:：]?"
)


class Sections:
    """Remembers under which heading it is, and places there what is listed."""

    def __init__(self, pieces: Sequence[Piece], outcomes: Outcomes) -> None:
        """Begin before the first of `pieces`, under no heading."""
        self.outcomes = outcomes
        self.pieces = pieces
        self.found = Understanding(pieces, [], Facts())
        self.section = -1
        self.headed = -1
        self.seen: set[str] = set()
        self.bare: list[int] = []

    def heading(self, piece: Piece, heading: Heading) -> Mark:
        """Begin a section, unless the heading only repeats one."""
        label = _label(piece)
        if label in self.seen and self.section >= 0 and not heading.grade and not heading.doubt:
            return Mark(Use.CONTEXT, "重复的页眉")
        current = self.found.sections[self.section] if self.section >= 0 else None
        if current and _label(self.pieces[current.piece]) == label:
            return Mark(Use.CONTEXT, "重复的标题")
        if current and current.grade and _GOES_ON.fullmatch(heading.text) and self.is_below(piece):
            self.headed = piece.at
            return Mark(Use.CONTEXT, "标题")
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
        elif (parent := self._over_places(piece, heading)) >= 0:
            above = self.found.sections[parent]
            section = Section(piece.at, heading, above.grade, above.doubt, "", parent)
        else:
            section = Section(piece.at, heading, None, "", "")
        self.found.sections.append(section)
        self.section, self.headed = len(self.found.sections) - 1, piece.at

    def is_below(self, piece: Piece) -> bool:
        """Whether a piece stands right below the heading of its section."""
        return not any(p.text.strip() for p in self.pieces[self.headed + 1 : piece.at])

    def _above(self, level: int) -> int:
        """Return the section with an outcome that a heading of this level stands under."""
        at = self.section
        while at >= 0:
            section = self.found.sections[at]
            own = section.heading.level
            tells = section.parent < 0 or section.heading.grade or section.heading.doubt
            if own < level or (level == PLAIN == own and tells):
                return at
            at = section.parent
        return -1

    def _over_places(self, piece: Piece, heading: Heading) -> int:
        """Return the heading without a number that a numbered list of places stands under."""
        current = self.found.sections[self.section] if self.section >= 0 else None
        if not current or not PLACES.match(heading.text):
            return -1
        if current.heading.level == PLAIN and (current.grade or current.doubt):
            is_first = bool(_FIRST.match(piece.text))
            return self.section if is_first and not self._has_stations() else -1
        over = self.found.sections[current.parent] if current.parent >= 0 else None
        beside = current.heading.level == heading.level and PLACES.match(current.heading.text)
        return current.parent if over and over.heading.level == PLAIN and beside else -1

    def _has_stations(self) -> bool:
        return any(placed.section == self.section for placed in self.found.placed)

    @staticmethod
    def _belongs(heading: Heading, grounds: str) -> bool:
        plain = heading.level == PLAIN
        return not plain or bool(grounds) or bool(PLACES.match(heading.text))

    def count_below(self, piece: Piece, text: str) -> Mark | None:
        """Give a heading the count that stands on the line below it."""
        counted = count_alone(text)
        section = self.found.sections[self.section] if self.section >= 0 else None
        if not counted or not section or not self.is_below(piece):
            return None
        if section.heading.stated is None:
            heading = section.heading._replace(stated=counted)
            self.found.sections[self.section] = section._replace(heading=heading)
        elif section.heading.grade:
            total = SaidTotal(section.heading.grade, section.grade, counted)
            self.found.totals.append((piece.at, total))
        return Mark(Use.CONTEXT, "标题里的个数")

    def listed(self, piece: Piece, found: Sequence[Listed]) -> Mark:
        """Place each station of a piece."""
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
            grade, doubt = None, EMPTY_CELL
        if listed.outcome:
            exact = self.outcomes.exactly(listed.outcome)
            grade, doubt = (exact, "") if exact else self.outcomes.grade_of(listed.outcome)
            doubt = doubt if grade else doubt or listed.outcome
        if own_column and grade and section and section.grade and section.grade != grade:
            doubt, grade = f"{section.grade}、{grade}", None
        grounds = listed.more.get("grounds", "") or (section.grounds if section else "")
        self.found.placed.append(Placed(piece.at, listed, grade, doubt, self.section, grounds))

    def prose(self, piece: Piece) -> None:
        """Note what sentences say of stations and of totals."""
        said = said_in(piece.text, self.outcomes)
        self.found.totals += [(piece.at, total) for total in said.totals]
        self.found.said += [(piece.at, of) for of in said.stations]

    def left(self, piece: Piece, why: str) -> Mark:
        """Leave a piece out, with the reason."""
        self.unplaced(piece, " ".join(piece.text.split()), why)
        return Mark(Use.LEFT, why)

    def unplaced(self, piece: Piece, text: str, why: str) -> None:
        """Note what the paper lists and no record takes."""
        self.found.unplaced.append(Unplaced(piece.at, text, why))

    def bare_out(self) -> None:
        """Take the lines of a list whose names end otherwise, if they are as many as it says."""
        section = self.found.sections[self.section] if self.section >= 0 else None
        waiting, self.bare = self.bare, []
        if not section or not waiting:
            return
        already = sum(p.section == self.section for p in self.found.placed)
        texts = [self.pieces[index].text for index in waiting]
        bodies = section.heading.stated is None and _BODIES.search(section.heading.text)
        in_order = [number_of(text) for text in texts] == list(range(1, len(texts) + 1))
        if section.heading.stated == len(waiting) + already or (bodies and in_order):
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


def _label(piece: Piece) -> str:
    """Return a heading with its number, which alone may tell 附件1 from 附件2."""
    return re.sub(r"[\s:：]", "", piece.text)


def _bare(plain: str) -> tuple[str, str]:
    found = re.fullmatch(r"(.+?)[ ]*[(（]([^()（）]+)[)）]", plain)
    host = host_in(found[2]) if found else ""
    return (found[1], host) if found and host else (plain, "")


__all__ = ["PLACES", "Sections"]
