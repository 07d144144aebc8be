"""Adverse: what of a change may harm someone, so that a second person must approve it.

Adverse are, of decisions and acts: a new one that rectifies, suspends, proposes to revoke, revokes,
ends a station or takes a trade from it, sounds like one of these, or asks something of someone; a
favourable one whose document is withdrawn or replaced, and an adverse one that comes back; any one
of a document already on file that is altered, deleted or withdrawn from publication (whom it harms
is then for the second person to judge); a term that ends sooner, a suspension that ends later, an
earlier day of what is adverse; other words about someone on the black list; a longer publication of
what is adverse. Besides: what `falls`, `identities` and `told` say.

Not adverse, so that it stays quick: new favourable documents, acceptances, new stations, mended
names and hosts of who is not on the black list, links, remarks, our own corrections of such.
"""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from register.changes.decided import GOOD, Pair, Twin, is_adverse, is_harsh, item, words
from register.changes.facts import differences
from register.changes.falls import fallen
from register.changes.identities import identities
from register.changes.moves import undocumented
from register.changes.told import told
from register.changes.values import Adverse, Ref
from register.history import Event
from register.records.notice import Act, ActKind, Decision
from register.records.scheme import GradeMeaning
from register.records.standing import BLACK_LIST, ENDED
from register.register import Register

_GOOD_ACTS = (ActKind.RESUME, ActKind.RELICENSE)
_REASONS = ("grounds", "idle_years", "hand_back", "rectify")


def adverse(pair: Pair) -> Iterator[Adverse]:
    """Yield each thing once, the gravest kind first."""
    found = [
        *_decisions(pair),
        *_unmatched(pair),
        *_ended(pair),
        *_altered(pair),
        *_terms(pair),
        *_wording(pair),
        *told(pair),
        *identities(pair),
    ]
    named = {each.subject for each in found}
    yield from dict.fromkeys(found)
    yield from (each for each in fallen(pair) if each.subject not in named)


def _decisions(pair: Pair) -> Iterator[Adverse]:
    """Yield every decision or act of a new document that is adverse, or asks something."""
    for twin in pair.twins:
        if twin.after and twin.key.notice in pair.new_notices:
            asked = _asked(item(pair.head, twin.after))
            if is_adverse(twin.after) or asked:
                said = words(twin.after) + (f"：{asked}" if asked else "")
                yield _of(pair, twin, "decision", said)


def _asked(of: Decision | Act) -> str:
    """Say what a decision asks of someone, or charges them with, whatever its grade."""
    if isinstance(of, Act):
        return ""
    asked = {"要求整改": of.rectify, "要求交回": of.hand_back, "连续没有开展鉴定": of.idle_years}
    harsh = of.grounds and is_harsh(of.grounds)
    return "、".join(
        [title for title, value in asked.items() if value] + [of.grounds or ""] * bool(harsh)
    )


def _of(pair: Pair, twin: Twin, kind: str, said: str) -> Adverse:
    document = pair.document(twin.key.notice)
    return Adverse(kind=kind, subject=pair.subject(twin.key.subject), words=said, document=document)


def _unmatched(pair: Pair) -> Iterator[Adverse]:
    """Yield those without a file here whom an adverse decision names anew."""
    before = set(_adverse_lines(pair.base))
    for notice, line, grade in _adverse_lines(pair.head):
        if (notice, line, grade) not in before:
            document = pair.document(notice)
            yield Adverse(
                kind="decision", subject=Ref(line, document.path), words=grade, document=document
            )


def _adverse_lines(register: Register) -> Iterator[tuple[str, str, str]]:
    for id_, notice in register.notices.items():
        for part in notice.rounds:
            scheme = register.schemes[register.rounds[part.round].scheme]
            bad = {meaning.grade for meaning in scheme.grades if _is_bad(meaning)}
            for decision in part.decisions:
                lines = decision.unmatched if decision.grade in bad else ()
                yield from ((id_, line.printed, decision.grade) for line in lines)


def _is_bad(meaning: GradeMeaning) -> bool:
    return meaning.standing in (*BLACK_LIST, *ENDED) or is_harsh(meaning.grade)


def _ended(pair: Pair) -> Iterator[Adverse]:
    """Yield what was favourable and has no force any more, and what is adverse and has it again."""
    today = pair.head.today
    for twin in pair.twins:
        old, new = twin.before, twin.after
        if old and new and old.in_force(today) and not new.in_force(today) and _is_good(new):
            yield _of(pair, twin, "ended", f"{words(old)}，所在文件被撤回或代替")
        if old and new and not old.in_force(today) and new.in_force(today) and is_adverse(new):
            yield _of(pair, twin, "ended", f"{words(new)}，所在文件重新有效")


