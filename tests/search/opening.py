"""Opening registers in a page that has the worker's scripts as plain ones."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from register.search import Findable, PageEntry, index_files, span_files

SCRIPTS = Path(__file__).parents[2] / "docs/scripts"
_LISTS = re.compile(r"importScripts\(([^)]+)\)")
_OPEN = """([name, { index, more, characters, spans }]) => {
  const opened = openIndex(index, more);
  addCharacters(opened.characters, characters);
  window[name] = opened;
  window[`${name} first`] = openIndex(index, null);
  window[`${name} spans`] = spans;
}"""


def worker_scripts() -> list[str]:
    """Return what the worker loads in the end, in its own order, each with what it loads itself."""
    return list(_loading("search-worker.js"))


def _loading(script: str) -> Iterator[str]:
    lists = _LISTS.findall((SCRIPTS / script).read_text(encoding="utf-8"))
    for name in dict.fromkeys(name for names in lists for name in re.findall(r'"([^"]+)"', names)):
        yield from _loading(name)
    yield script


def files_of(
    stations: Sequence[Findable],
    pages: Sequence[PageEntry] = (),
    notices: Mapping[str, str] | None = None,
    last: date = date(2013, 1, 10),
) -> dict[str, Any]:
    """Return what each file of the search holds: index, more, characters and spans."""
    files = [*index_files(stations, pages, notices or {}), *span_files(stations, last)]
    return {Path(file.path).stem: json.loads(file.content) for file in files}


def open_register(page: Page, name: str, files: Mapping[str, Any]) -> None:
    """Open the files of a register and call the whole index `name`."""
    page.evaluate(_OPEN, [name, files])
