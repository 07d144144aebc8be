"""A station as a paper lists it, before anybody knows which station of ours it is."""

from collections.abc import Mapping
from typing import NamedTuple


class Listed(NamedTuple):
    """One mention of one station in a list, table or sentence that says how it fared."""

    name: str
    """Without spaces that slipped in."""
    printed: str
    """The line as printed, without its number."""
    host: str = ""
    outcome: str = ""
    """What stands behind the name, or in the column for it; empty where the heading says it."""
    rest: str = ""
    """What nobody understood."""
    more: Mapping[str, str] = {}
    """What a table's other columns say, by their roles."""


__all__ = ["Listed"]
