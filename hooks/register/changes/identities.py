"""Identities: who is named, and what they hold, otherwise than before, so that it may harm them.

Whoever is on the black list keeps the names and marks by which they are known, and so do those that
run them; nobody is made the successor of such; nobody loses a licence, a trade or a certification
that is on file; and the site keeps its publisher, its address and its way of appeal.
"""

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from register.changes.decided import Pair
from register.changes.facts import differences, titles_of
from register.changes.moves import now
from register.changes.refs import as_ref
from register.changes.values import Adverse, Ref
from register.records.standing import BLACK_LIST
from register.records.station import Certification, Licence, Occupation
from register.register import StationFile
from register.views.rows import notice_link, station_link

_KNOWN_BY = ("name", "ordinal", "aliases", "hosts", "code", "city", "supervisor", "succeeds")
_HELD = ("licences", "occupations", "certifications")
_SITE = ("title", "regions", "sample", "authority", "url", "contact", "filings", "appeal", "report")


def identities(pair: Pair) -> Iterator[Adverse]:
    """Yield each of them."""
    for id_ in pair.changed_subjects:
        old, new = pair.base.stations.get(id_), pair.head.stations.get(id_)
        if new:
            yield from _successor(pair, old, new)
        if old and new:
            yield from _known_by(pair, old, new)
            yield from _held(old, new)
    yield from _hosts(pair)
    yield from _site(pair)


def _is_black(pair: Pair, id_: str) -> bool:
    return now(pair.head, id_).standing in BLACK_LIST


def _known_by(pair: Pair, old: StationFile, new: StationFile) -> Iterator[Adverse]:
    changed = [n for n in _KNOWN_BY if getattr(old.record, n) != getattr(new.record, n)]
    if changed and _is_black(pair, new.id):
        titles = titles_of(type(new.record))
        said = f"在黑榜上，{'、'.join(titles[name] for name in changed)}改了"
        document = as_ref(notice_link(pair.head, new.events[-1].notice))
        yield _of(new, said, document)


def _successor(pair: Pair, old: StationFile | None, new: StationFile) -> Iterator[Adverse]:
    """Yield who is now said to carry on a station on the black list."""
    before = old.record.succeeds if old else None
    after = new.record.succeeds
    if after and after != before and _is_black(pair, after):
        yield _of(new, f"写成承接了黑榜上的{pair.subject(after).words}")


def _held(old: StationFile, new: StationFile) -> Iterator[Adverse]:
    """Yield who holds less than before: what is gone, or ends sooner."""
    titles = titles_of(type(new.record))
    for name in _HELD:
        entries = getattr(old.record, name), getattr(new.record, name)
        for before, after in zip_longest(*entries):
            if before and (after is None or _ends(after) < _ends(before)):
                said = "提前到期" if after else "少了"
                yield _of(new, f"{titles[name]}{said}：{_named(before)}")


def _named(held: Licence | Occupation | Certification) -> str:
    return held.number if isinstance(held, Licence) else held.name


def _ends(held: Licence | Occupation | Certification) -> date:
    ends = None if isinstance(held, Occupation) else held.to
    return ends or date.max


def _of(station: StationFile, said: str, document: Ref | None = None) -> Adverse:
    ref = as_ref(station_link(station))
    return Adverse(kind="identity", subject=ref, words=said, document=document)


def _hosts(pair: Pair) -> Iterator[Adverse]:
    """Yield who is on the black list and is run by one that is now known by other marks."""
    for id_, host in pair.head.hosts.items():
        old = pair.base.hosts.get(id_)
        if old and (old.names, old.code, old.city) != (host.names, host.code, host.city):
            for station in map(pair.head.stations.__getitem__, pair.head.hosted[id_]):
                if _is_black(pair, station.id):
                    named = old.names != host.names
                    what = f"名称改为{host.names[-1].name}" if named else "代码或者所在市（州）改了"
                    yield _of(station, f"在黑榜上，承建单位的{what}")


def _site(pair: Pair) -> Iterator[Adverse]:
    """Yield what the site says otherwise of itself, its publisher and of how one appeals."""
    old, new = pair.base.site, pair.head.site
    for name in _SITE:
        title = titles_of(type(new))[name]
        for found in differences(getattr(old, name), getattr(new, name), (title,)):
            if name == "regions" and not found.before:  # another region harms nobody
                continue
            said = f"{found.field}：{found.before or '没有'}，改为{found.after or '没有'}"
            yield Adverse(kind="site", subject=Ref(new.title, "about/"), words=said, document=None)
