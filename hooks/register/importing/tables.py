"""Tables: which row is the heading, what each column says, and which rows list stations."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from register.importing.cleaning import Piece
from register.importing.host_words import HOST_WORDS, host_in
from register.importing.item_numbers import without_number
from register.importing.layouts import listed_in
from register.importing.listed import Listed
from register.importing.station_names import speaks_of_stations, without_spaces

_ROLES: Mapping[str, str] = {
    "number": r"序号|编号|顺序号|序|号|no\.?|项目?",
    "name": (r"(?:国家|省属|市属)?(?:职业)?(?:技能)?(?:鉴定)?(?:所站?|站|机构|"
r"单位)(?:\(站\)|、站|/站)?(?:名称|全称|名)|"
r"(?:职业)?(?:技能)?(?:等级)?(?:评价|认定|考核|培训|考评|备案)(?:机构|组织|单位|院校|企业)(?:名称|全称)?|"
r"(?:(?:国家)?(?:职业技能)?鉴定)?(?:所站?|站|机构|单位)?(?:\(站\))?名单|"
r"(?:国家)?职业技能鉴定(?:所站?|"
r"站|机构)(?:\(站\))?|名称|鉴定(?:所站?|站|机构)(?:\(站\))?|机构|所站|单位"),
    "former": (r"(?:原|更名前|变更前|合并前|被合并|被并入)(?:的)?(?:职业)?(?:技能)?(?:鉴定)?"
r"(?:所站?|站|机构|单位)?(?:\(站\))?(?:名称|全称|名)?"),
    "renamed": (r"(?:现|新|更名后|变更后)(?:的)?(?:职业)?(?:技能)?(?:鉴定)?(?:所站?|站|机构|单位)?"
r"(?:\(站\))?(?:名称|全称|名)|(?:更名|变更)为"),
    "into": (r"(?:并入|合并到|合并后)(?:的)?(?:职业)?(?:技能)?(?:鉴定)?(?:所站?|站|机构|单位)?"
r"(?:\(站\))?(?:名称|全称|名)?"),
    "host": (rf"(?:{HOST_WORDS}|建所|挂靠|申报|组建)(?:\((?:承建|依托|主办|承办)\))?(?:[(/、]"
rf"?(?:依托|承建|主办|承办)\)?)?(?:单位|院校|企业|机构)(?:名称|全称)?(?:\((?:依"
rf"托|承建)单位\))?|主体单位"),
    "grade": (r"(?:评估|年检|检查|考核|评定|评审|审核|检验|年审|复核|验收|最终|"
r"综合|年度)*(?:结果|结论|等次|等级|情况|意见)|(?:评估|年检|检查|"
r"评定)?(?:等次|结论)|处理(?:意见|结果|决定)|评价(?:结果|等次)|是否(?:合格|通过)"),
    "grounds": (r"(?:撤销|整改|不合格|处理|主要)?(?:原因|理由|事由)|存在(?:的)?(?:主要)?问题|"
r"整改(?:内容|事项)"),
    "score": r"(?:评估|考核|检查|综合|总)?(?:得分|总分|评分|分数|分值|成绩)",
    "address": r"(?:详细|单位|机构|鉴定|联系|通讯|办公)?(?:地址|地点|住址)",
    "licence": r"(?:鉴定)?(?:许可证|证书)(?:编?号|号码)|许可证|许可(?:编号|证书)",
    "valid": r"(?:许可证|证书)?有效(?:期|期限|期至|日期|时间|期起止)(?:\(.*\))?|到期(?:时间|日期)",
    "code": (r"(?:鉴定所|所站|鉴定站|机构|鉴定机构|单位)?(?:代码|编码)|鉴定(?:所|"
r"站|机构)编号|(?:机构|所站)编号"),
    "city": (r"(?:所在|所属)(?:市|市州|地区|地|市\(州\)|地市|区域|城市)|地区|"
r"市州|市\(州\)|属地|地市|城市|区域|行政区划|设区市|市|州市|区县"),
    "occupations": (r"(?:鉴定)?(?:职业|工种|范围)(?:\(工种\)|、工种|名称|及等级|和等级|"
r"\(.*\))?|鉴定(?:职业|工种|范围|等级|项目)(?:.*)|等级范围|级别"),
    "person": (r"(?:单位|机构|站|所|主要|法定|中心)?(?:联系人|负责人|法人|法定代表人|"
r"法人代表|所长|站长|主任|姓名|经办人|填表人)(?:姓名|及电话|电话|"
r"/电话|、电话)?|(?:联系|办公|移动|固定)?(?:电话|手机|号码|方式)(?:号码)?|"
r"联系电话.*|联系方式|电子?邮[箱件]|e-?mail|qq|微信|传真|身份证.*"),
    "remarks": r"备注|说明|备考|附注",
}  # fmt: skip
_PATTERNS = {role: re.compile(rf"(?:{pattern})", re.IGNORECASE) for role, pattern in _ROLES.items()}
_TOTAL = re.compile(r"^(?:合计|总计|小计|共计|总数|累计|(?:平均|最高|最低)分?$)")
_SAME = re.compile(r"^(?:同上|″|〃|\"|“|”|同左|…+)$")
_TICKED = re.compile(r"[√✓✔☑●■★▲]")
_NOTE = re.compile(r"^(?:注|备注|说明|填表说明)[ ]*[:：\d]")
_MOST_HEADING_ROWS = 3
PERSONAL = ("person",)


class Column(NamedTuple):
    """A column that has a meaning: its role, and its heading as it stands."""

    at: int
    role: str
    heading: str


class Columns(NamedTuple):
    """What the columns of a table say: one group for each table that stands side by side."""

    groups: tuple[tuple[Column, ...], ...]

    @property
    def personal(self) -> frozenset[int]:
        """Columns that speak of persons."""
        return frozenset(c.at for group in self.groups for c in group if c.role in PERSONAL)

    def of(self, role: str) -> Iterator[Column]:
        """Yield the columns of this role."""
        yield from (c for group in self.groups for c in group if c.role == role)

    def with_role(self, at: int, role: str) -> "Columns":
        """Return the columns, that at a place with another role."""
        return Columns(
            tuple(
                tuple(c._replace(role=role) if c.at == at else c for c in group)
                for group in self.groups
            )
        )

    def has(self, role: str) -> bool:
        """Whether some column is of this role."""
        return any(self.of(role))


@cache
def role_of(heading: str) -> str:
    """Return what a column with this heading says; "other" where nobody knows."""
    plain = re.sub(r"\s+", "", heading).replace("（", "(").replace("）", ")")
    plain = re.sub(r"^\d{4}年度?|[:：*]$", "", plain)
    for role, pattern in _PATTERNS.items():
        if plain and pattern.fullmatch(plain):
            return role
    return "other" if plain else ""


def columns_in(rows: Sequence[Piece]) -> tuple[Columns | None, int]:
    """Read the heading that begins with the first of `rows`: its columns, and its size."""
    best: tuple[Columns | None, int] = (None, 0)
    for size in range(1, min(_MOST_HEADING_ROWS, len(rows)) + 1):
        if size > 1 and not _continues(rows[size - 2], rows[size - 1]):
            break
        if columns := _columns(rows[:size]):
            best = (columns, size)
    return best


def _continues(above: Piece, row: Piece) -> bool:
    """Whether a row goes on with the heading above it: no cell of it lists a station."""
    filled = [c for c, m in zip(row.cells, row.merged, strict=True) if c and not m]
    if not filled or any(listed_in(cell) or re.fullmatch(r"\d+", cell) for cell in filled):
        return False
    return all(role_of(c) not in {"", "other"} for c in filled) and (
        any(row.merged) or any(not c for c in row.cells) or any(above.merged)
    )


def _columns(rows: Sequence[Piece]) -> Columns | None:
    groups: list[list[Column]] = [[]]
    trades = any(role_of(c) == "occupations" for row in rows for c in row.cells if c != "等级")
    for at in range(len(rows[0].cells)):
        heading = _heading(rows, at)
        if not heading or (at and _spans(rows, at)):
            continue
        role = role_of(heading[-1])
        if role == "other":
            role = role_of("".join(heading))
        if role == "grade" and heading[-1] == "等级" and trades:
            role = "occupations"  # of the trade, not of the station
        if role not in {"other", "person", "remarks"} and any(c.role == role for c in groups[-1]):
            if role == groups[-1][0].role or (role == "name" and groups[-1][0].role == "number"):
                groups.append([])
            else:
                role = "other"
        groups[-1].append(Column(at, role, heading[-1]))
    roles = {c.role for group in groups for c in group}
    known = [c for group in groups for c in group if c.role != "other"]
    ok = (roles & {"name", "host", "former"} and len(known) > 1) or (
        roles == {"name"} and len(known) == len(rows[0].cells)
    )
    return Columns(tuple(_of_newest(group) for group in groups if group)) if ok else None


def _of_newest(group: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns; where grades of several years stand side by side, only the newest's."""
    years = {
        int(year[0]): column
        for column in group
        if (year := re.match(r"(?:19|20)\d{2}(?=年)", column.heading))
        and role_of(column.heading) == "grade"
    }
    if len(years) < 2:  # noqa: PLR2004 - it takes two
        return tuple(group)
    newest = years.pop(max(years))
    old = {column.at for column in years.values()}
    others = [c._replace(role="past") if c.at in old else c for c in group]
    return tuple(c._replace(role="grade") if c.at == newest.at else c for c in others)


