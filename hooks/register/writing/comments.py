"""A file's comments, each found and kept by the place in the record that it speaks of.

Only the parser knows what is a comment and what is text, so its events are read once more; that
is seldom needed, for few files have comments.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from yaml._yaml import CParser
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from register.writing.notes import Notes

Path: TypeAlias = tuple[str | int, ...]

_COMMENT = re.compile(r"#[^\r\n]*")
_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*[ ]+(#[^\r\n]*)")
_ALONE = re.compile(r"[ ?:-]*")  # before a comment that is not behind a value


class _Token(NamedTuple):
    """A key or item that begins, or a list or mapping that ends: where, at what column and path."""

    offset: int
    column: int
    path: Path
    ends: bool = False
    flow: bool = False


class _Open:
    """A list or mapping that is being read."""

    def __init__(self, path: Path, column: int, *, mapping: bool, flow: bool) -> None:
        self.path = path
        self.column = column
        self.mapping = mapping
        self.flow = flow
        self.key: str | None = None
        self.items = 0


class _Comment(NamedTuple):
    """A comment, where it begins, at what column, and whether it has its line for itself."""

    offset: int
    column: int
    alone: bool
    text: str


def notes_of(text: str) -> Notes:
    """Return the comments of a file that our reader reads."""
    notes = Notes()
    if "#" not in text:
        return notes
    scan = _Scan(text)
    offsets = [token.offset for token in scan.tokens]
    for comment in scan.comments():
        _place(notes, scan.tokens, bisect_right(offsets, comment.offset), comment)
    return notes


def _place(notes: Notes, tokens: list[_Token], after: int, comment: _Comment) -> None:
    """Keep a comment with what it speaks of; the token of index `after` is the next one."""
    if after == 0:
        notes.lead.append(comment.text)
    elif not comment.alone and (path := tokens[after - 1].path):
        notes.at(path).put_behind(comment.text)
    else:
        _place_before(notes, tokens, after, comment)


def _place_before(notes: Notes, tokens: list[_Token], after: int, comment: _Comment) -> None:
    """Keep a comment with the next part, or at the end of the list or mapping that it is set in."""
    last = after
    while last < len(tokens) and tokens[last].ends:
        last += 1
    following = tokens[last] if last < len(tokens) else None
    if following is None or comment.column > following.column:
        for token in tokens[after:last]:
            if token.flow or token.column <= comment.column:
                notes.at(token.path).end.append(comment.text)
                return
    if following:
        notes.at(following.path).lead.append(comment.text)
    else:
        notes.end.append(comment.text)


class _Scan:
    """One file's events: `tokens` in their order, and where scalars stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[_Token] = []
        self.scalars: list[tuple[int, int]] = []
        self._open: list[_Open] = []
        parser = CParser(text)
        try:
            while (event := parser.get_event()) is not None:
                self._take(event)
        finally:
            parser.dispose()

    def comments(self) -> Iterator[_Comment]:
        """Yield every comment, in order."""
        last = 0
        for start, end in [*self.scalars, (len(self.text), len(self.text))]:
            for match in _COMMENT.finditer(self.text, last, start):
                yield self._comment(match.start(), match[0])
            if head := _BLOCK_HEAD.match(self.text, start, end):
                yield self._comment(head.start(1), head[1])
            last = end

    def _comment(self, offset: int, text: str) -> _Comment:
        line = self.text[self.text.rfind("\n", 0, offset) + 1 : offset]
        alone = _ALONE.fullmatch(line) is not None
        dash = line.find("-")
        column = dash if alone and dash >= 0 else len(line)
        return _Comment(offset, column, alone, text.rstrip())

    def _take(self, event: Event) -> None:
        if isinstance(event, CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, CollectionEndEvent):
            self._finish(event)
        elif isinstance(event, ScalarEvent):
            assert event.start_mark is not None  # libyaml marks every event
            assert event.end_mark is not None
            self.scalars.append((event.start_mark.index, event.end_mark.index))
            self._part(event, event.value)

    def _begin(self, event: CollectionStartEvent) -> None:
        path = self._part(event)
        assert event.start_mark is not None
        mapping = isinstance(event, MappingStartEvent)
        column = event.start_mark.column
        self._open.append(_Open(path, column, mapping=mapping, flow=bool(event.flow_style)))

    def _finish(self, event: Event) -> None:
        assert event.start_mark is not None
        done = self._open.pop()
        self.tokens.append(
            _Token(event.start_mark.index, done.column, done.path, ends=True, flow=done.flow)
        )

    def _part(self, event: Event, text: str = "") -> Path:
        """Note that a key or item begins; return the path of its value."""
        if not self._open:
            return ()
        parent = self._open[-1]
        assert event.start_mark is not None
        offset, column = event.start_mark.index, event.start_mark.column
        if not parent.mapping:
            path = (*parent.path, parent.items)
            parent.items += 1
            self.tokens.append(_Token(offset, parent.column, path))
            return path
        if parent.key is None:
            parent.key = text
            path = (*parent.path, text)
            self.tokens.append(_Token(offset, column, path))
            return path
        path = (*parent.path, parent.key)
        parent.key = None
        return path
