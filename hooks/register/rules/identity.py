"""Ids: permanent, equal to the file's name, never used twice."""

from register.problem import Place, check
from register.rules.case import Case, Findings


@check("""
    # data/stations/gansu/gansu-55.yml
    id: gansu-56
""")
def id_not_stem(case: Case) -> Findings:
    """编号要与文件名相同。

    改编号或改文件名；已发布的编号不能改，只能改文件名。
    """
    for entry in case.data.entries:
        own = getattr(entry.record, "id", entry.stem)
        if own != entry.stem:
            yield (
                entry.place("id"),
                f"编号 {own} 与文件名 {entry.stem} 不同；两者应相同。请改正其中一个。",
            )


@check("两个地区文件夹里各有一个 gansu-55.yml")
def duplicate_id(case: Case) -> Findings:
    """同一类档案的编号不能重复，不同地区也不行。

    给后建的一个换一个新编号。
    """
    for group in (case.data.stations, case.data.hosts):
        seen: dict[str, str] = {}
        for entry in group:
            if (first := seen.setdefault(entry.stem, entry.path)) != entry.path:
                yield (
                    entry.place("id"),
                    f"编号 {entry.stem} 已用于 {first}；编号不能重复。请给后建的换一个新编号。",
                )


@check("删去了 data/stations/gansu/gansu-55.yml")
def id_gone(case: Case) -> Findings:
    """发布过的编号永远保留，不能删除、改名。

    恢复这个文件；鉴定所不再存在的，用文件里的结论或处理来说明。
    """
    for kind, id_ in sorted(name.split("/") for name in case.published):
        if id_ not in case.data.ids[kind]:
            place = Place(kind)
            yield (
                place,
                f"已发布的编号 {kind}/{id_} 不见了；发布过的编号要永远保留。请恢复这个文件。",
            )


IDENTITY = (id_not_stem, duplicate_id, id_gone)
