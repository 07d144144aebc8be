"""Lines: what each line of a paper is: a heading, an item of a list, a sentence, or nothing."""

import re

from register.importing.account import Use
from register.importing.cleaning import Piece
from register.importing.continued import PERSONAL, Continued
from register.importing.found import RENAMING, Mark, Placed
from register.importing.item_numbers import number_of, without_number
from register.importing.layouts import listed_in
from register.importing.listed import Listed
from register.importing.outline import PLAIN, Heading, grounds_in, heading_in
from register.importing.prose import last_words
from register.importing.renamings import renamings_in
from register.importing.sections import PLACES
from register.importing.station_names import is_organisation, names_in
from register.importing.tables import is_note
from register.importing.torn import torn_sentence

_PAGE = re.compile(
    r"^[ \-—–·第]*[0-9]{1,4}[ ]*(?:页)?[ \-—–·/]*(?:共[ ]*[0-9]{1,4}[ ]*页)?[ \-—–·]*$"
)
_ANYWAY = re.compile(r"停|不再|除外|另行|缓|保留|暂|^[是否√×✓]$|待")
_OFFICE = re.compile(r"(?:厅|局|委员会|办公室|中心|部|处)$")
BLANK = Mark(Use.CONTEXT, "空白")
_OWN_WORDS = Mark(Use.CONTEXT, "正文")


class Lines(Continued):
    """Reads lines."""

    def line(self, piece: Piece) -> Mark:
        """Read one line and mark it."""
        text = piece.text.strip()
        if self.joined:
            self.joined -= 1
            return self.joined_as
        if not text:
            return Mark(Use.LEFT, "网页附带的广告或干扰字符") if piece.spam else BLANK
        return self.item(piece, text) or self.words(piece, text)

    def item(self, piece: Piece, text: str) -> Mark | None:
        """Read a line of a list, or what goes on with one; None where it is neither."""
        if mark := self.torn(piece) or self.aside(piece, text) or self.renamings(piece, text):
            return mark
        if found := listed_in(text):
            return self.listed(piece, found)
        if mark := self.host_of_last(piece) or self.list_behind_heading(piece, text):
            return mark
        return Mark(Use.TAKEN, "上面鉴定所的等次") if self.is_outcome_of_last(text) else None

    def words(self, piece: Piece, text: str) -> Mark:
        """Read a heading, a note, a sentence, or a name that does not end as such."""
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

    def renamings(self, piece: Piece, text: str) -> Mark | None:
        """Read A所更名为B所; in a list with a grade it is a remark behind the name."""
        section = self.found.sections[self.section] if self.section >= 0 else None
        found = renamings_in(without_number(text)) if not (section and section.grade) else []
        self.found.renamings += [(piece.at, renaming) for renaming in found]
        return Mark(Use.TAKEN, RENAMING) if found else None

    def aside(self, piece: Piece, text: str) -> Mark | None:
        """Mark what is neither list nor text: contacts, page numbers, the count of a heading."""
        if PERSONAL.search(text) and not listed_in(text):
            return Mark(Use.LEFT, "联系方式或个人信息")
        if _PAGE.match(text):
            return Mark(Use.CONTEXT, "页码")
        return self.count_below(piece, text)

    def list_behind_heading(self, piece: Piece, text: str) -> Mark | None:
        """Read 一、合格：A所、B所, a heading and its list in one line."""
        head, colon, tail = text.partition("：") if "：" in text else text.partition(":")
        heading = heading_in(head, self.outcomes) if colon and tail else None
        tells = heading is not None and bool(heading.grade or heading.doubt)
        found = listed_in(tail) if tail else []
        section = self.found.sections[self.section] if self.section >= 0 else None
        if heading and not tells and section and section.grade:
            tells = bool(grounds_in(heading.text, self.outcomes))
        leads = tells or PLACES.match(head) or all(listed.outcome for listed in found)
        if not found or not leads or names_in(head):
            return None
        if heading and tells:
            self.begin(piece, heading)
        return self.listed(piece, found)

    def is_bare_name(self, text: str, heading: Heading | None) -> bool:
        """Whether a line of a counted list may be a station's name that does not end as such."""
        section = self.found.sections[self.section] if self.section >= 0 else None
        if not section or (heading and (heading.grade or heading.doubt or heading.stated)):
            return False
        plain = without_number(text).rstrip("。；;，,、")
        numbered, is_body = number_of(text) is not None, is_organisation(plain)
        likely = (numbered or is_body) if section.heading.stated else (numbered and is_body)
        is_office = bool(_OFFICE.search(plain)) and not numbered
        return likely and not is_office and bool(re.fullmatch(r"[^。，,；;：:]{4,40}", plain))

    def paragraph(self, piece: Piece, text: str) -> Mark:
        """Read a sentence or more; its last words may lead to a list."""
        if mark := self.item_with_words(piece, text):
            return mark
        whole, more = torn_sentence(self.pieces, piece.at)
        self.joined, self.joined_as = more, Mark(Use.CONTEXT, "上一行的正文")
        text = whole
        self.prose(piece._replace(text=whole))
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
        told = [o for o in self.outcomes.find(rest) if o.grade != section.grade]
        mends = "整改" in section.grade
        others = [o.word for o in told if o.grade or not (mends and o.word.endswith("整改"))]
        if others or _ANYWAY.search(rest):
            listed = listed._replace(outcome=rest[:40], rest="")
            doubt = "、".join(others) or rest[:10]
            self.found.placed.append(Placed(piece.at, listed, None, doubt, self.section))
            return Mark(Use.TAKEN, "鉴定所")
        return self.listed(piece, [listed])


__all__ = ["BLANK", "PERSONAL", "Lines"]
