"""Word's markup: elements and lengths, as the file format writes them."""

from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from register.papers.layout import Face


def element(tag: str, /, **attributes: object) -> BaseOxmlElement:
    """Return an element of Word's main vocabulary with attributes of the same."""
    made = cast("BaseOxmlElement", OxmlElement(tag))
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def twips(points: float) -> int:
    """Return a length in twentieths of a point."""
    return round(points * 20)


def fonts(face: Face) -> BaseOxmlElement:
    """Return the fonts of a run: one face for Chinese and for digits, so that a digit is half."""
    named = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), face.name)
    return element("w:rFonts", hint="eastAsia", **named)
