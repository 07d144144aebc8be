"""Acts: what a paper does to stations besides grading them, and the document that it answers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from register.history import Event
from register.history.demands import demands_on, newest
from register.records import Scheme
from register.records.notice import ACT_TITLES, Act, ActKind
from register.records.standing import Standing

_TOLD = {
    ActKind.ACCEPT: r"(?:经)?(?:整改|复查|复核)*(?:后)?验收(?:合格|通过)|通过(?:整改)?验收",
    ActKind.FAIL: r"(?:经)?(?:整改|复查|复核)*(?:后)?(?:验收不合格|验收未通过|未通过(?:整改)?验收)",
    ActKind.DEREGISTER: r"(?:自行)?注销",
    ActKind.RESUME: r"恢复(?:其)?(?:职业)?(?:技能)?(?:鉴定?)?(?:业务?|资格?|工作?)?",
    ActKind.SUSPEND: r"暂停(?:其)?(?:职业)?(?:技能)?(?:鉴定?)?(?:业务?|资格?|工作?)?",
    ActKind.REVOKE: r"(?:撤销|撤消|吊销)(?:其)?(?:鉴定?)?(?:资格?|许可证?)?"
    r"|取消(?:其)?(?:鉴定)?资格",
}
_UNASKED = "要承接要求整改的文件，已录的文件都没有要求它整改。请先录入那份文件"
_UNSUSPENDED = "要承接暂停业务的文件，已录的文件都没有暂停它。请先录入那份文件"
_ANSWERS = (ActKind.ACCEPT, ActKind.FAIL)
_PAUSES = (Standing.SUSPENDED, Standing.RECTIFYING)
# A scheme may have a grade for these; then the word is that grade, or the person says which.
_GRADED = {ActKind.REVOKE: Standing.REVOKED, ActKind.SUSPEND: Standing.SUSPENDED}


class Acted(NamedTuple):
    """A station that the paper lists under an act, and the piece that lists it."""

    id: str
    name: str
    kind: ActKind
    piece: int
    follows: str = ""
    to: str = ""
    """The new name, or the id of the station that it goes on in."""


def acts_beside(scheme: Scheme | None) -> frozenset[ActKind]:
    """Return the acts that a list's words may be: those for which the scheme has no grade."""
    graded = {grade.standing for grade in scheme.grades} if scheme else set()
    return frozenset(kind for kind in _TOLD if _GRADED.get(kind) not in graded)


def act_in(word: str) -> ActKind | None:
    """Return the act that an outcome's words are, None where they are another or none."""
    return next((kind for kind, told in _TOLD.items() if re.fullmatch(told, word)), None)


def answering(
    acts: Sequence[Acted], events: Mapping[str, Sequence[Event]], notice: str, day: date
) -> Iterator[tuple[Acted, str]]:
    """Yield each act with the notice that it follows, and "" or why it cannot be recorded."""
    for acted in acts:
        others = [e for e in events.get(acted.id, ()) if e.notice != notice]
        if acted.kind not in _ANSWERS:
            yield acted, _unsuspended(acted, others, day)
            continue
        demands, open_ = demands_on(others, day, notice, day)
        if open_:
            yield acted._replace(follows=newest(open_).notice), ""
        elif demands:
            yield acted, "它的整改已经验收合格，没有再录。请核对原文"
        else:
            yield acted, f"{ACT_TITLES[acted.kind]}{_UNASKED}"


def _unsuspended(acted: Acted, events: Sequence[Event], day: date) -> str:
    """Return why a station cannot resume, "" where it can, or does something else."""
    paused = (e for e in events if e.day <= day and e.in_force(day) and e.standing in _PAUSES)
    resumes = acted.kind is ActKind.RESUME
    return f"{ACT_TITLES[acted.kind]}{_UNSUSPENDED}" if resumes and not any(paused) else ""


def as_acts(acts: Sequence[Acted]) -> Iterator[Act]:
    """Yield one act for all stations of which the paper says the same."""
    groups: dict[tuple[ActKind, str, str], list[str]] = defaultdict(list)
    for acted in acts:
        groups[acted.kind, acted.follows, acted.to].append(acted.id)
    for (kind, follows, to), ids in groups.items():
        yield Act(
            act=kind,
            stations=tuple(dict.fromkeys(ids)),
            follows=follows or None,
            name=to if kind is ActKind.RENAME else None,
            into=to if kind is ActKind.MERGE else None,
        )


__all__ = ["Acted", "act_in", "acts_beside", "answering", "as_acts"]
