"""rounds/<id>/visits/<id>.yml: one supervision visit on an exam day."""

from enum import Enum
from typing import Annotated

from register.records.fields import (
    Day,
    Document,
    Id,
    Name,
    NoticeId,
    Ordinal,
    Record,
    RegionId,
    StationId,
    Text,
    field,
)


class FindingKind(Enum):
    """What a visit found."""

    FINE = "fine"
    PROBLEM = "problem"
    HANDLED = "handled"


class VisitFinding(Record, frozen=True, kw_only=True):
    """督导在一步里看到的一件事。"""

    what: Annotated[Text, field("情况", "不写个人")]
    kind: Annotated[
        FindingKind, field("性质", "fine 符合要求；problem 有问题；handled 有问题，当场处理")
    ]
    site: Annotated[Name | None, field("考点", "sites 里的名称；整个地区的不写")] = None


class VisitReport(Record, frozen=True, kw_only=True):
    """一步的记录。"""

    step: Annotated[Id, field("步骤", "办法里督导步骤的编号")]
    on: Annotated[Day | None, field("日期")] = None
    findings: Annotated[tuple[VisitFinding, ...], field("情况", "一条或几条", min_length=1)]


class ExamSite(Record, frozen=True, kw_only=True):
    """去过的一个考点。"""

    name: Annotated[Name, field("考点")]
    station: Annotated[StationId | None, field("鉴定所", "考点就是本站的鉴定所时，写编号")] = None


class Visit(Document, frozen=True, kw_only=True):
    """一次考试日督导：去了哪个地区、哪些考点，每一步看到什么。"""

    id: Annotated[Id, field("编号", "与文件名相同")]
    region: Annotated[RegionId, field("地区", "地区编号")]
    city: Annotated[Name | None, field("市（州）")] = None
    exam: Annotated[Day, field("考试日")]
    sites: Annotated[tuple[ExamSite, ...], field("考点")] = ()
    reports: Annotated[tuple[VisitReport, ...], field("记录", "按步骤先后", min_length=1)]
    form_copies: Annotated[Ordinal | None, field("评估表填了几份")] = None
    source: Annotated[NoticeId | None, field("来源文件", "文件编号")] = None
