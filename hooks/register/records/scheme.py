"""schemes/<id>.yml: how stations or centres are judged; timeless."""

from enum import Enum
from typing import Annotated

from register.records.fields import (
    Basis,
    Document,
    Grade,
    Id,
    Issuer,
    Length,
    Name,
    Ordinal,
    Record,
    RegionId,
    Standing,
    Text,
    field,
)
from register.records.score_sheet import ScoreSheet
from register.records.standard import Level, Measure, Standard


class Judged(Enum):
    """Whom a scheme judges."""

    STATIONS = "stations"
    CENTRES = "centres"


class GradeMeaning(Record, frozen=True, kw_only=True):
    """一个等次，以及它在本站归入哪种状态。"""

    grade: Annotated[Grade, field("等次", "文件用的词")]
    standing: Annotated[Standing, field("状态", "本站的十种状态之一")]
    meaning: Annotated[Text | None, field("含义", "用自己的话说明")] = None


class Term(Record, frozen=True, kw_only=True):
    """一段时间。"""

    years: Annotated[Ordinal, field("年数", "1 到 50", le=50)]


class StartsOn(Enum):
    """The day of a document from which a term is counted."""

    DECIDED = "decided"
    PUBLISHED = "published"


class RectifyTerm(Record, frozen=True, kw_only=True):
    """办法规定的整改期。文件另写了期限的，按文件。"""

    length: Annotated[Length, field("时长", "例如 P3M")]
    starts: Annotated[
        StartsOn, field("从哪天算起", "decided 成文日期；published 公布日期，没有公布日期的按成文")
    ]
    reading: Annotated[Text | None, field("读法", "原文没写从哪天算起的，说明为什么这样读")] = None
    grades: Annotated[
        tuple[Grade, ...], field("哪些等次有整改期", "不写就是归入限期整改的都有")
    ] = ()
    otherwise: Annotated[Text | None, field("逾期后果", "办法怎样写就怎样填")] = None


class LegalStep(Record, frozen=True, kw_only=True):
    """一种状态之后，可以有哪些状态。"""

    after: Annotated[Standing, field("在哪种状态之后")]
    may: Annotated[tuple[Standing, ...], field("可以是", "一行一种状态", min_length=1)]


class SchemeStage(Record, frozen=True, kw_only=True):
    """检查的一个阶段。日期写在年度检查里。"""

    name: Annotated[Name, field("阶段")]
    about: Annotated[Text | None, field("做什么", "用自己的话说明")] = None


class Step(Record, frozen=True, kw_only=True):
    """每个鉴定所要走的一步。"""

    id: Annotated[Id, field("编号", "本办法内不重复，例如 self-check")]
    name: Annotated[Name, field("名称", "例如 自查")]
    by: Annotated[Name | None, field("由谁做", "机关或机构，不写个人")] = None
    stage: Annotated[Name | None, field("属于哪个阶段", "stages 里的名称")] = None
    sampled: Annotated[bool, field("抽查", "true 表示只抽一部分，没有抽到不算缺")] = False
    supervisors: Annotated[
        tuple[Name, ...], field("只对哪些主管的", "鉴定所的主管，例如 省直；不写就是都要")
    ] = ()
    standings: Annotated[
        tuple[Standing, ...], field("只对哪些状态的", "检查开始时的状态；不写就是都要")
    ] = ()


class Exemption(Record, frozen=True, kw_only=True):
    """哪些鉴定所免检。"""

    certification: Annotated[Name, field("凭什么", "鉴定所档案里 certifications 的名称")]
    commendable: Annotated[bool, field("可以推荐为优秀")] = False
    meaning: Annotated[Text | None, field("说明")] = None


class VisitStep(Record, frozen=True, kw_only=True):
    """现场督导的一步。"""

    id: Annotated[Id, field("编号", "本办法内不重复")]
    name: Annotated[Name, field("名称", "例如 考前半小时")]
    checks: Annotated[tuple[Text, ...], field("查什么", "用自己的话，一行一条")] = ()


class Form(Record, frozen=True, kw_only=True):
    """督导要填的表。"""

    name: Annotated[Name, field("表名")]
    copies: Annotated[Ordinal, field("份数")]
    to: Annotated[tuple[Name, ...], field("送给谁", "机关或机构，不写个人")] = ()


class Supervision(Record, frozen=True, kw_only=True):
    """现场督导怎样做。"""

    about: Annotated[Text | None, field("说明")] = None
    steps: Annotated[tuple[VisitStep, ...], field("步骤", "按先后", min_length=1)]
    form: Annotated[Form | None, field("评估表")] = None


class Scheme(Document, frozen=True, kw_only=True):
    """一套评估办法：等次、评估表、阶段、期限、依据。某一年怎么做，写在年度检查里。"""

    id: Annotated[Id, field("编号", "与文件名相同")]
    name: Annotated[Name, field("名称")]
    judges: Annotated[Judged, field("评估对象", "stations 鉴定所（站）；centres 鉴定指导中心")] = (
        Judged.STATIONS
    )
    issuer: Annotated[Issuer | None, field("制定机关")] = None
    region: Annotated[RegionId | None, field("适用地区", "地区编号；全国适用的不写")] = None
    basis: Annotated[tuple[Basis, ...], field("依据", "据以检查的文件")] = ()
    grades: Annotated[
        tuple[GradeMeaning, ...],
        field("等次", "全部等次和对应状态", min_length=1),
    ]
    holds_for: Annotated[Term | None, field("结论有效期", "文件没写就不填，按一年算")] = None
    exemptions: Annotated[tuple[Exemption, ...], field("免检")] = ()
    stages: Annotated[tuple[SchemeStage, ...], field("阶段", "按先后")] = ()
    steps: Annotated[tuple[Step, ...], field("步骤", "每个鉴定所要走的，按先后")] = ()
    rectify: Annotated[RectifyTerm | None, field("整改期")] = None
    legal_steps: Annotated[tuple[LegalStep, ...], field("可以怎样变", "没有写到的状态不检查")] = ()
    pledge: Annotated[Name | None, field("责任书", "每个市每年要签的责任书名称")] = None
    supervision: Annotated[Supervision | None, field("现场督导")] = None
    sheets: Annotated[tuple[ScoreSheet, ...], field("评估表")] = ()
    measures: Annotated[tuple[Measure, ...], field("年度数字", "鉴定指导中心每年要填的数字")] = ()
    standards: Annotated[tuple[Standard, ...], field("标准", "对鉴定指导中心的要求")] = ()
    near: Annotated[
        tuple[Level, ...], field("接近标准也可以的级别", "文件允许“达到或接近”的级别")
    ] = ()
    remarks: Annotated[tuple[Text, ...], field("说明", "办法里需要读者知道的话")] = ()
