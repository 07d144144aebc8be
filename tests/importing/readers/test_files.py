"""What the readers make of each kind of file, and how they refuse what they cannot read."""

import datetime as dt
import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from register.importing.paper import Paper, Table
from register.importing.readers.read import read_paper
from register.importing.readers.unreadable import UnreadableError

FIXTURES = Path(__file__).parent / "fixtures"


def saved(document: "docx.document.Document | openpyxl.Workbook") -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def zipped(parts: dict[str, str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def shown(paper: Paper) -> list[str]:
    """Each piece with its place; cells of a merged area that begin elsewhere in brackets."""
    pieces = []
    for block in paper.blocks:
        for piece in block.rows if isinstance(block, Table) else [block]:
            cells = getattr(piece, "cells", None)
            text = (
                piece.text
                if cells is None
                else " | ".join(f"({one.text})" if one.merged else one.text for one in cells)
            )
            pieces.append(f"{piece.where}：{text}")
    return pieces


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r{0}" Type="' + RELATION + '/{1}" Target="{2}"/></Relationships>'
)


def word(body: str, doctype: str = "") -> bytes:
    return zipped(
        {
            "_rels/.rels": RELATIONS.format(1, "officeDocument", "word/document.xml"),
            "word/document.xml": f'{doctype}<w:document xmlns:w="{W}">'
            f"<w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": RELATIONS.format(2, "footnotes", "footnotes.xml"),
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator"/>'
            "<w:footnote><w:p><w:r><w:t>注一</w:t></w:r></w:p></w:footnote></w:footnotes>",
        }
    )


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_word_revisions_text_boxes_breaks_and_footnotes() -> None:
    body = (
        f"<w:p>{run('甲')}<w:ins>{run('乙')}</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del>"
        f"<w:r><w:br/></w:r>{run('丁')}</w:p><w:p/>"
        f"<w:sdt><w:sdtContent><w:p>{run('控件')}<w:r><w:pict><w:txbxContent><w:p>{run('框')}</w:p>"
        "</w:txbxContent></w:pict></w:r></w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>{run('明')}</w:p>"
    )
    paper = read_paper("a.docx", word(body))
    assert shown(paper) == [
        "第 1 段第 1 行：甲乙",
        "第 1 段第 2 行：丁",
        "第 2 段：控件",
        "第 2 段旁的文本框：框",
        "第 3 段：明",
        "第 3 段（隐藏的文字）：暗",
        "脚注 1：注一",
    ]
    assert paper.remarks == ["文件里留有修订：插入的文字算数，删去的不算。"]


def test_word_numbers_headers_and_nested_tables() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "某某厅"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    for name in ("甲所", "乙所"):
        document.add_paragraph(name, style="List Number")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "外"
    inner = table.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内一", "内二"
    assert shown(read_paper("a.docx", saved(document))) == [
        "页眉：某某厅",
        "第 1 段：1. 甲所",
        "第 2 段：2. 乙所",
        "表 1 第 1 行：外 | ",
        "表 1 第 1 行里的表 第 1 行：内一 | 内二",
        "页脚：第 1 页",
    ]


def test_excel_values_are_as_people_read_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "名单"
    sheet.append([53.0, 0.1 + 0.2, dt.date(2011, 3, 3), dt.datetime(2011, 3, 3, 9, 30), 0.125, 12])  # noqa: DTZ001 - as Excel stores it
    sheet["E1"].number_format, sheet["F1"].number_format = "0.0%", "00000"
    sheet["A4"] = "=SUM(A1:B1)"
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["C"].hidden = True
    other = book.create_sheet("旧")
    other["XFD1048576"], other.sheet_state = "远", "hidden"
    paper = read_paper("a.xlsx", saved(book))
    where = "工作表“名单”（C 列隐藏）第"
    assert shown(paper) == [
        f"{where} 1 行：53 | 0.3 | 2011-03-03 | 2011-03-03 09:30 | 12.5% | 00012",
        f"{where} 2 行： |  |  |  |  | ",
        f"{where} 4 行（隐藏）：（公式，文件里没有算出的值） |  |  |  |  | ",
        "工作表“旧”（隐藏）第 1048576 行：远",
    ]
    assert paper.remarks[-1].startswith("有 1 格是公式，文件里没有算出的值。")


def test_an_old_workbook() -> None:
    content = (FIXTURES / "list.xls").read_bytes()
    paper = read_paper("list.xls", content)
    assert shown(paper) == [
        "工作表“名单”第 1 行：年检结果 | (年检结果) | (年检结果) | (年检结果)",
        "工作表“名单”第 2 行：序号 | 名称 | 有效期至 | 得分",
        "工作表“名单”第 3 行：1 | 甲省第一国家职业技能鉴定所 | 2011-03-03 | 92.5",
        "工作表“名单”第 4 行：2 | 甲省第二国家职业技能鉴定所\n分部 | 未定 | 60",
        "工作表“名单”第 5 行：3 | 甲省第三国家职业技能鉴定所 | (未定) | ",
        "工作表“备份”（隐藏）第 7 行：旧表",
    ]
    assert read_paper("list.docx", content).remarks[0] == (
        "文件名以 .docx 结尾，内容却是旧版 Excel 工作簿（.xls）；已按内容读取。"
    )


def test_an_open_document_sheet() -> None:
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text", "style")
    )
    content = zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content{names}><office:body><office:spreadsheet>"
            '<table:table table:name="名单"><table:table-row>'
            '<table:table-cell table:number-columns-spanned="2">'
            "<text:p>题</text:p></table:table-cell>"
            "<table:covered-table-cell/></table:table-row>"
            '<table:table-row table:number-rows-repeated="1000000">'
            "<table:table-cell/></table:table-row>"
            '<table:table-row table:visibility="collapse">'
            '<table:table-cell office:value-type="date" office:date-value="2011-03-03">'
            "<text:p>2011年3月3日</text:p></table:table-cell>"
            "<table:table-cell><text:p>甲<text:line-break/>所</text:p></table:table-cell>"
            "</table:table-row></table:table>"
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )
    assert shown(read_paper("a.ods", content)) == [
        "工作表“名单”第 1 行：题 | (题)",
        "工作表“名单”第 2 行： | ",
        "工作表“名单”第 1000002 行（隐藏）：2011-03-03 | 甲\n所",
    ]