def _heading(rows: Sequence[Piece], at: int) -> list[str]:
    texts = [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]]
    return list(dict.fromkeys(texts))


def _spans(rows: Sequence[Piece], at: int) -> bool:
    """Whether the cells of a column only go on with those to the left."""
    return all(
        row.merged[at] and row.cells[at] == row.cells[at - 1] for row in rows if row.cells[at]
    )


def whole_row(row: Piece) -> str:
    """Return the text of a row that is one merged cell, or holds one cell only."""
    filled = {c for c in row.cells if c}
    return filled.pop() if len(filled) == 1 else ""


def is_total(row: Piece) -> bool:
    """Whether the row counts the others."""
    return any(_TOTAL.match(re.sub(r"\s", "", cell)) for cell in row.cells[:3])


def is_note(text: str) -> bool:
    """Whether a row or line is a note under a table."""
    return bool(_NOTE.match(text))


def rows_listed(
    row: Piece, columns: Columns, above: Mapping[tuple[int, str], str]
) -> Iterator[tuple[int, list[Listed], dict[str, str]]]:
    """Yield for each table side by side: which, the stations it lists, and its values."""
    for i, group in enumerate(columns.groups):
        values = _values(row, group, i, above)
        if any(
            values.get(role) for role in ("name", "former", "host", "licence", "grade", "score")
        ):
            yield i, _listed(values), values


