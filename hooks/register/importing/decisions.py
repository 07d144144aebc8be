"""Decisions: listed stations, one by one, become a notice's grades, totals and unnamed."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from register.importing.acts import Acted, act_in
from register.importing.cleaning import without_persons
from register.importing.decided import Decided, Settled
from register.importing.found import EMPTY_CELL, Clue, Placed, Understanding, Unplaced
from register.importing.listed import Listed
from register.importing.prose import SaidOf
from register.importing.renamings import Renaming
from register.importing.stations import Stations
from register.importing.totals import count_up
from register.records.fields import Sic
from register.records.notice import ActKind, Decision, Unmatched

_LONGEST = 2000
_NAMELESS = {"更名": "改成什么名称", "合并": "并入哪个鉴定所"}


def decide(
    found: Understanding,
    stations: Stations,
    fallback: str,
    said: Mapping[str, int],
    kinds: Collection[ActKind],
) -> Decided:
    """Go through what the paper lists.

    `fallback` is the grade of what has none, `said` the totals that the person read in it, and
    `kinds` the acts that a word of the paper may be.
    """
    decided = Decided(kinds=kinds)
    for piece, renaming in found.renamings:
        _renamed(piece, renaming, found, stations, decided)
    for placed in found.placed:
        _settle(placed, found, stations, decided, fallback)
    _from_prose(found, stations, decided)
    for id_ in decided.conflicts:
        decided.settled.pop(id_, None)
    count_up(found, decided, said)
    return decided


def _settle(
    placed: Placed, found: Understanding, stations: Stations, decided: Decided, fallback: str
) -> None:
    grade, where = (
        placed.grade or ("" if placed.doubt else fallback),
        found.pieces[placed.piece].where,
    )
    if not grade:
        if not _acted(placed, found, stations, decided):
            found.unplaced.append(Unplaced(placed.piece, placed.listed.name, _no_grade(placed)))
        return
    meant = stations.meant(placed.listed)
    if not meant.id:
        decided.unmatched[grade].append((placed.piece, placed.listed.printed[:_LONGEST]))
        decided.findings.append(f"{where}“{placed.listed.name}”：{meant.how}。")
        return
    if placed.listed.rest:
        rest = without_persons(placed.listed.rest)[:40]
        decided.hints.append(f"{where}“{placed.listed.name}”后面的“{rest}”没有录。")
    if meant.slip and not any(s.at == meant.id for s in decided.sic):
        decided.sic.append(
            Sic(
                at=meant.id,
                printed=meant.slip[0],
                read_as=meant.slip[1],
                because="与档案里的承建单位只差一个字，按档案读；请核对",
            )
        )
    _add(meant.id, grade, placed, found, decided)


def _acted(placed: Placed, found: Understanding, stations: Stations, decided: Decided) -> bool:
    """Take what is listed under an act, such as 注销; within a list of some grade it is unsure."""
    kind = act_in(placed.doubt)
    if (
        not kind
        or kind not in decided.kinds
        or (placed.section >= 0 and found.sections[placed.section].grade)
    ):
        return False
    meant = stations.meant(placed.listed)
    if meant.id:
        decided.acts.append(Acted(meant.id, placed.listed.name, kind, placed.piece))
        return True
    where = found.pieces[placed.piece].where
    decided.findings.append(f"{where}“{placed.listed.name}”：{meant.how}。")
    return False


def _renamed(
    piece: int, renaming: Renaming, found: Understanding, stations: Stations, decided: Decided
) -> None:
    """Take what is named anew, or goes on in another station, where it can be told which it is."""
    to, kind = renaming.to, renaming.kind
    if kind is ActKind.MERGE:
        into = stations.meant(Listed(to, to))
        wanted = [(name, stations.meant(Listed(name, name))) for name in renaming.names]
        to, unsure = into.id, [] if into.id else [(renaming.to, into.how)]
    else:
        wanted, unsure = [(name, stations.renamed(name, to)) for name in renaming.names], []
    unsure += [(name, meant.how) for name, meant in wanted if not meant.id]
    for name, why in unsure:
        found.unplaced.append(Unplaced(piece, name, why))
    if not unsure:
        decided.acts += [Acted(m.id, name, kind, piece, to=to) for name, m in wanted]


def _no_grade(placed: Placed) -> str:
    if placed.doubt == EMPTY_CELL:
        return "等次这一格是空的。请核对原文；要录入的，先在来源里补上等次"
    if placed.doubt:
        word = placed.doubt.split("、", 1)[0]
        if word in _NAMELESS:
            return f"“{word}”是处理，这里没有写清{_NAMELESS[word]}。请用表单或命令录入"
        return f"等次拿不准（{placed.doubt}）。用 --grade {word}=等次 写明"
    return "没有写等次。用 --grade 等次 写明"


def _add(id_: str, grade: str, placed: Placed, found: Understanding, decided: Decided) -> None:
    own = Settled(
        id_,
        grade,
        placed.listed.printed[:_LONGEST],
        (placed.piece,),
        (placed.grounds,) if placed.grounds else (),
    )
    before = decided.settled.setdefault(id_, own)
    if before is own:
        return
    where = found.pieces[placed.piece].where
    first = found.pieces[before.pieces[0]].where
    if before.grade != grade:
        decided.conflicts.add(id_)
        why = f"在{first}是“{before.grade}”，在{where}是“{grade}”，两处不同。请核对原文"
        found.unplaced.append(Unplaced(placed.piece, placed.listed.name, why))
    else:
        grounds = tuple(dict.fromkeys([*before.grounds, *own.grounds]))
        decided.settled[id_] = before._replace(
            pieces=(*before.pieces, placed.piece), grounds=grounds
        )
        decided.hints.append(f"{placed.listed.name} 列了不止一次：{first}、{where}。只录一次。")


def _from_prose(found: Understanding, stations: Stations, decided: Decided) -> None:
    """Compare what sentences say with the lists; take from them what no list has."""
    keys = {stations.key(p.listed.name) for p in found.placed}
    taken: dict[str, str] = {}
    for piece, said in found.said:
        where, listed = found.pieces[piece].where, Listed(said.name, said.name)
        if stations.key(said.name) in keys:
            _confirm(piece, said, found, stations, decided)
        elif (
            said.grade
            and taken.setdefault(stations.key(said.name), said.grade) == said.grade
            and _once(said.name, stations, decided)
        ):
            continue
        elif said.grade:
            absent = "，名单里没有" if found.placed else ""
            decided.hints.append(
                f"{where}正文说“{said.name}”{said.grade}{absent}：按正文录。请核对。"
            )
            _settle(Placed(piece, listed, said.grade, "", -1), found, stations, decided, "")
        elif said.doubt:
            if _acted(Placed(piece, listed, None, said.doubt, -1), found, stations, decided):
                continue
            found.unplaced.append(
                Unplaced(piece, said.name, f"正文里的话（{said.doubt}）不能认定等次")
            )
        else:
            found.clues.append(Clue(piece, "点名", f"正文提到 {said.name}，没有说等次"))


def _once(name: str, stations: Stations, decided: Decided) -> bool:
    """Whether the text has said the same of this station before."""
    return any(name in settled.printed for settled in decided.settled.values()) or stations.key(
        name
    ) in {stations.key(text) for lines in decided.unmatched.values() for _piece, text in lines}


def _confirm(
    piece: int,
    said: SaidOf,
    found: Understanding,
    stations: Stations,
    decided: Decided,
) -> None:
    """Hold what a sentence says of a listed station against its grade in the list."""
    name, grade = said.name, said.grade
    listed = next(p for p in found.placed if stations.key(p.listed.name) == stations.key(name))
    if grade and listed.grade and listed.grade != grade:
        where = found.pieces[piece].where
        why = f"在{where}的正文里是“{grade}”，名单里是“{listed.grade}”，两处不同。请核对原文"
        found.unplaced.append(Unplaced(listed.piece, name, why))
        decided.conflicts.add(stations.meant(listed.listed).id)
    elif not grade:
        told = f"（{said.doubt}）" if said.doubt else ""
        found.clues.append(Clue(piece, "点名", f"正文提到 {name}{told}"))


def as_decisions(decided: Decided, order: Mapping[str, int]) -> Iterator[Decision]:
    """Yield a decision for each grade and reason, in the order of the paper."""
    groups: dict[tuple[str, tuple[str, ...]], dict[str, str]] = defaultdict(dict)
    for settled in sorted(decided.settled.values(), key=lambda s: order.get(s.id, 0)):
        groups[settled.grade, settled.grounds][settled.id] = settled.printed
    grades = list(dict.fromkeys([*(g for g, _r in groups), *decided.unmatched, *decided.unnamed]))
    for grade in grades:
        own = [(r, lines) for (g, r), lines in groups.items() if g == grade] or [((), {})]
        for i, (grounds, lines) in enumerate(own):
            last = i == len(own) - 1
            yield Decision(
                grade=grade,
                grounds="；".join(grounds)[:_LONGEST] or None,
                stations=lines,
                unnamed=decided.unnamed.get(grade, 0) if last else 0,
                unmatched=tuple(
                    Unmatched(printed=text) for _p, text in decided.unmatched.get(grade, ())
                )
                if last
                else (),
            )


__all__ = ["as_decisions", "decide"]
