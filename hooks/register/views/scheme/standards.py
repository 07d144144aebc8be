"""Standards for centres in words: what they ask for, their arithmetic, and examples of it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from register.assessment.standards import exact, need
from register.records.scheme import Scheme
from register.records.standard import LEVEL_TITLES, Measure, Part, Share, Stair, Standard
from register.views.scheme.ways import number

Measures = Mapping[str, Measure]


class StandardView(NamedTuple):
    """One standard: what it asks for, whom, our reading, examples, and its checklist."""

    id: str
    name: str
    whom: str
    asks: str
    reading: str
    head: tuple[str, str]
    examples: tuple[tuple[str, str], ...]
    checklist: tuple[tuple[str, str], ...]


def measures_of(scheme: Scheme) -> Measures:
    """Return a scheme's measures by their ids."""
    return {measure.id: measure for measure in scheme.measures}


def standard_views(scheme: Scheme) -> Iterator[StandardView]:
    """Yield every standard of a scheme."""
    measures = measures_of(scheme)
    for standard in scheme.standards:
        yield StandardView(
            id=standard.id,
            name=standard.name,
            whom="、".join(LEVEL_TITLES[level] for level in standard.levels),
            asks=asks(standard, measures),
            reading=standard.reading or "",
            head=_head(standard, measures),
            examples=tuple(_examples(standard, measures)),
            checklist=tuple((item.name, item.keep or "") for item in standard.checklist),
        )


def asks(standard: Standard, measures: Measures) -> str:
    """Say what a standard asks for."""
    if standard.stair:
        return _stair(standard.stair, measures)
    if standard.share:
        return _share(standard.share, measures)
    return f"{len(standard.checklist)}项都要有" if len(standard.checklist) > 1 else "要有这一项"


def _stair(stair: Stair, measures: Measures) -> str:
    have = measures[stair.have]
    if stair.of is None or stair.up_to is None or stair.each is None or stair.more is None:
        return f"{have.name}至少{number(stair.least)}{have.unit}"
    of = measures[stair.of]
    each = f"{number(stair.each)}{of.unit}"
    more = f"{number(stair.more)}{have.unit}"
    if (stair.least, stair.up_to) == (stair.more, stair.each):
        return f"{of.name}每{each}，至少{more}{have.name}"
    return (
        f"{of.name}{number(stair.up_to)}{of.unit}以下的，{have.name}至少"
        f"{number(stair.least)}{have.unit}；每增加{each}，增加{more}{_part(stair, each)}"
    )


def _part(stair: Stair, each: str) -> str:
    if stair.each == 1:
        return ""
    return f"；不足{each}的部分" + ("也增加一级" if stair.part is Part.WHOLE else "不另增加")


def _share(share: Share, measures: Measures) -> str:
    have, of = measures[share.have], measures[share.of]
    least = "至少" if share.percent < _ALL else "要"
    return f"{have.name}{least}占{of.name}的{share.percent}%"


_ALL = 100


def arithmetic(stair: Stair, of: Fraction, measures: Measures) -> str:
    """Show how a stair comes to what it asks for: 5 + 1 × 1 = 6名."""
    unit, asked = measures[stair.have].unit, need(stair, of)
    added = asked - exact(stair.least)
    if not added or stair.more is None:
        return f"{number(asked)}{unit}"
    steps = number(added / exact(stair.more))
    return f"{number(stair.least)} + {steps} × {number(stair.more)} = {number(asked)}{unit}"


def _head(standard: Standard, measures: Measures) -> tuple[str, str]:
    if standard.stair and standard.stair.of:
        of, have = measures[standard.stair.of], measures[standard.stair.have]
        return (of.name, f"{have.name}至少")
    return ("", "")


def _examples(standard: Standard, measures: Measures) -> Iterator[tuple[str, str]]:
    """Yield values at which the need changes, or does not yet, each with its arithmetic."""
    stair = standard.stair
    if stair is None or stair.of is None or stair.up_to is None or stair.each is None:
        return
    start, step = exact(stair.up_to), exact(stair.each)
    past = (1, 4) if step == 1 else (1, step, step + 1)
    for over in (0, *past):
        value = start + over
        unit = measures[stair.of].unit
        yield f"{number(value)}{unit}", arithmetic(stair, value, measures)
