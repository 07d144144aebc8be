"""stations/<region>/<id>.yml: what a station is, not how it fared."""

from typing import Annotated

import msgspec

from register.records.fields import (
    Day,
    Document,
    HostId,
    Id,
    Name,
    NoticeId,
    Ordinal,
    Record,
    StationCode,
    StationId,
    field,
)


class HostTerm(Record, frozen=True, kw_only=True):
    """由哪个单位承建，据哪份文件，起止日期。"""

    host: Annotated[HostId, field("承建单位", "承建单位编号，即 hosts 下的文件名")]
    source: Annotated[NoticeId, field("来源文件", "文件编号，即 notices 下的文件名")]
    since: Annotated[Day | None, field("起", "文件写明才填")] = msgspec.field(
        name="from", default=None
    )
    to: Annotated[Day | None, field("止", "文件写明才填")] = None


class Licence(Record, frozen=True, kw_only=True):
    """鉴定许可证。"""

    number: Annotated[Name, field("许可证号")]
    since: Annotated[Day | None, field("有效期起")] = msgspec.field(name="from", default=None)
    to: Annotated[Day | None, field("有效期止")] = None
    source: Annotated[NoticeId, field("来源文件", "文件编号")]


class Occupation(Record, frozen=True, kw_only=True):
    """可以鉴定的职业（工种）。"""

    name: Annotated[Name, field("职业名称")]
    code: Annotated[Name | None, field("职业编码")] = None
    levels: Annotated[tuple[Name, ...], field("等级", "例如 初级、中级")] = ()
    source: Annotated[NoticeId | None, field("来源文件", "文件编号")] = None


class Certification(Record, frozen=True, kw_only=True):
    """通过的认证，例如质量管理体系认证。"""

    name: Annotated[Name, field("名称")]
    since: Annotated[Day | None, field("起")] = msgspec.field(name="from", default=None)
    to: Annotated[Day | None, field("止")] = None
    source: Annotated[NoticeId, field("来源文件", "文件编号")]


class Station(Document, frozen=True, kw_only=True):
    """一个鉴定所（站）的档案：只写它是谁，不写它的结论。文件名就是编号，文件夹就是地区。"""

    id: Annotated[Id, field("编号", "与文件名相同，永不更改、永不重用")]
    name: Annotated[Name, field("名称", "现用全称，错字已更正")]
    ordinal: Annotated[Ordinal | None, field("序号", "名称里“第几”的数字")] = None
    aliases: Annotated[tuple[Name, ...], field("别名", "文件里用过的其他写法、曾用名")] = ()
    hosts: Annotated[tuple[HostTerm, ...], field("承建单位", "按时间先后；文件没写就不填")] = ()
    code: Annotated[StationCode | None, field("鉴定所代码", "8 位数字，文件写明才填")] = None
    licences: Annotated[tuple[Licence, ...], field("许可证", "文件写明才填")] = ()
    occupations: Annotated[tuple[Occupation, ...], field("鉴定职业", "文件写明才填")] = ()
    certifications: Annotated[tuple[Certification, ...], field("认证", "文件写明才填")] = ()
    city: Annotated[Name | None, field("所在市（州）", "文件写明才填")] = None
    supervisor: Annotated[Name | None, field("主管", "省直、市、行业等，文件写明才填")] = None
    succeeds: Annotated[StationId | None, field("承接", "由哪个鉴定所延续而来")] = None
