"""The interview: each field of a record type is asked for in turn, by its title and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asking import ask, typed
from environment import say

if TYPE_CHECKING:
    from msgspec import inspect

    from register.editing.questions import Question
    from register.reading.nodes import Node


def answered(question: Question, proposal: str = "") -> Node | None:
    """Ask one question until the answer will do; None where it is left out."""
    from msgspec import inspect

    from register.editing.questions import core, faults, options
    from register.reading.nodes import Scalar

    bare = core(question.type)
    if isinstance(bare, inspect.StructType | inspect.VarTupleType | inspect.DictType):
        return answered_parts(question, bare)
    about = "" if question.about == question.title else f"（{question.about}）"
    choices = f"，可用的有 {'、'.join(options(bare))}" if options(bare) else ""

    def check(word: str) -> str:
        found = faults(question, Scalar(word, 1, 1, plain=False))
        return "\n".join(problem.text for problem in found)

    title = f"{question.title}{about}{choices}"
    word = ask(title, proposal, optional=not question.required, check=check)
    return Scalar(word, 1, 1, plain=False) if word else None


def answered_parts(question: Question, bare: inspect.Type) -> Node | None:
    """Ask for a value of several parts: a list, a record or a table."""
    from msgspec import inspect

    from register.editing.questions import record_node
    from register.reading.nodes import Sequence

    must = question.required
    if isinstance(bare, inspect.StructType):
        if not must and not wanted(f"要填“{question.title}”吗"):
            return None
        return record_node(parts_of(bare.cls))
    if isinstance(bare, inspect.DictType):
        items = table(question, bare.key_type, bare.value_type)
        return record_node(items) if items or must else None
    if not isinstance(bare, inspect.VarTupleType):
        raise TypeError(bare)
    found = listed(question, bare.item_type)
    return Sequence(1, 1, found) if found or must else None


def parts_of(cls: type[object]) -> dict[str, Node]:
    """Ask for each field of a record within the record."""
    from register.editing.questions import questions

    nodes = ((question.key, answered(question)) for question in questions(cls))
    return {key: node for key, node in nodes if node is not None}


def listed(question: Question, item: inspect.Type) -> list[Node]:
    """Ask for the items of a list, until there are no more."""
    from msgspec import inspect

    from register.editing.questions import core, record_node

    found: list[Node] = []
    bare = core(item)
    while True:
        more = f"第 {len(found) + 1} 条“{question.title}”"
        if isinstance(bare, inspect.StructType):
            if (found or not question.required) and not wanted(f"要填{more}吗"):
                return found
            found.append(record_node(parts_of(bare.cls)))
            continue
        required = question.required and not found
        one = question._replace(title=more, required=required, type=item)
        node = answered(one)
        if node is None:
            return found
        found.append(node)


def table(question: Question, key: inspect.Type, value: inspect.Type) -> dict[str, Node]:
    """Ask for the rows of a table, until there are no more."""
    from register.reading.nodes import Scalar

    rows: dict[str, Node] = {}
    while True:
        title = f"“{question.title}”第 {len(rows) + 1} 行的名称"
        name = answered(question._replace(title=title, required=False, type=key))
        if not isinstance(name, Scalar):
            return rows
        one = question._replace(title=f"{name.text} 的内容", required=True, type=value)
        if (node := answered(one)) is not None:
            rows[name.text] = node


def wanted(words: str) -> bool:
    """Ask whether to fill in an optional part; what answers something else is not lost unsaid."""
    while True:
        word = typed(f"{words}？（y 填，回车不填）：").lower()
        if word in {"", "n", "no", "否", "不"}:
            return False
        if word in {"y", "yes", "是"}:
            return True
        say("要填的先输入 y，再逐项填写；不填的按回车。")
