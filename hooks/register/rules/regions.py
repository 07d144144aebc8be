"""Regions and years: a round judges stations of its own region, and bears its own year."""

import re
from collections import defaultdict

from register.problem import check
from register.rules.case import Case, Findings

_YEAR = re.compile(r"((?:19|20)\d\d)年")


@check("round: gansu-2010\n…\nstations: {haixi-01: …}")
def station_elsewhere(case: Case) -> Findings:
    """一次年度检查只评本地区的鉴定所。

    改正鉴定所或年度检查的编号；确实跨地区的，用 accept 说明。
    """
    at_home: dict[str, set[str]] = defaultdict(set)
    for entry in case.data.stations:
        at_home[entry.region].add(entry.stem)
    for part in case.parts:
        round_ = case.data.round.get(part.round.round)
        region = round_.record.region if round_ else ""
        if not case.data.site or region not in case.data.site.record.regions:
            continue
        for steps, decision in part.decisions:
            for id_ in decision.stations.keys() - at_home[region]:
                if station := case.data.station.get(id_):
                    yield (
                        part.entry.key(*steps, "stations", id_),
                        (
                            f"{id_} 在地区 {station.region}，这次检查在 {region}；两者应相同。"
                            "请改正编号；确实跨地区的，用 accept 说明。"
                        ),
                    )


@check("region: gansu\nscheme: （海西省的办法）")
def scheme_elsewhere(case: Case) -> Findings:
    """年度检查用的是本地区或全国的评估办法。

    改正办法或地区的编号；确实借用外地办法的，用 accept 说明。
    """
    for entry in case.data.rounds:
        scheme = case.data.scheme.get(entry.record.scheme)
        if scheme and _differ(case, scheme.record.region, entry.record.region):
            yield (
                entry.place("scheme"),
                (
                    f"办法 {scheme.stem} 适用于 {scheme.record.region}，这次检查在 "
                    f"{entry.record.region}；两者应相同。请改正编号；确实借用的，用 accept 说明。"
                ),
            )


def _differ(case: Case, one: str | None, other: str) -> bool:
    """Tell whether the regions differ; those that site.yml does not know have their own finding."""
    known = case.data.site.record.regions if case.data.site else {}
    return one != other and one in known and other in known


@check("name: 甘肃省2010年度年检评估\nyear: 2011")
def year_differs(case: Case) -> Findings:
    """年度检查名称里的年份要与 year 相同。

    改正其中一个；名称里的年份另有所指的，用 accept 说明。
    """
    for entry in case.data.rounds:
        years = _YEAR.findall(entry.record.name)
        if years and str(entry.record.year) not in years:
            yield (
                entry.place("year"),
                (
                    f"年度是 {entry.record.year}，名称里是 {'、'.join(years)} 年；两者应相同。"
                    "请改正其中一个；名称另有所指的，用 accept 说明。"
                ),
            )


REGIONS = (station_elsewhere, scheme_elsewhere, year_differs)
