"""A field's type, seen through its notes: what every editor asks of it."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect

from register.records.fields import Record
from register.records.notice import ACT_TITLES, AMEND_TITLES, ActKind, AmendKind
from register.records.standard import LEVEL_TITLES, Level
from register.records.standing import TITLES, Standing
from register.records.station_sheet import ASSESSOR_TITLES, Assessor

_NULL = inspect.NoneType
_ENUM_TITLES: dict[type[Enum], dict[Any, str]] = {
    ActKind: ACT_TITLES,
    AmendKind: AMEND_TITLES,
    Assessor: ASSESSOR_TITLES,
    Level: LEVEL_TITLES,
    Standing: TITLES,
}


class Value(NamedTuple):
    """One type; `of`: the kind of record (or "grades") that it names, `allowed`: its form."""

    type: inspect.Type
    title: str = ""
    help: str = ""
    allowed: str = ""
    of: str = ""


class Field(NamedTuple):
    """One field of a record class: its key in the file, and what may stand in it."""

    key: str
    value: Value
    required: bool
    default: object


def seen(info: inspect.Type) -> Value:
    """See through notes and unions with None."""
    match info:
        case inspect.Metadata(type=inner, extra=extra, extra_json_schema=schema):
            below, note, words = seen(inner), extra or {}, schema or {}
            title, text = str(words.get("title", "")), str(words.get("description", ""))
            return Value(
                below.type,
                title or below.title,
                ("" if text == title else text) or below.help,
                note.get("allowed", below.allowed),
                note.get("refers_to") or note.get("word_of") or below.of,
            )
        case inspect.UnionType(types=types):
            return seen(next(t for t in types if not isinstance(t, _NULL)))
    return Value(info)


def fields_of(cls: type[Any]) -> Iterator[Field]:
    """Yield the fields of a class, its own before those that every file may have."""
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    bases = (base for base in cls.__mro__[1:] if issubclass(base, Record))
    shared = {name for base in bases for name in base.__struct_fields__}
    for field in sorted(info.fields, key=lambda field: field.name in shared):
        yield Field(field.encode_name, seen(field.type), field.required, _default(field))


def _default(field: inspect.Field) -> object:
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return None if field.default is msgspec.NODEFAULT else field.default


def options(cls: type[Enum], text: str) -> dict[str, str]:
    """Return an enumeration's values with their Chinese words.

    They have titles of their own, or the field's help words each: “commend 表扬；expose 曝光”.
    """
    titles = _ENUM_TITLES.get(cls, {})
    parts = [part.strip().split(maxsplit=1) for part in text.split("；")]
    said = {part[0]: part[1] for part in parts if len(part) == 2}  # noqa: PLR2004 - value, words
    return {m.value: titles.get(m) or said.get(m.value, m.value) for m in cls}
