"""Idle years: which years a ground such as “连续两年没有开展鉴定” speaks of, and its proof."""

from collections.abc import Iterator
from typing import NamedTuple

from register.history import Event
from register.records.notice import Decision
from register.register import Register, StationFile
from register.views.rows import Link, notice_link


class IdleYear(NamedTuple):
    """One earlier year that a ground speaks of: what the file says of it, and where."""

    year: int
    said: str
    document: Link | None


class Idle(NamedTuple):
    """One ground: the document that gives it, its years, and what is known of the earlier ones."""

    document: Link
    first: int
    last: int
    years: tuple[IdleYear, ...]


def idle_of(register: Register, station: StationFile) -> Iterator[Idle]:
    """Yield each ground of idle years that a document in force gives, the newest first."""
    for event in reversed(station.decisions):
        idle = register.decision(event).idle_years
        if idle and event.year and event.in_force(register.today):
            first = event.year - idle + 1
            years = (_year(register, station, year) for year in range(first, event.year))
            document = notice_link(register, event.notice)
            yield Idle(document, first, event.year, tuple(years))


def _year(register: Register, station: StationFile, year: int) -> IdleYear:
    of_year = [e for e in station.decisions if e.year == year and e.in_force(register.today)]
    said_so = [e for e in of_year if _says_idle(register.decision(e))]
    if said_so:
        link = notice_link(register, said_so[-1].notice)
        return IdleYear(year, "那一年的文件也这样写，得到证实。", link)
    if of_year:
        return _otherwise(register, of_year[-1])
    return IdleYear(year, "本站没有收录到那一年说到它的文件，不能证实，也不能否定。", None)


def _otherwise(register: Register, event: Event) -> IdleYear:
    said = f"那一年的文件评定它{event.grade}，没有写这个理由，与此不一致。"
    return IdleYear(event.year or 0, said, notice_link(register, event.notice))


def _says_idle(decision: Decision) -> bool:
    grounds = decision.grounds or ""
    return bool(decision.idle_years) or "未开展" in grounds or "没有开展" in grounds
