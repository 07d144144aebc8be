"""Rounds: stages, steps and pledges are the scheme's, and every day has its source."""

from collections.abc import Iterator

from register.names.similar import near
from register.problem import check
from register.reading.dataset import Entry
from register.records import Round, Scheme
from register.records.scheme import Judged
from register.rules.case import Case, Findings
from register.rules.reference import Steps


def _rounds(case: Case) -> Iterator[tuple[Entry[Round], Scheme]]:
    """Yield each round with its scheme, where it is to be had."""
    for entry in case.data.rounds:
        if scheme := case.scheme_of(entry.stem):
            yield entry, scheme


@check("stages:\n  - {name: 自察, …}")
def stage_unknown(case: Case) -> Findings:
    """评估办法写了阶段的，年度检查只用办法里的阶段。

    改成办法里的名称，或先在办法的 stages 里补上。
    """
    for entry, scheme in _rounds(case):
        known = [stage.name for stage in scheme.stages]
        for i, stage in enumerate(entry.record.stages):
            if known and stage.name not in known:
                yield (
                    entry.place("stages", i, "name"),
                    (
                        f"评估办法里没有阶段“{stage.name}”；{near(stage.name, known, every=True)}。"
                        "请改正名称，或先在办法的 stages 里补上。"
                    ),
                )


@check("deadlines:\n  - {who: 鉴定所, what: 上报, due: 2006-10-21, step: reprot}", firm=True)
def step_unknown(case: Case) -> Findings:
    """期限和进展里的步骤，要是评估办法 steps 里的编号。

    改正编号，或先在办法的 steps 里补上。
    """
    for entry, scheme in _rounds(case):
        known = [step.id for step in scheme.steps]
        for steps, id_ in _named_steps(entry.record):
            if id_ not in known:
                yield (
                    entry.place(*steps),
                    (
                        f"评估办法里没有步骤 {id_}；{near(id_, known, every=True)}。"
                        "请改正编号，或先在办法的 steps 里补上。"
                    ),
                )


def _named_steps(round_: Round) -> Iterator[tuple[Steps, str]]:
    for i, deadline in enumerate(round_.deadlines):
        if deadline.step:
            yield ("deadlines", i, "step"), deadline.step
    for i, progress in enumerate(round_.progress):
        yield ("progress", i, "step"), progress.step


@check("stages:\n  - {name: 自查, from: 2010-09-01}（没有 source，也没有 basis）")
def date_sourceless(case: Case) -> Findings:
    """阶段和期限要有出处：写了 source 的据那份文件，没写的据部署文件（basis）。

    写上 source，或在年度检查里写上部署文件。
    """
    for entry in case.data.rounds:
        named = [(("stages", i), f"阶段“{s.name}”", s) for i, s in enumerate(entry.record.stages)]
        for steps, what, stage in named:
            if not (stage.source or entry.record.basis):
                yield entry.place(*steps), _sourceless(what)
        for i, deadline in enumerate(entry.record.deadlines):
            if not (deadline.source or entry.record.basis):
                yield entry.place("deadlines", i), _sourceless(f"期限“{deadline.what}”")


def _sourceless(what: str) -> str:
    return (
        f"{what}没有出处；要么写 source，要么这次检查有部署文件（basis）。"
        "请写上 source，或写上部署文件。"
    )


@check("pledges: […]（评估办法没有写责任书）")
def pledge_unasked(case: Case) -> Findings:
    """评估办法有责任书的，才记各市签没签；一个市只记一次。

    在办法里写上责任书的名称，或删去；一个市只留一条。
    """
    for entry, scheme in _rounds(case):
        if entry.record.pledges and not scheme.pledge:
            yield (
                entry.key("pledges"),
                (
                    "评估办法没有写责任书（pledge），这里却记了签订情况；办法有责任书的才记。"
                    "请先在办法里写上名称，或删去。"
                ),
            )
        cities = [pledge.city for pledge in entry.record.pledges]
        for i, city in enumerate(cities):
            if city in cities[:i]:
                yield (
                    entry.place("pledges", i, "city"),
                    f"{city}的责任书记了不止一次；一个市只能记一次。请删去多余的一条。",
                )


@check("year: 2011\nmilestone: {by: 2012-12-31, percent: 50}")
def milestone_misfit(case: Case) -> Findings:
    """达标目标只写在评中心的年度检查里，到期日在那一年。

    对照文件改正日期，或移到那一年的年度检查。
    """
    for entry, scheme in _rounds(case):
        if not (milestone := entry.record.milestone):
            continue
        if scheme.judges is not Judged.CENTRES:
            yield (
                entry.key("milestone"),
                (
                    "这次检查评的是鉴定所，却写了达标目标；评中心的才写。"
                    "请删去，或改正评估办法的编号。"
                ),
            )
        if milestone.by.year != entry.record.year:
            yield (
                entry.place("milestone", "by"),
                (
                    f"目标到 {milestone.by}，年度是 {entry.record.year}；应在同一年。"
                    "请对照文件改正，或移到那一年的年度检查。"
                ),
            )


ROUNDS = (stage_unknown, step_unknown, date_sourceless, pledge_unasked, milestone_misfit)
