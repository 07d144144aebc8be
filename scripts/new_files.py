"""New files below a folder: each appears whole or not at all, and none over another."""

from __future__ import annotations

import contextlib
import difflib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 12


class Different(Exception):  # noqa: N818 - it is the state of the folder, not a mistake
    """Files that exist already say something else; the text says what."""


def write_new(folder: Path, texts: Sequence[tuple[str, str]]) -> list[Path]:
    """Write those that do not exist, and return them; raise Different before the first one."""
    clashes = [clash for path, text in texts if (clash := _clash(folder / path, text))]
    if clashes:
        raise Different("\n".join(["这些文件已经存在，内容不同，一个也没有写入：", *clashes]))
    missing = [(folder / path, text) for path, text in texts if not (folder / path).exists()]
    for path, text in missing:
        _write(path, text)
    return [path for path, _text in missing]


def _clash(path: Path, text: str) -> str:
    if not path.exists():
        return ""
    there = path.read_text(encoding="utf-8", errors="replace")
    if there == text:
        return ""
    lines = difflib.unified_diff(
        there.splitlines(), text.splitlines(), "已有", "建议", lineterm="", n=0
    )
    return "\n".join([f"  {path}", *(f"    {line}" for line in list(lines)[2 : 2 + _SHOWN])])


def _write(path: Path, text: str) -> None:
    """Write beside the place and link into it, which fails where something has come up since."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".new-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(0o666 & ~_umask())
        os.link(draft, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(draft).unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
