"""Outcomes: what later documents say of what one document asked for, or of a suspension."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from register.history import Event
from register.records.notice import ActKind
from register.register import CentreFile, Register, StationFile
from register.views.rows import notice_link
from register.views.station.demands import Returned, demands_of, later, rectified
from register.views.wording import day


class Outcome(NamedTuple):
    """What is on file of one subject; `settled`: a document says what came of it."""

    said: str
    settled: bool


class Asked(NamedTuple):
    """What a document's decision, or its act, asks: by which steps it is found in the notice."""

    notice: str
    steps: tuple[str | int, ...]
    kind: str


NO_NAMES = Outcome("名单未公布，不知道结果", settled=False)
NO_FILES = Outcome("本站还没有档案，不知道结果", settled=False)
_ENDED = Outcome("这份文件已被撤回或代替", settled=True)
_NOTHING_PUBLIC = Outcome("没有可公开的结果", settled=False)
_NONE = {
    "plan": Outcome("未收录报送情况", settled=False),
    "rectify": Outcome("未见验收结果", settled=False),
    "hand-back": Outcome("未收录交回情况", settled=False),
    "suspension": Outcome("未见恢复文件", settled=False),
}


def told(outcomes: Sequence[Outcome]) -> str:
    """Put several together: 2个未见验收结果，1个已撤销; what holds for all needs no number."""
    numbers = Counter(outcome.said for outcome in outcomes)
    if len(numbers) == 1:
        return next(iter(numbers))
    return "，".join(f"{number}个{said}" for said, number in numbers.items())


def outcomes_of(register: Register, asked: Asked, subjects: Sequence[str]) -> list[Outcome]:
    """Return what is on file of each subject; no result is never taken for one."""
    if asked.notice in register.ended:
        return [_ENDED]
    return [_outcome(register, asked, id_) for id_ in subjects]


def _outcome(register: Register, asked: Asked, subject: str) -> Outcome:
    file = register.stations.get(subject) or register.centres[subject]
    place = next(n for n, event in enumerate(file.events) if _is(event, asked))
    start = file.events[place]
    found = _answer(register, asked, file, start)
    if found or asked.kind == "plan":
        return found or _NONE[asked.kind]
    hidden = any(start.day < day_ <= register.today for day_ in file.withheld)
    return _NOTHING_PUBLIC if hidden else _NONE[asked.kind]


def _is(event: Event, asked: Asked) -> bool:
    return (event.notice, event.steps[: len(asked.steps)]) == (asked.notice, asked.steps)


def _answer(
    register: Register,
    asked: Asked,
    file: StationFile | CentreFile,
    start: Event,
) -> Outcome | None:
    match asked.kind:
        case "rectify":
            said = _rectified(rectified(register, file.events, start))
            return Outcome(said, settled=True) if said else None
        case "suspension":
            after = later(register, file.events, start)
            ends = (event for event in after if event.act in _ENDS)
            said = next((f"{day(event.day)}{event.grade}" for event in ends), "")
            return Outcome(said, settled=True) if said else None
        case "hand-back" if isinstance(file, StationFile):
            return _returned(_ledger(register, file, start))
        case _:
            return None


_ENDS = (ActKind.RESUME, ActKind.REVOKE, ActKind.DEREGISTER, ActKind.SUSPEND, ActKind.MERGE)
_SAID = {ActKind.REVOKE: "已撤销", ActKind.DEREGISTER: "已注销", ActKind.MERGE: "已并入别所"}


def _rectified(results: Sequence[Event]) -> str:
    """Say what came of a rectification."""
    return "，".join(
        _SAID.get(event.act, event.grade) if event.act else f"后来的结论为{event.grade}"
        for event in results
    )


def _ledger(register: Register, station: StationFile, asked: Event) -> tuple[Returned, ...]:
    document = notice_link(register, asked.notice)
    return next(
        demand.ledger
        for demand in demands_of(register, station)
        if (demand.document, demand.grade) == (document, asked.grade) and demand.ledger
    )


def _returned(lines: Sequence[Returned]) -> Outcome | None:
    back = [line for line in lines if line.on]
    if not back:
        return None
    if len(back) < len(lines):
        return Outcome(f"部分交回（{'、'.join(line.item for line in back)}）", settled=False)
    late = any(line.late for line in lines)
    return Outcome("逾期交回" if late else "已交回", settled=True)
