"""Python and the browser fold texts and read numerals alike; folding.json says how.

Texts go to the browser as JSON in plain letters, for halves of characters do not travel otherwise.
"""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from register.names.numerals import to_chinese, to_int
from register.search.folding import units_of

TABLE = json.loads(Path(__file__).with_name("folding.json").read_text(encoding="utf-8"))
BLOCKS = (
    *(range(1, 0x2000), range(0x2000, 0x2C00), range(0x2E80, 0x4DC0), range(0x4E00, 0xA000)),
    *(range(0xAC00, 0xAC40), range(0xD800, 0xE010), range(0xF900, 0xFB10), range(0xFE30, 0x10000)),
    *(range(0x1D400, 0x1D800), range(0x1F600, 0x1F650), range(0x2F800, 0x2FA20)),
)
UNITS_IN_BROWSER = """(json) => {
  const { typed, forms } = JSON.parse(json);
  const known = new Map(Object.entries(forms));
  const halves = /[\\ud800-\\udfff]/g;
  const escaped = (half) => `\\\\u${half.charCodeAt(0).toString(16)}`;
  const found = typed.map((text) => unitsOf(text, known));
  const said = found.map(({ units, begins }) => ({ units, begins }));
  return JSON.stringify(said).replace(halves, escaped);
}"""


def in_browser(page: Page, typed: list[str], forms: dict[str, str]) -> list[dict[str, Any]]:
    """Return what the browser makes of texts: units, and whether a piece begins with each."""
    found = page.evaluate(UNITS_IN_BROWSER, json.dumps({"typed": typed, "forms": forms}))
    return list(json.loads(found))


def said(units: list[str], begins: list[bool]) -> dict[str, Any]:
    return {"units": units, "begins": [i for i, begun in enumerate(begins) if begun]}


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: ascii(case["typed"]))
def test_a_text_is_folded_in_python(case: dict[str, Any]) -> None:
    assert {"typed": case["typed"], **said(*units_of(case["typed"], TABLE["forms"]))} == case


def test_texts_are_folded_alike_in_the_browser(matcher: Page) -> None:
    typed = [case["typed"] for case in TABLE["cases"]]
    found = in_browser(matcher, typed, TABLE["forms"])
    assert [{"typed": t, **said(**f)} for t, f in zip(typed, found, strict=True)] == TABLE["cases"]


def test_every_character_is_folded_alike(matcher: Page) -> None:
    characters = [chr(c) for of in BLOCKS for c in of if unicodedata.category(chr(c)) != "Cn"]
    found = in_browser(matcher, characters, {})
    other = [
        (ascii(character), browser["units"], python)
        for character, browser in zip(characters, found, strict=True)
        if browser["units"] != (python := units_of(character, {})[0])
    ]
    assert other == []


def test_numbers_are_written_alike(matcher: Page) -> None:
    numbers = range(1, 10_000)
    assert matcher.evaluate("numbers => numbers.map(toChinese)", [*numbers]) == [
        to_chinese(number) for number in numbers
    ]


def test_numbers_are_read_alike(matcher: Page) -> None:
    written = [to_chinese(number) for number in range(1, 10_000)]
    written += [text.replace("二百", "两百").replace("二千", "两千") for text in written]
    written += [f"一{text}" for text in map(to_chinese, range(10, 20))]
    assert matcher.evaluate("texts => texts.map(toNumber)", written) == [*map(to_int, written)]


def test_digits_one_by_one_are_read_alike(matcher: Page) -> None:
    numbers = [*map(str, range(1, 10_000, 7)), "007", "0", "00"]
    read = """texts => texts.map((text) => toNumber(unitsOf(text, new Map()).units.join("")))"""
    assert matcher.evaluate(read, numbers) == [*map(to_int, numbers)]
