"""The two registers that papers are made of, and every notice in them."""

import shutil
from datetime import date
from functools import cache
from pathlib import Path

from register.edition import open_edition
from register.papers.notice import Form, notice_printout
from register.papers.printout import Printout
from register.register import Register

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
FOLDERS = {"sample": ROOT / "tests/sample_register", "real": ROOT / "tests/gansu_register"}


@cache
def register_of(name: str) -> Register:
    return register_in(FOLDERS[name])


def register_in(folder: Path) -> Register:
    found = open_edition(folder, TODAY).register
    assert found is not None
    return found


def before_the_withdrawal(folder: Path) -> Path:
    """Copy the sample register as it was before haixi-2022-7 lost what it said of haixi-04."""
    copy = folder / "data"
    shutil.copytree(FOLDERS["sample"], copy)
    path = copy / "notices/haixi-2022-7.yml"
    text = path.read_text(encoding="utf-8")
    later = text.replace("withdrawn: 2023-05-10", "withdrawn: 2026-11-23")
    assert later != text
    path.write_text(later, encoding="utf-8")
    return copy


def every_notice() -> list[tuple[str, str]]:
    return [(name, id_) for name in FOLDERS for id_ in sorted(register_of(name).notices)]


def printout_of(name: str, id_: str, form: Form = Form.LINES) -> Printout:
    return notice_printout(register_of(name), id_, form)
