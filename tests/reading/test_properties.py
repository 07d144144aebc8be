"""Reading, whatever comes: no exception, bounded time, right places, and nothing lost."""

import os
import string
from pathlib import Path
from time import process_time
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from tests.made_records import VISIBLE, records

from register.problem import Place
from register.reading import read
from register.reading.folder import kind_of
from register.reading.nodes import Mapping, Scalar, Sequence, find, scalars
from register.reading.typed import is_ambiguous, to_record
from register.reading.yaml_nodes import to_nodes
from register.records import KINDS as RECORDS
from register.records import Notice, Site

SAMPLE = Path(__file__).parents[1] / "sample_register"
FILES = sorted(SAMPLE.rglob("*.yml"))
KINDS: tuple[type[msgspec.Struct], ...] = tuple(kind.record for kind in RECORDS.values())
YAMLISH = st.text("ab:：-?!&*|>'\"%@#,，[]{}<\\ \n\t\r0_甲😀\u200b\u2028\ufeff\x00", max_size=60)


def judged(content: bytes, kind: type[msgspec.Struct]) -> tuple[object, list[Any]]:
    """Read one file as `kind`: the record, or None, and the problems."""
    node, problems = to_nodes("a.yml", content)
    if node is None or problems:
        return None, problems
    return to_record("a.yml", node, kind)


def assert_sound(content: bytes, kind: type[msgspec.Struct]) -> None:
    start = process_time()
    record, problems = judged(content, kind)
    assert process_time() - start < 2
    assert (record is None) == bool(problems)
    lines = content.decode("utf-8", "replace").split("\n")
    for problem in problems:
        assert problem.text
        assert 1 <= problem.place.line <= len(lines) + 1
        assert problem.place.column >= 1


@given(st.binary(max_size=200), st.sampled_from(KINDS))
def test_any_bytes_give_findings_or_a_record(content: bytes, kind: type[msgspec.Struct]) -> None:
    assert_sound(content, kind)


@given(YAMLISH, st.sampled_from(KINDS))
@example("%YAML 1.2\n%YAML 1.2\n---\na", Site)
@example("!<", Site)
@example('"\\xZZ"', Site)
@example("&a [*a]", Site)
@example("? - a\n: b", Site)
@example("a: >99\n b", Site)
def test_any_text_gives_findings_or_a_record(text: str, kind: type[msgspec.Struct]) -> None:
    assert_sound(text.encode(), kind)


@given(st.sampled_from(FILES), st.data())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_damage_to_a_good_file_is_said_or_harmless(path: Path, data: st.DataObject) -> None:
    content = path.read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 20)))
    put = data.draw(st.one_of(st.binary(max_size=6), YAMLISH.map(str.encode)))
    kind: Any = RECORDS[kind_of(path.relative_to(SAMPLE).as_posix()) or "site"].record
    assert_sound(content[:start] + put + content[end:], kind)


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 1_000_000,
        b"{a: " * 200_000,
        b"- " * 400_000,
        b"a: &x [*x, *x]\n" * 50_000,
        b"\t\n" * 500_000,
        "　\n".encode() * 300_000,
        b"a" * 8_000_000,
        b"'" * 1_000_000,
        b"? " * 500_000,
        b'a: "' + b"\\" * 2_000_000,
        "\u200b".encode() * 1_000_000,
        b"a: b\n" * 300_000,
        b"\xff" * 1_000_000,
        b"!" * 1_000_000,
        b"# \r" * 500_000,
    ],
    ids=range(15),
)
def test_a_hostile_file_is_refused_in_bounded_time(content: bytes) -> None:
    start = process_time()
    record, problems = judged(content, Notice)
    assert process_time() - start < 10
    assert record is None
    assert problems


# What PyYAML writes of a record is that record again.


def as_text(value: object) -> object:
    """Every leaf as text, for in our files all scalars are."""
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("cls", KINDS)
@given(st.data())
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
def test_a_record_survives_writing_and_reading(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(records(cls))
    text = yaml.safe_dump(as_text(value), allow_unicode=True, default_style="'", width=10**6)
    assume("\\" not in text)
    record, problems = judged(text.encode(), cls)
    assert problems == []
    assert record == msgspec.convert(value, cls, strict=False)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_reader_and_msgspec_agree_on_the_sample(path: Path) -> None:
    data, _problems = read(SAMPLE)
    entry = next(e for e in data.entries if e.path == path.relative_to(SAMPLE).as_posix())
    plain = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    assert entry.record == msgspec.convert(plain, type(entry.record), strict=False)


# Places.

LINE = st.text(VISIBLE.filter(lambda c: c not in "'\"\\"), min_size=1, max_size=8)


@given(st.lists(LINE, min_size=1, max_size=5))
def test_every_node_stands_where_it_is_written(words: list[str]) -> None:
    quoted = [f"'{word}'" for word in words]
    text = f"# 😀\n'😀': [{', '.join(quoted)}]\n'𠀀甲': {{'乙': {quoted[0]}}}\n"
    root, problems = to_nodes("a.yml", text.encode())
    assert problems == []
    assert isinstance(root, Mapping)
    column = len("'😀': [") + 1
    for i, word in enumerate(words):
        node = find(root, ("😀", i))
        assert isinstance(node, Scalar)
        assert (node.text, node.line, node.column) == (word, 2, column)
        column += len(quoted[i]) + 2
    key = find(root, ("𠀀甲", "乙"), key=True)
    assert (key.line, key.column) == (3, len("'𠀀甲': {") + 1)
    value = find(root, ("𠀀甲", "乙"))
    assert (value.line, value.column) == (3, len("'𠀀甲': {'乙': ") + 1)


@given(st.text("a甲😀\n", max_size=50), st.integers(0, 50))
def test_a_place_in_text_counts_code_points(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    before = text[:offset].split("\n")
    assert Place.in_text("a", text, offset) == ("a", len(before), len(before[-1]) + 1)


def test_what_is_sought_in_vain_is_placed_at_the_nearest_above() -> None:
    root, _problems = to_nodes("a.yml", b"a:\n  - b: 1\n")
    assert root is not None
    assert find(root, ("a", 0, "c")).line == 2
    assert find(root, ("a", 5)).line == 2
    assert find(root, ("x",)) is root
    assert isinstance(find(root, ("a",)), Sequence)
    assert [scalar.text for scalar in scalars(root)] == ["a", "b", "1"]


# Words that other readers take for numbers, days or truths.


@given(st.text(string.printable[:94], min_size=1, max_size=8))
@example("0o17")
@example("1_000")
@example("12:30")
@example(".5e3")
@example("2011-03-31")
@example("=")
def test_what_yaml_reads_as_no_text_is_ambiguous(text: str) -> None:
    try:
        read_ = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return
    # A comment, an anchor and a tag are no plain scalars; other rules refuse the last two.
    if not isinstance(read_, str | list | dict) and not text.startswith(("#", "&", "!")):
        assert is_ambiguous(text) or text.strip() in {"", "~"} or "#" in text


@pytest.mark.parametrize(
    "name", [b"\xff.yml", "甲.yml".encode(), b"a\nb.yml", b"con .yml", b"-.yml"]
)
def test_any_file_name_is_read_or_refused(tmp_path: Path, name: bytes) -> None:
    folder = os.fsencode(tmp_path / "notices")
    os.mkdir(folder)  # noqa: PTH102 - the name is bytes
    with open(folder + b"/" + name, "wb") as file:  # noqa: PTH123 - the same
        file.write(b"id: a\n")
    _data, problems = read(tmp_path)
    for problem in problems:
        problem.line("data/").encode()
