"""What an earlier revision of the data holds: ids that must stay for ever."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Unknown(Exception):  # noqa: N818 - it is an answer, not a fault
    """git does not know the revision, or the folder; the text says so in Chinese."""


def published_paths(data: Path, revision: str) -> frozenset[str]:
    """Return the path below `data` of every file there in `revision`, and its years' addresses.

    Raises Unknown where git, the repository or the revision is missing.
    """
    if not revision:
        raise Unknown("--base 后面没有版本名。例如 --base origin/main。")
    commit = named(data, revision)
    listed = git(data, "ls-tree", "-r", "-z", "--name-only", commit, ".")
    paths = [path for path in listed.split("\0") if path.endswith(".yml")]
    return frozenset([*paths, *years(data, commit, paths)])


def years(data: Path, commit: str, paths: list[str]) -> Iterator[str]:
    """Yield the address of each year that a round of `commit` speaks of."""
    for path in paths:
        if path.startswith("rounds/") and path.count("/") == 1:
            text = git(data, "show", f"{commit}:./{path}")
            found = re.findall(r"^year: *([0-9]{4})", text, re.MULTILINE)
            yield from (f"years/{year}" for year in found)


def named(data: Path, revision: str) -> str:
    """Return the commit that `revision` names."""
    return git(data, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()


def git(data: Path, *arguments: str) -> str:
    """Run git in the data folder; return what it prints."""
    try:
        done = subprocess.run(
            ["git", "-C", str(data), *arguments],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise Unknown("没有找到 git；--base 要用它。请安装 git。") from None
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["未知原因"]
        raise Unknown(f"--base 不能用：{reason[0]}。请检查版本名，或先 git fetch。")
    return done.stdout
