"""Totals: how many stations of each grade a paper says there are, against those that it lists."""

from collections import defaultdict
from collections.abc import Mapping

from register.importing.decided import Decided
from register.importing.found import Understanding


def count_up(found: Understanding, decided: Decided, said_by_person: Mapping[str, int]) -> None:
    """Hold the totals that are told against what is listed, and keep them."""
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


__all__ = ["count_up"]
