"""JSON Schemas for editing: Chinese titles and help, and the ids and grades that exist.

The published schemas (exports/api) say what may stand in any register; these say what may stand
in this one today. Draft 7, which every editor's YAML support reads.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import inspect

from register.editors.days import DAY_PATTERN
from register.editors.kinds_of_value import Field, Value, fields_of, options, seen
from register.editors.known import GRADES, Known
from register.records import KINDS

Schema = dict[str, Any]


def _glob(where: str) -> str:
    """Return where files stand as editors match paths; <…> is any name."""
    return re.sub("<[^>]*>", "*", where)


# Schema file → the paths below the data folder that it is for.
SCHEMA_FILES = {f"{name}.json": _glob(kind.where) for name, kind in KINDS.items()}


def editor_schemas(known: Known) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of the schema for each kind of file."""
    for name, kind in KINDS.items():
        yield f"{name}.json", json.dumps(_file(kind.record, kind.title, known), ensure_ascii=False)


def _file(cls: type[Any], title: str, known: Known) -> Schema:
    parts: dict[str, Schema] = {}
    schema = _struct(cls, known, parts)
    return (
        {"$schema": "http://json-schema.org/draft-07/schema#"}
        | schema
        | {
            "title": title,
            "definitions": parts,
        }
    )


def _struct(cls: type[Any], known: Known, parts: dict[str, Schema]) -> Schema:
    """Return the schema of a record class; those of its parts go into `parts`."""
    fields = list(fields_of(cls))
    return {
        "type": "object",
        "description": (cls.__doc__ or "").strip(),
        "properties": {field.key: _field(field, known, parts) for field in fields},
        "required": [field.key for field in fields if field.required],
        "additionalProperties": False,
        "defaultSnippets": [{"label": "必填各项", "body": _snippet(fields)}],
    }


def _field(field: Field, known: Known, parts: dict[str, Schema]) -> Schema:
    schema = _value(field.value, known, parts)
    help_ = "；".join(filter(None, [field.value.help, field.value.allowed]))
    need = "必填。" if field.required else "选填。"
    said = {"title": field.value.title, "description": f"{help_}。{need}" if help_ else need}
    if "$ref" in schema:  # beside a reference, draft 7 reads nothing else
        schema = {"allOf": [schema]}
    return schema | said


def _value(value: Value, known: Known, parts: dict[str, Schema]) -> Schema:
    """Return the schema of one value."""
    match value.type:
        case inspect.StructType(cls=cls):
            if cls.__name__ not in parts:
                parts[cls.__name__] = {}
                parts[cls.__name__] = _struct(cls, known, parts)
            return {"$ref": f"#/definitions/{cls.__name__}"}
        case inspect.VarTupleType(item_type=item, min_length=least):
            items = _value(seen(item), known, parts)
            return {"type": "array", "items": items} | ({"minItems": least} if least else {})
        case inspect.DictType(key_type=key, value_type=each):
            return _table(seen(key), _value(seen(each), known, parts), known, parts)
        case inspect.EnumType(cls=cls):
            words = options(cls, value.help)
            return {"type": "string", **_one_of(words)}
    return _scalar(value, known, parts)


def _scalar(value: Value, known: Known, parts: dict[str, Schema]) -> Schema:
    match value.type:
        case inspect.StrType(pattern=pattern, min_length=least, max_length=most):
            if value.of in known:
                return _named(value.of, known[value.of], parts)
            schema: Schema = {"type": "string", "minLength": least, "maxLength": most}
            if pattern:
                schema |= {"pattern": pattern, "patternErrorMessage": f"应为{value.allowed}。"}
            return {name: each for name, each in schema.items() if each is not None}
        case inspect.IntType(ge=least, le=most):
            bounds = {"minimum": least, "maximum": most}
            return {"type": "integer"} | {n: b for n, b in bounds.items() if b is not None}
        case inspect.FloatType():
            return {"type": "number", "minimum": 0}
        case inspect.BoolType():
            return {"type": "boolean"}
        case inspect.DateType():
            said = f"应为日历上有的一天：{value.allowed}。"
            return {"type": "string", "pattern": DAY_PATTERN, "patternErrorMessage": said}
    raise TypeError(value.type)


def _named(of: str, names: Mapping[str, str], parts: dict[str, Schema]) -> Schema:
    """Return a reference to the list of what exists, which stands in the schema once."""
    parts.setdefault(f"known-{of}", {"type": "string", **_one_of(names)})
    return {"$ref": f"#/definitions/known-{of}"}


def _one_of(words: Mapping[str, str]) -> Schema:
    if not words:  # an empty list of options is no schema
        return {}
    return {"enum": list(words), "enumDescriptions": list(words.values())}


def _table(key: Value, each: Schema, known: Known, parts: dict[str, Schema]) -> Schema:
    """Return the schema of a table; keys that must exist are listed, each with its name."""
    if key.of not in known:
        return {
            "type": "object",
            "propertyNames": _scalar(key, known, parts),
            "additionalProperties": each,
        }
    name = f"lines-of-{key.of}"
    about = "用于：" if key.of == GRADES else ""
    parts.setdefault(
        name,
        {
            "type": "object",
            "properties": {
                id_: each | {"title": id_, "description": f"{about}{title}"}
                for id_, title in known[key.of].items()
            },
            "additionalProperties": False,
        },
    )
    return {"$ref": f"#/definitions/{name}"}


def _snippet(fields: list[Field]) -> dict[str, str]:
    """Return the fields that must be filled, in their order."""
    required = [field for field in fields if field.required]
    return {field.key: f"${i}" for i, field in enumerate(required, start=1)}
