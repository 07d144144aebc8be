"""Codes and licences: check digits hold, each belongs to one bearer; publication ends in time."""

from collections.abc import Iterator
from datetime import date

from stdnum.cn import uscc

from register.names.script import comparable
from register.problem import Severity, check
from register.reading.dataset import Entry
from register.records import Notice
from register.rules.case import Case, Findings
from register.rules.reference import Steps


@check("code: 91620000719077033J")
def credit_code_wrong(case: Case) -> Findings:
    """统一社会信用代码的最后一位是校验码，要与前 17 位相符（GB 32100—2015）。

    对照文件逐位核对。
    """
    for entry in case.data.hosts:
        if (code := entry.record.code) and not uscc.is_valid(code):
            yield (
                entry.place("code"),
                f"统一社会信用代码 {code} 的校验码不符；18 位要前后相符。请对照文件逐位核对。",
            )


@check("两个承建单位的 code 相同")
def credit_code_twice(case: Case) -> Findings:
    """一个统一社会信用代码只属于一个单位。

    改正其中一个；是同一个单位的，只留一份档案，别的写法写进 names。
    """
    seen: dict[str, str] = {}
    for entry in case.data.hosts:
        if (code := entry.record.code) and (
            first := seen.setdefault(code, entry.stem)
        ) != entry.stem:
            yield (
                entry.place("code"),
                (
                    f"统一社会信用代码 {code} 已用于 {first}；一个代码只属于一个单位。"
                    "请改正其中一个；是同一个单位的只留一份档案。"
                ),
            )


@check("两个鉴定所的 code 相同")
def station_code_twice(case: Case) -> Findings:
    """一个鉴定所代码只属于一个鉴定所。

    改正其中一个。
    """
    seen: dict[str, str] = {}
    for entry in case.data.stations:
        if (code := entry.record.code) and (
            first := seen.setdefault(code, entry.stem)
        ) != entry.stem:
            yield (
                entry.place("code"),
                f"鉴定所代码 {code} 已用于 {first}；一个代码只属于一个鉴定所。请改正其中一个。",
            )


@check("两个鉴定所的许可证号相同")
def licence_twice(case: Case) -> Findings:
    """一个许可证号只属于一个鉴定所。

    对照文件改正其中一个；换发后沿用旧号的，用 accept 说明。
    """
    seen: dict[str, str] = {}
    for entry in case.data.stations:
        for i, licence in enumerate(entry.record.licences):
            first = seen.setdefault(comparable(licence.number), entry.stem)
            if first != entry.stem:
                yield (
                    entry.place("licences", i, "number"),
                    (
                        f"许可证号 {licence.number} 已用于 {first}；一个号只属于一个鉴定所。"
                        "请改正其中一个；确实沿用的，用 accept 说明。"
                    ),
                )


@check("publication: {basis: …, until: 2012-03-03}", Severity.HINT)
def publication_over(case: Case) -> Findings:
    """公开期限已过的结论和处理已从全站撤下，数据里的细节可以删去。

    删去理由、说明等细节；依规定要留存的，用 accept 说明。
    """
    for entry, steps, until, (what, title, field) in _detailed(case):
        if until < case.today:
            yield (
                entry.place(*steps, "publication", "until"),
                (
                    f"公开期限 {until} 已过，{what}已从全站撤下，细节不必留在数据里。"
                    f"请删去{title}（{field}）；要留存的用 accept 说明。"
                ),
            )


def _detailed(case: Case) -> Iterator[tuple[Entry[Notice], Steps, date, tuple[str, str, str]]]:
    """Yield each decision with grounds and act with remarks that has a last day in public."""
    for part in case.parts:
        for steps, decision in part.decisions:
            own = decision.publication
            if own and own.until and decision.grounds:
                yield part.entry, steps, own.until, ("结论", "理由", "grounds")
    for entry in case.data.notices:
        for i, act in enumerate(entry.record.acts):
            own = act.publication
            if own and own.until and act.remarks:
                yield entry, ("acts", i), own.until, ("处理", "说明", "remarks")


LICENCES = (
    credit_code_wrong,
    credit_code_twice,
    station_code_twice,
    licence_twice,
    publication_over,
)
