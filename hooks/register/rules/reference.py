"""Where records name other records: each record class is compiled once into a walk over its ids.

The record types say which fields hold an id and of which kind.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from msgspec import inspect

from register.problem import Place
from register.reading.dataset import Dataset, Entry
from register.records import KINDS

Steps: TypeAlias = tuple[str | int, ...]
Known: TypeAlias = Mapping[str, Container[str]]
# (kind, id, what names it, steps, whether the id is the key there)
Named: TypeAlias = tuple[str, str, str, Steps, bool]
Walk: TypeAlias = Callable[[Any, Steps, Known, list[Named]], None]

_LOOKS_LIKE_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


class Reference(NamedTuple):
    """An id of a `kind` that `entry` names at `steps` (as a key, where `key`); `what` names it."""

    kind: str
    id: str
    what: str
    entry: Entry[Any]
    steps: Steps
    key: bool = False

    @property
    def place(self) -> Place:
        """Where the id stands; the file as a whole where it is a folder's name."""
        if not self.steps:
            return Place(self.entry.path)
        return self.entry.key(*self.steps) if self.key else self.entry.place(*self.steps)


def unknown_references(data: Dataset, known: Known) -> Iterator[Reference]:
    """Yield every reference in `data` to an id that `known`, by kind, does not hold."""
    yield from (ref for ref in _folders(data) if ref.id not in known.get(ref.kind, (ref.id,)))
    for kind in KINDS:
        walk = _walk_kind(kind)
        for entry in data.of(kind):
            found: list[Named] = []
            walk(entry.record, (), known, found)
            for to, id_, what, steps, key in found:
                yield Reference(to, id_, what, entry, steps, key)
    for entry in data.notices:
        for i, sic in enumerate(entry.record.sic):
            if _LOOKS_LIKE_ID.fullmatch(sic.at) and not _is_known(sic.at, known):
                yield Reference("stations", sic.at, "照录说明", entry, ("sic", i, "at"))


def _is_known(id_: str, known: Known) -> bool:
    return any(id_ in known[kind] for kind in ("stations", "centres"))


def _folders(data: Dataset) -> Iterator[Reference]:
    """Yield what the folders' names refer to, once each, at the first file in it."""
    for kind, of in (("stations", "regions"), ("hosts", "regions")):
        first = {entry.region: entry for entry in reversed(data.of(kind))}
        for region, entry in sorted(first.items()):
            yield Reference(of, region, "文件夹", entry, ())
    below: tuple[Entry[Any], ...] = (*data.sheets, *data.visits)
    nested = {entry.round: entry for entry in reversed(below)}
    for round_, entry in sorted(nested.items()):
        yield Reference("rounds", round_, "文件夹", entry, ())


@cache
def _walk_kind(kind: str) -> Walk:
    record, _where, title = KINDS[kind]
    info = inspect.type_info(record)
    assert isinstance(info, inspect.StructType)
    return _walk_fields(info, title) or (lambda *_nothing: None)


def _walk(info: inspect.Type, what: str) -> Walk | None:
    """Return what finds the unknown ids in a value of this type; None where it can hold none."""
    match info:
        case inspect.Metadata(type=inner, extra={"refers_to": of}) if of:
            return _walk_id(of, what)
        case inspect.Metadata(type=inspect.DictType(key_type=key)):
            return _walk_keys(key, what)
        case inspect.Metadata(type=inner):
            return _walk(inner, what)
        case inspect.UnionType(types=types):
            return next((walk for t in types if (walk := _walk(t, what))), None)
        case inspect.VarTupleType(item_type=item):
            return _walk_items(each) if (each := _walk(item, what)) else None
        case inspect.StructType():
            return _walk_fields(info, what)
    return None


def _walk_id(of: str, what: str) -> Walk:
    def walk(value: str, steps: Steps, known: Known, found: list[Named]) -> None:
        if value not in known.get(of, (value,)):
            found.append((of, value, what, steps, False))

    return walk


def _walk_keys(key: inspect.Type, what: str) -> Walk | None:
    of = key.extra.get("refers_to") if isinstance(key, inspect.Metadata) and key.extra else None
    return _walk_keys_of(of, what) if of else None


def _walk_keys_of(of: str, what: str) -> Walk:
    def walk(value: dict[str, Any], steps: Steps, known: Known, found: list[Named]) -> None:
        ids = known.get(of, value)
        found += [(of, id_, what, (*steps, id_), True) for id_ in value if id_ not in ids]

    return walk


def _walk_items(item: Walk) -> Walk:
    def walk(value: tuple[Any, ...], steps: Steps, known: Known, found: list[Named]) -> None:
        for i, each in enumerate(value):
            item(each, (*steps, i), known, found)

    return walk


def _walk_fields(info: inspect.StructType, what: str) -> Walk | None:
    walks = [
        (field.name, field.encode_name, walk)
        for field in info.fields
        if (walk := _walk(field.type, _title(field.type) if _is_part(field.type) else what))
    ]
    return _walk_each(walks) if walks else None


def _walk_each(walks: list[tuple[str, str, Walk]]) -> Walk:
    def walk(value: Any, steps: Steps, known: Known, found: list[Named]) -> None:  # noqa: ANN401 - any record
        for name, key, inner in walks:
            if (each := getattr(value, name)) is not None:
                inner(each, (*steps, key), known, found)

    return walk


def _is_part(info: inspect.Type) -> bool:
    """Whether the field holds records of its own, whose title says what names the id."""
    match info:
        case inspect.Metadata(type=inner):
            return _is_part(inner)
        case inspect.UnionType(types=types):
            return any(_is_part(t) for t in types)
        case inspect.VarTupleType(item_type=item):
            return _is_part(item)
    return isinstance(info, inspect.StructType)


def _title(info: inspect.Type) -> str:
    schema = getattr(info, "extra_json_schema", None) or {}
    return str(schema.get("title", ""))