def _is_good(event: Event) -> bool:
    return event.standing in GOOD or event.act in _GOOD_ACTS


def _altered(pair: Pair) -> Iterator[Adverse]:
    """Yield every decision or act on file that reads otherwise, or is gone."""
    for each in undocumented(pair):
        if each.withheld:
            said = f"{each.before}，不再公开"
        else:
            said = f"{each.before or '没有结论'}，改为{each.after or '没有结论'}"
        yield Adverse(kind="altered", subject=each.subject, words=said, document=each.document)


def _terms(pair: Pair) -> Iterator[Adverse]:
    """Yield what is to be done sooner, and what holds from an earlier day or is shown longer."""
    for twin in pair.twins:
        if twin.before and twin.after and is_adverse(twin.after):
            old, new = item(pair.base, twin.before), item(pair.head, twin.after)
            earlier = _earlier(twin.before, twin.after)
            for said in (*_sooner(old, new), *_longer(old, new), *earlier):
                yield _of(pair, twin, "term", f"{words(twin.after)}：{said}")
        elif twin.before and twin.after and _is_good(twin.after):
            old, new = item(pair.base, twin.before), item(pair.head, twin.after)
            if _is_longer(_shown_to(new), _shown_to(old)):
                yield _of(pair, twin, "term", f"{words(twin.after)}：公开期缩短")


def _earlier(old: Event, new: Event) -> Iterator[str]:
    if new.day < old.day:
        yield f"提前到从{new.day.isoformat()}起算"


def _sooner(old: Decision | Act, new: Decision | Act) -> Iterator[str]:
    if not (isinstance(old, Decision) and isinstance(new, Decision)):
        return
    terms = zip(("整改期限", "整改方案期限", "交回期限"), _days(old), _days(new), strict=True)
    for title, before, after in terms:
        if after and (before is None or after < before):
            yield (
                f"{title}提前到{after.isoformat()}" if before else f"新增{title}{after.isoformat()}"
            )


def _days(of: Decision) -> tuple[date | None, ...]:
    rectify, hand_back = of.rectify, of.hand_back
    asked = (rectify.due, rectify.plan_due) if rectify else (None, None)
    return (*asked, hand_back.due if hand_back else None)


def _longer(old: Decision | Act, new: Decision | Act) -> Iterator[str]:
    if isinstance(old, Act) and isinstance(new, Act) and _is_longer(old.until, new.until):
        yield "暂停期延长"
    if _is_longer(_shown_to(old), _shown_to(new)):
        yield "公开期延长"


def _shown_to(of: Decision | Act) -> date | None:
    """Return the last day on which something is shown; none is for ever."""
    days = (of.publication.until, of.publication.withdrawn) if of.publication else ()
    return min(filter(None, days), default=None)


def _is_longer(before: date | None, after: date | None) -> bool:
    """Tell whether a term became longer; none has no end."""
    return before is not None and (after is None or after > before)


def _wording(pair: Pair) -> Iterator[Adverse]:
    """Yield other words about someone in what is adverse, and other reasons or duties in any."""
    for twin in pair.twins:
        if twin.before and twin.after:
            grave = is_adverse(twin.after)
            lines = pair.base.printed(twin.before), pair.head.printed(twin.after)
            if lines[0] != lines[1] and grave:
                yield _of(pair, twin, "wording", f"照录的一行改了：{lines[1]}")
            old, new = item(pair.base, twin.before), item(pair.head, twin.after)
            alone = (_alone(old), _alone(new)) if grave else (_reasons(old), _reasons(new))
            for found in differences(*alone):
                said = f"{found.field}：{found.before or '没有'}，改为{found.after or '没有'}"
                if not found.field.endswith("期限"):  # days are told by themselves
                    yield _of(pair, twin, "wording", said)


def _alone(of: Decision | Act) -> Decision | Act:
    """Leave out whom else it is about, and for how long it is shown."""
    if isinstance(of, Act):
        return replace(of, stations=(), centres=(), publication=None)
    return replace(of, stations={}, centres={}, unmatched=(), unnamed=0, publication=None)


def _reasons(of: Decision | Act) -> Decision | None:
    """Keep of a decision only why, and what it asks."""
    if isinstance(of, Act):
        return None
    return replace(Decision(grade=""), **{name: getattr(of, name) for name in _REASONS})
