"""Wording: what a paper's score sheets come to, in plain words for the person at the desk."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from register.importing.account import Accounted, Use
from register.importing.paper import Paper, Table
from register.importing.score_sheets.compared import Compared, compared
from register.importing.score_sheets.propose import ProposedSheets
from register.importing.score_sheets.rows import header_of
from register.records.score_sheet import ScoreSheet


def has_score_sheets(paper: Paper) -> bool:
    """Whether a table of the paper is a score sheet."""
    return any(isinstance(b, Table) and header_of(b) is not None for b in paper.blocks)


def as_text(proposed: ProposedSheets) -> Iterator[str]:
    """Yield the account of every row, the findings, and a table of headings."""
    yield from _account(proposed.account)
    if proposed.findings:
        yield f"请核对（{len(proposed.findings)} 条）"
        yield from (f"  {one.where} {one.what}：{one.text}" for one in proposed.findings)
        yield ""
    for sheet in proposed.sheets:
        yield from _sheet(sheet)


def comparison_text(
    id_: str, found: Sequence[ScoreSheet], filed: Sequence[ScoreSheet]
) -> tuple[Compared, list[str]]:
    """Compare with the scheme on file, and word it."""
    result = compared(found, filed)
    lines = [f"中项的文字不同（{len(result.reworded)} 处，不算不同）"] if result.reworded else []
    lines += [f"  {text}" for text in result.reworded]
    if result.differences:
        lines.append(f"与已录办法 {id_} 对照，有 {len(result.differences)} 处不同")
        return result, [*lines, *(f"  {text}" for text in result.differences)]
    counts = f"{result.headings} 个大项、{result.items} 个小项"
    equal = f"与已录办法 {id_} 对照：{counts}，结构、编号、分值全部一致。没有要写的。"
    return result, [*lines, equal]


def _account(account: Sequence[Accounted]) -> Iterator[str]:
    counts = {use: sum(one.use is use for one in account) for use in Use}
    told = "，".join(f"{use.value} {count}" for use, count in counts.items())
    yield f"来源共 {len(account)} 行：{told}。"
    for (use, why), run in groupby(account, key=lambda one: (one.use, one.why)):
        places = [one.where for one in run]
        where = places[0] if len(places) == 1 else f"{places[0]} 至 {places[-1]}"
        yield f"  {where} {use.value}：{why}" + (f"（{len(places)} 行）" if places[1:] else "")
    yield ""


def _sheet(sheet: ScoreSheet) -> Iterator[str]:
    yield f"{sheet.name}  满分 {sheet.points}"
    yield "  序号 | 大项 | 分值 | 小项数"
    for one in sheet.headings:
        yield f"  {one.number} | {one.name} | {one.points} | {len(one.items)}"
    yield ""
