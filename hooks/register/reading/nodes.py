"""Nodes: what stands in a YAML file, each with its line and column (from 1, in code points)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True)
class Scalar:
    """A value as text; `plain` when it is written without quotes or block marks."""

    text: str
    line: int
    column: int
    plain: bool = True


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys and values in their order; `keys` holds where each key stands."""

    line: int
    column: int
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: "dict[str, Node]" = field(default_factory=dict)


Node: TypeAlias = Scalar | Sequence | Mapping


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every key and value below `node`, in their order; without recursion."""
    waiting: list[Node] = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Scalar):
            yield current
        elif isinstance(current, Sequence):
            waiting.extend(reversed(current.items))
        else:
            for key in reversed(current.keys):
                waiting += (current.values[key], current.keys[key])


def find(node: Node, path: tuple[str | int, ...], *, key: bool = False) -> Node:
    """Return the node at `path`, or the nearest one above it; with `key`, the last step's key."""
    last: Node = node
    for step in path:
        if isinstance(node, Mapping) and step in node.values:
            last = node.keys[str(step)]
            node = node.values[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            last = node = node.items[step]
        else:
            return node
    return last if key and path else node
