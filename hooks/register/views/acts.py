"""Acts: what a notice does besides grading, in words."""

from collections.abc import Iterator
from typing import NamedTuple

from register.publication import is_public
from register.records.notice import ACT_TITLES, Act, ActKind, Notice
from register.register import Register
from register.views.round.results import links_of
from register.views.rows import Link, host_link, notice_link, station_link
from register.views.wording import day


class Detail(NamedTuple):
    """One more thing that an act says: 暂停到, 交回, 改名为 …"""

    words: str
    to: Link | None = None


class ActLine(NamedTuple):
    """One act of a document; of a `withheld` one nothing may be said."""

    title: str
    subjects: tuple[Link, ...]
    on: str
    details: tuple[Detail, ...]
    follows: Link | None
    remarks: str
    withheld: bool


def acts_of(register: Register, notice: Notice) -> Iterator[ActLine]:
    """Yield what a notice does besides grading."""
    for number, act in enumerate(notice.acts):
        details = tuple(_details(register, act))
        said = any(detail.words == act.remarks for detail in details)
        line = ActLine(
            title=ACT_TITLES[act.act],
            subjects=links_of(register, (*act.stations, *act.centres)),
            on=day(act.on or notice.decided),
            details=details,
            follows=notice_link(register, act.follows) if act.follows else None,
            remarks="" if said else act.remarks or "",
            withheld=not is_public(act, register.today),
        )
        yield _renaming(register, line, act, (notice.id, number)) if act.name else line


def _renaming(register: Register, line: ActLine, act: Act, at: tuple[str, int]) -> ActLine:
    """Name a renamed station as it was before; where that is not on file, only as it was after."""
    old = _name_before(register, act.stations[0], at) if act.stations else ""
    subjects = tuple(link._replace(words=old or act.name or "") for link in line.subjects)
    if old:
        return line._replace(subjects=subjects)
    return line._replace(title=f"{line.title}为", subjects=subjects, details=())


def _name_before(register: Register, id_: str, at: tuple[str, int]) -> str:
    """Return the name before a renaming: that of the one before it, else the only other on file.

    `at`: the notice that renames, and the number of its act.
    """
    station = register.stations[id_]
    renamed = [e for e in station.events if e.act is ActKind.RENAME]
    place = next(n for n, e in enumerate(renamed) if (e.notice, e.steps[1]) == at)
    names = [register.act(event).name or "" for event in renamed]
    if place:
        return names[place - 1]
    others = {station.record.name, *station.record.aliases}.difference(names)
    return others.pop() if len(others) == 1 else ""


def _details(register: Register, act: Act) -> Iterator[Detail]:
    """Yield what else an act says, in words."""
    if act.until:
        words = "暂停到" if act.act is ActKind.SUSPEND else "到"
        yield Detail(f"{words}{day(act.until)}")
    for words, names in (("交回", act.items), ("取消", act.occupations)):
        if names:
            yield Detail(f"{words}{'、'.join(names)}")
    if act.name:
        yield Detail(f"改为{act.name}")
    if act.host:
        yield Detail("承建单位换成", host_link(register, act.host))
    if act.licence:
        yield Detail(f"新许可证{act.licence}")
    if act.into:
        yield Detail("并入", station_link(register.stations[act.into]))
