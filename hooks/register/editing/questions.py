"""Questions: what a record type asks of a person, made from its fields, and answers → nodes."""

from collections.abc import Iterator
from collections.abc import Sequence as Words
from typing import Any, NamedTuple

from msgspec import inspect

from register.problem import Problem
from register.reading.nodes import Mapping, Node, Scalar, Sequence
from register.reading.typed import faults_of
from register.reading.yaml_nodes import to_nodes
from register.records.fields import Document


class Question(NamedTuple):
    """A field: its key, its title and help, whether it must be answered, and its type."""

    key: str
    title: str
    about: str
    required: bool
    type: inspect.Type


def questions(cls: Any) -> Iterator[Question]:  # noqa: ANN401 - a record class
    """Yield a class's own fields; what every document may have is not asked."""
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    for field in info.fields:
        if field.name not in Document.__struct_fields__:
            schema = getattr(field.type, "extra_json_schema", None) or {}
            title, about = str(schema.get("title", "")), str(schema.get("description", ""))
            yield Question(field.encode_name, title, about, field.required, plain(field.type))


def plain(info: inspect.Type) -> inspect.Type:
    """See through unions with None, and through Metadata where it only names."""
    if isinstance(info, inspect.UnionType):
        return plain(next(t for t in info.types if not isinstance(t, inspect.NoneType)))
    if isinstance(info, inspect.Metadata) and not _is_scalar(info):
        return plain(info.type)
    return info


def _is_scalar(info: inspect.Type) -> bool:
    inner = info.type if isinstance(info, inspect.Metadata) else info
    if isinstance(inner, inspect.UnionType | inspect.Metadata):
        return _is_scalar(plain(inner))
    many = inspect.StructType | inspect.VarTupleType | inspect.DictType
    return not isinstance(inner, many)


def core(info: inspect.Type) -> inspect.Type:
    """Return the bare type, without what is said of it."""
    while isinstance(info, inspect.Metadata | inspect.UnionType):
        info = info.type if isinstance(info, inspect.Metadata) else plain(info)
    return info


def options(info: inspect.Type) -> tuple[str, ...]:
    """Return what a field may hold, where that is a short list."""
    bare = core(info)
    if isinstance(bare, inspect.EnumType):
        return tuple(str(member.value) for member in bare.cls)
    return ("true", "false") if isinstance(bare, inspect.BoolType) else ()


def faults(question: Question, node: Node) -> list[Problem]:
    """Return what is wrong with an answer."""
    return faults_of(question.type, node, question.title)


def answer(question: Question, words: Words[str]) -> tuple[Node | None, list[str]]:
    """Return the node of what was written on the command line, and what is wrong with it.

    Parts that are no single value are written as YAML writes them between braces.
    """
    bare = core(question.type)
    if isinstance(bare, inspect.VarTupleType):
        parts = [_part(core(bare.item_type), word) for word in words]
        node: Node = Sequence(1, 1, [part for part, _said in parts if part])
        said = [text for _part, texts in parts for text in texts]
    else:
        part, said = _part(bare, words[-1])
        if part is None:
            return None, said
        node = part
    said += [problem.text for problem in faults(question, node)] if not said else []
    return node, said


def _part(bare: inspect.Type, word: str) -> tuple[Node | None, list[str]]:
    if not isinstance(bare, inspect.StructType | inspect.DictType):
        return Scalar(word, 1, 1, plain=False), []
    if ":" not in word:
        key = first_part(bare)
        return None, [f"这一项要写明字段，写成 '{key}: {word}'；冒号是半角的，后面空一格。"]
    written = word if word.lstrip().startswith("{") else f"{{{word}}}"
    node, problems = to_nodes("", written.encode())
    return node, [problem.text for problem in problems]


def first_part(bare: inspect.StructType | inspect.DictType) -> str:
    """Return the name of the part that is written first, for an example."""
    if isinstance(bare, inspect.DictType):
        return "名称"
    asked = [*questions(bare.cls)]
    return next((question.key for question in asked if question.required), asked[0].key)


def record_node(answers: dict[str, Node]) -> Mapping:
    """Return the node of a record with these answers."""
    return Mapping(1, 1, {key: Scalar(key, 1, 1) for key in answers}, dict(answers))
