"""rounds/<id>.yml: one run of a scheme."""

from typing import Annotated

import msgspec

from register.records.fields import (
    Basis,
    Count,
    Day,
    Document,
    Id,
    Name,
    Record,
    Text,
    Year,
    field,
)


class Stage(Record, frozen=True, kw_only=True):
    """检查的一个阶段。"""

    name: Annotated[Name, field("阶段")]
    since: Annotated[Day | None, field("起")] = msgspec.field(name="from", default=None)
    to: Annotated[Day | None, field("止")] = None
    printed: Annotated[Text | None, field("原文日期", "文件上的写法，例如 2010年12月")] = None
    scope: Annotated[Text | None, field("范围", "查了哪些地方和单位")] = None
    source: Annotated[Id, field("来源文件", "文件编号")]


class Figure(Record, frozen=True, kw_only=True):
    """文件公布的一个数字。"""

    name: Annotated[Name, field("项目")]
    value: Annotated[Count, field("数值")]
    unit: Annotated[Name, field("单位")]
    source: Annotated[Id, field("来源文件", "文件编号")]


class Round(Document, frozen=True, kw_only=True):
    """一次年度检查：用哪套办法、查哪一年、在哪个地区。"""

    id: Annotated[Id, field("编号", "与文件名相同")]
    name: Annotated[Name, field("名称")]
    scheme: Annotated[Id, field("评估办法", "办法编号")]
    region: Annotated[Id, field("地区", "地区编号")]
    year: Annotated[Year, field("年度", "检查的是哪一年的工作")]
    basis: Annotated[tuple[Basis, ...], field("部署文件", "布置这次检查的文件")] = ()
    stages: Annotated[tuple[Stage, ...], field("阶段", "按先后")] = ()
    figures: Annotated[tuple[Figure, ...], field("公布的数字")] = ()
