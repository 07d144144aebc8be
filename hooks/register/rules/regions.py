"""Regions and years: a round judges stations of its own region, and bears its own year."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Any, NamedTuple

from register.problem import Place, check
from register.reading.dataset import Entry
from register.rules.case import Case, Findings
from register.rules.reference import Steps

_YEAR = re.compile(r"((?:19|20)\d\d)年")


@check("round: gansu-2010\n…\nstations: {haixi-01: …}")
def station_elsewhere(case: Case) -> Findings:
    """一次年度检查的结论、进展、评估表和督导，只对本地区的鉴定所和中心。

    改正鉴定所、中心或年度检查的编号；确实跨地区的，用 accept 说明。
    """
    known = case.data.site.record.regions if case.data.site else {}
    home = {entry.stem: entry.region for entry in case.data.stations}
    home |= {entry.stem: entry.record.region for entry in case.data.centres}
    at_home: dict[str, set[str]] = defaultdict(set)
    for id_, region in home.items():
        at_home[region].add(id_)
    for group in _groups(case):
        round_ = case.data.round.get(group.round)
        own = round_.record.region if round_ else None
        for id_ in group.ids - at_home[own] if own in known else ():
            if home.get(id_) in known:
                yield (
                    group.place(id_),
                    (
                        f"{id_} 在地区 {home[id_]}，这次检查在 {own}；两者应相同。"
                        "请改正编号；确实跨地区的，用 accept 说明。"
                    ),
                )


class _Group(NamedTuple):
    """Stations and centres that a file names for a round, and where each of them stands."""

    round: str
    ids: AbstractSet[str]
    place: Callable[[str], Place]


def _groups(case: Case) -> Iterator[_Group]:
    for part in case.parts:
        for steps, decision in part.decisions:
            for field in ("stations", "centres"):
                place = partial(part.entry.key, *steps, field)
                yield _Group(part.round.round, getattr(decision, field).keys(), place)
    for entry in case.data.rounds:
        for i, progress in enumerate(entry.record.progress):
            yield _listed(entry, entry.stem, progress.stations, ("progress", i, "stations"))
    for sheet in case.data.sheets:
        yield _Group(sheet.round, {sheet.record.station}, partial(_at, sheet, "station"))
    for visit in case.data.visits:
        for i, site in enumerate(visit.record.sites):
            if site.station:
                yield _Group(
                    visit.round, {site.station}, partial(_at, visit, "sites", i, "station")
                )


def _listed(entry: Entry[Any], round_: str, ids: tuple[str, ...], steps: Steps) -> _Group:
    return _Group(round_, set(ids), lambda id_: entry.place(*steps, ids.index(id_)))


def _at(entry: Entry[Any], *steps: str | int) -> Place:
    """Return the place of the value at all steps but the last, which is the id there."""
    return entry.place(*steps[:-1])


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


def _differ(case: Case, one: str | None, other: str | None) -> bool:
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
