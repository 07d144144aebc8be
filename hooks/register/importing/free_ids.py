"""Free ids: how new stations and hosts are called, so that no id is used twice."""

import re
from collections.abc import Iterable

from register.importing.matching import same_series
from register.names.numerals import ordinal_in
from register.names.slug import slug

_GENERIC_END = re.compile(
    r"(?:国家)?(?:特有工种|专业工种)?(?:职业技能)?鉴定[所站](?:[(（]站[)）])?$"
)


def station_id(name: str, region: str, region_name: str) -> str:
    """Return the id that a station of this name should have: by its ordinal, else by its sound."""
    ordinal = ordinal_of(name)
    if ordinal is not None and same_series(name, region_name).startswith(f"省第{ordinal}"):
        return f"{region}-{ordinal:02}"
    own = slug(_GENERIC_END.sub("", name.removeprefix(region_name)) or name)
    return f"{region}-{own or 'jiandingsuo'}"


def host_id(name: str) -> str:
    """Return the id that a host of this name should have."""
    return slug(name) or "danwei"


def free(wanted: str, taken: Iterable[str]) -> str:
    """Return the id, with a number behind it if it is taken."""
    id_, number = wanted, 2
    while id_ in taken:
        id_, number = f"{wanted}-{number}", number + 1
    return id_


def ordinal_of(name: str) -> int | None:
    """Return the number in a name, if it is one that a station may bear."""
    ordinal = ordinal_in(name)
    return ordinal if ordinal and 0 < ordinal < 10_000 else None  # noqa: PLR2004 - what to_chinese can write


__all__ = ["free", "host_id", "ordinal_of", "station_id"]