def _values(
    row: Piece, group: Sequence[Column], side: int, above: Mapping[tuple[int, str], str]
) -> dict[str, str]:
    values: dict[str, str] = {}
    for column in group:
        text = row.cells[column.at].strip() if column.at < len(row.cells) else ""
        if _SAME.match(text):
            text = above.get((side, column.role), "")
        text = _chosen(text) if column.role == "grade" else text
        if column.role == "other" and _TICKED.fullmatch(text):
            values["ticked"] = "、".join(filter(None, (values.get("ticked"), column.heading)))
        if column.role == "other" and text and not _TICKED.fullmatch(text):
            values["others"] = "、".join(filter(None, (values.get("others"), text)))
        if column.role not in PERSONAL:
            values.setdefault(column.role, text)
    values["name"] = values.get("name") or values.get("renamed") or values.get("former", "")
    values["host word"] = next((c.heading for c in group if c.role == "host"), "")
    return values


def _chosen(text: str) -> str:
    """Return what is ticked of the choices in a cell: ☑合格 □不合格."""
    if not re.search("[□☐]", text) or not (tick := re.search("[☑☒√✓✔■]", text)):
        return text
    before = re.match("[ ]*[□☐☑☒√✓✔■]", text)
    pattern = r"[□☐][ ]*[^□☐☑☒√✓✔■ ]*" if before else r"[^□☐☑☒√✓✔■ ]*[ ]*[□☐]"
    return re.sub(pattern, "", text).replace(tick[0], "").strip()


def _listed(values: Mapping[str, str]) -> list[Listed]:
    raw = without_number(values.get("name", "")).strip()
    found = listed_in(raw) if speaks_of_stations(raw) else []
    if len(found) > 1:
        return found if not values.get("host") else []
    return [_with_values(raw, found, values)] if raw else []


def _with_values(raw: str, found: Sequence[Listed], values: Mapping[str, str]) -> Listed:
    """Return the one station of a row with what the other columns say of it."""
    first = found[0] if found else Listed(without_spaces(raw), raw)
    cell = values.get("host", "")
    host = host_in(cell) or (
        without_spaces(cell) if re.search(r"[\u3400-\u9fffA-Za-z]{2}", cell) else ""
    )
    word = "依托" if "依托" in values["host word"] else "承建"
    printed = first.printed if first.host or not host else f"{first.printed}({host}{word})"
    if first.host and host and first.host != host:
        host = first.host
    kept = {
        k: v
        for k, v in values.items()
        if v and k not in {"name", "host", "host word", "number", "past"}
    }
    return first._replace(
        printed=printed, host=first.host or host, more=kept, outcome=first.outcome
    )


def loose_row(row: Piece) -> list[Listed]:
    """Read a row of a table that has no heading: its station, host and outcome, or its stations."""
    cells = [c for c, m in zip(row.cells, row.merged, strict=True) if c and not m]
    return listed_in("\t".join(cells))


__all__ = [
    "Column",
    "Columns",
    "columns_in",
    "is_note",
    "is_total",
    "loose_row",
    "role_of",
    "rows_listed",
    "whole_row",
]
