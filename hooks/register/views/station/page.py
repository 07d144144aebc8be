"""A station's page: the answer first, then what it rests on."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from register.history import standing_on
from register.records.notice import MentionKind
from register.register import CentreFile, Register, StationFile
from register.views.rows import Link, host_link, host_links, notice_link, station_link
from register.views.scores.sheets import StationChart, station_charts
from register.views.station.answers import Answer, answers
from register.views.station.demands import Demand, demands_of
from register.views.station.entries import Entry, entries
from register.views.station.holdings import (
    Held,
    Told,
    certifications,
    former_names,
    licences,
    merged_into,
    occupations,
    struck,
)
from register.views.station.idle import Idle, idle_of
from register.views.wording import day


class HostTold(NamedTuple):
    """A host with its term, as far as a document gives it."""

    host: Link
    since: date | None
    to: date | None
    term: str
    source: Link


class StationView(NamedTuple):
    """All that a station's page shows. `spans` are the answers of all days, the newest first."""

    id: str
    name: str
    region: str
    hosts: tuple[Link, ...]
    now: Answer
    later: tuple[Answer, ...]
    spans: tuple[Answer, ...]
    into: Told | None
    joined: tuple[Told, ...]
    demands: tuple[Demand, ...]
    idle: tuple[Idle, ...]
    charts: tuple[StationChart, ...]
    history: tuple[Entry, ...]
    mentions: tuple[tuple[str, str, Link], ...]
    facts: tuple[tuple[str, str], ...]
    former_names: tuple[Told, ...]
    succeeds: Link | None
    host_sources: tuple[HostTold, ...]
    licences: tuple[Held, ...]
    certifications: tuple[Held, ...]
    struck: tuple[Told, ...]
    report: str
    appeal: str
    silence: str


MENTIONS = {MentionKind.COMMEND: "表扬", MentionKind.EXPOSE: "曝光", None: "提到"}


def station_view(
    register: Register, station: StationFile, joined: tuple[Told, ...] = ()
) -> StationView:
    """Return what the page of `station` shows; `joined` are those that were merged into it."""
    record = station.record
    every = answers(register, station)
    now = station.spans.index(standing_on(station.spans, register.today))
    scored = any(station.id in of_round for of_round in register.sheets.values())
    return StationView(
        id=station.id,
        name=record.name,
        region=register.site.regions[station.region],
        hosts=host_links(register, station),
        now=every[now],
        later=every[now + 1 :],
        spans=every[::-1],
        into=merged_into(register, station),
        joined=joined,
        demands=tuple(demands_of(register, station)),
        idle=tuple(idle_of(register, station)),
        charts=station_charts(register, station.id) if scored else (),
        history=tuple(entries(register, station)),
        mentions=tuple(
            (MENTIONS[m.kind], m.subject, notice_link(register, n)) for n, m in station.mentions
        ),
        facts=tuple(_facts(register, station)),
        former_names=tuple(former_names(register, station)),
        succeeds=station_link(register.stations[record.succeeds]) if record.succeeds else None,
        host_sources=tuple(
            HostTold(
                host_link(register, t.host),
                t.since,
                t.to,
                _term(t.since, t.to),
                notice_link(register, t.source),
            )
            for t in record.hosts
        ),
        licences=tuple(licences(register, station)),
        certifications=tuple(certifications(register, station)),
        struck=tuple(struck(register, station)),
        report=register.site.report or "",
        appeal=appeal(register),
        silence=silence(station),
    )


def appeal(register: Register) -> str:
    """Say where one objects to a conclusion."""
    said = register.site.appeal or "对结论有异议的，请向作出结论的机关提出"
    return said.rstrip("。") + "。"


def silence(judged: StationFile | CentreFile) -> str:
    """Say why a history has no line."""
    return "没有可公开的文件。" if judged.withheld else "没有收录到说到它的文件。"


def _facts(register: Register, station: StationFile) -> Iterator[tuple[str, str]]:
    record = station.record
    yield "编号", station.id
    if record.ordinal is not None:
        yield "序号", str(record.ordinal)
    for title, value in (
        ("鉴定所代码", record.code),
        ("所在市（州）", record.city),
        ("主管", record.supervisor),
    ):
        if value:
            yield title, value
    if held := "、".join(occupations(register, station)):
        yield "鉴定职业", held
    former = {told.words for told in former_names(register, station)}
    if others := "、".join(alias for alias in record.aliases if alias not in former):
        yield "别名", others


def _term(since: date | None, to: date | None) -> str:
    if since is None and to is None:
        return ""
    start, end = (day(d) if d else "" for d in (since, to))
    return f"（{start}起）" if not end else f"（{start}至{end}）"
