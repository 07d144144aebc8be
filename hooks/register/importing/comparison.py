"""Comparison: a proposed notice beside the one on file; what differs, and what the paper lacks."""

from collections.abc import Iterator
from typing import Any, get_type_hints

import msgspec
from msgspec import Meta

from register.names.script import comparable
from register.records import Notice
from register.records.notice import ACT_TITLES, ActKind, Decision

_SKIPPED = ("id", "rounds", "sic", "accept", "corrections", "recorded")
_OF_LISTS = ("grade", "stations", "unnamed", "unmatched")


def titles(cls: type[Any]) -> dict[str, str]:
    """Return the Chinese title of each field of a record."""
    hints = get_type_hints(cls, include_extras=True)
    return {
        name: next(
            (m.title for m in getattr(hint, "__metadata__", ()) if isinstance(m, Meta) and m.title),
            name,
        )
        for name, hint in hints.items()
    }


def differences(own: Notice, paper: Notice, *, lists: bool = True) -> Iterator[str]:
    """Say where the paper and the file say different things.

    One that `lists` no stations and only names some in its text says nothing of the others, nor
    how a line of the list is printed.
    """
    names = titles(Notice)
    for name in ("number", "title", "issuer", "addressee", "decided", "published"):
        one, other = _plain(getattr(own, name)), _plain(getattr(paper, name))
        if other and one and comparable(one) != comparable(other):
            yield f"{names[name]}：文件里是“{one}”，原文是“{other}”"
    mine, theirs = _graded(own), _graded(paper)
    for id_ in sorted(mine.keys() | theirs.keys()) if lists else sorted(theirs):
        printed = theirs.get(id_)
        if printed and not lists:
            printed = (printed[0], mine.get(id_, printed)[1])
        yield from _station(id_, mine.get(id_), printed)
    said = _acted(own)
    for kind, ids in _acted(paper).items():
        if absent := sorted(ids - said.get(kind, set())):
            yield f"{ACT_TITLES[kind]}：原文有 {'、'.join(absent)}，文件里没有"
    for grade, count in _totals(paper).items():
        if (recorded := _totals(own).get(grade)) is not None and recorded != count:
            yield f"“{grade}”总数：文件里是 {recorded}，原文是 {count}"


def _plain(value: Any) -> str:  # noqa: ANN401 - a field of any type
    return str(getattr(value, "name", value) or "")


def _station(id_: str, own: tuple[str, str] | None, paper: tuple[str, str] | None) -> Iterator[str]:
    if own is None and paper:
        yield f"{id_}：原文有（{paper[0]}），文件里没有"
    elif paper is None and own:
        yield f"{id_}：文件里有（{own[0]}），原文没有"
    elif own and paper:
        if own[0] != paper[0]:
            yield f"{id_}：文件里是“{own[0]}”，原文是“{paper[0]}”"
        if own[1] != paper[1]:
            same = comparable(own[1]) == comparable(paper[1])
            yield (
                f"{id_}：印的字不同{'（只是空格或括号）' if same else ''}：文件里"
                f"是“{own[1]}”，原文是“{paper[1]}”"
            )


def _graded(notice: Notice) -> dict[str, tuple[str, str]]:
    return {
        id_: (decision.grade, line)
        for part in notice.rounds
        for decision in part.decisions
        for id_, line in decision.stations.items()
    }


def _acted(notice: Notice) -> dict[ActKind, set[str]]:
    """Return the stations of each act; what the file has beyond the paper is never a list's."""
    found: dict[ActKind, set[str]] = {}
    for act in notice.acts:
        found.setdefault(act.act, set()).update(act.stations)
    return found


def _totals(notice: Notice) -> dict[str, int]:
    return {grade: count for part in notice.rounds for grade, count in part.totals.items()}


def lacking(own: Notice, paper: Notice, *, lists: bool = True) -> Iterator[str]:
    """Name what the file holds and a list like this paper does not carry."""
    names = titles(Notice)
    if own.rounds and not lists:
        yield "鉴定所名单"
    for name in own.__struct_fields__:
        if name not in _SKIPPED and _has(own, name) and not _has(paper, name):
            yield names[name]
    if any(part.totals for part in own.rounds) and not _totals(paper):
        yield "总数"
    found = [d for part in own.rounds for d in part.decisions]
    theirs = [d for part in paper.rounds for d in part.decisions]
    words = titles(Decision)
    for name in Decision.__struct_fields__:
        if (
            name not in _OF_LISTS
            and any(_has(d, name) for d in found)
            and not any(_has(d, name) for d in theirs)
        ):
            yield f"结论的{words[name]}"


def _has(record: msgspec.Struct, name: str) -> bool:
    return bool(getattr(record, name))


__all__ = ["differences", "lacking", "titles"]
