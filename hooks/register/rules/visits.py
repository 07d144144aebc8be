"""Visits: what was looked at is what the scheme's supervision asks for, in its order."""

from collections.abc import Iterator

from register.names.similar import near
from register.problem import Severity, check
from register.reading.dataset import Entry
from register.records import Scheme, Visit
from register.rules.case import Case, Findings


def _visits(case: Case) -> Iterator[tuple[Entry[Visit], Scheme]]:
    for entry in case.data.visits:
        if scheme := case.scheme_of(entry.round):
            yield entry, scheme


@check("reports:\n  - {step: half-hour, …}", firm=True)
def visit_step_unknown(case: Case) -> Findings:
    """督导记录里的步骤，要是评估办法 supervision 里的编号。

    改正编号，或先在办法的 supervision 里补上。
    """
    for entry, scheme in _visits(case):
        known = _steps_of(scheme)
        for i, report in enumerate(entry.record.reports):
            if report.step not in known:
                yield (
                    entry.place("reports", i, "step"),
                    (
                        f"评估办法里没有督导步骤 {report.step}；"
                        f"{near(report.step, known, every=True)}。"
                        "请改正编号，或先在办法的 supervision 里补上。"
                    ),
                )


def _steps_of(scheme: Scheme) -> list[str]:
    return [step.id for step in scheme.supervision.steps] if scheme.supervision else []


@check("reports:\n  - {step: exam, …}\n  - {step: day-before, …}")
def visit_steps_unordered(case: Case) -> Findings:
    """督导记录按评估办法的步骤先后写，一步只写一段。

    调整次序；写了两段的合成一段。
    """
    for entry, scheme in _visits(case):
        known = _steps_of(scheme)
        order = [known.index(r.step) if r.step in known else -1 for r in entry.record.reports]
        for i, own in enumerate(order):
            before = max(order[:i], default=-1)
            if 0 <= own <= before:
                said = "写了两段" if own in order[:i] else f"写在了 {known[before]} 之后"
                yield (
                    entry.place("reports", i, "step"),
                    (
                        f"步骤 {known[own]} {said}；要按办法的先后写，一步只写一段。"
                        "请调整次序，或合成一段。"
                    ),
                )


@check("findings:\n  - {what: …, kind: fine, site: （sites 里没有的考点）}")
def visit_site_unknown(case: Case) -> Findings:
    """情况里写的考点，要在这次督导的 sites 里。

    改正考点名称，或先在 sites 里补上。
    """
    for entry in case.data.visits:
        known = [site.name for site in entry.record.sites]
        for i, report in enumerate(entry.record.reports):
            for j, finding in enumerate(report.findings):
                if finding.site and finding.site not in known:
                    yield (
                        entry.place("reports", i, "findings", j, "site"),
                        (
                            f"考点“{finding.site}”不在 sites 里；"
                            f"{near(finding.site, known, every=True)}。"
                            "请改正名称，或先在 sites 里补上。"
                        ),
                    )


@check("region: haixi（年度检查在 yunling）")
def visit_elsewhere(case: Case) -> Findings:
    """督导去的地区，就是年度检查的地区；全国的检查哪里都可以。

    改正地区编号，或移到那个地区的年度检查。
    """
    known = case.data.site.record.regions if case.data.site else {}
    for entry in case.data.visits:
        round_ = case.data.round.get(entry.round)
        own = round_.record.region if round_ else None
        if own in known and entry.record.region in known and own != entry.record.region:
            yield (
                entry.place("region"),
                (
                    f"督导去的是 {entry.record.region}，这次检查在 {own}；两者应相同。"
                    "请改正地区编号，或移到那个地区的年度检查。"
                ),
            )


@check("exam: 2006-05-20（年度检查是 2007 年的）")
def visit_year_differs(case: Case) -> Findings:
    """考试日在年度检查的那一年。

    对照记录改正日期，或移到那一年的年度检查。
    """
    for entry in case.data.visits:
        round_ = case.data.round.get(entry.round)
        if round_ and entry.record.exam.year != round_.record.year:
            yield (
                entry.place("exam"),
                (
                    f"考试日是 {entry.record.exam}，年度是 {round_.record.year}；应在同一年。"
                    "请对照记录改正，或移到那一年的年度检查。"
                ),
            )


@check("form_copies: 1（评估办法要求填两份）", Severity.HINT)
def visit_copies_differ(case: Case) -> Findings:
    """督导评估表填的份数，与评估办法要求的相同。

    对照记录改正；确实没有填够的，用 accept 说明。
    """
    for entry, scheme in _visits(case):
        form = scheme.supervision.form if scheme.supervision else None
        copies, asked = entry.record.form_copies, form.copies if form else 0
        if copies and copies != asked:
            said = f"办法要求 {asked} 份" if form else "办法没有要求填表"
            yield (
                entry.place("form_copies"),
                (
                    f"评估表填了 {copies} 份，{said}；两者应相同。"
                    "请对照记录改正；确实如此的，用 accept 说明。"
                ),
            )


_FAR = 30  # days


@check("exam: 2007-05-20\nreports:\n  - {step: talks, on: 2007-07-21, …}", Severity.HINT)
def visit_far(case: Case) -> Findings:
    """督导每一步的日期，一般在考试日前后三十天以内。

    对照记录改正；确实如此的，用 accept 说明。
    """
    for entry in case.data.visits:
        exam, round_ = entry.record.exam, case.data.round.get(entry.round)
        if round_ and exam.year != round_.record.year:
            continue  # said by visit-year-differs
        for i, report in enumerate(entry.record.reports):
            day = report.on
            if day and day <= case.today and abs((day - exam).days) > _FAR:
                yield (
                    entry.place("reports", i, "on"),
                    (
                        f"步骤 {report.step} 的日期是 {day}，考试日是 {exam}；"
                        f"一般在前后 {_FAR} 天以内。请对照记录改正；确实如此的，用 accept 说明。"
                    ),
                )


VISITS = (
    visit_step_unknown,
    visit_steps_unordered,
    visit_site_unknown,
    visit_elsewhere,
    visit_year_differs,
    visit_copies_differ,
    visit_far,
)
