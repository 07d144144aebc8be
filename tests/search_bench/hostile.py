"""Hostile input to our own worker: always an answer, and never a slow one."""

from collections.abc import Iterator, Sequence
from typing import Any

from tests.search_bench.browser import ask, browser, opened, start
from tests.search_bench.drawing import Query
from tests.search_bench.scoring import percentile
from tests.search_bench.server import Server

COUNT = 10_000
SLOWER = 3  # times the 95th percentile of ordinary queries


def endure(server: Server, queries: Sequence[Query], seed: int) -> Iterator[str]:
    """Yield a line for each kind of hostile input: how many were answered, and how slowly."""
    with browser() as chromium:
        page = opened(chromium, server)
        start(page, "ours")
        ask(page, [query.text for query in queries])  # warm
        usual = percentile([row["ms"] for row in ask(page, [q.text for q in queries])], 0.95)
        rows: list[dict[str, Any]] = page.evaluate(
            """async ([count, seed, limit]) => {
              const { endured } = await import("/bench/hostile.js");
              return endured(window.running.engine, count, seed, limit);
            }""",
            [COUNT, seed, SLOWER * usual],
        )
    yield f"ordinary queries: p95 {usual:.1f} ms; none may take more than {SLOWER * usual:.1f} ms"
    yield f"{'hostile input':<24}{'n':>7}{'answered':>10}{'p95 ms':>9}{'most ms':>9}  slowest"
    for kind in dict.fromkeys(row["kind"] for row in rows):
        yield _line(kind, [row for row in rows if row["kind"] == kind], SLOWER * usual)


def _line(kind: str, rows: Sequence[dict[str, Any]], limit: float) -> str:
    times = [row["ms"] for row in rows]
    slowest = max(rows, key=lambda row: float(row["ms"]))
    late = sum(ms > limit for ms in times)
    said = f"{ascii(slowest['text'])[:50]}" + (f"   {late} TOO SLOW" if late else "")
    answered = sum(row["answered"] for row in rows)
    tail = percentile(times, 0.95)
    return f"{kind:<24}{len(rows):>7}{answered:>10}{tail:>9.1f}{max(times):>9.1f}  {said}"
