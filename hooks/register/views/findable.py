"""What the search knows: each station, and each page that is about something else."""

from collections.abc import Iterator, Mapping

from register.history import Span
from register.register import Register, StationFile
from register.search import Begins, Findable, PageEntry, Said
from register.views.rows import current_hosts, in_order, notice_link, round_link, scheme_link
from register.views.wording import day, mark, status


def findables(register: Register) -> Iterator[Findable]:
    """Yield every station as the search finds it, in the order of the lists."""
    for station in in_order(register.stations.values()):
        yield _findable(register, station)


def notice_names(register: Register) -> Mapping[str, str]:
    """Return for each notice the words by which a hit names it."""
    return {id_: notice_link(register, id_).words for id_ in register.notices}


def page_entries(register: Register) -> Iterator[PageEntry]:
    """Yield the pages made from data that are not stations', the newest first."""
    for id_, notice in reversed(list(register.notices.items())):
        about = "，".join(filter(None, (notice.number, day(notice.decided))))
        yield PageEntry(notice.title, about, notice_link(register, id_).path, "notice")
    for round_ in sorted(register.rounds.values(), key=lambda round_: (-round_.year, round_.id)):
        yield PageEntry(round_link(round_).words, "年度检查", round_link(round_).path)
    for scheme in register.schemes.values():
        yield PageEntry(scheme_link(scheme).words, "评估办法", scheme_link(scheme).path)


def _findable(register: Register, station: StationFile) -> Findable:
    now, record = register.now(station), station.record
    every = (n.name for t in record.hosts for n in register.hosts[t.host].names)
    hosts = [register.hosts[id_] for id_ in current_hosts(station)]
    names = tuple(host.names[-1].name for host in hosts)
    cities = (record.city, *(host.city for host in hosts))
    return Findable(
        id=station.id,
        name=record.name,
        ordinal=record.ordinal,
        hosts=names,
        former=tuple(name for name in dict.fromkeys(every) if name not in names),
        aliases=record.aliases,
        region=register.site.regions[station.region],
        city=next(filter(None, cities), ""),
        now=_said(now)._replace(standing=now.standing.value if now.standing else ""),
        day=now.event.day if now.event else None,
        kinds=tuple(dict.fromkeys(host.kind for host in hosts if host.kind)),
        occupations=tuple(dict.fromkeys(each.name for each in record.occupations)),
        codes=tuple(_codes(station)),
        supervisor=record.supervisor or "",
        spans=tuple(Begins(span.since, _said(span)) for span in station.spans),
    )


def _said(span: Span) -> Said:
    event, shown = span.event, mark(span)
    return Said(
        standing=shown.code,
        words=shown.words,
        phase=shown.phase,
        grade=event.grade if event and event.act is None else "",
        year=event.year if event else None,
        status=status(span),
        notice=event.notice if event else "",
    )


def _codes(station: StationFile) -> Iterator[str]:
    if station.record.code:
        yield station.record.code
    yield from dict.fromkeys(licence.number for licence in station.record.licences)
