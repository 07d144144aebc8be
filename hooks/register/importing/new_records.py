"""New records: the notice that a paper becomes, and all files that come with it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from register.importing.acts import as_acts
from register.importing.choices import Choices, Frame
from register.importing.decided import Decided
from register.importing.decisions import as_decisions
from register.importing.facts import Facts
from register.importing.stations import Stations
from register.names.provinces import short_name
from register.reading import Dataset
from register.records import Notice, Round
from register.records.fields import Accepted, Basis, Issuer, Record, Sic
from register.records.notice import NoticeRound


class ProposedFile(NamedTuple):
    """A file below the data folder that does not exist yet."""

    path: str
    record: Record


def new_notice(
    frame: Frame, facts: Facts, decided: Decided, own: Notice | None, choices: Choices
) -> Notice | None:
    """Return the notice that a paper becomes; None where its title or its day is not known.

    What the paper does not say of itself is taken from `own`, the notice that is on file.
    """
    title = facts.title or (own.title if own else "")
    day = facts.decided or (own.decided if own else None)
    if not title or not day:
        return None
    order = {id_: i for i, id_ in enumerate(decided.settled)}
    graded = tuple(as_decisions(decided, order))
    part = NoticeRound(round=frame.round, totals=decided.totals, decisions=graded)
    uncounted = [
        g
        for g in dict.fromkeys(d.grade for d in graded)
        if decided.totals and g not in decided.totals
    ]
    accept = Accepted(rule="totals-differ", because=f"文件没有写“{'”“'.join(uncounted)}”的总数")
    short = _without_region(title, frame)
    return Notice(
        id=frame.notice,
        number=facts.number or None,
        title=short,
        issuer=Issuer(name=facts.issuer) if facts.issuer else None,
        addressee=facts.addressee or None,
        decided=day,
        published=facts.published,
        basis=tuple(Basis(number=number, title=name) for number, name in facts.basis),
        rounds=(part,) if graded else (),
        acts=tuple(as_acts(decided.acts)),
        sic=(*_sic(facts, title, short, choices), *decided.sic),
        accept=(accept,) if uncounted else (),
    )


def _without_region(title: str, frame: Frame) -> str:
    """Drop the province's short name that a site put before 关于."""
    short = short_name(frame.region_name)
    return title.removeprefix(short) if short and title.startswith(f"{short}关于") else title


def _sic(facts: Facts, title: str, short: str, choices: Choices) -> Iterator[Sic]:
    if (
        facts.number
        and facts.number_printed
        and facts.number != facts.number_printed
        and not choices.number
    ):
        yield Sic(
            at="number",
            printed=facts.number_printed,
            read_as=facts.number,
            because="原文的年份没有用六角括号",
        )
    if (
        facts.decided_printed
        and re.search("[0○]", facts.decided_printed)
        and re.search("[一二三四五六七八九]", facts.decided_printed)
    ):
        yield Sic(
            at="decided",
            printed=facts.decided_printed,
            read_as=re.sub("[0○]", "〇", facts.decided_printed),
            because="年份里的〇印成了别的字符",
        )
    if short != title:
        yield Sic(at="title", printed=title, read_as=short, because="转载的标题前多了地名")


def new_files(
    notice: Notice, frame: Frame, stations: Stations, data: Dataset
) -> Iterator[ProposedFile]:
    """Yield the new files; the notice last, so that broken-off writing leaves no half one."""
    region = frame.region
    used = {id_ for part in notice.rounds for d in part.decisions for id_ in d.stations}
    used |= {id_ for act in notice.acts for id_ in act.stations}
    used |= {act.into for act in notice.acts if act.into}
    new = {id_: s for id_, s in stations.new.items() if id_ in used}
    hosts = {term.host for station in new.values() for term in station.hosts}
    for id_, host in stations.hosts.items():
        if id_ in hosts:
            yield ProposedFile(f"hosts/{region}/{id_}.yml", host)
    for id_, station in new.items():
        yield ProposedFile(f"stations/{region}/{id_}.yml", station)
    if notice.rounds and frame.round not in data.round and frame.year:
        yield ProposedFile(f"rounds/{frame.round}.yml", _round(frame, data))
    yield ProposedFile(f"notices/{frame.notice}.yml", notice)


def _round(frame: Frame, data: Dataset) -> Round:
    assert frame.year
    scheme = data.scheme[frame.scheme].record.name
    name = f"{frame.region_name}{frame.year}年度{scheme.removeprefix(frame.region_name)}"
    return Round(
        id=frame.round, name=name[:100], scheme=frame.scheme, region=frame.region, year=frame.year
    )


__all__ = ["ProposedFile", "new_files", "new_notice"]
