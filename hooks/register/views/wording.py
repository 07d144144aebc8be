"""Wording: how the site says days, standings and what holds."""

from datetime import date
from typing import NamedTuple

from register.history import Event, Phase, Span
from register.records.notice import ActKind
from register.records.standing import Standing


class Mark(NamedTuple):
    """A standing as it is shown: its code for shape and colour, the words, and its phase."""

    code: str
    words: str
    phase: str


def day(value: date) -> str:
    """2011-03-03 → 2011年3月3日."""
    return f"{value.year}年{value.month}月{value.day}日"


def mark(span: Span) -> Mark:
    """Return the mark of what holds; a grade never stands without its year."""
    event = span.event
    if event is None or event.standing is None:
        return Mark("none", "无在案结论", span.phase.value)
    said = f"{event.year}年度{event.standing.title}" if event.year else _said(event)
    return Mark(event.standing.value, said, span.phase.value)


def event_mark(event: Event) -> Mark:
    """Return the mark of what one event decided, whatever came after."""
    return mark(Span(event.day, None, Phase.CURRENT, event))


def status(span: Span) -> str:
    """Say in one line what the documents on file say for the span's days."""
    event = span.event
    if event is None:
        return "无在案结论"
    if span.phase is Phase.OVERDUE:
        return _overdue(event)
    said = _said(event)
    return f"{said}，此后无在案结论" if span.phase is Phase.LAPSED else said


def _overdue(event: Event) -> str:
    if event.act is ActKind.SUSPEND:
        return "暂停期已满，未见恢复文件"
    halted = f"{_said(event)}，" if event.standing is Standing.SUSPENDED else ""
    return f"{halted}整改期已满，未见验收结果"


def _said(event: Event) -> str:
    if event.act is not None:
        return f"{day(event.day)}{event.grade}"
    standing = event.standing.title if event.standing else event.grade
    match event.standing:
        case Standing.RECTIFYING if event.due:
            return f"{event.year}年度{event.grade}，限期整改至{day(event.due)}"
        case Standing.REVOKED | Standing.DEREGISTERED:
            return f"{day(event.day)}{standing}"
        case _:
            return f"{event.year}年度{standing}"


def meaning(span: Span) -> tuple[str, ...]:
    """Say what it means for someone who holds a certificate or wants one; no more than is known."""
    standing = span.standing
    if standing is None:
        return _MEANINGS["none"]
    if span.phase is Phase.LAPSED:
        return _MEANINGS["lapsed"]
    if span.phase is Phase.OVERDUE:
        return _MEANINGS["overdue"]
    return _MEANINGS.get(standing.value, _MEANINGS["other"])


_CERTIFICATE = (
    "以前在这里取得的证书是否有效，本站不作判断，请向发证机关或当地人力资源社会保障部门查询。"
)
_MEANINGS: dict[str, tuple[str, ...]] = {
    "commended": (
        "文件评定它为优秀或示范。结论只说明所写的年度。",
        "报名前，请向它或当地人力资源社会保障部门核对许可证是否在有效期内。",
    ),
    "qualified": (
        "文件评定它合格。结论只说明所写的年度。",
        "报名前，请向它或当地人力资源社会保障部门核对许可证是否在有效期内。",
    ),
    "lapsed": (
        "这是过去一个年度的结论，不说明现在的情况。此后没有收录到文件，不等于合格，也不等于不合格。",
        "想报名的，请先向当地人力资源社会保障部门核实它现在能否开展鉴定。",
        _CERTIFICATE,
    ),
    "rectifying": (
        "文件要求它限期整改。期满后由主管部门验收，验收结果以文件为准。",
        "想报名的，请先向当地人力资源社会保障部门核实它现在能否开展鉴定。",
        _CERTIFICATE,
    ),
    "overdue": (
        "文件写的期限已经过去，本站没有收录到后来的文件。不能由此推断它已合格，也不能推断它已撤销。",
        "想报名的，请先向当地人力资源社会保障部门核实它现在能否开展鉴定。",
        _CERTIFICATE,
    ),
    "revoked": ("文件已撤销这个鉴定所。请不要在这里报名鉴定。", _CERTIFICATE),
    "deregistered": ("这个鉴定所已注销。请不要在这里报名鉴定。", _CERTIFICATE),
    "suspended": ("文件暂停了它的业务。恢复以文件为准。", _CERTIFICATE),
    "none": (
        "本站没有收录到说到它的结论。没有收录，不等于合格，也不等于不合格。",
        "想报名的，请先向当地人力资源社会保障部门核实。",
    ),
    "other": (
        "结论只说明所写的年度，含义见所依据的评估办法。",
        "想报名的，请先向当地人力资源社会保障部门核实它现在能否开展鉴定。",
    ),
}
