"""Word: a printout as a .docx file; the same printout gives the same bytes, whenever it is made."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from register.papers.layout import LOOKS, MILLIMETRES_PER_POINT, SPACING, TEXT_WIDTH, Look
from register.papers.printout import Grid, Paragraph, Printout
from register.papers.titles import inset
from register.papers.word_markup import element, twips
from register.papers.word_package import clear_template, name_document, settled
from register.papers.word_page import set_page
from register.papers.word_styles import CELL, HEADER_CELL, MIDDLE_CELL, set_styles, style_name


def word_file(printout: Printout) -> bytes:
    """Return the printout as a .docx file."""
    document = Document()
    clear_template(document)
    set_styles(document)
    set_page(document, printout)
    for block in printout.blocks:
        if isinstance(block, Grid):
            _add_table(document, block)
        else:
            _add_paragraph(document, block)
    name_document(document, printout)
    written = BytesIO()
    document.save(written)
    return settled(written.getvalue())


def _add_paragraph(document: WordDocument, block: Paragraph) -> None:
    paragraph = document.add_paragraph(block.text, style=style_name(block.kind))
    look = LOOKS[block.kind]
    left = inset(block.text) if look.balanced else 0
    right = left or block.right
    if right:
        paragraph._p.get_or_add_pPr().append(_indent(look, left, right))  # noqa: SLF001 - its setter knows no characters


def _indent(look: Look, left: float, right: float) -> BaseOxmlElement:
    """Return an indent in characters; the lengths are for programs that know no characters."""
    sides = {"left": left, "right": right}
    lengths = {side: twips(count * (look.size + SPACING)) for side, count in sides.items()}
    characters = {f"{side}Chars": round(count * 100) for side, count in sides.items()}
    return element("w:ind", **lengths, **characters, firstLine=0, firstLineChars=0)


def _add_table(document: WordDocument, block: Grid) -> None:
    """Add a table of fixed widths whose first row stands again on every page."""
    table = document.add_table(rows=0, cols=len(block.header), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, block.widths, strict=True):
        column.width = Mm(TEXT_WIDTH * width / 100)
    markup = table._tbl  # noqa: SLF001 - a caption has no setter, and rows by the thousand are slow
    markup.tblPr.append(element("w:tblCaption", val=block.caption))
    head, body, middle = (document.styles[n].style_id for n in (HEADER_CELL, CELL, MIDDLE_CELL))
    own = [middle if block.is_narrow(n) else body for n in range(len(block.header))]
    markup.append(_row(block.header, block.widths, [head] * len(own), "w:cantSplit", "w:tblHeader"))
    markup.extend(_row(texts, block.widths, own, "w:cantSplit") for texts in block.rows)


def _row(
    texts: Sequence[str], widths: Sequence[int], styles: Sequence[str], *marks: str
) -> BaseOxmlElement:
    row = element("w:tr")
    row.append(element("w:trPr"))
    row[0].extend(element(mark) for mark in marks)
    row.extend(_cell(*parts) for parts in zip(texts, widths, styles, strict=True))
    return row


def _cell(text: str, width: int, style: str) -> BaseOxmlElement:
    cell, properties, paragraph = element("w:tc"), element("w:tcPr"), element("w:p")
    points = TEXT_WIDTH * width / 100 / MILLIMETRES_PER_POINT
    properties.append(element("w:tcW", w=twips(points), type="dxa"))
    properties.append(element("w:vAlign", val="center"))
    paragraph.append(element("w:pPr"))
    paragraph[0].append(element("w:pStyle", val=style))
    run = element("w:r")
    run.text = text  # a run of python-docx takes care of spaces and of breaks
    paragraph.append(run)
    cell.extend([properties, paragraph])
    return cell
