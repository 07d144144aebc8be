"""A centre's years: its figures, and each standard held against them with its arithmetic shown.

Whether figures come up to a standard is counted here and decides nothing; documents decide.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from register.assessment.standards import Finding, Result, findings
from register.records.centre import Centre, CentreYear
from register.records.standard import LEVEL_TITLES, Share, Stair
from register.register import Register
from register.views.rows import Link, notice_link, scheme_link
from register.views.scheme.standards import Measures, arithmetic, asks, measures_of
from register.views.scheme.ways import number

RESULTS = {Result.MET: "达到", Result.SHORT: "没有达到", Result.UNKNOWN: "没有填全，不能算"}


class FindingLine(NamedTuple):
    """One standard held against a year's figures."""

    name: str
    asks: str
    code: str
    result: str
    sum: str
    lacking: tuple[str, ...]
    unknown: tuple[str, ...]
    has: tuple[str, ...]
    reading: str


class YearPart(NamedTuple):
    """One year of a centre."""

    year: int
    scheme: Link
    figures: tuple[tuple[str, str], ...]
    summary: str
    near: str
    findings: tuple[FindingLine, ...]
    source: Link | None
    remarks: str


def year_parts(register: Register, centre: Centre) -> Iterator[YearPart]:
    """Yield a centre's years, the newest first."""
    for year in sorted(centre.years, key=lambda y: y.year, reverse=True):
        yield _part(register, centre, year)


def _part(register: Register, centre: Centre, year: CentreYear) -> YearPart:
    scheme = register.schemes[year.scheme]
    found, measures = findings(scheme, centre, year), measures_of(scheme)
    level = LEVEL_TITLES[centre.level]
    near = f"{level}可以“达到或接近”标准，原文没有写差多少算接近。"
    return YearPart(
        year=year.year,
        scheme=scheme_link(scheme),
        figures=tuple(figures(year, measures)),
        summary=summary(found),
        near=near if centre.level in scheme.near else "",
        findings=tuple(_line(finding, measures) for finding in found),
        source=notice_link(register, year.source) if year.source else None,
        remarks=(year.remarks or "").rstrip("。"),
    )


def figures(year: CentreYear, measures: Measures) -> Iterator[tuple[str, str]]:
    """Yield each figure that the scheme asks for; what is not on file is said to be so."""
    for measure in measures.values():
        value = year.measures.get(measure.id)
        yield measure.name, "没有填" if value is None else f"{number(value)}{measure.unit}"


# 没有填全，不能算的1条
_WITH = {Result.MET: "", Result.SHORT: "", Result.UNKNOWN: "的"}


def summary(found: Sequence[Finding]) -> str:
    """Count the standards by how the figures stand to them."""
    counts = Counter(finding.result for finding in found)
    said = "，".join(f"{RESULTS[r]}{_WITH[r]}{counts[r]}条" for r in Result if counts[r])
    return f"{len(found)}条标准：{said}" if found else "没有标准可比"


def _line(finding: Finding, measures: Measures) -> FindingLine:
    standard = finding.standard
    out = {item.id for item in (*finding.lacking, *finding.unknown)}
    return FindingLine(
        name=standard.name,
        asks=asks(standard, measures),
        code=finding.result.value,
        result=RESULTS[finding.result],
        sum=_sum(finding, measures),
        lacking=tuple(item.name for item in finding.lacking),
        unknown=tuple(item.name for item in finding.unknown),
        has=tuple(item.name for item in standard.checklist if item.id not in out),
        reading=standard.reading or "",
    )


def _sum(finding: Finding, measures: Measures) -> str:
    """Show the arithmetic: 年鉴定人数7001人：5 + 1 × 1 = 6名，现有5名，少1名."""
    numbers = finding.standard.stair or finding.standard.share
    if numbers is None:
        return ""
    if finding.need is None or finding.have is None:
        return f"没有填{'、'.join(_unfilled(numbers, finding, measures))}"
    unit = measures[numbers.have].unit
    lack = finding.need - finding.have
    left = f"，少{number(lack)}{unit}" if lack > 0 else ""
    return f"{_need(numbers, finding, measures)}，现有{number(finding.have)}{unit}{left}"


def _unfilled(numbers: Stair | Share, finding: Finding, measures: Measures) -> Iterator[str]:
    if finding.of is None and numbers.of:
        yield measures[numbers.of].name
    if finding.have is None:
        yield measures[numbers.have].name


def _need(numbers: Stair | Share, finding: Finding, measures: Measures) -> str:
    unit, need = measures[numbers.have].unit, finding.need or Fraction(0)
    if numbers.of is None or finding.of is None:
        return f"至少{number(need)}{unit}"
    of = measures[numbers.of]
    given = f"{of.name}{number(finding.of)}{of.unit}"
    if isinstance(numbers, Stair):
        return f"{given}：{arithmetic(numbers, finding.of, measures)}"
    return f"{given} × {numbers.percent}% = {number(need)}{unit}"
