"""Moves: who moves from where to where, by which document; and what moves without one."""

from collections import Counter
from collections.abc import Iterator

from register.changes.decided import GOOD, RANKS, Pair, Twin, words
from register.changes.refs import as_ref
from register.changes.values import Coming, Direction, Move, State, Total, Undocumented
from register.history import Event, Phase, Span
from register.publication import is_public
from register.records.notice import ActKind
from register.records.standing import Standing
from register.register import CentreFile, Register, StationFile
from register.views.rows import notice_link
from register.views.wording import mark, status

_NOTHING = Span(None, None, Phase.NONE, None)


def moves(pair: Pair) -> Iterator[Move]:
    """Yield everyone for whom something else holds on the day, the gravest direction first."""
    found = [move for id_ in pair.changed_subjects if (move := _move(pair, id_))]
    order = list(Direction)
    yield from sorted(found, key=lambda move: order.index(move.direction))


def _move(pair: Pair, id_: str) -> Move | None:
    old, new = now(pair.base, id_), now(pair.head, id_)
    before, after = _state(pair.base, old), _state(pair.head, new)
    if _compared(before) == _compared(after):
        return None
    return Move(
        subject=pair.subject(id_),
        direction=direction(old, new),
        before=before,
        after=after,
        documents=tuple(pair.document(notice) for notice in causes(pair, id_)),
    )


def now(register: Register, id_: str) -> Span:
    """Return what holds for someone on the register's day; nothing of who is not in it."""
    file = of(register, id_)
    return register.now(file) if file else _NOTHING


def of(register: Register, id_: str) -> StationFile | CentreFile | None:
    """Return the file of a station or a centre."""
    return register.stations.get(id_) or register.centres.get(id_)


def _state(register: Register, span: Span) -> State:
    event = span.event
    return State(
        standing=mark(span).code,
        words=status(span),
        grade=event.grade if event and not event.act else "",
        year=event.year if event else None,
        phase=span.phase.value,
        document=as_ref(notice_link(register, event.notice)) if event else None,
    )


def _compared(state: State) -> tuple[object, ...]:
    """Leave out the words of the document: a mended number moves nobody."""
    path = state.document.path if state.document else None
    return (state.standing, state.words, state.grade, state.year, state.phase, path)


def direction(before: Span, after: Span) -> Direction:
    """Tell how someone moves; revoked is the worst, deregistered and merged are ends."""
    old, new = _rank(before), _rank(after)
    if _is_over(after) and not _is_over(before):
        return Direction.ENDED
    if before.event is None:
        return Direction.FIRST
    if after.event is None:
        return Direction.GONE
    if old is None or new is None:
        return Direction.SAME if before.standing is after.standing else Direction.OTHER
    if old == new:
        return Direction.SAME
    return Direction.WORSE if new > old else Direction.BETTER


def _rank(span: Span) -> int | None:
    return RANKS.get(span.standing) if span.standing else None


def _is_over(span: Span) -> bool:
    merged = span.event is not None and span.event.act is ActKind.MERGE
    return merged or span.standing is Standing.DEREGISTERED


def causes(pair: Pair, id_: str) -> list[str]:
    """Return the new documents that decide something of someone, or end what decided before."""
    found = [notice for twin in pair.twins_of.get(id_, ()) for notice in _new_in(pair, twin)]
    return list(dict.fromkeys(found))


def _new_in(pair: Pair, twin: Twin) -> Iterator[str]:
    if twin.key.notice in pair.new_notices:
        yield twin.key.notice
    if twin.after:
        ends = (ending.notice for ending in twin.after.endings)
        yield from (notice for notice in ends if notice in pair.new_notices)


def coming(pair: Pair) -> Iterator[Coming]:
    """Yield what is decided anew and takes effect only later."""
    for twin in pair.twins:
        event = twin.after
        if event and event.day > pair.head.today and twin.differs:
            yield Coming(
                subject=pair.subject(twin.key.subject),
                since=event.day,
                words=words(event),
                document=pair.document(event.notice),
            )


def undocumented(pair: Pair) -> Iterator[Undocumented]:
    """Yield each decision or act of a document on file that the change alters by itself."""
    for twin in pair.twins:
        notice = twin.key.notice
        if twin.differs and notice in pair.base.notices and not _found_its_file(pair, twin):
            yield Undocumented(
                subject=pair.subject(twin.key.subject),
                document=pair.document(notice),
                before=_with_term(twin.before),
                after=_with_term(twin.after),
                explained=pair.notice_explained(notice),
                withheld=twin.after is None and _is_withheld(pair.head, twin),
            )


def _found_its_file(pair: Pair, twin: Twin) -> bool:
    """Tell whether a favourable line without a file only got the file that it is about."""
    event = twin.after
    if twin.before or event is None or event.act or event.standing not in GOOD:
        return False
    line = pair.head.printed(event)
    return any(
        decision.grade == event.grade and line in {each.printed for each in decision.unmatched}
        for part in pair.base.notices[twin.key.notice].rounds
        if part.round == event.round
        for decision in part.decisions
    )


def _with_term(event: Event | None) -> str:
    due = f"，期限{event.due.isoformat()}" if event and event.due else ""
    return words(event) + due


def _is_withheld(head: Register, twin: Twin) -> bool:
    """Tell whether the document says that something of the kind may no longer be shown."""
    notice, event = head.notices.get(twin.key.notice), twin.before
    if notice is None or event is None:
        return False
    decisions = [d for p in notice.rounds if p.round == event.round for d in p.decisions]
    hidden = [d for d in decisions if not is_public(d, head.today) and d.grade == event.grade]
    acts = [a for a in notice.acts if not is_public(a, head.today) and a.act is event.act]
    return bool(hidden or acts)


def totals(base: Register, head: Register) -> Iterator[Total]:
    """Yield for each class how many stations stand in it, and then how many centres."""
    titles = {standing.value: standing.title for standing in Standing}
    titles |= {"merged": "已并入别所", "none": "没有在案结论"}
    for judged in ("stations", "centres"):
        before, after = _counted(base, judged), _counted(head, judged)
        for code, title in titles.items():
            old, new = before[code], after[code]
            if old or new:
                yield Total(judged=judged, standing=code, title=title, before=old, after=new)


def _counted(register: Register, judged: str) -> Counter[str]:
    centres = judged == "centres"
    everyone = register.centres.values() if centres else register.stations.values()
    return Counter(mark(register.now(file)).code for file in everyone)
