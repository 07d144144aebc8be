"""What may stand in a data file: the only home of fields.

JSON Schema, the data dictionary, the reader's checks and the API's description come from here.
"""

from typing import Any, NamedTuple

from register.records.centre import Centre
from register.records.host import Host
from register.records.notice import Notice
from register.records.round import Round
from register.records.scheme import Scheme
from register.records.site import Site
from register.records.station import Station
from register.records.station_sheet import StationSheet
from register.records.visit import Visit


class Kind(NamedTuple):
    """A kind of data file: its class, where it stands (<…> is any name), what people call it."""

    record: type[Any]
    where: str
    title: str


KINDS = {
    "site": Kind(Site, "site.yml", "全站设置"),
    "stations": Kind(Station, "stations/<地区>/<编号>.yml", "鉴定所"),
    "hosts": Kind(Host, "hosts/<地区>/<编号>.yml", "承建单位"),
    "centres": Kind(Centre, "centres/<编号>.yml", "鉴定指导中心"),
    "schemes": Kind(Scheme, "schemes/<编号>.yml", "评估办法"),
    "rounds": Kind(Round, "rounds/<编号>.yml", "年度检查"),
    "sheets": Kind(StationSheet, "rounds/<年度检查>/sheets/<鉴定所>.yml", "评估表"),
    "visits": Kind(Visit, "rounds/<年度检查>/visits/<编号>.yml", "督导记录"),
    "notices": Kind(Notice, "notices/<编号>.yml", "文件"),
}
# Those that belong to a round; their names are told apart by it.
OF_ROUNDS = ("sheets", "visits")

__all__ = [
    "KINDS",
    "OF_ROUNDS",
    "Centre",
    "Host",
    "Kind",
    "Notice",
    "Round",
    "Scheme",
    "Site",
    "Station",
    "StationSheet",
    "Visit",
]
