"""Documents drawn at random: a register, a layout to print it in, and the noise of the web."""

from collections.abc import Callable
from typing import NamedTuple

import opencc
from hypothesis import strategies as st

from register.importing.paper import Cell, Line, Paper, Row, Table
from register.names.numerals import to_chinese
from register.names.script import simplified

GRADES = (
    ("合格", "不合格", "撤销"),
    ("优秀", "合格", "基本合格", "不合格"),
    ("通过", "限期整改", "撤销"),
    ("示范", "合格", "限期整改", "拟撤销", "撤销"),
)
CITIES = ("青河市", "白水市", "金沙州", "安乐市", "和平市", "临江县", "长安区")
TRADES = ("机械", "建设", "粮食", "旅游", "电力", "商贸", "计算机技术", "化工", "铁路", "足部按摩")
ORGANISATIONS = (
    "技工学校",
    "职业技术学院",
    "机械厂",
    "建设集团",
    "公司",
    "有色金属公司",
    "人民医院",
    "第二中学",
    "钢铁集团公司",
)


TRADITIONAL = opencc.OpenCC("s2t")


class Station(NamedTuple):
    name: str
    host: str
    grade: str

    @property
    def line(self) -> str:
        return f"{self.name}({self.host}承建)" if self.host else self.name


class Drawn(NamedTuple):
    grades: tuple[str, ...]
    stations: tuple[Station, ...]
    paper: Paper
    layout: str


def by_grade(stations: tuple[Station, ...]) -> dict[str, list[Station]]:
    found: dict[str, list[Station]] = {}
    for station in stations:
        found.setdefault(station.grade, []).append(station)
    return found


@st.composite
def registers(draw: st.DrawFn) -> tuple[tuple[str, ...], tuple[Station, ...]]:
    grades = draw(st.sampled_from(GRADES))
    ordinals = draw(st.lists(st.integers(1, 130), unique=True, max_size=9))
    local = draw(
        st.lists(
            st.tuples(st.sampled_from(CITIES), st.sampled_from(TRADES)), unique=True, max_size=6
        )
    )
    kind = draw(
        st.sampled_from(
            ("职业技能鉴定所", "职业技能鉴定站", "国家职业技能鉴定所", "职业技能鉴定所（站）")
        )
    )
    names = [f"海西省第{to_chinese(n)}国家职业技能鉴定所" for n in ordinals]
    names += [f"{city}{trade}{kind}" for city, trade in local]
    if not names:
        names = ["海西省第七国家职业技能鉴定所"]
    hosted = draw(st.booleans())
    stations = []
    for i, name in enumerate(names):
        host = (
            f"{draw(st.sampled_from(CITIES))[:2]}{draw(st.sampled_from(ORGANISATIONS))}"
            if hosted
            else ""
        )
        stations.append(
            Station(name, host, grades[i % len(grades)] if i < 2 else draw(st.sampled_from(grades)))
        )
    return grades, tuple(stations)


# Layouts: each prints a register as lines or tables.

_Blocks = list[str | list[list[str]]]
NUMBERS: tuple[Callable[[int], str], ...] = (
    lambda _i: "",
    lambda i: f"{i}.",
    lambda i: f"{i}、 ",
    lambda i: f"{i}、",
    lambda i: f"（{i}）",
    lambda i: f"({i})",
    lambda i: chr(0x2460 + i - 1) if i <= 20 else f"{i}.",
    lambda i: chr(0x2474 + i - 1) if i <= 20 else f"{i}.",
    lambda i: chr(0x2488 + i - 1) if i <= 20 else f"{i}.",
    lambda i: chr(0x3220 + i - 1) if i <= 10 else f"{i}.",
    lambda i: f"<{i}>",
    lambda i: f"{i} ",
    lambda i: f"{i}．",
)
HEADINGS: tuple[Callable[[str, str, int], str], ...] = (
    lambda no, grade, n: f"{no}、{grade}国家职业技能鉴定所名单({n}所)",
    lambda no, grade, n: f"{no}、{grade}的鉴定所（{n}家）",
    lambda no, grade, n: f"（{no}）{grade}职业技能鉴定所(共{n}家)",
    lambda _no, grade, n: f"{grade}名单（{n}个）",
    lambda no, grade, _n: f"{no}、{grade}单位：",
    lambda _no, grade, _n: f"{grade}职业技能鉴定机构名单",
    lambda no, grade, n: f"{no}、{n}个{grade}的职业技能鉴定机构",
)


