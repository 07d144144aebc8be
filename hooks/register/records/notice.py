"""notices/<id>.yml: one official document, the only source of decisions and acts."""

from enum import Enum
from typing import Annotated

import msgspec

from register.records.fields import (
    Basis,
    CentreId,
    Count,
    Day,
    Document,
    GradeUsed,
    HostId,
    Id,
    Issuer,
    Length,
    Name,
    NoticeId,
    Record,
    RoundId,
    StationId,
    Text,
    Url,
    field,
)


class ActKind(Enum):
    """What a document may do to a station besides grading it."""

    ACCEPT = "accept"
    FAIL = "fail"
    SUSPEND = "suspend"
    RESUME = "resume"
    HAND_BACK = "hand-back"
    STRIKE = "strike"
    DEREGISTER = "deregister"
    RENAME = "rename"
    CHANGE_HOST = "change-host"
    RELICENSE = "re-license"
    MERGE = "merge"
    REVOKE = "revoke"


ACT_TITLES = {
    ActKind.ACCEPT: "整改验收合格",
    ActKind.FAIL: "整改验收不合格",
    ActKind.SUSPEND: "暂停业务",
    ActKind.RESUME: "恢复业务",
    ActKind.HAND_BACK: "交回证章牌",
    ActKind.STRIKE: "取消工种",
    ActKind.DEREGISTER: "注销",
    ActKind.RENAME: "更名",
    ActKind.CHANGE_HOST: "变更承建单位",
    ActKind.RELICENSE: "重新许可",
    ActKind.MERGE: "合并",
    ActKind.REVOKE: "撤销",
}


class Rectify(Record, frozen=True, kw_only=True):
    """限期整改的要求。"""

    plan_due: Annotated[Day | None, field("整改方案报送期限")] = None
    due: Annotated[Day | None, field("整改期限", "在这一天之前（含当天）完成并验收")] = None
    term: Annotated[
        Length | None, field("整改时长", "文件只写多久、没写到哪天的，例如 P3M；从哪天算起看办法")
    ] = None
    report_to: Annotated[Text | None, field("报送给谁", "机关或机构名称，不写个人")] = None
    inspected_by: Annotated[Text | None, field("由谁验收", "机关或机构名称，不写个人")] = None
    otherwise: Annotated[Text | None, field("逾期后果", "文件怎样写就怎样填")] = None


class HandBack(Record, frozen=True, kw_only=True):
    """交回许可证、印章、标牌的要求。"""

    items: Annotated[tuple[Name, ...], field("物品", "例如 许可证、印章、标牌", min_length=1)]
    to: Annotated[Text | None, field("交到哪里")] = None
    due: Annotated[Day | None, field("期限")] = None


class Publication(Record, frozen=True, kw_only=True):
    """公开期限。期满或撤回后，这条结论从全站撤下。"""

    basis: Annotated[Text, field("依据", "按哪份文件的哪一条")]
    until: Annotated[Day | None, field("公开至", "含当天")] = None
    withdrawn: Annotated[Day | None, field("撤回日期")] = None


class Unmatched(Record, frozen=True, kw_only=True):
    """文件列出、本站还没有档案的单位。"""

    printed: Annotated[Text, field("原文", "文件上的一行")]


class Decision(Record, frozen=True, kw_only=True):
    """一个等次下列出的鉴定所。理由或期限不同的分开写。"""

    grade: Annotated[GradeUsed, field("等次", "评估办法里的词")]
    grounds: Annotated[Text | None, field("理由", "文件写明的理由")] = None
    basis: Annotated[tuple[Basis, ...], field("依据", "据以作出结论的另一份文件")] = ()
    effective: Annotated[Day | None, field("生效日期", "文件另写了生效日才填")] = None
    idle_years: Annotated[
        Count | None, field("连续几年没有开展鉴定", "文件以此为理由才填，从检查的年度往前数")
    ] = None
    rectify: Annotated[Rectify | None, field("整改要求")] = None
    hand_back: Annotated[HandBack | None, field("交回要求")] = None
    stations: Annotated[
        dict[StationId, Text], field("鉴定所", "一行一个：编号: 文件上印的那一行，一字不改")
    ] = msgspec.field(default_factory=dict)
    centres: Annotated[
        dict[CentreId, Text], field("鉴定指导中心", "评中心的办法才写；一行一个，同鉴定所")
    ] = msgspec.field(default_factory=dict)
    unnamed: Annotated[Count, field("未列名的个数", "只公布总数、没有列出名称的个数")] = 0
    unmatched: Annotated[tuple[Unmatched, ...], field("尚无档案的")] = ()
    publication: Annotated[Publication | None, field("公开期限")] = None


class NoticeRound(Record, frozen=True, kw_only=True):
    """这份文件对一次年度检查作出的结论。"""

    round: Annotated[RoundId, field("年度检查", "年度检查编号")]
    totals: Annotated[dict[GradeUsed, Count], field("总数", "文件自己写的各等次个数")] = (
        msgspec.field(default_factory=dict)
    )
    decisions: Annotated[tuple[Decision, ...], field("结论", "按文件顺序")] = ()


