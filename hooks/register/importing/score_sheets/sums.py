"""Whether the points of a score sheet add up as it says itself."""

from collections.abc import Iterator, Sequence

from register.importing.account import Finding
from register.importing.score_sheets.sheets import DraftHeading, DraftSheet

_USUAL = 100


def points_that_differ(sheets: Sequence[DraftSheet]) -> Iterator[Finding]:
    """Compare items with their heading, and headings with the sheet."""
    for sheet in sheets:
        for heading in sheet.headings:
            yield from _heading(heading)
        yield from _sheet(sheet)


def _heading(heading: DraftHeading) -> Iterator[Finding]:
    sum_ = _sum(heading)
    if heading.points is None:
        yield Finding(
            heading.where, "缺分值", f"大项“{heading.name}”没有写分值，先用各小项之和 {sum_} 分。"
        )
    elif sum_ != heading.points:
        text = f"大项“{heading.name}”写 {heading.points} 分，各小项加起来是 {sum_} 分。"
        yield Finding(heading.where, "分值不合", text)


def _sheet(sheet: DraftSheet) -> Iterator[Finding]:
    sum_ = sum(_sum(one) if one.points is None else one.points for one in sheet.headings)
    if sheet.total is None and sheet.headings and sum_ != _USUAL:
        text = f"各大项加起来是 {sum_} 分，表上没有写满分；请对照原件。"
        yield Finding(sheet.where, "总分待核", text)
    elif sheet.total is not None and sheet.total != sum_:
        text = f"满分写 {sheet.total} 分，各大项加起来是 {sum_} 分。"
        yield Finding(sheet.where, "总分不合", text)


def _sum(heading: DraftHeading) -> int:
    return sum(item.points for topic in heading.topics for item in topic.items)