def test_a_web_page() -> None:
    html = (
        "<html><head><meta http-equiv=Content-Type content='text/html; charset=gb2312'>"
        "<title>题</title><style>p{}</style></head><body><script>alert(1)</script>"
        "<table><tr><td><p>镕字<br>二行</p><!-- 注 -->尾<ol><li>甲所<li>乙所</ol>"
        "<table><caption>名单</caption><tr><th>序号<th>名称<tr><td>1<td>甲&nbsp;所</table>"
        "</td></tr></table></body></html>"
    )
    assert shown(read_paper("a.htm", html.encode("gb18030"))) == [
        "第 1 段第 1 行：镕字",
        "第 1 段第 2 行：二行",
        "第 2 段：尾",
        "第 3 段：1. 甲所",
        "第 4 段：2. 乙所",
        "第 5 段：名单",
        "表 1 第 1 行：序号 | 名称",
        "表 1 第 2 行：1 | 甲\xa0所",
    ]


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\0\0"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\0\0"
BOMB = zipped({"word/document.xml": "0" * 610_000_000})
ENTITIES = word("<w:p/>", '<!DOCTYPE a [<!ENTITY b "甲">]>')


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b" \n", "文件是空的。请检查是不是拿错了文件。"),
        (b"%PDF-1.4", "PDF 读不了。请向来源单位索取"),
        (b"\xff\xd8\xff\xe0", "图片读不了。"),
        (b"Rar!\x1a", "这是压缩包。请先解压，再导入里面的文件。"),
        (zipped({"a.txt": "甲"}), "这是压缩包。请先解压，再导入里面的文件。"),
        (LOCKED, "文件设有密码，读不出来。"),
        (
            OLD,
            "旧版 Word 文件（.doc、.wps）不能直接读。请用 Word 或 WPS 打开，另存为 .docx 再导入。",
        ),
        (word("<w:p>").replace(b"PK\x05\x06", b"PK\x05\x07"), "文件已损坏或不完整，打不开。"),
        (word("<w:p>"), "文件已损坏或不完整，打不开。"),
        (BOMB, "文件解压后超过 600 MB，不像公文，没有读取。"),
        (ENTITIES, "文件里有不该有的实体定义，可能有害，没有读取。"),
        (saved(openpyxl.Workbook()), "文件里没有文字。"),
        (b"<table>" + b"<tr><td rowspan=65534 colspan=1000>x" * 5001, "表格超过 500 万格"),
        (b"<div>" * 5000 + b"x", "网页嵌套太深，没有读取。"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableError, match="^" + re.escape(sentence)):
        read_paper("a", content)
