"""Lines: how values and their comments are set into a file, whatever they hold."""

from collections.abc import Iterable
from typing import TypeAlias

from register.writing.notes import Notes

Lines: TypeAlias = list[str]

_WIDEST = 100  # columns of a list or table in one line


def between(marks: str, parts: Iterable[str | None]) -> str | None:
    """Return the parts between brackets or braces; None where one cannot stand in a line."""
    texts = list(parts)
    if not all(texts):
        return None
    return f"{marks[0]}{', '.join(text for text in texts if text)}{marks[1]}"


def width(text: str) -> int:
    """Count columns: an ideograph takes two, as it takes two bytes in GB 18030."""
    return len(text) if text.isascii() else len(text.encode("gb18030"))


def put_in_line(lines: Lines, head: str, flow: str | None, notes: Notes | None) -> bool:
    """Write a value behind its key where it may and does fit, and say whether it was."""
    if flow is None or (notes and notes.inside) or width(head) + 1 + width(flow) > _WIDEST:
        return False
    lines.append(f"{head} {flow}{comment_behind(notes)}")
    return True


def put_bare(lines: Lines, head: str, indent: int, marks: str, notes: Notes | None) -> bool:
    """Write a value that has nothing in it."""
    put_comments(lines, indent, notes.inner() if notes else ())
    lines.append(f"{head} {marks}{comment_behind(notes)}")
    return True


def comment_behind(notes: Notes | None) -> str:
    """Return the comment that stands behind a value in its line."""
    return f"  {notes.trail}" if notes and notes.trail else ""


def put_comments(lines: Lines, indent: int, comments: Iterable[str]) -> None:
    """Write comments, a line each."""
    lines.extend(" " * indent + comment for comment in comments)


def put_leftover(lines: Lines, indent: int, waiting: dict[str | int, Notes], notes: Notes) -> None:
    """Keep the comments of parts that are no more, then those at the end."""
    for gone in waiting.values():
        put_comments(lines, indent, gone.all())
    put_comments(lines, indent, notes.end)
