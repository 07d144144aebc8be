"""Continued: lines that go on with the station above, and items that a page broke."""

import re

from register.importing.account import Use
from register.importing.cleaning import Piece
from register.importing.found import REST, Mark
from register.importing.host_words import host_in
from register.importing.outline import heading_in
from register.importing.sections import Sections
from register.importing.torn import torn_bracket, torn_item

_BRACKET_ALONE = re.compile(
    r"^[(（]([^()（）]*(?:[(（][^()（）]*[)）])?[^()（）]*)[)）][;；。,，、]?$"
)
_LABELLED = re.compile(
    r"(?:年检|评估|检查|考核|评定|评审|最终|综合|质量)*(?:结果|结论|等次|等级|意见)"
    r"[ ]*[:：为][ ]*([^:：]{1,12})$"
)
PERSONAL = re.compile(
    r"^[ ]*(?:联[ ]*系[ ]*人|联系电话|联系方式|电[ ]*话|手[ ]*机|传[ ]*真|"
    r"(?:电子)?邮箱|电子邮件|经办人|E-?mail|QQ)|联系人(?:及联系电话)?[ ]*[:：]"
    r"|(?:[(（]0[0-9]{2,3}[)）]|(?<![0-9])0[0-9]{2,3}[-—])[ ]*[0-9]{7,8}",
    re.IGNORECASE,
)


class Continued(Sections):
    """Reads what belongs to a station that a line above names.

    `joined` of the lines to come are read already, with the mark `joined_as`.
    """

    joined = 0
    joined_as = Mark(Use.CONTEXT, "空白")

    def torn(self, piece: Piece) -> Mark | None:
        """Read an item of a list that was broken over several lines."""
        whole, found, more = torn_item(self.pieces, piece.at)
        heading = heading_in(piece.text, self.outcomes) if found else None
        if not found or PERSONAL.search(whole) or (heading and (heading.grade or heading.doubt)):
            return None
        self.joined, self.joined_as = more, Mark(Use.TAKEN, REST)
        return self.listed(piece, found)

    def host_of_last(self, piece: Piece) -> Mark | None:
        """Read a bracket on its own line, or broken over several, that names a host."""
        whole, more = torn_bracket(self.pieces, piece.at)
        if not self.is_host_of_last(piece, whole):
            return None
        mark = Mark(Use.TAKEN, "上一行鉴定所的承建单位")
        self.joined, self.joined_as = more, mark
        return mark

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

    def is_outcome_of_last(self, text: str) -> bool:
        """Whether a line says how the station above fared, which has no grade yet: 结果：合格."""
        labelled = _LABELLED.match(text)
        last = self.found.placed[-1] if self.found.placed else None
        told = self.outcomes.find(labelled[1]) if labelled else []
        if not labelled or not told or not last or last.grade or last.doubt:
            return False
        if (
            last.section != self.section
            or sum(p.piece == last.piece for p in self.found.placed) > 1
        ):
            return False
        self.found.placed.pop()
        self.place(self.pieces[last.piece], last.listed._replace(outcome=labelled[1]))
        return True


__all__ = ["PERSONAL", "Continued"]
