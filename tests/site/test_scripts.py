"""The scripts as they are shipped: the same code as their sources, without comments."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error
from pygments.lexers.javascript import JavascriptLexer  # type: ignore[import-untyped]
from pygments.token import Comment, Name, Punctuation, Whitespace  # type: ignore[import-untyped]
from tests.serving import serving

from register.pages.scripts import bundled, loaded, ship

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
WITHIN = {
    name for path in SOURCES.glob("*.js") for name in loaded(path.read_text(encoding="utf-8"))
}
NAMES = sorted({path.stem for path in SOURCES.glob("*.js")} - WITHIN)


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
    """But for signs that are not needed, and for names of a worker's own."""
    source = source_of(name)
    built = (gansu / f"scripts/{name}.js").read_text(encoding="utf-8")
    first, _, code = built.partition("\n")
    assert first.startswith("// ")
    assert said(tokens(TIE.sub("", code))) == said(t for t in tokens(source) if t[0] not in Comment)


WORDS = ("as", "byte", "from", "get", "long", "of", "set")  # which may be names
TIE = re.compile(r"(?:let )?\bb[0-9a-f]{8};|\?[0-9a-f]{8}")
NEEDLESS = ("(", ")", ",", ";", "const", "let", '"use strict"')


def said(found: Iterable[tuple[object, str]]) -> list[str]:
    """Return what stands in a script, without what may be left out and any name."""
    parted = " ".join(
        "name" if kind in Name or value in WORDS else value
        for kind, values in found
        for value in (re.findall(r"\W", values) if kind in Punctuation else [values])
        if value not in NEEDLESS
    )
    return parted.replace("name : name", "name").split()  # { long } has become { long: a }


def test_every_script_is_shipped_and_much_smaller(gansu: Path) -> None:
    built = {path.stem: path.stat().st_size for path in (gansu / "scripts").iterdir()}
    assert sorted(built) == NAMES
    assert sum(built.values()) < 0.7 * sum(len(source_of(name).encode()) for name in NAMES)


def test_a_worker_holds_what_it_loads(gansu: Path) -> None:
    built = (gansu / "scripts/search-worker.js").read_text(encoding="utf-8")
    assert "search-match" in loaded(WORKER)
    assert "Answers questions" in built
    assert "NFKC" in built  # which search-characters.js has
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
        ("let a = b / c; // d\nlet e = f /g/ h;", "let a=b/c,e=f/g/h;"),
        ("f(/[/*]/, 'x // y', \"/* z */\");", "f(/[/*]/,'x // y',\"/* z */\");"),
        ("f(`a  ${b ? `  // ${c}` : d}  // e`);", "f(`a  ${b?`  // ${c}`:d}  // e`);"),
        ("a = b\n\n  /* c */\nd()", "a=b\nd()"),
        ("a + +b - -c", "a+ +b- -c"),
        ("return {\n  a,\n  b,\n};", "return{a,b};"),
        ("for (;;) { f(); }", "for(;;){f()}"),
        ("while (f());\n{ g(); }", "while(f());{g()}"),
        ("a = () => {}\n[b]", "a=()=>{}\n[b]"),
        ("if (a) {\n  b()\n}\n[c]", "if(a){b()}[c]"),
        ("f((a) => b);", "f(a=>b);"),
        ("f(async (a) => { b; });", "f(async a=>{b});"),
        ("f((a, b) => (c));", "f((a,b)=>c);"),
        ("const a = 1;\nlet b;\nlet c;\n", "let a=1,b,c;"),
        ("for (let i = 0;;) if (a) b();\nlet c;", "for(let i=0;;)if(a)b();let c;"),
        ("{ for (;;) if (a) b(); }", "{for(;;)if(a)b()}"),
        ('"use strict";\na();\n"use strict";\nb();', '"use strict";a();b();'),
        ("x;\n/*! Licence */\ny;", "x;/*! Licence */\ny;"),
    ],
)
def test_only_what_no_browser_reads_is_left_out(source: str, code: str) -> None:
    assert ship({"it": source}) == {"it": f"{code}\n"}


def test_the_first_line_says_what_a_script_is() -> None:
    source = "/**\n * The box: it opens.\n *\n * More.\n */\nopen();\n"
    assert ship({"it": source}) == {"it": "// The box\nopen();\n"}


