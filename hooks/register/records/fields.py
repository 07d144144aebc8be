"""The forms that a value may have, each with the Chinese words for what is allowed."""

import datetime as dt
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from register.records.standing import Standing


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a data file; fields that the class does not name are refused.

    `in_line`: it is written in one line where it fits.
    """

    in_line: ClassVar[bool] = False


def field(title: str, description: str = "", **more: Any) -> Meta:  # noqa: ANN401 - msgspec checks them
    """Give a field its Chinese title and help; they reach editors, the handbook and messages."""
    return Meta(title=title, description=description or title, **more)


def form(allowed: str, pattern: str | None = None, **more: Any) -> Meta:  # noqa: ANN401 - msgspec checks them
    """Give a form its pattern and the Chinese words for what it allows."""
    return Meta(pattern=pattern, extra={"allowed": allowed}, **more)


def _id(of: str = "") -> Meta:
    """Give the form of an id; `of` is the kind of record that bears it."""
    allowed = "小写字母、数字，中间用一个短横连接，例如 gansu-55"
    pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"
    return Meta(pattern=pattern, max_length=80, extra={"allowed": allowed, "refers_to": of})


Text = Annotated[str, form("一段文字，不能为空，最长 2000 字", min_length=1, max_length=2000)]
Name = Annotated[str, form("一个名称，不能为空，最长 100 字", min_length=1, max_length=100)]
Id = Annotated[str, _id()]
StationId = Annotated[str, _id("stations")]
HostId = Annotated[str, _id("hosts")]
CentreId = Annotated[str, _id("centres")]
SchemeId = Annotated[str, _id("schemes")]
RoundId = Annotated[str, _id("rounds")]
NoticeId = Annotated[str, _id("notices")]
RegionId = Annotated[str, _id("regions")]
RuleName = Annotated[Id, Meta(extra={"word_of": "rules"})]
Url = Annotated[
    str,
    form(
        "完整网址，例如 https://example.gov.cn/",
        r"^https?://[^\s<>\"']+$",
        max_length=500,
    ),
]
CreditCode = Annotated[str, form("18 位统一社会信用代码", r"^[0-9A-HJ-NP-RTUWXY]{18}$")]
StationCode = Annotated[str, form("8 位数字的鉴定所代码", r"^[0-9]{8}$")]
Count = Annotated[int, form("不带单位的整数，例如 53", ge=0)]
Ordinal = Annotated[int, form("从 1 起的整数，例如 55", ge=1)]
Year = Annotated[int, form("四位年份，例如 2010", ge=1990, le=2100)]
Day = Annotated[dt.date, form("年-月-日，例如 2011-03-31")]
Length = Annotated[
    str,
    form(
        "时长，例如 P3M（三个月）、P1Y（一年）、P15D（十五天）",
        r"^P(?=[1-9])([1-9][0-9]?Y)?([1-9][0-9]?M)?([1-9][0-9]{0,2}D)?$",
    ),
]
Amount = Annotated[float, form("不带单位的数，可以有小数，例如 62.5", ge=0)]
Percent = Annotated[int, form("1 到 100 的整数，不写百分号", ge=1, le=100)]
Points = Annotated[int, form("0 到 1000 的整数分", ge=0, le=1000)]
Grade = Annotated[str, form("等次原文，最长 20 字", min_length=1, max_length=20)]
GradeUsed = Annotated[Grade, Meta(extra={"word_of": "grades"})]  # which scheme's, the round tells


class Correction(Record, frozen=True, kw_only=True):
    """我们录错后的更正。文件本身的变化不写在这里，要另立文件。"""

    on: Annotated[Day, field("更正日期")]
    was: Annotated[Text, field("原来写的")]
    now: Annotated[Text, field("现在写的")]
    because: Annotated[Text, field("更正原因")]


class Sic(Record, frozen=True, kw_only=True):
    """原文的特别之处：照录原文，另写更正，并说明理由。"""

    at: Annotated[Text, field("位置", "字段名、鉴定所编号或“附件标题”等")]
    printed: Annotated[Text, field("原文", "文件上印的字，一字不改")]
    read_as: Annotated[Text | None, field("读作", "我们按什么理解；不影响理解的可以不写")] = None
    because: Annotated[Text, field("说明", "为什么这样处理")]


class Accepted(Record, frozen=True, kw_only=True):
    """经人核对后认可的例外：哪一条规则、为什么。"""

    rule: Annotated[RuleName, field("规则", "规则的英文名，见《检查规则》")]
    because: Annotated[Text, field("理由")]


class Document(Record, frozen=True, kw_only=True):
    """每个数据文件都可以有的几项。"""

    sic: Annotated[tuple[Sic, ...], field("照录与更正", "原文有错漏时照录并说明")] = ()
    corrections: Annotated[tuple[Correction, ...], field("本站更正", "我们录错后的更正记录")] = ()
    accept: Annotated[tuple[Accepted, ...], field("认可的例外", "不再提示的规则及理由")] = ()


class Basis(Record, frozen=True, kw_only=True):
    """作为依据的另一份文件。"""

    number: Annotated[Name | None, field("文号", "例如 甘人社通〔2010〕369号")] = None
    title: Annotated[Text | None, field("标题", "文件标题，不带书名号")] = None
    about: Annotated[Text | None, field("说明", "没有文号和标题的，说明是哪份文件")] = None


class Issuer(Record, frozen=True, kw_only=True):
    """发文机关。"""

    name: Annotated[Name, field("名称", "发文机关全称")]
    inferred: Annotated[
        Text | None, field("推断依据", "原文没有落款时，说明由什么推断；有落款则不写")
    ] = None


__all__ = [
    "Accepted",
    "Amount",
    "Basis",
    "CentreId",
    "Correction",
    "Count",
    "CreditCode",
    "Day",
    "Document",
    "Grade",
    "GradeUsed",
    "HostId",
    "Id",
    "Issuer",
    "Length",
    "Name",
    "NoticeId",
    "Ordinal",
    "Percent",
    "Points",
    "Record",
    "RegionId",
    "RoundId",
    "RuleName",
    "SchemeId",
    "Sic",
    "Standing",
    "StationCode",
    "StationId",
    "Text",
    "Url",
    "Year",
    "field",
    "form",
]
