"""The published folder: a new one is made beside it, and swapped in when it is whole."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = ("index.html", "api")  # what every site of ours holds


class Foreign(Exception):  # noqa: N818 - it is an answer, not a fault
    """The folder may not be replaced; the text says why, in Chinese."""


@contextlib.contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Give an empty folder to build in; put it in the place of `out` if nothing is raised.

    Raises Foreign where `out` is a file, or holds something that is not a site of ours.
    """
    out = out.resolve()
    refuse_foreign(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    except OSError as error:
        raise Foreign(f"不能写入 {out.parent}：{error.strerror}。请换一个文件夹。") from error
    try:
        yield draft / "new"
        swap(draft, out)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def refuse_foreign(out: Path) -> None:
    """Refuse to replace what we have not made."""
    if out.is_file():
        raise Foreign(f"{out} 是一个文件；--out 应为文件夹。")
    if out.is_dir() and any(out.iterdir()) and not all((out / m).exists() for m in MARKS):
        raise Foreign(f"{out} 里有别的东西，不是以前生成的网站；请换一个空的或新的文件夹。")


def swap(draft: Path, out: Path) -> None:
    """Put `draft`/new in the place of `out`; the old one goes with the draft."""
    (draft / "new").chmod(0o755)
    if out.exists():
        out.rename(draft / "old")
    (draft / "new").rename(out)
