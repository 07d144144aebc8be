"""Adverse: what of a change may harm someone, so that a second person must approve it.

Adverse are, of decisions and acts: a new one that rectifies, suspends, proposes to revoke or
revokes; a favourable one whose document is withdrawn or replaced; any one of a document already on
file that is altered, deleted or withdrawn from publication (whom it harms is then for the second
person to judge); a term that ends sooner, a suspension that ends later; other words about someone
on the black list; a longer publication of what is adverse. Besides: being exposed by name, the name
or host of a station on the black list, a standing that falls for any other reason, and what
site.yml says of the publisher, the appeal channel and made-up data.

Not adverse, so that it stays quick: new favourable documents, acceptances, new stations, mended
names and hosts of who is not on the black list, links, remarks, our own corrections of such.
"""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from register.changes.decided import Pair, Twin, is_adverse, item, words
from register.changes.facts import differences, titles_of
from register.changes.moves import direction, now, undocumented
from register.changes.refs import as_ref
from register.changes.values import Adverse, Direction, Ref
from register.history import Event
from register.records.notice import Act, ActKind, Decision, MentionKind
from register.records.standing import BLACK_LIST, Standing
from register.register import Register
from register.views.rows import notice_link, station_link

_GOOD = (Standing.COMMENDED, Standing.EXEMPT, Standing.QUALIFIED, Standing.CONDITIONAL)
_GOOD_ACTS = (ActKind.RESUME, ActKind.RELICENSE)
_SITE = ("authority", "appeal", "contact", "report", "sample")


def adverse(pair: Pair) -> Iterator[Adverse]:
    """Yield each thing once, the gravest kind first."""
    found = [
        *_decisions(pair),
        *_unmatched(pair),
        *_ended(pair),
        *_altered(pair),
        *_terms(pair),
        *_wording(pair),
        *_mentions(pair),
        *_identities(pair),
        *_host_names(pair),
        *_site(pair),
    ]
    told = {each.subject for each in found}
    yield from dict.fromkeys(found)
    yield from (each for each in _fallen(pair) if each.subject not in told)


def _decisions(pair: Pair) -> Iterator[Adverse]:
    """Yield every decision or act of a new document that puts someone on the black list."""
    for twin in pair.twins:
        if twin.after and twin.key.notice in pair.new_notices and is_adverse(twin.after):
            yield _of(pair, twin, "decision", words(twin.after))


def _of(pair: Pair, twin: Twin, kind: str, said: str) -> Adverse:
    document = pair.document(twin.key.notice)
    return Adverse(kind=kind, subject=pair.subject(twin.key.subject), words=said, document=document)


def _unmatched(pair: Pair) -> Iterator[Adverse]:
    """Yield those without a file here whom an adverse decision names anew."""
    before = {(notice, line) for notice, line, _ in _adverse_lines(pair.base)}
    for notice, line, grade in _adverse_lines(pair.head):
        if (notice, line) not in before:
            document = pair.document(notice)
            yield Adverse(
                kind="decision", subject=Ref(line, document.path), words=grade, document=document
            )


def _adverse_lines(register: Register) -> Iterator[tuple[str, str, str]]:
    for id_, notice in register.notices.items():
        for part in notice.rounds:
            scheme = register.schemes[register.rounds[part.round].scheme]
            bad = {g.grade for g in scheme.grades if g.standing in BLACK_LIST}
            for decision in part.decisions:
                lines = decision.unmatched if decision.grade in bad else ()
                yield from ((id_, line.printed, decision.grade) for line in lines)


def _ended(pair: Pair) -> Iterator[Adverse]:
    """Yield what was favourable, or spoke of someone, and has no force any more."""
    today = pair.head.today
    for twin in pair.twins:
        old, new = twin.before, twin.after
        if old and new and old.in_force(today) and not new.in_force(today) and _is_good(new):
            yield _of(pair, twin, "ended", f"{words(old)}，所在文件被撤回或代替")


def _is_good(event: Event) -> bool:
    return event.standing in _GOOD or event.act in _GOOD_ACTS


def _altered(pair: Pair) -> Iterator[Adverse]:
    """Yield every decision or act on file that reads otherwise, or is gone."""
    for each in undocumented(pair):
        if each.withheld:
            said = f"{each.before}，不再公开"
        else:
            said = f"{each.before or '没有结论'}，改为{each.after or '没有结论'}"
        yield Adverse(kind="altered", subject=each.subject, words=said, document=each.document)


