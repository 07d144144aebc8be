"""Decided: the decisions and acts of two registers, each paired with itself.

An event keeps its identity over a change by its subject, its document, its round (of a decision)
or its act, and its number among those.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from register.changes.refs import Filed, document_ref, filed, subject_ref, subjects
from register.changes.values import Ref
from register.history import Event
from register.records.fields import Document
from register.records.notice import Act, ActKind, Decision, Notice
from register.records.standing import BLACK_LIST, ENDED, Standing
from register.register import Register
from register.views.wording import event_mark

RANKS = {
    Standing.COMMENDED: 0,
    Standing.EXEMPT: 1,
    Standing.QUALIFIED: 1,
    Standing.CONDITIONAL: 2,
    Standing.RECTIFYING: 3,
    Standing.SUSPENDED: 4,
    Standing.PROPOSED_REVOCATION: 5,
    Standing.REVOKED: 6,
}
"""From good to bad; who has ended of itself or was not assessed is neither."""

GOOD = (Standing.COMMENDED, Standing.EXEMPT, Standing.QUALIFIED, Standing.CONDITIONAL)
TAKING = (ActKind.STRIKE, ActKind.MERGE)
"""Acts that take a trade, or the station itself, from someone and give no standing."""
HARSH = re.compile(
    "不合格|不达标|[不未](?:能)?通过|不予|撤销|吊销|整改|暂停|停业|停止|取消|注销|黑榜|曝光|通报批评"
    "|虚假|作假|违规|违法|违纪|处罚|失信|舞弊|买卖"
)


class Key(NamedTuple):
    """What makes an event the same before and after."""

    subject: str
    notice: str
    round: str
    act: str
    number: int


class Twin(NamedTuple):
    """One event before and after; None where it is not there."""

    key: Key
    before: Event | None
    after: Event | None

    @property
    def differs(self) -> bool:
        """Whether it says something else, or is on one side only."""
        return _said(self.before) != _said(self.after)


def _said(event: Event | None) -> tuple[object, ...] | None:
    return (event.grade, event.standing, event.year, event.due) if event else None


class Pair:
    """Two registers of one day, with what is looked up in both of them more than once."""

    def __init__(self, base: Register, head: Register) -> None:
        """Set `head`, the register after the change, against `base`, the one before."""
        self.base = base
        self.head = head

    @cached_property
    def before(self) -> Mapping[tuple[str, str], Filed]:
        """Every record of the base, by kind and id."""
        return filed(self.base)

    @cached_property
    def after(self) -> Mapping[tuple[str, str], Filed]:
        """Every record of the head, by kind and id."""
        return filed(self.head)

    @cached_property
    def changed_subjects(self) -> tuple[str, ...]:
        """Who differs, is on one side only, or stands in a document that reads otherwise."""
        before, after = subjects(self.base), subjects(self.head)
        everyone, touched = dict.fromkeys((*after, *before)), self._touched
        return tuple(id_ for id_ in everyone if id_ in touched or before.get(id_) != after.get(id_))

    @cached_property
    def _touched(self) -> frozenset[str]:
        """Everyone in the documents on file that read otherwise."""
        old, new = self.base.notices, self.head.notices
        changed = [id_ for id_ in old if id_ in new and old[id_] != new[id_]]
        return frozenset(s for id_ in changed for n in (old[id_], new[id_]) for s in _named(n))

    @cached_property
    def twins(self) -> tuple[Twin, ...]:
        """The events of those, each with itself, in the order of the documents."""
        before = dict(_keyed(self.base, self.changed_subjects))
        after = dict(_keyed(self.head, self.changed_subjects))
        keys = dict.fromkeys((*before, *after))
        return tuple(Twin(key, before.get(key), after.get(key)) for key in keys)

    @cached_property
    def twins_of(self) -> Mapping[str, list[Twin]]:
        """The same, by station or centre."""
        found: dict[str, list[Twin]] = defaultdict(list)
        for twin in self.twins:
            found[twin.key.subject].append(twin)
        return found

    @cached_property
    def new_notices(self) -> frozenset[str]:
        """The documents that only the head has."""
        return frozenset(self.head.notices) - frozenset(self.base.notices)

    def subject(self, id_: str) -> Ref:
        """Name a station or a centre."""
        return subject_ref(self.base, self.head, id_)

    def document(self, id_: str) -> Ref:
        """Name a document."""
        return document_ref(self.base, self.head, id_)

    def explained(self, before: Document | None, after: Document | None) -> bool:
        """Tell whether a correction of ours came into a record with the change."""
        old = before.corrections if before else ()
        return after is not None and any(entry not in old for entry in after.corrections)

    def notice_explained(self, id_: str) -> bool:
        """Tell whether a document on file came with a correction of ours."""
        return self.explained(self.base.notices.get(id_), self.head.notices.get(id_))


def _keyed(register: Register, ids: tuple[str, ...]) -> Iterator[tuple[Key, Event]]:
    everyone: Mapping[str, object] = subjects(register)
    for id_ in ids:
        file = everyone.get(id_)
        numbers: Counter[tuple[str, str, str]] = Counter()
        for event in getattr(file, "events", ()):
            own = (event.notice, "" if event.act else event.round, _act(event))
            yield Key(id_, *own, numbers[own]), event
            numbers[own] += 1


def _named(notice: Notice) -> Iterator[str]:
    for part in notice.rounds:
        for decision in part.decisions:
            yield from (*decision.stations, *decision.centres)
    for act in notice.acts:
        yield from (*act.stations, *act.centres)


def _act(event: Event) -> str:
    return event.act.value if event.act else ""


def words(event: Event | None) -> str:
    """Say what an event decided, with its grade as printed; nothing of none."""
    if event is None:
        return ""
    if event.act in TAKING:
        return event.grade
    said = event_mark(event).words
    return said if event.act or event.grade in said else f"{said}（{event.grade}）"


def is_adverse(event: Event) -> bool:
    """Tell whether an event puts someone on the black list, ends them, or takes something away.

    So does a grade that sounds like it, whatever class of ours a scheme gives it.
    """
    ended = event.standing in ENDED or event.act in TAKING
    return ended or event.standing in BLACK_LIST or (not event.act and is_harsh(event.grade))


def is_harsh(text: str) -> bool:
    """Tell whether a text has a word that warns of someone."""
    return HARSH.search(text) is not None


def item(register: Register, event: Event) -> Decision | Act:
    """Return the decision or the act that an event comes from."""
    return register.act(event) if event.act else register.decision(event)
