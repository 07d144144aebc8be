"""Legal steps: a standing follows only on one that the scheme lets it follow on."""

from collections.abc import Sequence

from register.history import Event
from register.history.spans import state
from register.problem import check
from register.records import Scheme
from register.records.notice import AmendKind
from register.records.standing import ENDED, Standing
from register.rules.case import Case, Findings, stands


@check("legal_steps: [{after: proposed-revocation, may: [revoked]}]\n（拟撤销之后列为优秀）")
def step_not_allowed(case: Case) -> Findings:
    """评估办法写明一种状态之后可以是哪些状态的，后来的结论和处理要照办；没有写到的状态不查。

    对照文件改正编号或等次，或补录中间的文件；文件确实如此的，用 accept 说明。
    """
    if not any(entry.record.legal_steps for entry in case.data.schemes):
        return
    for subject in case.events:
        events = [e for e in case.events[subject] if e.standing is not Standing.NOT_ASSESSED]
        for i, event in enumerate(events[1:], 1):
            judged = event.standing and (event.act or stands(event))
            if judged and (scheme := _scheme_of(case, events[: i + 1])):
                yield from _step(case, scheme, events[:i], event)


def _scheme_of(case: Case, events: Sequence[Event]) -> Scheme | None:
    """Return the scheme of the newest event's round, or of the newest decision before it."""
    round_ = next((event.round for event in reversed(events) if event.round), "")
    return case.scheme_of(round_)


def _step(case: Case, scheme: Scheme, before: Sequence[Event], event: Event) -> Findings:
    _phase, earlier = state(before, event.day)
    if not earlier or not earlier.standing or not event.standing or not stands(earlier):
        return  # what was taken back since forbids nothing
    may = next((s.may for s in scheme.legal_steps if s.after is earlier.standing), None)
    if may is None or event.standing in may or _said_elsewhere(case, earlier, event):
        return
    allowed = "、".join(standing.title for standing in may)
    yield (
        case.place(event),
        (
            f"{event.subject} 由文件 {earlier.notice} 列为“{earlier.grade}”"
            f"（{earlier.standing.title}），这里是“{event.grade}”（{event.standing.title}）；"
            f"按办法 {scheme.id}，{earlier.standing.title}之后只能是 {allowed}。"
            "请改正编号或等次，或补录中间的文件；文件确实如此的，用 accept 说明。"
        ),
    )


def _said_elsewhere(case: Case, earlier: Event, event: Event) -> bool:
    """Whether the later document corrects the earlier, or decision-after-revocation speaks."""
    corrected = {
        amends.notice
        for amends in case.data.notice[event.notice].record.amends
        if amends.how is AmendKind.CORRECTS
    }
    revived = earlier.standing in ENDED and event.standing not in ENDED
    return earlier.notice in corrected or revived


LEGAL = (step_not_allowed,)
