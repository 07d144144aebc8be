"""The home page: each region's newest results, and the ways in."""

from collections.abc import Iterator
from typing import NamedTuple

from register.records.scheme import Judged
from register.register import Register
from register.views.contents import Contents, contents
from register.views.regions import regions_with_pages
from register.views.round.results import counted
from register.views.round.summary import RoundView, round_view


class HomeView(NamedTuple):
    """Each region's newest results on file, and what else there is."""

    rounds: tuple[RoundView, ...]
    stations: int
    hosts: int
    regions: int
    centres: int
    contents: Contents


def home_view(register: Register) -> HomeView:
    """Return what the home page shows."""
    return HomeView(
        rounds=tuple(_newest(register)),
        stations=len(register.stations),
        hosts=len(register.hosts),
        regions=len(regions_with_pages(register)),
        centres=len(register.centres),
        contents=contents(register),
    )


def _newest(register: Register) -> Iterator[RoundView]:
    """Yield each region's rounds of the newest year with results; those of centres come last."""
    shown: dict[tuple[str | None, Judged], int] = {}
    found = []
    for round_ in sorted(register.rounds.values(), key=lambda r: (-r.year, r.id)):
        judges = register.schemes[round_.scheme].judges
        if any(counted(register, round_.id)):
            newest = shown.setdefault((round_.region, judges), round_.year)
            if newest == round_.year:
                found.append((judges, round_))
    for _, round_ in sorted(found, key=lambda pair: pair[0] is Judged.CENTRES):
        yield round_view(register, round_)
