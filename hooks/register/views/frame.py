"""The frame: what stands on every page, around whatever it shows."""

from typing import NamedTuple

from register.register import Register
from register.views.wording import day


class Line(NamedTuple):
    """A line of the banner, and what it is about."""

    kind: str
    text: str


class Frame(NamedTuple):
    """The site's name and address, its banner and its footer."""

    title: str
    url: str
    description: str
    banner: tuple[Line, ...]
    footer: tuple[str, ...]


BROKEN = Frame(
    title="数据有错误",
    url="",
    description="数据有错误，页面没有更新。",
    banner=(Line("broken", "数据有错误，页面没有更新。"),),
    footer=("预览",),
)


def frame(register: Register) -> Frame:
    """Return the frame of every page; no issuer's name stands in it unless one has signed."""
    site = register.site
    return Frame(
        title=site.title,
        url=f"{site.url.rstrip('/')}/" if site.url else "",
        description=f"查鉴定所（站）是否合格、由谁承建、据哪份文件。资料到{day(register.data_to)}为止。",
        banner=tuple(_banner(register)),
        footer=tuple(_footer(register)),
    )


def _banner(register: Register) -> list[Line]:
    lines = []
    if register.site.sample:
        lines.append(Line("sample", "示例数据：本站的单位、文件和结论都是编造的，只用来演示。"))
    if register.authority is None or register.site.sample:
        lines.append(Line("demo", "软件演示，非政府网站。内容以正式文件为准。"))
    return [*lines, Line("age", age(register))]


def age(register: Register) -> str:
    """Say up to when the data go, and how old they are once they are over a year old."""
    if not register.notices:
        return "还没有收录文件。"
    to, today = register.data_to, register.today
    years = today.year - to.year - ((today.month, today.day) < (to.month, to.day))
    old = f"，距今已有{years}年，不说明现在的情况" if years >= 1 else ""
    return f"资料到{day(to)}为止{old}。"


def _footer(register: Register) -> list[str]:
    site = register.site
    lines = [site.title]
    if (authority := register.authority) and not site.sample:
        lines.append(f"主办单位：{authority.name}")
        if authority.undertaker:
            lines.append(f"承办单位：{authority.undertaker}")
        if site.contact:
            parts = (site.contact.office, site.contact.phone, site.contact.address)
            lines.append("联系方式：" + "，".join(part for part in parts if part))
    else:
        lines.append("软件演示，非政府网站")
    return [*lines, age(register), "网页版，以正式文件为准"]
