"""A new year's notice under data/ breaks no test.

What tests say of Gansu's stations they say of tests/gansu_register, the data as the notice of 2011
left them; of data/ they ask only what holds of any register.
"""

from pathlib import Path

TESTS = Path(__file__).parents[1]
ASK_WHAT_ALWAYS_HOLDS = {
    "editors/test_language_server.py",
    "editors/test_values.py",
    "live/test_shipped_data.py",
    "search_bench/making.py",
    "writing/test_formatted.py",
    "writing/test_text_of.py",
}
SHIPPED = ('ROOT / "data"', 'parents[2] / "data"')


def test_no_other_test_reads_the_shipped_data() -> None:
    found = {
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("*.py")
        if path != Path(__file__)
        and any(words in path.read_text(encoding="utf-8") for words in SHIPPED)
    }
    assert found == ASK_WHAT_ALWAYS_HOLDS
