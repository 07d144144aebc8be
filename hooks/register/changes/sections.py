"""Sections: a comparison in Chinese, part by part, before it is laid out as text or Markdown.

A line is plain text of one line, whatever stands in the data; a layout escapes it for its host.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from register.changes.values import (
    Added,
    Changes,
    Direction,
    Fact,
    Missing,
    Move,
    PageGroup,
    Ref,
    Total,
)
from register.views.wording import day

_LONGEST = 300  # code points of one value in a line; documents may hold 2,000
# What would break a line, or turn the reading direction.
BREAKING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")


class Section(NamedTuple):
    """One part: its title, its lines; `loud` must not be overlooked, `folded` is detail."""

    title: str
    lines: Sequence[str]
    loud: bool = False
    folded: bool = False

    @property
    def heading(self) -> str:
        """The title with the number of lines."""
        return f"{self.title}（{len(self.lines)}）"


DIRECTIONS = {
    Direction.WORSE: "转差",
    Direction.BETTER: "转好",
    Direction.FIRST: "首次有结论",
    Direction.ENDED: "结束",
    Direction.GONE: "不再有在案结论",
    Direction.OTHER: "其他变化",
    Direction.SAME: "状态不变，年度或文件更新",
}
_MISSING = {
    "unnamed": "只有总数、名单未公布",
    "unmatched": "文件列出、本站没有档案",
    "overdue": "期限已过、没有收录到结果",
    "undecided": "没有在案结论的鉴定所",
}


def clean(text: str) -> str:
    """Return the text in one line, without what turns or hides it, and cut when too long."""
    said = BREAKING.sub(" ", text)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def headline(changes: Changes) -> list[str]:
    """Return the few sentences that come first."""
    return [clean(line) for line in _headline(changes)]


def _headline(changes: Changes) -> Iterator[str]:
    if changes.base_errors:
        yield f"改动之前的数据有{changes.base_errors}个错误，无法比较；下面把全部内容当作新增列出。"
    if changes.outside:
        yield f"还改了{len(changes.outside)}个数据以外的文件，须由第二人批准。"
    if changes.nothing:
        same = "数据一字未变。" if changes.same else "改动不影响任何内容（只动了格式或注释）。"
        yield same
        return
    if changes.adverse:
        whom = len({each.subject for each in changes.adverse})
        yield f"有{len(changes.adverse)}处改动可能对{whom}个单位不利，须由第二人批准。"
    else:
        yield "没有对任何单位不利的改动" + ("。" if changes.outside else "，不需要第二人批准。")
    if changes.undocumented:
        without = sum(not each.explained for each in changes.undocumented)
        yield f"注意：有{len(changes.undocumented)}处结论变了，却没有新文件" + (
            f"，其中{without}处也没有更正说明。" if without else "，均有更正说明。"
        )
    yield from _counts(changes)


def _counts(changes: Changes) -> Iterator[str]:
    numbers = {d: sum(m.direction is d for m in changes.moves) for d in Direction}
    moved = [f"{DIRECTIONS[d]}{number}个" for d, number in numbers.items() if number]
    if moved:
        yield f"状态变化：{'，'.join(moved)}。"
    kinds = [f"{title}{len(list(own))}个" for title, own in _by_title(changes)]
    if kinds:
        yield f"新增：{'，'.join(kinds)}。"


def _by_title(changes: Changes) -> Iterator[tuple[str, Iterator[object]]]:
    return ((title, iter(own)) for title, own in groupby(changes.added, lambda a: a.title))


def sections(changes: Changes) -> list[Section]:
    """Return the parts that have something to say, in the order of their weight."""
    outside = Section("数据以外的文件", list(changes.outside), loud=True)
    found = [outside] if changes.nothing else [*_sections(changes, outside)]
    return [_cleaned(section) for section in found if section.lines]


def _sections(changes: Changes, outside: Section) -> list[Section]:
    return [
        Section("须由第二人批准", list(_adverse(changes)), loud=True),
        outside,
        Section("没有新文件而结论变了", list(_undocumented(changes)), loud=True),
        Section("删去的档案", _records(changes.removed), loud=True),
        *_moves(changes.moves),
        Section("以后才生效", list(_coming(changes))),
        Section("各状态个数", [_total(t) for t in changes.totals if t.before != t.after]),
        *_added(changes),
        Section("承建单位变更", list(_hosts(changes))),
        Section("本站更正（不是新结论）", list(_corrections(changes))),
        Section("照录文字改了", list(_printed(changes))),
        *_facts(changes.facts),
        *_missing(changes.missing),
        *_pages(changes.pages),
    ]


def _cleaned(section: Section) -> Section:
    return section._replace(lines=[clean(line) for line in section.lines])


def _by(documents: Sequence[Ref]) -> str:
    if not documents:
        return "没有新文件"
    return "依据" + "、".join(ref.words for ref in documents)


def _adverse(changes: Changes) -> Iterator[str]:
    for each in changes.adverse:
        by = f"（{each.document.words}）" if each.document else ""
        yield f"{_short(each.subject.words)}：{_short(each.words)}{by}"


def _undocumented(changes: Changes) -> Iterator[str]:
    for each in changes.undocumented:
        how = "不再公开" if each.withheld else each.after or "没有结论"
        why = "有更正说明" if each.explained else "没有更正说明"
        change = f"{each.before or '没有结论'} → {how}"
        yield f"{_short(each.subject.words)}：{change}（{each.document.words}；{why}）"


def _records(records: Sequence[Added]) -> list[str]:
    return [f"{r.title}：{r.record.words}（{r.record.path}）" for r in records]


def _moves(moves: Sequence[Move]) -> Iterator[Section]:
    for direction in Direction:
        lines = [_move(move) for move in moves if move.direction is direction]
        folded = direction in (Direction.SAME, Direction.FIRST)
        yield Section(DIRECTIONS[direction], lines, folded=folded)


def _move(move: Move) -> str:
    said = f"{move.before.words} → {move.after.words}"
    grade = f"，等次原文“{move.after.grade}”" if move.after.grade else ""
    return f"{_short(move.subject.words)}：{said}{grade}（{_by(move.documents)}）"


def _coming(changes: Changes) -> Iterator[str]:
    for each in changes.coming:
        when = f"{day(each.since)}起"
        yield f"{_short(each.subject.words)}：{when}{each.words}（{each.document.words}）"


def _total(total: Total) -> str:
    whom = "鉴定指导中心" if total.judged == "centres" else ""
    difference = total.after - total.before
    return f"{whom}{total.title}：{total.before} → {total.after}（{difference:+d}）"


def _added(changes: Changes) -> Iterator[Section]:
    for title, own in groupby(changes.added, lambda added: added.title):
        lines = [each.record.words for each in own]
        yield Section(f"新增{title}", lines, folded=len(lines) > 5)  # noqa: PLR2004 - a short list


def _hosts(changes: Changes) -> Iterator[str]:
    for each in changes.hosts:
        before, after = "、".join(each.before) or "没有", "、".join(each.after) or "没有"
        by = f"（{each.document.words}）" if each.document else ""
        yield f"{_short(each.station.words)}：{_short(before)} → {_short(after)}{by}"


def _corrections(changes: Changes) -> Iterator[str]:
    for each in changes.corrections:
        change = f"原来写“{_short(each.was)}”，现在写“{_short(each.now)}”"
        yield f"{_short(each.record.words)}：{change}；{_short(each.because)}"


def _printed(changes: Changes) -> Iterator[str]:
    for each in changes.printed:
        why = "" if each.explained else "；没有更正说明"
        change = f"“{_short(each.before)}” → “{_short(each.after)}”"
        yield f"{_short(each.subject.words)}：{change}（{each.document.words}{why}）"


def _facts(facts: Sequence[Fact]) -> Iterator[Section]:
    for explained, title in ((False, "没有更正说明"), (True, "有更正说明")):
        lines = [_fact(fact) for fact in facts if fact.explained is explained]
        yield Section(f"档案内容改了（{title}）", lines, folded=True)


def _fact(fact: Fact) -> str:
    change = f"“{_short(fact.before)}” → “{_short(fact.after)}”"
    return f"{_short(fact.record.words)}：{fact.field} {change}"


def _missing(missing: Sequence[Missing]) -> Iterator[Section]:
    for kind, title in _MISSING.items():
        own = [each for each in missing if each.kind == kind]
        new = [_open(each) for each in own if each.new]
        yield Section(f"还缺：{title}（这次新增）", new)
        yield Section(
            f"还缺：{title}（原来就有）", [_open(e) for e in own if not e.new], folded=True
        )


def _open(each: Missing) -> str:
    return f"{_short(each.record.words)}：{each.words}"


def _pages(pages: Sequence[PageGroup] | None) -> Iterator[Section]:
    for group in pages or ():
        lines = [f"新增 {path or '首页'}" for path in group.added]
        lines += [f"改动 {path or '首页'}" for path in group.changed]
        lines += [f"消失 {path or '首页'}" for path in group.removed]
        yield Section(f"网页：{group.part}", lines, folded=True)


def _short(text: str) -> str:
    """Keep one value of a line from crowding out the others."""
    longest = 120
    return text if len(text) <= longest else f"{text[:longest]}…"
