"""The sample register: clean, and using every field and every standing."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import fields

from register.history import events_of
from register.reading import read
from register.records import Host, Notice, Round, Scheme, Site, Station
from register.records.standing import Standing

if TYPE_CHECKING:
    from tests.rules.conftest import Copy

SAMPLE = Path(__file__).parents[1] / "sample_register"
NEVER = {"accept"}  # the sample needs no exception


def records(value: object) -> Iterator[msgspec.Struct]:
    if isinstance(value, msgspec.Struct):
        yield value
        for name in value.__struct_fields__:
            yield from records(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from records(item)


def classes(kind: type[Any], seen: set[type[Any]]) -> set[type[Any]]:
    """The record classes that `kind` is made of."""
    found = msgspec.inspect.multi_type_info([f.type for f in fields(kind)])
    seen.add(kind)
    waiting: list[Any] = list(found)
    while waiting:
        info = waiting.pop()
        if isinstance(info, msgspec.inspect.StructType) and info.cls not in seen:
            classes(info.cls, seen)
        for name in ("type", "item_type", "value_type", "types"):
            inner = getattr(info, name, ())
            waiting += inner if isinstance(inner, tuple) else [inner]
    return seen


def test_the_unbroken_copy_has_no_findings(register: "Copy") -> None:
    assert register.findings() == []


def test_every_field_of_every_record_is_used() -> None:
    data, _problems = read(SAMPLE)
    used = {
        (type(record).__name__, field.name)
        for entry in data.entries
        for record in records(entry.record)
        for field in fields(record)
        if getattr(record, field.name) != field.default
    }
    kinds: set[type[Any]] = set()
    for kind in (Site, Station, Host, Scheme, Round, Notice):
        classes(kind, kinds)
    wanted = {(k.__name__, f.name) for k in kinds for f in fields(k) if f.name not in NEVER}
    unused = {(k, f) for k, f in wanted - used if k != "Accepted"}
    # sic and corrections belong to every file; some kinds have had none.
    assert {(k, f) for k, f in unused if f not in {"sic", "corrections"}} == set()


def test_every_standing_occurs() -> None:
    data, _problems = read(SAMPLE)
    events = events_of(data)
    assert {e.standing for es in events.values() for e in es if e.act is None} == set(Standing)
