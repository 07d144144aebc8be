"""Old Word files (.doc, .wps, .rtf) → .docx, by LibreOffice where the machine has it."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from register.importing.readers.formats import is_old_word

LONGEST = 120
"""Seconds: a paper is a few pages, and a first start of LibreOffice is slow."""


def as_new_word(name: str, content: bytes) -> tuple[str, bytes]:
    """Return an old file as .docx; every other, and what cannot be converted, is left as it is."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office or not is_old_word(content):
        return name, content
    with tempfile.TemporaryDirectory() as folder:
        converted = _converted(office, Path(folder), content)
    return (Path(name).stem + ".docx", converted) if converted else (name, content)


def _converted(office: str, folder: Path, content: bytes) -> bytes | None:
    source = folder / "paper.doc"
    source.write_bytes(content)
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--norestore", "--convert-to", "docx", "--outdir", str(folder), str(source)]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as program:
        try:
            program.wait(LONGEST)
        except BaseException as error:  # whatever ends the wait ends the program and its children
            os.killpg(program.pid, signal.SIGKILL)
            if not isinstance(error, subprocess.TimeoutExpired):
                raise
    result = folder / "paper.docx"
    return result.read_bytes() if result.is_file() else None
