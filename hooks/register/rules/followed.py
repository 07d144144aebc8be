"""Acts that change what a station is: its file says the same, by the same document."""

from collections.abc import Iterator

from register.history import Event
from register.history.spans import state
from register.names.script import comparable
from register.problem import Severity, check
from register.reading.dataset import Entry
from register.records import Centre, Station
from register.records.notice import Act, ActKind
from register.rules.case import Case, Findings, stands


def _acts(case: Case, kind: ActKind) -> Iterator[tuple[Event, Act]]:
    """Yield each act of a kind whose day has come."""
    for events in case.acting.values():
        for event in events:
            if event.act is kind and event.day <= case.today:
                yield event, case.act(event)


def _stations(case: Case, kind: ActKind) -> Iterator[tuple[Event, Act, Entry[Station]]]:
    for event, act in _acts(case, kind):
        if station := case.data.station.get(event.subject):
            yield event, act, station


def _standing(case: Case, kind: ActKind) -> Iterator[tuple[Event, Act]]:
    """Yield those of a kind that nobody took back: only they must show in a station's file."""
    yield from ((event, act) for event, act in _acts(case, kind) if stands(event))


@check("acts:\n  - {act: strike, stations: [gansu-01], occupations: [汽车修里工]}", Severity.HINT)
def strike_unlisted(case: Case) -> Findings:
    """取消的工种，要在鉴定所档案的 occupations 里；档案没有写工种的不查。

    改正工种名称，或在档案里补上；文件确实这样写的，用 accept 说明。
    """
    for event, act, station in _stations(case, ActKind.STRIKE):
        own = {comparable(occupation.name) for occupation in station.record.occupations}
        for i, name in enumerate(act.occupations if own else ()):
            if comparable(name) not in own:
                yield (
                    case.data.notice[event.notice].place(*event.steps[:2], "occupations", i),
                    (
                        f"{event.subject} 的档案里没有工种“{name}”；取消的应是它有的工种。"
                        "请改正名称，或在档案的 occupations 里补上；确实如此的用 accept 说明。"
                    ),
                )


@check("acts:\n  - {act: rename, stations: [gansu-01], name: （与档案的 name 不同）}")
def rename_unfollowed(case: Case) -> Findings:
    """更名以后，档案的 name 是最新的名称，以前的名称在 aliases 里。

    改正档案的 name 和 aliases，或对照文件改正新名称。
    """
    newest: dict[str, Event] = {
        event.subject: event for event, _ in _standing(case, ActKind.RENAME)
    }
    for event, act in _standing(case, ActKind.RENAME):
        record = _record(case, event.subject)
        if not record or not act.name:
            continue
        last = newest[event.subject] is event
        names = (record.name,) if last else (record.name, *record.aliases)
        if act.name not in names:
            said = f"name 是“{record.name}”" if last else "name 和 aliases 里没有"
            yield (
                case.place(event),
                (
                    f"{event.subject} 更名为“{act.name}”，档案的 {said}；最新的名称写在 name，"
                    "以前的写在 aliases。请改正档案，或对照文件改正新名称。"
                ),
            )


def _record(case: Case, id_: str) -> Station | Centre | None:
    entry = case.data.station.get(id_) or case.data.centre.get(id_)
    return entry.record if entry else None


@check("acts:\n  - {act: change-host, …}（档案的 hosts 里没有据这份文件的一条）")
def host_unfollowed(case: Case) -> Findings:
    """变更承建单位以后，档案的 hosts 里有新单位，来源是这份文件。

    在档案的 hosts 里补上，或对照文件改正单位编号。
    """
    for event, act, station in _stations(case, ActKind.CHANGE_HOST):
        if not stands(event):
            continue
        terms = {(term.host, term.source) for term in station.record.hosts}
        if act.host and (act.host, event.notice) not in terms:
            yield (
                case.place(event),
                (
                    f"{event.subject} 的承建单位换成了 {act.host}，档案的 hosts 里没有来源是 "
                    f"{event.notice} 的这一条；两者应相同。请在档案里补上，或对照文件改正编号。"
                ),
            )


@check("acts:\n  - {act: re-license, …, licence: …}（档案的 licences 里没有这个号）")
def licence_unfollowed(case: Case) -> Findings:
    """重新许可写了许可证号的，档案的 licences 里有这个号，来源是这份文件。

    在档案的 licences 里补上，或对照文件改正许可证号。
    """
    for event, act, station in _stations(case, ActKind.RELICENSE):
        if not stands(event):
            continue
        held = {(licence.number, licence.source) for licence in station.record.licences}
        if act.licence and (act.licence, event.notice) not in held:
            yield (
                case.place(event),
                (
                    f"{event.subject} 新发的许可证是 {act.licence}，档案的 licences 里没有来源是 "
                    f"{event.notice} 的这一条；两者应相同。请在档案里补上，或对照文件改正许可证号。"
                ),
            )


@check("acts:\n  - {act: merge, stations: [gansu-01], into: gansu-01}")
def merge_wrong(case: Case) -> Findings:
    """并入的是另一个鉴定所，而且它没有被撤销、注销或合并。

    对照文件改正 into。
    """
    for event, act, _station in _stations(case, ActKind.MERGE):
        if not act.into:
            continue
        _phase, ended = state(case.live(act.into), event.day)
        if act.into == event.subject:
            said = f"{event.subject} 并入的是它自己"
        elif ended and ended.is_end:
            said = f"{act.into} 已由文件 {ended.notice} 自 {ended.day} 起“{ended.grade}”"
        else:
            continue
        place = case.data.notice[event.notice].place(*event.steps[:2], "into")
        yield place, f"{said}；只能并入另一个还在的鉴定所。请对照文件改正 into。"


@check("acts:\n  - {act: hand-back, …, items: [公章]}（文件要求交回的是许可证、印章、标牌）")
def items_undemanded(case: Case) -> Findings:
    """交回的物品，要是所承接的文件要求交回的。

    对照文件改正物品名称；确实另交了别的，用 accept 说明。
    """
    for event, act in _acts(case, ActKind.HAND_BACK):
        demanded = _demanded(case, event, act)
        for i, item in enumerate(act.items if demanded else ()):
            if item not in demanded:
                yield (
                    case.data.notice[event.notice].place(*event.steps[:2], "items", i),
                    (
                        f"{event.subject} 交回了“{item}”，要求交回的是 {'、'.join(demanded)}；"
                        "只写要求交回的。请对照文件改正名称；确实另交了的，用 accept 说明。"
                    ),
                )


def _demanded(case: Case, event: Event, act: Act) -> tuple[str, ...]:
    """Return what the newest decision before, or the one that the act follows, asked back."""
    for earlier in reversed(case.events[event.subject]):
        if earlier.act or earlier.day > event.day or not earlier.in_force(event.day):
            continue
        if act.follows not in {None, earlier.notice}:
            continue
        if hand_back := case.decision(earlier).hand_back:
            return hand_back.items
    return ()


FOLLOWED = (
    strike_unlisted,
    rename_unfollowed,
    host_unfollowed,
    licence_unfollowed,
    merge_wrong,
    items_undemanded,
)
