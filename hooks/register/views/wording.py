"""Wording: how the site says days, standings and what holds."""

from datetime import date
from typing import NamedTuple

from register.history import Event, Phase, Span
from register.history.terms import parts
from register.names.numerals import to_chinese
from register.records.notice import ActKind
from register.records.standing import Standing


class Mark(NamedTuple):
    """A standing as it is shown: its code for shape and colour, the words, and its phase."""

    code: str
    words: str
    phase: str


NO_MARK = Mark("none", "", "")  # of a line that tells no standing


def day(value: date) -> str:
    """2011-03-03 → 2011年3月3日."""
    return f"{value.year}年{value.month}月{value.day}日"


def in_words(length: str) -> str:
    """P1Y6M → 一年六个月."""
    units = zip(parts(length), ("年", "个月", "天"), strict=True)
    return "".join(numbered(number, unit) for number, unit in units if number)


def numbered(number: int, unit: str) -> str:
    """(2, 份) → 两份."""
    two = 2
    return ("两" if number == two else to_chinese(number)) + unit


def mark(span: Span) -> Mark:
    """Return the mark of what holds; a grade never stands without its year."""
    event = span.event
    if event and event.act is ActKind.MERGE:
        return Mark("merged", "已并入别所", span.phase.value)
    if event is None or event.standing is None:
        hidden = event is None and span.withheld
        said = "没有可公开的结论" if hidden else "无在案结论"
        return Mark("none", said, span.phase.value)
    return Mark(event.standing.value, _in_short(event, event.standing), span.phase.value)


def _in_short(event: Event, standing: Standing) -> str:
    """Name a standing with its year: of the round, or else of the act."""
    if event.year:
        return f"{event.year}年度{standing.title}"
    return f"{event.day.year}年{event.grade if event.act else standing.title}"


def event_mark(event: Event) -> Mark:
    """Return the mark of what one event decided, whatever came after."""
    return mark(Span(event.day, None, Phase.CURRENT, event))


def status(span: Span) -> str:
    """Say in one line what the documents on file say for the span's days."""
    event = span.event
    if event is None:
        return "没有可公开的结论" if span.withheld else "无在案结论"
    if span.withheld:
        return f"{_said(event)}，此后没有可公开的结论"
    if span.phase is Phase.OVERDUE:
        return _overdue(event)
    said = _said(event)
    return f"{said}，此后无在案结论" if span.phase is Phase.LAPSED else said


def beyond(shown: Mark, line: str) -> str:
    """Return what a status says that its mark beside it does not say already."""
    if line.startswith(shown.words):
        return line[len(shown.words) :].removeprefix("，")
    return line.removesuffix(f"，此后{shown.words}")


def _overdue(event: Event) -> str:
    if event.act is ActKind.SUSPEND:
        return "暂停期已满，未见恢复文件"
    halted = f"{_said(event)}，" if event.standing is Standing.SUSPENDED else ""
    return f"{halted}整改期已满，未见验收结果"


def _said(event: Event) -> str:
    if event.act is not None:
        return _done(event)
    standing = event.standing.title if event.standing else event.grade
    match event.standing:
        case Standing.RECTIFYING if event.due:
            return f"{event.year}年度{event.grade}，限期整改至{day(event.due)}"
        case Standing.REVOKED | Standing.DEREGISTERED:
            return f"{day(event.day)}{standing}"
        case _:
            return f"{event.year}年度{standing}"


def _done(event: Event) -> str:
    if event.act is ActKind.MERGE:
        return f"{day(event.day)}并入别的鉴定所"
    if event.act is ActKind.SUSPEND and event.due:
        return f"{day(event.day)}起暂停业务，到{day(event.due)}为止"
    of = f"（{event.year}年度）" if event.year else ""
    return f"{day(event.day)}{event.grade}{of}"


_CANNOT_TELL = "公开期已满或已撤回，不再列出。不能由此推断合格或不合格。"
_WITHHELD = f"有过文件，{_CANNOT_TELL}"
_WITHHELD_LATER = f"有过后来的文件，{_CANNOT_TELL}"


def span_note(span: Span) -> str:
    """Say how far what holds on the span's days can be relied on, and no more."""
    event = span.event
    if span.withheld:
        return _WITHHELD_LATER if event else _WITHHELD
    if event is None:
        return "没有收录到说到这些天的结论。没有收录，不等于合格，也不等于不合格。"
    if span.phase is Phase.OVERDUE:
        return "没有收录到结果，不能当作合格，也不能当作撤销。"
    if span.phase is Phase.LAPSED:
        about = f"以前的结论只说明{event.year}年度，" if event.year else ""
        return f"{about}这些天没有在案结论。"
    return f"结论只说明{event.year}年度。" if event.holds_to else ""


SILENCED = "说到这些天的文件已被撤回或代替，没有在案结论。不能由此推断合格或不合格。"


def meaning(span: Span) -> tuple[str, ...]:
    """Say what it means for someone who holds a certificate or wants one; no more than is known."""
    return _MEANINGS.get(_case(span), _MEANINGS["other"])


def _case(span: Span) -> str:
    event, standing = span.event, span.standing
    if span.withheld:
        return "withheld-later" if event else "withheld"
    if event is None:
        return "none"
    if standing is None:
        return str(event.act.value) if event.act else "other"
    if span.phase in (Phase.LAPSED, Phase.OVERDUE):
        return str(span.phase.value)
    undated = standing is Standing.RECTIFYING and not event.due
    return "rectifying-undated" if undated else standing.value


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
    "rectifying-undated": (
        "文件的结论归入限期整改；文件没有写整改到哪一天。验收结果以文件为准。",
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
    "proposed-revocation": (
        "文件提出拟撤销，还不是撤销。撤不撤销，以后来的文件为准。",
        "想报名的，请先向当地人力资源社会保障部门核实它现在能否开展鉴定。",
        _CERTIFICATE,
    ),
    "merge": ("这个鉴定所已并入别的鉴定所。请不要用它的旧名报名鉴定。", _CERTIFICATE),
    "re-license": (
        "文件重新许可了它。此后本站没有收录到检查的结论。",
        "报名前，请向它或当地人力资源社会保障部门核对许可证是否在有效期内。",
    ),
    "resume": (
        "文件恢复了它的业务。此后本站没有收录到检查的结论。",
        "报名前，请向它或当地人力资源社会保障部门核对许可证是否在有效期内。",
    ),
    "withheld": (
        _WITHHELD,
        "想报名的，请先向当地人力资源社会保障部门核实。",
    ),
    "withheld-later": (
        _WITHHELD_LATER,
        "想报名的，请先向当地人力资源社会保障部门核实它现在能否开展鉴定。",
        _CERTIFICATE,
    ),
    "none": (
        "本站没有收录到说到它的结论。没有收录，不等于合格，也不等于不合格。",
        "想报名的，请先向当地人力资源社会保障部门核实。",
    ),
    "other": (
        "结论只说明所写的年度，含义见所依据的评估办法。",
        "想报名的，请先向当地人力资源社会保障部门核实它现在能否开展鉴定。",
    ),
}
