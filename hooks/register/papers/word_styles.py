"""Word's styles: each kind of paragraph is one, and headings are Word's own.

The first kind of a level is Word's heading style itself, another is based on it, so that the
navigation pane and screen readers know both.
"""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import ParagraphStyle

from register.papers.layout import FANGSONG, FOUR, HEITI, LOOKS, PITCH, SPACING, THREE, Align, Look
from register.papers.printout import Kind
from register.papers.word_markup import element, fonts, twips

CELL, MIDDLE_CELL, HEADER_CELL = "公文表格", "公文表格居中", "公文表头"
_TABLE_LOOKS = (
    Look(CELL, FANGSONG, FOUR),
    Look(MIDDLE_CELL, FANGSONG, FOUR, Align.CENTER),
    Look(HEADER_CELL, HEITI, FOUR, Align.CENTER),
)
_NEEDED = ("Normal", "Header", "Footer", "Table Grid", "Heading 1", "Heading 2", "Heading 3")
_DEFAULTS = ("Default Paragraph Font", "Normal Table", "No List")
_HEADINGS = {
    level: next(kind for kind, look in LOOKS.items() if look.level == level)
    for level in sorted({look.level for look in LOOKS.values()} - {0})
}


def style_name(kind: Kind) -> str:
    """Return the name by which python-docx knows the style of a kind."""
    look = LOOKS[kind]
    return f"Heading {look.level}" if _HEADINGS.get(look.level) is kind else look.name


def set_styles(document: Document) -> None:
    """Replace the template's styles by those of the layout."""
    _remove_others(document)
    _set_defaults(document)
    for kind, look in LOOKS.items():
        name = style_name(kind)
        based = f"Heading {look.level}" if look.level and name == look.name else "Normal"
        _set_style(document, name, based, look)
    for look in _TABLE_LOOKS:
        _set_style(document, look.name, "Normal", look)


def _remove_others(document: Document) -> None:
    kept = {document.styles[name].style_id for name in (*_NEEDED, *_DEFAULTS)}
    for style in list(document.styles.element.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in kept:
            document.styles.element.remove(style)
        for link in style.findall(qn("w:link")):  # to a character style that is gone
            style.remove(link)


def _set_defaults(document: Document) -> None:
    """Everything is Chinese, 仿宋 and one pitch from line to line unless a style says otherwise."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    paragraph = defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}")
    for properties in (run, paragraph):
        properties[:] = []
    run.append(fonts(FANGSONG))
    run.extend(element(name, val=round(THREE * 2)) for name in ("w:sz", "w:szCs"))
    run.append(element("w:lang", val="zh-CN", eastAsia="zh-CN", bidi="ar-SA"))
    paragraph.append(_spacing())


def _spacing(before: int = 0, after: int = 0) -> BaseOxmlElement:
    """Return the space between lines, in lines: exact, so that a page has its number of lines."""
    return element(
        "w:spacing",
        before=twips(before * PITCH),
        after=twips(after * PITCH),
        line=twips(PITCH),
        lineRule="exact",
    )


def _set_style(document: Document, name: str, based: str, look: Look) -> None:
    styles = document.styles
    known = {style.name for style in styles}
    style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = styles[based]
    style.quick_style = True
    style.hidden = False
    for old in (style.element.pPr, style.element.rPr):
        if old is not None:
            style.element.remove(old)
    style.element.get_or_add_pPr().extend(_paragraph_marks(look))
    style.element.get_or_add_rPr().extend(_run_marks(look))


def _paragraph_marks(look: Look) -> list[BaseOxmlElement]:
    """Return the marks of a paragraph in the order that the file format asks for."""
    made = [element("w:keepNext", val=int(look.keeps)), element("w:keepLines", val=0)]
    made.append(element("w:pageBreakBefore", val=int(look.new_page)))
    made.append(element("w:widowControl", val=0))
    if look.ruled:
        border = element("w:pBdr")
        border.append(element("w:bottom", val="single", sz=8, space=8, color="000000"))
        made.append(border)
    made.extend(element(f"w:autoSpace{of}", val=0) for of in ("DE", "DN"))
    made.append(element("w:snapToGrid", val=int(look.size == THREE)))
    made.append(_spacing(look.before, look.after))
    made.append(_indent(look))
    made.append(element("w:jc", val=look.align.value))
    if look.level:
        made.append(element("w:outlineLvl", val=look.level - 1))
    return made


def _indent(look: Look) -> BaseOxmlElement:
    """Return an indent in characters; the lengths are for programs that know no characters."""
    first = "hanging" if look.first < 0 else "firstLine"
    counts = {"left": look.left, first: abs(look.first)}
    lengths = {side: twips(count * (look.size + SPACING)) for side, count in counts.items()}
    characters = {f"{side}Chars": count * 100 for side, count in counts.items()}
    return element("w:ind", **lengths, **characters)


def _run_marks(look: Look) -> list[BaseOxmlElement]:
    size = round(look.size * 2)
    return [
        fonts(look.face),
        *(element(f"w:{mark}", val=0) for mark in ("b", "bCs", "i", "iCs")),
        element("w:color", val="000000"),
        element("w:spacing", val=twips(SPACING)),
        element("w:sz", val=size),
        element("w:szCs", val=size),
    ]
