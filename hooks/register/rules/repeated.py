"""Repeats: no second document grades again without a word, no document does the same act twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from register.history import Event
from register.problem import check
from register.records.notice import ACT_TITLES, Act, ActKind, Notice
from register.records.standing import Standing
from register.rules.case import Case, Findings
from register.rules.reference import Steps

# One document does these to a station once, whatever day it names.
_ONCE = (
    ActKind.ACCEPT,
    ActKind.FAIL,
    ActKind.DEREGISTER,
    ActKind.REVOKE,
    ActKind.MERGE,
)


@check("两份文件都说了 gansu-55 在 gansu-2010 的结论，后一份没有写 amends")
def graded_twice(case: Case) -> Findings:
    """一次检查里，一个单位只由一份有效的文件下结论；拟撤销以后、整改期满以后再下结论的除外。

    改正编号；后一份文件更正、撤回或代替前一份的，写明 amends；文件确实如此的，用 accept 说明。
    """
    for subject, events in case.events.items():
        if len(events) < 2:  # noqa: PLR2004 - it takes two
            continue
        for graded in _by_round(case.live(subject)):
            yield from _again(case, subject, graded)


def _by_round(events: Iterable[Event]) -> Iterable[list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda e: (e.decided or e.day, e.notice)):
        if event.act is None and _is_later(event):
            found[event.round].append(event)
    return found.values()


def _is_later(event: Event) -> bool:
    """Whether the document is not older than the round: that is for decided-before-round."""
    return (event.decided or event.day).year >= (event.year or 0)


def _again(case: Case, subject: str, graded: Sequence[Event]) -> Findings:
    for i, event in enumerate(graded):
        known = _amended(case, event.notice)
        other = [
            earlier.notice
            for earlier in graded[:i]
            if earlier.notice not in known and not _awaits(earlier, event)
        ]
        if other:
            yield (
                case.place(event),
                (
                    f"{subject} 在 {event.round} 里的结论，文件 {other[-1]} 已经说了，"
                    "这份文件没有改动它；一次检查只由一份文件下结论。"
                    "请改正编号，或写明 amends；文件确实如此的，用 accept 说明。"
                ),
            )


def _awaits(earlier: Event, event: Event) -> bool:
    """Whether the earlier decision left the last word to one like the later."""
    if earlier.standing is Standing.RECTIFYING:
        return earlier.due is not None and event.day > earlier.due
    return earlier.standing is Standing.PROPOSED_REVOCATION


def _amended(case: Case, id_: str) -> set[str]:
    """Return the notice itself and all that it amends, also by way of another."""
    found, waiting = {id_}, [id_]
    while waiting:
        entry = case.data.notice.get(waiting.pop())
        named = {amends.notice for amends in entry.record.amends} if entry else set()
        waiting += named - found
        found |= named
    return found


@check("acts:\n  - {act: accept, stations: [gansu-01]}\n  - {act: accept, stations: [gansu-01]}")
def act_twice(case: Case) -> Findings:
    """一份文件对一个单位的同一种处理只写一次；分几次交回、取消不同工种的可以分开写。

    删去多余的一处，或改正 act、编号、日期。
    """
    for entry in case.data.notices:
        done: dict[str, list[Act]] = defaultdict(list)
        for steps, subject, act in _acts(entry.record):
            if any(_same(act, other) for other in done[subject] if other is not act):
                yield (
                    entry.place(*steps),
                    (
                        f"这份文件对 {subject} 写了不止一次 {act.act.value}"
                        f"（{ACT_TITLES[act.act]}）；同一种处理只写一次。"
                        "请删去多余的一处，或改正 act、编号、日期。"
                    ),
                )
            done[subject].append(act)


def _acts(notice: Notice) -> Iterator[tuple[Steps, str, Act]]:
    """Yield each act once for each subject, with the steps to the subject."""
    for i, act in enumerate(notice.acts):
        for field, subjects in (("stations", act.stations), ("centres", act.centres)):
            for k, subject in enumerate(subjects):
                yield ("acts", i, field, k), subject, act


def _same(one: Act, other: Act) -> bool:
    """Whether two acts on one subject are one and the same."""
    if one.act is not other.act:
        return False
    if one.act in _ONCE:
        return one.follows == other.follows
    parts = (*one.items, *one.occupations), (*other.items, *other.occupations)
    apart = all(parts) and not set(parts[0]) & set(parts[1])
    return one.on == other.on and not apart


REPEATED = (graded_twice, act_twice)
