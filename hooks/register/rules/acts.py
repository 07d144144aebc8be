"""Acts: what a document does to a station fits what the documents before it said.

Each act is judged as of its own day: by what then had force, be it replaced or withdrawn since.
"""

from collections.abc import Iterable, Sequence

from register.history import Event
from register.problem import check
from register.records.notice import ActKind
from register.records.standing import ENDED, Standing
from register.rules.case import Case, Findings, stands

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
    """Yield each act with the events before it that had force on its day."""
    for events in case.acting.values():
        yield from ((e, _before(events, i)) for i, e in enumerate(events) if e.act)


def _before(events: Sequence[Event], i: int) -> list[Event]:
    return [event for event in events[:i] if event.in_force(events[i].day)]


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
    for events in case.events.values():
        if any(event.is_end for event in events):
            yield from _after_the_end(case, events)


def _after_the_end(case: Case, events: Sequence[Event]) -> Findings:
    for i, event in enumerate(events):
        if event.standing in _MAY_FOLLOW or event.act in _AFTER_THE_END:
            continue
        # Nothing is wrong with a decision, or after an end, that was taken back since.
        if not event.act and not stands(event):
            continue
        if end := _end(e for e in _before(events, i) if not e.is_end or stands(e)):
            yield (
                case.place(event),
                (
                    f"{event.subject} 已由文件 {end.notice} 自 {end.day} 起“{end.grade}”，"
                    f"这里又有“{event.grade}”；没有重新许可的不能再有结论。"
                    "请改正编号；确已重新许可的，先录入许可的文件（re-license）。"
                ),
            )


def _end(events: Iterable[Event]) -> Event | None:
    """Return the event that ended a station, if no new licence follows it."""
    end: Event | None = None
    for event in events:
        if event.act is ActKind.RELICENSE:
            end = None
        elif end is None and event.is_end:
            end = event
    return end


@check("acts:\n  - {act: re-license, stations: [gansu-01]}（gansu-01 没有被撤销）")
def licence_without_end(case: Case) -> Findings:
    """重新许可（re-license），只对那一天已经撤销、注销或并入别的所的鉴定所。

    改正编号，或先录入撤销、注销的文件；换发许可证的删去这一条，只在鉴定所档案的 licences 里加一条。
    """
    for event, before in _acts(case):
        if event.act is ActKind.RELICENSE and _end(before) is None:
            yield (
                case.place(event),
                (
                    f"{event.subject} 在 {event.day} 没有撤销、注销或并入别的所；"
                    "重新许可只对已经撤销、注销或合并的。"
                    "请改正编号；换发许可证只在鉴定所档案的 licences 里加一条，不写这一条处理。"
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
    licence_without_end,
    follows_later,
    succeeds_itself,
)
