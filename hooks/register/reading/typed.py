"""Nodes → records: each record class is compiled once into a reader that reports every fault.

msgspec says what the classes hold. Its own `convert` stops at the first fault and knows no
places; see scripts/bench for what this costs beside it.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, TypeVar

import msgspec
import yaml
from msgspec import inspect

from register.names.similar import nearest
from register.problem import FormRule, Place, Problem
from register.reading import forms
from register.reading.nodes import Mapping, Node, Scalar, Sequence

R = TypeVar("R", bound=msgspec.Struct)
Reader = Callable[[Node, "_Sink"], Any]

_SHOWN = 30  # characters of a wrong value in a message
_INVALID = object()
_NULLS = ("", "~", "null", "Null", "NULL")
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"(0|[1-9][0-9]{0,11})(\.[0-9]{1,4})?")
_WIDE = re.compile(r"[\uff01-\uff5e\u3000]+")
_FIRST_YEAR, _LAST_YEAR = 1949, 2199  # no document is older; room to count in
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What YAML 1.1 resolves is PyYAML's own table, by first character; 1.2 adds these few.
_RESOLVERS: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers
_ALSO = re.compile(r"[yYnN]|0o[0-7]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


class _Sink:
    """Where one file's problems go."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def report(self, rule: FormRule[...], node: Node, *args: object) -> object:
        place = Place(self.path, node.line, node.column)
        self.problems.append(rule.at(place, *args))
        return _INVALID


def to_record(path: str, node: Node, cls: type[R]) -> tuple[R | None, list[Problem]]:
    """Return the record in `node`, or None and every fault of form that it has."""
    sink = _Sink(path)
    value = _struct_reader(cls)(node, sink)
    return (None if value is _INVALID else value), sink.problems


def faults_of(info: inspect.Type, node: Node, title: str) -> list[Problem]:
    """Return the faults of a value by itself, of a field of that type and title."""
    sink = _Sink("")
    _reader(info, title)(node, sink)
    return sink.problems


def is_ambiguous(text: str) -> bool:
    """Tell whether YAML 1.1 or 1.2 reads the plain scalar `text` as something else than text."""
    for _tag, pattern in _RESOLVERS.get(text[:1], ()):
        if pattern.match(text):
            return True
    return _ALSO.fullmatch(text) is not None


@cache
def _struct_reader(cls: type[Any]) -> Reader:
    return _reader(inspect.type_info(cls), "这一处")


def _struct(info: inspect.StructType, title: str) -> Reader:
    fields = {f.encode_name: (f.name, _reader(f.type, _title(f.type))) for f in info.fields}
    required = [(f.encode_name, _title(f.type)) for f in info.fields if f.required]
    names, cls = list(fields), info.cls

    def read(node: Node, sink: _Sink) -> object:
        if not isinstance(node, Mapping):
            return _mismatch(node, sink, title, "几个字段")
        before = len(sink.problems)
        values, meant = {}, list(node.values)
        for key, child in node.values.items():
            if key in fields:
                name, reader = fields[key]
                values[name] = reader(child, sink)
            else:
                sink.report(forms.unknown_key, node.keys[key], key, names)
                meant += nearest(key, names)  # a slip of the pen is not a field left out too
        for key, field_title in required:
            if key not in meant:
                sink.report(forms.missing_key, node, key, field_title)
        return cls(**values) if len(sink.problems) == before else _INVALID

    return read


def _reader(info: inspect.Type, title: str, allowed: str = "") -> Reader:
    """Return the reader for one type; Metadata and unions with None are seen through."""
    match info:
        case inspect.Metadata(type=inner, extra=extra):
            return _reader(inner, title, (extra or {}).get("allowed", allowed))
        case inspect.UnionType(types=types):
            return _reader(next(t for t in types if not isinstance(t, inspect.NoneType)), title)
        case inspect.StructType():
            return _struct(info, title)
        case inspect.VarTupleType(item_type=item, min_length=least):
            return _list(_reader(item, title), title, least or 0)
        case inspect.DictType(key_type=key, value_type=value):
            return _table(_reader(key, title), _reader(value, title), title)
    # Ids, numbers and days are half-width through and through; prose is not.
    narrow = not isinstance(info, inspect.StrType) or info.pattern is not None
    return _scalar(_VALUES[type(info)](info, title, allowed), title, narrow=narrow)


def _list(item: Reader, title: str, least: int) -> Reader:
    def read(node: Node, sink: _Sink) -> object:
        if not isinstance(node, Sequence):
            return _mismatch(node, sink, title, "列表")
        if len(node.items) < least:
            return sink.report(forms.empty_value, node, title)
        before = len(sink.problems)
        values = tuple([item(child, sink) for child in node.items])
        return values if len(sink.problems) == before else _INVALID

    return read


