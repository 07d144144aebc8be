"""The command lines: one way to say what a command takes, and what is wrong with what it got."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NoReturn

# What argparse says in English, and how we say it.
SAID = (
    (r"unrecognized arguments: (.*)", r"没有参数 \1"),
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"argument (\S+).*: expected (one|at least one) argument", r"\1 后面缺少值"),
    (r"argument (\S+).*: invalid choice: (\S+) \(choose from (.*)\)", r"\1 不能是 \2；可用的有 \3"),
    (r"argument (\S+).*: invalid \w+ value: (.*)", r"\1 的值 \2 不对；应为规定范围内的整数"),
)


class Help(argparse.RawDescriptionHelpFormatter):
    """Help that begins in Chinese."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add how the command is called."""
        super().add_usage(usage, actions, groups, prefix or "用法：")


class Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese."""

    def __init__(self, name: str, description: str, examples: str) -> None:
        """Begin with the help that every command has."""
        super().__init__(
            prog=f"./scripts/{name}",
            usage="%(prog)s [参数 …]",
            description=f"{description}首次运行会自行准备环境。",
            epilog=examples,
            formatter_class=Help,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "对象"
        self._optionals.title = "参数"
        self.add_argument("-h", "--help", action="help", help="显示本说明")

    def error(self, message: str) -> NoReturn:
        """End with what is wrong, in a sentence."""
        for english, chinese in SAID:
            message = re.sub(f"^{english}$", chinese, message)
        self.exit(2, f"参数有误：{message}。用 {self.prog} --help 查看说明。\n")


def number(least: int, most: int) -> type:
    """Return the type of a whole number from `least` to `most`, for an argument."""

    def whole(text: str) -> int:
        value = int(text)
        if not least <= value <= most:
            raise ValueError
        return value

    return whole  # type: ignore[return-value]
