"""Scalars as our reader wants them: plain where that is safe, else quoted; line breaks in a block.

Double quotes come first, as people type them; single ones where a backslash or a double quote
would need an escape, for our files have none.
"""

import re

from register.reading.typed import is_ambiguous

# Begins with an ideograph and has nothing that YAML could take for a mark: nearly all of our text.
_SURELY_PLAIN = re.compile(r"[〇\u4e00-\u9fff][^\s:：#,\[\]{}]*")
_MARKS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_IN_FLOW = re.compile(r"[,\[\]{}:：?]")
# The reader takes such a line for a field whose colon is full-width.
_LIKE_A_FIELD = re.compile(r"[a-z][a-z0-9_-]*：")


def plain_or_quoted(text: str) -> str:
    """Return one line of text as it stands in a block, after a key or a dash."""
    if _SURELY_PLAIN.fullmatch(text):
        return text
    return quoted(text) if _needs_quotes(text) else text


def in_flow(text: str) -> str:
    """Return one line of text as it stands between brackets or braces."""
    if _SURELY_PLAIN.fullmatch(text):
        return text
    return quoted(text) if _IN_FLOW.search(text) or _needs_quotes(text) else text


def quoted(text: str) -> str:
    """Return one line of text in quotes, without an escape."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def literal(text: str, indent: int) -> str:
    """Return text of several lines as a literal block, its lines set in by `indent`."""
    chomping = "+" if text.endswith("\n\n") else "" if text.endswith("\n") else "-"
    set_in = "2" if text.lstrip("\n").startswith(" ") else ""
    pad = " " * indent
    lines = text.removesuffix("\n").split("\n")
    return "\n".join([f"|{set_in}{chomping}", *(pad + line if line else "" for line in lines)])


def _needs_quotes(text: str) -> bool:
    return (
        text[:1] in _MARKS
        or text != text.strip()
        or ": " in text
        or text.endswith(":")
        or " #" in text
        or is_ambiguous(text)
        or _LIKE_A_FIELD.match(text) is not None
    )