def _table(key: Reader, value: Reader, title: str) -> Reader:
    def read(node: Node, sink: _Sink) -> object:
        if not isinstance(node, Mapping):
            return _mismatch(node, sink, title, "几行“名称: 值”")
        before = len(sink.problems)
        values = {key(node.keys[k], sink): value(child, sink) for k, child in node.values.items()}
        return values if len(sink.problems) == before else _INVALID

    return read


def _mismatch(node: Node, sink: _Sink, title: str, wanted: str) -> object:
    """Report a value of another shape than is wanted; nothing at all is a shape of its own."""
    if isinstance(node, Scalar) and node.plain and node.text in _NULLS:
        return sink.report(forms.empty_value, node, title)
    return sink.report(forms.wrong_type, node, title, _kind(node), wanted)


def _scalar(value: Callable[[Scalar, _Sink], Any], title: str, *, narrow: bool) -> Reader:
    def read(node: Node, sink: _Sink) -> object:
        if not isinstance(node, Scalar):
            return _mismatch(node, sink, title, "一个值")
        if not node.text.strip() or (node.plain and node.text in _NULLS):
            return sink.report(forms.empty_value, node, title)
        if narrow and not node.text.isascii() and (wide := _WIDE.search(node.text)):
            return sink.report(forms.full_width, node, wide[0])
        return value(node, sink)

    return read


def _text(info: inspect.StrType, title: str, allowed: str) -> Callable[[Scalar, _Sink], Any]:
    pattern = re.compile(info.pattern) if info.pattern else None
    longest = info.max_length or 1_000_000

    def read(node: Scalar, sink: _Sink) -> object:
        text = node.text
        if len(text) > longest or (pattern and not pattern.fullmatch(text)):
            return sink.report(forms.wrong_form, node, title, _brief(text), allowed)
        if node.plain and is_ambiguous(text):
            return sink.report(forms.quote_it, node, text)
        return text

    return read


def _integer(info: inspect.IntType, title: str, allowed: str) -> Callable[[Scalar, _Sink], Any]:
    least = info.ge if info.ge is not None else -(10**15)
    most = info.le if info.le is not None else 10**15

    def read(node: Scalar, sink: _Sink) -> object:
        if _INTEGER.fullmatch(node.text) and least <= int(node.text) <= most:
            return int(node.text)
        return sink.report(forms.wrong_form, node, title, _brief(node.text), allowed)

    return read


def _decimal(_info: inspect.FloatType, title: str, allowed: str) -> Callable[..., Any]:
    def read(node: Scalar, sink: _Sink) -> object:
        if _DECIMAL.fullmatch(node.text):
            return float(node.text)
        return sink.report(forms.wrong_form, node, title, _brief(node.text), allowed)

    return read


def _boolean(_info: inspect.BoolType, title: str, _allowed: str) -> Callable[[Scalar, _Sink], Any]:
    def read(node: Scalar, sink: _Sink) -> object:
        if node.text in ("true", "false"):
            return node.text == "true"
        return sink.report(forms.wrong_form, node, title, _brief(node.text), " true 或 false")

    return read


def _date(_info: inspect.DateType, title: str, allowed: str) -> Callable[[Scalar, _Sink], Any]:
    def read(node: Scalar, sink: _Sink) -> object:
        if not _DATE.fullmatch(node.text):
            return sink.report(forms.wrong_form, node, title, _brief(node.text), allowed)
        try:
            day = date.fromisoformat(node.text)
        except ValueError:
            return sink.report(forms.date_impossible, node, title, node.text)
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            years = f"{_FIRST_YEAR}年到{_LAST_YEAR}年的日期"
            return sink.report(forms.wrong_form, node, title, node.text, years)
        return day

    return read


def _choice(info: inspect.EnumType, title: str, _allowed: str) -> Callable[[Scalar, _Sink], Any]:
    members = {member.value: member for member in info.cls}

    def read(node: Scalar, sink: _Sink) -> object:
        if (member := members.get(node.text)) is not None:
            return member
        return sink.report(
            forms.value_unknown,
            node,
            title,
            _brief(node.text),
            [str(m) for m in members],
        )

    return read


_VALUES: dict[type, Callable[[Any, str, str], Callable[[Scalar, _Sink], Any]]] = {
    inspect.StrType: _text,
    inspect.IntType: _integer,
    inspect.FloatType: _decimal,
    inspect.BoolType: _boolean,
    inspect.DateType: _date,
    inspect.EnumType: _choice,
}


def _title(info: inspect.Type) -> str:
    schema = getattr(info, "extra_json_schema", None) or {}
    return str(schema.get("title", ""))


def _kind(node: Node) -> str:
    return {Scalar: "一个值", Sequence: "列表", Mapping: "几个字段"}[type(node)]


def _brief(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
