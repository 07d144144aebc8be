"""Renamings: which station a sentence or a row says is named anew, or goes on in another.

Only what is decided counts: what is proposed, applied for or long past names no change.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from register.importing.station_names import is_station, names_in, without_spaces
from register.records.notice import ActKind

_RENAMED = r"(?:更名|改名|名称变更|变更|改称|改)[为成]|→"
_MERGED = r"(?:整体)?(?:并入|合并[到至入])|合并(?:组建|成立|设立|重组|更名)*[为成](?:新的)?"
_VERB = re.compile(rf"(?P<renamed>{_RENAMED})|(?P<merged>{_MERGED})")
_BETWEEN = re.compile(r"[ “”\"']*(?:名称)?(?:现|已|正式|统一|予以)*[ ]*")
_BEHIND = re.compile(r"[ “”\"'（(]*")
_END = re.compile(r"[ ”\"'）)。.；;，,、]*")
_DOUBTFUL = re.compile(
    r"拟|申请|建议|如(?!下|皋)|若|曾|此前|去年|上年|可|不予|不同意|原则上|计划|暂"
)
_CLAUSE = re.compile(r"[^。；;，,！!？?\n]+")


class Renaming(NamedTuple):
    """Stations, by their names, and the name under which they go on."""

    kind: ActKind
    names: tuple[str, ...]
    to: str


def renamings_in(text: str) -> list[Renaming]:
    """Read A所更名为B所 and A所、B所并入C所; nothing where a clause says something else as well."""
    if not _VERB.search(text):
        return []
    clauses = [clause[0] for clause in _CLAUSE.finditer(text)]
    found = {clause: renaming for clause in clauses if (renaming := _renaming(clause))}
    others = (clause for clause in clauses if clause not in found)
    clear = not any(_VERB.search(clause) or names_in(clause) for clause in others)
    return list(found.values()) if clear else []


def _renaming(clause: str) -> Renaming | None:
    verbs = list(_VERB.finditer(clause))
    if len(verbs) != 1 or _DOUBTFUL.search(clause):
        return None
    verb = verbs[0]
    before, after = clause[: verb.start()], clause[verb.end() :]
    old, new = names_in(before), names_in(after)
    if not old or len(new) != 1 or not _BEHIND.fullmatch(after[: new[0].start]):
        return None
    between = before[old[-1].end :].strip("（(")
    if not _BETWEEN.fullmatch(between) or not _END.fullmatch(after[new[0].end :]):
        return None
    kind = ActKind.RENAME if verb["renamed"] else ActKind.MERGE
    return renaming(kind, [named.name for named in old], new[0].name)


def renaming(kind: ActKind, names: list[str], to: str) -> Renaming | None:
    """Return the change, None where it changes nothing or names no one station."""
    plain = (without_spaces(name).removeprefix("原") for name in names)
    old = tuple(dict.fromkeys(name for name in plain if name != to))
    lone = kind is ActKind.MERGE or len(old) == 1
    return Renaming(kind, old, to) if old and lone and is_station(to) else None


def renamings_of(values: Mapping[str, str]) -> Iterator[Renaming]:
    """Yield what a row with columns for the former and the present name says."""
    old = values.get("former", "") or values.get("name", "")
    for role, kind in (("renamed", ActKind.RENAME), ("into", ActKind.MERGE)):
        new = without_spaces(values.get(role, ""))
        names = [part for part in re.split(r"[、,，;； ]+", old) if is_station(part)]
        if new and names and (found := renaming(kind, names, new)):
            yield found


__all__ = ["Renaming", "renaming", "renamings_in", "renamings_of"]
