"""What decisions and acts hold: whom the scheme judges, and each act its own fields."""

from register.problem import check
from register.records.notice import ACT_TITLES, ActKind
from register.records.scheme import Judged
from register.rules.case import Case, Findings

_SUBJECTS = {"stations": "鉴定所", "centres": "鉴定指导中心"}
_OWN = {
    "until": ActKind.SUSPEND,
    "items": ActKind.HAND_BACK,
    "occupations": ActKind.STRIKE,
    "name": ActKind.RENAME,
    "host": ActKind.CHANGE_HOST,
    "licence": ActKind.RELICENSE,
    "into": ActKind.MERGE,
}
_NEEDED = ("occupations", "name", "host", "into")
# Only a station has trades, hosts, a licence, or another station to go on in.
_OF_STATIONS = (ActKind.STRIKE, ActKind.CHANGE_HOST, ActKind.RELICENSE, ActKind.MERGE)


@check("round: jiangxi-2011（评中心）\n…\nstations: {gansu-01: …}")
def subject_misplaced(case: Case) -> Findings:
    """评鉴定所的检查，结论写 stations；评中心的，写 centres。

    移到正确的字段下，或改正年度检查的编号。
    """
    for part in case.parts:
        if not (scheme := case.scheme_of(part.round.round)):
            continue
        wrong = "stations" if scheme.judges is Judged.CENTRES else "centres"
        right = "centres" if wrong == "stations" else "stations"
        for steps, decision in part.decisions:
            if getattr(decision, wrong):
                yield (
                    part.entry.key(*steps, wrong),
                    (
                        f"年度检查 {part.round.round} 评的是{_SUBJECTS[right]}，"
                        f"结论里却写了 {wrong}；应写 {right}。"
                        "请移到正确的字段下，或改正年度检查的编号。"
                    ),
                )


@check("acts:\n  - {act: suspend}（没有写 stations）")
def act_empty(case: Case) -> Findings:
    """一条处理至少要说到一个鉴定所或中心。

    写上编号；没有单位的，删去这一条。
    """
    for entry in case.data.notices:
        for i, act in enumerate(entry.record.acts):
            if not (act.stations or act.centres):
                yield (
                    entry.place("acts", i, "act"),
                    (
                        f"这条处理（{ACT_TITLES[act.act]}）一个单位也没有；至少要有一个。"
                        "请写上编号，或删去这一条。"
                    ),
                )


@check("acts:\n  - {act: rename, stations: [gansu-01]}（没有写 name）")
def act_field_missing(case: Case) -> Findings:
    """取消工种要写 occupations，更名要写 name，变更承建单位要写 host，合并要写 into。

    对照文件补上。
    """
    for entry in case.data.notices:
        for i, act in enumerate(entry.record.acts):
            for field in _NEEDED:
                if act.act is _OWN[field] and not getattr(act, field):
                    yield (
                        entry.place("acts", i, "act"),
                        (
                            f"处理是 {act.act.value}（{ACT_TITLES[act.act]}），没有写 {field}；"
                            "这种处理要写。请对照文件补上。"
                        ),
                    )


@check("acts:\n  - {act: resume, stations: [gansu-01], until: 2012-01-01}")
def act_field_misplaced(case: Case) -> Findings:
    """一条处理不写别的处理才有的内容。

    改正 act，或删去多写的。
    """
    for entry in case.data.notices:
        for i, act in enumerate(entry.record.acts):
            for field, own in _OWN.items():
                if getattr(act, field) and act.act is not own:
                    yield (
                        entry.key("acts", i, field),
                        (
                            f"处理是 {act.act.value}（{ACT_TITLES[act.act]}），却写了 {field}；"
                            f"只有 {own.value}（{ACT_TITLES[own]}）才写。请改正 act，或删去多写的。"
                        ),
                    )


@check("acts:\n  - {act: change-host, centres: […], …}")
def act_not_of_centres(case: Case) -> Findings:
    """取消工种、变更承建单位、重新许可、合并，只对鉴定所。

    改正 act，或把 centres 改成 stations。
    """
    for entry in case.data.notices:
        for i, act in enumerate(entry.record.acts):
            if act.centres and act.act in _OF_STATIONS:
                yield (
                    entry.key("acts", i, "centres"),
                    (
                        f"处理是 {act.act.value}（{ACT_TITLES[act.act]}），却写了中心；"
                        "这种处理只对鉴定所。请改正 act，或改写 stations。"
                    ),
                )


ACT_FIELDS = (
    subject_misplaced,
    act_empty,
    act_field_missing,
    act_field_misplaced,
    act_not_of_centres,
)
