"""Layouts of lines that list stations; each is a small recogniser, and all stand in LAYOUTS."""

from collections.abc import Callable

from register.importing.item_numbers import without_number
from register.importing.listed import Listed
from register.importing.one_station import (
    host_then_name,
    name_dash_host,
    name_then_columns,
    name_with_brackets,
    name_with_remark,
)
from register.importing.several_stations import (
    joined_names,
    names_by_place,
    numbered_names,
    pairs,
    several_columns,
    shared_name,
    spaced_names,
)
from register.importing.station_names import speaks_of_stations

LAYOUTS: tuple[Callable[[str], list[Listed]], ...] = (
    name_with_brackets,
    numbered_names,
    shared_name,
    names_by_place,
    several_columns,
    joined_names,
    spaced_names,
    pairs,
    name_then_columns,
    name_dash_host,
    host_then_name,
    name_with_remark,
)


def listed_in(text: str) -> list[Listed]:
    """Return the stations that a line lists in one of the layouts."""
    if not speaks_of_stations(text):
        return []
    plain = without_number(text)
    for layout in LAYOUTS:
        if found := layout(plain):
            return found
    return []


__all__ = ["LAYOUTS", "listed_in"]
