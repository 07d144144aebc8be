"""What the edit commands share: options, the data, and the road from a plan to the files."""

from __future__ import annotations

import difflib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from asking import agree
from environment import ROOT, refuse

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from datetime import date

    from command_line import Parser
    from register.editing import Plan
    from register.reading import Dataset

INTERRUPTED = 130


def options(parser: Parser) -> None:
    """Add the options that every edit command has."""
    parser.add_argument("--data", metavar="文件夹", default=str(ROOT / "data"), help="数据文件夹")
    parser.add_argument("--today", metavar="日期", help="按哪一天检查，例如 2026-11-22")
    parser.add_argument("--yes", action="store_true", help="不再询问，直接写入")


def run(arguments: argparse.Namespace, plan_of: Callable[[Dataset], Plan]) -> None:
    """Read the data, make the plan, carry it out; every end is a sentence."""
    from register.day import build_day
    from register.editing import Unfit
    from register.reading import read

    folder = Path(arguments.data)
    if not folder.is_dir():
        refuse(f"没有数据文件夹 {folder}。请检查 --data。")
    try:
        today = build_day(arguments.today, os.environ)
        data, _problems = read(folder)
        carry_out(folder, plan_of(data), today, yes=arguments.yes)
    except Unfit as unfit:
        refuse("\n".join(unfit.texts))
    except ValueError as error:
        refuse(str(error))
    except BrokenPipeError:  # whoever read what is said has stopped
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        refuse(f"不能读写 {error.filename}：{error.strerror}。请检查权限。")
    except KeyboardInterrupt:
        refuse("\n已中断，没有改动。", INTERRUPTED)


def carry_out(folder: Path, plan: Plan, today: date, *, yes: bool) -> None:
    """Show the plan, judge it, ask, write."""
    from data_files import write_text
    from register.editing import new_errors
    from register.edition import report, shown

    if not plan.texts:
        print("没有要改的：数据里已经是这样。")
        return
    print("\n".join([*plan.said, "", *differences(folder, plan)]), flush=True)
    if problems := new_errors(folder, plan, today):
        print("\n".join(["", *report(problems, folder)]), flush=True)
        refuse("这样改会出现上面的错误，没有写入。请照提示改正后再来。")
    if not yes and not consent():
        refuse("没有写入。")
    for path, text in plan.texts.items():
        write_text(folder / path, text)
    print("\n".join(["", *(f"已写入 {shown(folder)}{path}" for path in plan.texts)]))


def consent() -> bool:
    """Ask on a terminal; elsewhere only --yes is consent."""
    if not sys.stdin.isatty():
        refuse("确认无误后，加上 --yes 再运行一次，才会写入。")
    return agree("写入吗？")


def differences(folder: Path, plan: Plan) -> Iterator[str]:
    """Yield each file and its lines that go (-) and come (+)."""
    from register.edition import shown

    for path, text in plan.texts.items():
        file = folder / path
        before = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        yield f"{shown(folder)}{path}（{'改动' if before else '新建'}）"
        lines = list(difflib.unified_diff(before, text.splitlines(), lineterm="", n=2))[2:]
        yield from (f"  {line}" if line[0] != "@" else "  …" for line in lines)


def day(text: str | None) -> date | None:
    """Return the day that an option gives."""
    from datetime import date as calendar

    if not text:
        return None
    try:
        return calendar.fromisoformat(text)
    except ValueError:
        raise ValueError(f"日期 {text} 不对；应为 年-月-日，例如 2011-06-30。") from None
