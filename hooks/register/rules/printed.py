"""Printed lines: each names the station and the host under whose id it stands."""

from collections import defaultdict

from register.names.script import comparable
from register.problem import Severity, check
from register.rules.case import Case, Findings
from register.rules.lines import (
    Bearers,
    Line,
    host_names,
    read_as,
    station_in,
    station_names,
)


@check("gansu-55: 甘肃省第五十六国家职业技能鉴定所(酒泉农垦技工学校承建)")
def line_other_station(case: Case) -> Findings:
    """文件上印的那一行，要有编号所指鉴定所的名称或别名。

    对照文件改正编号；文件印错的用 sic 说明，用了别名的在档案的 aliases 里加上。
    """
    bearers = Bearers((n, e.stem) for e in case.data.stations for n in station_names(e))
    for line in case.doubtful_lines:
        if _names_its_station(line, bearers):
            continue
        others = sorted(bearers.of(station_in(line.text)))
        whose = f"，像是 {'、'.join(others)} 的" if others else ""
        own = f"{line.station.stem} 的名称“{line.station.record.name}”"
        yield (
            line.place,
            (
                f"这一行没有 {own}{whose}；编号和原文要指同一个鉴定所。"
                "请改正编号；原文印错的用 sic 说明，用了别名的写进 aliases。"
            ),
        )


def _names_its_station(line: Line, bearers: Bearers) -> bool:
    if found := bearers.exact.get(station_in(line.text)):
        return line.station.stem in found
    own = station_names(line.station)
    if any(name in line.text for name in own):
        return True
    plain = comparable(line.text)
    return any(comparable(name) in plain for name in own)


@check("gansu-55: 甘肃省第五十五国家职业技能鉴定所(兰州石化公司承建)")
def line_other_host(case: Case) -> Findings:
    """文件上印了承建单位的，要是这个鉴定所档案里的承建单位。

    对照文件改正档案的 hosts；文件印错的用 sic 说明，单位有别的写法的在其 names 里加上。
    """
    stations = Bearers((n, e.stem) for e in case.data.stations for n in station_names(e))
    bearers = Bearers((n, e.stem) for e in case.data.hosts for n in host_names(e))
    for line in case.doubtful_lines:
        if not _names_its_station(line, stations):
            continue
        terms = {term.host for term in line.station.record.hosts}
        if not (host := line.host) or not terms <= case.data.host.keys():
            continue
        if terms & (found := bearers.of(host)):
            continue
        whose = f"“{host}”" + (f"是 {'、'.join(sorted(found))}" if found else "没有档案")
        own = f"档案里写的是 {'、'.join(sorted(terms))}" if terms else "档案里没有写承建单位"
        yield (
            line.place,
            (
                f"印的承建单位{whose}，{line.station.stem} 的{own}；两者应相同。"
                "请改正编号或档案的 hosts；原文印错的用 sic 说明，单位有别的写法的写进其 names。"
            ),
        )


@check("city-01: （那一行里没有 city-01 的名称）")
def line_other_centre(case: Case) -> Findings:
    """文件上印的那一行，要有编号所指中心的名称或别名。

    对照文件改正编号；文件印错的用 sic 说明，用了别名的在档案的 aliases 里加上。
    """
    for part in case.parts:
        for steps, decision in part.decisions:
            for id_, line in decision.centres.items():
                if not (centre := case.data.centre.get(id_)):
                    continue
                read = comparable(read_as(part.entry, id_, line))
                names = (centre.record.name, *centre.record.aliases)
                if not any(comparable(name) in read for name in names):
                    yield (
                        part.entry.key(*steps, "centres", id_),
                        (
                            f"这一行没有 {id_} 的名称“{centre.record.name}”；"
                            "编号和原文要指同一个中心。请改正编号；"
                            "原文印错的用 sic 说明，用了别名的写进 aliases。"
                        ),
                    )


@check("sic:\n  - {at: gansu-55, printed: （那一行里没有的字）}")
def sic_unprinted(case: Case) -> Findings:
    """照录说明里的原文，要是所指那一行里印的字。

    对照文件改正原文或位置。
    """
    lines: dict[tuple[str, str], list[str]] = defaultdict(list)
    for part in case.parts:
        if part.entry.record.sic:
            for _steps, decision in part.decisions:
                for id_, line in (*decision.stations.items(), *decision.centres.items()):
                    lines[part.entry.stem, id_].append(line)
    for entry in case.data.notices:
        for i, sic in enumerate(entry.record.sic):
            own = lines.get((entry.stem, sic.at), [])
            known = sic.at in case.data.ids["stations"] or sic.at in case.data.ids["centres"]
            if known and not any(sic.printed in x for x in own):
                yield (
                    entry.place("sic", i, "printed"),
                    (
                        f"{sic.at} 那一行里没有“{sic.printed}”；照录的原文要与那一行一字不差。"
                        "请改正原文或位置。"
                    ),
                )


@check("unmatched:\n  - printed: 甘肃省第五十五国家职业技能鉴定所", Severity.HINT)
def unmatched_known(case: Case) -> Findings:
    """已有档案的鉴定所不写在 unmatched 里。

    移到 stations，写上编号；确是另一个单位的，用 accept 说明。
    """
    bearers = Bearers((n, e.stem) for e in case.data.stations for n in station_names(e))
    for part in case.parts:
        for steps, decision in part.decisions:
            for i, unmatched in enumerate(decision.unmatched):
                if ids := bearers.of(station_in(unmatched.printed)):
                    yield (
                        part.entry.place(*steps, "unmatched", i, "printed"),
                        (
                            f"这一行像是 {'、'.join(sorted(ids))}；unmatched 只写没有档案的。"
                            "请移到 stations；确是另一个单位的，用 accept 说明。"
                        ),
                    )


PRINTED = (line_other_station, line_other_host, line_other_centre, sic_unprinted, unmatched_known)
