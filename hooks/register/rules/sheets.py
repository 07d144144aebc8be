"""Filled sheets: each is its station's, and every side scores each score sheet once."""

from register.names.similar import near
from register.problem import Severity, check
from register.records.station_sheet import ASSESSOR_TITLES, Assessor
from register.rules.case import Case, Findings


@check("# data/rounds/henan-2011/sheets/henan-01.yml\nstation: henan-02", firm=True)
def sheet_station_differs(case: Case) -> Findings:
    """评估表的文件名就是鉴定所编号，与里面的 station 相同。

    改正其中一个。
    """
    for entry in case.data.sheets:
        if entry.record.station != entry.stem:
            yield (
                entry.place("station"),
                (
                    f"鉴定所是 {entry.record.station}，文件名是 {entry.stem}；两者应相同。"
                    "请改正其中一个。"
                ),
            )


@check("sheets:\n  - {sheet: heg, …}", firm=True)
def sheet_unknown(case: Case) -> Findings:
    """填的评估表，要是这次检查的评估办法里有的；一张表只写一段。

    改正编号，或先在办法的 sheets 里补上；写了两段的合成一段。
    """
    for entry in case.data.sheets:
        if (scheme := case.scheme_of(entry.round)) is None:
            continue
        known = [sheet.id for sheet in scheme.sheets]
        ids = [filled.sheet for filled in entry.record.sheets]
        for i, id_ in enumerate(ids):
            if id_ not in known:
                yield (
                    entry.place("sheets", i, "sheet"),
                    (
                        f"评估办法里没有评估表 {id_}；{near(id_, known, every=True)}。"
                        "请改正编号，或先在办法的 sheets 里补上。"
                    ),
                )
            elif id_ in ids[:i]:
                yield (
                    entry.place("sheets", i, "sheet"),
                    f"评估表 {id_} 写了两段；一张表只能写一段。请合成一段。",
                )


@check("scores:\n  - {by: self, …}\n  - {by: self, …}")
def assessor_twice(case: Case) -> Findings:
    """一张评估表，自评、市评、省评各只写一次。

    删去多余的一段，或改正评分方。
    """
    for entry in case.data.sheets:
        for i, filled in enumerate(entry.record.sheets):
            given = [score.by for score in filled.scores]
            for j, by in enumerate(given):
                if by in given[:j]:
                    yield (
                        entry.place("sheets", i, "scores", j, "by"),
                        (
                            f"评估表 {filled.sheet} 的{ASSESSOR_TITLES[by]}写了不止一次；"
                            "一方只能打一次分。请删去多余的，或改正评分方。"
                        ),
                    )


@check(
    "scores:\n  - {by: self, on: 2011-03-20, …}\n  - {by: city, on: 2011-03-01, …}", Severity.HINT
)
def scores_unordered(case: Case) -> Findings:
    """一张评估表先自评，再市评，最后省评；后面的打分日期一般不早于前面的。

    对照评估表改正日期；确实如此的，用 accept 说明。
    """
    order = list(Assessor)
    for entry in case.data.sheets:
        for i, filled in enumerate(entry.record.sheets):
            for j, score in enumerate(filled.scores):
                sooner = [s for s in filled.scores if order.index(s.by) < order.index(score.by)]
                last = max(sooner, key=lambda s: s.on, default=score)
                if score.on < last.on:
                    yield (
                        entry.place("sheets", i, "scores", j, "on"),
                        (
                            f"{ASSESSOR_TITLES[score.by]}的日期是 {score.on}，早于"
                            f"{ASSESSOR_TITLES[last.by]}的 {last.on}；一般先自评，再市评，"
                            "最后省评。请对照评估表改正；确实如此的，用 accept 说明。"
                        ),
                    )


SHEETS = (sheet_station_differs, sheet_unknown, assessor_twice, scores_unordered)
