"""Files become what a form holds, and that becomes the same records again."""
# ruff: noqa: E501 - messages are one line each, as they are shown

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import inspect
from tests.editors.conftest import ROOT
from tests.rules.conftest import SAMPLE

from register.editors import FOLDER, TAB, VERSION, form_config, from_form, known_in, to_form
from register.reading import read
from register.reading.folder import kind_of
from register.records import KINDS
from register.writing import text_of

NO_NUMBER = "yunling-2024-9"


@pytest.mark.parametrize("folder", [SAMPLE, ROOT / "data"], ids=["sample", "shipped"])
def test_every_record_survives_the_form(folder: Path) -> None:
    data, problems = read(folder)
    assert problems == []
    for entry in data.entries:
        kind = kind_of(entry.path)
        assert kind
        shown = json.loads(json.dumps(to_form(kind, entry.path, entry.root)))
        assert from_form(kind, entry.path, shown) == (entry.record, []), entry.path


def test_a_table_keeps_its_order_and_a_part_is_a_list() -> None:
    data, _ = read(SAMPLE)
    entry = data.notice[NO_NUMBER]
    shown = to_form("notices", entry.path, entry.root)
    assert shown["issuer"] == [{"name": "云岭省人力资源和社会保障厅"}]
    assert shown["rounds"][0]["totals"][:2] == [
        {"key": "优秀", "value": "1"},
        {"key": "合格", "value": "3"},
    ]


def test_what_is_left_empty_is_not_written() -> None:
    shown = {
        "folder": "yunling",
        "id": "yunling-30",
        "name": " 云岭省第三十国家职业技能鉴定所 ",
        "ordinal": 30.0,
        "aliases": ["", None],
        "hosts": [{}, {"host": "", "source": None, "from": ""}],
        "code": "",
        "succeeds": None,
        "unheard-of": 1,
    }
    record, problems = from_form("stations", "stations/yunling/yunling-30.yml", shown)
    assert problems == []
    assert record
    assert text_of(record) == (
        "id: yunling-30\nname: 云岭省第三十国家职业技能鉴定所\nordinal: 30\n"
    )


def test_words_that_yaml_would_read_otherwise_stay_words() -> None:
    shown = {"id": "010", "names": [{"name": "no", "source": "2024"}], "city": "12:30"}
    record, problems = from_form("hosts", "hosts/yunling/010.yml", shown)
    assert problems == []
    assert record
    assert text_of(record) == (
        'id: "010"\nnames:\n  - name: "no"\n    source: "2024"\ncity: "12:30"\n'
    )


def test_all_that_is_wrong_is_said_in_chinese() -> None:
    shown = {"id": "Gansu 1", "name": "", "ordinal": "二", "hosts": [{"host": "a"}]}
    record, problems = from_form("stations", "stations/yunling/x.yml", shown)
    assert record is None
    assert [problem.text for problem in problems] == [
        "“编号”的值 Gansu 1 不合规定；应为小写字母、数字，中间用一个短横连接，例如 gansu-55。请改写。",
        "“序号”的值 二 不合规定；应为从 1 起的整数，例如 55。请改写。",
        "缺少字段 source（来源文件）；这一项必填。请按文件补上。",
        "缺少字段 name（名称）；这一项必填。请按文件补上。",
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
KEYS = sorted(
    {
        field.encode_name
        for kind in KINDS.values()
        for field in inspect.type_info(kind.record).fields  # type: ignore[attr-defined]
    }
)


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(st.sampled_from(KEYS), JSON))
def test_whatever_the_form_sends_is_a_record_or_is_refused(
    kind: str, shown: dict[str, Any]
) -> None:
    record, problems = from_form(kind, "x.yml", shown)
    assert (record is None) == bool(problems)


def test_no_record_has_a_field_of_the_forms_own_names() -> None:
    assert not {FOLDER, TAB, VERSION} & set(KEYS)


def fields_in(config: dict[str, Any]) -> list[dict[str, Any]]:
    """Every field of the configuration, however deep."""
    here = config.get("fields", []) + [f for f in [config.get("field")] if f]
    return [*here, *(below for field in here for below in fields_in(field))]


def test_every_field_has_a_chinese_label_and_a_widget() -> None:
    config = form_config(known_in(read(SAMPLE)[0]))
    fields = [field for each in config["collections"] for field in fields_in(each)]
    assert len(fields) > 200
    for field in fields:
        assert not field["label"].isascii(), field
        assert field["widget"], field


def test_choices_have_chinese_labels() -> None:
    config = form_config(known_in(read(SAMPLE)[0]))
    fields = [field for each in config["collections"] for field in fields_in(each)]
    labels = [o["label"] for field in fields for o in field.get("options", ())]
    assert len(labels) > 50
    assert [label for label in labels if label.isascii()] == []
