"""A part: some stations as packed columns, and the texts that are theirs alone.

count     how many stations
names     packed: patterns of names, ORDINAL for the ordinal's numeral and HOST for the host
stems     packed: of which, with a number, ids are made, by the index's syllables, after them
          `letters`, and copies from the sound of a name
widths    packed: how many digits at least each stem's numbers have
texts     packed: names of hosts and aliases in the order in which the columns first name them
columns   packed, one number a station unless it says otherwise:
  stem, number     the id: a stem and the number behind it, as `deltas`
  name, ordinal    the pattern of its name, and its ordinal, as `deltas`
  hosts, former, aliases   how many texts, and `texts` which ones
  region, city, said    their numbers in the shared tables
stem, name and texts are references: 0 is the next new one, others lie that far back
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from register.names.numerals import to_chinese
from register.search.findable import Findable
from register.search.packing import END, deltas, pack, pack_texts, unpack

ORDINAL = "\ue000"
HOST = "\ue001"
"""What stands in the pattern of a name for its ordinal's numeral and for its first host."""
MOST_IN_CHINESE = 10_000  # ordinals from here on the browser does not write
_NUMBERED = re.compile(r"(.*?)(0\d{1,7}|[1-9]\d{0,7})?")


class Numbers(dict[Any, int]):
    """Values, each with its number, in the order in which they are first asked for."""

    def __missing__(self, value: Any) -> int:  # noqa: ANN401 -- whatever can be a key
        """Number a value that is new."""
        return self.setdefault(value, len(self))


class Shared:
    """The tables that all parts share, filled while the parts are cut."""

    def __init__(self, notices: Iterable[str]) -> None:
        self.said, self.regions, self.cities = Numbers(), Numbers(), Numbers()
        self._notices = {id_: n for n, id_ in enumerate(notices)}

    def said_of(self, station: Findable) -> int:
        """Number what is said of a station today, and the day of the newest decision."""
        now = station.now
        notice = self._notices.get(now.notice)
        day = station.day.isoformat() if station.day else ""
        return self.said[(now.standing or "none", *now[1:-1], notice, day)]


class Writing:
    """How texts are written as numbers: texts by characters, ids by syllables and letters.

    `table` is the one of the characters in `alphabet`.
    """

    def __init__(self, alphabet: str, table: Mapping[str, Any], ids: Iterable[str]) -> None:
        self._characters = {character: number for number, character in enumerate(alphabet, 1)}
        syllables = table["syllables"].split()
        usual = unpack(table["readings"])
        self._usual = {c: syllables[n - 1] for c, n in zip(alphabet, usual, strict=True) if n}
        self.letters = "".join(sorted({*"".join(ids)}))
        self._tokens = {token: n for n, token in enumerate([*syllables, *self.letters], 1)}
        self._copy = len(syllables) + len(self.letters) + 1
        longest_first = sorted(map(re.escape, self._tokens), key=len, reverse=True)
        self._token = re.compile("|".join(longest_first))

    def texts(self, texts: Iterable[str]) -> str:
        """Pack texts by their characters."""
        return pack_texts(texts, self._characters)

    def stems(self, stems: Iterable[tuple[str, str]]) -> str:
        """Pack what ids begin with, each with the name of the first station that has it.

        Most are pinyin, and most of that the name's: a copy takes three numbers, itself, where in
        the name it begins, and how many characters it spells.
        """
        return pack(number for stem, name in stems for number in (*self._spelled(stem, name), END))

    def _spelled(self, stem: str, name: str) -> Iterator[int]:
        syllables = [self._usual.get(character, "") for character in name]
        at = 0
        while at < len(stem):
            start, size, end = _longest_copy(stem, at, syllables)
            if size > _SHORTEST_COPY:
                yield from (self._copy, start + 1, size)
            else:
                token = self._token.match(stem, at)
                assert token is not None  # every letter is one
                yield self._tokens[token[0]]
                end = token.end()
            at = end


_SHORTEST_COPY = 3  # characters: no longer than its three numbers


def _longest_copy(stem: str, at: int, syllables: Sequence[str]) -> tuple[int, int, int]:
    """Return where in `syllables` the longest run begins that stands at `at`, its size and end."""
    best = (0, 0, at)
    for start in range(len(syllables)):
        end, stop = at, start
        while stop < len(syllables) and syllables[stop] and stem.startswith(syllables[stop], end):
            end += len(syllables[stop])
            stop += 1
        if stop - start > best[1]:
            best = (start, stop - start, end)
    return best


def _lists(station: Findable) -> tuple[tuple[str, ...], ...]:
    return station.hosts, station.former, station.aliases


def texts_of(stations: Iterable[Findable]) -> list[str]:
    """Return the texts of a part, each once, in the order in which its columns name them."""
    return list(dict.fromkeys(text for s in stations for of in _lists(s) for text in of))


def cut_part(
    stations: Sequence[Findable], patterns: Sequence[str], shared: Shared, writing: Writing
) -> dict[str, Any]:
    """Cut `stations`; `patterns` are those of their names."""
    numbered = [stem_of(station.id) for station in stations]
    stems, names = Numbers(), Numbers()
    owners: dict[tuple[str, int], str] = {}
    for (stem, width, _), station in zip(numbered, stations, strict=True):
        owners.setdefault((stem, width), station.name)
    columns = {
        "stem": references(stems, ((stem, width) for stem, width, _ in numbered)),
        "number": deltas(number for _, _, number in numbered),
        "name": references(names, patterns),
        **_columns(stations, shared),
    }
    return {
        "count": len(stations),
        "names": writing.texts(names),
        "stems": writing.stems((stem, owners[stem, width]) for stem, width in stems),
        "widths": pack(width for _, width in stems),
        "texts": writing.texts(texts_of(stations)),
        "columns": {key: pack(of) for key, of in columns.items()},
    }


def _columns(stations: Sequence[Findable], shared: Shared) -> dict[str, Iterable[int]]:
    lists = [of for station in stations for of in _lists(station)]
    counts = [len(of) for of in lists]
    return {
        "ordinal": deltas(station.ordinal for station in stations),
        "hosts": counts[::3],
        "former": counts[1::3],
        "aliases": counts[2::3],
        "texts": references(Numbers(), (text for of in lists for text in of)),
        "region": [shared.regions[station.region] for station in stations],
        "city": [shared.cities[station.city] for station in stations],
        "said": [shared.said_of(station) for station in stations],
    }


def references(numbers: Numbers, values: Iterable[Any]) -> list[int]:
    """Return 0 for each value that `numbers` does not know yet, else how far it lies back."""
    found: list[int] = []
    for value in values:
        known = len(numbers)
        found.append(known - numbers[value])
    return found


def stem_of(id_: str) -> tuple[str, int, int | None]:
    """Take the number from the end of an id: gansu-05 → (gansu-, 2, 5); width 0 pads nothing."""
    found = _NUMBERED.fullmatch(id_)
    if not found or not found[2]:
        return id_, 0, None
    return found[1], len(found[2]) if found[2][0] == "0" else 0, int(found[2])


def pattern_of(station: Findable) -> str:
    """Return a station's name with marks for its ordinal and its first host."""
    name = station.name
    if station.ordinal and station.ordinal < MOST_IN_CHINESE:
        name = name.replace(f"第{to_chinese(station.ordinal)}", f"第{ORDINAL}", 1)
    return name.replace(station.hosts[0], HOST, 1) if station.hosts else name
