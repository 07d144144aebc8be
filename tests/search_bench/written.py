"""A made-up register → the YAML files of a data folder."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.search_bench.fates import RECTIFY, SCHEMES, Notice, Round, rounds
from tests.search_bench.hosts import Host
from tests.search_bench.places import Province
from tests.search_bench.stations import Region, Station, regions, spelt

YEARS = 4


def write_register(
    root: Path, count: int, seed: int, provinces: Sequence[Province], years: int = YEARS
) -> None:
    """Write a register of `count` stations into the folder `root`."""
    made = regions(count, seed, provinces)
    files: dict[str, str] = {"site.yml": _site(made)}
    for scheme in SCHEMES:
        files[f"schemes/{scheme}.yml"] = _scheme(scheme)
    for region in made:
        held = list(rounds(region, years, seed))
        files |= dict(_region(region, held))
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _region(region: Region, held: Iterable[Round]) -> Iterator[tuple[str, str]]:
    source = ""
    for one in held:
        yield f"rounds/{one.id}.yml", _round(one)
        for notice in one.notices:
            source = source or notice.id
            yield f"notices/{notice.id}.yml", _notice(notice, one.year)
    ids = _host_ids(region)
    for host, own in ids.items():
        yield f"hosts/{region.id}/{own}.yml", _host(host, own, source)
    for station in region.stations:
        yield f"stations/{region.id}/{station.id}.yml", _station(station, ids, source)


def _host_ids(region: Region) -> dict[Host, str]:
    """Give each host of a province its id: its name in letters, a hyphen between the parts."""
    ids: dict[Host, str] = {}
    taken: set[str] = set()
    for host in (host for station in region.stations for host in station.hosts):
        if host not in ids:
            own = f"{region.id}-" + "-".join(spelt(part) for part in host.parts)
            own = own[:70].rstrip("-")
            while own in taken:
                own += "-2"
            taken.add(own)
            ids[host] = own
    return ids


def _site(made: Iterable[Region]) -> str:
    lines = "".join(f"  {region.id}: {region.province.name}\n" for region in made)
    return f"format: 1\ntitle: 示例职业技能鉴定所红黑榜\nregions:\n{lines}sample: true\n"


def _scheme(scheme: str) -> str:
    grades = "".join(f"  - grade: {g}\n    standing: {s}\n" for g, s in SCHEMES[scheme].items())
    name = "年检" if scheme == "nianjian" else "评估"
    return f"id: {scheme}\nname: 示例{name}办法\ngrades:\n{grades}"


def _round(one: Round) -> str:
    return (
        f"id: {one.id}\nname: {one.name}\nscheme: {one.scheme}\n"
        f"region: {one.region}\nyear: {one.year}\n"
    )


def _notice(notice: Notice, year: int) -> str:
    lines = [
        f"id: {notice.id}\nnumber: {notice.number}\ntitle: {notice.title}\n",
        f"issuer:\n  name: {notice.issuer}\ndecided: {notice.decided}\n",
    ]
    if notice.grades:
        lines.append(f"rounds:\n  - round: {notice.round}\n    decisions:\n")
    for grade, stations in notice.grades.items():
        lines.append(f"      - grade: {grade}\n")
        if grade in RECTIFY:
            lines.append(f"        rectify:\n          due: {year + 1}-06-30\n")
        lines.append("        stations:\n")
        lines += [f"          {station.id}: {_line(station)}\n" for station in stations]
    if notice.acts:
        lines.append("acts:\n")
    for act, ids in notice.acts.items():
        follows = f"    follows: {notice.round}-1\n" if act == "accept" else ""
        lines.append(f"  - act: {act}\n{follows}    stations: [{', '.join(ids)}]\n")
    return "".join(lines)


def _line(station: Station) -> str:
    return station.name + "".join(f"({host.name}承建)" for host in station.hosts[-1:])


def _host(host: Host, own: str, source: str) -> str:
    names = ""
    if host.former:
        names += f"  - name: {host.former}\n    source: {source}\n    to: 2019-06-30\n"
    names += f"  - name: {host.name}\n    source: {source}\n"
    names += "    from: 2019-07-01\n" if host.former else ""
    city = f"city: {host.city}\n" if host.city else ""
    return f"id: {own}\nnames:\n{names}kind: {host.kind}\n{city}"


def _station(station: Station, ids: dict[Host, str], source: str) -> str:
    lines = [f"id: {station.id}\nname: {station.name}\n"]
    if station.ordinal:
        lines.append(f"ordinal: {station.ordinal}\n")
    if station.aliases:
        lines.append("aliases:\n" + "".join(f"  - {alias}\n" for alias in station.aliases))
    if station.hosts:
        lines.append("hosts:\n")
    for place, host in enumerate(station.hosts):
        lines.append(f"  - host: {ids[host]}\n    source: {source}\n")
        if len(station.hosts) > 1:
            lines.append("    from: 2021-06-01\n" if place else "    to: 2021-05-31\n")
    lines += _details(station, source)
    return "".join(lines)


def _details(station: Station, source: str) -> Iterator[str]:
    if station.code:
        yield f'code: "{station.code}"\n'
    if station.licences:
        yield "licences:\n"
    for licence in station.licences:
        yield f"  - number: {licence}\n    source: {source}\n"
    if station.occupations:
        yield "occupations:\n"
    for occupation in station.occupations:
        yield f"  - name: {occupation}\n"
    if station.city:
        yield f"city: {station.city}\n"
    if station.supervisor:
        yield f"supervisor: {station.supervisor}\n"
