"""YAML text → nodes, by the events of PyYAML's C parser.

Our own builder stops at a depth and a size, and knows anchors, tags and duplicate keys for what
they are; PyYAML's composer hides them and crashes on deep nesting.
"""

import re

import yaml
from yaml.cyaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from register.problem import Place, Problem
from register.reading import forms
from register.reading.nodes import Mapping, Node, Scalar, Sequence

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 64
MAX_NODES = 400_000

_MARKS = re.compile(r"^[ -]*[a-z_]+(：)|^[ -]*(\u3000)", re.MULTILINE)
_MESSAGES = {
    "mapping values are not allowed": "这里不该有冒号；值里有冒号时要加引号",
    "could not find expected ':'": "缺少半角冒号",
    "did not find expected key": "没有对齐，或引号不成对",
    "did not find expected '-' indicator": "列表没有对齐",
    "did not find expected ',' or": "方括号或花括号没有配对",
    "cannot start any token": "值以特殊符号开头，要加引号",
    "unexpected end of stream": "引号没有配对",
    "did not find expected <document start>": "没有对齐",
    "control characters are not allowed": "有不可见的控制字符",
}


class _Stop(Exception):
    """Reading ends here; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def to_nodes(path: str, content: bytes) -> tuple[Node | None, list[Problem]]:
    """Return the root node of `content` (None where it cannot be read) and what is wrong with it."""
    try:
        text = _decode(path, content)
        if marks := _tabs(path, text) + _full_width_marks(path, text):
            return None, marks
        builder = _Builder(path)
        return builder.build(text), builder.problems
    except _Stop as stop:
        return None, [stop.problem]


def _decode(path: str, content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise _Stop(forms.file_too_large.at(Place(path), len(content), MAX_BYTES))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        raise _Stop(
            forms.not_utf8.at(_place_after(path, before), error.start)
        ) from None
    if text.startswith("\ufeff"):
        raise _Stop(forms.byte_order_mark.at(Place(path)))
    return text


def _place_after(path: str, before: str) -> Place:
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _tabs(path: str, text: str) -> list[Problem]:
    places = (_place_after(path, text[: m.start()]) for m in re.finditer(r"\t+", text))
    return [forms.tab_character.at(place) for place in places]


def _full_width_marks(path: str, text: str) -> list[Problem]:
    """Find the full-width colons and spaces that stand where YAML wants half-width ones."""
    if "：" not in text and "\u3000" not in text:
        return []
    return [
        forms.full_width.at(
            _place_after(path, text[: m.start(m.lastindex or 0)]), m[m.lastindex or 0]
        )
        for m in _MARKS.finditer(text)
    ]


class _Builder:
    """Builds one file's nodes from its events."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.count = 0

    def build(self, text: str) -> Node:
        parser = CParser(text)
        try:
            return self._document(parser)
        except yaml.MarkedYAMLError as error:
            raise _Stop(self._syntax(error, text)) from None
        except yaml.reader.ReaderError as error:
            place = _place_after(self.path, text[: error.position])
            raise _Stop(forms.yaml_syntax.at(place, "有不可见的控制字符")) from None
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
        keys: list[Scalar | None] = []
        while True:
            event = parser.get_event()
            if isinstance(event, SequenceEndEvent | MappingEndEvent):
                node: Node = stack.pop()
                keys.pop()
            else:
                node = self._node(event)
                if isinstance(node, Sequence | Mapping):
                    self._refuse_odd_key(stack, keys, node)
                    stack.append(node)
                    keys.append(None)
                    if len(stack) > MAX_DEPTH:
                        raise _Stop(forms.too_deep.at(self._place(event), MAX_DEPTH))
                    continue
            if not stack:
                return node
            self._add(stack[-1], keys, node)

    def _refuse_odd_key(
        self, stack: list[Sequence | Mapping], keys: list[Scalar | None], node: Node
    ) -> None:
        if stack and isinstance(stack[-1], Mapping) and keys[-1] is None:
            raise _Stop(forms.key_not_text.at(Place(self.path, node.line, node.column)))

    def _add(
        self, parent: Sequence | Mapping, keys: list[Scalar | None], node: Node
    ) -> None:
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif (key := keys[-1]) is None:
            assert isinstance(node, Scalar)  # _refuse_odd_key has seen to it
            keys[-1] = node
        else:
            keys[-1] = None
            self._set(parent, key, node)

    def _set(self, mapping: Mapping, key: Scalar, node: Node) -> None:
        place = Place(self.path, key.line, key.column)
        if key.plain and key.text == "<<":
            self.problems.append(forms.merge_key.at(place))
        elif first := mapping.keys.get(key.text):
            self.problems.append(forms.duplicate_key.at(place, key.text, first.line))
        else:
            mapping.keys[key.text] = key
            mapping.values[key.text] = node

    def _node(self, event: Event) -> Node:
        self.count += 1
        if self.count > MAX_NODES:
            raise _Stop(forms.too_many_nodes.at(self._place(event), MAX_NODES))
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if isinstance(event, AliasEvent):
            self.problems.append(
                forms.yaml_anchor.at(self._place(event), f"*{event.anchor}")
            )
            return Scalar("*", line, column, plain=False)
        if event.anchor:
            self.problems.append(
                forms.yaml_anchor.at(self._place(event), f"&{event.anchor}")
            )
        if event.tag:
            self.problems.append(forms.yaml_tag.at(self._place(event), event.tag))
        if isinstance(event, ScalarEvent):
            return Scalar(event.value, line, column, not event.style)
        return (Sequence if isinstance(event, SequenceStartEvent) else Mapping)(
            line, column
        )

    def _place(self, event: Event) -> Place:
        return Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _syntax(self, error: yaml.MarkedYAMLError, text: str) -> Problem:
        mark = error.problem_mark or error.context_mark
        place = (
            Place(self.path, mark.line + 1, mark.column + 1)
            if mark
            else Place(self.path)
        )
        english = str(error.problem)
        what = next(
            (zh for en, zh in _MESSAGES.items() if en in english), "读到这里读不下去"
        )
        return forms.yaml_syntax.at(place, what)
