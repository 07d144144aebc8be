"""Automatic numbers of a Word file: what stands before a paragraph though nobody typed it."""

from collections.abc import Mapping

from register.importing.readers.archive import Archive, Element
from register.importing.readers.word_text import attribute, child, is_on, local
from register.names.numerals import to_chinese

_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    }
)
_STEMS = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 9999
_LETTERS = 26


class Numbering:
    """Counts through a document, paragraph by paragraph."""

    def __init__(self, archive: Archive, related: Mapping[str, list[str]]) -> None:
        """Read the lists and the styles that a document refers to."""
        self._lists: dict[str, Element] = {}
        self._abstract: dict[str, Element] = {}
        self._styles: dict[str, Element] = {}
        for path in related.get("numbering", ()):
            self._read_lists(archive.xml(path))
        for path in related.get("styles", ()):
            self._read_styles(archive.xml(path))
        self._levels: dict[tuple[str, int], Element | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def _read_lists(self, root: Element) -> None:
        for element in root:
            if local(element) == "num":
                self._lists[attribute(element, "numId") or ""] = element
            elif local(element) == "abstractNum":
                self._abstract[attribute(element, "abstractNumId") or ""] = element

    def _read_styles(self, root: Element) -> None:
        for element in root:
            if local(element) == "style":
                self._styles[attribute(element, "styleId") or ""] = element

    def before(self, paragraph: Element, *, has_text: bool) -> str:
        """Count a paragraph; return its number, with the space after it, or nothing."""
        number, depth = self._place(child(paragraph, "pPr"))
        level = self._level(number, depth)
        if level is None:
            return ""
        counts = self._count(number, depth, level)
        text = self._written(number, level, counts)
        suffix = _value(child(level, "suff"))
        return text + (" " if text and has_text and suffix != "nothing" else "")

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """The list and the level of a paragraph: its own, or else those of its style."""
        seen: set[str] = set()
        number, depth = None, None
        while properties is not None:
            own = child(properties, "numPr")
            number = number or _value(child(own, "numId"))
            depth = depth or _value(child(own, "ilvl"))
            style = _value(child(properties, "pStyle")) or _value(
                child(properties.getparent(), "basedOn")
            )
            if number or not style or style in seen or style not in self._styles:
                break
            seen.add(style)
            properties = child(self._styles[style], "pPr")
            if properties is None:
                break
        return number or "", _whole(depth, 0)

    def _abstract_of(self, number: str) -> str:
        return _value(child(self._lists.get(number), "abstractNumId")) or ""

    def _level(self, number: str, depth: int) -> Element | None:
        key = (number, depth)
        if key not in self._levels:
            self._levels[key] = self._find_level(number, depth)
        return self._levels[key]

    def _find_level(self, number: str, depth: int) -> Element | None:
        override = _at(self._lists.get(number), "lvlOverride", depth)
        abstract = self._abstract.get(self._abstract_of(number))
        linked = _value(child(abstract, "numStyleLink"))
        if linked:
            link = _value(child(self._styles.get(linked), "pPr", "numPr", "numId")) or ""
            abstract = self._abstract.get(self._abstract_of(link))
        own = child(override, "lvl")
        return own if own is not None else _at(abstract, "lvl", depth)

    def _count(self, number: str, depth: int, level: Element) -> dict[int, int]:
        counts = self._counts.setdefault(self._abstract_of(number), {})
        override = _at(self._lists.get(number), "lvlOverride", depth)
        restart = _value(child(override, "startOverride"))
        if restart is not None and (number, depth) not in self._begun:
            counts.pop(depth, None)
        self._begun.add((number, depth))
        start = _whole(restart, _whole(_value(child(level, "start")), 1))
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return counts

    def _written(self, number: str, level: Element, counts: Mapping[int, int]) -> str:
        if _value(child(level, "numFmt")) == "bullet":
            return ""
        text = _value(child(level, "lvlText")) or ""
        legal = is_on(child(level, "isLgl"))
        for depth in range(9):
            if (mark := f"%{depth + 1}") in text:
                other = self._level(number, depth)
                count = counts.get(depth, _whole(_value(child(other, "start")), 1))
                form = "decimal" if legal else _value(child(other, "numFmt")) or "decimal"
                text = text.replace(mark, written(count, form))
        return text


def written(count: int, form: str) -> str:
    """Write a number as Word does under the name `form` (ECMA-376, ST_NumberFormat)."""
    if form == "none":
        return ""
    if form in _CHINESE and 0 <= count <= _MOST:
        return to_chinese(count)
    if form in _STEMS and 1 <= count <= len(_STEMS[form]):
        return _STEMS[form][count - 1]
    if form.startswith("decimalEnclosedCircle") and 1 <= count <= len(_CIRCLED):
        return _CIRCLED[count - 1]
    if form in {"upperLetter", "lowerLetter"} and 1 <= count <= _MOST:
        letter = chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"upperRoman", "lowerRoman"} and 1 <= count <= _MOST:
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    return _in_digits(count, form)


def _in_digits(count: int, form: str) -> str:
    match form:
        case "decimalZero":
            return f"{count:02}"
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(count).translate({digit: digit + 0xFEE0 for digit in range(0x30, 0x3A)})
        case "decimalEnclosedParen":
            return f"({count})"
        case "decimalEnclosedFullstop":
            return f"{count}."
        case _:
            return str(count)


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text


def _value(element: Element | None) -> str | None:
    return None if element is None else attribute(element, "val")


def _whole(text: str | None, otherwise: int) -> int:
    plain = text is not None and text.isascii() and text.isdecimal() and len(text) <= len("9999999")
    return int(text) if plain and text is not None else otherwise


def _at(parent: Element | None, name: str, depth: int) -> Element | None:
    for element in parent if parent is not None else ():
        if local(element) == name and attribute(element, "ilvl") == str(depth):
            return element
    return None
