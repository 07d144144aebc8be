"""The scripts as they are shipped: the same code as their sources, without comments."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pygments.lexers.javascript import JavascriptLexer  # type: ignore[import-untyped]
from pygments.token import Comment, Whitespace  # type: ignore[import-untyped]
from tests.serving import serving

from register.pages.scripts import bundled, loaded, shipped

SOURCES = Path(__file__).parents[2] / "docs/scripts"
FAILURE = """async (url) => {
  const code = await (await fetch(url)).text();
  const classic = code.includes('"use strict";');
  try {
    if (classic) new Function(code);
    else await import(url);
    return "";
  } catch (error) {
    return error.name;
  }
}"""
WORKER = (SOURCES / "search-worker.js").read_text(encoding="utf-8")
NAMES = sorted({path.stem for path in SOURCES.glob("*.js")} - {*loaded(WORKER)})


def source_of(name: str) -> str:
    """Return a script's source; a worker's with the scripts that it loads."""
    return bundled(read(name), read)


def read(name: str) -> str:
    return (SOURCES / f"{name}.js").read_text(encoding="utf-8")


def tokens(script: str) -> list[tuple[object, str]]:
    """Return a script's tokens, comments among them, but no blanks."""
    found = JavascriptLexer().get_tokens(script)
    return [(kind, value) for kind, value in found if kind not in Whitespace and value]


@pytest.mark.parametrize("name", NAMES)
def test_a_script_loses_its_comments_and_nothing_else(gansu: Path, name: str) -> None:
    source = source_of(name)
    built = (gansu / f"scripts/{name}.js").read_text(encoding="utf-8")
    first, _, code = built.partition("\n")
    assert first.startswith("// ")
    assert tokens(code) == [(kind, value) for kind, value in tokens(source) if kind not in Comment]


def test_every_script_is_shipped_and_much_smaller(gansu: Path) -> None:
    built = {path.stem: path.stat().st_size for path in (gansu / "scripts").iterdir()}
    assert sorted(built) == NAMES
    assert sum(built.values()) < 0.7 * sum(len(source_of(name).encode()) for name in NAMES)


def test_a_worker_holds_what_it_loads(gansu: Path) -> None:
    built = (gansu / "scripts/search-worker.js").read_text(encoding="utf-8")
    assert "search-match" in loaded(WORKER)
    assert "function openIndex(" in built
    assert "search-match.js" not in built


def test_every_script_still_parses(chromium: Browser, gansu: Path) -> None:
    """As what it is: those that say "use strict" are classic scripts, all others modules."""
    with serving(gansu) as url:
        page = chromium.new_page()
        page.goto(f"{url}api/v1/stations.json")  # which has no policy against `new Function`
        failed = {name: page.evaluate(FAILURE, f"{url}scripts/{name}.js") for name in NAMES}
        page.close()
    assert "SyntaxError" not in failed.values(), failed


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("let a = b / c; // d\nlet e = f /g/ h;", "let a=b / c;let e=f /g/ h;"),
        ("f(/[/*]/, 'x // y', \"/* z */\");", "f(/[/*]/,'x // y',\"/* z */\");"),
        ("f(`a  ${b ? `  // ${c}` : d}  // e`);", "f(`a  ${b ? `  // ${c}`:d}  // e`);"),
        ("a = b\n\n  /* c */\nd()", "a=b\nd()"),
        ("a + +b - -c", "a + +b - -c"),
        ("return {\n  a,\n  b,\n};", "return{a,b,};"),
        ("x;\n/*! Licence */\ny;", "x;/*! Licence */\ny;"),
    ],
)
def test_only_what_no_browser_reads_is_left_out(source: str, code: str) -> None:
    assert shipped(source) == f"{code}\n"


def test_the_first_line_says_what_a_script_is() -> None:
    assert (
        shipped("/**\n * The box: it opens.\n *\n * More.\n */\nopen();\n")
        == "// The box\nopen();\n"
    )
