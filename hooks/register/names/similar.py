"""Likeness: the nearest names to one that does not exist, and names one character apart."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from rapidfuzz import fuzz, process

_LEAST = 70  # of 100; below it two ids have no more in common than any two
_AS_GOOD = 5  # what is so much worse than the best is not meant
_FEW = 20  # so many options can be listed in one message
_SERIES = 4  # so many names that differ in one place are a numbered series, not slips


def nearest(word: str, candidates: Iterable[str], limit: int = 3) -> list[str]:
    """Return up to `limit` of `candidates` that look like `word`, the nearest first."""
    found = process.extract(
        word, sorted(candidates), scorer=fuzz.ratio, score_cutoff=_LEAST, limit=limit
    )
    best = max((score for _name, score, _index in found), default=0)
    return [name for name, score, _index in found if score >= best - _AS_GOOD]


def near(word: str, candidates: Collection[str], *, every: bool = False) -> str:
    """Say in Chinese what is near to `word`; with `every` and nothing near, all, if few."""
    if found := nearest(word, candidates):
        return f"相近的有 {'、'.join(found)}"
    if every and 0 < len(candidates) <= _FEW:
        return f"可用的有 {'、'.join(sorted(candidates))}"
    return "没有相近的"


def one_apart(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return each pair of distinct names that one wrong, missing or extra character separates.

    By deletion neighbourhoods: the work grows with the names, not with their pairs. More than
    a few names that differ in one place only are a series, and none of them is returned.
    """
    distinct = set(names)
    homes: dict[str, list[str]] = defaultdict(list)
    for name in distinct:
        for i in range(len(name)):
            homes[f"{name[:i]}\0{name[i + 1 :]}"].append(name)
    pairs = {
        (a, b)
        for group in homes.values()
        if 1 < len(group) < _SERIES
        for a in group
        for b in group
        if a < b
    }
    for key, group in homes.items():
        if (shorter := key.replace("\0", "")) in distinct:
            pairs |= {(min(shorter, name), max(shorter, name)) for name in group}
    return sorted(pairs)
