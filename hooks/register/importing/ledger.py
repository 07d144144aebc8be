"""The ledger: what became of each piece of the source, and which numbers of a series it lacks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from register.importing.account import Use
from register.importing.cleaning import BLOT, Piece
from register.importing.found import Mark, Understanding
from register.names.numerals import ordinal_in

_LANDLINE = re.compile(r"(?<![0-9])0[0-9]{2,3}[-— ]?[0-9]{7,8}(?![0-9])")


class Item(NamedTuple):
    """A piece of the source, its mark, and the files that it went into."""

    where: str
    text: str
    mark: Mark
    records: tuple[str, ...]


class Account(NamedTuple):
    """All pieces in order: taken + context + left are all of them."""

    items: tuple[Item, ...]
    spam: tuple[str, ...]
    """Where advertising was cut off."""
    cleaned: int
    personal: int

    def count(self, use: Use) -> int:
        """Return how many pieces have this mark."""
        return sum(item.mark.use is use for item in self.items)


def account_of(found: Understanding, records: dict[int, tuple[str, ...]]) -> Account:
    """Lay out what became of every piece; what holds personal data is not repeated."""
    marked = list(zip(found.pieces, found.marks, strict=True))
    items = tuple(
        Item(piece.where, _shown(_public(piece, found), mark), mark, records.get(piece.at, ()))
        for piece, mark in marked
    )
    spam = tuple(piece.where for piece in found.pieces if piece.spam)
    cleaned = sum(piece.debris for piece in found.pieces)
    personal = sum(max(piece.personal, _is_personal(mark)) for piece, mark in marked)
    personal += sum(len(_private(piece, found)) for piece in found.pieces)
    return Account(items, spam, cleaned, personal)


def _private(piece: Piece, found: Understanding) -> list[int]:
    """Return the cells that speak of persons and are not blotted out yet."""
    own = sorted(found.private.get(piece.at, ()))
    filled = [i for i in own if i < len(piece.cells) and piece.cells[i] and not piece.merged[i]]
    return [i for i in filled if BLOT not in piece.cells[i]]


def _public(piece: Piece, found: Understanding) -> str:
    """Return a piece's text without what speaks of persons."""
    if not (private := set(_private(piece, found))):
        return piece.text if piece.cells else _LANDLINE.sub(BLOT, piece.text)
    shown = [BLOT if i in private else cell for i, cell in enumerate(piece.cells)]
    return "\t".join(t for t, merged in zip(shown, piece.merged, strict=True) if not merged)


def _is_personal(mark: Mark) -> bool:
    return "个人信息" in mark.why


def _shown(text: str, mark: Mark) -> str:
    return "（含联系方式或个人信息，不显示）" if _is_personal(mark) else text


def missing_ordinals(names: list[str]) -> Iterator[tuple[str, list[int]]]:
    """Yield for each series of numbered names what is missing between 1 and its highest number.

    A list that holds less than half of them is no list of all, and lacks nothing.
    """
    series: dict[str, set[int]] = {}
    for name in names:
        ordinal = ordinal_in(name)
        if ordinal is not None and 0 < ordinal < 2000:  # noqa: PLR2004 - a larger one is a slip
            series.setdefault(name.split("第", 1)[0], set()).add(ordinal)
    for start, have in series.items():
        missing = sorted(set(range(1, max(have) + 1)) - have)
        if missing and len(have) > max(2, len(missing)):
            yield f"{start}第 1 至第 {max(have)}", missing


def as_ranges(numbers: Sequence[int]) -> str:
    """Word numbers in order, those that follow each other as one: 3、7–9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return "、".join("–".join(map(str, run)) for run in runs)


def twice(names: list[str]) -> list[str]:
    """Return the names that occur more than once."""
    return [name for name, count in Counter(names).items() if count > 1]


__all__ = ["Account", "Item", "account_of", "as_ranges", "missing_ordinals", "twice"]
