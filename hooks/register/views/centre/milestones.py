"""Milestones: how many centres should be up to standard by a day, and how many documents name."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from register.assessment.standards import reached
from register.records.round import Round
from register.register import Register
from register.views.centre.milestone_counts import Count, Figures, count_of, good_grades, rounds_of
from register.views.rows import Link, round_link
from register.views.scores.charts import Chart, Table, Value, chart
from register.views.scores.compared import percent
from register.views.wording import day

_KEYS = (("empty", "目标"), ("solid", "文件评定"), ("hatched", "按数字算"))


class MilestoneView(NamedTuple):
    """A round's milestone: the aim, what the documents say, and apart from it the figures."""

    aim: str
    printed: str
    real: str
    verdict: str
    figures: str
    every: int
    chart: Chart
    rounds: tuple[Link, ...]


def milestone_view(register: Register, round_: Round) -> MilestoneView | None:
    """Return the milestone of a round, None where it has none."""
    if round_.milestone is None:
        return None
    counts = [
        count_of(register, r, r.milestone) for r in rounds_of(register, round_) if r.milestone
    ]
    own = next(count for count in counts if count.round.id == round_.id)
    return MilestoneView(
        aim=_aim(own),
        printed=round_.milestone.printed or "",
        real=_real(register, own),
        verdict=_verdict(register, own),
        figures=_figures(own),
        every=own.every,
        chart=_chart(register, round_, counts),
        rounds=tuple(round_link(count.round) for count in counts),
    )


def _aim(count: Count) -> str:
    by = day(count.milestone.by)
    asked = f"到{by}，{count.milestone.percent}%的中心达标"
    return f"{asked}：{count.every}个中心里要有{count.needed}个" if count.every else asked


def _real(register: Register, count: Count) -> str:
    grades = "、".join(good_grades(register, count.round))
    if not count.every:
        return "本站没有收录到中心的名单。"
    said = f"到那天，文件评为{grades}的有{count.met}个，占{_share(count.met, count.every)}"
    if count.earlier:
        said += f"，其中{count.earlier}个是以前年度的结论"
    if count.silent:
        said += f"；{count.silent}个没有在案结论"
    if count.withheld:
        said += f"；{count.withheld}个没有可公开的结论"
    if count.unnamed:
        said += f"；另有{count.unnamed}个文件没有公布名单，没有算在内"
    return f"{said}。只算本站收录的{count.every}个中心。"


def _share(number: int, every: int) -> str:
    return percent(Fraction(number, every)) if every else "没有资料"


def _verdict(register: Register, count: Count) -> str:
    """Say whether the aim is reached, as far as documents on file tell; our own sum."""
    if not count.every:
        return "没有收录到中心，不能判断是否达到"
    if count.milestone.by > register.today:
        return "还没有到期"
    among = f"按收录的{count.every}个中心算，"
    if reached(count.milestone, count.met, count.every):
        return f"{among}达到"
    if not any(register.notices_of(count.round.id)):
        return "没有收录到这一年的结果文件，不能判断是否达到"
    unknown = max(count.silent + count.withheld, count.unnamed)
    if reached(count.milestone, count.met + unknown, count.every):
        return f"{among}不能判断是否达到"
    return f"{among}没有达到"


def _figures(count: Count) -> str:
    """Say how many come up to standard by their figures; it decides nothing."""
    if not count.every:
        return ""
    found = count.by_figures
    parts = [f"{found[Figures.MET]}个达到标准"]
    near = found[Figures.NEAR]
    if short := found[Figures.SHORT] + near:
        may = f"（其中{near}个可以“接近”标准，差多少算接近原文没有写）" if near else ""
        parts.append(f"{short}个没有达到{may}")
    if found[Figures.UNKNOWN]:
        parts.append(f"{found[Figures.UNKNOWN]}个没有填全")
    if found[Figures.NONE]:
        parts.append(f"{found[Figures.NONE]}个没有这一年的数字")
    return "，".join(parts)


def _chart(register: Register, round_: Round, counts: Sequence[Count]) -> Chart:
    title = f"{register.schemes[round_.scheme].name}：历年目标和进展"
    return chart(
        f"milestone-{round_.id}",
        title,
        "每年应达标的比例、文件评为达标的比例、按数字达到标准的比例。各数见表格。",
        _KEYS,
        [(f"到{day(count.milestone.by)}", _bars(count)) for count in counts],
        Table(
            caption=title,
            head=("到哪一天", "目标", "文件评为达标", "按数字达到标准", "本站推算"),
            rows=tuple(_row(register, count) for count in counts),
        ),
    )


def _bars(count: Count) -> list[Value]:
    aim = Value("empty", Fraction(count.milestone.percent, 100), f"{count.milestone.percent}%")
    found = (("solid", count.met), ("hatched", count.by_figures[Figures.MET]))
    return [aim, *(_bar(fill, number, count.every) for fill, number in found)]


def _bar(fill: str, number: int, every: int) -> Value:
    share = Fraction(number, every) if every else None
    return Value(fill, share, _share(number, every))


def _row(register: Register, count: Count) -> tuple[str, ...]:
    asked = f"，要{count.needed}个" if count.every else ""
    return (
        day(count.milestone.by),
        f"{count.milestone.percent}%{asked}",
        _of(count.met, count.every),
        _of(count.by_figures[Figures.MET], count.every),
        _verdict(register, count),
    )


def _of(number: int, every: int) -> str:
    return f"{number}个，{_share(number, every)}" if every else "没有资料"
