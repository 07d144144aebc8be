"""Licences that the columns of a table give: their numbers, and from when to when they hold."""

import re
from collections.abc import Mapping
from datetime import date

from register.importing.days import DOTTED, FULL, day_in
from register.records.station import Licence

_NUMBER = re.compile(r"(?=.*[0-9])[^，。；]{3,60}")
_DAY = re.compile(f"{FULL.pattern}|{DOTTED.pattern}")


def licence_in(values: Mapping[str, str], notice: str) -> Licence | None:
    """Return the licence that a row names, with the days that can be read."""
    number = values.get("licence", "").replace(" ", "")
    if not _NUMBER.fullmatch(number):
        return None
    since, to = _period(_days(values))
    return Licence(number=number, since=since, to=to, source=notice)


def unread_term(values: Mapping[str, str]) -> str:
    """Return what a row says of the term where no day can be read in it."""
    return values.get("valid", "") if not _days(values) else ""


def _days(values: Mapping[str, str]) -> list[date]:
    found = _DAY.finditer(values.get("valid", ""))
    return [day for match in found if (day := day_in(match[0]))]


def _period(days: list[date]) -> tuple[date | None, date | None]:
    """Return from and to; a lone day is the end."""
    match days:
        case [since, to] if since <= to:
            return since, to
        case [to]:
            return None, to
        case _:
            return None, None


__all__ = ["licence_in", "unread_term"]
