"""The data folder as a revision of git holds it, laid out in a temporary folder.

Only files are taken out, by their content: no checkout, no attribute, no filter, no hook of the
repository has a say, and no working tree is touched.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE, LINK, MODULE = ("100644", "100755"), "120000", "160000"
MOST_BYTES = 512 * 1024 * 1024
MOST_FILES = 200_000
MOST_IN_MEMORY = 64 * 1024


class Unknown(Exception):  # noqa: N818 - it is an answer, not a fault
    """git does not know the revision, or what it holds cannot be used; the text says so."""


class Listed(NamedTuple):
    """One file of a revision."""

    mode: str
    blob: str
    size: int
    path: str


@contextlib.contextmanager
def folder_of(data: Path, revision: str) -> Iterator[Path]:
    """Give a folder named like `data` with what `revision` holds below it; empty where it is not.

    Raises Unknown where git, the repository or the revision is missing.
    """
    commit = named(data, revision)
    with tempfile.TemporaryDirectory(prefix="register-") as scratch:
        target = Path(scratch) / "data"
        target.mkdir()
        lay_out(data, listed(data, commit), target)
        yield target


@contextlib.contextmanager
def contents_of(data: Path, revision: str) -> Iterator[tuple[Path, dict[str, bytes]]]:
    """Give the same without writing it: an empty folder, and its plain files by their paths.

    What the reader must see on a disk, links and huge files, is laid out in the folder.
    """
    files = [file for file in listed(data, named(data, revision)) if not is_hidden(file.path)]
    linked = any(file.mode == LINK for file in files)
    written = [file for file in files if linked or file.size > MOST_IN_MEMORY]
    with tempfile.TemporaryDirectory(prefix="register-") as scratch:
        target = Path(scratch) / "data"
        target.mkdir()
        lay_out(data, written, target)
        rest = [] if linked else [file for file in files if file.size <= MOST_IN_MEMORY]
        yield target, {file.path: bytes(content) for file, content in contents(data, rest)}


def is_hidden(path: str) -> bool:
    """Tell whether a file is none of the data, which the reader would pass over."""
    return any(step.startswith(".") for step in path.split("/"))


def named(data: Path, revision: str) -> str:
    """Return the commit that `revision` names."""
    if not revision:
        raise Unknown("没有写版本名。例如 origin/main。")
    wanted = f"{revision}^{{commit}}"
    try:
        return git(data, "rev-parse", "--verify", "--end-of-options", wanted).decode().strip()
    except Unknown as unknown:
        if "Needed a single revision" not in str(unknown):
            raise
        raise Unknown(f"没有版本 {revision}。请检查分支名或版本名，或先 git fetch。") from None


def outside(data: Path, base: str, head: str | None) -> tuple[str, ...]:
    """Return the files that are not below the data folder and differ, by their whole paths."""
    revisions = [named(data, revision) for revision in (base, head) if revision is not None]
    names = ("diff", "--name-only", "--no-renames", "--no-ext-diff", "-z")
    told = git(data, *names, *revisions, "--", ":(top)", ":(exclude).")
    return tuple(filter(None, told.decode("utf-8", "replace").split("\0")))


def listed(data: Path, commit: str) -> list[Listed]:
    """Return every file that a commit holds below the data folder."""
    text = git(data, "ls-tree", "-r", "-l", "-z", commit, ".").decode(errors="surrogateescape")
    found = []
    for line in filter(None, text.split("\0")):
        about, path = line.split("\t", 1)
        mode, _kind, blob, size = about.split()
        if mode == MODULE:  # whose files another repository may change without a review
            raise Unknown(f"数据文件夹里不能有子模块 {path}。请改成普通文件。")
        if mode in FILE or mode == LINK:
            found.append(Listed(mode, blob, int(size), path))
    refuse_hostile(found)
    return found


def refuse_hostile(files: list[Listed]) -> None:
    """Raise Unknown for what nobody's data need: paths that lead out, or a flood."""
    if len(files) > MOST_FILES or sum(file.size for file in files) > MOST_BYTES:
        raise Unknown("这个版本的数据文件夹太大，不能比较。")
    for file in files:
        if {"", ".", "..", ".git"} & set(file.path.split("/")):
            raise Unknown("这个版本的数据文件夹里有不能使用的路径。")


def lay_out(data: Path, files: list[Listed], target: Path) -> None:
    """Write the files below `target`."""
    for folder in {file.path.rpartition("/")[0] for file in files}:
        (target / folder).mkdir(parents=True, exist_ok=True)
    for file, content in contents(data, files):
        write(f"{target}/{file.path}", file.mode, content)


def contents(data: Path, files: list[Listed]) -> Iterator[tuple[Listed, memoryview]]:
    """Yield each file with what is in it."""
    wanted = "".join(f"{file.blob}\n" for file in files).encode()
    answer = memoryview(git(data, "cat-file", "--batch", stdin=wanted))
    start = 0
    for file in files:
        start += len(f"{file.blob} blob {file.size}\n")
        yield file, answer[start : start + file.size]
        start += file.size + 1


def write(path: str, mode: str, content: memoryview) -> None:
    """Write one file, or the link that it is; the reader looks where a link leads."""
    if mode == LINK:
        Path(path).symlink_to(os.fsdecode(bytes(content)))
        return
    with open(path, "xb", buffering=0) as file:  # noqa: PTH123 - a Path costs as much as writing
        file.write(content)


def git(data: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    """Run git in the data folder; return what it prints."""
    try:
        done = subprocess.run(
            ["git", "-C", str(data), *arguments], input=stdin, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise Unknown("没有找到 git；比较版本要用它。请安装 git。") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        reason = said[-1] if said else "未知原因"
        raise Unknown(f"版本不能用：{reason}。请检查版本名，或先 git fetch。")
    return done.stdout
