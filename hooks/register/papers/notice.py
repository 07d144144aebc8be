"""A notice as a paper: a head page with what the document says, then an annex for each round.

Everything comes from the notice's view, so what may not be published is not in it either.
"""

from collections.abc import Iterator
from enum import Enum

from register.names.numerals import to_chinese
from register.papers.annex import annex, demands
from register.papers.printout import Grid, Kind, Paragraph, Printout
from register.papers.remarks import basis_words, remarks
from register.papers.units import unit_of
from register.records.notice import Duty, Notice
from register.register import Register
from register.views.acts import ActLine
from register.views.notices import Amended, MentionLine, NoticeView, notice_view
from register.views.rows import Link
from register.views.wording import day


class Form(Enum):
    """How an annex lists its stations."""

    LINES = "lines"
    TABLE = "table"


def notice_printout(register: Register, id_: str, form: Form = Form.LINES) -> Printout:
    """Return the notice `id_` as a paper. Raises KeyError where the register has none such."""
    view = notice_view(register, id_)
    notice = view.record
    marks = marks_of(register)
    return Printout(
        title=notice.title,
        subject=notice.number or notice.title,
        day=notice.decided,
        marks=marks,
        blocks=tuple(_blocks(register, view, marks, form)),
    )


def marks_of(register: Register) -> tuple[str, ...]:
    """Return what every paper of ours says of itself."""
    marks = ["示例数据"] if register.site.sample else []
    if register.authority is None or register.site.sample:
        marks.append("软件演示，非政府网站")
    return (*marks, "网页版，以正式文件为准")


def _blocks(
    register: Register, view: NoticeView, marks: tuple[str, ...], form: Form
) -> Iterator[Paragraph | Grid]:
    annexes = [f"{part.round.words}结论名单" for part in view.parts]
    yield from (Paragraph(Kind.MARK, mark) for mark in marks)
    yield from _head(view)
    yield from _sections(register, view)
    yield from _annex_names(annexes)
    yield from _signed(view.record)
    for number, part in enumerate(view.parts):
        label = _label(number, len(annexes))
        yield from annex(register, view.record, number, part, label, as_table=form is Form.TABLE)
    yield from remarks(register, view)


def _head(view: NoticeView) -> Iterator[Paragraph]:
    notice = view.record
    if notice.number:
        yield Paragraph(Kind.NUMBER, notice.number)
    yield Paragraph(Kind.TITLE, notice.title)
    if notice.addressee:
        yield Paragraph(Kind.ADDRESSEE, f"{notice.addressee.rstrip('：:')}：")
    for amended in view.amended:
        yield Paragraph(Kind.ALERT, _amended(amended, ended=view.ended))
    if notice.basis:
        yield Paragraph(Kind.BODY, f"依据：{basis_words(notice.basis)}。")
    for how, other in view.amends:
        yield Paragraph(Kind.BODY, f"本文件{how}{other.words}。")


def _amended(amended: Amended, *, ended: bool) -> str:
    """Say that a later document took this one's force, or took it for a time."""
    was = "曾" if amended.undone else "已"
    undone = "".join(f"；{amended.notice.words}又被{by.words}{how}" for by, how in amended.undone)
    still = "，本文件仍然有效" if amended.undone and not ended else ""
    return f"本文件{was}被{amended.notice.words}{amended.how}{undone}{still}。"


def _sections(register: Register, view: NoticeView) -> Iterator[Paragraph]:
    """Yield the text below its headings; a single section needs none."""
    every = {
        "结论": list(_results(register, view)),
        "其他处理": [_act(act) for act in view.acts if act.subjects or act.withheld],
        "普遍要求": [_duty(duty) for duty in view.record.duties],
        "点名": [_mention(mention) for mention in view.mentions],
    }
    filled = [(heading, lines) for heading, lines in every.items() if lines]
    for number, (heading, lines) in enumerate(filled, 1):
        if len(filled) > 1:
            yield Paragraph(Kind.SECTION, f"{to_chinese(number)}、{heading}")
        yield from (Paragraph(Kind.BODY, line) for line in lines)


def _results(register: Register, view: NoticeView) -> Iterator[str]:
    for number, (part, record) in enumerate(zip(view.parts, view.record.rounds, strict=True)):
        unit = unit_of(register, part.id)
        totals = "，".join(f"{grade}{count}{unit}" for grade, count in record.totals.items())
        where = f"名单见{_label(number, len(view.parts))}。"
        yield f"{part.round.words}：{totals}。{where}" if totals else f"{part.round.words}的{where}"
        yield from demands(part)


def _act(act: ActLine) -> str:
    if act.withheld:
        return "有一项处理，公开期已满或已撤回，不再列出。"
    details = "".join(f"，{d.words}{d.to.words if d.to else ''}" for d in act.details)
    follows = f"（承接{act.follows.words}）" if act.follows else ""
    remarks_ = f"。{act.remarks.rstrip('。')}" if act.remarks else ""
    return f"{act.on}，{act.title}：{_named(act.subjects)}{details}{follows}{remarks_}。"


def _duty(duty: Duty) -> str:
    until = f"，到{day(duty.due)}为止（含当天）" if duty.due else ""
    return f"{duty.who}：{duty.what}{until}。"


def _mention(mention: MentionLine) -> str:
    others = "等" if mention.others else ""
    return f"{mention.kind}（{mention.subject}）：{_named(mention.stations)}{others}。"


def _named(links: tuple[Link, ...]) -> str:
    return "、".join(link.words for link in links)


def _label(number: int, of: int) -> str:
    return "附件" if of == 1 else f"附件{number + 1}"


def _annex_names(names: list[str]) -> Iterator[Paragraph]:
    for number, name in enumerate(names, 1):
        numbered = f"{number}. {name}" if len(names) > 1 else name
        if number == 1:
            yield Paragraph(Kind.ANNEXES, f"附件：{numbered}")
        else:
            yield Paragraph(Kind.ANNEXES_MORE, numbered)


def _signed(notice: Notice) -> Iterator[Paragraph]:
    """Yield who signed, as far as the document says it, and its day (GB/T 9704, 7.3.5)."""
    date_ = day(notice.decided)
    signer = notice.issuer.name if notice.issuer and not notice.issuer.inferred else ""
    edge = 2.0
    if not signer:
        yield Paragraph(Kind.SIGNED, date_, edge)
        return
    # The day begins two characters after the signature, or else ends at the edge.
    behind = len(signer) - _characters(date_)
    at = max(edge, behind)
    yield Paragraph(Kind.SIGNED, signer, edge if behind >= edge else at - behind + edge)
    yield Paragraph(Kind.SIGNED_MORE, date_, at)


def _characters(text: str) -> float:
    """How many characters wide a text is; digits are half as wide."""
    return sum(0.5 if character.isascii() else 1 for character in text)
