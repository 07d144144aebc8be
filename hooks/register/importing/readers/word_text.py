"""A paragraph of a Word file → its text as a person reads it, and the boxes that float beside it.

Inserted text counts and deleted text does not; hidden text is told apart. Elements are known by
their local names, for Word has two sets of namespaces ("transitional" and "strict").
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from register.importing.readers.archive import Element

_AS_TEXT = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_TICKS = {"F0FE": "☑", "F052": "☑", "F0FC": "✓", "F0A8": "□", "F06F": "□", "F0FB": "✗", "F0FD": "☒"}
_PASSED_OVER = frozenset({"del", "moveFrom", "pPr", "rPr", "rt", "sdtPr", "sdtEndPr", "rubyPr"})
_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})
_FLOATING = frozenset({"drawing", "pict", "object", "AlternateContent"})
_OFF = frozenset({"0", "false", "off"})


class ParagraphText(NamedTuple):
    """What stands in a paragraph."""

    text: str
    hidden: str
    boxes: list[Element]
    """The contents of text boxes that are anchored in it."""


def local(element: Element) -> str:
    """The name of an element without its namespace; comments have none."""
    return _local(element.tag)


@cache
def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """The value of an attribute, whatever its namespace."""
    for key, value in element.attrib.items():
        if _local(key) == name:
            return str(value)
    return None


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of that name, and of it the first of the next name, and so on."""
    for name in names:
        if element is None:
            return None
        element = _first(element, name)
    return element


def _first(parent: Element, name: str) -> Element | None:
    for element in parent:
        if local(element) == name:
            return element
    return None


def is_on(element: Element | None) -> bool:
    """Whether a switch such as w:vanish is there and not set to no."""
    return element is not None and (attribute(element, "val") or "1") not in _OFF


def blocks_in(parent: Element) -> Iterator[Element]:
    """Yield paragraphs, tables, rows or cells, also out of content controls and insertions."""
    for element in parent:
        name = local(element)
        if name in _WRAPPERS:
            yield from blocks_in(element)
        elif name not in _PASSED_OVER:
            yield element


def paragraph_text(paragraph: Element) -> ParagraphText:
    """Read a paragraph."""
    seen: list[str] = []
    hidden: list[str] = []
    boxes: list[Element] = []
    _collect(paragraph, seen, hidden, boxes)
    return ParagraphText("".join(seen), "".join(hidden), boxes)


def _collect(parent: Element, seen: list[str], hidden: list[str], boxes: list[Element]) -> None:
    for element in parent:
        name = local(element)
        if name == "t":
            seen.append(element.text or "")
        elif name in _AS_TEXT:
            seen.append(_AS_TEXT[name])
        elif name == "sym":
            seen.append(_symbol(element))
        elif name in _FLOATING:
            boxes.extend(_boxes_in(element))
        elif name == "r" and is_on(child(element, "rPr", "vanish")):
            _collect(element, hidden, hidden, boxes)
        elif name not in _PASSED_OVER:
            _collect(element, seen, hidden, boxes)


def _symbol(element: Element) -> str:
    code = (attribute(element, "char") or "").upper()
    try:
        return _TICKS.get(code) or chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _boxes_in(element: Element) -> Iterator[Element]:
    """Yield text boxes; of the forms for new and old programs, the first that has any."""
    if local(element) == "txbxContent":
        yield element
    elif local(element) == "AlternateContent":
        forms = (list(_boxes_in(form)) for form in element)
        yield from next((found for found in forms if found), [])
    else:
        for one in element:
            yield from _boxes_in(one)
