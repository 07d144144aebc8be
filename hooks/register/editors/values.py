"""Files ⇄ the values that a form holds.

A form knows objects, lists and plain values, and keeps no order of an object's keys. So a table is
a list of rows there, a part that may be absent is a list of at most one, and the folder that tells
a file's region is a field. What is left empty in the form is not written at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import inspect

from register.editors.kinds_of_value import Field, Value, fields_of, seen
from register.problem import Problem
from register.reading import nodes
from register.reading.typed import to_record
from register.records import KINDS
from register.records.fields import Record

KEY, VALUE = "key", "value"  # the two cells of a row
# No record has fields of these names; a test sees to it.
FOLDER = "folder"
VERSION, TAB = "_version", "_tab"  # which content a form was filled from, and in which window
_EMPTY: tuple[object, ...] = (None, "", [], {})


def folders_of(kind: str) -> list[str]:
    """Return what the folders between a kind's own and its files are called, such as 地区."""
    return [step.strip("<>") for step in KINDS[kind].where.split("/")[1:-1]]


def folder_field(kind: str) -> str:
    """Return what the form calls the folder of a file."""
    return "、".join(folders_of(kind))


def is_optional_part(field: Field) -> bool:
    """Whether the field holds a record that may be absent."""
    return not field.required and isinstance(field.value.type, inspect.StructType)


def to_form(kind: str, path: str, node: nodes.Node) -> dict[str, Any]:
    """Return what the form shows of the file at `path`; what has no place in it stays as it is."""
    shown = _shown_fields(KINDS[kind].record, node)
    if folders_of(kind):
        shown[FOLDER] = path.split("/")[-2]
    return shown


def from_form(
    kind: str, path: str, shown: Mapping[str, Any]
) -> tuple[Record | None, list[Problem]]:
    """Return the record that the form holds, or None and all that is wrong with its form."""
    cls = KINDS[kind].record
    node = _node(Value(inspect.type_info(cls)), shown) or nodes.Mapping(1, 1)
    record, problems = to_record(path, node, cls)
    return record, problems


def _shown_fields(cls: type[Any], node: nodes.Node) -> dict[str, Any]:
    if not isinstance(node, nodes.Mapping):
        return {}
    shown: dict[str, Any] = {}
    for field in fields_of(cls):
        if (below := node.values.get(field.key)) is not None:
            value = _shown(field.value, below)
            shown[field.key] = [value] if is_optional_part(field) else value
    return shown


def _shown(value: Value, node: nodes.Node) -> Any:  # noqa: ANN401 - JSON
    """Return a value as the form holds it; a value of another shape than is wanted is left out."""
    match value.type, node:
        case inspect.StructType(cls=cls), nodes.Mapping():
            return _shown_fields(cls, node)
        case inspect.VarTupleType(item_type=item), nodes.Sequence(items=items):
            return [_shown(seen(item), each) for each in items]
        case inspect.DictType(value_type=each), nodes.Mapping(values=values):
            of = seen(each)
            return [{KEY: key, VALUE: _shown(of, below)} for key, below in values.items()]
        case _, nodes.Scalar(text=text):
            return _plain(value, text)
    return None


def _plain(value: Value, text: str) -> Any:  # noqa: ANN401 - JSON
    """Return a scalar as the form's widgets want it."""
    if isinstance(value.type, inspect.BoolType) and text in ("true", "false"):
        return text == "true"
    return text


def _node(value: Value, shown: object) -> nodes.Node | None:
    """Return the node of a form's value, None where nothing is filled in."""
    match value.type:
        case inspect.StructType(cls=cls):
            return _mapping(_filled(cls, shown))
        case inspect.VarTupleType(item_type=item):
            of = seen(item)
            return _sequence(_node(of, each) for each in _items(shown))
        case inspect.DictType(value_type=each):
            of = seen(each)
            return _mapping(
                (_text(row.get(KEY)), _node(of, row.get(VALUE))) for row in _rows(shown)
            )
    text = _text(shown)
    return nodes.Scalar(text, 1, 1, plain=False) if text else None


def _filled(cls: type[Any], shown: object) -> Iterator[tuple[str, nodes.Node | None]]:
    """Yield the fields that are filled in; no others of the form are ours."""
    values = shown if isinstance(shown, Mapping) else {}
    for field in fields_of(cls):
        value = values.get(field.key)
        if is_optional_part(field):
            value = next(iter(_items(value)), None)
        if value is not False or field.required:  # a box that is not ticked says nothing
            yield field.key, _node(field.value, value)


def _items(shown: object) -> Sequence[Any]:
    return shown if isinstance(shown, list) else []


def _rows(shown: object) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a table that hold anything."""
    for row in _items(shown):
        if isinstance(row, Mapping) and any(row.get(cell) not in _EMPTY for cell in (KEY, VALUE)):
            yield row


def _mapping(pairs: "Iterator[tuple[str, nodes.Node | None]]") -> nodes.Node | None:
    mapping = nodes.Mapping(1, 1)
    for key, node in pairs:
        if node is not None:
            mapping.keys[key] = nodes.Scalar(key, 1, 1, plain=False)
            mapping.values[key] = node
    return mapping if mapping.values else None


def _sequence(found: "Iterator[nodes.Node | None]") -> nodes.Node | None:
    items = [node for node in found if node is not None]
    return nodes.Sequence(1, 1, items) if items else None


def _text(shown: object) -> str:
    """Return a plain value as it would be typed, without the spaces around it."""
    if isinstance(shown, bool):
        return "true" if shown else "false"
    if isinstance(shown, float):
        return f"{shown:.10f}".rstrip("0").rstrip(".")
    return "" if shown is None or isinstance(shown, list | dict) else str(shown).strip()
