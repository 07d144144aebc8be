"""site.yml: what this site is and who publishes it."""

from typing import Annotated

from register.records.fields import (
    Day,
    Document,
    Id,
    Name,
    Ordinal,
    Record,
    Text,
    Url,
    field,
)


class Authority(Record, frozen=True, kw_only=True):
    """在本站署名的发布机关。没有机关署名时不写，全站标明“软件演示，非政府网站”。"""

    name: Annotated[Name, field("主办单位", "机关全称")]
    undertaker: Annotated[Name | None, field("承办单位")] = None
    signed: Annotated[Day, field("署名日期", "机关同意以其名义发布的日期")]


class Contact(Record, frozen=True, kw_only=True):
    """办公联系方式。只写办公室电话和地址，不写个人。"""

    office: Annotated[Name | None, field("办公室")] = None
    phone: Annotated[Text | None, field("办公电话", "固定电话")] = None
    address: Annotated[Text | None, field("地址")] = None


class Filings(Record, frozen=True, kw_only=True):
    """网站备案。没有的不写。"""

    icp: Annotated[Name | None, field("ICP备案号")] = None
    police: Annotated[Name | None, field("公安备案号")] = None
    site_code: Annotated[Name | None, field("政府网站标识码")] = None


class Site(Document, frozen=True, kw_only=True):
    """全站设置：data/site.yml，只有一份。"""

    format: Annotated[Ordinal, field("数据格式版本", "现为 1，由程序升级，不要手改")]
    title: Annotated[Name, field("站名", "显示在每页顶部")]
    regions: Annotated[
        dict[Id, Name],
        field("地区", "地区编号（即文件夹名）和中文名，例如 gansu: 甘肃省"),
    ]
    sample: Annotated[
        bool,
        field("示例数据", "true 表示全部数据是编造的示例，每页都会标明；真实数据不写"),
    ] = False
    authority: Annotated[Authority | None, field("发布机关", "机关署名后才写")] = None
    url: Annotated[Url | None, field("网址", "网站的正式网址；没有就不写")] = None
    contact: Annotated[Contact | None, field("联系方式")] = None
    filings: Annotated[Filings | None, field("备案")] = None
    appeal: Annotated[Text | None, field("异议途径", "怎样提出异议")] = None
    report: Annotated[Url | None, field("报告错误的网址", "公众报告错误的表单；没有就不写")] = None
