"""Acceptance: a notice accepts rectifications, or finds them wanting; whose demands it answers."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from register.editing.plan import (
    Plan,
    Unfit,
    its_day,
    said_otherwise,
    split,
    the_notice,
    the_subjects,
    with_acts,
)
from register.history import Event, events_of
from register.history.demands import demands_on
from register.reading import Dataset, Entry
from register.records import Notice
from register.records.notice import ACT_TITLES, Act, ActKind

# Asked which of several notices is meant, for some subjects; returns its id.
Which: TypeAlias = Callable[[Sequence[str], Sequence[Entry[Notice]]], str]

_RESULTS = (ActKind.ACCEPT, ActKind.FAIL)


class _Wish(NamedTuple):
    """What is wanted: that `entry` says `kind`, from `day` on; of the demand of `follows` only."""

    entry: Entry[Notice]
    kind: ActKind
    day: date
    follows: str | None


def accept(
    data: Dataset,
    subjects: Iterable[str],
    notice: str,
    *,
    failed: bool = False,
    on: date | None = None,
    follows: str | Which | None = None,
    remarks: str | None = None,
) -> Plan:
    """Plan that `notice` accepts the rectifications of stations or centres, or not.

    Each act names the notice that asked for the rectification: `follows`, or the only one whose
    demand is open. Where there are several, `follows` is asked; without it, raises Unfit.
    """
    entry = the_notice(data, notice)
    wanted = the_subjects(data, subjects)
    told, which = (follows, None) if isinstance(follows, str) else (None, follows)
    if told:
        the_notice(data, told)
    kind = ActKind.FAIL if failed else ActKind.ACCEPT
    wish = _Wish(entry, kind, on or entry.record.decided, told)
    answered = _answered(data, _demanding(data, wanted, wish), which)
    day = its_day(entry, on)
    acts, said = [], []
    for id_, ids in answered.items():
        own, centres = split(data, ids)
        acts.append(
            Act(act=kind, stations=own, centres=centres, follows=id_, on=day, remarks=remarks)
        )
        who = f"{'、'.join(ids)}：{ACT_TITLES[kind]}，依据文件 {notice}"
        said.append(f"{who}，承接文件 {id_} 的整改要求。")
    return Plan({entry.path: with_acts(entry, acts)}, said) if acts else Plan()


def _answered(
    data: Dataset, demanding: Mapping[str, tuple[str, ...]], which: Which | None
) -> Mapping[str, list[str]]:
    """Return by notice the subjects whose demand it made, in their order."""
    unclear: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for subject, notices in demanding.items():
        if len(notices) > 1:
            unclear[notices].append(subject)
    if unclear and not which:
        raise Unfit(*(_unclear(data, ids, notices) for notices, ids in unclear.items()))
    meant = {
        notices: which(ids, [data.notice[id_] for id_ in notices])
        for notices, ids in unclear.items()
        if which
    }
    answered: dict[str, list[str]] = defaultdict(list)
    for subject, notices in demanding.items():
        answered[meant.get(notices, notices[0])].append(subject)
    return answered


def _unclear(data: Dataset, ids: Sequence[str], notices: Sequence[str]) -> str:
    named = (f"{id_}（{data.notice[id_].record.decided}）" for id_ in notices)
    return (
        f"{'、'.join(ids)} 有 {len(notices)} 份文件的整改要求都还没有验收合格：{'、'.join(named)}。"
        "一次只能答复其中一份；请对照文件，用 --follows 写明是哪一份。"
    )


def _demanding(
    data: Dataset, subjects: Iterable[str], wish: _Wish
) -> Mapping[str, tuple[str, ...]]:
    """Return for each subject the notices whose demand may be meant, the newest first.

    One that the notice answers already is left out; raises Unfit that names all that cannot be.
    """
    events, found, faults = events_of(data), {}, []
    for id_ in subjects:
        own = events.get(id_, ())
        told, open_ = _told(wish, id_), _open(wish, own)
        untold = tuple(each for each in open_ if not told.keys() & {each, None})
        if untold:
            found[id_] = untold
        elif not told:
            faults.append(_none_open(wish, id_, own))
        elif other := set(told.values()) - {wish.kind}:
            faults.append(said_otherwise(wish.entry.stem, id_, other.pop()))
    if faults:
        raise Unfit(*faults)
    return found


def _told(wish: _Wish, id_: str) -> dict[str | None, ActKind]:
    """Return by the notice that is followed which result the notice gives already."""
    return {
        act.follows: act.act
        for act in wish.entry.record.acts
        if act.act in _RESULTS
        and id_ in (*act.stations, *act.centres)
        and (not wish.follows or act.follows in {None, wish.follows})
    }


def _open(wish: _Wish, own: Sequence[Event]) -> tuple[str, ...]:
    """Return the notices whose demand nothing has answered, the newest first."""
    open_ = _demands(wish, own)[1]
    newest_first = sorted(open_, key=lambda event: (event.day, event.known), reverse=True)
    return tuple(dict.fromkeys(event.notice for event in newest_first))


def _demands(wish: _Wish, own: Sequence[Event]) -> tuple[list[Event], list[Event]]:
    entry = wish.entry
    return demands_on(own, wish.day, entry.stem, entry.record.known_from, wish.follows)


def _none_open(wish: _Wish, id_: str, own: Sequence[Event]) -> str:
    """Say why there is nothing to accept."""
    if _demands(wish, own)[0]:
        before = (e for e in reversed(own) if e.day <= wish.day and e.in_force(wish.day))
        by = next(e.notice for e in before if e.act is ActKind.ACCEPT)
        return f"{id_} 的整改已由文件 {by} 验收合格。请对照文件改正编号。"
    if wish.follows:
        which = f"文件 {wish.follows} 没有要求"
    else:
        which = f"在文件 {wish.entry.stem} 之前，没有文件要求"
    return f"{which} {id_} 整改。请改正编号，或先录入要求整改的文件。"
