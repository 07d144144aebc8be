"""The tables that the benchmark prints."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.search_bench.browser import Measured
from tests.search_bench.drawing import Query
from tests.search_bench.facts import Facts
from tests.search_bench.scoring import Answer, Score, is_first, is_shown, percentile
from tests.search_bench.server import Transfer


def quality(found: Mapping[str, Sequence[Score]]) -> Iterator[str]:
    """Yield the table of what was right first and in the first five, an engine a column."""
    engines = list(found)
    yield f"{'kind':<34}{'n':>5}" + "".join(f"{e + ' 1st':>17}{'in 5':>7}" for e in engines)
    for rows in zip(*found.values(), strict=True):
        cells = "".join(f"{_percent(r.first, r):>17}{_percent(r.five, r):>7}" for r in rows)
        seen = [
            f"{e} {r.shown}/{r.to_show}" for e, r in zip(engines, rows, strict=True) if r.to_show
        ]
        more = f"   revoked shown: {', '.join(seen)}" if seen else ""
        if rows[0].queries:
            yield f"{rows[0].kind:<34}{rows[0].queries:>5}{cells}{more}"


def _percent(count: int, score: Score) -> str:
    return f"{100 * count / score.queries:.1f}" if score.queries else "-"


def misses(queries: Sequence[Query], answers: Sequence[Answer], facts: Facts) -> Iterator[str]:
    """Yield a line for each query whose right answer did not come first."""
    for query, answer in zip(queries, answers, strict=True):
        if not is_first(query, answer):
            wanted = _called(query.answers[:2], facts) or "no such station"
            got = _called(answer.ids[:2], facts) or "nothing"
            where = _place(query, answer)
            said = f"wanted {wanted}{where} | got {answer.total}: {got}"
            yield f"{query.kind} | {query.text} | {said}"
        if not is_shown(query, answer):
            yield f"{query.kind} | {query.text} | not shown: {_called(query.shown, facts)}"


def _place(query: Query, answer: Answer) -> str:
    places = [n for n, id_ in enumerate(answer.ids, 1) if id_ in query.answers]
    return f" (at {places[0]})" if places else ""


def _called(ids: Sequence[str], facts: Facts) -> str:
    stations = [facts.by_id[id_] for id_ in ids]
    return "; ".join(f"{s.id} {s.name} [{' '.join(s.hosts)}]" for s in stations)


# What it costs.


def node_times(name: str, answers: Sequence[Answer]) -> Iterator[str]:
    """Yield the times of the quick run, which are no browser's."""
    times = [answer.ms for answer in answers]
    half, tail = percentile(times, 0.5), percentile(times, 0.95)
    yield f"{name} under Node: median {half:.2f} ms, p95 {tail:.2f} ms, most {max(times):.2f} ms"


def first_answers(fetched: Sequence[Transfer]) -> Iterator[str]:
    """Yield what fresh workers fetched before their first answers, if that was measured."""
    for name, own in first_numbers(fetched).items():
        yield f"{name} before the first answer: " + ", ".join(f"{k} {n:,}" for k, n in own.items())


def first_numbers(fetched: Sequence[Transfer]) -> dict[str, dict[str, int]]:
    """Return what fresh workers fetched before their first answers, for a program."""
    return {
        name: {
            key: int(percentile([getattr(transfer, name) for transfer in fetched], part))
            for key, part in (("median", 0.5), ("p95", 0.95), ("most", 1))
        }
        for name in (("requests", "gzip", "brotli", "scripts_brotli") if fetched else ())
    }


def cost_numbers(measured: Sequence[Measured]) -> dict[str, dict[str, Any]]:
    """Return what each engine costs, for a program."""
    return {each.engine: dict(_costs(each)) for each in measured}


def fetched(measured: Sequence[Measured]) -> dict[str, list[tuple[tuple[str, int, int], ...]]]:
    """Return what each engine fetched before its first answers, for a program."""
    return {each.engine: [transfer.files for transfer in each.first] for each in measured}


def files(measured: Sequence[Measured]) -> Iterator[str]:
    """Yield what each engine fetched before the first answer of the first fresh page."""
    yield f"{'fetched before one first answer':<68}{'gzip':>10}{'brotli':>10}"
    for each in measured:
        for path, zipped, brotli in each.first[0].files:
            yield f"{path:<68}{zipped:>10,}{brotli:>10,}"


def _costs(each: Measured) -> Iterator[tuple[str, float]]:
    times = [answer.ms for answer in each.answers]
    for name in ("requests", "raw", "gzip", "brotli", "scripts_brotli"):
        values = [getattr(transfer, name) for transfer in each.first]
        yield f"{name} before the first answer, median", percentile(values, 0.5)
        if name in {"gzip", "brotli"}:
            yield f"{name} before the first answer, most", max(values)
    yield "ms until ready, median of fresh pages", percentile(each.ready, 0.5)
    yield "ms a query, median", percentile(times, 0.5)
    yield "ms a query, p95", percentile(times, 0.95)
    yield "ms a query, most", max(times)
    yield "ms as one types, median", percentile(each.typed, 0.5)
    yield "ms as one types, p95", percentile(each.typed, 0.95)
    yield "MB of heap and workers", each.heap
    yield "MB private to the renderer", each.process


def costs(measured: Sequence[Measured]) -> Iterator[str]:
    """Yield the table of bytes, times and memory, an engine a column."""
    numbers = cost_numbers(measured)
    yield f"{'cost':<48}" + "".join(f"{engine:>14}" for engine in numbers)
    for name in next(iter(numbers.values())):
        row = "".join(f"{own[name]:>14,.1f}" for own in numbers.values())
        yield f"{name:<48}{row}"
