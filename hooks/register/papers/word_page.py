"""Word's page: its size and margins, the grid of lines and characters, headers and page numbers."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import _Footer
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from register.papers.layout import (
    BOTTOM,
    FOUR,
    KAITI,
    LEFT,
    NUMBER_BELOW,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PITCH,
    RIGHT,
    SMALL_FOUR,
    SONGTI,
    SPACING,
    TOP,
    Face,
)
from register.papers.printout import Printout
from register.papers.word_markup import element, fonts, twips

_NUMBER_LINE = 18.0  # of a page number, in points
_MILLIMETRE = 72 / 25.4
_HEADER_AT = 20.0


def set_page(document: Document, printout: Printout) -> None:
    """Set the only section of a document."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = Mm(_HEADER_AT)
    section.footer_distance = Mm(BOTTOM - NUMBER_BELOW - _NUMBER_LINE / _MILLIMETRE)
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    _set_grid(document)
    for header in (section.header, section.even_page_header):
        header.is_linked_to_previous = False
        _set_header(header.paragraphs[0], printout.running)
    section.first_page_header.is_linked_to_previous = False
    _set_number(section.first_page_footer, "right")
    _set_number(section.footer, "right")
    _set_number(section.even_page_footer, "left")


def _set_grid(document: Document) -> None:
    """Give the section its lines and, in 4096ths of a point, the space after a character.

    Programs disagree on what a grid of characters is, so it is one of lines only, and the styles
    state the space themselves.
    """
    properties = document.sections[0]._sectPr  # noqa: SLF001 - the grid has no setter
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    space = round(SPACING * 4096)
    grid = element("w:docGrid", type="lines", linePitch=twips(PITCH), charSpace=space)
    properties.append(grid)


def _set_header(paragraph: Paragraph, text: str) -> None:
    _set_line(paragraph, "center", SMALL_FOUR)
    _add_run(paragraph, text, KAITI, SMALL_FOUR)


def _set_number(footer: _Footer, side: str) -> None:
    """Put — 1 — at the outer side of the page, a character from the edge; Word counts."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    _set_line(paragraph, side, FOUR)
    _add_run(paragraph, "— ", SONGTI, FOUR)
    for mark in ("begin", "instruction", "separate", "text", "end"):
        run = paragraph.add_run()._r  # noqa: SLF001 - fields have no setter
        run.get_or_add_rPr().append(fonts(SONGTI))
        run.get_or_add_rPr().append(element("w:sz", val=round(FOUR * 2)))
        if mark == "instruction":
            instruction = element("w:instrText")
            instruction.text = " PAGE "
            run.append(instruction)
        elif mark == "text":
            run.add_t("1")
        else:
            run.append(element("w:fldChar", fldCharType=mark))
    _add_run(paragraph, " —", SONGTI, FOUR)


def _set_line(paragraph: Paragraph, side: str, size: float) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - indents in characters have no setter
    spacing = element("w:spacing", before=0, after=0, line=twips(_NUMBER_LINE), lineRule="exact")
    properties.append(spacing)
    if side != "center":
        indent = element("w:ind", **{side: twips(size), f"{side}Chars": 100})
        properties.append(indent)
    properties.append(element("w:jc", val=side))


def _add_run(paragraph: Paragraph, text: str, face: Face, size: float) -> None:
    run = paragraph.add_run(text)._r  # noqa: SLF001 - fonts for Chinese have no setter
    run.get_or_add_rPr().append(fonts(face))
    run.get_or_add_rPr().append(element("w:sz", val=round(size * 2)))
