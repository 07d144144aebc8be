"""Existing files → canonical text: comments kept, and what our reader reads of them unchanged."""

from codecs import BOM_UTF8
from collections.abc import Sequence
from typing import Any

from register.problem import Place, Problem
from register.reading import forms
from register.reading.folder import kind_of, places_like
from register.reading.typed import to_record
from register.reading.yaml_nodes import to_nodes
from register.records import KINDS
from register.records.fields import Record
from register.writing.canonical import text_of
from register.writing.comments import notes_of


class Refused(ValueError):  # noqa: N818 - the word that the reader uses
    """Our reader cannot read the file; `problems` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems


def formatted(path: str, content: str | bytes) -> str:
    """Return the canonical form of the file at `path` below the data folder.

    A mark of byte order at its beginning is left out. Raises `Refused` where our reader finds a
    fault in the rest, or no record belongs at that path.
    """
    plain = (content.encode() if isinstance(content, str) else content).removeprefix(BOM_UTF8)
    record = record_in(path, plain)
    return text_of(record, notes_of(plain.decode()))


def rewritten(text: str, record: Record) -> str:
    """Return the file of `record` with the comments of `text`, the file as it was before.

    A comment stays with its field, its key in a table or its place in a list; so lists may grow
    at their end.
    """
    return text_of(record, notes_of(text))


def record_in(path: str, content: str | bytes) -> Any:  # noqa: ANN401 - of the class that belongs there
    """Return the record in the file; raises as `formatted` does."""
    kind = kind_of(path)
    if kind is None:
        raise Refused([forms.file_unplaced.at(Place(path), places_like(path))])
    node, problems = to_nodes(path, content.encode() if isinstance(content, str) else content)
    if node is None or problems:
        raise Refused(problems)
    record, problems = to_record(path, node, KINDS[kind].record)
    if record is None:
        raise Refused(problems)
    return record


def is_canonical(record: Record, text: str) -> bool:
    """Whether `text`, in which the reader found `record`, is its canonical form."""
    return text == text_of(record) or ("#" in text and text == text_of(record, notes_of(text)))
