"""Facts: what the records say otherwise, field by field, and our own corrections."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import NamedTuple

import msgspec
from msgspec import inspect

from register.changes.decided import Pair
from register.changes.refs import Filed, as_ref
from register.changes.values import Added, Fact, HostChange, OurCorrection, Printed
from register.records.fields import Document
from register.records.notice import Decision
from register.register import Register
from register.views.rows import current_hosts, notice_link, station_link
from register.views.wording import day

# Told by themselves: corrections in their own part, those who are judged by their decisions.
_ELSEWHERE = ((Document, "corrections"), (Decision, "stations"), (Decision, "centres"))


class Difference(NamedTuple):
    """A value that reads otherwise; `field`: the Chinese titles that lead to it."""

    field: str
    before: str
    after: str


def facts(pair: Pair) -> Iterator[Fact]:
    """Yield every value that reads otherwise in a record that was there before."""
    before, after = pair.before, pair.after
    for key, new in after.items():
        old = before.get(key)
        if old and old.record != new.record:
            explained = pair.explained(old.record, new.record)
            for found in differences(old.record, new.record):
                yield Fact(
                    kind=new.kind,
                    record=new.ref,
                    field=found.field,
                    before=found.before,
                    after=found.after,
                    explained=explained,
                )


def added(pair: Pair) -> Iterator[Added]:
    """Yield every record that only the head has."""
    yield from _only(pair.after, pair.before)


def removed(pair: Pair) -> Iterator[Added]:
    """Yield every record that only the base has."""
    yield from _only(pair.before, pair.after)


def _only(
    ours: Mapping[tuple[str, str], Filed], theirs: Mapping[tuple[str, str], Filed]
) -> Iterator[Added]:
    for key, record in ours.items():
        if key not in theirs:
            yield Added(kind=record.kind, title=record.title, record=record.ref)


def corrections(pair: Pair) -> Iterator[OurCorrection]:
    """Yield every correction of ours that is new."""
    before = pair.before
    for key, new in pair.after.items():
        old = before[key].record.corrections if key in before else ()
        for entry in new.record.corrections:
            if entry not in old:
                yield OurCorrection(
                    record=new.ref,
                    on=entry.on,
                    was=entry.was,
                    now=entry.now,
                    because=entry.because,
                )


def printed(pair: Pair) -> Iterator[Printed]:
    """Yield every line of a document on file that is copied otherwise."""
    for twin in pair.twins:
        if twin.before and twin.after:
            before, after = pair.base.printed(twin.before), pair.head.printed(twin.after)
            if before != after:
                yield Printed(
                    subject=pair.subject(twin.key.subject),
                    document=pair.document(twin.key.notice),
                    before=before,
                    after=after,
                    explained=pair.notice_explained(twin.key.notice),
                )


def hosts(pair: Pair) -> Iterator[HostChange]:
    """Yield every station that was there before and that others run now."""
    for id_, station in pair.head.stations.items():
        old = pair.base.stations.get(id_)
        if old and old.record.hosts != station.record.hosts:
            before, after = _host_names(pair.base, id_), _host_names(pair.head, id_)
            if before != after:
                last = station.record.hosts[-1:]
                by = [as_ref(notice_link(pair.head, term.source)) for term in last]
                yield HostChange(
                    station=as_ref(station_link(station)),
                    before=before,
                    after=after,
                    document=by[0] if by else None,
                )


def _host_names(register: Register, station: str) -> tuple[str, ...]:
    ids = current_hosts(register.stations[station])
    return tuple(register.hosts[id_].names[-1].name for id_ in ids)


def differences(
    before: object, after: object, titles: tuple[str, ...] = ()
) -> Iterator[Difference]:
    """Yield where two values of one type differ, as deep as both have the same parts."""
    if before == after:
        return
    if isinstance(before, msgspec.Struct) and isinstance(after, type(before)):
        for name, title in titles_of(type(before)).items():
            own, other = getattr(before, name), getattr(after, name)
            yield from differences(own, other, (*titles, title))
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            yield from differences(before.get(key), after.get(key), (*titles, str(key)))
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _of_lists(before, after, titles)
    else:
        yield Difference(" › ".join(titles), in_words(before), in_words(after))


def _of_lists(
    before: tuple[object, ...], after: tuple[object, ...], titles: tuple[str, ...]
) -> Iterator[Difference]:
    """Compare lists item by item where they are as long, else tell what came and what went."""
    if len(before) == len(after):
        for n, (own, other) in enumerate(zip(before, after, strict=True), 1):
            yield from differences(own, other, (*titles, f"第{n}项"))
        return
    gone = [value for value in before if value not in after]
    come = [value for value in after if value not in before]
    yield Difference(" › ".join(titles), in_words(tuple(gone)), in_words(tuple(come)))


@cache
def titles_of(cls: type[msgspec.Struct]) -> dict[str, str]:
    """Return the fields of a record class that are told here, with their Chinese titles."""
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    return {
        field.name: _title(field)
        for field in info.fields
        if not any(issubclass(cls, of) and field.name == name for of, name in _ELSEWHERE)
    }


def _title(field: inspect.Field) -> str:
    schema = getattr(field.type, "extra_json_schema", None) or {}
    return str(schema.get("title") or field.encode_name)


def in_words(value: object) -> str:
    """Say a value of a record in one line; nothing where it is not there."""
    match value:
        case None | () | "":
            return ""
        case Enum():
            return str(value.value)
        case date():
            return day(value)
        case bool():
            return "是" if value else "否"
        case msgspec.Struct():
            return _of_struct(value)
        case Mapping():
            return "，".join(f"{key}：{in_words(own)}" for key, own in value.items())
        case str():
            return value
        case Sequence():
            return "；".join(filter(None, map(in_words, value)))
    return str(value)


def _of_struct(value: msgspec.Struct) -> str:
    parts = ((title, in_words(getattr(value, n))) for n, title in titles_of(type(value)).items())
    return "，".join(f"{title}{said}" for title, said in parts if said)
