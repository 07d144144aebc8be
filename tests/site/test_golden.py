"""The whole site of the made-up register, page by page, as it was when somebody last looked.

To see what a change does to it, run the command below and read the diff:

    ./scripts/test tests/site/test_golden.py --bless
"""

import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from register.edition import open_edition
from register.pages.shell import Shell
from register.search import PageEntry

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests/golden/sample_register"
BLESS = "./scripts/test tests/site/test_golden.py --bless"
# A frame in place of MkDocs', so that a new version of the theme changes nothing here.
SHELL = Shell.parse("<title>@@title@@</title>\n<meta content='@@description@@'>\n@@body@@", "示例")
NOT_OF_THE_DATA = ("handbook/", "api/v1/schema/")


class _OneShell(Mapping[str, Shell]):
    def __getitem__(self, _source: str) -> Shell:
        return SHELL

    def __iter__(self) -> None:  # type: ignore[override]
        raise NotImplementedError

    def __len__(self) -> int:
        return 1


def made() -> dict[str, str]:
    edition = open_edition(ROOT / "tests/sample_register", date(2026, 11, 22))
    files = edition.files(_OneShell(), [PageEntry("关于本站", "关于本站", "about/")], ["about/"])
    return {
        path: readable(path, content)
        for path, content in files
        if not path.startswith(NOT_OF_THE_DATA)
    }


def readable(path: str, content: bytes) -> str:
    if path.endswith(".json"):
        return json.dumps(json.loads(content), ensure_ascii=False, indent=1) + "\n"
    return content.decode()


def kept() -> dict[str, str]:
    found = (path for path in GOLDEN.rglob("*") if path.is_file())
    return {p.relative_to(GOLDEN).as_posix(): p.read_text(encoding="utf-8") for p in found}


def test_the_sample_site_is_as_it_was(request: pytest.FixtureRequest) -> None:
    site = made()
    if request.config.getoption("--bless"):
        bless(site)
    golden = kept()
    changed = sorted(
        path for path in site.keys() | golden.keys() if site.get(path) != golden.get(path)
    )
    assert not changed, f"changed: {changed}; if that is right: {BLESS}"


def bless(site: dict[str, str]) -> None:
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for path, text in site.items():
        target = GOLDEN / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def test_every_page_of_the_sample_says_that_it_is_made_up(sample: Path) -> None:
    for path in sample.rglob("*.html"):
        assert "示例数据" in path.read_text(encoding="utf-8"), path


def test_what_is_withdrawn_is_nowhere(sample: Path) -> None:
    """haixi-2022-7 graded haixi-04 with the grounds 档案不全, and that was withdrawn."""
    for path in sample.rglob("*"):
        if path.suffix in (".html", ".json") and "handbook" not in path.parts:
            assert "档案不全" not in path.read_text(encoding="utf-8"), path
    station = json.loads((sample / "api/v1/stations/haixi-04.json").read_bytes())
    assert station["sample"] is True
    assert "haixi-2022-7" not in [decision["notice"] for decision in station["decisions"]]
    notice = (sample / "notices/haixi-2022-7/index.html").read_text(encoding="utf-8")
    assert "海西省第四国家职业技能鉴定所" not in notice
    assert "公开期已满或已撤回" in notice
