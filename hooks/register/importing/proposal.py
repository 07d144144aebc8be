"""The proposal: the files that a paper would become, and the account of how it did."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from register.history import events_of
from register.importing.account import Use
from register.importing.acts import acts_beside, answering
from register.importing.choices import (
    Choices,
    Frame,
    notice_of,
    region_of,
    round_of,
    scheme_of,
)
from register.importing.cleaning import pieces_of
from register.importing.comparison import differences, lacking
from register.importing.decided import Decided
from register.importing.decisions import decide
from register.importing.facts import Facts
from register.importing.found import RENAMING, REST, Mark, Understanding, Unplaced
from register.importing.ledger import Account, account_of, missing_ordinals
from register.importing.new_records import ProposedFile, new_files, new_notice
from register.importing.outcomes import Outcomes
from register.importing.paper import Paper
from register.importing.stations import Stations
from register.importing.understanding import understand
from register.reading import Dataset
from register.records.notice import ActKind

_NO_ISSUER = "没有读出发文机关。写入以后，请在文件里补写 issuer。"


@dataclass
class Proposal:
    """What an import would do; with `findings` it may not be written."""

    frame: Frame
    found: Understanding
    decided: Decided
    stations: Stations
    account: Account
    files: list[ProposedFile] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    on_file: bool = False
    """Whether the notice is on file already; then nothing is to be written."""
    differences: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    missing: list[tuple[str, list[int]]] = field(default_factory=list)


def propose(papers: Sequence[Paper], data: Dataset, choices: Choices) -> Proposal:
    """Read the papers as one document, in their order."""
    paper = _joined(papers)
    pieces = pieces_of(paper)
    frame = Frame()
    frame.region, frame.region_name, wrong = region_of(data, choices, pieces)
    frame.findings += [wrong] if wrong else []
    frame.scheme, wrong = scheme_of(data, choices, frame.region)
    frame.findings += [wrong] if wrong else []
    found = understand(pieces, _outcomes(data, choices, frame))
    facts = _chosen(found.facts, choices)
    notice_of(choices, frame, facts)
    stations = Stations(
        data, frame.region, frame.region_name, frame.notice or "weiding", dict(choices.stations)
    )
    decided = decide(found, stations, choices.grade, choices.totals, _acts(data, frame))
    if decided.acts:
        _answer(decided, found, data, frame, facts)
    if decided.judges or not decided.acts:
        round_of(data, choices, frame, facts)
    _remark(found, decided)
    proposal = Proposal(
        frame, found, decided, stations, account_of(found, _records(decided, frame))
    )
    _judge(proposal, data, choices, facts, paper)
    return proposal


def _joined(papers: Sequence[Paper]) -> Paper:
    if len(papers) == 1:
        return papers[0]
    remarks = [f"{p.name}：{r}" for p in papers for r in p.remarks]
    return Paper("、".join(p.name for p in papers), [b for p in papers for b in p.blocks], remarks)


def _outcomes(data: Dataset, choices: Choices, frame: Frame) -> Outcomes:
    grades = [g.grade for g in data.scheme[frame.scheme].record.grades] if frame.scheme else []
    said = {w: g for w, g in choices.words.items() if g in grades}
    for grade in [*choices.words.values(), *([choices.grade] if choices.grade else [])]:
        if frame.scheme and grade not in grades:
            frame.findings.append(
                f"办法 {frame.scheme} 没有等次“{grade}”；它的等次是 {'、'.join(grades)}"
                f"。请改正 --grade。"
            )
    return Outcomes(grades, said)


def _acts(data: Dataset, frame: Frame) -> frozenset[ActKind]:
    entry = data.scheme.get(frame.scheme)
    return acts_beside(entry.record if entry else None)


def _chosen(facts: Facts, choices: Choices) -> Facts:
    """Let what the person said stand above what the paper seems to say."""
    for name in ("title", "number", "decided", "published"):
        if value := getattr(choices, name):
            setattr(facts, name, value)
            setattr(facts, f"{name}_printed", "")
    if choices.decided:
        facts.doubts = [d for d in facts.doubts if "--decided" not in d]
    return facts


def _answer(
    decided: Decided, found: Understanding, data: Dataset, frame: Frame, facts: Facts
) -> None:
    """Let each act follow the notice that asked for it; what answers none is no record."""
    day = facts.decided or date.max
    acts, decided.acts = decided.acts, []
    for acted, why in answering(acts, events_of(data), frame.notice, day):
        if why:
            found.unplaced.append(Unplaced(acted.piece, acted.name, why))
        else:
            decided.acts.append(acted)


def _remark(found: Understanding, decided: Decided) -> None:
    """Correct the marks: what was recognised but not placed is left, with the reason."""
    placed = {index for s in decided.settled.values() for index in s.pieces}
    placed |= {acted.piece for acted in decided.acts}
    waiting = {index for lines in decided.unmatched.values() for index, _text in lines}
    why = {u.piece: u.why for u in found.unplaced}
    for index, mark in enumerate(found.marks):
        if index in placed or index in waiting:
            if mark.use is not Use.TAKEN:
                found.marks[index] = Mark(Use.TAKEN, "正文里点名的鉴定所")
        elif mark.use is Use.TAKEN and mark.why in {"鉴定所", RENAMING}:
            found.marks[index] = Mark(Use.LEFT, why.get(index, "两处的等次不同"))
        elif mark.why == REST and found.marks[index - 1].use is Use.LEFT:
            found.marks[index] = Mark(Use.LEFT, found.marks[index - 1].why)


def _records(decided: Decided, frame: Frame) -> dict[int, tuple[str, ...]]:
    records: dict[int, tuple[str, ...]] = {}
    for settled in decided.settled.values():
        for index in settled.pieces:
            records[index] = (*records.get(index, ()), settled.id)
    for acted in decided.acts:
        records[acted.piece] = (*records.get(acted.piece, ()), acted.id)
    for lines in decided.unmatched.values():
        for index, _text in lines:
            records[index] = (*records.get(index, ()), f"{frame.notice} unmatched")
    return records


def _judge(proposal: Proposal, data: Dataset, choices: Choices, facts: Facts, paper: Paper) -> None:
    frame, decided, stations = proposal.frame, proposal.decided, proposal.stations
    proposal.findings = [*frame.findings, *decided.findings]
    proposal.hints = [*paper.remarks, *decided.hints, *stations.hints, *stations.near_duplicates()]
    if decided.judges or not decided.acts:
        names = [p.listed.name for p in proposal.found.placed]
        proposal.missing = list(missing_ordinals(names))
    if not decided.judges and not decided.acts:
        proposal.findings.append(
            "没有读出一个有等次的鉴定所。请看没有录入的各行；只有名单没有等次的，用 --grade 写明。"
        )
    own = data.notice.get(frame.notice)
    proposal.on_file = own is not None
    if not own:
        proposal.findings += [*facts.doubts, *_missing_facts(facts)]
        proposal.hints += [] if facts.issuer else [_NO_ISSUER]
    if _can_be_made(frame, decided):
        notice = new_notice(frame, facts, decided, own.record if own else None, choices)
        if own and notice:
            lists = bool(proposal.found.placed)
            proposal.differences = list(differences(own.record, notice, lists=lists))
            proposal.lacking = list(lacking(own.record, notice, lists=lists))
        elif notice:
            proposal.files = list(new_files(notice, frame, stations, data))


def _can_be_made(frame: Frame, decided: Decided) -> bool:
    in_round = (frame.round and frame.year) or (decided.acts and not decided.judges)
    return bool(frame.region and frame.scheme and frame.notice and in_round)


def _missing_facts(facts: Facts) -> Iterator[str]:
    if not facts.title:
        yield "原文没有标题。请用 --title 写明文件标题。"
    if not facts.decided and not facts.doubts:
        yield "原文没有成文日期。请用 --decided 写明，例如 --decided 2011-03-03。"


__all__ = ["Proposal", "propose"]
