"""centres/<id>.yml: guidance centres and their yearly figures."""

from typing import Annotated

import msgspec

from register.records.fields import (
    Amount,
    Document,
    Id,
    Name,
    NoticeId,
    Record,
    RegionId,
    SchemeId,
    Text,
    Year,
    field,
)
from register.records.standard import Level


class CentreYear(Record, frozen=True, kw_only=True):
    """一年的数字和清单。没有填的不写，不写不等于没有。"""

    year: Annotated[Year, field("年度")]
    scheme: Annotated[SchemeId, field("评估办法", "数字和清单按哪套办法填")]
    measures: Annotated[dict[Id, Amount], field("数字", "一行一个：办法里数字的编号: 数")] = (
        msgspec.field(default_factory=dict)
    )
    has: Annotated[tuple[Id, ...], field("有", "清单里有的，写编号")] = ()
    lacks: Annotated[tuple[Id, ...], field("没有", "清单里查明没有的，写编号")] = ()
    source: Annotated[NoticeId | None, field("来源文件", "文件编号")] = None
    remarks: Annotated[Text | None, field("说明")] = None


class Centre(Document, frozen=True, kw_only=True):
    """一个鉴定指导中心的档案。文件名就是编号。"""

    id: Annotated[Id, field("编号", "与文件名相同，永不更改、永不重用")]
    name: Annotated[Name, field("名称", "现用全称")]
    region: Annotated[RegionId, field("地区", "地区编号")]
    level: Annotated[Level, field("级别", "province 省；city 设区市；county 县（市、区）")]
    city: Annotated[Name | None, field("所在市（州）")] = None
    aliases: Annotated[tuple[Name, ...], field("别名", "文件里用过的其他写法、曾用名")] = ()
    years: Annotated[tuple[CentreYear, ...], field("年度数字", "按年度先后")] = ()
