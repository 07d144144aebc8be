"""Score sheets read out of a paper: shown, compared with a scheme on file, or given as YAML."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from environment import refuse

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from register.importing.paper import Paper
    from register.records.score_sheet import ScoreSheet

NO_SHEET = "没有读到评估表。评估表应有“分值”一列，以及大项、小项等列。"


def run_sheets(arguments: argparse.Namespace, papers: Sequence[Paper]) -> None:
    """Show what the paper's score sheets come to, and end with whether a person must act."""
    from register.importing.score_sheets.propose import propose_sheets
    from register.importing.score_sheets.wording import as_text, comparison_text
    from register.reading import read

    paper = papers[0]._replace(blocks=[block for one in papers for block in one.blocks])
    proposed = propose_sheets(paper)
    lines = [*(text for one in papers for text in one.remarks), *as_text(proposed)]
    if not proposed.sheets:
        _end([*lines, NO_SHEET], 1)
    data, _problems = read(Path(arguments.data))
    entry = data.scheme.get(arguments.sheets)
    if entry and entry.record.sheets:
        result, words = comparison_text(arguments.sheets, proposed.sheets, entry.record.sheets)
        _end([*lines, *words], 1 if result.differences else 0)
    if entry is None and (Path(arguments.data) / "schemes" / f"{arguments.sheets}.yml").exists():
        _end(
            [
                *lines,
                f"办法 {arguments.sheets} 的文件读不出，没有对照。先用 ./scripts/check 查看。",
            ],
            1,
        )
    text = _yaml(proposed.sheets)
    lines += [_next_step(arguments.sheets, on_file=entry is not None)]
    lines += [_saved(text, Path(arguments.out))] if arguments.out else ["", text.rstrip()]
    _end(lines, 1 if arguments.write else 0)


def _yaml(sheets: Sequence[ScoreSheet]) -> str:
    """Return the part `sheets:` of a scheme, as it stands in a canonical file."""
    from register.records.scheme import Scheme
    from register.writing import text_of

    text = text_of(Scheme(id="", name="", grades=(), sheets=tuple(sheets)))
    return text[text.index("\nsheets:\n") + 1 :]


def _next_step(id_: str, *, on_file: bool) -> str:
    if on_file:
        return f"办法 {id_} 已经录入，还没有评估表。请把 sheets: 这一段抄进它的文件，再核对。"
    return (
        f"办法 {id_} 还没有录入。评估表里没有等次，凑不成完整的办法，所以不写入 data/。"
        "请先用 ./scripts/new scheme 新建办法，再把 sheets: 这一段抄进去，逐项核对。"
    )


def _saved(text: str, path: Path) -> str:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        refuse(f"{path} 已经存在，没有改动。请换一个文件名。")
    return f"sheets: 这一段已存为 {path}。"


def _end(lines: Sequence[str], status: int) -> NoReturn:
    """Print the report and end; whoever reads may stop reading."""
    try:
        print("\n".join(lines), flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)


def hint_sheets(arguments: argparse.Namespace, papers: Sequence[Paper]) -> None:
    """Tell a person who brings a score sheet as a notice of the flag that reads it."""
    from register.importing.score_sheets.wording import has_score_sheets

    if any(map(has_score_sheets, papers)):
        names = " ".join(arguments.files or ["-"])
        print(
            f"这份来源里有评估表。要读评估表，用 ./scripts/import {names} --sheets 办法编号。",
            file=sys.stderr,
            flush=True,
        )
