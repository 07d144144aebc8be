"""Schemes: ids are told apart, and what a scheme names of its own is there."""

from collections.abc import Iterator
from typing import NamedTuple

from register.names.similar import near
from register.problem import check
from register.records import Scheme
from register.records.scheme import Judged
from register.rules.case import Case, Findings
from register.rules.reference import Steps


class Named(NamedTuple):
    """A word that must be told apart from the others of its `group`, and the steps to it."""

    group: str
    word: str
    steps: Steps


@check("sheets:\n  - {id: hege, …}\n  - {id: hege, …}", firm=True)
def scheme_id_twice(case: Case) -> Findings:
    """一套办法里的步骤、阶段、评估表、年度数字、标准、清单各项，编号（名称）各不相同；一张评估表里的小项也是。

    给后写的一个换一个新编号；重复的删去。
    """
    for entry in case.data.schemes:
        seen: set[tuple[str, str]] = set()
        for group, word, steps in _named(entry.record):
            if (group, word) in seen:
                yield (
                    entry.place(*steps),
                    (
                        f"{group} {word} 写了不止一次；同一套办法里不能重复。"
                        "请给后写的换一个，或删去重复的。"
                    ),
                )
            seen.add((group, word))


def _named(scheme: Scheme) -> Iterator[Named]:
    for i, stage in enumerate(scheme.stages):
        yield Named("阶段", stage.name, ("stages", i, "name"))
    for field, group in (("steps", "步骤"), ("measures", "年度数字"), ("standards", "标准")):
        for i, each in enumerate(getattr(scheme, field)):
            yield Named(group, each.id, (field, i, "id"))
    for i, standard in enumerate(scheme.standards):
        for j, line in enumerate(standard.checklist):
            yield Named("清单项", line.id, ("standards", i, "checklist", j, "id"))
    for i, visit in enumerate(scheme.supervision.steps if scheme.supervision else ()):
        yield Named("督导步骤", visit.id, ("supervision", "steps", i, "id"))
    yield from _named_in_sheets(scheme)


def _named_in_sheets(scheme: Scheme) -> Iterator[Named]:
    for i, sheet in enumerate(scheme.sheets):
        yield Named("评估表", sheet.id, ("sheets", i, "id"))
        for j, heading in enumerate(sheet.headings):
            at: Steps = ("sheets", i, "headings", j)
            yield Named(f"评估表 {sheet.id} 的大项", str(heading.number), (*at, "number"))
            for k, item in enumerate(heading.items):
                yield Named(f"评估表 {sheet.id} 的小项", item.id, (*at, "items", k, "id"))


@check("steps:\n  - {id: report, name: 上报, stage: 自察阶段}")
def step_stage_unknown(case: Case) -> Findings:
    """步骤所属的阶段，要是这套办法 stages 里的名称。

    改成 stages 里的名称，或先在 stages 里补上。
    """
    for entry in case.data.schemes:
        stages = [stage.name for stage in entry.record.stages]
        for i, step in enumerate(entry.record.steps):
            if step.stage and step.stage not in stages:
                yield (
                    entry.place("steps", i, "stage"),
                    (
                        f"步骤 {step.id} 属于阶段“{step.stage}”，办法里没有这个阶段；"
                        f"{near(step.stage, stages, every=True)}。请改正，或先在 stages 里补上。"
                    ),
                )


@check("legal_steps:\n  - {after: revoked, …}\n  - {after: revoked, …}")
def legal_step_twice(case: Case) -> Findings:
    """可以怎样变（legal_steps）里，一种状态只写一条。

    把几条合成一条。
    """
    for entry in case.data.schemes:
        seen = set()
        for i, step in enumerate(entry.record.legal_steps):
            if step.after in seen:
                yield (
                    entry.place("legal_steps", i, "after"),
                    (
                        f"状态 {step.after.value}（{step.after.title}）写了不止一条；"
                        "一种状态只能写一条。请合成一条。"
                    ),
                )
            seen.add(step.after)


_OF_STATIONS = {
    "exemptions": "免检",
    "steps": "步骤",
    "supervision": "现场督导",
    "sheets": "评估表",
}
_OF_CENTRES = {"measures": "年度数字", "standards": "标准", "near": "接近标准也可以的级别"}


@check("judges: centres\n…\nsheets: […]")
def scheme_mixed(case: Case) -> Findings:
    """评鉴定所的办法不写对中心的标准，评中心的办法不写鉴定所的步骤、督导和评估表。

    改正 judges，或把写错的部分移到另一套办法。
    """
    for entry in case.data.schemes:
        centres = entry.record.judges is Judged.CENTRES
        wrong, whom = (_OF_STATIONS, "鉴定指导中心") if centres else (_OF_CENTRES, "鉴定所")
        for field, title in wrong.items():
            if getattr(entry.record, field):
                yield (
                    entry.key(field),
                    (
                        f"这套办法评的是{whom}，却写了{title}（{field}）；那是评另一方的办法才有的。"
                        "请改正 judges，或移到另一套办法。"
                    ),
                )


SCHEMES = (scheme_id_twice, step_stage_unknown, legal_step_twice, scheme_mixed)
