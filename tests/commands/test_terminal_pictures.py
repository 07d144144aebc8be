"""The handbook's pictures of a terminal: what the commands really answer, set in a plain window."""

import html
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.changes.made import FILES, NEXT, OLD, ROUND, decided, next_notice
from tests.handbook_pictures import picture

ROOT = Path(__file__).parents[2]
Shown = Callable[[str, str], None]
WHO = ("-c", "user.name=t", "-c", "user.email=t@example.com")
WINDOW = """\
<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; background: #fff; color: #222; }
  pre { margin: 0; padding: 16px 20px; white-space: pre-wrap; overflow-wrap: anywhere;
    font: 17px/1.6 monospace, sans-serif; border: 1px solid #bbb; }
  b { color: #00508c; }
</style>"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository whose main branch holds the made-up register, and a year after it."""
    write(tmp_path, FILES)
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    return tmp_path


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        target = folder / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *WHO, *arguments], check=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "data")


@pytest.fixture
def shown(desk: Path, chromium: Browser, request: pytest.FixtureRequest) -> Shown:
    """Run a line as it is typed, set its answer under it, and take or check the picture."""

    def taken(name: str, typed: str) -> None:
        command, *words = typed.split()
        line = [str(ROOT / command), *words, "--data", "data", "--today", "2024-12-01"]
        done = subprocess.run(line, capture_output=True, text=True, check=False, cwd=desk)
        page = chromium.new_page(viewport={"width": 680, "height": 100}, locale="zh-CN")
        said = html.escape(done.stdout + done.stderr)
        page.set_content(f"{WINDOW}<pre><b>$ {html.escape(typed)}</b>\n{said}</pre>")
        tall = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": 680, "height": int(tall)})
        picture(page, name, within="body", bless=request.config.getoption("--bless"))
        page.close()

    return taken


def test_the_summary_of_a_change(desk: Path, shown: Shown) -> None:
    text = next_notice(ROUND, decided("优秀", 4), decided("合格", 2), decided("撤销", 3))
    write(desk, {NEXT: text})
    shown("terminal-changes", "./scripts/changes main --no-pages")


def test_the_findings_of_a_check(desk: Path, shown: Shown) -> None:
    write(desk, {OLD: FILES[OLD].replace("yuan-3:", "yuan-9:").replace("合格\n", "合格 \n")})
    shown("terminal-check", "./scripts/check")


def test_an_acceptance_as_it_is_shown(desk: Path, shown: Shown) -> None:
    write(desk, {NEXT: next_notice(ROUND, decided("优秀", 4))})
    shown("terminal-accept", "./scripts/accept yuan-3 --notice yuan-2024-1 --yes")
