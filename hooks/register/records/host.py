"""hosts/<region>/<id>.yml: the organisations that run stations."""

from typing import Annotated

import msgspec

from register.records.fields import (
    CreditCode,
    Day,
    Document,
    Id,
    Name,
    NoticeId,
    Record,
    field,
)


class HostName(Record, frozen=True, kw_only=True):
    """承建单位用过的一个名称。"""

    name: Annotated[Name, field("名称", "照文件写，错字已更正")]
    source: Annotated[NoticeId, field("来源文件", "文件编号")]
    since: Annotated[Day | None, field("起", "文件写明才填")] = msgspec.field(
        name="from", default=None
    )
    to: Annotated[Day | None, field("止", "文件写明才填")] = None


class Host(Document, frozen=True, kw_only=True):
    """一个承建单位的档案。文件名就是编号。"""

    id: Annotated[Id, field("编号", "与文件名相同，一般用名称的拼音，永不更改")]
    names: Annotated[
        tuple[HostName, ...],
        field("名称", "按时间先后，最后一个是现用名", min_length=1),
    ]
    code: Annotated[CreditCode | None, field("统一社会信用代码", "18 位，文件写明才填")] = None
    kind: Annotated[Name | None, field("类别", "企业、院校等，文件写明才填")] = None
    city: Annotated[Name | None, field("所在市（州）", "文件写明才填")] = None
