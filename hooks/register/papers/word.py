"""Word: a printout as a .docx file; the same printout gives the same bytes, whenever it is made."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm

from register.papers.layout import SPACING, TEXT_WIDTH, THREE
from register.papers.printout import Grid, Paragraph, Printout
from register.papers.word_markup import element, twips
from register.papers.word_package import clear_template, name_document, settled
from register.papers.word_page import set_page
from register.papers.word_styles import CELL, HEADER_CELL, set_styles, style_name


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
    if block.right:
        indent = element("w:ind", right=twips(block.right * (THREE + SPACING)))
        indent.set(qn("w:rightChars"), str(round(block.right * 100)))
        paragraph._p.get_or_add_pPr().append(indent)  # noqa: SLF001 - its setter knows no characters


def _add_table(document: WordDocument, block: Grid) -> None:
    """Add a table of fixed widths whose first row stands again on every page."""
    table = document.add_table(rows=0, cols=len(block.header), style="Table Grid")
    table.autofit = False
    properties = table._tbl.tblPr  # noqa: SLF001 - a caption has no setter
    properties.append(element("w:tblCaption", val=block.caption))
    widths = [Mm(TEXT_WIDTH * width / 100) for width in block.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, texts in enumerate((block.header, *block.rows)):
        row = table.add_row()
        marks = row._tr.get_or_add_trPr()  # noqa: SLF001 - neither mark has a setter
        marks.append(element("w:cantSplit"))
        if number == 0:
            marks.append(element("w:tblHeader"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            cell.paragraphs[0].style = document.styles[CELL if number else HEADER_CELL]
            cell.paragraphs[0].add_run(text)
