"""Data files at the edge: which ones are meant, and how one is written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Unusable(Exception):  # noqa: N818 - it is an answer, not a fault
    """A folder or file cannot be used; the text says why, in Chinese."""


def files_below(data: Path, named: Sequence[Path]) -> Iterator[Path]:
    """Yield the files that are named, or every data file in the folder; each as `data`/….

    Raises Unusable where the folder is missing, or a file is missing or elsewhere.
    """
    if not data.is_dir():
        raise Unusable(f"没有数据文件夹 {data}。请检查 --data。")
    if not named:
        yield from sorted(file for file in data.rglob("*.yml") if is_data(file, data))
    for file in dict.fromkeys(named):
        if not file.is_file():
            raise Unusable(f"没有文件 {file}。请检查路径。")
        if not file.resolve().is_relative_to(data.resolve()):
            raise Unusable(f"{file} 不在数据文件夹 {data} 里。请检查路径，或用 --data 指定文件夹。")
        yield data / file.resolve().relative_to(data.resolve())


def is_data(file: Path, data: Path) -> bool:
    """Whether a file below the folder is data: nothing in it is hidden, and it is no link."""
    hidden = any(step.startswith(".") for step in file.relative_to(data).parts)
    return not hidden and file.is_file() and not file.is_symlink()


def write_text(file: Path, text: str) -> None:
    """Put `text` into the file, whole or not at all; an old file's mode stays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    mode = file.stat().st_mode & 0o7777 if file.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(text.encode())
        Path(name).chmod(mode)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
