"""Progress: a step is taken once, in the round's time, by those whom the round is about."""

from collections.abc import Iterator

from register.assessment.scope import Place as Lie
from register.assessment.scope import place_of, start_of
from register.history import spans
from register.problem import Severity, check
from register.records import Round
from register.rules.case import Case, Findings


@check("progress:\n  - {step: self-check, on: 2006-08-01, stations: [gansu-01, gansu-01]}")
def progress_twice(case: Case) -> Findings:
    """进展里，一个鉴定所的一步只记一次。

    删去多余的一处。
    """
    for entry in case.data.rounds:
        seen: set[tuple[str, str]] = set()
        for i, progress in enumerate(entry.record.progress):
            for j, station in enumerate(progress.stations):
                if (progress.step, station) in seen:
                    yield (
                        entry.place("progress", i, "stations", j),
                        (
                            f"{station} 的步骤 {progress.step} 记了不止一次；一步只能记一次。"
                            "请对照文件删去多余的一处。"
                        ),
                    )
                seen.add((progress.step, station))


@check("progress:\n  - {…, stations: [（许可日期不在范围内的鉴定所）]}", Severity.HINT)
def progress_out_of_scope(case: Case) -> Findings:
    """进展一般只记在范围内、不免检的鉴定所。

    核对鉴定所编号和它的许可日期、认证；确实查了的，用 accept 说明。
    """
    said = {
        Lie.OUT: "不在这次检查的范围内",
        Lie.EXEMPT: "免检",
        Lie.ENDED: "在检查开始前已撤销、注销或并入别所",
    }
    for entry in case.data.rounds:
        scheme = case.scheme_of(entry.stem)
        lies: dict[str, Lie] = {}
        for i, j, id_ in _progressed(entry.record):
            station = case.data.station.get(id_)
            if (
                not scheme
                or not station
                or _is_reversed(entry.record)
                or entry.record.region not in {None, station.region}
            ):
                continue  # said by station-unknown, from-after-to or station-elsewhere
            if id_ not in lies:
                history = spans(case.events.get(id_, ()))
                lies[id_] = place_of(station.record, station.region, entry.record, scheme, history)
            if (lie := lies[id_]) in said:
                yield (
                    entry.place("progress", i, "stations", j),
                    (
                        f"{id_} {said[lie]}，这里却记了进展；一般只记在范围内、不免检的。"
                        "请核对编号和档案里的许可日期、认证；确实查了的，用 accept 说明。"
                    ),
                )


def _is_reversed(round_: Round) -> bool:
    scope = round_.scope
    first, last = (scope.licensed_from, scope.licensed_to) if scope else (None, None)
    return bool(first and last and first > last)


def _progressed(round_: Round) -> Iterator[tuple[int, int, str]]:
    for i, progress in enumerate(round_.progress):
        for j, station in enumerate(progress.stations):
            yield i, j, station


@check("progress:\n  - {…, on: （第一个阶段开始之前）}", Severity.HINT)
def progress_early(case: Case) -> Findings:
    """进展的日期一般不早于这次检查开始的日子（第一个阶段的开始，没有的按当年一月一日）。

    对照文件改正；确实提前做了的，用 accept 说明。
    """
    for entry in case.data.rounds:
        start = start_of(entry.record)
        for i, progress in enumerate(entry.record.progress):
            if progress.on < start:
                yield (
                    entry.place("progress", i, "on"),
                    (
                        f"日期是 {progress.on}，这次检查从 {start} 开始；一般不会早于开始。"
                        "请对照文件改正；确实提前做了的，用 accept 说明。"
                    ),
                )


PROGRESS = (progress_twice, progress_out_of_scope, progress_early)
