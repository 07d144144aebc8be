"""Word's package: what a file says of itself, and the same bytes for the same contents."""

import zipfile
from datetime import UTC, datetime, time
from io import BytesIO

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree

from register.papers.layout import FACES, HEITI
from register.papers.printout import Printout
from register.papers.word_markup import element

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # that a zip can name
_READABLE = 0o644 << 16
_FOREIGN = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "numbering")
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>'
)


def clear_template(document: Document) -> None:
    """Drop what python-docx's template brings along: a picture, another's settings and styles."""
    for owner in (document.part.package, document.part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.rpartition("/")[2] in _FOREIGN:
                del owner.rels[key]
    _part(document.part.package, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)._blob = _APP  # noqa: SLF001 - parts have no setter
    _part(document.part, RELATIONSHIP_TYPE.FONT_TABLE)._blob = _font_table()  # noqa: SLF001
    settings = document.settings.element
    for name in ("w:rsids", "w:savePreviewPicture", "w:doNotAutoCompressPictures", "w:zoom"):
        for old in settings.findall(qn(name)):
            settings.remove(old)
    for language in settings.findall(qn("w:themeFontLang")):
        language.set(qn("w:val"), "zh-CN")
        language.set(qn("w:eastAsia"), "zh-CN")


def _part(owner: object, kind: str) -> Part:
    part: Part = owner.part_related_by(kind)  # type: ignore[attr-defined] # packages and parts alike
    return part


def _font_table() -> bytes:
    """Name for each face those that a machine without it may take."""
    table = element("w:fonts")
    for face in FACES:
        font = element("w:font", name=face.name)
        font.append(element("w:altName", val=",".join(face.instead)))
        font.append(element("w:charset", val="86"))
        font.append(element("w:family", val="swiss" if face is HEITI else "roman"))
        font.append(element("w:pitch", val="variable"))
        table.append(font)
    return bytes(etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True))


def name_document(document: Document, printout: Printout) -> None:
    """Say what the document is; its days are that of the paper, never that of the clock."""
    own, day = document.core_properties, datetime.combine(printout.day, time(), UTC)
    own.title, own.subject = printout.title[:255], printout.subject[:255]
    own.comments, own.language = "。".join(printout.marks)[:255], "zh-CN"
    own.author = own.last_modified_by = own.keywords = own.category = ""
    own.revision = 1
    own.created = own.modified = day.replace(tzinfo=None)


def settled(package: bytes) -> bytes:
    """Return the package with its parts in order and no time in it."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(written, "w") as new:
        for name in sorted(old.namelist(), key=lambda n: (not n.startswith("["), n)):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, _READABLE
            new.writestr(entry, old.read(name))
    return written.getvalue()
