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
    NoticeId,
    Percent,
    Record,
    RegionId,
    SchemeId,
    StationId,
    Text,
    Year,
    field,
)


class Scope(Record, frozen=True, kw_only=True):
    """查哪些鉴定所：按许可日期。范围以外的是“不在范围”，不是“没有查”。"""

    licensed_from: Annotated[Day | None, field("许可日期从", "含当天")] = None
    licensed_to: Annotated[Day | None, field("许可日期到", "含当天")] = None
    about: Annotated[Text | None, field("说明", "文件怎样划定范围，用自己的话")] = None


class Stage(Record, frozen=True, kw_only=True):
    """检查的一个阶段。"""

    name: Annotated[Name, field("阶段")]
    since: Annotated[Day | None, field("起")] = msgspec.field(name="from", default=None)
    to: Annotated[Day | None, field("止")] = None
    printed: Annotated[Text | None, field("原文日期", "文件上的写法，例如 2010年12月")] = None
    scope: Annotated[Text | None, field("范围", "查了哪些地方和单位")] = None
    source: Annotated[NoticeId | None, field("来源文件", "文件编号；据部署文件的不写")] = None


class RoundDeadline(Record, frozen=True, kw_only=True):
    """这次检查的一个期限。"""

    who: Annotated[Text, field("对谁")]
    what: Annotated[Text, field("做什么")]
    due: Annotated[Day, field("期限", "含当天")]
    printed: Annotated[Text | None, field("原文日期", "文件上的写法，例如 10月21日前")] = None
    step: Annotated[Id | None, field("是哪一步的期限", "办法里步骤的编号")] = None
    source: Annotated[NoticeId | None, field("来源文件", "文件编号；据部署文件的不写")] = None


class Progress(Record, frozen=True, kw_only=True):
    """一批鉴定所哪天走完了哪一步。"""

    step: Annotated[Id, field("步骤", "办法里步骤的编号")]
    on: Annotated[Day, field("日期")]
    stations: Annotated[tuple[StationId, ...], field("鉴定所", "编号", min_length=1)]
    source: Annotated[NoticeId | None, field("来源文件", "文件编号")] = None


class Pledge(Record, frozen=True, kw_only=True):
    """一个市签没签责任书。不写由谁签。"""

    city: Annotated[Name, field("市（州）")]
    signed: Annotated[bool, field("是否签订", "true 或 false；不清楚的整条不写")]
    on: Annotated[Day | None, field("日期")] = None


class Milestone(Record, frozen=True, kw_only=True):
    """到这一天应有百分之几达标。"""

    by: Annotated[Day, field("到哪一天", "含当天")]
    percent: Annotated[Percent, field("百分之几")]
    printed: Annotated[Text | None, field("原文")] = None


class Figure(Record, frozen=True, kw_only=True):
    """文件公布的一个数字。"""

    name: Annotated[Name, field("项目")]
    value: Annotated[Count, field("数值")]
    unit: Annotated[Name, field("单位")]
    source: Annotated[NoticeId, field("来源文件", "文件编号")]


class Round(Document, frozen=True, kw_only=True):
    """一次年度检查：用哪套办法、查哪一年、在哪个地区。"""

    id: Annotated[Id, field("编号", "与文件名相同")]
    name: Annotated[Name, field("名称")]
    scheme: Annotated[SchemeId, field("评估办法", "办法编号")]
    region: Annotated[RegionId | None, field("地区", "地区编号；全国的不写")] = None
    year: Annotated[Year, field("年度", "检查的是哪一年的工作")]
    basis: Annotated[tuple[Basis, ...], field("部署文件", "布置这次检查的文件")] = ()
    scope: Annotated[Scope | None, field("范围", "全部鉴定所的不写")] = None
    stages: Annotated[tuple[Stage, ...], field("阶段", "按先后")] = ()
    deadlines: Annotated[tuple[RoundDeadline, ...], field("期限", "部署文件写的期限")] = ()
    progress: Annotated[tuple[Progress, ...], field("进展", "哪些鉴定所走完了哪一步")] = ()
    pledges: Annotated[tuple[Pledge, ...], field("责任书", "各市签订情况")] = ()
    milestone: Annotated[Milestone | None, field("达标目标")] = None
    figures: Annotated[tuple[Figure, ...], field("公布的数字")] = ()
