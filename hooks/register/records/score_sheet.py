"""A scheme's score sheet: headings, items, and the way in which an item's points are given."""

from enum import Enum
from typing import Annotated, ClassVar

import msgspec

from register.records.fields import (
    Amount,
    Id,
    Name,
    Ordinal,
    Points,
    Record,
    Text,
    field,
)


class Way(Enum):
    """How the points of an item are given."""

    ALL_OR_NOTHING = "all-or-nothing"
    PER_DEFECT = "per-defect"
    DISCRETION = "discretion"
    DEGREES = "degrees"
    PARTS = "parts"
    BANDS = "bands"


class Level(Record, frozen=True, kw_only=True):
    """给分的一档。按数值分档的，写清两头：from、to 含本数，above、below 不含本数。"""

    in_line: ClassVar[bool] = True
    points: Annotated[Points, field("得分", "parts 的写这一部分的分")]
    when: Annotated[Text | None, field("什么情况", "用自己的话说明")] = None
    least: Annotated[Amount | None, field("至少", "含本数")] = msgspec.field(
        name="from", default=None
    )
    above: Annotated[Amount | None, field("超过", "不含本数")] = None
    most: Annotated[Amount | None, field("至多", "含本数")] = msgspec.field(name="to", default=None)
    below: Annotated[Amount | None, field("不足", "不含本数")] = None


class Item(Record, frozen=True, kw_only=True):
    """评估表的一个小项。"""

    id: Annotated[Id, field("编号", "本站编的稳定编号，例如 1-1-2，以后不改")]
    number: Annotated[Name | None, field("原编号", "表上印的编号，例如 1.1；没有印的不写")] = None
    topic: Annotated[Name, field("中项", "例如 领导岗位")]
    label: Annotated[Text, field("小项", "用自己的话简短说明")]
    points: Annotated[Points, field("分值", "这一项的满分")]
    way: Annotated[
        Way,
        field(
            "给分办法",
            "all-or-nothing 有或无；per-defect 每个问题扣 deduct 分；discretion 酌情扣分；"
            "degrees 分档；parts 各部分相加；bands 按数值分档",
        ),
    ]
    deduct: Annotated[
        Points | None, field("扣分", "per-defect 每个问题扣几分；discretion 最少扣几分")
    ] = None
    deduct_to: Annotated[Points | None, field("最多扣", "discretion 酌情扣分的上限")] = None
    unless: Annotated[Text | None, field("不得分的情况", "出现就不得分")] = None
    levels: Annotated[tuple[Level, ...], field("各档", "degrees、parts、bands 才写")] = ()
    measures: Annotated[Name | None, field("量什么", "bands 才写，例如 人均办公面积")] = None
    unit: Annotated[Name | None, field("单位", "bands 才写，例如 平方米")] = None
    whole: Annotated[bool, field("只能是整数", "按个数分档时写 true")] = False
    covers: Annotated[tuple[Text, ...], field("包括", "几行共用这些分的，一行写一条")] = ()
    note: Annotated[Text | None, field("说明", "原表错行、编号重复等")] = None


class Heading(Record, frozen=True, kw_only=True):
    """评估表的一个大项。"""

    number: Annotated[Ordinal, field("序号")]
    name: Annotated[Name, field("大项")]
    points: Annotated[Points, field("分值", "表上印的这一大项的满分")]
    items: Annotated[tuple[Item, ...], field("小项", "按表上的先后", min_length=1)]


class ScoreSheet(Record, frozen=True, kw_only=True):
    """一张评估表。"""

    id: Annotated[Id, field("编号", "本办法内不重复")]
    name: Annotated[Name, field("表名")]
    points: Annotated[Points, field("满分")]
    pass_mark: Annotated[
        Points | None, field("合格分", "文件写了才填；没写的，本站不按分数下结论")
    ] = None
    headings: Annotated[tuple[Heading, ...], field("大项", "按表上的先后", min_length=1)]
    notes: Annotated[tuple[Text, ...], field("说明")] = ()
