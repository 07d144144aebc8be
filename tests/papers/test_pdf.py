"""The PDF, as a program that is not ours reads it."""

import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from tests.papers.registers import ROOT, TODAY, printout_of
from weasyprint.urls import FatalURLFetchingError  # type: ignore[import-untyped]

from register.papers.notice import Form
from register.papers.pdf import pdf_file, set_pages
from register.papers.printout import Kind, Paragraph, Printout


def poppler(program: str, *arguments: object) -> str:
    """What a program of poppler prints; it may not complain."""
    done = subprocess.run(
        [program, *map(str, arguments)], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""
    return done.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "gansu.pdf"
    path.write_bytes(pdf_file(printout_of("real", "gansu-2011-67")))
    return path


def facts(path: Path) -> dict[str, str]:
    lines = poppler("pdfinfo", path).splitlines()
    return {name: value.strip() for name, value in (line.split(":", 1) for line in lines)}


def test_it_is_an_accessible_a4_with_its_title(made: Path) -> None:
    found = facts(made)
    assert {k: found[k] for k in ("Title", "Tagged", "Encrypted", "JavaScript")} == {
        "Title": "关于2010年度全省职业技能鉴定机构年检评估情况的通报",
        "Tagged": "yes",
        "Encrypted": "no",
        "JavaScript": "no",
    }
    assert found["Page size"].endswith("(A4)")
    objects = unpacked(made.read_bytes())
    assert b"/Lang (zh-CN)" in objects
    assert b"/DisplayDocTitle true" in objects
    assert re.search(r"pdfuaid:part[>=]\W*1\b", poppler("pdfinfo", "-meta", made))


def unpacked(pdf: bytes) -> bytes:
    """The streams of objects, where the catalogue lies."""
    streams = re.findall(rb"/ObjStm.*?stream\n(.*?)\nendstream", pdf, re.DOTALL)
    return b"".join(map(zlib.decompress, streams))


def test_its_headings_are_headings(made: Path) -> None:
    tags = re.findall(r"^\s*(H\d) ", poppler("pdfinfo", "-struct-text", made), re.MULTILINE)
    assert tags == ["H1", "H2", "H2", "H2", "H1", "H2", "H2", "H2", "H2"]


def test_its_fonts_are_inside(made: Path) -> None:
    rows = poppler("pdffonts", made).splitlines()[2:]
    assert rows
    assert all(re.search(r" yes +yes +yes ", row) for row in rows), rows


def flat(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("real", "gansu-2011-67"),
        ("real", "laoshe-2006-338"),
        ("sample", "yunling-2021-23"),
        ("sample", "yunling-2024-77"),
        ("sample", "haixi-2022-73"),
        ("sample", "yunling-2023-38"),
    ],
)
@pytest.mark.parametrize("form", Form)
def test_its_text_can_be_taken_out(tmp_path: Path, name: str, id_: str, form: Form) -> None:
    """All of it, in its order; between pages stand only numbers and the running head."""
    printout = printout_of(name, id_, form)
    path = tmp_path / "out.pdf"
    path.write_bytes(pdf_file(printout))
    between = rf"(?:{re.escape(flat(printout.running))})?—\d+—"
    read = re.sub(between, "", flat(poppler("pdftotext", "-raw", path, "-")))
    header = "序号名称备注|序号名称"
    wanted = re.sub(header, "", flat("".join(printout.lines())))
    assert re.sub(header, "", read) == wanted


def test_a_page_has_22_lines_of_28_characters(tmp_path: Path) -> None:
    lines = [Paragraph(Kind.ADDRESSEE, "字" * 28) for _ in range(23)]
    path = tmp_path / "out.pdf"
    path.write_bytes(pdf_file(Printout("题", "号", TODAY, ("示例",), lines)))
    first, second, _ = poppler("pdftotext", "-layout", path, "-").split("\f")
    assert [line.strip() for line in first.split("\n") if "字" in line] == ["字" * 28] * 22
    assert [line.strip() for line in second.split("\n") if "字" in line] == ["字" * 28]


def test_the_text_stands_where_the_standard_says(tmp_path: Path) -> None:
    """37 mm from the top and 28 mm from the left; the number at the outer side of its page."""
    lines = [Paragraph(Kind.ADDRESSEE, "字" * 28) for _ in range(23)]
    path = tmp_path / "out.pdf"
    path.write_bytes(pdf_file(Printout("题", "号", TODAY, ("示例",), lines)))
    boxes = poppler("pdftotext", "-bbox", path, "-")
    words = [
        (float(x0), float(x1), text)
        for x0, x1, text in re.findall(
            r'<word xMin="(\S+)" yMin="\S+" xMax="(\S+)" .*?>(.*?)<', boxes
        )
    ]
    millimetre = 72 / 25.4
    texts = [(x0 / millimetre, x1 / millimetre) for x0, x1, text in words if "字" in text]
    assert all(abs(x0 - 28) < 0.5 and abs(x1 - 184) < 0.5 for x0, x1 in texts)
    dashes = [(x0 / millimetre, x1 / millimetre) for x0, x1, text in words if text == "—"]
    assert dashes[1][1] == pytest.approx(184 - 14 / millimetre, abs=0.5)
    assert dashes[2][0] == pytest.approx(28 + 14 / millimetre, abs=0.5)


DOT = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/a.png", "file:///etc/hostname", "ftp://a/b"])
def test_nothing_is_fetched(url: str) -> None:
    page = '<html lang="zh-CN"><title>题</title><img alt="" src="{}"><p>文</p></html>'
    assert set_pages(page.format(DOT), "").startswith(b"%PDF-")
    with pytest.raises(FatalURLFetchingError):
        set_pages(page.format(url), "")
    with pytest.raises(FatalURLFetchingError):
        set_pages(page.format(DOT), f"p {{ background: url({url}) }}")


def test_strange_texts_are_texts(tmp_path: Path) -> None:
    texts = ["<b>&amp;</b>", "{{ 7 * 7 }}", '"quoted"', "</style><script>"]
    blocks = [Paragraph(Kind.LISTED, text) for text in texts]
    path = tmp_path / "out.pdf"
    path.write_bytes(pdf_file(Printout("</title>", "号", TODAY, ('"; } p { color: red',), blocks)))
    assert facts(path)["Title"] == "</title>"
    read = flat(poppler("pdftotext", path, "-"))
    assert read.startswith(flat("".join(texts)))


SCRIPT = f"""
import sys
from pathlib import Path
sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "hooks")!r}]
from tests.papers.registers import printout_of
from register.papers.pdf import pdf_file
Path(sys.argv[1]).write_bytes(pdf_file(printout_of("sample", "yunling-2020-15")))
"""


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    """In another folder, in another zone of time and with another order of hashes."""
    files = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai")):
        folder = tmp_path / seed
        folder.mkdir()
        own = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        own.pop("SOURCE_DATE_EPOCH", None)
        subprocess.run([sys.executable, "-c", SCRIPT, "out.pdf"], cwd=folder, env=own, check=True)
        files.append((folder / "out.pdf").read_bytes())
    assert files[0] == files[1] == pdf_file(printout_of("sample", "yunling-2020-15"))
