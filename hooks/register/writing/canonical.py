"""Records → canonical YAML: each record class is compiled once into its writer.

A field stands in the order of its class (what every file may have comes last); what holds its
default is left out. Short lists of short words and short tables of numbers stand in one line,
everything else has a line for each part; no line is ever folded.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeAlias

import msgspec
from msgspec import inspect

from register.records.fields import Record
from register.writing.lines import (
    Lines,
    between,
    comment_behind,
    put_bare,
    put_comments,
    put_in_line,
    put_leftover,
    width,
)
from register.writing.notes import Notes
from register.writing.scalars import in_flow, literal, plain_or_quoted

# (lines so far, the line's beginning up to its colon or dash, its indent, the value, comments)
Put: TypeAlias = Callable[[Lines, str, int, Any, Notes | None], None]
Flow: TypeAlias = Callable[[Any], str | None]
Class: TypeAlias = Any  # a record class; mypy does not hold type[Any] hashable

_WORD = 24  # columns of a word in such a list
_MOST = 50  # words in such a list
_PROSE = 1000  # characters that only a field of prose may have
_NO_DEFAULT = object()
# How values are worded that are no text; the others as Python words them.
_WORDED: dict[type[inspect.Type], Callable[[Any], str]] = {
    inspect.EnumType: lambda value: plain_or_quoted(str(value.value)),
    inspect.BoolType: lambda value: "true" if value else "false",
    inspect.FloatType: lambda value: str(value).removesuffix(".0"),
}


class _Writer(NamedTuple):
    """How values of one type are written: below their key, and in one line (None: not so)."""

    put: Put
    flow: Flow


def text_of(record: Record, notes: Notes | None = None) -> str:
    """Return the canonical file of `record`, with the comments that `notes` keeps for it."""
    lines: Lines = list(notes.lead) if notes else []
    _fields_of(type(record))(lines, "", 0, record, notes)
    return "\n".join([*lines, ""])


class _Field(NamedTuple):
    """A field of a class: its name in the class, its key in the file, and its writer."""

    name: str
    key: str
    default: object
    writer: _Writer


@cache
def _fields(cls: Class) -> tuple[_Field, ...]:
    """Return a class's own fields, then those that it shares with every document."""
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    bases = (base for base in cls.__mro__[1:] if issubclass(base, Record))
    shared = {name for base in bases for name in base.__struct_fields__}
    return tuple(
        _Field(field.name, field.encode_name, _default(field), _writer(field.type))
        for field in sorted(info.fields, key=lambda field: field.name in shared)
    )


def _default(field: inspect.Field) -> object:
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return _NO_DEFAULT if field.default is msgspec.NODEFAULT else field.default


@cache
def _fields_of(cls: Class) -> Put:
    """Return what writes the fields of a class; the first one continues the line begun."""
    fields = [(name, f"{key}:", value, writer.put) for name, key, value, writer in _fields(cls)]

    def put(lines: Lines, head: str, indent: int, record: Any, notes: Notes | None) -> None:  # noqa: ANN401
        pad = " " * indent
        waiting = dict(notes.below) if notes else {}
        for name, key, default, put_value in fields:
            value = getattr(record, name)
            if value == default:
                continue
            below = waiting.pop(key[:-1], None) if notes else None
            if below:
                put_comments(lines, len(head.removesuffix("- ")), below.lead)
            put_value(lines, head + key, indent, value, below)
            head = pad
        if notes:
            put_leftover(lines, indent, waiting, notes)

    return put


def _writer(info: inspect.Type) -> _Writer:
    """Return the writer for one type; Metadata and unions with None are seen through."""
    match info:
        case inspect.Metadata(type=inner):
            return _writer(inner)
        case inspect.UnionType(types=types):
            return _writer(next(t for t in types if not isinstance(t, inspect.NoneType)))
        case inspect.StructType(cls=cls):
            return _Writer(_put_struct(cls), _flow_struct(cls))
        case inspect.VarTupleType(item_type=item):
            return _list(_writer(item), in_line=_is_word(item))
        case inspect.DictType(value_type=value):
            return _table(_writer(value), in_line=_is_number(value))
        case inspect.StrType():
            return _Writer(_put_text, _flow_text)
    return _scalar(_WORDED.get(type(info), str))


def _inner(info: inspect.Type) -> inspect.Type:
    return _inner(info.type) if isinstance(info, inspect.Metadata) else info


def _is_word(info: inspect.Type) -> bool:
    """Whether values of this type are words, and not records or prose."""
    match _inner(info):
        case inspect.StructType():
            return False
        case inspect.StrType(max_length=longest):
            return (longest or _PROSE) < _PROSE
    return True


