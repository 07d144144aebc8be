"""Likeness: the nearest names to one that does not exist, and names one character apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process


def nearest(word: str, candidates: Iterable[str], limit: int = 3) -> list[str]:
    """Return up to `limit` of `candidates` that look like `word`, the nearest first."""
    found = process.extract(
        word, sorted(candidates), scorer=fuzz.ratio, score_cutoff=70, limit=limit
    )
    return [name for name, _score, _index in found]


def near(word: str, candidates: Iterable[str], *, every: bool = False) -> str:
    """Say in Chinese what is near to `word`; with `every` and nothing near, all that is allowed."""
    pool = sorted(candidates)
    if found := nearest(word, pool):
        return f"相近的有 {'、'.join(found)}"
    if every and pool:
        return f"可用的有 {'、'.join(pool)}"
    return "没有相近的"


def _deletions(name: str) -> set[str]:
    return {name[:i] + name[i + 1 :] for i in range(len(name))} | {name}


def one_apart(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each pair of distinct names that one wrong, missing or extra character separates.

    By deletion neighbourhoods: the work grows with the names, not with their pairs.
    """
    homes: dict[str, list[str]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for name in sorted(set(names)):
        for key in sorted(_deletions(name)):
            for other in homes[key]:
                if (other, name) not in seen and _within_one(other, name):
                    seen.add((other, name))
                    yield other, name
            homes[key].append(name)


def _within_one(a: str, b: str) -> bool:
    """Tell whether one edit makes `a` into `b` (a shared deletion alone allows two)."""
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) == 1 and short in _deletions(long)