SECOND = """
"use strict";
const kept = { shown: 1, other: { deep: [2, 3] } };
let count = 0;
class Thing {
  constructor(shown) { this.shown = shown; }
  add(number = count, ...rest) { return this.shown + number + rest.length; }
  static made(shown) { return new Thing(shown); }
}
function outer(shown, { other: { deep: [first, second = first] }, missing = shown }) {
  const inner = (value) => value + first;
  const early = hoisted(second);
  function hoisted(value) { return inner(value) + missing; }
  { const first = 50; count += first; }
  for (const [place, value] of [1, 2].entries()) { const first = value; count += first + place; }
  for (let i = 0, first = 2; i < first; i += 1) count += i;
  try {
    throw new Error("x");
  } catch (error) {
    const shown = error.message;
    count += shown.length;
  }
  const text = `a${first}b${`${inner(shown)}`}`;
  return { shown, early, first, text, add: Thing.made(1).add(2, 3, 4) };
}
function* numbers(kept) { yield kept; yield* [count]; }
"""
WORKER_ITSELF = """
const IN_WORKER = false;
if (IN_WORKER) {
  importScripts("second.js");
}
const result = { ...outer(5, kept), kept, sums: [...numbers(7)], type: typeof absent };
"""


def test_short_names_mean_what_long_ones_do(chromium: Browser) -> None:
    sources = {"worker": WORKER_ITSELF, "second": SECOND}
    page = chromium.new_page()
    long = page.evaluate(
        f"() => {{ {bundled(WORKER_ITSELF, sources.__getitem__)}; return result; }}"
    )
    code = ship(sources)["worker"]
    name = re.findall(r"(\w+)=\{\.\.\.", code)[-1]
    short = page.evaluate(f"() => {{ {code}; return {name}; }}")
    page.close()
    assert long["sums"][0] == 7
    assert short == long
    assert "outer" not in code


def test_scripts_that_a_worker_loads_later_know_its_names() -> None:
    """And what the worker does not declare keeps its name."""
    later = '"use strict";\nfunction later(one) { return first(one, absent); }'
    worker = (
        '"use strict";\nfunction first(a, b) { importScripts("later.js"); return later(a + b); }'
    )
    shipped = ship({"worker": worker, "later": later})
    first = re.findall(r"function (\w+)", shipped["worker"])[0]
    name = re.findall(r"function (\w+)", shipped["later"])[0]
    assert f"return {first}(" in shipped["later"]
    assert f"return {name}(" in shipped["worker"]
    assert "absent" in shipped["later"]
    assert first != name


def test_a_block_that_hides_a_name_hides_it_only_inside() -> None:
    hiding = "const a = 1;\nfunction f() { { let a = 2; g(a); } return a; }"
    source = f'"use strict";\n{hiding}\nimportScripts("x.js");'
    code = TIE.sub("", ship({"worker": source, "x": "g();"})["worker"])
    top, _function, inner = re.findall(r"(?:const|function|let) (\w+)", code)
    called = re.findall(r"(\w+)\({inner}\)".replace("{inner}", inner), code)[0]
    assert f"{{let {inner}=2;{called}({inner})}}return {top}" in code


@pytest.mark.parametrize("name", NAMES)
def test_no_script_declares_what_the_shipper_does_not_know(name: str) -> None:
    words = {value for kind, value in tokens(source_of(name)) if kind not in Comment}
    assert not words & {"var", "eval", "with"}


def test_a_script_of_another_build_fails_before_all_else(chromium: Browser) -> None:
    worker = '"use strict";\nlet first = 1;\nimportScripts("later.js");'
    older, newer = (
        ship({"worker": worker, "later": f'"use strict";\nglobalThis.ran = first + {n};'})
        for n in (1, 2)
    )
    code = re.sub(r'importScripts\("later\.js\?\w+"\);?', "", newer["worker"])
    page = chromium.new_page()
    run = "() => {{ {}; {}; return globalThis.ran; }}"
    assert page.evaluate(run.format(code, newer["later"])) == 3
    with pytest.raises(Error, match="ReferenceError"):
        page.evaluate(run.format(code, older["later"]))
    page.close()
