"""Document numbers: well written, and each one document's own."""

import re
from collections.abc import Iterator

from register.names.script import comparable
from register.problem import Place, Severity, check
from register.records.fields import Basis
from register.rules.case import Case, Findings

_ODD_BRACKETS = re.compile(r"[^\w\s〔〕]\s*(?:19|20)\d{2}\s*[^\w\s〔〕-]")
_YEAR = re.compile(r"〔(\d{4})〕")


@check("number: 甘人社通【2011】67号")
def number_brackets(case: Case) -> Findings:
    """文号里的年份用六角括号〔〕。

    改成〔〕；转载排印成别的括号的，另用 sic 说明。
    """
    for place, number in _numbers(case):
        yield (
            place,
            (
                f"文号 {number} 的年份没有用六角括号；应写成〔年份〕，例如 甘人社通〔2011〕67号。"
                "请改正；转载排印成别的样子的，另用 sic 说明。"
            ),
        )


def _numbers(case: Case) -> Iterator[tuple[Place, str]]:
    """Yield every number with its year in other brackets, and its place."""
    for entry in case.data.notices:
        if (number := entry.record.number) and _ODD_BRACKETS.search(number):
            yield entry.place("number"), number
    for other in case.data.entries:
        for i, number in _odd(getattr(other.record, "basis", ())):
            yield other.place("basis", i, "number"), number
    for part in case.parts:
        for steps, decision in part.decisions:
            for i, number in _odd(decision.basis):
                yield part.entry.place(*steps, "basis", i, "number"), number


def _odd(basis: tuple[Basis, ...]) -> Iterator[tuple[int, str]]:
    for i, document in enumerate(basis):
        if document.number and _ODD_BRACKETS.search(document.number):
            yield i, document.number


@check("两份文件的 number 都是 甘人社通〔2011〕67号")
def number_twice(case: Case) -> Findings:
    """一个文号只属于一份文件。

    对照文件改正其中一个；重复录入的，只留一份。
    """
    seen: dict[str, str] = {}
    for entry in case.data.notices:
        number = entry.record.number or entry.stem
        if (first := seen.setdefault(comparable(number), entry.stem)) != entry.stem:
            yield (
                entry.place("number"),
                (
                    f"文号 {number} 已用于文件 {first}；一个文号只属于一份文件。"
                    "请对照文件改正其中一个；重复录入的只留一份。"
                ),
            )


@check("number: 甘人社通〔2012〕67号\ndecided: 2011-03-03", Severity.HINT)
def number_year_differs(case: Case) -> Findings:
    """文号里的年份一般就是成文的年份。

    对照文件改正；文件确实如此的，用 accept 说明。
    """
    for entry in case.data.notices:
        found = _YEAR.search(entry.record.number or "")
        if found and int(found[1]) != entry.record.decided.year:
            yield (
                entry.place("number"),
                (
                    f"文号里是 {found[1]} 年，成文日期是 {entry.record.decided}；两者一般是同一年。"
                    "请对照文件改正；文件确实如此的，用 accept 说明。"
                ),
            )


NUMBERS = (number_brackets, number_twice, number_year_differs)
