"""The sites that these tests look at: built once a test process, by the command itself."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.serving import serving

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"


def build(data: Path, out: Path, today: str = TODAY) -> None:
    folders = ["--data", str(data), "--out", str(out)]
    command = [str(ROOT / "scripts/build"), *folders, "--today", today]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="session")
def gansu(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of Gansu's data of 2011."""
    out = tmp_path_factory.mktemp("gansu") / "site"
    build(ROOT / "tests/gansu_register", out)
    return out


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up register."""
    out = tmp_path_factory.mktemp("sample") / "site"
    build(ROOT / "tests/sample_register", out)
    return out


@pytest.fixture(scope="session")
def gansu_url(gansu: Path) -> Iterator[str]:
    """The site of the shipped data, served below a path, as on a code host."""
    root = gansu.parent / "served"
    root.mkdir()
    (root / "some").mkdir()
    (root / "some/place").symlink_to(gansu)
    with serving(root) as url:
        yield f"{url}some/place/"


@pytest.fixture(params=["desktop", "phone"])
def page(request: pytest.FixtureRequest, chromium: Browser, gansu_url: str) -> Iterator[Page]:
    """A browser's page that fails for an error, a breach of the policy or a foreign request."""
    size = {"desktop": (1280, 900), "phone": (360, 740)}[request.param]
    context = chromium.new_context(
        base_url=gansu_url, viewport={"width": size[0], "height": size[1]}
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda sent: _note_foreign(sent.url, gansu_url, wrong))
    page.on("response", lambda got: wrong.append(got.url) if got.status >= 400 else None)
    yield page
    context.close()
    assert wrong == []


def _note_foreign(url: str, own: str, wrong: list[str]) -> None:
    if not url.startswith((own, "data:", "blob:")):
        wrong.append(f"foreign: {url}")


def unfold(page: Page) -> None:
    """Open the facets, which are folded on a phone."""
    page.locator("[data-part=panel]").wait_for()
    expect(page.locator("[data-part=status]")).to_have_text(re.compile("^(?!.*正在)."))
    fold = page.locator("[data-part=fold]")
    if fold.is_visible():
        fold.click()
