"""Ids: well-formed, permanent, equal to the file's name, never used twice."""

import re

from register.problem import Place, check
from register.reading.folder import SITE, kind_of
from register.rules.case import Case, Findings

FORMAT = 1
# page-2 is where a long list goes on: stations/page-2/.
_ID = re.compile(r"(?!page-[0-9]+$)[a-z0-9]+(-[a-z0-9]+)*")


@check("format: 2", firm=True)
def format_unknown(case: Case) -> Findings:
    """数据格式版本要是本程序认识的一种，现为 1。

    改回 1；确实换了新格式的，先升级程序。
    """
    site = case.data.site
    if site and site.record.format != FORMAT:
        yield (
            site.place("format"),
            (
                f"数据格式版本是 {site.record.format}；本程序只认识 {FORMAT}。"
                f"请改回 {FORMAT}，或先升级程序。"
            ),
        )


@check("data/stations/gansu/Gansu_55.yml", firm=True)
def id_malformed(case: Case) -> Findings:
    """文件名就是编号：只用小写字母和数字，中间用一个短横连接。

    改文件名，并让文件里的 id 与它相同。
    """
    for entry in case.data.entries:
        if entry is not case.data.site and not _ID.fullmatch(entry.stem):
            yield (
                Place(entry.path),
                (
                    f"文件名 {entry.stem} 不能作编号；应为小写字母、数字，中间用一个短横连接，"
                    "例如 gansu-55。请改文件名，并让 id 与它相同。"
                ),
            )


@check(
    """
    # data/stations/gansu/gansu-55.yml
    id: gansu-56
""",
    firm=True,
)
def id_not_stem(case: Case) -> Findings:
    """编号要与文件名相同。

    改编号或改文件名；已发布的编号不能改，只能改文件名。
    """
    for entry in case.data.entries:
        own = getattr(entry.record, "id", entry.stem)
        if own != entry.stem and _ID.fullmatch(entry.stem):
            yield (
                entry.place("id"),
                f"编号 {own} 与文件名 {entry.stem} 不同；两者应相同。请改正其中一个。",
            )


@check("两个地区文件夹里各有一个 gansu-55.yml", firm=True)
def duplicate_id(case: Case) -> Findings:
    """同一类档案的编号不能重复，不同地区也不行；鉴定所和中心之间也不能重复。

    给后建的一个换一个新编号。
    """
    for kinds in (("stations", "centres"), ("hosts",)):
        seen: dict[str, str] = {}
        for entry in (entry for kind in kinds for entry in case.data.of(kind)):
            if (first := seen.setdefault(entry.stem, entry.path)) != entry.path:
                yield (
                    entry.place("id"),
                    f"编号 {entry.stem} 已用于 {first}；编号不能重复。请给后建的换一个新编号。",
                )


@check("删去了 data/stations/gansu/gansu-55.yml", firm=True)
def id_gone(case: Case) -> Findings:
    """发布过的编号永远保留，不能删除、改名。

    恢复这个文件；鉴定所不再存在的，用文件里的结论或处理来说明。
    """
    for path in sorted(case.published - {SITE, *case.data.paths}):  # file-missing speaks of it
        kind, id_ = kind_of(path), path.rsplit("/", 1)[-1].removesuffix(".yml")
        if kind and id_ not in case.data.ids.get(kind, ()):
            yield (
                Place(path),
                (
                    f"已发布的编号 {id_} 不见了；发布过的编号要永远保留。"
                    "请恢复这个文件；不再存在的鉴定所用文件里的结论或处理来说明。"
                ),
            )


@check("改动 year，使 /years/2010/ 不再存在", firm=True)
def address_gone(case: Case) -> Findings:
    """发布过的年度页面永远保留。

    恢复那一年的年度检查；年度录错了的，请联系维护人员做转址。
    """
    if len(case.data.rounds) < len(case.data.ids["rounds"]):
        return  # a round that cannot be read may be the one
    kept = {f"years/{entry.record.year}" for entry in case.data.rounds}
    for address in sorted(case.published - kept):
        if address.startswith("years/"):
            yield (
                Place("rounds"),
                (
                    f"已发布的页面 {address}/ 不见了；发布过的网址要永远保留。"
                    "请恢复那一年的年度检查；年度录错了的，请联系维护人员做转址。"
                ),
            )


IDENTITY = (format_unknown, id_malformed, id_not_stem, duplicate_id, id_gone, address_gone)
