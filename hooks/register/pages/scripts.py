"""Scripts as they are shipped: without comments, and with few blanks.

Pygments tells comments from what only looks like one, also in nested templates, where rjsmin
loses code; and it is here already, for every system.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from pygments.lexers.javascript import JavascriptLexer  # type: ignore[import-untyped]
from pygments.token import Comment, Whitespace  # type: ignore[import-untyped]

_OPENING = re.compile(r"(?:/\*\*?|//)[\s*]*([^.:;*\n]+)")
_SIGNS = frozenset("{}()[];,:=")  # no blank is needed beside them
_BEFORE_BREAK = frozenset("{([;,")  # no statement ends after them unless they end it themselves


def ship(sources: Mapping[str, str]) -> dict[str, str]:
    """Return the scripts to be shipped, by their names; a worker holds those that it loads."""
    within = {name for source in sources.values() for name in loaded(source)}
    return {
        name: shipped(bundled(source, sources.__getitem__))
        for name, source in sources.items()
        if name not in within
    }


_LOADING = re.compile(r"if \(IN_WORKER\) \{\s*importScripts\(([^)]*)\);\s*\}\n")


def loaded(source: str) -> list[str]:
    """Return the names of the scripts that a worker loads before it does anything."""
    found = _LOADING.search(source)
    return re.findall(r'"([^"]+)\.js"', found[1]) if found else []


def bundled(source: str, read: Callable[[str], str]) -> str:
    """Return a worker together with the scripts that it loads, which `read` gives by name."""
    return "".join([*map(read, loaded(source)), _LOADING.sub("", source)])


@cache
def shipped(source: str) -> str:
    """Return a script with what it is in its first line, and no other comment but licences.

    No line is joined to one before it where JavaScript could read the two as one statement.
    """
    opening = _OPENING.match(source)
    text, blank = "", ""
    for kind, value in JavascriptLexer(stripnl=False, ensurenl=False).get_tokens(source):
        if kind in Whitespace or (kind in Comment and not value.startswith("/*!")):
            blank = "\n" if "\n" in blank + value else " "
        elif value:
            text += _between(text[-1:], blank, value[0]) + value
            blank = ""
    return f"// {opening[1].strip()}\n{text}\n" if opening else f"{text}\n"


def _between(before: str, blank: str, after: str) -> str:
    """Return what must stand between two characters of a script with a blank between them."""
    if not before or not blank:
        return ""
    if blank == "\n":
        return "" if before in _BEFORE_BREAK else "\n"
    return "" if before in _SIGNS or after in _SIGNS else " "
