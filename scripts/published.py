"""What an earlier revision of the data holds: ids that must stay for ever."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Unknown(Exception):  # noqa: N818 - it is an answer, not a fault
    """git does not know the revision, or the folder; the text says so in Chinese."""


def published_paths(data: Path, revision: str) -> frozenset[str]:
    """Return the path below `data` of every file there in `revision`.

    Raises Unknown where git, the repository or the revision is missing.
    """
    listed = git(data, "ls-tree", "-r", "-z", "--name-only", named(data, revision), ".")
    return frozenset(path for path in listed.split("\0") if path.endswith(".yml"))


def named(data: Path, revision: str) -> str:
    """Return the commit that `revision` names."""
    return git(data, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()


def git(data: Path, *arguments: str) -> str:
    """Run git in the data folder; return what it prints."""
    try:
        done = subprocess.run(
            ["git", "-C", str(data), *arguments], capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise Unknown("没有找到 git；--base 要用它。请安装 git。") from None
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["未知原因"]
        raise Unknown(f"--base 不能用：{reason[0]}。请检查版本名，或先 git fetch。")
    return done.stdout
