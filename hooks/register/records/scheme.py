"""schemes/<id>.yml: how stations are judged; timeless."""

from typing import Annotated

from register.records.fields import (
    Basis,
    Document,
    Grade,
    Id,
    Issuer,
    Name,
    Ordinal,
    Record,
    Standing,
    Text,
    field,
)


class GradeMeaning(Record, frozen=True, kw_only=True):
    """一个等次，以及它在本站归入哪种状态。"""

    grade: Annotated[Grade, field("等次", "文件用的词")]
    standing: Annotated[Standing, field("状态", "本站的十种状态之一")]
    meaning: Annotated[Text | None, field("含义", "用自己的话说明")] = None


class Term(Record, frozen=True, kw_only=True):
    """一段时间。"""

    years: Annotated[Ordinal, field("年数", "1 到 50", le=50)]


class Scheme(Document, frozen=True, kw_only=True):
    """一套评估办法：等次、有效期、依据。某一年怎么做，写在年度检查里。"""

    id: Annotated[Id, field("编号", "与文件名相同")]
    name: Annotated[Name, field("名称")]
    issuer: Annotated[Issuer | None, field("制定机关")] = None
    region: Annotated[Id | None, field("适用地区", "地区编号；全国适用的不写")] = None
    basis: Annotated[tuple[Basis, ...], field("依据", "据以检查的文件")] = ()
    grades: Annotated[
        tuple[GradeMeaning, ...],
        field("等次", "全部等次和对应状态", min_length=1),
    ]
    holds_for: Annotated[Term | None, field("结论有效期", "文件没写就不填，按一年算")] = None
    remarks: Annotated[tuple[Text, ...], field("说明", "办法里需要读者知道的话")] = ()