def lines_of(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    blocks: _Blocks = []
    for k, (grade, own) in enumerate(by_grade(stations).items(), 1):
        blocks.append(HEADINGS[heading % len(HEADINGS)](to_chinese(k), grade, len(own)))
        blocks += [NUMBERS[number % len(NUMBERS)](i) + s.line for i, s in enumerate(own, 1)]
    return blocks


def prose_list(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    blocks: _Blocks = []
    join = ("和", "、", "以及", "和")[number % 4]
    for k, (grade, own) in enumerate(by_grade(stations).items(), 1):
        blocks.append(HEADINGS[heading % len(HEADINGS)](to_chinese(k), grade, len(own)))
        names = [s.line for s in own]
        text = "、".join(names[:-1]) + (join if len(names) > 1 else "") + names[-1]
        blocks.append(f"{text}。")
    return blocks


def sentences(stations: tuple[Station, ...], number: int, _heading: int) -> _Blocks:
    blocks: _Blocks = []
    for grade, own in by_grade(stations).items():
        names = "、".join(s.name for s in own)
        said = (
            f"{names}等{len(own)}个鉴定所评定为{grade}。",
            f"{names}{len(own)}个鉴定机构被评为{grade}。",
        )
        blocks.append(said[number % 2])
    return blocks


def columns(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    blocks: _Blocks = []
    for k, (grade, own) in enumerate(by_grade(stations).items(), 1):
        blocks.append(HEADINGS[heading % len(HEADINGS)](to_chinese(k), grade, len(own)))
        gap = ("    ", "\t", "　　")[number % 3]
        blocks += [gap.join(s.line for s in own[i : i + 2]) for i in range(0, len(own), 2)]
    return blocks


def outcome_behind(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    before, after = (("（", "）"), ("  ", ""), ("——", ""), ("：", ""))[number % 4]
    return [
        NUMBERS[heading % len(NUMBERS)](i)
        + (s.line if number % 4 < 2 else s.name)
        + f"{before}{s.grade}{after}"
        for i, s in enumerate(stations, 1)
    ]


NAMES = (
    "名称",
    "鉴定所（站）名称",
    "职业技能鉴定所名称",
    "鉴定机构名称",
    "机构名称",
    "单位名称",
    "职业技能鉴定所(站)",
)
HOSTS = ("承建单位", "依托单位", "承建（依托）单位", "主办单位", "承办单位")
RESULTS = ("等次", "评估结果", "年检结论", "评定等次", "检查结果", "评估结论", "考核结果")


def table(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    head = [
        "序号",
        NAMES[number % len(NAMES)],
        HOSTS[heading % len(HOSTS)],
        RESULTS[number % len(RESULTS)],
    ]
    rows = [[str(i), s.name, s.host, s.grade] for i, s in enumerate(stations, 1)]
    if heading % 2:
        rows.insert(len(rows) // 2, head)
    total = [["合计", f"{len(stations)}家", "", ""]] if number % 2 else []
    return [[head, *rows, *total]]


def tables_by_grade(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    blocks: _Blocks = []
    for k, (grade, own) in enumerate(by_grade(stations).items(), 1):
        blocks.append(HEADINGS[heading % len(HEADINGS)](to_chinese(k), grade, len(own)))
        head = [
            "编号",
            NAMES[number % len(NAMES)],
            "地址",
            HOSTS[heading % len(HOSTS)],
            "联系人",
            "联系电话",
        ]
        blocks.append(
            [
                head,
                *(
                    [str(i), s.name, "人民路1号", s.host, "张三", "13912345678"]
                    for i, s in enumerate(own, 1)
                ),
            ]
        )
    return blocks


def side_by_side(stations: tuple[Station, ...], _number: int, _heading: int) -> _Blocks:
    head = ["序号", "鉴定所名称", "承建单位", "等次"]
    cells = [[str(i), s.name, s.host, s.grade] for i, s in enumerate(stations, 1)]
    half = (len(cells) + 1) // 2
    right = cells[half:] + [["", "", "", ""]] * (2 * half - len(cells))
    return [[head + head, *(a + b for a, b in zip(cells[:half], right, strict=True))]]


def _down(rows: list[list[str]], column: int) -> None:
    """Merge each run of equal cells of a column; "^" goes on from above."""
    for i in range(len(rows) - 1, 0, -1):
        if rows[i][column] and rows[i][column] == rows[i - 1][column]:
            rows[i][column] = "^"


def merged_cells(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    """Grades, or hosts, that go on over several rows."""
    ordered = [s for own in by_grade(stations).values() for s in own]
    head = ["等次", "序号", NAMES[number % len(NAMES)], HOSTS[heading % len(HOSTS)], "备注"]
    rows = [[s.grade, str(i), s.name, s.host, ""] for i, s in enumerate(ordered, 1)]
    _down(rows, 0)
    if heading % 2:
        _down(rows, 3)
    title = [["海西省年检结果表", "=", "=", "=", "="]] if number % 2 else []
    return [[*title, head, *rows]]


def heading_in_two_rows(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    name, host = NAMES[number % len(NAMES)], HOSTS[heading % len(HOSTS)]
    result = RESULTS[number % len(RESULTS)]
    above = ["序号", name, ("基本情况", "单位信息", host)[heading % 3], "=", result]
    below = ["^", "^", host, ("地址", "联系电话")[number % 2], "^"]
    rows = [[str(i), s.name, s.host, "", s.grade] for i, s in enumerate(stations, 1)]
    return [[above, below, *rows]]


def grades_in_two_rows(stations: tuple[Station, ...], number: int, _heading: int) -> _Blocks:
    """A column for each grade under one heading, and a tick in it."""
    grades = list(by_grade(stations))
    above = ["序号", NAMES[number % len(NAMES)], "承建单位", "评估结果", *["="] * (len(grades) - 1)]
    below = ["^", "^", "^", *grades]
    rows = [
        [str(i), s.name, s.host, *("√" if s.grade == grade else "" for grade in grades)]
        for i, s in enumerate(stations, 1)
    ]
    return [[above, below, *rows]]


def broken_names(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    """Names and hosts that a narrow column breaks anywhere."""
    head = ["序\n号", "鉴定所（站）\n名称", "承建\n单位", "年检\n结论"]
    return [[head, *(_narrow(i, s, number, heading) for i, s in enumerate(stations, 1))]]


def _narrow(i: int, s: Station, number: int, heading: int) -> list[str]:
    return [str(i), _folded(s.name, 3 + number), _folded(s.host, 2 + heading), _folded(s.grade, 2)]


def _folded(text: str, width: int) -> str:
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


def sections_in_a_table(stations: tuple[Station, ...], _number: int, heading: int) -> _Blocks:
    rows = [["序号", "名称", "承建单位"]]
    for k, (grade, own) in enumerate(by_grade(stations).items(), 1):
        title = HEADINGS[heading % len(HEADINGS)](to_chinese(k), grade, len(own))
        rows.append([title, "=", "="])
        rows += [[str(i), s.name, s.host] for i, s in enumerate(own, 1)]
    return [rows]


def numbered_without_gaps(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    blocks: _Blocks = []
    mark = ("{}、{}", "{}.{}", "（{}）{}", "{}、{}；")[number % 4]
    for k, (grade, own) in enumerate(by_grade(stations).items(), 1):
        blocks.append(HEADINGS[heading % len(HEADINGS)](to_chinese(k), grade, len(own)))
        blocks.append("".join(mark.format(i, s.line) for i, s in enumerate(own, 1)))
    return blocks


def spaced_once(stations: tuple[Station, ...], _number: int, heading: int) -> _Blocks:
    blocks: _Blocks = []
    for k, (grade, own) in enumerate(by_grade(stations).items(), 1):
        blocks.append(HEADINGS[heading % len(HEADINGS)](to_chinese(k), grade, len(own)))
        blocks.append(" ".join(s.line for s in own))
    return blocks


def torn_lines(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    """Items that a narrow page broke near their end, as text from a PDF file is."""
    blocks: _Blocks = []
    for k, (grade, own) in enumerate(by_grade(stations).items(), 1):
        blocks.append(HEADINGS[heading % len(HEADINGS)](to_chinese(k), grade, len(own)))
        for i, s in enumerate(own, 1):
            text = NUMBERS[1 + number % (len(NUMBERS) - 1)](i) + s.line
            at = len(text) - 1 - (number + heading) % 7
            blocks.append(f"{text[:at]}\n{text[at:]}")
    return blocks


def code_before_name(stations: tuple[Station, ...], _number: int, heading: int) -> _Blocks:
    blocks: _Blocks = []
    for k, (grade, own) in enumerate(by_grade(stations).items(), 1):
        blocks.append(HEADINGS[heading % len(HEADINGS)](to_chinese(k), grade, len(own)))
        blocks += [f"{620000 + i} {s.line}" for i, s in enumerate(own, 1)]
    return blocks


def names_in_one_cell(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    head = [RESULTS[heading % len(RESULTS)], "鉴定所名单", "数量"]
    join = ("、", "\n", "，")[number % 3]
    rows = [
        [grade, join.join(s.line for s in own), str(len(own))]
        for grade, own in by_grade(stations).items()
    ]
    return [[head, *rows]]


def grades_of_two_years(stations: tuple[Station, ...], number: int, heading: int) -> _Blocks:
    grades = [s.grade for s in stations]
    head = ["序号", NAMES[number % len(NAMES)], "承建单位", "2014年度评估结果", "2015年度评估结果"]
    others = grades[heading % len(grades) :] + grades[: heading % len(grades)]
    rows = [
        [str(i), s.name, s.host, other, s.grade]
        for i, (s, other) in enumerate(zip(stations, others, strict=True), 1)
    ]
    return [[head, *rows]]


def without_heading(stations: tuple[Station, ...], _number: int, heading: int) -> _Blocks:
    """Tables without a head that hold persons and their telephones as well."""
    blocks: _Blocks = []
    for k, (grade, own) in enumerate(by_grade(stations).items(), 1):
        blocks.append(HEADINGS[heading % len(HEADINGS)](to_chinese(k), grade, len(own)))
        blocks.append([[str(i), s.line, "张三", "13912345678"] for i, s in enumerate(own, 1)])
    return blocks


LAYOUTS = {
    f.__name__: f
    for f in (
        lines_of,
        prose_list,
        sentences,
        columns,
        outcome_behind,
        table,
        tables_by_grade,
        side_by_side,
        merged_cells,
        heading_in_two_rows,
        grades_in_two_rows,
        broken_names,
        sections_in_a_table,
        numbered_without_gaps,
        spaced_once,
        torn_lines,
        code_before_name,
        names_in_one_cell,
        grades_of_two_years,
        without_heading,
    )
}


# Noise.


@st.composite
def noise(draw: st.DrawFn) -> Callable[[str], str]:
    traditional, debris = draw(st.booleans()), draw(st.booleans())
    wide, before_bracket = draw(st.booleans()), draw(st.booleans())

    def spoil(text: str) -> str:
        if before_bracket:
            text = text.replace("(", " (")
        if wide:
            text = text.translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"})
        if traditional:
            other = "".join(TRADITIONAL.convert(c) for c in text)
            text = other if simplified(other) == simplified(text) else text
        if debris:
            text = text.replace("鉴", "鉴(jiàn)").replace("鑒", "鑒(jiàn)").replace("业", "业(yè)")
        return text

    return spoil


@st.composite
def documents(draw: st.DrawFn, layout: str) -> Drawn:
    grades, stations = draw(registers())
    spoil = draw(noise())
    blocks = LAYOUTS[layout](stations, draw(st.integers(0, 20)), draw(st.integers(0, 20)))
    lines: list[Line | Table] = [
        Line("第 1 行", "海西省职业技能鉴定所年检结果"),
        Line("第 2 行", ""),
    ]
    for i, block in enumerate(blocks):
        if isinstance(block, str):
            for part in spoil(block).split("\n"):
                lines.append(Line(f"第 {len(lines) + 1} 行", part))
            if draw(st.booleans()) and i:
                page = draw(st.sampled_from(("", "— 3 —", "- 12 -", "第3页 共9页")))
                lines.append(Line(f"第 {len(lines) + 1} 行", page))
        else:
            rows: list[Row] = []
            for cells in block:
                rows.append(_row(len(rows) + 1, cells, spoil, rows[-1] if rows else None))
            lines.append(Table("表 1", rows))
    return Drawn(grades, stations, Paper("drawn.txt", lines), layout)


def _row(k: int, cells: list[str], spoil: Callable[[str], str], above: Row | None) -> Row:
    """Make a row; "=" goes on from the left, "^" from above."""
    made: list[Cell] = []
    for i, cell in enumerate(cells):
        goes_on = made[-1] if cell == "=" else above.cells[i] if cell == "^" and above else None
        made.append(Cell(goes_on.text, merged=True) if goes_on else Cell(spoil(cell)))
    return Row(f"表 1 第 {k} 行", made)
