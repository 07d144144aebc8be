"""Canonical text: what is written of a record is that record again, and it looks as data look."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from tests.made_records import VISIBLE, records

from register.reading import read
from register.reading.raw_text import to_text
from register.reading.typed import to_record
from register.reading.yaml_nodes import to_nodes
from register.records import KINDS, Centre, Notice, Scheme, Station
from register.records.fields import Basis, Record
from register.records.notice import Act, ActKind, Decision, NoticeRound
from register.records.scheme import GradeMeaning
from register.records.standing import Standing
from register.writing import text_of

CLASSES = [kind.record for kind in KINDS.values()]
ROOTS = [Path(__file__).parents[1] / "sample_register", Path(__file__).parents[2] / "data"]
MARKS = st.text("ab-?:#&*!|>'\"%@`,，：[]{}<=~\\ .0_甲\n", min_size=1, max_size=20)
LIKE_VALUES = st.sampled_from(
    ["no", "Yes", "010", "1e3", "12:30", "2011-03-31", "null", "~", "=", "<<", "---", "...", ".5"]
)
# A line that the reader takes for a slip of the pen wherever it stands: no file can hold it.
UNREADABLE = re.compile(r"\n[ -]*(?:[a-z][a-z0-9_-]*：|\u3000)|\{ *[^\s{}:：,，\"']+：")


def hostile_words(most: int) -> st.SearchStrategy[str]:
    plain = st.text(VISIBLE, min_size=1, max_size=most)
    shapes = st.one_of(plain, MARKS, LIKE_VALUES)
    return shapes.filter(lambda text: len(text) <= most and not UNREADABLE.search(text))


def read_back(text: str, cls: type[Any]) -> object:
    node, problems = to_nodes("a.yml", text.encode())
    assert problems == []
    assert node is not None
    record, problems = to_record("a.yml", node, cls)
    assert problems == []
    return record


@pytest.mark.parametrize("cls", CLASSES)
@given(data=st.data())
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
def test_what_is_written_reads_back_equal(cls: type[Any], data: st.DataObject) -> None:
    record = msgspec.convert(data.draw(records(cls, hostile_words)), cls, strict=False)
    assert read_back(text_of(record), cls) == record


@given(hostile_words(100))
@example("- a：b")
@example("a：b")
@example("　甲")
@example("a\n\n")
@example("\n a\n")
@example('a"\\')
def test_any_text_survives_in_a_field_a_list_and_a_table(text: str) -> None:
    assume(text.strip())
    assume(to_text("a.yml", text.encode())[0] is not None or "\n" not in text)
    scheme = Scheme(
        id="a",
        name=text,
        grades=(GradeMeaning(grade="甲", standing=Standing.QUALIFIED),),
        remarks=(text, "甲", text),
    )
    assert read_back(text_of(scheme), Scheme) == scheme
    notice = Notice(
        id="a",
        title=text,
        decided=date(2020, 1, 1),
        rounds=(NoticeRound(round="b", totals={text[:20].strip() or "甲": 3}),),
    )
    assert read_back(text_of(notice), Notice) == notice


def test_a_notice_looks_like_its_paper() -> None:
    notice = Notice(
        id="gansu-2011-67",
        number="甘人社通〔2011〕67号",
        title="1.1",
        decided=date(2011, 3, 3),
        rounds=(
            NoticeRound(
                round="gansu-2010",
                totals={"合格": 53, "不合格": 5},
                decisions=(
                    Decision(
                        grade="合格",
                        grounds='说："合格"#',
                        basis=(Basis(), Basis(number="甲")),
                        stations={"gansu-01": "甘肃省第一国家职业技能鉴定所(甲承建)", "55": "乙"},
                    ),
                ),
            ),
        ),
        acts=(
            Act(
                act=ActKind.SUSPEND,
                stations=("gansu-01", "no"),
                on=date(2011, 3, 4),
                remarks="一行\n又一行",
            ),
        ),
    )
    assert text_of(notice) == (
        "id: gansu-2011-67\n"
        "number: 甘人社通〔2011〕67号\n"
        'title: "1.1"\n'
        "decided: 2011-03-03\n"
        "rounds:\n"
        "  - round: gansu-2010\n"
        "    totals: {合格: 53, 不合格: 5}\n"
        "    decisions:\n"
        "      - grade: 合格\n"
        '        grounds: 说："合格"#\n'
        "        basis:\n"
        "          - {}\n"
        "          - number: 甲\n"
        "        stations:\n"
        "          gansu-01: 甘肃省第一国家职业技能鉴定所(甲承建)\n"
        '          "55": 乙\n'
        "acts:\n"
        "  - act: suspend\n"
        '    stations: [gansu-01, "no"]\n'
        "    on: 2011-03-04\n"
        "    remarks: |-\n"
        "      一行\n"
        "      又一行\n"
    )


def test_a_long_list_and_a_list_of_long_words_have_a_line_each() -> None:
    many = tuple(f"haixi-{n}" for n in range(1, 20))
    station = Station(id="a", name="甲", aliases=("乙站", "云岭省第一职业技能鉴定所甲"))
    act = Act(act=ActKind.RESUME, stations=many)
    notice = Notice(id="a", title="甲", decided=date(2020, 1, 1), acts=(act,))
    assert "aliases:\n  - 乙站\n  - 云岭省第一职业技能鉴定所甲\n" in text_of(station)
    assert "    stations:\n      - haixi-1\n      - haixi-2\n" in text_of(notice)


def test_numbers_are_written_short() -> None:
    text = "id: a\nname: 甲\nregion: b\nlevel: city\nyears:\n  - year: 2020\n    scheme: c\n"
    measures = "    measures: {a: 8.50, b: 7.0, c: 999999999999, d: 0.0001}\n"
    centre = read_back(text + measures, Centre)
    assert isinstance(centre, Record)
    short = measures.replace("8.50", "8.5").replace("7.0", "7")
    assert text_of(centre) == text + short


@pytest.mark.parametrize("root", ROOTS, ids=["sample", "data"])
def test_every_record_on_file_survives(root: Path) -> None:
    data, problems = read(root)
    assert problems == []
    for entry in data.entries:
        assert read_back(text_of(entry.record), type(entry.record)) == entry.record
