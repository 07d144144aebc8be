"""Terms: what else a station is found by, and what numbers it has; fetched after the first answer.

words       [[field, text], …]: occupations, kinds of hosts, supervisors, each once
stations    packed: for each how many words, and which
codes       [text, …]: licences' numbers and codes, joined by spaces, a text a station
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from register.search.findable import Findable
from register.search.packing import pack
from register.search.part import Numbers


class Terms:
    """The words of stations, each once."""

    def __init__(self, stations: Iterable[Findable]) -> None:
        words = Numbers()
        self._lists = [[words[word] for word in _words_of(station)] for station in stations]
        self.words: list[tuple[str, str]] = list(words)

    def texts(self) -> list[str]:
        """Return the texts of all words."""
        return [text for _, text in self.words]

    def held(self) -> Iterator[list[str]]:
        """Yield the texts of each station's words."""
        texts = self.texts()
        return ([texts[word] for word in of] for of in self._lists)

    def cut(self, stations: Sequence[Findable], begin: int = 0) -> dict[str, Any]:
        """Cut those `stations`, of which the first is the one at `begin`."""
        lists = self._lists[begin : begin + len(stations)]
        return {
            "stations": pack(number for of in lists for number in (len(of), *of)),
            "codes": [" ".join(station.codes) for station in stations],
        }


def _words_of(station: Findable) -> Iterator[tuple[str, str]]:
    yield from (("occupation", name) for name in station.occupations)
    yield from (("kind", name) for name in station.kinds)
    if station.supervisor:
        yield "supervisor", station.supervisor
