"""The handbook's pictures: taken in a browser by tests, and told to be old by what they show.

Fonts differ between machines, so pixels cannot be compared; the words in view can. Where they are
others than those that the picture was taken of, the test fails until `--bless` takes it anew.
"""

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/images/handbook"
WORDS = ROOT / "tests/handbook"
COLOURS = 64  # enough for a page of text and its marks
GLIDING = 600  # milliseconds
HIDE = "document.querySelectorAll('.Toastify').forEach((said) => { said.hidden = true; })"


def picture(page: Page, name: str, *, within: str, bless: bool) -> None:
    """Take the picture anew, or see that the one that there is shows what the page does now."""
    page.wait_for_timeout(GLIDING)  # for what glides in
    page.evaluate(HIDE)
    words = "\n".join(line for line in page.inner_text(within).splitlines() if line.strip())
    if bless:
        PICTURES.mkdir(parents=True, exist_ok=True)
        shot = Image.open(io.BytesIO(page.screenshot()))
        shot.convert("RGB").quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)
        (WORDS / f"{name}.txt").write_text(f"{words}\n", encoding="utf-8")
    taken = (WORDS / f"{name}.txt").read_text(encoding="utf-8")
    assert words == taken.rstrip("\n"), f"docs/images/handbook/{name}.png is old: run with --bless"
    assert (PICTURES / f"{name}.png").is_file()
