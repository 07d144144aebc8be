"""Centres: yearly figures are those that the scheme asks for, year after year."""

from collections.abc import Iterator

from register.names.similar import near
from register.problem import check
from register.reading.dataset import Entry
from register.records import Centre
from register.records.centre import CentreYear
from register.records.scheme import Judged
from register.rules.case import Case, Findings


def _years(case: Case) -> Iterator[tuple[Entry[Centre], int, CentreYear]]:
    for entry in case.data.centres:
        for i, year in enumerate(entry.record.years):
            yield entry, i, year


@check("years:\n  - {year: 2011, scheme: （评鉴定所的办法）}")
def centre_unjudged(case: Case) -> Findings:
    """中心的年度数字，按评中心的办法填。

    改成评中心的办法的编号。
    """
    for entry, i, year in _years(case):
        scheme = case.data.scheme.get(year.scheme)
        if scheme and scheme.record.judges is not Judged.CENTRES:
            yield (
                entry.place("years", i, "scheme"),
                (
                    f"办法 {year.scheme} 评的是鉴定所；中心的数字要按评中心的办法填。"
                    "请改成评中心的办法的编号。"
                ),
            )


@check("measures: {staf: 6}", firm=True)
def figure_unknown(case: Case) -> Findings:
    """中心填的数字和清单，要是评估办法里有的编号。

    改正编号，或先在办法里补上。
    """
    for entry, i, year in _years(case):
        scheme = case.data.scheme.get(year.scheme)
        if not scheme or scheme.record.judges is not Judged.CENTRES:
            continue
        measures = [measure.id for measure in scheme.record.measures]
        lines = [line.id for each in scheme.record.standards for line in each.checklist]
        for id_ in year.measures:
            if id_ not in measures:
                place = entry.key("years", i, "measures", id_)
                yield place, _unknown("数字", id_, measures)
        for field in ("has", "lacks"):
            for j, id_ in enumerate(getattr(year, field)):
                if id_ not in lines:
                    yield entry.place("years", i, field, j), _unknown("清单项", id_, lines)


def _unknown(what: str, id_: str, known: list[str]) -> str:
    return (
        f"评估办法里没有{what} {id_}；{near(id_, known, every=True)}。"
        "请改正编号，或先在办法里补上。"
    )


@check("has: [safe]\nlacks: [safe]")
def has_and_lacks(case: Case) -> Findings:
    """清单里的一项，不能又有又没有；一处也只写一次。

    对照文件删去其中一个。
    """
    for entry, i, year in _years(case):
        for j, id_ in enumerate(year.lacks):
            if id_ in year.has:
                yield (
                    entry.place("years", i, "lacks", j),
                    f"{id_} 写在 has 里，又写在 lacks 里；只能写一处。请对照文件删去其中一个。",
                )
        for field, ids in (("has", year.has), ("lacks", year.lacks)):
            for j, id_ in enumerate(ids):
                if id_ in ids[:j]:
                    place = entry.place("years", i, field, j)
                    yield place, f"{id_} 在 {field} 里写了两次；只能写一次。请删去多余的一个。"


@check("years:\n  - {year: 2012, …}\n  - {year: 2011, …}")
def centre_years_unordered(case: Case) -> Findings:
    """中心的年度数字按年度先后写，一年只写一段。

    调整次序；写了两段的合成一段。
    """
    for entry, i, year in _years(case):
        earlier = [each.year for each in entry.record.years[:i]]
        if earlier and year.year <= max(earlier):
            said = "写了两段" if year.year in earlier else f"写在了 {max(earlier)} 年之后"
            yield (
                entry.place("years", i, "year"),
                (
                    f"{year.year} 年的数字{said}；要按年度先后写，一年只写一段。"
                    "请调整次序，或合成一段。"
                ),
            )


CENTRES = (centre_unjudged, figure_unknown, has_and_lacks, centre_years_unordered)
