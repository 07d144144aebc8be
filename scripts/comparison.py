"""Two revisions of the data, read and judged on one day, and compared."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from register.changes import Changes, compare
from register.edition import Edition, open_edition
from register.problem import errors
from revisions import contents_of, outside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path


class Compared(NamedTuple):
    """The comparison; none where the data after the change have errors, which `head` then has."""

    changes: Changes | None
    head: Edition


def compared(data: Path, base: str, head: str | None, today: date, *, pages: bool) -> Compared:
    """Compare the data folder at `base` with it at `head`, or with the working tree.

    Raises revisions.Unknown where a revision cannot be had.
    """
    with contextlib.ExitStack() as folders:
        before, held = folders.enter_context(contents_of(data, base))
        there = (*published(before), *held)
        # What is not there yet is no error: the first data come into an empty repository.
        old = open_edition(before, today, edits=held) if there else None
        after, own = folders.enter_context(contents_of(data, head)) if head else (data, {})
        known = old.data if old else None
        new = open_edition(after, today, frozenset(there), edits=own, known=known)
    if new.register is None:
        return Compared(None, new)
    wrong = len(errors(old.problems)) if old else 0
    register = old.register if old else None
    changes = compare(register, new.register, base_errors=wrong, pages=pages)
    return Compared(replace(changes, outside=outside(data, base, head)), new)


def published(folder: Path) -> Iterator[str]:
    """Yield the paths that the base holds, whose ids the head must keep."""
    yield from (path.relative_to(folder).as_posix() for path in folder.rglob("*.yml"))
