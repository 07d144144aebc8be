"""The configuration of Decap CMS, made from the record classes.

In the form a table is a list of rows, a part that may be absent is a list of at most one, and the
region folder of a file is a field of it: `values` turns records into that shape and back.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from msgspec import inspect

from register.editors.days import DAY_PATTERN
from register.editors.kinds_of_value import Field, Value, fields_of, options, seen
from register.editors.known import GRADES, Known
from register.editors.values import FOLDER, VALUE, folder_field, folders_of, is_optional_part
from register.records import KINDS, OF_ROUNDS

Config = dict[str, Any]

_PROSE = 1000  # characters that only prose may have
_FOUND = 20  # options that a search shows at once
_NAMED = 5  # files that are named
ELSEWHERE = ("site", *OF_ROUNDS)  # kinds that the form does not show


def form_config(known: Known, unread: Mapping[str, Sequence[str]] = MappingProxyType({})) -> Config:
    """Return the whole configuration, but for the address that the form is served at.

    `unread`: by kind, the files that the form cannot show.
    """
    return {
        "locale": "zh_Hans",
        "publish_mode": "simple",
        "media_library": {"name": "none"},
        "slug": {"encoding": "ascii"},
        "editor": {"preview": False},
        "show_preview_links": False,
        "collections": [
            _collection(name, known, unread.get(name, ()))
            for name in KINDS
            if name not in ELSEWHERE
        ],
    }


def _collection(name: str, known: Known, unread: Sequence[str]) -> Config:
    kind = KINDS[name]
    fields = [_field(field) for field in fields_of(kind.record)]
    collection: Config = {
        "name": name,
        "label": kind.title,
        "label_singular": kind.title,
        "description": _sentence(kind.record.__doc__) + _unread(unread) + _elsewhere(),
        "folder": name,
        "extension": "yml",
        "format": "json",
        "create": True,
        "delete": False,
        "identifier_field": "id",
        "slug": "{{id}}",
        "summary": _summary(name),
        "sortable_fields": ["id"],
        "fields": fields,
    }
    if folders_of(name):
        collection["path"] = f"{{{{{FOLDER}}}}}/{{{{slug}}}}"
        collection["fields"] = [_folder(name, known), *fields]
    return collection


def _summary(name: str) -> str:
    """Return how a record is named in a list: by what people call it, and its id."""
    keys = {field.key for field in fields_of(KINDS[name].record)}
    title = next(key for key in ("name", "title", "names") if key in keys)
    return f"{{{{{'names.0.name' if title == 'names' else title}}}}}（{{{{id}}}}）"


def _sentence(text: str | None) -> str:
    return (text or "").strip()


def _unread(paths: Sequence[str]) -> str:
    """Say which files are missing in the list, and why."""
    if not paths:
        return ""
    named = "、".join(paths[:_NAMED]) + ("等" if len(paths) > _NAMED else "")
    return (
        f"有 {len(paths)} 个文件写法有误，没有列出：{named}。"
        "请运行 ./scripts/check 看错在哪里，用编辑器改好，再刷新本页。"
    )


def _elsewhere() -> str:
    """Say what is not in the form, and where to change it."""
    named = "、".join(f"{KINDS[name].title}（{KINDS[name].where}）" for name in ELSEWHERE)
    return f"{named}不在表单里，请用编辑器改。"


def _folder(name: str, known: Known) -> Config:
    """Return the field for the folder that a file stands in."""
    return {
        "name": FOLDER,
        "label": folder_field(name),
        "widget": "select",
        "hint": "档案放在哪个地区的文件夹里；建档以后不再改",
        "options": _options(known["regions"]),
    }


def _options(words: Any) -> list[Config]:  # noqa: ANN401 - any mapping
    return [{"value": value, "label": f"{title}（{value}）"} for value, title in words.items()]


def _field(field: Field) -> Config:
    """Return the configuration of one field."""
    value, required = field.value, field.required
    said: Config = {
        "name": field.key,
        "label": value.title,
        "required": required,
        "hint": "；".join(filter(None, [value.help, _form_words(value)])),
    }
    if is_optional_part(field):
        return said | _part(value, value) | {"max": 1}
    return said | _widget(value)


def _form_words(value: Value) -> str:
    """Say the form of a value, where the widget does not show it by itself."""
    match value.type:
        case inspect.StrType(pattern=pattern) if pattern and not value.of:
            return value.allowed
        case inspect.IntType() | inspect.FloatType():
            return value.allowed
    return ""


def _widget(value: Value) -> Config:
    match value.type:
        case inspect.StructType(cls=cls):
            return {"widget": "object", "fields": _fields(cls)}
        case inspect.VarTupleType(item_type=item, min_length=least):
            return _list(value, seen(item), least or 0)
        case inspect.DictType(key_type=key, value_type=each):
            return {
                "widget": "rows",
                "key": _column(seen(key), "编号"),
                "value": _column(seen(each), "文字"),
            }
        case inspect.EnumType(cls=cls):
            words = _options(options(cls, value.help))
            return {"widget": "select", "options": words, "hint": ""}
        case inspect.BoolType():
            return {"widget": "boolean", "default": False, "required": False}
        case inspect.DateType():
            return _day()
        case inspect.IntType(ge=least, le=most):
            return _bounded({"widget": "number", "value_type": "int", "step": 1}, least, most)
        case inspect.FloatType():
            return {"widget": "number", "value_type": "float", "step": 0.0001, "min": 0}
    return _text(value)


def _day() -> Config:
    return {
        "widget": "datetime",
        "format": "YYYY-MM-DD",
        "date_format": "YYYY-MM-DD",
        "time_format": False,
        "default": "",
        "pattern": [DAY_PATTERN, "应为日历上有的一天，例如 2011-03-31"],
    }


def _bounded(widget: Config, least: int | None, most: int | None) -> Config:
    bounds = {"min": least, "max": most}
    return widget | {name: bound for name, bound in bounds.items() if bound is not None}


def _text(value: Value) -> Config:
    info = value.type
    assert isinstance(info, inspect.StrType)
    if value.of == GRADES:
        return {"widget": "pick", "of": value.of}
    if value.of in KINDS:
        return _relation(value.of)
    if value.of:
        return {"widget": "pick", "of": value.of, "strict": True}
    widget = "text" if (info.max_length or 0) > _PROSE else "string"
    pattern = info.pattern or f"^[\\s\\S]{{1,{info.max_length}}}$"
    return {"widget": widget, "pattern": [pattern, f"应为{value.allowed}"]}


def _relation(of: str) -> Config:
    return {
        "widget": "relation",
        "collection": of,
        "value_field": "id",
        "search_fields": ["id", _summary(of).split("}}", 1)[0].strip("{")],
        "display_fields": [_summary(of)],
        "options_length": _FOUND,
    }


def _list(value: Value, item: Value, least: int) -> Config:
    bounds = {"min": least} if least else {}
    match item.type:
        case inspect.StructType():
            return _part(value, item) | bounds
        case inspect.EnumType(cls=cls):
            words = _options(options(cls, value.help))
            return {"widget": "select", "multiple": True, "options": words} | bounds
    if item.of in KINDS:
        return _relation(item.of) | {"multiple": True} | bounds
    each = _text(item) | {"name": VALUE, "label": value.title, "required": True}
    one = {"label_singular": value.title, "collapsed": False, "default": []}
    return {"widget": "list", "field": each} | one | bounds


def _part(value: Value, part: Value) -> Config:
    """Return a list of parts, each with its fields; none of them is there unasked."""
    info = part.type
    assert isinstance(info, inspect.StructType)
    return {
        "widget": "list",
        "label_singular": value.title,
        "fields": _fields(info.cls),
        "collapsed": False,
        "default": [],
    }


def _fields(cls: type[Any]) -> list[Config]:
    return [_field(field) for field in fields_of(cls)]


def _column(value: Value, otherwise: str) -> Config:
    """Return one column of a table: what its cells hold, and what they may name."""
    number = isinstance(value.type, inspect.IntType | inspect.FloatType)
    named = KINDS[value.of].title if value.of in KINDS else "等次" if value.of == GRADES else ""
    title = value.title or named or ("数" if number else otherwise)
    return {"title": title, "of": value.of, "number": number}
