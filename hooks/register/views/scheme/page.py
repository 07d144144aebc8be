"""Schemes: how stations or centres are judged, in words made from the data."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from register.history.terms import last_day_of
from register.records.scheme import Judged, LegalStep, RectifyTerm, Scheme, StartsOn, Step
from register.records.standard import LEVEL_TITLES
from register.records.standing import ENDED, Standing
from register.register import Register
from register.views.rows import Link, round_link, scheme_link
from register.views.scheme.sheet_words import SheetWords, sentence, sheet_words
from register.views.scheme.standards import StandardView, standard_views
from register.views.wording import Mark, day, in_words, numbered

_EXAMPLE = date(2007, 11, 30)  # a month's last day, on which a term of months may not end
JUDGED = {Judged.STATIONS: "鉴定所（站）", Judged.CENTRES: "鉴定指导中心"}


class StepRow(NamedTuple):
    """A step: who takes it, in which stage, for whom."""

    name: str
    by: str
    stage: str
    whom: str
    sampled: str


class TermView(NamedTuple):
    """The term to rectify, whose start may be a reading of ours."""

    said: str
    example: str
    reading: str
    otherwise: str


class SchemeView(NamedTuple):
    """How stations or centres are judged."""

    id: str
    record: Scheme
    region: str
    judges: str
    whose: str
    grades: tuple[tuple[str, Mark, str], ...]
    holds_for: str
    legal_steps: tuple[tuple[Mark, tuple[Mark, ...], str], ...]
    """A standing, those that may follow it, and what is said where only itself may."""
    steps: tuple[StepRow, ...]
    exemptions: tuple[tuple[str, str], ...]
    term: TermView | None
    copies: str
    sheets: tuple[SheetWords, ...]
    standards: tuple[StandardView, ...]
    near: str
    rounds: tuple[Link, ...]
    centres: Link | None
    contents: tuple[tuple[str, str], ...]


def scheme_view(register: Register, scheme: Scheme) -> SchemeView:
    """Return what a scheme's page shows."""
    form = scheme.supervision.form if scheme.supervision else None
    return SchemeView(
        id=scheme.id,
        record=scheme,
        region=register.region(scheme.region),
        judges=JUDGED[scheme.judges],
        whose=_whose(register, scheme),
        grades=tuple((g.grade, _mark(g.standing), g.meaning or "") for g in scheme.grades),
        holds_for=_holds_for(scheme),
        legal_steps=tuple(
            (_mark(step.after), tuple(_mark(s) for s in step.may), _stays(step))
            for step in scheme.legal_steps
        ),
        steps=tuple(_step(step, JUDGED[scheme.judges]) for step in scheme.steps),
        exemptions=tuple(_exemptions(scheme)),
        term=_term(scheme.rectify) if scheme.rectify else None,
        copies=numbered(form.copies, "份") if form else "",
        sheets=tuple(sheet_words(sheet) for sheet in scheme.sheets),
        standards=tuple(standard_views(scheme)),
        near="、".join(LEVEL_TITLES[level] for level in scheme.near),
        rounds=_rounds(register, scheme),
        centres=_centres(register, scheme),
        contents=tuple(_contents(scheme)),
    )


class SchemeRow(NamedTuple):
    """A scheme in the index."""

    scheme: Link
    judges: str
    issuer: str
    region: str
    rounds: tuple[Link, ...]


def scheme_rows(register: Register) -> tuple[SchemeRow, ...]:
    """Return every scheme: what it judges, whose it is, where it holds."""
    return tuple(
        SchemeRow(
            scheme=scheme_link(scheme),
            judges=JUDGED[scheme.judges],
            issuer=scheme.issuer.name if scheme.issuer else "原文没有写",
            region=register.region(scheme.region),
            rounds=_rounds(register, scheme),
        )
        for scheme in register.schemes.values()
    )


def _rounds(register: Register, scheme: Scheme) -> tuple[Link, ...]:
    return tuple(round_link(r) for r in register.rounds.values() if r.scheme == scheme.id)


