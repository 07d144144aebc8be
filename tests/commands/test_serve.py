"""./scripts/serve: an edit shows by itself, a broken one shows its findings, and it lives on."""

import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATION = "stations/gansu/gansu-02.yml"
PATIENCE = 60  # seconds; a slow machine is not a failure


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def edit(data: Path, old: str, new: str) -> None:
    path = data / STATION
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def page(port: int, path: str = "") -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as got:
            return str(got.read().decode())
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return ""


def wait_for(words: str, port: int, path: str = "") -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if words in page(port, path):
            return
        time.sleep(0.2)
    pytest.fail(f"{words} did not appear on /{path}")


@pytest.fixture(params=["whole", "broken"])
def preview(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """A preview of a copy of the data; it starts with whole or with broken data."""
    data = Path(shutil.copytree(ROOT / "tests/gansu_register", tmp_path / "data"))
    if request.param == "broken":
        edit(data, "甘肃省第二国", "甘肃省第三国")
    port = free_port()
    command = [str(ROOT / "scripts/serve"), "--data", str(data), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        yield data, port
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=PATIENCE)
        finally:
            server.kill()  # one that does not end is told, not waited for


def test_the_preview_follows_edits_through_errors(preview: tuple[Path, int]) -> None:
    data, port = preview
    edit(data, "甘肃省第三国", "甘肃省第二国")
    wait_for("查鉴定所", port)
    edit(data, "甘肃省第二国", "甘肃省第三国")
    wait_for("ordinal-differs", port)
    wait_for("ordinal-differs", port)
    edit(data, "甘肃省第三国", "甘肃省第二国")
    wait_for("整改期已满，未见验收结果", port, "stations/gansu-02/")
