"""Told: what a change says of someone besides decisions and acts, and may harm them.

Being named by a document for anything but praise; a term of a round that ends sooner, a step that
is no longer done; points that are lost, a visit that finds something; words that warn of someone
where there were none, in a correction or a remark of ours above all.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from register.changes.decided import Pair, is_harsh
from register.changes.facts import corrections, facts, in_words
from register.changes.refs import Filed
from register.changes.values import Adverse, Fact, Ref
from register.records.fields import Document
from register.records.notice import MentionKind
from register.records.round import Round
from register.records.station_sheet import StationSheet
from register.records.visit import FindingKind, Visit
from register.register import Register
from register.views.wording import day


def told(pair: Pair) -> Iterator[Adverse]:
    """Yield each of them."""
    yield from _mentions(pair)
    yield from _records(pair)
    yield from _texts(pair)


def _mentions(pair: Pair) -> Iterator[Adverse]:
    """Yield who is named anew and not for praise, and whose praise is taken back."""
    before, after = set(_named(pair.base)), set(_named(pair.head))
    for notice, kind, about, id_ in _named(pair.head):
        if kind is not MentionKind.COMMEND and (notice, kind, about, id_) not in before:
            how = "点名曝光" if kind else "点名（没有写明是不是表扬）"
            yield _mention(pair, notice, id_, f"{how}：{about}")
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


def _records(pair: Pair) -> Iterator[Adverse]:
    """Yield what rounds, sheets and visits say less well of someone than before."""
    before = pair.before
    for key, new in pair.after.items():
        old = before.get(key)
        if old is None or old.record != new.record:
            yield from (_of(new.ref, said) for said in _worse(old.record if old else None, new))


def _worse(old: Document | None, new: Filed) -> Iterator[str]:
    match old, new.record:
        case Round(), Round():
            yield from _sooner(old, new.record)
            yield from _undone(old, new.record)
        case StationSheet(), StationSheet():
            yield from _lost(old, new.record)
        case _, Visit():
            known = _found(old) if isinstance(old, Visit) else set()
            yield from (f"督导发现：{what}" for what in sorted(_found(new.record) - known))


def _of(ref: Ref, said: str) -> Adverse:
    return Adverse(kind="record", subject=ref, words=said, document=None)


def _sooner(old: Round, new: Round) -> Iterator[str]:
    before = {(each.who, each.what): each.due for each in old.deadlines}
    for each in new.deadlines:
        if each.due < before.get((each.who, each.what), each.due):
            yield f"{each.who}{each.what}的期限提前到{day(each.due)}"


def _undone(old: Round, new: Round) -> Iterator[str]:
    after = _done(new)
    for (step, station), on in _done(old).items():
        now = after.get((step, station))
        if now is None or now > on:
            yield f"{station} 完成 {step} 的日期{f'改晚到{day(now)}' if now else '去掉了'}"


def _done(of: Round) -> dict[tuple[str, str], date]:
    return {(each.step, id_): each.on for each in of.progress for id_ in each.stations}


def _lost(old: StationSheet, new: StationSheet) -> Iterator[str]:
    after = _points(new)
    for where, points in _points(old).items():
        now = after.get(where)
        if now is None or now < points:
            said = f"减到{now}" if now is not None else "去掉了"
            yield f"{'›'.join(where)} 得分由{points}{said}"


def _points(of: StationSheet) -> Mapping[tuple[str, ...], int]:
    return {
        (sheet.sheet, score.by.value, item): points
        for sheet in of.sheets
        for score in sheet.scores
        for item, points in score.points.items()
    }


def _found(of: Visit) -> set[str]:
    return {
        f"{found.site or ''}{found.what}"
        for report in of.reports
        for found in report.findings
        if found.kind is not FindingKind.FINE
    }


def _texts(pair: Pair) -> Iterator[Adverse]:
    """Yield words that warn of someone where there were none, in corrections and remarks."""
    for each in corrections(pair):
        if is_harsh(each.now) or is_harsh(each.because):
            yield _of(each.record, f"更正说明写到：{each.now}；{each.because}")
    for fact in facts(pair):
        if _is_remark(fact) and is_harsh(fact.after) and not is_harsh(fact.before):
            yield _of(fact.record, f"{fact.field}改为：{fact.after}")
    for id_ in pair.new_notices:
        for sic in pair.head.notices[id_].sic:
            if is_harsh(in_words((sic.read_as, sic.because))):
                yield _of(pair.document(id_), f"照录说明写到：{sic.because}")


def _is_remark(fact: Fact) -> bool:
    """Tell whether a fact is no part of what is judged, or of how, which others look at."""
    return fact.kind != "schemes" and not fact.field.startswith(("结论", "其他处理", "点名"))
