"""Succession: a station goes on under another host or licence, or as a new station."""

from datetime import date, timedelta

import msgspec

from register.editing.plan import Plan, Unfit, its_day, the_notice, the_stations, with_acts
from register.history import Event, events_of
from register.names.similar import near
from register.reading import Dataset, Entry
from register.records import Notice, Station
from register.records.notice import Act, ActKind
from register.records.station import HostTerm, Licence
from register.writing import rewritten, text_of


def under_host(
    data: Dataset, station: str, notice: str, host: str, *, on: date | None = None
) -> Plan:
    """Plan that the station goes on under another host, by the notice.

    The host's time begins on the day told, else on the document's own; the one before ends the
    day before.
    """
    entry, (place,) = the_notice(data, notice), the_stations(data, [station])
    _known_host(data, host)
    plan = Plan()
    if not _has_act(entry, station, ActKind.CHANGE_HOST, "host", host):
        act = Act(act=ActKind.CHANGE_HOST, stations=(station,), on=its_day(entry, on), host=host)
        plan.texts[entry.path] = with_acts(entry, [act])
    since, terms = on or entry.record.decided, place.record.hosts
    hosts = _under(terms, host, notice, since)
    if hosts != terms:
        plan.texts[place.path] = _with(place, hosts=hosts)
    if plan.texts:
        plan.said.append(f"{station}：自 {since} 起改由 {host} 承建，依据文件 {notice}。")
    return plan


def _under(
    terms: tuple[HostTerm, ...], host: str, source: str, since: date
) -> tuple[HostTerm, ...]:
    """Add the new host's time; one that stands there, but beside an open one, is mended."""
    new = HostTerm(host=host, source=source, since=since)
    if terms[1:] and terms[-1] == HostTerm(host=host, source=source) and not terms[-2].to:
        terms = terms[:-1]
    elif any((term.host, term.source) == (host, source) for term in terms):
        return terms
    return (*_ended(terms, since), new)


def _ended(terms: tuple[HostTerm, ...], on: date) -> tuple[HostTerm, ...]:
    """End the last host's time on the day before, where it was open."""
    if not terms or terms[-1].to:
        return terms
    last = msgspec.structs.replace(terms[-1], to=on - timedelta(days=1))
    return (*terms[:-1], last)


def under_licence(
    data: Dataset,
    station: str,
    notice: str,
    licence: str,
    *,
    on: date | None = None,
    since: date | None = None,
    to: date | None = None,
) -> Plan:
    """Plan that the station goes on under another licence, by the notice.

    Only a station that has ended is licensed anew (`re-license`); for others the licence is
    renewed, and only the station's file says so.
    """
    entry, (place,) = the_notice(data, notice), the_stations(data, [station])
    plan = Plan()
    told = _has_act(entry, station, ActKind.RELICENSE, "licence", licence)
    anew = not told and _has_ended(events_of(data).get(station, ()), on or entry.record.decided)
    if anew:
        act = Act(
            act=ActKind.RELICENSE, stations=(station,), on=its_day(entry, on), licence=licence
        )
        plan.texts[entry.path] = with_acts(entry, [act])
    held = place.record.licences
    if not any((each.number, each.source) == (licence, notice) for each in held):
        new = Licence(number=licence, since=since, to=to, source=notice)
        plan.texts[place.path] = _with(place, licences=(*held, new))
    if plan.texts:
        how = "撤销、注销或合并后重新许可" if anew or told else "换发许可证"
        plan.said.append(f"{station}：{how}，许可证号 {licence}，依据文件 {notice}。")
    return plan


def _has_ended(events: tuple[Event, ...], day: date) -> bool:
    """Whether the station is no more on that day, and has no new licence."""
    ended = False
    for event in events:
        if event.day <= day and event.in_force(day):
            ended = event.is_end or (ended and event.act is not ActKind.RELICENSE)
    return ended


def go_on_as(
    data: Dataset,
    station: str,
    notice: str,
    new: Station,
    *,
    host: str | None = None,
) -> Plan:
    """Plan the file of the `new` station that succeeds this one, by the notice.

    The old one's end is another thing, which a document says (see `retire`).
    """
    _entry, (place,) = the_notice(data, notice), the_stations(data, [station])
    if host:
        _known_host(data, host)
        new = msgspec.structs.replace(new, hosts=(HostTerm(host=host, source=notice),))
    new = msgspec.structs.replace(new, succeeds=station)
    if known := data.station.get(new.id):
        if known.record == new:
            return Plan()
        raise Unfit(f"编号 {new.id} 已经有了（{known.path}），内容不同。编号不能重用，请换一个。")
    path = f"stations/{place.region}/{new.id}.yml"
    said = f"{station}：由新的鉴定所 {new.id}（{new.name}）承接，依据文件 {notice}。"
    return Plan({path: text_of(new)}, [said])


def _known_host(data: Dataset, host: str) -> None:
    if host not in data.host:
        raise Unfit(
            f"没有承建单位 {host}；{near(host, data.host)}。请改正编号，"
            "或先用 ./scripts/new host 新建。"
        )


def _has_act(entry: Entry[Notice], station: str, kind: ActKind, field: str, value: str) -> bool:
    """Whether the notice says this already; raises Unfit where it says otherwise."""
    for act in entry.record.acts:
        if act.act is kind and station in act.stations:
            if getattr(act, field) == value:
                return True
            raise Unfit(
                f"文件 {entry.stem} 已经写了 {station} 的 {field}：{getattr(act, field)}，"
                f"与 {value} 不同。请对照文件；原来写错的，先改正文件里的那一条。"
            )
    return False


def _with(entry: Entry[Station], **fields: object) -> str:
    changed = msgspec.structs.replace(entry.record, **fields)
    return rewritten(entry.content.decode(), changed)
