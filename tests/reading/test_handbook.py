"""The handbook's examples: each whole file that it shows is as `./scripts/format` leaves it."""

import re
from pathlib import Path

import pytest

from register.reading.folder import kind_of
from register.writing import formatted

HANDBOOK = Path(__file__).parents[2] / "docs/handbook"
SHOWN = re.compile(r"```yaml\n# data/(\S+)\n(.*?)```", re.DOTALL)
FILES = [
    (page.name, *found)
    for page in sorted(HANDBOOK.glob("*.md"))
    for found in SHOWN.findall(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("page", "path", "text"), FILES)
def test_an_example_is_canonical(page: str, path: str, text: str) -> None:
    assert kind_of(path), f"{page}: {path}"
    assert formatted(path, text) == text


def test_there_are_examples_of_what_a_year_needs() -> None:
    shown = {kind_of(path) for _page, path, _text in FILES}
    assert shown >= {"schemes", "rounds", "sheets", "visits", "centres"}
