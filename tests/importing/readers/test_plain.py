"""Plain and pasted text: encodings, lines, and tables of tabs or bars."""

import codecs

import pytest

from register.importing.paper import Line, Paper, Table
from register.importing.readers.read import read_paper
from register.importing.readers.unreadable import UnreadableError

TEXT = "关于年检的通报\r\n\r\n一、甲鉴定所\n"
LINES = [Line("第 1 行", "关于年检的通报"), Line("第 3 行", "一、甲鉴定所")]


def grids(paper: Paper) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in paper.blocks
        if isinstance(block, Table)
    ]


def table_of(text: str) -> Table:
    (table,) = read_paper("", text.encode()).blocks
    assert isinstance(table, Table)
    return table


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
    ],
)
def test_a_text_is_read_in_every_encoding_that_offices_use(content: bytes) -> None:
    assert read_paper("通报.txt", content).blocks == LINES


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03", b"\xff\xff\xff", b"abc\x00\x07"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError, match="看不出这是什么文件"):
        read_paper("a.txt", content)


def test_lines_with_tabs_are_a_table_from_two_on() -> None:
    paper = read_paper("", "名单\n序号\t名称\n1\t甲所\t\n\n单独\t一行\n缩进的话".encode())
    assert grids(paper) == [[["序号", "名称", ""], ["1", "甲所", ""]]]
    assert [(block.where) for block in paper.blocks] == [
        "第 1 行",
        "第 2–3 行的表",
        "第 5 行",
        "第 6 行",
    ]


def test_a_quoted_cell_holds_line_breaks() -> None:
    table = table_of('名称\t地址\n"甲""所\n分部"\t城关\n"没有关\t城南\n')
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["名称", "地址"],
        ['甲"所\n分部', "城关"],
        ['"没有关', "城南"],
    ]
    assert [row.where for row in table.rows] == ["第 1 行", "第 2–3 行", "第 4 行"]


def test_indented_paragraphs_are_no_table() -> None:
    paper = read_paper("", "\t第一段\n\t第二段\n".encode())
    assert paper.blocks == [Line("第 1 行", "\t第一段"), Line("第 2 行", "\t第二段")]


def test_a_markdown_table() -> None:
    table = table_of("| 序号 | 名称 |\n| --- | :-: |\n| 1 | 甲\\|乙所 |\n| 2 |\n")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["序号", "名称"],
        ["1", "甲|乙所"],
        ["2", ""],
    ]
    assert [row.where for row in table.rows] == ["第 1 行", "第 3 行", "第 4 行"]


def test_an_ascii_table() -> None:
    table = table_of("+---+----+\n| 1 | 甲所 |\n+---+----+\n| 2 | 乙所 |\n+---+----+\n")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["1", "甲所"],
        ["2", "乙所"],
    ]


def test_slipped_cells_are_joined_where_the_bars_add_up() -> None:
    text = (
        "项 | 分 | 法 | 果 |\n"
        "甲 | 1 | 查阅 |\n|\n乙\n\n| 2 | 查看 |\n|\n丙 |\n3 | 提问 | |\n丁 | 4 |\n|\n后面的话"
    )
    paper = read_paper("", text.encode())
    assert grids(paper) == [
        [
            ["项", "分", "法", "果"],
            ["甲", "1", "查阅", "\n"],
            ["乙\n\n", "2", "查看", "\n"],
            ["丙", "\n3", "提问", ""],
            ["丁", "4", "\n", ""],
        ]
    ]
    assert paper.blocks[-1] == Line("第 12 行", "后面的话")


def test_pieces_that_do_not_add_up_stay_as_found() -> None:
    text = "甲 | 1 | 查阅 |\n乙 | 2 |\n丙 | 3 | 提问 |\n"
    assert grids(read_paper("", text.encode())) == [
        [["甲", "1", "查阅"], ["乙", "2", ""], ["丙", "3", "提问"]]
    ]


def test_two_tables_with_a_title_between_are_two() -> None:
    text = "a | b |\n1 | 2 |\n表二\nc | d |\n3 | 4 |\n\n| e | f |\n|---|---|\n| 5 | 6 |"
    paper = read_paper("", text.encode())
    assert grids(paper) == [
        [["a", "b"], ["1", "2"]],
        [["c", "d"], ["3", "4"]],
        [["e", "f"], ["5", "6"]],
    ]
