"""Names: the ordinal agrees, no two stations share a name, and slips of the pen are pointed out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from register.names.numerals import DIGITS, ordinal_in
from register.names.script import comparable, tidy
from register.names.similar import one_apart
from register.problem import Severity, check
from register.reading.dataset import Entry
from register.rules.case import Case, Findings
from register.rules.reference import Steps

_NUMBERS = re.compile(rf"[{DIGITS}]+")


@check("name: 甘肃省第五十五国家职业技能鉴定所\nordinal: 54")
def ordinal_differs(case: Case) -> Findings:
    """序号要与名称里“第几”的数字相同；名称里有的就要写。

    改正序号或名称。
    """
    for entry in case.data.stations:
        own, named = entry.record.ordinal, ordinal_in(entry.record.name)
        if own == named:
            continue
        if own is None:
            place, said = entry.place("name"), f"名称里是第 {named}，没有写序号"
        elif named is None:
            place, said = entry.place("ordinal"), f"序号是 {own}，名称里没有“第几”"
        else:
            place, said = entry.place("ordinal"), f"序号是 {own}，名称里是第 {named}"
        yield place, f"{said}；两者应相同。请改正序号或名称。"


@check("两个鉴定所都叫 甘肃省第五十五国家职业技能鉴定所")
def same_name(case: Case) -> Findings:
    """两个鉴定所、承建单位、中心不能用同一个名称（简繁、全半角、括号不同也算同一个）。

    是同一个的，只留一份档案；确是两个的，用 accept 说明。
    """
    for names in (_station_names(case), _host_names(case), _centre_names(case)):
        first: dict[str, Entry[Any]] = {}
        for entry, steps, name in names:
            other = first.setdefault(comparable(name), entry)
            if other.stem != entry.stem:
                yield (
                    entry.place(*steps),
                    (
                        f"名称“{name}”已用于 {other.stem}；两份档案不能同名。"
                        "请核对：是同一个的，只留一份；确是两个的，用 accept 说明。"
                    ),
                )


@check("name: 甘肅省第五十五国家职业技能鉴定所", Severity.HINT)
def name_untidy(case: Case) -> Findings:
    """名称用简体字，不带网页留下的拼音，字母和数字用半角。

    改成提示的写法；名称确实如此的，用 accept 说明。
    """
    named = list(_all_names(case))
    for (entry, steps, name), neat in zip(named, _tidied(n for *_, n in named), strict=True):
        if name != neat:
            yield (
                entry.place(*steps),
                (
                    f"名称“{name}”里有繁体字、拼音或全角字母数字；应写成“{neat}”。"
                    "请改正；名称确实如此的，用 accept 说明。"
                ),
            )


def _tidied(names: Iterable[str]) -> list[str]:
    """Tidy all names in one go, which is ten times as fast as one by one."""
    lines = "\n".join(name.replace("\n", " ") for name in names)
    return tidy(lines).split("\n") if lines else []


@check("name: 甘肃省第五十五国家职业技能监定所", Severity.HINT)
def name_one_apart(case: Case) -> Findings:
    """只有一份档案用的名称，与别的名称只差一个字的，多半是笔误（序号不算）。

    对照文件改正；确实不同的，用 accept 说明。
    """
    for names in (_station_names(case), _host_names(case)):
        groups: dict[str, list[tuple[Entry[Any], Steps, str]]] = defaultdict(list)
        for entry, steps, name in names:
            groups[_bare(name)].append((entry, steps, name))
        for a, b in one_apart(groups):
            rare, usual = sorted((groups[b], groups[a]), key=_bearers)
            (entry, steps, name), (other, _steps, usual_name) = rare[0], usual[0]
            if _bearers(rare) == 1 and {e.stem for e, *_ in usual} != {entry.stem}:
                yield (
                    entry.place(*steps),
                    (
                        f"名称“{name}”与 {other.stem} 的“{usual_name}”只差一个字，多半是笔误。"
                        "请对照文件改正；确实不同的，用 accept 说明。"
                    ),
                )


def _bare(name: str) -> str:
    """Return what remains of a name without its numbers; 所 and 站 are two kinds, not a slip."""
    bare = _NUMBERS.sub("0", comparable(name))
    return bare.removesuffix("站") + "所" if bare.endswith("站") else bare


def _bearers(group: list[tuple[Entry[Any], Steps, str]]) -> int:
    return len({entry.stem for entry, *_ in group})


def _station_names(case: Case) -> Iterator[tuple[Entry[Any], Steps, str]]:
    for entry in case.data.stations:
        yield entry, ("name",), entry.record.name
        for i, alias in enumerate(entry.record.aliases):
            yield entry, ("aliases", i), alias


def _centre_names(case: Case) -> Iterator[tuple[Entry[Any], Steps, str]]:
    for entry in case.data.centres:
        yield entry, ("name",), entry.record.name
        for i, alias in enumerate(entry.record.aliases):
            yield entry, ("aliases", i), alias


def _host_names(case: Case) -> Iterator[tuple[Entry[Any], Steps, str]]:
    for entry in case.data.hosts:
        for i, name in enumerate(entry.record.names):
            yield entry, ("names", i, "name"), name.name


def _all_names(case: Case) -> Iterator[tuple[Entry[Any], Steps, str]]:
    yield from _station_names(case)
    yield from _host_names(case)
    yield from _centre_names(case)
    named: tuple[Entry[Any], ...] = (*case.data.schemes, *case.data.rounds)
    for entry in named:
        yield entry, ("name",), entry.record.name
    for notice in case.data.notices:
        yield notice, ("title",), notice.record.title
    if site := case.data.site:
        yield site, ("title",), site.record.title


NAMES = (ordinal_differs, same_name, name_untidy, name_one_apart)