def _terms(pair: Pair) -> Iterator[Adverse]:
    """Yield what is to be done sooner, and what is suspended or shown longer."""
    for twin in pair.twins:
        if twin.before and twin.after and is_adverse(twin.after):
            old, new = item(pair.base, twin.before), item(pair.head, twin.after)
            for said in (*_sooner(old, new), *_longer(old, new)):
                yield _of(pair, twin, "term", f"{words(twin.after)}：{said}")
        elif twin.before and twin.after and _is_good(twin.after):
            old, new = item(pair.base, twin.before), item(pair.head, twin.after)
            if _is_longer(_shown_to(new), _shown_to(old)):
                yield _of(pair, twin, "term", f"{words(twin.after)}：公开期缩短")


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
    """Yield other words about someone in a decision or act that is adverse."""
    for twin in pair.twins:
        if twin.before and twin.after and is_adverse(twin.after):
            lines = pair.base.printed(twin.before), pair.head.printed(twin.after)
            if lines[0] != lines[1]:
                yield _of(pair, twin, "wording", f"照录的一行改了：{lines[1]}")
            old, new = item(pair.base, twin.before), item(pair.head, twin.after)
            for found in differences(_alone(old), _alone(new)):
                said = f"{found.field}：{found.before or '没有'}，改为{found.after or '没有'}"
                if not found.field.endswith("期限"):  # days are told by themselves
                    yield _of(pair, twin, "wording", said)


def _alone(of: Decision | Act) -> Decision | Act:
    """Leave out whom else it is about, and for how long it is shown."""
    if isinstance(of, Act):
        return replace(of, stations=(), centres=(), publication=None)
    return replace(of, stations={}, centres={}, unmatched=(), unnamed=0, publication=None)


def _mentions(pair: Pair) -> Iterator[Adverse]:
    """Yield who is exposed by name anew, and whose praise is taken back."""
    before, after = set(_named(pair.base)), set(_named(pair.head))
    for notice, kind, about, id_ in _named(pair.head):
        if kind is MentionKind.EXPOSE and (notice, kind, about, id_) not in before:
            yield _mention(pair, notice, id_, f"点名曝光：{about}")
    for notice, kind, about, id_ in _named(pair.base):
        if kind is MentionKind.COMMEND and (notice, kind, about, id_) not in after:
            yield _mention(pair, notice, id_, f"撤下点名表扬：{about}")


def _named(register: Register) -> Iterator[tuple[str, MentionKind | None, str, str]]:
    for notice, record in register.notices.items():
        for mention in record.mentions:
            yield from ((notice, mention.kind, mention.subject, id_) for id_ in mention.stations)


def _mention(pair: Pair, notice: str, id_: str, said: str) -> Adverse:
    document = pair.document(notice)
    return Adverse(kind="mention", subject=pair.subject(id_), words=said, document=document)


def _identities(pair: Pair) -> Iterator[Adverse]:
    """Yield who is on the black list and now goes by another name, number or host."""
    for id_ in pair.changed_subjects:
        old, new = pair.base.stations.get(id_), pair.head.stations.get(id_)
        if old and new and now(pair.head, id_).standing in BLACK_LIST:
            fields = ("name", "ordinal", "hosts", "succeeds")
            if any(getattr(old.record, f) != getattr(new.record, f) for f in fields):
                said = "在黑榜上，名称、序号、承建单位或者承接改了"
                ref = as_ref(station_link(new))
                document = as_ref(notice_link(pair.head, new.events[-1].notice))
                yield Adverse(kind="identity", subject=ref, words=said, document=document)


def _host_names(pair: Pair) -> Iterator[Adverse]:
    """Yield who is on the black list and is run by one that now goes by other names."""
    for id_, host in pair.head.hosts.items():
        old = pair.base.hosts.get(id_)
        if old and old.names != host.names:
            for station in map(pair.head.stations.__getitem__, pair.head.hosted[id_]):
                if now(pair.head, station.id).standing in BLACK_LIST:
                    ref = as_ref(station_link(station))
                    said = f"在黑榜上，承建单位的名称改为{host.names[-1].name}"
                    yield Adverse(kind="identity", subject=ref, words=said, document=None)


def _fallen(pair: Pair) -> Iterator[Adverse]:
    """Yield whose standing falls for a reason that nothing above has told."""
    for id_ in pair.changed_subjects:
        old, new = now(pair.base, id_), now(pair.head, id_)
        way = direction(old, new)
        falls = way is Direction.WORSE or (way is Direction.GONE and old.standing in _GOOD)
        if (old.standing, old.event) != (new.standing, new.event) and falls:
            said = f"{words(old.event)}，变为{words(new.event) or '没有在案结论'}"
            yield Adverse(kind="fallen", subject=pair.subject(id_), words=said, document=None)


def _site(pair: Pair) -> Iterator[Adverse]:
    """Yield what the site says otherwise of its publisher and of how one appeals."""
    old, new = pair.base.site, pair.head.site
    for name in _SITE:
        title = titles_of(type(new))[name]
        for found in differences(getattr(old, name), getattr(new, name), (title,)):
            said = f"{found.field}：{found.before or '没有'}，改为{found.after or '没有'}"
            ref = Ref(new.title, "about/")
            yield Adverse(kind="site", subject=ref, words=said, document=None)
