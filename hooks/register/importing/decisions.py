"""Decisions: listed stations, one by one, become a notice's grades, totals and unnamed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from register.importing.acts import Acted, act_in
from register.importing.found import Clue, Placed, Understanding, Unplaced
from register.importing.listed import Listed
from register.importing.stations import Stations
from register.records.fields import Sic
from register.records.notice import Decision, Unmatched

_LONGEST = 2000
_OTHER_ACTS = ("更名", "合并", "恢复")


class Settled(NamedTuple):
    """A station of a decision: its id, the pieces that list it, the line as printed."""

    id: str
    grade: str
    printed: str
    pieces: tuple[int, ...]
    grounds: tuple[str, ...]


@dataclass
class Decided:
    """What the paper decides, by our ids, and what is not to be decided."""

    settled: dict[str, Settled] = field(default_factory=dict)
    unmatched: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    """Grade → the lines whose station is not to be told."""
    findings: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    sic: list[Sic] = field(default_factory=list)
    acts: list[Acted] = field(default_factory=list)
    conflicts: set[str] = field(default_factory=set)
    totals: dict[str, int] = field(default_factory=dict)
    unnamed: dict[str, int] = field(default_factory=dict)

    @property
    def judges(self) -> bool:
        """Whether the paper grades stations, named or not."""
        return bool(self.settled or self.unmatched or self.unnamed)


def decide(
    found: Understanding, stations: Stations, fallback: str, said: Mapping[str, int]
) -> Decided:
    """Go through what the paper lists.

    `fallback` is the grade of what has none, `said` the totals that the person read in it.
    """
    decided = Decided()
    for placed in found.placed:
        _settle(placed, found, stations, decided, fallback)
    _from_prose(found, stations, decided)
    for id_ in decided.conflicts:
        decided.settled.pop(id_, None)
    _totals(found, decided, said)
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
        decided.hints.append(
            f"{where}“{placed.listed.name}”后面的“{placed.listed.rest[:40]}”没有录。"
        )
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
    if not kind or (placed.section >= 0 and found.sections[placed.section].grade):
        return False
    meant = stations.meant(placed.listed)
    if meant.id:
        decided.acts.append(Acted(meant.id, placed.listed.name, kind, placed.piece))
        return True
    where = found.pieces[placed.piece].where
    decided.findings.append(f"{where}“{placed.listed.name}”：{meant.how}。")
    return False


def _no_grade(placed: Placed) -> str:
    if placed.doubt:
        word = placed.doubt.split("、", 1)[0]
        if word in _OTHER_ACTS:
            return f"“{word}”是处理，不是等次，不能导入。请用表单或命令录入"
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
            _confirm(piece, said.name, said.grade, found, stations, decided)
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
    name: str,
    grade: str | None,
    found: Understanding,
    stations: Stations,
    decided: Decided,
) -> None:
    listed = next(p for p in found.placed if stations.key(p.listed.name) == stations.key(name))
    if grade and listed.grade and listed.grade != grade:
        where = found.pieces[piece].where
        why = f"在{where}的正文里是“{grade}”，名单里是“{listed.grade}”，两处不同。请核对原文"
        found.unplaced.append(Unplaced(listed.piece, name, why))
        decided.conflicts.add(stations.meant(listed.listed).id)
    elif not grade:
        found.clues.append(Clue(piece, "点名", f"正文提到 {name}"))


# Totals.


def _totals(found: Understanding, decided: Decided, said_by_person: Mapping[str, int]) -> None:
    listed: dict[str, int] = defaultdict(int)
    for settled in decided.settled.values():
        listed[settled.grade] += 1
    for grade, lines in decided.unmatched.items():
        listed[grade] += len(lines)
    headings, prose = _by_headings(found), _by_prose(found, decided)
    for grade in dict.fromkeys([*headings, *prose, *said_by_person]):
        if grade in said_by_person:
            total = said_by_person[grade]
            _total(grade, {total}, listed[grade], decided, whole=False, heading=None)
            continue
        said = prose.get(grade, set()) | ({headings[grade]} if grade in headings else set())
        _total(
            grade,
            said,
            listed[grade],
            decided,
            whole=bool(found.unplaced or decided.conflicts),
            heading=headings.get(grade),
        )
    _sections(found, decided)


def _total(
    grade: str, said: set[int], listed: int, decided: Decided, *, whole: bool, heading: int | None
) -> None:
    if len(said) > 1:
        numbers = "、".join(map(str, sorted(said)))
        text = f"“{grade}”的个数，原文有几种说法：{numbers}；名单上读到 {listed}。"
        if listed not in said:
            decided.findings.append(f"{text}总数没有录。请核对原文，用 --total {grade}=个数 写明。")
            return
        decided.hints.append(f"{text}按 {listed} 录。请核对。")
    total = listed if len(said) > 1 else next(iter(said))
    decided.totals[grade] = total
    if total == listed:
        return
    if total > listed and not whole and heading is None:
        decided.unnamed[grade] = total - listed
        decided.hints.append(
            f"“{grade}”原文说 {total}，列名 {listed}，其余 {total - listed} "
            f"个没有列名，记作未列名。"
        )
        return
    decided.findings.append(
        f"“{grade}”原文说 {total}，读到 {listed}，相差 {abs(total - listed)}"
        f"。请先处理没有录入的各行；原文确实如此的，用 --total {grade}=个数 写明。"
    )


def _by_headings(found: Understanding) -> dict[str, int]:
    """Return the totals that headings with a grade state, summed over sections side by side."""
    totals: dict[str, int] = defaultdict(int)
    blind: set[str] = set()
    for i, section in enumerate(found.sections):
        if section.grade and section.heading.grade:
            used = any(p.section == i or _under(found, p.section, i) for p in found.placed)
            if section.heading.stated is not None:
                totals[section.grade] += section.heading.stated
            elif used:
                blind.add(section.grade)
    return {grade: total for grade, total in totals.items() if grade not in blind}


def _under(found: Understanding, section: int, top: int) -> bool:
    while section >= 0:
        section = found.sections[section].parent
        if section == top:
            return True
    return False


def _by_prose(found: Understanding, decided: Decided) -> dict[str, set[int]]:
    totals: dict[str, set[int]] = defaultdict(set)
    for piece, said in found.totals:
        if said.grade:
            totals[said.grade].add(said.number)
        else:
            where = found.pieces[piece].where
            decided.hints.append(
                f"{where}说“{said.word}”的有 {said.number} 个，办法里没有这个等次"
                f"，没有录。是哪个等次，用 --grade {said.word}=等次 写明。"
            )
    return totals


def _sections(found: Understanding, decided: Decided) -> None:
    """Hold the count of each heading against what stands below it."""
    for i, section in enumerate(found.sections):
        if section.heading.stated is None or section.heading.grade:
            continue
        names = {
            p.listed.name for p in found.placed if p.section == i or _under(found, p.section, i)
        }
        if names and len(names) != section.heading.stated:
            where = found.pieces[section.piece].where
            decided.hints.append(
                f"{where}标题说 {section.heading.stated} 个，下面读到 {len(names)} 个。请核对。"
            )


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


__all__ = ["Decided", "Settled", "as_decisions", "decide"]
