"""Acts: what a document does to a station fits what the documents before it said."""

from collections.abc import Iterable, Sequence

from register.history import Event
from register.problem import check
from register.records.notice import ActKind
from register.records.standing import ENDED, Standing
from register.rules.case import Case, Findings

_RESULTS = (ActKind.ACCEPT, ActKind.FAIL)
# What may still be done to a station that is revoked or deregistered.
_AFTER_THE_END = (
    ActKind.HAND_BACK,
    ActKind.RELICENSE,
    ActKind.DEREGISTER,
    ActKind.REVOKE,
)
_MAY_FOLLOW = (*ENDED, Standing.NOT_ASSESSED)
_LONGEST_LINE = 100


def _acts(case: Case) -> Iterable[tuple[Event, Sequence[Event]]]:
    """Yield each act in force with the events before it."""
    for live in case.acting.values():
        yield from ((event, live[:i]) for i, event in enumerate(live) if event.act)


@check("acts:\n  - {act: accept, stations: [gansu-01]}（gansu-01 从未被要求整改）")
def result_without_rectification(case: Case) -> Findings:
    """整改验收的结果，要承接一份要求该所整改的文件。

    对照文件改正鉴定所编号或 follows，或先录入要求整改的文件。
    """
    for event, before in _acts(case):
        if event.act not in _RESULTS:
            continue
        notice = case.data.notice[event.notice].record
        follows = case.act(event).follows
        earlier = case.data.notice.get(follows or event.notice)
        if earlier is None or earlier.record.decided > notice.decided:
            continue  # said by notice-unknown or follows-later
        ordered = (e for e in before if e.standing is Standing.RECTIFYING)
        if not any(follows in {None, e.notice} for e in ordered):
            which = f"文件 {follows} " if follows else "在此之前的文件"
            yield (
                case.place(event),
                (
                    f"{which}没有要求 {event.subject} 整改；{event.grade}要承接要求整改的文件。"
                    "请改正编号或 follows，或先录入要求整改的文件。"
                ),
            )


@check("acts:\n  - {act: resume, stations: [gansu-01]}（gansu-01 从未被暂停）")
def resume_without_suspension(case: Case) -> Findings:
    """恢复业务，要承接一份暂停该所业务的文件。

    对照文件改正鉴定所编号，或先录入暂停业务的文件。
    """
    for event, before in _acts(case):
        if event.act is ActKind.RESUME and not any(
            e.standing in (Standing.SUSPENDED, Standing.RECTIFYING) for e in before
        ):
            yield (
                case.place(event),
                (
                    f"在此之前的文件没有暂停 {event.subject} 的业务；恢复业务要承接暂停业务的文件。"
                    "请改正编号，或先录入暂停业务的文件。"
                ),
            )


@check("撤销之后的年度又列为合格")
def decision_after_revocation(case: Case) -> Findings:
    """撤销、注销或并入别的所之后，没有重新许可的，不能再有结论，也不能再合并。

    改正编号；确已重新许可的，录入许可的文件（re-license）；撤销被撤回的，录入撤回的文件。
    """
    for subject, events in case.events.items():
        if any(_is_end(event) for event in events):
            yield from _after_the_end(case, case.live(subject))


def _is_end(event: Event) -> bool:
    return event.is_end


def _after_the_end(case: Case, events: Sequence[Event]) -> Findings:
    end: Event | None = None
    for event in events:
        if event.act is ActKind.RELICENSE:
            end = None
        elif end is None:
            end = event if _is_end(event) else None
        elif event.standing not in _MAY_FOLLOW and event.act not in _AFTER_THE_END:
            yield (
                case.place(event),
                (
                    f"{event.subject} 已由文件 {end.notice} 自 {end.day} 起“{end.grade}”，"
                    f"这里又有“{event.grade}”；没有重新许可的不能再有结论。"
                    "请改正编号；确已重新许可的，先录入许可的文件（re-license）。"
                ),
            )


@check("acts:\n  - {act: accept, follows: （成文在后的文件）, …}")
def follows_later(case: Case) -> Findings:
    """承接、改动的只能是更早的文件，不能是自己或后来的文件。

    对照文件改正编号或日期。
    """
    for entry in case.data.notices:
        named = [(("acts", i, "follows"), act.follows) for i, act in enumerate(entry.record.acts)]
        named += [(("amends", i, "notice"), a.notice) for i, a in enumerate(entry.record.amends)]
        for steps, id_ in named:
            other = case.data.notice.get(id_ or "")
            if other and (other is entry or other.record.decided > entry.record.decided):
                yield (
                    entry.place(*steps),
                    (
                        f"文件 {id_} 的成文日期是 {other.record.decided}，不早于本文件；"
                        "只能承接、改动更早的文件。请对照文件改正编号或日期。"
                    ),
                )


@check("succeeds: gansu-55（gansu-55 又承接本所）")
def succeeds_itself(case: Case) -> Findings:
    """承接关系不能绕回自己。

    改正 succeeds。
    """
    for entry in case.data.stations:
        seen, current = {entry.stem}, entry.record.succeeds
        while current and current not in seen and len(seen) < _LONGEST_LINE:
            seen.add(current)
            following = case.data.station.get(current)
            current = following.record.succeeds if following else None
        if current == entry.stem == min(seen):
            yield (
                entry.place("succeeds"),
                f"承接关系从 {entry.stem} 绕回了自己；只能承接更早的鉴定所。请改正 succeeds。",
            )


ACTS = (
    result_without_rectification,
    resume_without_suspension,
    decision_after_revocation,
    follows_later,
    succeeds_itself,
)
