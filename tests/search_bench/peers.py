"""The other engines: what each is given, which is the same for all, and how its index is made."""

import html
import importlib
import json
import logging
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import material  # type: ignore[import-untyped]
from tests.search_bench import packages
from tests.search_bench.facts import Fact, Facts, spelt

from register.records.standing import TITLES, Standing

ASSETS = Path(material.__file__).parent / "templates/assets/javascripts"
# As Material's own plugin writes them for `lang: zh` and a Chinese theme.
CONFIG = {
    "lang": ["zh"],
    "separator": "[\\s\\u200b\\u3000\\-、。，．？！；]+",
    "pipeline": ["stemmer"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}


def lines(fact: Fact) -> Iterator[str]:
    """Yield what a station's page says below its name."""
    yield from (f"承建单位 {host}" for host in fact.hosts)
    yield from (f"曾用名 {name}" for name in (*fact.former, *fact.aliases))
    yield f"{fact.region} {fact.city} 编号 {fact.id} {fact.code}"
    if fact.standing:
        yield f"{fact.year or ''}年度 {TITLES[Standing(fact.standing)]} {fact.grade}"
    if fact.licences:
        yield f"许可证 {' '.join(fact.licences)}"
    if fact.occupations:
        yield f"职业 {'、'.join(fact.occupations)}"


def pagefind(facts: Facts, out: Path) -> None:
    """Write a page a station, and let Pagefind's own program index them."""
    site = out / "site"
    for fact in facts.stations:
        page = site / fact.id / "index.html"
        page.parent.mkdir(parents=True)
        paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in lines(fact))
        page.write_text(
            f'<!doctype html><html lang="zh"><title>{fact.name}</title><body>'
            f"<main data-pagefind-body><h1>{fact.name}</h1>{paragraphs}</main>",
            encoding="utf-8",
        )
    command = [
        str(packages.pagefind()),
        "--site",
        str(site),
        "--output-path",
        str(out / "pagefind"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    shutil.rmtree(site)


def minisearch(facts: Facts, out: Path) -> None:
    """Write the documents, with our own columns of pinyin and initials; the page indexes them."""
    documents = [_document(fact) for fact in facts.stations]
    _write_json(out / "documents.json", documents)
    script = packages.minisearch()
    assert script
    shutil.copy(script, out / "minisearch.js")


def _document(fact: Fact) -> dict[str, str]:
    called = [*fact.hosts, *fact.former, *fact.aliases]
    sounds = [spelt(text) for text in (fact.name, *called)]
    return {
        "id": fact.id,
        "name": fact.name,
        "hosts": " ".join(called),
        "more": " ".join(lines(fact)),
        "pinyin": " ".join(" ".join(s) + " " + "".join(s) for s in sounds),
        "initials": " ".join("".join(syllable[0] for syllable in s) for s in sounds),
    }


def material_search(facts: Facts, out: Path) -> None:
    """Write the index that Material's plugin writes, cut into words by jieba as it does."""
    packages.use()
    jieba = importlib.import_module("jieba")
    jieba.setLogLevel(logging.WARNING)

    def cut(text: str) -> str:
        return "\u200b".join(jieba.cut(text))

    documents = [
        {"location": f"{fact.id}/", "title": cut(fact.name), "text": cut("\n".join(lines(fact)))}
        for fact in facts.stations
    ]
    _write_json(out / "search/search_index.json", {"config": CONFIG, "docs": documents})
    shutil.copytree(ASSETS / "lunr", out / "lunr")
    worker = next((ASSETS / "workers").glob("search.*.min.js"))
    (out / "workers").mkdir()
    shutil.copy(worker, out / "workers/search.js")


def _write_json(path: Path, content: Any) -> None:  # noqa: ANN401 - whatever JSON holds
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


MAKERS = {"pagefind": pagefind, "minisearch": minisearch, "material": material_search}
