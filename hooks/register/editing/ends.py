"""Ends: stations are deregistered, revoked or merged into another; a notice says so."""

from collections.abc import Iterable
from datetime import date

from register.editing.plan import (
    Plan,
    Unfit,
    its_day,
    said_otherwise,
    split,
    the_notice,
    the_stations,
    the_subjects,
    with_acts,
)
from register.reading import Dataset, Entry
from register.records import Notice
from register.records.notice import ACT_TITLES, Act, ActKind

_ENDS = (ActKind.DEREGISTER, ActKind.REVOKE, ActKind.MERGE)


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
    todo = _untold(entry, the_subjects(data, subjects), kind, into)
    if not todo:
        return Plan()
    own, centres = split(data, todo)
    day = its_day(entry, on)
    act = Act(act=kind, stations=own, centres=centres, on=day, into=into, remarks=remarks)
    where = f"，并入 {into}" if into else ""
    said = f"{'、'.join(todo)}：{ACT_TITLES[kind]}{where}，依据文件 {notice}。"
    return Plan({entry.path: with_acts(entry, [act])}, [said])


def _untold(
    entry: Entry[Notice], stations: Iterable[str], kind: ActKind, into: str | None
) -> list[str]:
    """Return the stations of which the notice does not say this yet; raises Unfit for others."""
    told = {
        id_: act
        for act in entry.record.acts
        if act.act in _ENDS
        for id_ in (*act.stations, *act.centres)
    }
    other = [
        said_otherwise(entry.stem, id_, told[id_].act)
        for id_ in stations
        if id_ in told and (told[id_].act, told[id_].into) != (kind, into)
    ]
    if other:
        raise Unfit(*other)
    return [id_ for id_ in stations if id_ not in told]
