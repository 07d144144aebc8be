"""YAML text → nodes, by the events of PyYAML's C parser.

Our own builder stops at a depth and a size, and knows anchors, tags and duplicate keys for what
they are; PyYAML's composer hides them and crashes on deep nesting.
"""

import re

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from register.problem import Place, Problem
from register.reading import forms
from register.reading.nodes import Mapping, Node, Scalar, Sequence
from register.reading.raw_text import to_text

MAX_DEPTH = 64
MAX_NODES = 400_000

_ESCAPE = re.compile(r"\\\\|\\\"|(\\.?)", re.DOTALL)
_MESSAGES = {
    "mapping values are not allowed": "这里不该有冒号；值里有冒号时要加引号",
    "could not find expected ':'": "缺少半角冒号，或冒号后没有空格",
    "did not find expected key": "没有对齐，或引号不成对",
    "did not find expected '-' indicator": "列表没有对齐",
    "did not find expected ',' or": "方括号或花括号没有配对，或缺少半角逗号",
    "did not find expected node content": "缺少值，或括号没有配对",
    "block sequence entries are not allowed": "短横要另起一行",
    "cannot start any token": "值以特殊符号开头，要加引号",
    "unexpected end of stream": "引号没有配对",
    "did not find expected <document start>": "没有对齐",
    "escape": "双引号里的反斜线写法不认识",
    "directive": "不认识的指令行",
    "incompatible YAML document": "不认识的指令行",
}
# For these the fault lies where the thing began that was then missed.
_FROM_START = ("could not find expected ':'", "unexpected end of stream")


class _Stop(Exception):  # noqa: N818 - it ends the reading, as StopIteration ends a loop
    """Reading ends here; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def to_nodes(path: str, content: bytes) -> tuple[Node | None, list[Problem]]:
    """Return the root node of `content` (None where it cannot be read), and what is wrong with it.

    Faults that leave the nodes in doubt (anchors, tags, a second document) are problems too.
    """
    text, problems = to_text(path, content)
    if text is None:
        return None, problems
    builder = _Builder(path, text)
    try:
        return builder.build(), builder.problems
    except _Stop as stop:
        return None, [stop.problem]


class _Builder:
    """Builds one file's nodes from its events."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.escapes = "\\" in text
        self.problems: list[Problem] = []
        self.count = 0

    def build(self) -> Node:
        parser = CParser(self.text)
        try:
            return self._document(parser)
        except yaml.MarkedYAMLError as error:
            raise _Stop(self._syntax(error)) from None
        finally:
            parser.dispose()

    def _document(self, parser: CParser) -> Node:
        parser.get_event()  # the stream's start
        start = parser.get_event()
        if not isinstance(start, DocumentStartEvent):
            raise _Stop(forms.file_empty.at(Place(self.path)))
        if start.version or start.tags:
            self.problems.append(forms.yaml_directive.at(self._place(start)))
        root = self._tree(parser)
        parser.get_event()  # the document's end
        following = parser.get_event()
        if isinstance(following, DocumentStartEvent):
            self.problems.append(forms.second_document.at(self._place(following)))
        if isinstance(root, Scalar) and root.plain and not root.text:
            raise _Stop(forms.file_empty.at(Place(self.path)))
        return root

    def _tree(self, parser: CParser) -> Node:
        """Build one value and all below it, with a stack of our own instead of recursion."""
        stack: list[Sequence | Mapping] = []
        keys: list[Scalar | None] = []  # of each open mapping, the key that waits for its value
        while True:
            event = parser.get_event()
            node: Node
            if type(event) is ScalarEvent:
                node = self._scalar(event)
            elif type(event) is MappingEndEvent or type(event) is SequenceEndEvent:
                node = stack.pop()
                keys.pop()
            elif type(event) is AliasEvent:
                node = self._alias(event)
            else:
                self._open(event, stack, keys)
                continue
            if not stack:
                return node
            parent, key = stack[-1], keys[-1]
            if isinstance(parent, Sequence):
                parent.items.append(node)
            elif key:
                keys[-1] = None
                self._set(parent, key, node)
            elif isinstance(node, Scalar):  # _open lets nothing else stand as a key
                keys[-1] = node

    def _open(
        self, event: Event | None, stack: list[Sequence | Mapping], keys: list[Scalar | None]
    ) -> None:
        """Begin a list or a mapping."""
        self._count(event)
        place = self._place(event)
        if stack and isinstance(stack[-1], Mapping) and keys[-1] is None:
            raise _Stop(forms.key_not_text.at(place))
        if len(stack) == MAX_DEPTH:
            raise _Stop(forms.too_deep.at(place, MAX_DEPTH))
        self._refuse_marks(event)
        cls = Sequence if isinstance(event, SequenceStartEvent) else Mapping
        stack.append(cls(place.line, place.column))
        keys.append(None)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        self._count(event)
        if event.anchor or event.tag:
            self._refuse_marks(event)
        if self.escapes and event.style == '"':
            self._refuse_escapes(event)
        mark = event.start_mark
        assert mark is not None  # libyaml marks every event
        return Scalar(event.value, mark.line + 1, mark.column + 1, not event.style)

    def _alias(self, event: AliasEvent) -> Scalar:
        self._count(event)
        place = self._place(event)
        self.problems.append(forms.yaml_anchor.at(place, f"*{event.anchor}"))
        return Scalar("*", place.line, place.column, plain=False)

    def _count(self, event: Event | None) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            raise _Stop(forms.too_many_nodes.at(self._place(event), MAX_NODES))

    def _refuse_marks(self, event: Event | None) -> None:
        """Report an anchor and a tag."""
        if isinstance(event, NodeEvent) and event.anchor:
            self.problems.append(forms.yaml_anchor.at(self._place(event), f"&{event.anchor}"))
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag:
            self.problems.append(forms.yaml_tag.at(self._place(event), event.tag))

    def _set(self, mapping: Mapping, key: Scalar, node: Node) -> None:
        if key.text == "<<" and key.plain:
            self.problems.append(forms.merge_key.at(Place(self.path, key.line, key.column)))
        elif first := mapping.keys.get(key.text):
            place = Place(self.path, key.line, key.column)
            self.problems.append(forms.duplicate_key.at(place, key.text, first.line))
        else:
            mapping.keys[key.text] = key
            mapping.values[key.text] = node

    def _refuse_escapes(self, event: ScalarEvent) -> None:
        """Report the first escape of a character; those of a backslash and a quote hide nothing."""
        if event.start_mark and event.end_mark:
            start = event.start_mark.index
            for match in _ESCAPE.finditer(self.text[start : event.end_mark.index]):
                if match[1]:
                    place = Place.in_text(self.path, self.text, start + match.start())
                    self.problems.append(forms.yaml_escape.at(place, match[1].strip()))
                    return

    def _place(self, event: Event | None) -> Place:
        mark = event.start_mark if event else None
        return Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)

    def _syntax(self, error: yaml.MarkedYAMLError) -> Problem:
        english = str(error.problem)
        what = next((zh for en, zh in _MESSAGES.items() if en in english), "读到这里读不下去")
        mark = error.problem_mark or error.context_mark
        if error.context_mark and any(words in english for words in _FROM_START):
            mark = error.context_mark
        place = Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)
        return forms.yaml_syntax.at(place, what)
