"""What the search knows of each station."""

from collections.abc import Iterator

from register.history import Span
from register.register import Register, StationFile
from register.search import Begins, Findable, Said
from register.views.rows import in_order
from register.views.wording import mark, status


def findables(register: Register) -> Iterator[Findable]:
    """Yield every station as the search finds it, in the order of the lists."""
    for station in in_order(register.stations.values()):
        yield _findable(register, station)


def _findable(register: Register, station: StationFile) -> Findable:
    now = register.now(station)
    event, record = now.event, station.record
    names = (n.name for t in record.hosts for n in register.hosts[t.host].names)
    return Findable(
        id=station.id,
        name=record.name,
        ordinal=record.ordinal,
        hosts=tuple(dict.fromkeys(names)),
        aliases=record.aliases,
        region=register.site.regions[station.region],
        standing=event.standing.value if event and event.standing else "",
        grade=event.grade if event and event.act is None else "",
        year=event.year if event else None,
        status=status(now),
        more=tuple(_more(station)),
        spans=tuple(Begins(span.since, _said(span)) for span in station.spans),
    )


def _said(span: Span) -> Said:
    event, shown = span.event, mark(span)
    grade = event.grade if event and event.act is None else ""
    year = event.year if event else None
    return Said(shown.code, shown.words, shown.phase, grade, year, status(span))


def _more(station: StationFile) -> Iterator[str]:
    record = station.record
    yield from filter(None, (record.city, record.supervisor, record.code))
    yield from (licence.number for licence in record.licences)
    yield from (occupation.name for occupation in record.occupations)
