"""Old Word and WPS files: LibreOffice, where it is installed, turns them into .docx."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from environment import refuse

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_SECONDS = 120


def is_old_word(content: bytes) -> bool:
    """Whether the bytes are a .doc or .wps; an old .xls is none, and is read without help."""
    return content.startswith(_OLE) and _WORD_STREAM in content


def modern(path: Path) -> bytes:
    """Return the same document as .docx, or end with what the person can do."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        refuse(f"{path.name} 是旧版 Word 或 WPS 文件。请用 Word 或 WPS 打开，“另存为” .docx，再导入；装了 LibreOffice 的机器可以直接导入。")
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", folder, str(path)]
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS, stdin=subprocess.DEVNULL)
            return next(Path(folder).glob("*.docx")).read_bytes()
        except (subprocess.SubprocessError, StopIteration):
            refuse(f"LibreOffice 没有转换成 {path.name}。请用 Word 或 WPS 打开，“另存为” .docx，再导入。")
