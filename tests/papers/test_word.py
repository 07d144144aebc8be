"""The Word file: the layout of official documents, as its markup states it."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.papers.registers import ROOT, TODAY, every_notice, printout_of

from register.papers.layout import LOOKS
from register.papers.notice import Form
from register.papers.printout import Grid, Kind, Paragraph, Printout
from register.papers.word import word_file
from register.papers.word_styles import style_name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def made() -> bytes:
    return word_file(printout_of("real", "gansu-2011-67"))


@pytest.fixture(scope="module")
def document(made: bytes) -> WordDocument:
    return Document(io.BytesIO(made))


def part(file: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(file)).read(f"word/{name}.xml"))


def attributes(element: etree._Element | None) -> dict[str, str]:
    assert element is not None
    return {str(name).removeprefix(W): str(value) for name, value in element.attrib.items()}


def test_the_page_is_that_of_the_standard(made: bytes) -> None:
    section = part(made, "document").find(f".//{W}sectPr")
    assert section is not None
    assert attributes(section.find(f"{W}pgSz")) == {"w": "11906", "h": "16838"}
    margins = attributes(section.find(f"{W}pgMar"))
    assert {k: margins[k] for k in ("top", "left", "right", "bottom")} == {
        "top": "2098",  # 37 mm
        "left": "1587",  # 28 mm
        "right": "1474",  # 26 mm, which leaves 156
        "bottom": "1984",  # 35 mm, which leaves 225
    }
    grid = {"type": "lines", "linePitch": "579", "charSpace": "-1024"}
    assert attributes(section.find(f"{W}docGrid")) == grid


def test_a_page_has_22_lines_of_28_characters() -> None:
    pitch, character = 579, 16 * 20 - 5
    height, width = 16838 - 2098 - 1984, 11906 - 1587 - 1474
    assert height // pitch == 22
    assert width // character == 28


@pytest.mark.parametrize(
    ("kind", "face", "half_points"),
    [
        (Kind.BODY, "仿宋_GB2312", "32"),
        (Kind.LISTED, "仿宋_GB2312", "32"),
        (Kind.TITLE, "方正小标宋简体", "44"),
        (Kind.ANNEX_TITLE, "方正小标宋简体", "44"),
        (Kind.SECTION, "黑体", "32"),
        (Kind.PART, "楷体_GB2312", "32"),
        (Kind.ANNEX, "黑体", "32"),
    ],
)
def test_each_kind_has_its_face_and_size(
    made: bytes, document: WordDocument, kind: Kind, face: str, half_points: str
) -> None:
    id_ = document.styles[style_name(kind)].style_id
    style = next(s for s in part(made, "styles").iter(f"{W}style") if s.get(f"{W}styleId") == id_)
    fonts = attributes(style.find(f"{W}rPr/{W}rFonts"))
    assert fonts == {
        "hint": "eastAsia", "ascii": face, "hAnsi": face, "eastAsia": face, "cs": face,
    }  # fmt: skip
    assert attributes(style.find(f"{W}rPr/{W}sz")) == {"val": half_points}
    spacing = attributes(style.find(f"{W}pPr/{W}spacing"))
    assert (spacing["line"], spacing["lineRule"]) == ("579", "exact")


def test_everything_is_chinese(made: bytes) -> None:
    language = part(made, "styles").find(f"{W}docDefaults//{W}lang")
    assert attributes(language) == {"val": "zh-CN", "eastAsia": "zh-CN", "bidi": "ar-SA"}


def test_every_face_names_what_may_stand_in_for_it(made: bytes) -> None:
    fonts = part(made, "fontTable").iter(f"{W}font")
    instead = {f.get(f"{W}name"): attributes(f.find(f"{W}altName"))["val"] for f in fonts}
    assert {look.face.name for look in LOOKS.values()} <= instead.keys()
    assert all("Noto" in names for names in instead.values())
    assert instead["仿宋_GB2312"] == "仿宋,FangSong,STFangsong,Noto Serif CJK SC"


def test_headings_are_words_own(document: WordDocument) -> None:
    headings = [
        (p.style.name, p.text)
        for p in document.paragraphs
        if p.style and p.style.name in ("Heading 1", "Heading 2", "公文附件标题")
    ]
    assert headings == [
        ("Heading 1", "关于2010年度全省职业技能鉴定机构年检评估情况的通报"),
        ("Heading 2", "一、结论"),
        ("Heading 2", "二、普遍要求"),
        ("Heading 2", "三、点名"),
        ("公文附件标题", "甘肃省2010年度职业技能鉴定机构年检评估结论名单"),
        ("Heading 2", "一、合格（53所）"),
        ("Heading 2", "二、不合格（5所）"),
        ("Heading 2", "三、撤销（5所）"),
    ]
    annex = document.styles["公文附件标题"]
    assert annex.base_style is not None
    assert annex.base_style.name == "Heading 1"


def footers(made: bytes) -> list[etree._Element]:
    names = [n for n in zipfile.ZipFile(io.BytesIO(made)).namelist() if "footer" in n]
    return [part(made, name.removeprefix("word/").removesuffix(".xml")) for name in sorted(names)]


def test_word_itself_counts_the_pages(made: bytes) -> None:
    found = footers(made)
    assert len(found) == 3  # first, odd and even
    for footer in found:
        assert "".join(map(str, footer.itertext())) == "—  PAGE 1 —"
        kinds = [e.get(f"{W}fldCharType") for e in footer.iter(f"{W}fldChar")]
        assert kinds == ["begin", "separate", "end"]
    sides = sorted(str(f.find(f".//{W}jc").get(f"{W}val")) for f in found)  # type: ignore[union-attr]
    assert sides == ["left", "right", "right"]
    assert part(made, "settings").find(f"{W}evenAndOddHeaders") is not None


def test_every_page_after_the_first_says_what_it_is_not(document: WordDocument) -> None:
    section = document.sections[0]
    said = "软件演示，非政府网站　网页版，以正式文件为准"
    assert [section.header.paragraphs[0].text, section.even_page_header.paragraphs[0].text] == [
        said,
        said,
    ]
    assert section.first_page_header.paragraphs[0].text == ""
    assert [p.text for p in document.paragraphs[:2]] == said.split("　")


def test_a_tables_head_stands_again_on_every_page() -> None:
    file = word_file(printout_of("real", "gansu-2011-67", Form.TABLE))
    tables = list(part(file, "document").iter(f"{W}tbl"))
    assert len(tables) == 3
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert [r.find(f"{W}trPr/{W}tblHeader") is not None for r in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert "".join(map(str, rows[0].itertext())) == "序号名称"


def test_the_text_is_the_printouts(document: WordDocument) -> None:
    assert [p.text for p in document.paragraphs] == list(
        printout_of("real", "gansu-2011-67").lines()
    )


@pytest.mark.parametrize(("name", "id_"), every_notice())
@pytest.mark.parametrize("form", Form)
def test_every_notice_can_be_set(name: str, id_: str, form: Form) -> None:
    printout = printout_of(name, id_, form)
    document = Document(io.BytesIO(word_file(printout)))
    lines = [
        line
        for block in document.iter_inner_content()
        for line in (
            [block.text]
            if hasattr(block, "text")
            else ["\t".join(c.text for c in row.cells) for row in block.rows]
        )
    ]
    assert lines == list(printout.lines())


def test_the_file_says_whose_day_it_bears(document: WordDocument) -> None:
    own = document.core_properties
    assert (own.title, own.subject, own.language, own.author) == (
        "关于2010年度全省职业技能鉴定机构年检评估情况的通报",
        "甘人社通〔2011〕67号",
        "zh-CN",
        "",
    )
    assert own.created is not None
    assert own.created.isoformat() == "2011-03-03T00:00:00+00:00"
    assert own.modified == own.created


def test_nothing_of_the_template_is_left(made: bytes) -> None:
    assert sorted(zipfile.ZipFile(io.BytesIO(made)).namelist()) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/footer3.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/header3.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]


def test_strange_texts_stay_whole() -> None:
    texts = ["  两头有空格  ", "<&>\"'", "𠮷㐂", "a\tb", "一行\n两行", "“引号”——……"]
    blocks = [Paragraph(Kind.LISTED, text) for text in texts]
    grid = Grid("表", ("甲", "乙"), [(text, text) for text in texts], (50, 50))
    printout = Printout("题", "号", TODAY, ("示例",), [*blocks, grid])
    document = Document(io.BytesIO(word_file(printout)))
    assert [p.text for p in document.paragraphs] == texts
    assert [c.text for c in document.tables[0].columns[0].cells] == ["甲", *texts]


@settings(max_examples=30)
@given(st.lists(st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))), max_size=5))
def test_any_text_stays_whole(texts: list[str]) -> None:
    blocks = [Paragraph(kind, text) for text in texts for kind in (Kind.TITLE, Kind.LISTED)]
    document = Document(io.BytesIO(word_file(Printout("题", "号", TODAY, ("示例",), blocks))))
    assert [p.text for p in document.paragraphs] == [block.text for block in blocks]


SCRIPT = f"""
import sys
from pathlib import Path
sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "hooks")!r}]
from tests.papers.registers import printout_of
from register.papers.word import word_file
Path(sys.argv[1]).write_bytes(word_file(printout_of("sample", "yunling-2020-15")))
"""


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    """In another folder, at another time of day and with another order of hashes."""
    files = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai")):
        folder = tmp_path / seed
        folder.mkdir()
        own = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", SCRIPT, "out.docx"]
        subprocess.run(command, cwd=folder, env=own, check=True)
        os.utime(folder / "out.docx", (0, 0))
        files.append((folder / "out.docx").read_bytes())
    assert files[0] == files[1] == word_file(printout_of("sample", "yunling-2020-15"))
    days = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(files[0])).infolist()}
    assert days == {(1980, 1, 1, 0, 0, 0)}
