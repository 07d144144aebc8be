"""Understanding: a cleaned paper becomes listed stations, and a mark on each piece.

Every piece gets exactly one mark, so that what is taken, what is context and what is left out
make up the source, always.
"""

import re
from collections.abc import Sequence

from register.importing.account import Use
from register.importing.acts import act_in
from register.importing.cleaning import Piece
from register.importing.days import in_words, terms_in
from register.importing.facts import facts_of
from register.importing.found import RENAMING, Clue, Mark, Understanding
from register.importing.outcomes import Outcomes
from register.importing.prose import sentences
from register.importing.rows import Rows

_SHORT_NAME = re.compile(r"省第?[一二三四五六七八九十百]{1,4}[所站](?![^、，。]*承建)")


def understand(pieces: Sequence[Piece], outcomes: Outcomes) -> Understanding:
    """Read a cleaned paper with the words of its scheme."""
    reading = _Reading(pieces, outcomes)
    for piece in pieces:
        reading.take(piece)
    reading.close()
    found = reading.found
    assert len(found.marks) == len(pieces)
    return found


class _Reading(Rows):
    """Goes through the pieces in order."""

    def take(self, piece: Piece) -> None:
        """Understand one piece and mark it."""
        if piece.table != self.table:
            self.cross(piece)
        mark = self.row(piece) if piece.table >= 0 else self.line(piece)
        self.found.marks.append(mark)

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
            spoken = mark.use is Use.CONTEXT or mark.why == RENAMING
            if spoken and "月" in piece.text:
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


def _terms(piece: Piece, year: int | None, outcomes: Outcomes) -> list[Clue]:
    """Return the terms in the sentences that speak of stations."""
    clues = []
    for sentence in sentences(piece.text):
        about = outcomes.find(sentence) or re.search("许可证|印章|标牌|整改|验收", sentence)
        terms = [t for t in terms_in(sentence, year) if t.day or "个月" in t.printed]
        wanted = [t for t in terms if re.search("前|底|末|止|个月", t.printed)]
        if about and wanted:
            said = "、".join(
                f"{t.printed}（{in_words(t.day)}）" if t.day else t.printed for t in wanted
            )
            clues.append(Clue(piece.at, "期限", f"{said}：{sentence[:80]}"))
    return clues


__all__ = ["understand"]
