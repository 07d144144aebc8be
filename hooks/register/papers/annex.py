"""An annex: who stands under which grade in one round, a printed line each, as the document has it.

What the document does not say is not counted for it: a heading bears a number only where the
document states that grade's total, and names all of them. Between a heading and the end of its
list stand short lines only, so that people and programs see what belongs together.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from register.names.numerals import to_chinese
from register.papers.printout import Grid, Kind, Paragraph
from register.papers.remarks import basis_words
from register.papers.units import unit_of
from register.records.notice import Notice
from register.register import Register
from register.views.notices import Group, RoundPart
from register.views.station.demands import Duty
from register.views.wording import day

_SHORT = 25  # longer grounds stand on the head page only
_SENTENCE = re.compile("[^。]+。?")
_NO_FILE = "尚无档案"


def annex(
    register: Register,
    notice: Notice,
    number: int,
    part: RoundPart,
    label: str,
    *,
    as_table: bool,
) -> Iterator[Paragraph | Grid]:
    """Yield the annex of the document's part `number`, from the word 附件 on."""
    grades = {g.grade for scheme in register.schemes.values() for g in scheme.grades}
    totals, unit = notice.rounds[number].totals, unit_of(register, part.id)
    yield Paragraph(Kind.ANNEX, label)
    yield Paragraph(Kind.ANNEX_TITLE, f"{part.round.words}结论名单")
    runs = [(grade, list(run)) for grade, run in groupby(part.groups, lambda g: g.grade)]
    for place, (grade, groups) in enumerate(runs, 1):
        counts = "" if grade not in totals or any(g.without for g in groups) else unit
        heading = f"{to_chinese(place)}、{grade}{_count(sum(g.total for g in groups), counts)}"
        yield Paragraph(Kind.SECTION, heading)
        yield from _section(groups, counts, unit, grades, as_table=as_table)


def _count(number: int, unit: str) -> str:
    return f"（{number}{unit}）" if unit else ""


def _section(
    groups: Sequence[Group], counts: str, unit: str, grades: Collection[str], *, as_table: bool
) -> Iterator[Paragraph | Grid]:
    """Yield the decisions of a grade; several of them stand below headings of their own."""
    place = 0
    for group in groups:
        alone = len(groups) == 1
        plain = place == 0 and not _is_special(group) and (group is groups[0] or not _lines(group))
        in_heading = not alone and not plain and _can_head(group.grounds, grades)
        if not alone and not plain:
            place += 1
            words = group.grounds.rstrip("。") if in_heading else group.grade
            heading = f"（{to_chinese(place)}）{words}{_count(group.total, counts)}"
            yield Paragraph(Kind.PART, heading)
        yield from _said(group, grounds=not in_heading)
        yield from _listed(group, unit, as_table=as_table)


def _can_head(grounds: str, grades: Collection[str]) -> bool:
    """Whether grounds may be a heading: short, and nobody takes a word of theirs for a grade."""
    return 0 < len(grounds) <= _SHORT and not any(grade in grounds for grade in grades)


def _lines(group: Group) -> int:
    return len(group.listed) + len(group.unmatched)


def _is_special(group: Group) -> bool:
    return bool(group.grounds or group.basis or group.duties or group.begins)


def _said(group: Group, *, grounds: bool) -> Iterator[Paragraph]:
    """Yield what fits in a line; all that is said of the decision stands on the head page."""
    if group.begins:
        yield Paragraph(Kind.BODY, group.begins)
    if grounds and 0 < len(group.grounds) <= _SHORT:
        yield Paragraph(Kind.BODY, f"理由：{group.grounds.rstrip('。')}。")


def demands(part: RoundPart) -> Iterator[str]:
    """Yield in a paragraph each what the document says of its decisions besides who they are of."""
    times = Counter(group.grade for group in part.groups)
    for group in part.groups:
        # Where a grade has several decisions, their grounds tell them apart.
        which = group.grounds.rstrip("。") if times[group.grade] > 1 else ""
        which = which if len(which) <= _SHORT else ""
        if said := _demanded(group, grounds=not which):
            yield f"{group.grade}的{f'（{which}）' if which else ''}，{said}"


def _demanded(group: Group, *, grounds: bool) -> str:
    reason = f"理由：{group.grounds.rstrip('。')}。" if grounds and group.grounds else ""
    basis = f"依据：{basis_words(group.basis)}。" if group.basis else ""
    duties = "".join(_duty(duty) for duty in group.duties)
    return f"{reason}{basis}{'要求：' if duties else ''}{duties}"


def _duty(duty: Duty) -> str:
    until = f"，到{day(duty.due)}为止（含当天）" if duty.due else ""
    return f"{duty.what}{until}。{duty.note}"


def _listed(group: Group, unit: str, *, as_table: bool) -> Iterator[Paragraph | Grid]:
    if as_table and _lines(group):
        yield _table(group)
    elif not as_table:
        lines = [*(line.printed for line in group.listed), *group.unmatched]
        yield from (Paragraph(Kind.LISTED, line) for line in lines)
        if group.unmatched:
            which = "最后" if group.listed else ""
            said = f"以上{which}{len(group.unmatched)}{unit}，名录中{_NO_FILE}。"
            yield Paragraph(Kind.BODY, said)
    yield from (Paragraph(Kind.BODY, said) for said in _SENTENCE.findall(group.without))


def _table(group: Group) -> Grid:
    """Return the lines as rows; a column tells those without a file where there are any."""
    lines = [(line.printed, "") for line in group.listed]
    lines += [(printed, _NO_FILE) for printed in group.unmatched]
    rows = [(str(number), *line) for number, line in enumerate(lines, 1)]
    caption = f"{group.grade}名单"
    if group.unmatched:
        return Grid(caption, ("序号", "名称", "备注"), rows, (9, 74, 17))
    return Grid(caption, ("序号", "名称"), [row[:2] for row in rows], (9, 91))
