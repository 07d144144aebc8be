"""Whom a scheme asks: the supervisors and certifications that it names are the stations' own."""

from collections.abc import Sequence
from datetime import date

from register.names.similar import near
from register.problem import Severity, check
from register.reading.dataset import Entry
from register.records import Round, Scheme, Station
from register.rules.case import Case, Findings


@check("progress:\n  - {step: city-report, …, stations: [（省直的鉴定所）]}", Severity.HINT)
def progress_unasked(case: Case) -> Findings:
    """只对某些主管的步骤，进展里一般只记这些主管的鉴定所；评估表上有同一天打分的不查。

    核对鉴定所编号和档案里的主管；确实做了的，用 accept 说明。
    """
    for entry in case.data.rounds:
        scheme, scored = case.scheme_of(entry.stem), _scored(case, entry.stem)
        asked = {step.id: step.supervisors for step in scheme.steps} if scheme else {}
        for i, progress in enumerate(entry.record.progress):
            whose = asked.get(progress.step, ())
            for j, id_ in enumerate(progress.stations if whose else ()):
                own = _supervisor(case, entry.record, id_)
                if not own or own in whose or (id_, progress.on) in scored or _unread(case, entry):
                    continue
                yield (
                    entry.place("progress", i, "stations", j),
                    (
                        f"{id_} 的主管是“{own}”，步骤 {progress.step} 只对 {'、'.join(whose)}；"
                        "一般只记这些主管的。"
                        "请核对编号和档案里的主管；确实做了的，用 accept 说明。"
                    ),
                )


def _supervisor(case: Case, round_: Round, id_: str) -> str | None:
    """Return whose a station of the round's region is, where its file says so."""
    station = case.data.station.get(id_)
    if not station or round_.region not in {None, station.region}:
        return None  # said by station-unknown or station-elsewhere
    return station.record.supervisor


def _unread(case: Case, round_: Entry[Round]) -> bool:
    """Whether some sheet of the round cannot be read, so that nobody knows who was scored."""
    folder = f"rounds/{round_.stem}/sheets/"
    read = {entry.path for entry in case.data.sheets}
    return any(path.startswith(folder) and path not in read for path in case.data.paths)


def _scored(case: Case, round_id: str) -> frozenset[tuple[str, date]]:
    """Return each station and day with a score in a round: there the step was plainly taken."""
    return frozenset(
        (entry.stem, score.on)
        for entry in case.data.sheets
        if entry.round == round_id
        for filled in entry.record.sheets
        for score in filled.scores
    )


@check("steps:\n  - {id: city, name: 市评, supervisors: [省直属]}", Severity.HINT)
def supervisor_unheld(case: Case) -> Findings:
    """步骤里写的主管，检查的地区里要有这样的鉴定所；档案都没有写主管的不查。

    照鉴定所档案里的主管改正；确实还没有的，用 accept 说明。
    """
    for entry in case.data.schemes:
        known = sorted({s.supervisor for s in _stations(case, entry) if s.supervisor})
        for i, step in enumerate(entry.record.steps if known else ()):
            for j, name in enumerate(step.supervisors):
                if name not in known:
                    yield (
                        entry.place("steps", i, "supervisors", j),
                        (
                            f"检查的地区里没有主管是“{name}”的鉴定所；"
                            f"{near(name, known, every=True)}。"
                            "请照档案里的主管改正；确实还没有的，用 accept 说明。"
                        ),
                    )


@check("exemptions:\n  - {certification: 质量体系认证}", Severity.HINT)
def exemption_unheld(case: Case) -> Findings:
    """免检所凭的认证，检查的地区里要有鉴定所通过；档案都没有写认证的不查。

    照鉴定所档案里的认证名称改正；确实还没有的，用 accept 说明。
    """
    for entry in case.data.schemes:
        stations = _stations(case, entry)
        known = sorted({held.name for s in stations for held in s.certifications})
        for i, exemption in enumerate(entry.record.exemptions if known else ()):
            if (name := exemption.certification) not in known:
                yield (
                    entry.place("exemptions", i, "certification"),
                    (
                        f"没有鉴定所通过“{name}”；{near(name, known, every=True)}。"
                        "请照档案里的认证名称改正；确实还没有的，用 accept 说明。"
                    ),
                )


def _stations(case: Case, scheme: Entry[Scheme]) -> Sequence[Station]:
    """Return the stations of all regions in which a round of the scheme is held.

    None where a file cannot be read: what is missing then may be in there.
    """
    if len(case.data.stations) < len(case.data.ids["stations"]):
        return ()
    rounds = [r.record for r in case.data.rounds if r.record.scheme == scheme.stem]
    regions = {round_.region for round_ in rounds}
    return [s.record for s in case.data.stations if None in regions or s.region in regions]


ASKED = (progress_unasked, supervisor_unheld, exemption_unheld)
