"""Payloads: what an API answered, read into typed records; anything else is refused."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


class Malformed(Exception):  # noqa: N818 - it is an answer, not a fault
    """A payload that is not what the host's documentation says; the text says so in Chinese."""


class Answer(msgspec.Struct, frozen=True):
    """A part of an answer; what we do not need is passed over."""


def read(value: object, kind: type[T], what: str) -> T:
    """Return `value` as `kind`; `what` names it in the message."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise Malformed(f"{what}不是接口文档所说的样子：{error}") from None


def objects(payloads: Sequence[object], *fields: str) -> list[dict[str, Any]]:
    """Return the payloads that are single objects with all of `fields`."""
    return [p for p in payloads if isinstance(p, dict) and set(fields) <= set(p)]


def only(payloads: Sequence[object], what: str, *fields: str) -> dict[str, Any]:
    """Return the one payload that is such an object."""
    found = objects(payloads, *fields)
    if len(found) != 1:
        raise Malformed(f"要有一份{what}，现有 {len(found)} 份")
    return found[0]


def rows(payloads: Sequence[object], *fields: str) -> list[dict[str, Any]]:
    """Return, of all payloads that are lists (or lists of pages), the rows with all of `fields`."""
    return [row for p in payloads if isinstance(p, list) for row in _rows(p, fields)]


def _rows(listed: list[Any], fields: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for row in listed:
        if isinstance(row, list):
            yield from _rows(row, fields)
        elif not isinstance(row, dict):
            raise Malformed("清单里有不是对象的东西")
        elif set(fields) <= set(row):
            yield row


_CO_AUTHOR = re.compile(r"(?im)^co-authored-by:[ \t]*(.*?)[ \t]*<([^<>\n]*)>[ \t]*$")


def co_authors(message: str) -> list[tuple[str, str]]:
    """Return the names and mails of those whom a commit's message gives as its authors, too."""
    return [(name, mail) for name, mail in _CO_AUTHOR.findall(message)]


def has_list(payloads: Sequence[object]) -> bool:
    """Tell whether any payload is a list, which may be empty."""
    return any(isinstance(payload, list) for payload in payloads)


def require_known(payloads: Sequence[object], shapes: Sequence[tuple[str, ...]]) -> None:
    """Raise Malformed for a payload, or a row of one, that is of none of the shapes."""
    for payload in payloads:
        if not isinstance(payload, dict | list):
            raise Malformed("有一份内容既不是对象也不是清单")
        every = [payload] if isinstance(payload, dict) else rows([payload])
        for each in every:
            if not any(set(shape) <= set(each) for shape in shapes):
                some = "、".join(list(each)[:5]) or "空的"
                raise Malformed(f"有一份内容认不出是什么（有 {some}）")
