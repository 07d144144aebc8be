"""The published folder: a new one is made beside it, and swapped in when it is whole."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Foreign(Exception):  # noqa: N818 - it is an answer, not a fault
    """The folder may not or cannot be replaced; the text says why, in Chinese."""


@contextlib.contextmanager
def replacing(out: Path, mark: str) -> Iterator[Path]:
    """Give an empty folder to build in; put it in the place of `out` if nothing is raised.

    Raises Foreign where `out` is not a folder, holds something but not the file `mark` that every
    site of ours has, or cannot be written.
    """
    try:
        out = out.resolve()
        refuse_foreign(out, mark)
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name[:100]}.", dir=out.parent) as folder:
            yield Path(folder) / "new"
            swap(Path(folder), out)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Foreign(f"不能写入 {out}：{reason}。请换一个文件夹；原来的网站没有动。") from error


def refuse_foreign(out: Path, mark: str) -> None:
    """Refuse to replace what we have not made."""
    if out.exists() and not out.is_dir():
        raise Foreign(f"{out} 不是文件夹；--out 应为文件夹。")
    if out.is_dir() and any(out.iterdir()) and not (out / mark).is_file():
        raise Foreign(f"{out} 里有别的东西，不是以前生成的网站；请换一个空的或新的文件夹。")


def swap(folder: Path, out: Path) -> None:
    """Put folder/new in the place of `out`; the old one goes with the folder."""
    new, old = folder / "new", folder / "old"
    new.chmod(0o755)
    if out.exists():
        out.rename(old)
    try:
        new.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
