"""Every engine in Chromium, one after the other, each in a browser of its own."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright
from tests.search_bench.drawing import Query
from tests.search_bench.queries import prefixes
from tests.search_bench.scoring import Answer
from tests.search_bench.server import Server, Transfer

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-blink-features=ForceEagerMeasureMemory",  # without it a measure takes a minute
)
MOST_PREFIXES = 1000
LONG = 3_600_000  # milliseconds: a slow engine is measured, not cut off


class Measured(NamedTuple):
    """What one engine did."""

    engine: str
    answers: list[Answer]
    typed: list[float]
    """Milliseconds for each beginning of the queries."""
    ready: list[float]
    """Milliseconds from the start until it could answer, in fresh pages."""
    first: list[Transfer]
    """What was fetched before the first answer, in fresh pages."""
    heap: float
    """Megabytes that the page and its workers grew by, as the browser counts them."""
    process: float
    """Megabytes of private memory that the renderer grew by."""


def measure(server: Server, engine: str, queries: Sequence[Query], starts: int) -> Measured:
    """Measure one engine: the start in fresh pages, then all the queries in one."""
    step = max(1, len(queries) // starts)
    begins = [_begun(server, engine, query) for query in queries[::step][:starts]]
    with browser() as chromium:
        page = opened(chromium, server)
        heap, process = _heap(page), _private(chromium)
        start(page, engine)
        texts = [query.text for query in queries]
        answers = [
            Answer(tuple(row["ids"]), tuple(row["near"]), row["total"], row["ms"])
            for row in ask(page, texts)
        ]
        every = list(prefixes(list(queries)))
        typed = ask(page, every[:: max(1, len(every) // MOST_PREFIXES)])
        return Measured(
            engine,
            answers,
            [row["ms"] for row in typed],
            [ms for ms, _transfer in begins],
            [transfer for _ms, transfer in begins],
            _heap(page) - heap,
            _private(chromium) - process,
        )


def _begun(server: Server, engine: str, query: Query) -> tuple[float, Transfer]:
    """Start an engine in a browser that has nothing cached, and ask it one thing."""
    with browser() as chromium:
        page = opened(chromium, server)
        server.forget()
        ready = start(page, engine)
        page.evaluate("(text) => window.bench.answered(window.running.engine, text)", query.text)
        return ready, server.transfer()


@contextmanager
def browser() -> Iterator[Browser]:
    """Open a Chromium as long as the context lasts."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


def opened(chromium: Browser, server: Server) -> Page:
    """Open the bench's empty page."""
    page = chromium.new_page()
    page.set_default_timeout(LONG)
    page.goto(f"{server.address}bench/bench.html")
    return page


def start(page: Page, engine: str) -> float:
    """Start an engine in a page; return the milliseconds until it could answer."""
    return float(
        page.evaluate(
            """async (name) => {
              window.bench = await import("/bench/bench.js");
              window.running = await window.bench.started(name);
              return window.running.ms;
            }""",
            engine,
        )
    )


def ask(page: Page, texts: Sequence[str]) -> list[dict[str, Any]]:
    """Ask the engine that was started, one query after the other."""
    found: list[dict[str, Any]] = page.evaluate(
        "(texts) => window.bench.asked(window.running.engine, texts)", list(texts)
    )
    return found


def _heap(page: Page) -> float:
    """Return the megabytes of the page and its workers, after garbage is collected."""
    used = page.evaluate("async () => (await performance.measureUserAgentSpecificMemory()).bytes")
    return float(used) / 1e6


def _private(chromium: Browser) -> float:
    """Return the megabytes that the renderers have to themselves; 0 where /proc does not say."""
    session = chromium.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    pids = [process["id"] for process in processes if process["type"] == "renderer"]
    return sum(_private_of(Path(f"/proc/{pid}/smaps_rollup")) for pid in pids)


def _private_of(rollup: Path) -> float:
    if not rollup.exists():
        return 0.0
    rows = [line.split() for line in rollup.read_text(encoding="ascii").splitlines()]
    return sum(int(row[1]) for row in rows if row[0].startswith("Private_")) / 1000
