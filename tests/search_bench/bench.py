"""One run of the benchmark: the data, the queries, every engine, the tables."""

import argparse
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.search_bench import report
from tests.search_bench.drawing import Query
from tests.search_bench.making import (
    HERE,
    ask_under_node,
    data_folder,
    index_only,
    query_set,
    read_facts,
)
from tests.search_bench.queries import SEEDS
from tests.search_bench.scoring import Answer, Score, scores
from tests.search_bench.server import Sizes, serving


class Result(NamedTuple):
    """What is printed, and the numbers for a program."""

    lines: list[str]
    numbers: dict[str, Any]


Say = Callable[[str], None]
FEW_STARTS, STARTS, MANY = 3, 8, 10_000


def run(arguments: argparse.Namespace, say: Say) -> Result:
    """Do what the command line asks for."""
    split = arguments.set
    seed = SEEDS[split] if arguments.seed is None else arguments.seed
    folder = data_folder(arguments.stations, seed)
    queries = query_set(folder, split, seed, arguments.each)
    if arguments.kinds:
        queries = [q for q in queries if any(kind in q.kind for kind in arguments.kinds)]
    say(f"{arguments.stations} 个鉴定所，{len(queries)} 题（{split}）。")
    if arguments.quick:
        return _quick(arguments, folder, queries)
    if arguments.hostile:
        return _hostile(arguments, folder, queries, seed)
    return _all(arguments, folder, queries, say)


def _quick(arguments: argparse.Namespace, folder: Path, queries: list[Query]) -> Result:
    """Ask our own worker under Node, on demand also with the index in one piece."""
    with tempfile.TemporaryDirectory(prefix="search-bench-") as draft:
        site = Path(arguments.site or f"{draft}/ours")
        if not arguments.site:
            index_only(folder, site)
        answers = {"ours": ask_under_node(site, queries)}
        if arguments.whole:
            index_only(folder, Path(draft) / "whole", whole=True)
            answers["whole"] = ask_under_node(Path(draft) / "whole", queries)
        fresh = ask_under_node(site, queries, fresh=True) if arguments.fresh else []
        sizes = Sizes(site)
        first = [sizes.transfer(answer.fetched) for answer in fresh]
    found = {name: scores(queries, own) for name, own in answers.items()}
    lines = [*report.quality(found)]
    for name, own in answers.items():
        lines += report.node_times(name, own)
    lines += report.first_answers(first)
    if arguments.misses and arguments.set == "dev":
        lines += ["", *report.misses(queries, answers["ours"], read_facts(folder))]
    quality = {name: _numbers(own) for name, own in found.items()}
    return Result(lines, {"quality": quality, "first": report.first_numbers(first)})


def _hostile(
    arguments: argparse.Namespace, folder: Path, queries: list[Query], seed: int
) -> Result:
    from tests.search_bench.hostile import endure

    with (
        tempfile.TemporaryDirectory(prefix="search-bench-") as draft,
        serving(Path(draft)) as server,
    ):
        _lay_out(Path(draft), folder, arguments.site, ["ours"], lambda _said: None)
        return Result(list(endure(server, queries, seed)), {})


def _all(arguments: argparse.Namespace, folder: Path, queries: list[Query], say: Say) -> Result:
    """Measure every engine in Chromium, one after the other, on the same queries."""
    from tests.search_bench.browser import measure

    engines = arguments.engines
    starts = STARTS if arguments.stations <= MANY else FEW_STARTS
    with (
        tempfile.TemporaryDirectory(prefix="search-bench-") as draft,
        serving(Path(draft)) as server,
    ):
        _lay_out(Path(draft), folder, arguments.site, engines, say)
        measured = []
        for engine in engines:
            say(f"{engine}：正在测量…")
            measured.append(measure(server, engine, queries, starts))
    found = {each.engine: scores(queries, each.answers) for each in measured}
    lines = [*report.quality(found), "", *report.costs(measured), "", *report.files(measured)]
    if arguments.misses and arguments.set == "dev" and "ours" in found:
        own = next(each for each in measured if each.engine == "ours")
        lines += ["", *report.misses(queries, own.answers, read_facts(folder))]
    quality = {engine: _numbers(own) for engine, own in found.items()}
    costs = {"costs": report.cost_numbers(measured), "fetched": report.fetched(measured)}
    return Result(lines, {"quality": quality, **costs})


def _lay_out(out: Path, folder: Path, site: str | None, engines: Sequence[str], say: Say) -> None:
    """Put every engine's files below one address."""
    from tests.search_bench.peers import MAKERS

    shutil.copytree(HERE / "pages", out / "bench")
    facts = read_facts(folder)
    for engine in engines:
        say(f"{engine}：正在建立索引…")
        if engine in MAKERS:
            (out / engine).mkdir()
            MAKERS[engine](facts, out / engine)
        elif site:
            shutil.copytree(Path(site) / "search", out / engine / "search")
            shutil.copytree(Path(site) / "scripts", out / engine / "scripts")
        else:
            index_only(folder, out / engine)


def _numbers(own: list[Score]) -> list[dict[str, Any]]:
    return [score._asdict() for score in own]


__all__ = ["Answer", "Result", "run"]
