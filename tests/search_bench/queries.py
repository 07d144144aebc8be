"""The query sets: drawn by rule from a register, and written by hand for the real stations."""

import json
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from tests.search_bench.drawing import MOST, Draw, Query, Rule, Spoken
from tests.search_bench.facts import Facts
from tests.search_bench.kinds import ANY_NUMBER, MAIN
from tests.search_bench.nasty import NASTY, look_alikes

Split = Literal["dev", "held"]
HERE = Path(__file__).parent
SEEDS = {"dev": 1, "held": 2}
TRIES = 200
EACH = 12


def drawn(facts: Facts, split: Split, seed: int | None = None, each: int = EACH) -> list[Query]:
    """Draw up to `each` queries of each kind; the same from the same facts, split and seed."""
    spoken = Spoken(**{name: tuple(of) for name, of in _by_hand(split)["spoken"].items()})
    seed = SEEDS[split] if seed is None else seed
    found: list[Query] = []
    for kind, rule in (MAIN | {f"nasty: {name}": rule for name, rule in NASTY.items()}).items():
        chance = random.Random(f"{kind} {split} {seed}")  # noqa: S311 - a benchmark's data
        found += _of_a_kind(kind, rule, Draw(chance, facts, spoken), each)
    chance = random.Random(f"look-alike {split} {seed}")  # noqa: S311 - as above
    return found + look_alikes(Draw(chance, facts, spoken), each)


def _of_a_kind(kind: str, rule: Rule, draw: Draw, each: int) -> list[Query]:
    most = len(draw.facts.stations) if kind in ANY_NUMBER else MOST
    none = kind.startswith("no such")
    found: dict[str, Query] = {}
    for _ in range(TRIES):
        if len(found) == each:
            break
        if not (made := rule(draw)):
            continue
        text, answers = made[0], tuple(sorted(set(made[1])))
        if text and len(answers) <= most and bool(answers) != none:
            found.setdefault(text, Query(kind, text, answers))
    return list(found.values())


def by_hand(split: Split) -> list[Query]:
    """Return the queries that were written for the 63 real stations."""
    return [
        Query(kind, text, tuple(f"gansu-{n:02}" for n in answers))
        for kind, queries in _by_hand(split)["real"].items()
        for text, answers in queries.items()
    ]


def _by_hand(split: Split) -> Mapping[str, dict[str, dict]]:  # type: ignore[type-arg]
    found: Mapping[str, dict[str, dict]] = json.loads(  # type: ignore[type-arg]
        (HERE / f"{split}.json").read_text(encoding="utf-8")
    )
    return found


def is_nasty(query: Query) -> bool:
    """Whether a query is of the second set."""
    return query.kind.startswith("nasty")


def as_json(queries: list[Query]) -> str:
    """Write queries down, one a line."""
    lines = (json.dumps(query._asdict(), ensure_ascii=False) for query in queries)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def prefixes(queries: list[Query]) -> Iterator[str]:
    """Yield what stands in the box as each query is typed, character by character."""
    for query in queries:
        for end in range(1, len(query.text) + 1):
            yield query.text[:end]