def _is_number(info: inspect.Type) -> bool:
    return isinstance(_inner(info), inspect.IntType | inspect.FloatType)


def _scalar(text: Callable[[Any], str]) -> _Writer:
    def put(lines: Lines, head: str, _indent: int, value: Any, notes: Notes | None) -> None:  # noqa: ANN401
        lines.append(f"{head} {text(value)}{comment_behind(notes)}")

    return _Writer(put, text)


def _put_text(lines: Lines, head: str, indent: int, value: str, notes: Notes | None) -> None:
    if "\n" in value:
        put_comments(lines, indent, [notes.trail] if notes and notes.trail else ())
        lines.append(f"{head} {literal(value, indent + 2)}")
    else:
        lines.append(f"{head} {plain_or_quoted(value)}{comment_behind(notes)}")


def _flow_text(value: str) -> str | None:
    return None if "\n" in value else in_flow(value)


def _put_struct(cls: Class) -> Put:
    put_fields, flow = _fields_of(cls), _flow_struct(cls)
    bare = all(field.default is not _NO_DEFAULT for field in _fields(cls))

    def put(lines: Lines, head: str, indent: int, value: Any, notes: Notes | None) -> None:  # noqa: ANN401
        if (cls.in_line and put_in_line(lines, head, flow(value), notes)) or (
            bare and value == cls() and put_bare(lines, head, indent, "{}", notes)
        ):
            return
        if head.endswith("-"):
            put_comments(lines, indent, [notes.trail] if notes and notes.trail else ())
            head += " "
        else:
            lines.append(head + comment_behind(notes))
            head = " " * (indent + 2)
        put_fields(lines, head, indent + 2, value, notes)

    return put


def _flow_struct(cls: Class) -> Flow:
    def flow(record: Any) -> str | None:  # noqa: ANN401
        said = [
            (field.key, field.writer.flow(value))
            for field in _fields(cls)
            if (value := getattr(record, field.name)) != field.default
        ]
        return between("{}", [f"{key}: {text}" if text else None for key, text in said])

    return flow


def _list(item: _Writer, *, in_line: bool) -> _Writer:
    def put(lines: Lines, head: str, indent: int, value: Any, notes: Notes | None) -> None:  # noqa: ANN401
        if put_in_line(lines, head, flow(value), notes) or (
            not value and put_bare(lines, head, indent, "[]", notes)
        ):
            return
        lines.append(head + comment_behind(notes))
        waiting = dict(notes.below) if notes else {}
        dash = " " * (indent + 2) + "-"
        for i, each in enumerate(value):
            below = waiting.pop(i, None) if notes else None
            put_comments(lines, indent + 2, below.lead if below else ())
            item.put(lines, dash, indent + 2, each, below)
        if notes:
            put_leftover(lines, indent + 2, waiting, notes)

    def flow(value: Any) -> str | None:  # noqa: ANN401
        if not in_line or len(value) > _MOST:
            return None
        words = [item.flow(each) for each in value]
        short = all(word is not None and width(word) <= _WORD for word in words)
        return between("[]", words) if short else None

    return _Writer(put, flow)


def _table(item: _Writer, *, in_line: bool) -> _Writer:
    def put(lines: Lines, head: str, indent: int, value: Any, notes: Notes | None) -> None:  # noqa: ANN401
        if put_in_line(lines, head, flow(value), notes) or (
            not value and put_bare(lines, head, indent, "{}", notes)
        ):
            return
        lines.append(head + comment_behind(notes))
        waiting = dict(notes.below) if notes else {}
        pad = " " * (indent + 2)
        for key, each in value.items():
            below = waiting.pop(key, None) if notes else None
            put_comments(lines, indent + 2, below.lead if below else ())
            item.put(lines, pad + _key(key, indent + 2), indent + 2, each, below)
        if notes:
            put_leftover(lines, indent + 2, waiting, notes)

    def flow(value: Any) -> str | None:  # noqa: ANN401
        # The reader takes a full-width comma or colon in a line of these for a slip of the pen.
        if not in_line or len(value) > _MOST or any(c in key for key in value for c in "，：\n"):
            return None
        return between("{}", [f"{in_flow(key)}: {item.flow(each)}" for key, each in value.items()])

    return _Writer(put, flow)


def _key(key: str, indent: int) -> str:
    """Return a table's key and its colon; one of several lines needs a question mark."""
    if "\n" in key:
        return f"? {literal(key, indent + 2)}\n{' ' * indent}:"
    return f"{plain_or_quoted(key)}:"
