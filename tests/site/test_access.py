"""WCAG 2.2 AA on every kind of page, by axe-core's rules: light and dark, on a desktop and a phone.

A person's own settings are tried too: text twice as large, and a window 320 pixels wide.
"""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.serving import serving
from tests.site.kinds import KINDS

from node import packages

HERE = Path(__file__).parent
SIZES = {"desktop": (1280, 900), "phone": (360, 740)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LOOKS = [f"{size}-{scheme}" for size, scheme in product(SIZES, SCHEMES)]
# Target sizes are left out unless they are asked for, though WCAG 2.2 AA wants them.
ALL = "axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
# What the other two of the four looks can change: colours and sizes, not names and landmarks.
SEEN = "axe.run(document, {runOnly: ['color-contrast', 'link-in-text-block', 'target-size']})"
WHOLE = ("desktop-light", "phone-dark")
# The kinds that between them show every mark, table and box.
MARKED = ("home", "found", "station", "black", "round", "sheet", "notice", "deadlines", "coverage")


@pytest.fixture(scope="session")
def axe() -> str:
    """The rules of axe-core, as a script."""
    home = packages(HERE / "axe") / "node_modules/axe-core"
    return (home / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def sample_url(sample: Path) -> Iterator[str]:
    """The made-up register, served below the path that its own address has."""
    root = sample.parent / "served"
    root.mkdir()
    (root / "honghei").symlink_to(sample)
    with serving(root) as url:
        yield f"{url}honghei/"


@pytest.fixture(scope="session")
def looks(chromium: Browser, sample_url: str) -> Iterator[dict[str, BrowserContext]]:
    """A browser for each size and each light."""
    found = {}
    for (size, (width, height)), scheme in product(SIZES.items(), SCHEMES):
        found[f"{size}-{scheme}"] = chromium.new_context(
            base_url=sample_url,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
    yield found
    for context in found.values():
        context.close()


@pytest.fixture
def judged(axe: str) -> Callable[[Page, str], list[str]]:
    """Return what axe-core finds wrong on a page in a look, a line for each place."""

    def judge(page: Page, look: str) -> list[str]:
        page.evaluate(axe)
        found: list[dict[str, Any]] = page.evaluate(ALL if look in WHOLE else SEEN)["violations"]
        return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]

    return judge


def quiet(page: Page, path: str) -> None:
    """Open a page and wait until its scripts have nothing more to do."""
    page.goto(path)
    if path.startswith("stations/?"):
        page.locator("[data-part=results] li").first.wait_for()


@pytest.mark.parametrize("look", WHOLE)
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_axe_finds_nothing(
    looks: dict[str, BrowserContext], judged: Callable[[Page, str], list[str]], path: str, look: str
) -> None:
    page = looks[look].new_page()
    quiet(page, path)
    found = judged(page, look)
    page.close()
    assert found == []


@pytest.mark.parametrize("look", [look for look in LOOKS if look not in WHOLE])
@pytest.mark.parametrize("kind", MARKED)
def test_axe_finds_no_fault_of_colour_or_size(
    looks: dict[str, BrowserContext],
    judged: Callable[[Page, str], list[str]],
    kind: str,
    look: str,
) -> None:
    page = looks[look].new_page()
    quiet(page, KINDS[kind])
    found = judged(page, look)
    page.close()
    assert found == []


@pytest.mark.parametrize("look", WHOLE)
def test_axe_finds_nothing_while_somebody_types(
    looks: dict[str, BrowserContext], judged: Callable[[Page, str], list[str]], look: str
) -> None:
    page = looks[look].new_page()
    quiet(page, "")
    page.locator("#find-home").fill("学校")
    page.locator("[role=option]").first.wait_for()
    found = judged(page, look)
    page.close()
    assert found == []


def test_axe_finds_nothing_in_the_open_menu(
    looks: dict[str, BrowserContext], judged: Callable[[Page, str], list[str]]
) -> None:
    look = "phone-dark"
    page = looks[look].new_page()
    quiet(page, "stations/")
    page.locator("label[for=__drawer].md-header__button").click()
    page.wait_for_timeout(400)
    found = judged(page, look)
    page.close()
    assert found == []


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_nothing_is_lost_sideways(looks: dict[str, BrowserContext], path: str) -> None:
    page = looks["desktop-light"].new_page()
    quiet(page, path)
    over = {}
    for width, height in ((320, 600), (640, 450)):  # narrow, and a desktop's text twice as large
        page.set_viewport_size({"width": width, "height": height})
        over[width] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.close()
    assert max(over.values()) <= 0, over
