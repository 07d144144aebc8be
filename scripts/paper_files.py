"""Papers on the disk: written whole or not at all, and never over somebody else's work."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault
    """The file may not or cannot be written; the text says why, in Chinese."""


def is_new(path: Path, content: bytes, *, force: bool) -> bool:
    """Tell whether `content` has yet to be written to `path`.

    Raises Refused where another file stands there and `force` does not say to replace it.
    """
    with _reasons(path):
        if path.is_dir():
            raise Refused(f"{path} 是文件夹，不是文件；请写出文件名。")
        if not path.exists():
            return True
        if path.read_bytes() == content:
            return False
    if not force:
        raise Refused(f"{path} 已经存在，内容不同，没有覆盖。要覆盖，请加上 --force。")
    return True


def write(path: Path, content: bytes) -> None:
    """Write a file in one step, making the folders above. Raises Refused where that fails."""
    with _reasons(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = path.resolve()  # through a link to where the file really is
        handle, name = tempfile.mkstemp(prefix=".notice.", dir=whole.parent)
        draft = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            draft.chmod(0o666 & ~_umask())
            draft.replace(whole)
        finally:
            draft.unlink(missing_ok=True)


def _umask() -> int:
    """Return which rights a new file does not get; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


_REASONS = {
    PermissionError: "没有写入的权限",
    NotADirectoryError: "上级不是文件夹",
    FileExistsError: "上级不是文件夹",
}


@contextlib.contextmanager
def _reasons(path: Path) -> Iterator[None]:
    """Say in Chinese why a file cannot be read or written."""
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(type(error), error.strerror or str(error))
        raise Refused(f"不能写入 {path}：{reason}。请换一个地方，或检查权限。") from error
