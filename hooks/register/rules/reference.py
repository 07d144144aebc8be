"""Where records name other records: the one list of fields that hold an id."""

import re
from collections.abc import Container, Iterator
from typing import Any, NamedTuple, TypeAlias

from register.problem import Place
from register.reading.dataset import Dataset, Entry
from register.records import Host, Notice, Round, Scheme, Station
from register.records.notice import NoticeRound

Steps: TypeAlias = tuple[str | int, ...]

_LOOKS_LIKE_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


class Reference(NamedTuple):
    """An id of a `kind` that `entry` names at `steps` (as a key, where `key`); `what` names it."""

    kind: str
    id: str
    what: str
    entry: Entry[Any]
    steps: Steps
    key: bool = False

    @property
    def place(self) -> Place:
        """Where the id stands; the file as a whole where it is a folder's name."""
        if not self.steps:
            return Place(self.entry.path)
        return self.entry.key(*self.steps) if self.key else self.entry.place(*self.steps)


def references(data: Dataset) -> Iterator[Reference]:
    """Yield every reference in `data`; of decisions only those that lead nowhere.

    Stations in decisions are so many that even a tuple for each would be felt.
    """
    yield from _folders(data)
    for station in data.stations:
        yield from _of_station(station)
    for host in data.hosts:
        yield from _of_host(host)
    for scheme in data.schemes:
        yield from _of_scheme(scheme)
    for round_ in data.rounds:
        yield from _of_round(round_)
    for notice in data.notices:
        yield from _of_notice(notice, data.ids["stations"])


def _folders(data: Dataset) -> Iterator[Reference]:
    """Yield each region's folder once, at the first file in it."""
    entries: tuple[Entry[Any], ...] = (*data.hosts[::-1], *data.stations[::-1])
    first = {(entry.path.split("/", 1)[0], entry.region): entry for entry in entries}
    for (_kind, region), entry in sorted(first.items()):
        yield Reference("regions", region, "文件夹", entry, ())


def _of_station(entry: Entry[Station]) -> Iterator[Reference]:
    station = entry.record
    for i, term in enumerate(station.hosts):
        yield Reference("hosts", term.host, "鉴定所", entry, ("hosts", i, "host"))
        yield Reference("notices", term.source, "承建单位", entry, ("hosts", i, "source"))
    for i, licence in enumerate(station.licences):
        yield Reference("notices", licence.source, "许可证", entry, ("licences", i, "source"))
    for i, occupation in enumerate(station.occupations):
        if occupation.source:
            steps = ("occupations", i, "source")
            yield Reference("notices", occupation.source, "鉴定职业", entry, steps)
    if station.succeeds:
        yield Reference("stations", station.succeeds, "承接关系", entry, ("succeeds",))


def _of_host(entry: Entry[Host]) -> Iterator[Reference]:
    for i, name in enumerate(entry.record.names):
        yield Reference("notices", name.source, "名称", entry, ("names", i, "source"))


def _of_scheme(entry: Entry[Scheme]) -> Iterator[Reference]:
    if entry.record.region:
        yield Reference("regions", entry.record.region, "评估办法", entry, ("region",))


def _of_round(entry: Entry[Round]) -> Iterator[Reference]:
    round_ = entry.record
    yield Reference("schemes", round_.scheme, "年度检查", entry, ("scheme",))
    yield Reference("regions", round_.region, "年度检查", entry, ("region",))
    for i, stage in enumerate(round_.stages):
        yield Reference("notices", stage.source, "阶段", entry, ("stages", i, "source"))
    for i, figure in enumerate(round_.figures):
        yield Reference("notices", figure.source, "数字", entry, ("figures", i, "source"))


def _of_notice(entry: Entry[Notice], known: Container[str]) -> Iterator[Reference]:
    notice = entry.record
    for i, part in enumerate(notice.rounds):
        yield from _of_part(entry, ("rounds", i), part, known)
    yield from _of_acts(entry)
    for i, amends in enumerate(notice.amends):
        yield Reference("notices", amends.notice, "改动", entry, ("amends", i, "notice"))
    for i, sic in enumerate(notice.sic):
        if _LOOKS_LIKE_ID.fullmatch(sic.at):
            yield Reference("stations", sic.at, "照录说明", entry, ("sic", i, "at"))


def _of_acts(entry: Entry[Notice]) -> Iterator[Reference]:
    notice = entry.record
    for i, act in enumerate(notice.acts):
        if act.follows:
            yield Reference("notices", act.follows, "处理", entry, ("acts", i, "follows"))
        for j, station in enumerate(act.stations):
            yield Reference("stations", station, "处理", entry, ("acts", i, "stations", j))
    for i, mention in enumerate(notice.mentions):
        for j, station in enumerate(mention.stations):
            yield Reference("stations", station, "点名", entry, ("mentions", i, "stations", j))


def _of_part(
    entry: Entry[Notice], steps: Steps, part: NoticeRound, known: Container[str]
) -> Iterator[Reference]:
    yield Reference("rounds", part.round, "结论", entry, (*steps, "round"))
    for i, decision in enumerate(part.decisions):
        below = (*steps, "decisions", i, "stations")
        for station in (id_ for id_ in decision.stations if id_ not in known):
            yield Reference("stations", station, "结论", entry, (*below, station), key=True)
