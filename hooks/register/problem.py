"""Findings, and the rules that make them.

A rule is a function whose Chinese docstring is the rule: its first paragraph says what must
hold, its last one how to mend it. Rules yield problems; only the commands print them.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Generic, NamedTuple, ParamSpec, TypeVar

# What would break a finding's line in two, or hide part of it.
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")

P = ParamSpec("P")
D = TypeVar("D")


class Severity(Enum):
    """Errors stop a publication; hints do not."""

    ERROR = "错误"
    HINT = "提示"


class Place(NamedTuple):
    """A place: path below the data folder; line and column from 1, in code points."""

    path: str
    line: int = 1
    column: int = 1

    @classmethod
    def in_text(cls, path: str, text: str, offset: int) -> "Place":
        """Return the place of the code point at `offset` of the file's `text`."""
        start = text.rfind("\n", 0, offset) + 1
        return cls(path, text.count("\n", 0, offset) + 1, offset - start + 1)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: where, which rule, and a text with what was found, what is allowed, the cure."""

    place: Place
    severity: Severity
    rule: str
    text: str

    @property
    def is_error(self) -> bool:
        """Whether it stops a publication."""
        return self.severity is Severity.ERROR

    @property
    def order(self) -> tuple[Place, str, str]:
        """Sort key: by place, then rule, then text."""
        return (self.place, self.rule, self.text)

    def line(self, folder: str = "") -> str:
        """Word the finding as one line; `folder` is the data folder as the reader knows it."""
        path, line, column = self.place
        place = f"{folder}{path}:{line}:{column}"
        said = f"{place} {self.severity.value} {self.rule}：{self.text}"
        return _CONTROL.sub("␤", said)


@dataclass(frozen=True, slots=True)
class Rule:
    """What the handbook says of a rule: its name, weight, wording, cure and a broken example.

    A firm rule knows no exception: an `accept` entry cannot silence it.
    """

    name: str
    severity: Severity
    statement: str
    cure: str
    example: str
    firm: bool

    def problem(self, place: Place, text: str) -> Problem:
        """Say `text` of `place` in this rule's name."""
        return Problem(place, self.severity, self.name, text)


@dataclass(frozen=True, slots=True)
class FormRule(Rule, Generic[P]):
    """A rule that the reader meets while it reads: the function words the message."""

    say: Callable[P, str]

    def at(self, place: Place, *args: P.args, **kwargs: P.kwargs) -> Problem:
        """Return the problem at `place`, worded from what the reader met there."""
        return self.problem(place, self.say(*args, **kwargs))


@dataclass(frozen=True, slots=True)
class Check(Rule, Generic[D]):
    """A rule over read data: the function yields (place, text) for each breach."""

    find: Callable[[D], Iterator[tuple[Place, str]]]

    def over(self, data: D) -> Iterator[Problem]:
        """Yield a problem for each breach in `data`."""
        return (self.problem(place, text) for place, text in self.find(data))


def _paragraphs(function: Callable[..., object]) -> list[str]:
    return [" ".join(p.split()) for p in (inspect.getdoc(function) or "").split("\n\n")]


def _facts(
    function: Callable[..., object], severity: Severity, example: str, *, firm: bool
) -> tuple[str, Severity, str, str, str, bool]:
    paragraphs = _paragraphs(function)
    name = function.__name__.replace("_", "-")
    return name, severity, paragraphs[0], paragraphs[-1], inspect.cleandoc(example), firm


def form(
    example: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[P, str]], FormRule[P]]:
    """Make a rule of the reader's from the function that words its message."""
    return lambda function: FormRule(*_facts(function, severity, example, firm=True), function)


def check(
    example: str, severity: Severity = Severity.ERROR, *, firm: bool = False
) -> Callable[[Callable[[D], Iterator[tuple[Place, str]]]], Check[D]]:
    """Make a rule over read data from the generator that finds its breaches."""
    return lambda function: Check(*_facts(function, severity, example, firm=firm), function)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return each problem once, sorted by place, rule and text."""
    return sorted(set(problems), key=lambda problem: problem.order)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return those that stop a publication."""
    return [problem for problem in problems if problem.is_error]
