"""A scheme's standards for centres: each one a named rule that figures can be held against."""

from enum import Enum
from typing import Annotated

from register.records.fields import Amount, Id, Name, Percent, Record, Text, field


class Level(Enum):
    """Whom a centre serves."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


LEVEL_TITLES = {Level.PROVINCE: "省", Level.CITY: "设区市", Level.COUNTY: "县（市、区）"}


class Measure(Record, frozen=True, kw_only=True):
    """每年要填的一个数字。"""

    id: Annotated[Id, field("编号", "例如 staff")]
    name: Annotated[Name, field("名称", "例如 工作人员")]
    unit: Annotated[Name, field("单位", "例如 名")]


class Part(Enum):
    """What a part of a whole step asks for."""

    NONE = "none"
    WHOLE = "whole"


class Stair(Record, frozen=True, kw_only=True):
    """随另一个数字一级一级增加的最低要求；没有 of 的，要求是固定的。"""

    have: Annotated[Id, field("要够的数字", "例如 staff")]
    least: Annotated[Amount, field("起点", "最低要求")]
    of: Annotated[Id | None, field("随哪个数字", "例如 appraisals")] = None
    up_to: Annotated[Amount | None, field("到多少为止按起点")] = None
    each: Annotated[Amount | None, field("每增加多少")] = None
    more: Annotated[Amount | None, field("要求增加多少")] = None
    part: Annotated[Part, field("不足一级的", "none 不另增加；whole 按一级算")] = Part.NONE


class Share(Record, frozen=True, kw_only=True):
    """一个数字至少占另一个数字的百分之几。"""

    have: Annotated[Id, field("要够的数字")]
    of: Annotated[Id, field("占哪个数字")]
    percent: Annotated[Percent, field("百分之几")]


class CheckItem(Record, frozen=True, kw_only=True):
    """清单里的一项。"""

    id: Annotated[Id, field("编号", "本办法内不重复")]
    name: Annotated[Text, field("名称", "用自己的话简短说明")]
    keep: Annotated[Name | None, field("保存多久", "档案才写，例如 永久、两年")] = None


class Standard(Record, frozen=True, kw_only=True):
    """一条标准。stair、share、checklist 只写一种。"""

    id: Annotated[Id, field("编号", "本办法内不重复")]
    name: Annotated[Name, field("名称")]
    levels: Annotated[
        tuple[Level, ...],
        field("只对哪一级", "province 省；city 设区市；county 县；不写就是都要"),
    ] = ()
    stair: Annotated[Stair | None, field("逐级要求")] = None
    share: Annotated[Share | None, field("占比要求")] = None
    checklist: Annotated[tuple[CheckItem, ...], field("清单", "每项都要有")] = ()
    reading: Annotated[Text | None, field("读法", "原文没有说清的，本站按哪一种读，为什么")] = None
