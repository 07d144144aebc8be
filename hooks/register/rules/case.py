"""What a check looks at: the data, the day, and what was published before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from register.problem import Place
from register.reading.dataset import Dataset

Findings: TypeAlias = Iterator[tuple[Place, str]]


@dataclass(frozen=True)
class Case:
    """`published` holds kind/id of every record of the revision that this one follows."""

    data: Dataset
    today: date
    published: frozenset[str] = frozenset()
