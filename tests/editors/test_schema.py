"""The schemas for editors, and where editors find them."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.conftest import SAMPLE

from register.editors import SCHEMA_FILES, editor_schemas, known_in
from register.editors.days import DAY_PATTERN
from register.reading import read
from register.reading.nodes import Scalar
from register.reading.typed import to_record
from register.reading.yaml_nodes import to_nodes
from register.records import KINDS
from register.records.fields import Correction

ROOT = Path(__file__).parents[2]


def reads(text: str) -> bool:
    """Whether the reader takes the text for a day."""
    node, _ = to_nodes("x.yml", b"on: '0'\nwas: a\nnow: b\nbecause: c\n")
    node.values["on"] = Scalar(text, 1, 1, plain=False)  # type: ignore[union-attr]
    return to_record("x.yml", node, Correction)[0] is not None  # type: ignore[arg-type]


def test_the_pattern_takes_every_day_that_the_reader_takes() -> None:
    day, pattern = date(1949, 1, 1), re.compile(DAY_PATTERN)
    while day <= date(2199, 12, 31):
        assert pattern.fullmatch(day.isoformat()), day
        day += timedelta(days=1)


@given(st.from_regex(r"(1[89]|2[0-2])[0-9]{2}-[01][0-9]-[0-3][0-9]", fullmatch=True) | st.text())
def test_the_pattern_takes_nothing_else(text: str) -> None:
    assert bool(re.fullmatch(DAY_PATTERN, text)) == reads(text)


def test_the_settings_name_a_schema_for_each_kind_of_file() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {
        f".vscode/schemas/{name}": f"data/{glob}" for name, glob in SCHEMA_FILES.items()
    }
    assert settings["yaml.schemaStore.enable"] is False
    assert settings["yaml.kubernetesCRDStore.enable"] is False


def test_a_schema_is_the_same_each_time_and_names_no_address_but_its_draft() -> None:
    known = known_in(read(SAMPLE)[0])
    first, again = dict(editor_schemas(known)), dict(editor_schemas(known))
    assert first == again
    assert list(first) == [f"{name}.json" for name in KINDS]
    for text in first.values():
        assert text.count("http://json-schema.org/") == 1


def test_a_register_without_records_has_schemas_too() -> None:
    for text in dict(editor_schemas({})).values():
        assert '"enum": []' not in text
