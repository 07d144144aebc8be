"""The index: one JSON file, columns of interned texts, and one table of what characters are.

search/index.json
  format     1
  ids        a number for the stations and their order; search/spans.json has the same
  standings  [[value, title], …] in the order of the site's lists
  words      {word: [value, …]}, what a question may call them
  regions, grades, statuses, hosts, more    each text once
  stations   columns of equal length: id, name, ordinal, hosts, aliases, region, standing, grade,
             year, status, more; texts of the lists above by their number
  headings   [[title, page, url], …]
  sounds     {syllable: [characters that mostly sound so, characters that also can]}
  forms      {simplified character: its traditional and variant forms}, of characters that occur

No record carries its pinyin: the worker spells every text through `sounds`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from register.names.numerals import DIGITS, without_ordinal
from register.names.pinyin import readings
from register.names.script import simplified
from register.records.standing import Standing
from register.search.findable import Findable, Heading
from register.search.spans import ids_of
from register.search.words import QUESTION, WORDS
from register.site_file import SiteFile

PATH = "search/index.json"


def index_files(stations: Sequence[Findable], headings: Sequence[Heading]) -> list[SiteFile]:
    """Cut the index of `stations` and `headings`, which are listed in the order given."""
    content = json.dumps(_index(stations, headings), ensure_ascii=False, separators=(",", ":"))
    return [SiteFile(PATH, f"{content}\n".encode())]


class _Texts(dict[str, int]):
    """Texts, each with its number, in the order in which they are first asked for."""

    def __missing__(self, text: str) -> int:
        return self.setdefault(text, len(self))


def _index(stations: Sequence[Findable], headings: Sequence[Heading]) -> dict[str, Any]:
    regions, grades, statuses, hosts, more = (_Texts() for _ in range(5))
    columns: dict[str, list[Any]] = {
        "id": [s.id for s in stations],
        "name": [s.name for s in stations],
        "ordinal": [s.ordinal for s in stations],
        "hosts": [[hosts[host] for host in s.hosts] for s in stations],
        "aliases": [s.aliases for s in stations],
        "region": [regions[s.region] for s in stations],
        "standing": [_NUMBERS.get(s.standing) for s in stations],
        "grade": [grades[s.grade] for s in stations],
        "year": [s.year for s in stations],
        "status": [statuses[s.status] for s in stations],
        "more": [[more[word] for word in s.more] for s in stations],
    }
    aliases = {alias for s in stations for alias in s.aliases}
    titles = {text for heading in headings for text in heading[:2]}
    texts = [*columns["name"], *hosts, *more, *regions, *sorted(aliases), *sorted(titles)]
    return {
        "format": 1,
        "ids": ids_of(stations),
        "standings": [[standing.value, standing.title] for standing in Standing],
        "words": {word: [standing.value for standing in of] for word, of in WORDS.items()},
        "regions": list(regions),
        "grades": list(grades),
        "statuses": list(statuses),
        "hosts": list(hosts),
        "more": list(more),
        "stations": columns,
        "headings": headings,
        "sounds": _sounds(texts),
        "forms": _forms({*"".join(texts), *"".join([*WORDS, *grades]), *QUESTION}),
    }


_NUMBERS = {standing.value: number for number, standing in enumerate(Standing)}


def _sounds(texts: Iterable[str]) -> dict[str, list[str]]:
    """Return for each syllable the characters whose first reading it is, and the others.

    Names that differ by their ordinals alone are read once; numerals have no phrases.
    """
    sounds: dict[str, list[str]] = defaultdict(lambda: ["", ""])
    for character, syllables in readings({*map(without_ordinal, texts), *DIGITS}).items():
        for rank, syllable in enumerate(syllables):
            sounds[syllable][min(rank, 1)] += character
    return dict(sorted(sounds.items()))


def _forms(characters: set[str]) -> dict[str, str]:
    """Return the other forms of `characters`; a form that itself occurs stays itself."""
    every = _every_form()
    others = {c: "".join(f for f in every.get(c, "") if f not in characters) for c in characters}
    return {character: forms for character, forms in sorted(others.items()) if forms}


@cache
def _every_form() -> Mapping[str, str]:
    """Return for each simplified character all those that OpenCC makes into it."""
    written = "".join(chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)))
    forms: dict[str, str] = defaultdict(str)
    for form, character in zip(written, simplified("\n".join(written)).split("\n"), strict=True):
        if form != character:
            forms[character] += form
    return forms
