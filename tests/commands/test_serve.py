"""./scripts/serve: an edit shows by itself, a broken one shows its findings, and it lives on."""

import contextlib
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
from playwright.sync_api import Browser
from tests.changes.made import FILES, NEXT, OLD, next_notice
from tests.handbook_pictures import picture

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


@contextlib.contextmanager
def serving(folder: Path, *more: str) -> Iterator[int]:
    """Serve the data folder below `folder` until the block ends; give the port."""
    port = free_port()
    command = [str(ROOT / "scripts/serve"), "--data", "data", "--port", str(port), *more]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet) as server:
        yield port
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=PATIENCE)
        finally:
            server.kill()  # one that does not end is told, not waited for


@pytest.fixture(params=["whole", "broken"])
def preview(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """A preview of a copy of the data; it starts with whole or with broken data."""
    data = Path(shutil.copytree(ROOT / "tests/gansu_register", tmp_path / "data"))
    if request.param == "broken":
        edit(data, "甘肃省第二国", "甘肃省第三国")
    with serving(tmp_path) as port:
        yield data, port


def test_the_preview_follows_edits_through_errors(preview: tuple[Path, int]) -> None:
    data, port = preview
    edit(data, "甘肃省第三国", "甘肃省第二国")
    wait_for("查鉴定所", port)
    edit(data, "甘肃省第二国", "甘肃省第三国")
    wait_for("ordinal-differs", port)
    wait_for("ordinal-differs", port)
    edit(data, "甘肃省第三国", "甘肃省第二国")
    wait_for("整改期已满，未见验收结果", port, "stations/gansu-02/")


SHORTEN = """(folder) => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    texts.currentNode.data = texts.currentNode.data.replaceAll(folder, 'data');
  }
}"""


def test_pages_are_as_the_handbook_shows_them(
    tmp_path: Path, chromium: Browser, request: pytest.FixtureRequest
) -> None:
    """The station is made up: no picture says of a real one what no document says."""
    bless, data = request.config.getoption("--bless"), tmp_path / "data"
    accepted = next_notice("acts:\n  - {act: accept, stations: [yuan-3], follows: yuan-2023-1}\n")

    def put(files: dict[str, str]) -> None:
        for path, text in files.items():
            (data / path).parent.mkdir(parents=True, exist_ok=True)
            (data / path).write_text(text, encoding="utf-8")

    def taken(name: str, port: int, path: str, words: str, within: str) -> None:
        wait_for(words, port, path)
        view = chromium.new_page(viewport={"width": 760, "height": 620}, locale="zh-CN")
        view.goto(f"http://127.0.0.1:{port}/{path}", wait_until="load")
        # The copy lies in a scratch folder; in a project the data are in data/.
        view.evaluate(SHORTEN, str(data))
        picture(view, name, within=within, bless=bless)
        view.close()

    put(FILES)
    with serving(tmp_path, "--today", "2024-12-01") as port:
        taken("station-before", port, "stations/yuan-3/", "未见验收结果", "h1 + *")
        put({NEXT: accepted})
        taken("station-after", port, "stations/yuan-3/", "整改验收合格", "h1 + *")
        put({OLD: FILES[OLD].replace("yuan-3:", "yuan-9:")})
        taken("serve-findings", port, "", "station-unknown", "article")
