"""The handbook's examples: each whole file that it shows can be read as it stands."""

import re
from pathlib import Path

import pytest

from register.reading.folder import kind_of
from register.reading.typed import to_record
from register.reading.yaml_nodes import to_nodes
from register.records import KINDS

HANDBOOK = Path(__file__).parents[2] / "docs/handbook"
SHOWN = re.compile(r"```yaml\n# data/(\S+)\n(.*?)```", re.DOTALL)
FILES = [
    (page.name, *found)
    for page in sorted(HANDBOOK.glob("*.md"))
    for found in SHOWN.findall(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("page", "path", "text"), FILES)
def test_an_example_can_be_read(page: str, path: str, text: str) -> None:
    kind = kind_of(path)
    assert kind, f"{page}: {path}"
    node, problems = to_nodes(path, text.encode())
    assert (node is not None, problems) == (True, [])
    record, problems = to_record(path, node, KINDS[kind].record)  # type: ignore[arg-type]
    assert problems == []
    assert record


def test_there_are_examples_of_what_a_year_needs() -> None:
    shown = {kind_of(path) for _page, path, _text in FILES}
    assert shown >= {"schemes", "rounds", "sheets", "visits", "centres"}
