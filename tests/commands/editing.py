"""Runs the edit commands on a copy of the sample register, without and with a terminal."""

import contextlib
import os
import pty
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
TODAY = "2024-12-31"


def run(command: str, *arguments: object, data: Path) -> subprocess.CompletedProcess[str]:
    """Run a command whose standard input is no terminal."""
    words = [str(ROOT / "scripts" / command), *map(str, arguments)]
    options = ["--data", str(data), *([] if command == "format" else ["--today", TODAY])]
    return subprocess.run(
        [*words, *options], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


def type_into(command: str, *arguments: object, data: Path, lines: list[str]) -> tuple[int, str]:
    """Run a command on a pseudo-terminal, type `lines`, return its status and what was shown."""
    words = [str(ROOT / "scripts" / command), *map(str, arguments)]
    master, slave = pty.openpty()
    with subprocess.Popen(
        [*words, "--data", str(data), "--today", TODAY],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    ) as process:
        os.close(slave)
        # The end of input last, so that a question too many ends the command and does not hang it.
        os.write(master, "".join(f"{line}\n" for line in lines).encode() + b"\x04")
        shown = b""
        with contextlib.suppress(OSError):  # Linux says so at the end of a terminal
            while piece := os.read(master, 65536):
                shown += piece
        status = process.wait(timeout=60)
    os.close(master)
    return status, shown.decode().replace("\r\n", "\n")


def files(data: Path) -> dict[str, str]:
    """Every file's text, by its path."""
    return {
        path.relative_to(data).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(data.rglob("*.yml"))
    }