def _centres(register: Register, scheme: Scheme) -> Link | None:
    judged = scheme.judges is Judged.CENTRES and register.centres
    return Link("鉴定指导中心和它们的数字", "centres/") if judged else None


def _mark(standing: Standing) -> Mark:
    return Mark(standing.value, standing.title, "current")


def _stays(step: LegalStep) -> str:
    """Say that nothing may follow a standing but itself; nothing where something may."""
    if step.may != (step.after,):
        return ""
    unless = "，没有重新许可的" if step.after in ENDED else ""
    return f"{step.after.title}以后{unless}，不能再评为其他等次。"


def _whose(register: Register, scheme: Scheme) -> str:
    """Say whose scheme it is; nobody takes it for one of this site's own."""
    if scheme.issuer is None:
        return "原文没有写制定机关。这不是本站的办法；本站照原文整理，以原文为准。"
    authority = register.authority
    if authority and authority.name == scheme.issuer.name:
        return f"这是本站主办单位{authority.name}的办法，以原文为准。"
    return f"这是{scheme.issuer.name}的办法，不是本站的办法；本站照原文整理，以原文为准。"


def _holds_for(scheme: Scheme) -> str:
    lasting = "撤销、暂停、注销一直有效，到有新文件为止。"
    if scheme.holds_for:
        return f"结论从作出之日起管{scheme.holds_for.years}年。{lasting}"
    return f"文件没有写结论管多久，本站按一年算。{lasting}"


def _step(step: Step, judged: str) -> StepRow:
    return StepRow(
        name=step.name,
        by=step.by or "原文没有写",
        stage=step.stage or "",
        whom="；".join(_whom(step)) or f"所有在范围内的{judged}",
        sampled="只做一部分，没有做到的不算缺" if step.sampled else "都要做",
    )


def _whom(step: Step) -> Iterator[str]:
    if step.supervisors:
        yield f"主管是{'、'.join(step.supervisors)}的"
    if step.standings:
        yield f"检查开始时状态是{'、'.join(s.title for s in step.standings)}的"


def _exemptions(scheme: Scheme) -> Iterator[tuple[str, str]]:
    for exemption in scheme.exemptions:
        also = "，可以推荐为优秀" if exemption.commendable else ""
        yield exemption.certification, exemption.meaning or f"有这项认证的免检{also}"


def _term(term: RectifyTerm) -> TermView:
    what = "成文" if term.starts is StartsOn.DECIDED else "公布"
    last, length = day(last_day_of(term.length, _EXAMPLE)), in_words(term.length)
    instead = "；没有公布日期的，从成文日期算起" if term.starts is StartsOn.PUBLISHED else ""
    return TermView(
        said=f"整改期{length}，从要求整改的文件的{what}日期算起，当天不算{instead}。"
        "文件另写了期限的，按文件。",
        example=f"例：从{day(_EXAMPLE)}算起，{length}到{last}为止，含当天。",
        reading=sentence(term.reading),
        otherwise=sentence(term.otherwise),
    )


def _contents(scheme: Scheme) -> Iterator[tuple[str, str]]:
    """Yield (anchor, title) of each section that the page has, in its order."""
    parts_ = (
        ("grades", "等次和状态", True),
        ("stages", "阶段和步骤", scheme.stages or scheme.steps),
        ("exemptions", "免检", scheme.exemptions),
        ("legal-steps", "状态可以怎样变", scheme.legal_steps),
        ("rectify", "整改期", scheme.rectify),
        ("pledge", "责任书", scheme.pledge),
        ("supervision", "现场督导", scheme.supervision),
        *((f"sheet-{sheet.id}", sheet.name, True) for sheet in scheme.sheets),
        ("standards", "标准", scheme.standards),
        ("measures", "每年要填的数字", scheme.measures),
        ("remarks", "说明", scheme.remarks),
        ("sic", "照录与更正", scheme.sic),
        ("rounds", "用这套办法的年度检查", True),
    )
    yield from ((anchor, title) for anchor, title, there in parts_ if there)
