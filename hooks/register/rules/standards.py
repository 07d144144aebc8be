"""Standards of a scheme for centres: each of one kind, whole, and of figures that are asked for."""

from collections.abc import Iterator

from register.names.similar import near
from register.problem import check
from register.reading.dataset import Entry
from register.records import Scheme
from register.records.standard import Stair, Standard
from register.rules.case import Case, Findings


@check("standards:\n  - {id: staff, name: 工作人员, stair: {…}, share: {…}}")
def standard_shapeless(case: Case) -> Findings:
    """一条标准只写 stair、share、checklist 中的一种。

    留下一种；两样都要求的，写成两条标准。
    """
    for entry in case.data.schemes:
        for i, standard in enumerate(entry.record.standards):
            fields = ("stair", "share", "checklist")
            written = [field for field in fields if getattr(standard, field)]
            if len(written) != 1:
                said = f"同时写了 {'、'.join(written)}" if written else "一种也没有写"
                yield (
                    entry.place("standards", i),
                    (
                        f"标准 {standard.id} {said}；stair、share、checklist 要写一种，也只写一种。"
                        "请留下或补上一种；两样都要求的写成两条标准。"
                    ),
                )


_STEPPED = ("up_to", "each", "more")


@check("stair: {have: staff, least: 5, of: appraisals, up_to: 5000}")
def stair_incomplete(case: Case) -> Findings:
    """逐级要求写了 of，就要写 up_to、each、more，each 要大于 0；没有 of 的，这三样都不写。

    对照文件补上缺的，或删去多的。
    """
    for entry, i, standard in _standards(case):
        if not (stair := standard.stair):
            continue
        if said := _wrong_in(stair):
            yield (
                entry.place("standards", i, "stair"),
                (
                    f"标准 {standard.id} 的逐级要求{said}；随另一个数字增加的要写全 of、up_to、"
                    "each（大于 0）、more，不随的都不写。请对照文件补上或删去。"
                ),
            )


def _wrong_in(stair: Stair) -> str:
    written = [field for field in _STEPPED if getattr(stair, field) is not None]
    missing = [field for field in _STEPPED if field not in written]
    if stair.of and missing:
        return f"写了 of，没有写 {'、'.join(missing)}"
    if not stair.of and written:
        return f"没有写 of，却写了 {'、'.join(written)}"
    return "的 each 是 0" if stair.each == 0 else ""


@check("stair: {have: staf, least: 5}", firm=True)
def standard_measure_unknown(case: Case) -> Findings:
    """标准用到的数字，要在这套办法的 measures 里。

    改正编号，或先在 measures 里补上。
    """
    for entry, i, standard in _standards(case):
        known = [measure.id for measure in entry.record.measures]
        for kind in ("stair", "share"):
            part = getattr(standard, kind)
            for field in ("have", "of") if part else ():
                if (id_ := getattr(part, field)) and id_ not in known:
                    yield (
                        entry.place("standards", i, kind, field),
                        (
                            f"标准 {standard.id} 用的数字 {id_} 不在 measures 里；"
                            f"{near(id_, known, every=True)}。请改正编号，或先在 measures 里补上。"
                        ),
                    )


def _standards(case: Case) -> Iterator[tuple[Entry[Scheme], int, Standard]]:
    for entry in case.data.schemes:
        for i, standard in enumerate(entry.record.standards):
            yield entry, i, standard


STANDARDS = (standard_shapeless, stair_incomplete, standard_measure_unknown)
