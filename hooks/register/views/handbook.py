"""The handbook's pages that are made from the rules and from the record classes."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct, inspect

from register.problem import Rule
from register.records import KINDS
from register.records.fields import Document
from register.rules import RULES


class Field(NamedTuple):
    """One field of a record, as the data dictionary shows it."""

    name: str
    title: str
    required: bool
    form: str
    description: str
    part: str


class RecordView(NamedTuple):
    """One record class: what it is and its fields."""

    name: str
    title: str
    where: str
    fields: tuple[Field, ...]


def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of their contents page."""
    return RULES


def records() -> list[RecordView]:
    """Return every record class, each file's own first, then the parts that they use."""
    found: dict[str, RecordView] = {}
    for kind in KINDS.values():
        _collect(kind.record, f"data/{kind.where}", found)
    files = [view for view in found.values() if view.where]
    return files + [view for view in found.values() if not view.where]


def _collect(cls: type, where: str, found: dict[str, RecordView]) -> None:
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    if cls.__name__ in found:
        return
    own_first = sorted(info.fields, key=lambda field: field.name in Document.__struct_fields__)
    fields = tuple(_field(field) for field in own_first)
    found[cls.__name__] = RecordView(cls.__name__, (cls.__doc__ or "").strip(), where, fields)
    for field in info.fields:
        for part in _parts(field.type):
            _collect(part, "", found)


def _field(field: inspect.Field) -> Field:
    schema = getattr(field.type, "extra_json_schema", None) or {}
    parts = list(_parts(field.type))
    title, description = schema.get("title", ""), schema.get("description", "")
    return Field(
        name=field.encode_name,
        title=title,
        required=field.required,
        form=_form(field.type),
        description="" if description == title else description,
        part=parts[0].__name__ if parts else "",
    )


def _inner(info: inspect.Type) -> Iterator[inspect.Type]:
    match info:
        case inspect.Metadata(type=inner):
            yield inner
        case inspect.UnionType(types=types):
            yield from types
        case inspect.VarTupleType(item_type=item):
            yield item
        case inspect.DictType(key_type=key, value_type=value):
            yield from (key, value)


def _parts(info: inspect.Type) -> Iterator[type[Struct]]:
    if isinstance(info, inspect.StructType):
        yield info.cls
    else:
        for inner in _inner(info):
            yield from _parts(inner)


def _form(info: inspect.Type) -> str:
    """Say in Chinese what may stand in a field."""
    match info:
        case inspect.Metadata(extra={"allowed": allowed}):
            return str(allowed)
        case inspect.Metadata(type=inner):
            return _form(inner)
        case inspect.UnionType(types=types):
            return _form(types[0])
        case inspect.VarTupleType(item_type=item):
            return f"列表，每项是{_form(item)}"
        case inspect.DictType(key_type=key, value_type=value):
            return f"若干行“{_form(key)}: {_form(value)}”"
        case inspect.EnumType(cls=cls):
            return "选一个：" + "、".join(str(member.value) for member in cls)
        case inspect.StructType(cls=cls):
            return "几个字段"
        case inspect.BoolType():
            return "true 或 false"
    return "一个值"
