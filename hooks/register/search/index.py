"""The index: shared tables and packed columns, cut so that the first answer needs little.

search/index.json
  format      2
  cut         the mark of the files that were cut together; all of them have it
  ids         a number for the stations and their order; search/spans.json has the same
  standings   [[value, title], …] in the order of the site's lists
  words       {standings: {word: [value, …]}, noise, asking, provinces: [word, …]}
  notices     [[id, words], …]
  said        [[standing, words, phase, grade, year, status, number of the notice, day], …], once
  regions, cities    each text once
  alphabet    every character of the texts, the most frequent first
  weights     for each a digit to base 36: how much it tells of which station is meant
  characters  their table, see characters.py
  letters     of which, besides the table's syllables, ids are made
  pages       [[kind, title, about, url], …]
  part        see part.py; in a big register there are others, see parts.py

search/more.json, fetched after the first answer
  alphabet, weights, characters    of what the index's alphabet lacks
  words       [[field, text], …]: occupations, kinds of hosts, supervisors, each once
  stations    packed: for each how many words, and which
  codes       [text, …]: licences' numbers and codes, joined by spaces, a text a station

search/characters.json, fetched when a question holds a character that the index does not know
  characters  the other common ones, and their table
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from zlib import crc32

from register.records.standing import Standing
from register.search.characters import character_table, common_characters, readings_in, weights
from register.search.findable import Findable, PageEntry
from register.search.grams import Grams
from register.search.packing import alphabet_of, unpack
from register.search.part import HOST, ORDINAL, Shared, Writing, cut_part, pattern_of, texts_of
from register.search.parts import cut_black, cut_in_parts
from register.search.shelves import shelves_of
from register.search.spans import ids_of
from register.search.terms import Terms
from register.search.words import ASKING, CHAT, NAME_ENDS, NOISE, NOTHING_SAID, PROVINCES, WORDS
from register.site_file import SiteFile

FORMAT = 2
WHOLE_UP_TO = 20_000
"""So many stations are cut as one: 350 kilobytes as they are sent, half of them at first."""

Files = Iterator[tuple[str, Mapping[str, Any]]]


def index_files(
    stations: Sequence[Findable],
    pages: Sequence[PageEntry],
    notices: Mapping[str, str],
    whole_up_to: int = WHOLE_UP_TO,
) -> list[SiteFile]:
    """Cut the index of `stations`, in the order given, and of `pages`.

    `notices`: by which words a hit names each notice. More stations than `whole_up_to` are cut
    in parts.
    """
    cutting = _Cutting(stations, pages, notices)
    files = cutting.whole() if len(stations) <= whole_up_to else cutting.in_parts()
    return [_file(stem, content) for stem, content in files]


def _file(stem: str, content: Mapping[str, Any]) -> SiteFile:
    return SiteFile(f"search/{stem}.json", f"{_json(content)}\n".encode())


def _json(content: Mapping[str, Any]) -> str:
    return json.dumps({"format": FORMAT, **content}, ensure_ascii=False, separators=(",", ":"))


class _Cutting:
    """The cutting of one index: its files, by their stems."""

    def __init__(
        self,
        stations: Sequence[Findable],
        pages: Sequence[PageEntry],
        notices: Mapping[str, str],
    ) -> None:
        self._stations, self._pages, self._notices = stations, pages, notices
        self._patterns = [pattern_of(station) for station in stations]
        self._terms = Terms(stations)
        self._shared = Shared(notices)
        self._texts = [*self._all_texts(), *WORDS, *PROVINCES, NAME_ENDS]
        self._alphabet = ORDINAL + HOST + alphabet_of(self._texts)
        self._others = "".join(
            c for c in alphabet_of(self._terms.texts()) if c not in self._alphabet
        )

    def whole(self) -> Files:
        """Yield the index and what is fetched after it."""
        table = character_table(self._alphabet, readings_in(self._texts))
        writing = self._writing(self._alphabet, table)
        part = cut_part(self._stations, self._patterns, self._shared, writing)
        index = {**self._core(self._alphabet, table, writing), "part": part}
        yield "index", {**index, **_mark(index)}
        yield (
            "more",
            {
                **_mark(index),
                "words": self._terms.words,
                **self._terms.cut(self._stations),
                "alphabet": self._others,
                "weights": self._weights_of_others(),
                "characters": character_table(self._others, readings_in(self._terms.texts())),
            },
        )
        yield "characters", common_characters(self._alphabet)

    def in_parts(self) -> Files:
        """Yield the index without any station, the parts and the shelves."""
        alphabet = self._alphabet + self._others
        table = character_table(alphabet, readings_in([*self._texts, *self._terms.texts()]))
        writing = self._writing(alphabet, table)
        cut = cut_in_parts(self._stations, self._patterns, self._terms, self._shared, writing)
        parts = list(cut)
        black = cut_black(self._stations, self._patterns, self._shared, writing)
        shared = self._core(alphabet, table, writing)
        grams = Grams(alphabet, shared["weights"], table)
        shelves = shelves_of(self._stations, self._patterns, grams)
        core = {
            **shared,
            "terms": self._terms.words,
            "parts": [(part["count"], unpack(part["columns"]["region"])[0]) for part in parts],
            "shelves": len(shelves),
        }
        mark = _mark(core)
        yield "index", {**core, **mark}
        yield from ((f"parts/{n}", {**mark, **part}) for n, part in enumerate(parts))
        yield from ((f"grams/{n}", {**mark, **shelf}) for n, shelf in enumerate(shelves))
        yield "black", {**mark, **black}
        yield "characters", common_characters(alphabet)

    def _core(self, alphabet: str, table: Mapping[str, Any], writing: Writing) -> dict[str, Any]:
        """Return what all parts share; they are cut by now."""
        weighed = weights(self._alphabet, [*self._texts_held()])
        return {
            "ids": ids_of(self._stations),
            "standings": [[standing.value, standing.title] for standing in Standing],
            "words": _words(),
            "notices": list(self._notices.items()),
            "said": list(self._shared.said),
            "regions": list(self._shared.regions),
            "cities": list(self._shared.cities),
            "alphabet": alphabet,
            "weights": weighed + ("" if alphabet == self._alphabet else self._weights_of_others()),
            "characters": table,
            "letters": writing.letters,
            "pages": [(page.kind, page.title, page.about, page.url) for page in self._pages],
        }

    def _writing(self, alphabet: str, table: Mapping[str, Any]) -> Writing:
        ids = (station.id for station in self._stations)
        return Writing(alphabet, table, ids)

    def _all_texts(self) -> list[str]:
        """Return every text of the stations, shared ones once, and those of the pages."""
        places = (text for s in self._stations for text in (s.region, s.city))
        shared = dict.fromkeys((*self._patterns, *places))
        plain = (text.replace(ORDINAL, "").replace(HOST, "") for text in shared)
        pages = (text for page in self._pages for text in (page.title, page.about))
        return [*texts_of(self._stations), *plain, *pages]

    def _texts_held(self) -> Iterator[Iterable[str]]:
        for pattern, s in zip(self._patterns, self._stations, strict=True):
            yield pattern, s.region, s.city, *s.hosts, *s.former, *s.aliases

    def _weights_of_others(self) -> str:
        return weights(self._others, [*self._terms.held()])


def _mark(index: Mapping[str, Any]) -> dict[str, str]:
    """Mark files that were cut together, for a browser may have kept one of them."""
    return {"cut": f"{crc32(_json(index).encode()):08x}"}


def _words() -> dict[str, Any]:
    return {
        "standings": {word: [standing.value for standing in of] for word, of in WORDS.items()}
        | {word: ["none"] for word in NOTHING_SAID},
        "noise": NOISE,
        "chat": CHAT,
        "asking": ASKING,
        "provinces": PROVINCES,
    }
