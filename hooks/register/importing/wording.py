"""Wording: a proposal in plain words for the person at the desk, and as a value for programs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from register.importing.account import Use
from register.importing.cleaning import without_persons
from register.importing.ledger import as_ranges
from register.importing.proposal import Proposal
from register.records import Host, Notice, Round, Station
from register.records.notice import ACT_TITLES

_SHOWN = 40
_KINDS = ((Host, "承建单位"), (Station, "鉴定所"), (Round, "年度检查"), (Notice, "文件"))


def as_text(proposal: Proposal, *, writing: bool = False) -> Iterator[str]:
    """Yield the lines of the report; whoever is `writing` already is not told how to write."""
    yield from _head(proposal)
    yield from _numbers(proposal)
    yield from _account(proposal)
    yield from _block("没有录入，请逐条处理", unplaced_lines(proposal))
    yield from _grades(proposal)
    yield from _block("与已录文件不同", proposal.differences)
    yield from _block("来源未载，或程序没有从来源读出（已录文件里有）", proposal.lacking)
    yield from _block("线索（没有录入，请人工核对）", clue_lines(proposal))
    yield from _block("请核对", proposal.hints)
    yield from _block("必须先决定", proposal.findings)
    yield _verdict(proposal, writing=writing)


def _head(proposal: Proposal) -> Iterator[str]:
    frame, decided = proposal.frame, proposal.decided
    none = "（不涉及）" if decided.acts and not decided.judges else "（未定）"
    yield (
        f"文件：{frame.notice or '（未定）'}  地区：{frame.region or '（未定）'}"
        f"  办法：{frame.scheme or '（未定）'}  年度检查：{frame.round or none}"
    )
    facts = proposal.found.facts
    for title, value in (
        ("标题", facts.title),
        ("文号", facts.number),
        ("成文日期", facts.decided),
        ("公布日期", facts.published),
        ("发文机关", facts.issuer),
    ):
        if value:
            yield f"{title}：{value}"
    yield ""


def _numbers(proposal: Proposal) -> Iterator[str]:
    decided, stations = proposal.decided, proposal.stations
    grades = Counter(s.grade for s in decided.settled.values())
    for grade in dict.fromkeys([*grades, *decided.totals, *decided.unmatched]):
        said = decided.totals.get(grade)
        parts = [f"{grade}：读到 {grades[grade]}"]
        parts += [f"尚无档案 {len(lines)}"] if (lines := decided.unmatched.get(grade)) else []
        parts += [f"未列名 {decided.unnamed[grade]}"] if grade in decided.unnamed else []
        parts += [f"原文总数 {said}"] if said is not None else ["原文没有总数"]
        yield "，".join(parts)
    for kind, count in Counter(acted.kind for acted in decided.acts).items():
        yield f"{ACT_TITLES[kind]}（处理）：读到 {count}"
    kinds = Counter(
        title for file in proposal.files for kind, title in _KINDS if isinstance(file.record, kind)
    )
    if kinds:
        yield "要新建：" + "、".join(f"{title} {count} 份" for title, count in kinds.items())
    if stations.matched:
        yield f"已有档案的鉴定所 {len(stations.matched)} 个"
    for id_, (name, match) in stations.matched.items():
        own = stations.data.station[id_].record.name
        if name != own:
            yield f"  {name} → {id_} {own}（{match.how}）"
    for series, missing in proposal.missing:
        yield f"{series} 之间，名单上缺 {len(missing)} 个序号：{as_ranges(missing)}"
    yield ""


def _account(proposal: Proposal) -> Iterator[str]:
    account = proposal.account
    counts = {use: account.count(use) for use in Use}
    yield (
        f"来源共 {len(account.items)} 行："
        + "，".join(f"{use.value} {count}" for use, count in counts.items())
        + "。"
    )
    for use in Use:
        whys = Counter(item.mark.why for item in account.items if item.mark.use is use)
        if whys:
            yield f"  {use.value}：" + "、".join(
                f"{why} {count}" for why, count in whys.most_common()
            )
    if account.spam:
        yield f"网页附带的广告或干扰字符：{'、'.join(account.spam[:_SHOWN])}，已去掉。"
    if account.cleaned:
        yield f"去掉网页残留、不可见字符的有 {account.cleaned} 处。"
    if account.personal:
        yield f"个人信息 {account.personal} 处，已去掉，不显示。"
    yield ""


def unplaced_lines(proposal: Proposal) -> list[str]:
    """Word what the paper lists and no record took."""
    pieces = proposal.found.pieces
    return [
        f"{pieces[u.piece].where}“{without_persons(u.text[:60])}”：{u.why}。"
        for u in proposal.found.unplaced
    ]


def clue_lines(proposal: Proposal) -> list[str]:
    """Word what a person should look at."""
    pieces = proposal.found.pieces
    return [
        f"{pieces[c.piece].where} {c.what}：{without_persons(c.text)}" for c in proposal.found.clues
    ]


def _block(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"{title}（{len(lines)} 条）"
        yield from (f"  {line}" for line in lines[: _SHOWN * 5])
        if len(lines) > _SHOWN * 5:
            yield f"  …还有 {len(lines) - _SHOWN * 5} 条，用 --format json 看全部。"
        yield ""


def _grades(proposal: Proposal) -> Iterator[str]:
    """Yield the grades there are, where something has none of them."""
    scheme, found = proposal.stations.data.scheme.get(proposal.frame.scheme), proposal.found
    if scheme and (found.unplaced or any(not said.grade for _, said in found.totals)):
        grades = "、".join(grade.grade for grade in scheme.record.grades)
        yield f"办法 {scheme.record.id} 的等次有：{grades}。"
        yield ""


def _verdict(proposal: Proposal, *, writing: bool) -> str:
    if proposal.on_file:
        same = "一致" if not proposal.differences else "有不同，见上"
        return f"文件 {proposal.frame.notice} 已经录入，与这份来源{same}；没有要写的。"
    if proposal.findings:
        return f"有 {len(proposal.findings)} 件事必须先决定，现在不能写入。"
    files = f"{len(proposal.files)} 个新文件"
    how = "" if writing else "加 --write 写入。"
    if left := len(proposal.found.unplaced):
        rest = f"还有 {left} 条没有录入。请先处理，不处理的要在写入以后自己补上。"
        return f"{rest}其余可以写成 {files}。{how}"
    return f"可以写入 {files}。{how}"


def as_value(proposal: Proposal, texts: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the proposal as plain values; `texts`: path and text of each file."""
    decided, account = proposal.decided, proposal.account
    return {
        "notice": proposal.frame.notice,
        "region": proposal.frame.region,
        "scheme": proposal.frame.scheme,
        "round": proposal.frame.round,
        "on_file": proposal.on_file,
        "files": [{"path": path, "text": text} for path, text in texts],
        "decisions": [
            {"station": s.id, "grade": s.grade, "printed": s.printed}
            for s in decided.settled.values()
        ],
        "acts": [
            {"station": a.id, "act": a.kind.value, "follows": a.follows} for a in decided.acts
        ],
        "unmatched": [
            {"grade": g, "printed": t} for g, lines in decided.unmatched.items() for _i, t in lines
        ],
        "totals": decided.totals,
        "unnamed": decided.unnamed,
        "matched": [
            {"station": id_, "printed": name, "because": m.how, "likeness": m.likeness}
            for id_, (name, m) in proposal.stations.matched.items()
        ],
        "findings": proposal.findings,
        "hints": proposal.hints,
        "unplaced": unplaced_lines(proposal),
        "clues": clue_lines(proposal),
        "differences": proposal.differences,
        "lacking": proposal.lacking,
        "missing": [
            {"series": series, "ordinals": missing} for series, missing in proposal.missing
        ],
        "account": {
            "pieces": len(account.items),
            **{use.name.lower(): account.count(use) for use in Use},
            "spam": list(account.spam),
            "personal": account.personal,
            "items": [
                {
                    "where": i.where,
                    "text": i.text,
                    "use": i.mark.use.name.lower(),
                    "why": i.mark.why,
                    "records": list(i.records),
                }
                for i in account.items
            ],
        },
    }


__all__ = ["as_text", "as_value", "clue_lines", "unplaced_lines"]