class Act(Record, frozen=True, kw_only=True):
    """结论之外的处理，例如验收、恢复、注销。"""

    act: Annotated[ActKind, field("处理")]
    stations: Annotated[tuple[StationId, ...], field("鉴定所", "编号")] = ()
    centres: Annotated[tuple[CentreId, ...], field("鉴定指导中心", "编号；处理中心才写")] = ()
    follows: Annotated[NoticeId | None, field("承接的文件", "这次处理针对哪份文件的结论")] = None
    on: Annotated[Day | None, field("日期", "不写则按文件成文日期")] = None
    until: Annotated[Day | None, field("至", "例如暂停到哪一天")] = None
    items: Annotated[tuple[Name, ...], field("物品", "hand-back 交回了哪几样；不写就是全部")] = ()
    occupations: Annotated[tuple[Name, ...], field("工种", "strike 取消的职业（工种）")] = ()
    name: Annotated[Name | None, field("新名称", "rename 改成的名称")] = None
    host: Annotated[HostId | None, field("新承建单位", "change-host 换成的单位编号")] = None
    licence: Annotated[Name | None, field("许可证号", "re-license 新发的许可证号")] = None
    into: Annotated[StationId | None, field("并入", "merge 并入的鉴定所编号")] = None
    remarks: Annotated[Text | None, field("说明")] = None
    publication: Annotated[Publication | None, field("公开期限")] = None


class Duty(Record, frozen=True, kw_only=True):
    """文件对一类单位的普遍要求。"""

    who: Annotated[Text, field("对谁")]
    what: Annotated[Text, field("做什么")]
    due: Annotated[Day | None, field("期限")] = None


class MentionKind(Enum):
    """What a document names a station for."""

    COMMEND = "commend"
    EXPOSE = "expose"


class Mention(Record, frozen=True, kw_only=True):
    """文件点名提到的鉴定所（不是结论）。"""

    kind: Annotated[
        MentionKind | None, field("性质", "commend 表扬；expose 曝光；文件没有这样说的不写")
    ] = None

    subject: Annotated[Text, field("因为什么", "例如 档案管理")] = msgspec.field(name="for")
    stations: Annotated[tuple[StationId, ...], field("鉴定所", "编号", min_length=1)]
    and_others: Annotated[bool, field("还有其他", "原文在名单后写了“等”")] = False


class AmendKind(Enum):
    """How a document changes an earlier one."""

    CORRECTS = "corrects"
    WITHDRAWS = "withdraws"
    REPLACES = "replaces"


AMEND_TITLES = {
    AmendKind.CORRECTS: "更正",
    AmendKind.WITHDRAWS: "撤回",
    AmendKind.REPLACES: "代替",
}


class Amends(Record, frozen=True, kw_only=True):
    """对另一份文件的更正、撤回或代替。"""

    notice: Annotated[NoticeId, field("文件", "被改的文件编号")]
    how: Annotated[AmendKind, field("方式")]


class Reprint(Record, frozen=True, kw_only=True):
    """我们依据的不是原件而是转载时，写明转载情况。"""

    site: Annotated[Name, field("刊载处")]
    provider: Annotated[Name | None, field("供稿单位", "机关或机构，不写个人")] = None


class Notice(Document, frozen=True, kw_only=True):
    """一份文件。照着纸质文件的顺序写，便于并排核对。"""

    id: Annotated[Id, field("编号", "与文件名相同")]
    number: Annotated[Name | None, field("文号", "用六角括号，例如 甘人社通〔2011〕67号")] = None
    title: Annotated[Text, field("标题")]
    issuer: Annotated[Issuer | None, field("发文机关")] = None
    addressee: Annotated[Text | None, field("主送")] = None
    decided: Annotated[Day, field("成文日期", "文件落款日期")]
    published: Annotated[Day | None, field("公布日期")] = None
    recorded: Annotated[
        Day | None,
        field("录入日期", "写入本名录的日期；不写则按公布日期（没有则成文日期）算"),
    ] = None
    url: Annotated[Url | None, field("原文网址", "用 https")] = None
    reprint: Annotated[Reprint | None, field("转载情况")] = None
    basis: Annotated[tuple[Basis, ...], field("依据")] = ()
    amends: Annotated[tuple[Amends, ...], field("对其他文件的改动")] = ()
    rounds: Annotated[tuple[NoticeRound, ...], field("结论", "一份文件可以涉及几次检查")] = ()
    acts: Annotated[tuple[Act, ...], field("其他处理")] = ()
    duties: Annotated[tuple[Duty, ...], field("普遍要求")] = ()
    mentions: Annotated[tuple[Mention, ...], field("点名")] = ()

    @property
    def known_from(self) -> "Day":
        """The day from which the register knows this document."""
        return self.recorded or self.published or self.decided
