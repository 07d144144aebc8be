"""Remarks: what a reader has to know of a printed notice, below everything else."""

from collections.abc import Iterator, Sequence

from register.papers.printout import Kind, Paragraph
from register.records.fields import Basis
from register.records.notice import Notice
from register.register import Register
from register.views.notices import NoticeView
from register.views.wording import day


def basis_words(items: Sequence[Basis]) -> str:
    """Name documents: 《…》（文号）."""
    return "、".join(
        f"《{b.title}》{f'（{b.number}）' if b.number else ''}{b.about or ''}"
        if b.title
        else f"{b.number or ''}{b.about or ''}"
        for b in items
    )


def remarks(register: Register, view: NoticeView) -> Iterator[Paragraph]:
    """Yield the remarks below their heading."""
    yield Paragraph(Kind.REMARKS, "说明")
    yield from (Paragraph(Kind.REMARK, line) for line in _lines(register, view))


def _lines(register: Register, view: NoticeView) -> Iterator[str]:
    yield "本件由名录数据重排，只载数据里有的内容，不是文件原件，以正式文件为准。"
    yield f"文件在名录中的编号是{view.id}。名录的资料到{day(register.data_to)}为止。"
    yield from _source(view.record)
    if view.late:
        yield view.late
    yield from _changed(view)
    for sic in view.sic:
        read = f"，读作“{sic.read_as}”" if sic.read_as else ""
        yield f"原文“{sic.printed}”{read}：{sic.because.rstrip('。')}。"
    for mended in view.record.corrections:
        because = mended.because.rstrip("。")
        yield f"本站{day(mended.on)}更正：“{mended.was}”改为“{mended.now}”，{because}。"


def _source(notice: Notice) -> Iterator[str]:
    if notice.published:
        yield f"公布日期：{day(notice.published)}。"
    if notice.issuer and notice.issuer.inferred:
        yield f"发文机关：{notice.issuer.name}（{notice.issuer.inferred}）。"
    if reprint := notice.reprint:
        by = f"，{reprint.provider}供稿" if reprint.provider else ""
        yield f"依据的文本：{reprint.site}刊载{by}；不是文件原件。"
    if notice.url:
        yield f"原文网址：{notice.url}"


def _changed(view: NoticeView) -> Iterator[str]:
    for part in view.parts:
        for group in part.groups:
            for line in group.listed:
                if line.changed:
                    # Without its grade, which would look like this document's own.
                    yield f"{line.station.words}后来另有结论，见{line.changed.notice.words}。"
