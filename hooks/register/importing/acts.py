"""Acts: what a paper does to stations besides grading them, and the document that it answers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from register.history import Event
from register.history.demands import demands_on, newest
from register.records.notice import ACT_TITLES, Act, ActKind

_TOLD = {
    ActKind.ACCEPT: r"(?:经)?(?:整改|复查|复核)*(?:后)?验收(?:合格|通过)|通过(?:整改)?验收",
    ActKind.FAIL: r"(?:经)?(?:整改|复查|复核)*(?:后)?(?:验收不合格|验收未通过|未通过(?:整改)?验收)",
    ActKind.DEREGISTER: r"(?:自行)?注销",
}
_UNASKED = "要承接要求整改的文件，已录的文件都没有要求它整改。请先录入那份文件"
_ANSWERS = (ActKind.ACCEPT, ActKind.FAIL)


class Acted(NamedTuple):
    """A station that the paper lists under an act, and the piece that lists it."""

    id: str
    name: str
    kind: ActKind
    piece: int
    follows: str = ""


def act_in(word: str) -> ActKind | None:
    """Return the act that an outcome's words are, None where they are another or none."""
    return next((kind for kind, told in _TOLD.items() if re.fullmatch(told, word)), None)


def answering(
    acts: Sequence[Acted], events: Mapping[str, Sequence[Event]], notice: str, day: date
) -> Iterator[tuple[Acted, str]]:
    """Yield each act with the notice that it follows, and "" or why it cannot be recorded."""
    for acted in acts:
        if acted.kind not in _ANSWERS:
            yield acted, ""
            continue
        others = [e for e in events.get(acted.id, ()) if e.notice != notice]
        demands, open_ = demands_on(others, day, notice, day)
        if open_:
            yield acted._replace(follows=newest(open_).notice), ""
        elif demands:
            yield acted, "它的整改已经验收合格，没有再录。请核对原文"
        else:
            yield acted, f"{ACT_TITLES[acted.kind]}{_UNASKED}"


def as_acts(acts: Sequence[Acted]) -> Iterator[Act]:
    """Yield one act for all stations of which the paper says the same."""
    groups: dict[tuple[ActKind, str], list[str]] = defaultdict(list)
    for acted in acts:
        groups[acted.kind, acted.follows].append(acted.id)
    for (kind, follows), ids in groups.items():
        yield Act(act=kind, stations=tuple(dict.fromkeys(ids)), follows=follows or None)


__all__ = ["Acted", "act_in", "answering", "as_acts"]
