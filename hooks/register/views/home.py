"""The home page: the newest round, and the ways in."""

from typing import NamedTuple

from register.register import Register
from register.views.contents import Contents, contents
from register.views.rounds import RoundView, round_view


class HomeView(NamedTuple):
    """The newest round of each region, and what is on file."""

    rounds: tuple[RoundView, ...]
    stations: int
    hosts: int
    contents: Contents


def home_view(register: Register) -> HomeView:
    """Return what the home page shows."""
    newest: dict[str, str] = {}
    for id_, round_ in sorted(register.rounds.items(), key=lambda pair: (pair[1].year, pair[0])):
        newest[round_.region] = id_
    return HomeView(
        rounds=tuple(round_view(register, register.rounds[id_]) for id_ in newest.values()),
        stations=len(register.stations),
        hosts=len(register.hosts),
        contents=contents(register),
    )
