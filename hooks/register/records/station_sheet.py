"""rounds/<id>/sheets/<station>.yml: how one station was scored in one round."""

from enum import Enum
from typing import Annotated

import msgspec

from register.records.fields import (
    Amount,
    Day,
    Document,
    Id,
    NoticeId,
    Points,
    Record,
    StationId,
    Text,
    field,
)


class Assessor(Enum):
    """Who gave the points."""

    SELF = "self"
    CITY = "city"
    PROVINCE = "province"


ASSESSOR_TITLES = {Assessor.SELF: "自评", Assessor.CITY: "市评", Assessor.PROVINCE: "省评"}


class Score(Record, frozen=True, kw_only=True):
    """一方打的分。"""

    by: Annotated[Assessor, field("评分方", "self 自评；city 市评；province 省评")]
    on: Annotated[Day, field("日期")]
    points: Annotated[dict[Id, Points], field("得分", "一行一项：小项编号: 分")]
    measured: Annotated[
        dict[Id, Amount], field("量得的数", "按数值分档的小项，一行一项：小项编号: 数")
    ] = msgspec.field(default_factory=dict)
    total: Annotated[Points | None, field("总分", "表上写了才填，与各项之和核对")] = None
    source: Annotated[NoticeId | None, field("来源文件", "文件编号")] = None
    remarks: Annotated[Text | None, field("说明")] = None


class FilledSheet(Record, frozen=True, kw_only=True):
    """填好的一张评估表。"""

    sheet: Annotated[Id, field("评估表", "办法里评估表的编号")]
    scores: Annotated[tuple[Score, ...], field("打分", "自评、市评、省评", min_length=1)]


class StationSheet(Document, frozen=True, kw_only=True):
    """一个鉴定所在一次年度检查里的评估表。文件夹是年度检查，文件名是鉴定所编号。"""

    station: Annotated[StationId, field("鉴定所", "编号，与文件名相同")]
    sheets: Annotated[tuple[FilledSheet, ...], field("评估表", "一张或几张", min_length=1)]
