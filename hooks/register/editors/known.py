"""The ids that exist, each with the name that people know it by; all grades and rules."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from register.reading import Dataset
from register.reading.folder import kind_of
from register.records import KINDS, Scheme
from register.records.standing import Standing
from register.rules import RULES

# kind of record → id → name; "grades" → grade → who uses it; "rules" → rule → what it says.
Known: TypeAlias = Mapping[str, Mapping[str, str]]

GRADES = "grades"


def known_in(data: Dataset) -> Known:
    """Return what the dataset holds; the id of a file that cannot be read stands for its name."""
    named = {
        "stations": {e.stem: e.record.name for e in data.stations},
        "hosts": {e.stem: e.record.names[-1].name for e in data.hosts},
        "centres": {e.stem: e.record.name for e in data.centres},
        "schemes": {e.stem: e.record.name for e in data.schemes},
        "rounds": {e.stem: e.record.name for e in data.rounds},
        "notices": {e.stem: e.record.number or e.record.title for e in data.notices},
    }
    found = {
        kind: {id_: names.get(id_, id_) for id_ in sorted(data.ids.get(kind, ()))}
        for kind, names in named.items()
    }
    regions = dict(data.site.record.regions) if data.site else {}
    words = {GRADES: grades(e.record for e in data.schemes), "rules": exceptable()}
    return {**found, "regions": regions, **words}


def unread_in(data: Dataset) -> dict[str, list[str]]:
    """Return by kind the files that cannot be read."""
    found: dict[str, list[str]] = {}
    read = {entry.path for name in KINDS if name != "site" for entry in data.of(name)}
    for path in data.paths:
        if (kind := kind_of(path)) and kind != "site" and path not in read:
            found.setdefault(kind, []).append(path)
    return found


def exceptable() -> dict[str, str]:
    """Return the rules that know exceptions, each with what it says."""
    return {rule.name: rule.statement for rule in RULES if not rule.firm}


def grades(schemes: Iterable[Scheme]) -> dict[str, str]:
    """Return each grade with its standings and the schemes that know it."""
    users: dict[str, list[str]] = {}
    for scheme in schemes:
        for meaning in scheme.grades:
            users.setdefault(meaning.grade, []).append(_use(scheme, meaning.standing))
    return {grade: "；".join(uses) for grade, uses in users.items()}


def _use(scheme: Scheme, standing: Standing) -> str:
    return f"{scheme.name}（归入{standing.title}）"
