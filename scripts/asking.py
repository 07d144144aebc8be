"""Asking: a command asks on a terminal for what it was not told, else names all that it lacks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from environment import refuse, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WRONG = 2  # the status of a command that was told too little


class Told:
    """What a command still needs, by its flag: asked for on a terminal, else collected."""

    def __init__(self, command: str) -> None:
        """Begin with nothing missing."""
        self.command = command
        self.missing: list[str] = []
        self.guided = sys.stdin.isatty()

    def need(
        self, flag: str, title: str, given: str | None, check: Callable[[str], str] = lambda _: ""
    ) -> str:
        """Return what was given, or the answer to a question; `check` words what is wrong."""
        if given:
            return given
        if not self.guided:
            self.missing.append(title if title.startswith(flag) else f"{flag}（{title}）")
            return ""
        return ask(title, check=check)

    def end_if_missing(self) -> None:
        """End the command where something was not told."""
        if self.missing:
            refuse(f"还缺少：{'、'.join(self.missing)}。用 {self.command} --help 查看说明。", WRONG)


def ask(
    title: str,
    default: str = "",
    *,
    optional: bool = False,
    check: Callable[[str], str] = lambda _: "",
) -> str:
    """Ask until the answer will do; Enter takes the default, or leaves an optional one out."""
    shown = f"［{default}］" if default else "（可不填）" if optional else ""
    while True:
        words = typed(f"{title}{shown}：") or default
        if not words and optional:
            return ""
        wrong = check(words) if words else "这一项必填。"
        if not wrong:
            return words
        say(wrong)


def choose(title: str, options: Sequence[tuple[str, str]]) -> str:
    """Ask for one of the options by its number."""
    for i, (_value, words) in enumerate(options, 1):
        say(f"  {i} {words}")
    allowed = [str(i) for i in range(1, len(options) + 1)]
    picked = ask(
        title, check=lambda word: "" if word in allowed else f"请输入 1 到 {len(options)}。"
    )
    return options[int(picked) - 1][0]


def agree(question: str) -> bool:
    """Ask for consent; anything but a clear yes is a no."""
    return typed(f"{question}（输入 y 同意，其他不同意）：").lower() in {"y", "yes", "是", "同意"}


def typed(prompt: str) -> str:
    """Return the line that a person types; the end of input ends the command."""
    print(prompt, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        refuse("\n输入结束，没有改动。")
    return line.strip()
