"""Scripts as they are shipped: without comments, with few blanks, a worker's with short names.

The parser tells comments from what only looks like one, also in nested templates, where rjsmin
loses code. The minifiers that choose short names need Node, or are not made for all our systems.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from zlib import crc32

from tree_sitter import Node

from register.pages.short_names import parsed, short_names, text_of

_OPENING = re.compile(r"(?:/\*\*?|//)[\s*]*([^.:;*\n]+)")
_LOADING = re.compile(r"if \(IN_WORKER\) \{\s*importScripts\(([^)]*)\);\s*\}\n")
_CALLS = re.compile(r"\bimportScripts\(([^)]*)\)")
_STRICT = '"use strict";'
_WHOLE = ("string", "regex")
_OPEN = frozenset("{([;,")  # no statement ends with them, or it ends itself
_CLOSING = frozenset("})]")
_BLOCKS = ("statement_block", "class_body")
_VALUES = ("arrow_function", "function_expression", "class")  # after them a statement may go on
_STATEMENTS = (
    "expression_statement",
    "lexical_declaration",
    "return_statement",
    "throw_statement",
    "continue_statement",
    "break_statement",
)
_BLANK = re.compile(r"[\w$][\w$]|\+\+|--")


def ship(sources: Mapping[str, str]) -> dict[str, str]:
    """Return the scripts to be shipped, by their names; a worker holds those that it loads."""
    within = {name for source in sources.values() for name in loaded(source)}
    bundles = {
        name: bundled(source, sources.__getitem__)
        for name, source in sources.items()
        if name not in within
    }
    trees = {name: parsed(bundle) for name, bundle in bundles.items()}
    classic = [name for name in _run_by_workers(sources) if name in bundles]
    short = dict(zip(classic, short_names([trees[name] for name in classic]), strict=True))
    codes = {name: "".join(_written(tree, short.get(name, {}))) for name, tree in trees.items()}
    alone = [name for name in classic if not _is_imported(name, sources)]
    codes |= _tied({name: codes[name] for name in alone})
    return {name: f"{_opening(sources[name])}{code}\n" for name, code in codes.items()}


def _is_imported(name: str, sources: Mapping[str, str]) -> bool:
    """Tell whether pages load a script too, which have not what a worker has."""
    return any(f'"./{name}.js"' in source for source in sources.values())


def loaded(source: str) -> list[str]:
    """Return the names of the scripts that a worker's script loads before it does anything."""
    return _named(_LOADING, source)


def bundled(source: str, read: Callable[[str], str]) -> str:
    """Return a script together with those that it loads, which `read` gives by name."""
    return "".join([*map(read, loaded(source)), _LOADING.sub("", source)])


def _run_by_workers(sources: Mapping[str, str]) -> list[str]:
    """Return the names of the scripts that have the top of a worker in common, the worker first."""
    calls = {name: _named(_CALLS, source) for name, source in sources.items()}
    called = {name for names in calls.values() for name in names}
    workers = [name for name in sources if calls[name] and name not in called]
    return workers + [name for name in sources if name in called]


def _named(calls: re.Pattern[str], source: str) -> list[str]:
    return re.findall(r'"([^"]+)\.js"', " ".join(calls.findall(source)))


def _tied(codes: Mapping[str, str]) -> dict[str, str]:
    """Tie a worker's scripts together, so that none runs with one that is older or newer.

    A mark of them all stands in the addresses from which they load each other. The worker declares
    it as a name, and the others name it; where it is not declared, they fail before all else.
    """
    mark = f"{crc32(''.join(codes.values()).encode()):08x}"
    tied = {}
    for n, (name, code) in enumerate(codes.items()):
        tie = f"b{mark};" if n else f"let b{mark};"
        marked = re.sub(r'"([\w-]+)\.js"', lambda m: _marked(m, codes, mark), code)
        tied[name] = marked.replace(_STRICT, _STRICT + tie, 1)
    return tied


def _marked(script: re.Match[str], codes: Mapping[str, str], mark: str) -> str:
    return f'"{script[1]}.js?{mark}"' if script[1] in codes else script[0]


def _opening(source: str) -> str:
    """Return what a script says that it is, as a line."""
    found = _OPENING.match(source)
    return f"// {found[1].strip()}\n" if found else ""


def _written(tree: Node, short: Mapping[int, str]) -> Iterator[str]:
    """Yield the tokens of a script, and between them what must be there."""
    instead = {**_shorter(tree), **short}
    before: Node | None = None
    for token in filter(_is_token, _nodes(tree)):
        text = instead.get(token.start_byte, text_of(token))
        if not text:
            continue
        if before:
            yield _between(before, token)
        yield text
        before = token


def _nodes(tree: Node) -> Iterator[Node]:
    """Yield all nodes of a script, each before its children; no comments but licences."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if not _is_token(node):
            waiting += reversed(_parts(node))


def _is_token(node: Node) -> bool:
    return node.type in _WHOLE or not node.child_count


def _parts(node: Node) -> list[Node]:
    return [child for child in node.children if child.type != "comment" or _is_licence(child)]


def _is_licence(comment: Node) -> bool:
    return text_of(comment).startswith("/*!")


def _shorter(tree: Node) -> dict[int, str]:
    """Return what can be written in the place of tokens, by the byte where each begins."""
    found: dict[int, str] = {}
    for node in _nodes(tree):
        for begin, text in _shorter_in(node, _parts(node)):
            found.setdefault(begin, text)
    return found


def _shorter_in(node: Node, parts: Sequence[Node]) -> Iterator[tuple[int, str]]:
    for part, after in pairwise(parts):
        if part.type == "," and after.type in _CLOSING:
            yield part.start_byte, ""
        elif after.type == "}" and _ends_itself(part):
            yield part.end_byte - 1, ""
        elif part.type == after.type == "lexical_declaration":
            yield part.end_byte - 1, ","
            yield after.start_byte, ""
        elif node.type == "program" and text_of(after) == _STRICT:
            yield from ((token.start_byte, "") for token in filter(_is_token, _nodes(after)))
    if node.type == "const":
        yield node.start_byte, "let"
    if _kind(node.parent) == "arrow_function" and _types(parts) == ["(", "identifier", ")"]:
        yield node.start_byte, ""
        yield node.end_byte - 1, ""


def _ends_itself(node: Node) -> bool:
    """Tell whether a semicolon ends a node that would end before a bracket without it."""
    while node.children and node.type not in _STATEMENTS:
        node = node.children[-1]
    return node.type in _STATEMENTS and text_of(node).endswith(";")


def _types(nodes: Iterable[Node]) -> list[str]:
    return [node.type for node in nodes]


def _between(before: Node, after: Node) -> str:
    """Return what must stand between two tokens."""
    if before.end_byte == after.start_byte:
        return ""
    broken = after.start_point.row > before.end_point.row
    if broken and after.type not in _CLOSING and not _is_ended(before):
        return "\n"
    return " " if _BLANK.match(text_of(before)[-1:] + text_of(after)[:1]) else ""


def _is_ended(token: Node) -> bool:
    """Tell whether the next line cannot be read as a part of what ends here."""
    if token.type != "}":
        return token.type in _OPEN
    block = token.parent
    return _kind(block) in _BLOCKS and block is not None and _kind(block.parent) not in _VALUES


def _kind(node: Node | None) -> str:
    return node.type if node else ""
