"""Idle years: which years a ground such as “连续两年没有开展鉴定” speaks of, and its proof."""

from collections.abc import Iterator
from typing import NamedTuple

from register.history import Event
from register.records.notice import Decision
from register.register import Register, StationFile
from register.views.rows import Link, notice_link


class IdleYear(NamedTuple):
    """One year that a ground speaks of: what the documents on file say of it, and which."""

    year: int
    said: str
    document: Link | None


class Idle(NamedTuple):
    """One ground: the document that gives it, and what is known of each of its years."""

    document: Link
    words: str
    years: tuple[IdleYear, ...]


def idle_of(register: Register, station: StationFile) -> Iterator[Idle]:
    """Yield each ground of several idle years that a document in force gives, the newest first."""
    for event in reversed(station.decisions):
        idle = register.decision(event).idle_years
        if idle and idle > 1 and event.year and event.in_force(register.today):
            every = range(event.year - idle + 1, event.year + 1)
            earlier = (_year(register, station, year) for year in every[:-1])
            document = notice_link(register, event.notice)
            years = (_own(register, event), *reversed([*earlier]))
            yield Idle(document, "、".join(f"{year}年" for year in every), years)


def _own(register: Register, event: Event) -> IdleYear:
    """Say what the document states itself of the year that its round is about."""
    grounds = register.decision(event).grounds
    stated = f"：{grounds.rstrip('。')}" if grounds else ""
    return IdleYear(event.year or 0, f"就是这份文件写的{stated}。", None)


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
