"""Outcomes: a rectification is accepted or not, a station ends; a notice says so."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from register.editing.plan import (
    Plan,
    Unfit,
    its_day,
    split,
    the_notice,
    the_stations,
    the_subjects,
    with_acts,
)
from register.history import events_of
from register.history.demands import demands_on, newest
from register.reading import Dataset, Entry
from register.records import Notice
from register.records.notice import ACT_TITLES, Act, ActKind

_RESULTS = (ActKind.ACCEPT, ActKind.FAIL)
_ENDS = (ActKind.DEREGISTER, ActKind.REVOKE, ActKind.MERGE)


def accept(
    data: Dataset,
    subjects: Iterable[str],
    notice: str,
    *,
    failed: bool = False,
    on: date | None = None,
    follows: str | None = None,
    remarks: str | None = None,
) -> Plan:
    """Plan that `notice` accepts the rectifications of stations or centres, or not.

    Each act names the notice that asked for the rectification: `follows`, or the newest one that
    nothing has answered yet.
    """
    entry = the_notice(data, notice)
    kind = ActKind.FAIL if failed else ActKind.ACCEPT
    todo = _untold(entry, the_subjects(data, subjects), kind, _RESULTS)
    if follows:
        the_notice(data, follows)
    asked, faults = _all_asked(data, entry, todo, on or entry.record.decided, follows)
    if faults:
        raise Unfit(*faults)
    day = its_day(entry, on)
    acts, said = [], []
    for id_, ids in asked.items():
        own, centres = split(data, ids)
        acts.append(
            Act(act=kind, stations=own, centres=centres, follows=id_, on=day, remarks=remarks)
        )
        who = f"{'、'.join(ids)}：{ACT_TITLES[kind]}，依据文件 {notice}"
        said.append(f"{who}，承接文件 {id_} 的整改要求。")
    return _plan(entry, acts, said)


def retire(
    data: Dataset,
    subjects: Iterable[str],
    notice: str,
    kind: ActKind,
    *,
    into: str | None = None,
    on: date | None = None,
    remarks: str | None = None,
) -> Plan:
    """Plan that `notice` deregisters or revokes stations or centres, or merges stations."""
    entry = the_notice(data, notice)
    if into:
        the_stations(data, [into])
    todo = _untold(entry, the_subjects(data, subjects), kind, _ENDS, into)
    if not todo:
        return Plan()
    own, centres = split(data, todo)
    day = its_day(entry, on)
    act = Act(act=kind, stations=own, centres=centres, on=day, into=into, remarks=remarks)
    where = f"，并入 {into}" if into else ""
    said = f"{'、'.join(todo)}：{ACT_TITLES[kind]}{where}，依据文件 {notice}。"
    return _plan(entry, [act], [said])


def _plan(entry: Entry[Notice], acts: Sequence[Act], said: list[str]) -> Plan:
    return Plan({entry.path: with_acts(entry, acts)}, said) if acts else Plan()


def _untold(
    entry: Entry[Notice],
    stations: Iterable[str],
    kind: ActKind,
    rivals: Sequence[ActKind],
    into: str | None = None,
) -> list[str]:
    """Return the stations of which the notice does not say this yet; raises Unfit for others."""
    told = {
        id_: act
        for act in entry.record.acts
        if act.act in rivals
        for id_ in (*act.stations, *act.centres)
    }
    other = [
        f"文件 {entry.stem} 已经写了 {id_}“{ACT_TITLES[told[id_].act]}”。"
        "请对照文件；原来写错的，先改正文件里的那一条。"
        for id_ in stations
        if id_ in told and (told[id_].act, told[id_].into) != (kind, into)
    ]
    if other:
        raise Unfit(*other)
    return [id_ for id_ in stations if id_ not in told]


def _all_asked(
    data: Dataset, entry: Entry[Notice], stations: Iterable[str], day: date, follows: str | None
) -> tuple[dict[str, list[str]], list[str]]:
    """Return the stations by the notice that asked each to rectify, and who was not asked."""
    events = events_of(data)
    asked: dict[str, list[str]] = defaultdict(list)
    faults: list[str] = []
    for id_ in stations:
        own = events.get(id_, ())
        demands, open_ = demands_on(own, day, entry.stem, entry.record.known_from, follows)
        if open_:
            asked[newest(open_).notice].append(id_)
        elif demands:
            before = (e for e in reversed(own) if e.day <= day and e.in_force(day))
            by = next(e.notice for e in before if e.act is ActKind.ACCEPT)
            faults.append(f"{id_} 的整改已由文件 {by} 验收合格。请对照文件改正编号。")
        else:
            which = f"文件 {follows} " if follows else f"在文件 {entry.stem} 之前，没有文件"
            none = "没有要求" if follows else "要求"
            faults.append(f"{which}{none} {id_} 整改。请改正编号，或先录入要求整改的文件。")
    return asked, faults
