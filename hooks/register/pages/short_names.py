"""Short names for what classic scripts declare, chosen so that every name means what it meant.

What no script here declares, the browser's or another script's, and what stands behind a dot or
in a record keeps its name. Names are declared by `let`, `const`, functions, parameters, classes
and `catch`; `var`, `eval` and `with` are not known here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain, product
from typing import TYPE_CHECKING

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PARSER = Parser(Language(tree_sitter_javascript.language()))
_LETTERS = "etnrisoaclduhmfpgbyvwkxESTNAICRLMDOPFUHBGVWYKXjzqQJZ_$"  # as often as in scripts
_WORDS = frozenset({"do", "if", "in", "of", "for", "let", "new", "try", "var"})
_SHORTHANDS = ("shorthand_property_identifier", "shorthand_property_identifier_pattern")
_NAMES = ("identifier", *_SHORTHANDS)
_FUNCTIONS = (
    "function_declaration",
    "function_expression",
    "generator_function_declaration",
    "generator_function",
    "arrow_function",
    "method_definition",
)
_SCOPES = (*_FUNCTIONS, "for_statement", "for_in_statement", "catch_clause", "switch_body")
_PATTERNS = {  # what stands in a pattern, and where in it the names are
    "object_pattern": None,
    "array_pattern": None,
    "rest_pattern": None,
    "formal_parameters": None,
    "pair_pattern": "value",
    "assignment_pattern": "left",
    "object_assignment_pattern": "left",
}
_DECLARING = {  # what declares names, and where in it they are
    "variable_declarator": "name",
    "function_declaration": "name",
    "generator_function_declaration": "name",
    "class_declaration": "name",
}


def parsed(source: str) -> Node:
    """Read a script."""
    return _PARSER.parse(source.encode()).root_node


def text_of(node: Node) -> str:
    """Return what a node is in its script."""
    return (node.text or b"").decode()


def short_names(scripts: Iterable[Node]) -> list[dict[int, str]]:
    """Return, for each of the scripts that share their top, what to write at which byte.

    What one of them declares has shorter names than what those after it declare.
    """
    top = _Scope(None)
    uses = []
    for top.script, script in enumerate(scripts):
        uses.append(list(_uses(script, top)))
    for name, scope in chain.from_iterable(uses):
        scope.use(text_of(name))
    top.shorten()
    return [{name.start_byte: _written(name, scope) for name, scope in of} for of in uses]


@dataclass(eq=False)
class _Scope:
    outer: _Scope | None
    script: int = 0
    declared: dict[str, int] = field(default_factory=dict)
    inner: list[_Scope] = field(default_factory=list)
    foreign: dict[str, _Scope | None] = field(default_factory=dict)
    used: Counter[str] = field(default_factory=Counter)
    short: dict[str, str] = field(default_factory=dict)

    def within(self) -> _Scope:
        """Return a new scope within this one."""
        self.inner.append(_Scope(self))
        return self.inner[-1]

    def declare(self, pattern: Node | None) -> None:
        """Take in the names of a pattern."""
        if pattern and pattern.type in _NAMES:
            self.declared.setdefault(text_of(pattern), self.script)
        elif pattern and pattern.type in _PATTERNS:
            place = _PATTERNS[pattern.type]
            for part in [pattern.child_by_field_name(place)] if place else pattern.named_children:
                self.declare(part)

    def home(self, name: str) -> _Scope | None:
        """Return the scope that declares a name, or None where none does."""
        scope: _Scope | None = self
        while scope and name not in scope.declared:
            scope = scope.outer
        return scope

    def use(self, name: str) -> None:
        """Note a use of a name, also in the scopes around it in which it is foreign."""
        home, scope = self.home(name), self
        while scope is not home:
            scope.foreign[name] = home
            if not scope.outer:
                return
            scope = scope.outer
        scope.used[name] += 1

    def shorten(self) -> None:
        """Choose names that nothing in this scope or within it means something else by."""
        taken = {home.short[name] if home else name for name, home in self.foreign.items()}
        free = (name for name in _all_names() if name not in taken)
        most_used = sorted(self.declared, key=lambda n: (self.declared[n], -self.used[n]))
        for name in self.declared if self.outer else most_used:  # parameters' names are alike
            self.short[name] = next(free)
        for scope in self.inner:
            scope.shorten()


def _uses(script: Node, top: _Scope) -> Iterator[tuple[Node, _Scope]]:
    """Walk through a script: enter what is declared, and yield each name with its scope."""
    waiting = [(script, top)]
    while waiting:
        node, scope = waiting.pop()
        if node.type in _NAMES:
            yield node, scope
        elif node.child_count:
            within = _entered(node, scope)
            waiting += ((child, within) for child in reversed(node.children))


def _entered(node: Node, scope: _Scope) -> _Scope:
    """Enter what a node declares; return the scope of what is in it."""
    if node.type in _DECLARING:
        scope.declare(node.child_by_field_name(_DECLARING[node.type]))
    within = scope.within() if _is_scope(node) else scope
    if node.type in _FUNCTIONS or node.type == "catch_clause":
        within.declare(node.child_by_field_name("parameters"))
        within.declare(node.child_by_field_name("parameter"))
    elif node.type == "for_in_statement" and node.child_by_field_name("kind"):
        within.declare(node.child_by_field_name("left"))
    return within


def _is_scope(node: Node) -> bool:
    """Tell whether names can be declared for a node alone; a body has its parameters' scope."""
    if node.type == "statement_block" and node.parent:
        return node.parent.type not in (*_FUNCTIONS, "catch_clause")
    return node.type in _SCOPES


def _written(name: Node, scope: _Scope) -> str:
    text = text_of(name)
    home = scope.home(text)
    short = home.short[text] if home else text
    return f"{text}:{short}" if name.type in _SHORTHANDS and short != text else short


def _all_names() -> Iterator[str]:
    """Yield names, the shortest first."""
    for size in (1, 2, 3):
        for letters in product(_LETTERS, repeat=size):
            name = "".join(letters)
            if name not in _WORDS:
                yield name
