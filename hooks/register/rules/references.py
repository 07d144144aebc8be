"""References: every id that a record names is the id of a file."""

from register.names.similar import near
from register.problem import check
from register.rules.case import Case, Findings

# Beyond so many of one kind a folder is missing, and near names help nobody.
_NEAR_FOR = 50


def _found(case: Case, kind: str, title: str, cure: str) -> Findings:
    pool = sorted(case.data.ids.get(kind, ()))
    if kind == "regions" and case.data.site:
        pool = sorted(case.data.site.record.regions)
    said: dict[str, str] = {}
    for reference in case.unknown.get(kind, ()):
        id_ = reference.id
        if id_ not in said:
            few = len(said) < _NEAR_FOR
            said[id_] = near(id_, pool, every=True) if few else "只能引用已有档案的编号"
        by = "" if reference.what == title else reference.what
        what = f"{by}引用的{title} {id_} 不存在；{said[id_]}。"
        yield reference.place, f"{what}请改正编号，或{cure}。"


@check("stations: {gansu-08x: …}", firm=True)
def station_unknown(case: Case) -> Findings:
    """引用的鉴定所要有档案。

    改正编号，或先新建该所档案。
    """
    return _found(case, "stations", "鉴定所", "先新建该所档案")


@check("hosts: [{host: changqing, source: gansu-2011-67}]", firm=True)
def host_unknown(case: Case) -> Findings:
    """引用的承建单位要有档案。

    改正编号，或先新建该单位档案。
    """
    return _found(case, "hosts", "承建单位", "先新建该单位档案")


@check("centres: {…: …}", firm=True)
def centre_unknown(case: Case) -> Findings:
    """引用的鉴定指导中心要有档案。

    改正编号，或先新建该中心档案。
    """
    return _found(case, "centres", "鉴定指导中心", "先新建该中心档案")


@check("scheme: gansu-nianjan", firm=True)
def scheme_unknown(case: Case) -> Findings:
    """引用的评估办法要有档案。

    改正编号，或先新建该办法。
    """
    return _found(case, "schemes", "评估办法", "先新建该办法")


@check("rounds: [{round: gansu-2001}]", firm=True)
def round_unknown(case: Case) -> Findings:
    """引用的年度检查要有档案。

    改正编号，或先新建这次年度检查。
    """
    return _found(case, "rounds", "年度检查", "先新建这次年度检查")


@check("source: gansu-2011-76", firm=True)
def notice_unknown(case: Case) -> Findings:
    """引用的文件要已经录入。

    改正编号，或先录入该文件。
    """
    return _found(case, "notices", "文件", "先录入该文件")


@check("region: gasu", firm=True)
def region_unknown(case: Case) -> Findings:
    """引用的地区，以及 stations、hosts 下的文件夹，要在 site.yml 的 regions 里。

    改正编号或文件夹名，或在 site.yml 的 regions 里加上。
    """
    return _found(case, "regions", "地区", "在 site.yml 的 regions 里加上")


REFERENCES = (
    station_unknown,
    host_unknown,
    centre_unknown,
    scheme_unknown,
    round_unknown,
    notice_unknown,
    region_unknown,
)
