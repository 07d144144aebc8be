"""How names sound and sort."""

import pytest

from register.names.pinyin import initial, readings, sort_key, syllables


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("重庆银行", "chóng qìng yín háng"),
        ("长庆油田", "cháng qìng yóu tián"),
        ("会计学校", "kuài jì xué xiào"),
        ("行政学院", "xíng zhèng xué yuàn"),
        ("A厂", " chǎng"),
    ],
)
def test_a_character_sounds_as_in_its_phrase(text: str, sounds: str) -> None:
    assert " ".join(syllables(text)) == sounds


def test_readings_begin_with_the_phrases_and_leave_out_the_archaic() -> None:
    found = readings(["长庆", "银行", "铝厂"])
    assert found["长"] == ("chang", "zhang")
    assert found["行"][0] == "hang"
    assert "xing" in found["行"]
    assert found["铝"] == ("lv",)
    assert found["厂"] == ("chang",)


def test_names_sort_by_sound_and_ordinals_by_number() -> None:
    names = ["兰州铁路局", "酒泉钢铁", "兰石集团", "样例第十一所", "样例第二所", "八冶"]
    assert sorted(names, key=sort_key) == [
        "八冶",
        "酒泉钢铁",
        "兰石集团",
        "兰州铁路局",
        "样例第二所",
        "样例第十一所",
    ]


@pytest.mark.parametrize(
    ("name", "letter"), [("兰石", "L"), ("长庆", "C"), ("CNC中心", "C"), ("404厂", "#"), ("", "#")]
)
def test_a_name_is_listed_under_its_initial(name: str, letter: str) -> None:
    assert initial(name) == letter
