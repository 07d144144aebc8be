"""Stations and their hosts: everyone, each one, the lists and the regions."""

from collections.abc import Iterator, Sequence

from register.pages.make import made
from register.pages.page import Page
from register.pages.templates import piece
from register.register import Register
from register.views import hosts, lists
from register.views.home import home_view
from register.views.regions import in_cities, region_views
from register.views.rows import StationRow, parts
from register.views.station.holdings import joined
from register.views.station.page import station_view
from register.views.wording import day


def home(register: Register) -> Page:
    """Return the home page."""
    return made(
        "",
        "home",
        register.site.title,
        f"查鉴定所（站）是否合格、由谁承建、据哪份文件。资料到{day(register.data_to)}为止。",
        "home.html",
        view=home_view(register),
    )


def everyone(rows: Sequence[StationRow]) -> Iterator[Page]:
    """Yield the list of all stations."""
    for part in parts("stations/", rows):
        yield made(
            part.path,
            "stations",
            "查鉴定所",
            f"全部{part.total}个鉴定所（站），可按名称、序号、承建单位、拼音查找。",
            "stations.html",
            part=part,
        )


def each_station(register: Register) -> Iterator[Page]:
    """Yield each station's page."""
    merged = joined(register)
    for station in register.stations.values():
        view = station_view(register, station, merged.get(station.id, ()))
        hosts_ = "、".join(host.words for host in view.hosts)
        yield made(
            f"stations/{view.id}/",
            "stations",
            view.name,
            f"{view.name}：{view.now.status}。" + (f"承建单位：{hosts_}。" if hosts_ else ""),
            "station.html",
            view=view,
            spans=[piece("span_row.html", span) for span in view.spans],
            today=register.today,
            data_to=register.data_to,
        )


def all_hosts(register: Register, stations: Sequence[StationRow]) -> Iterator[Page]:
    """Yield the hosts and each host."""
    rows = {row.id: row for row in stations}
    for part in parts("hosts/", hosts.host_rows(register, rows)):
        about = f"{part.total}个承建单位和它们承建的鉴定所（站）。"
        yield made(part.path, "hosts", "承建单位", about, "hosts.html", part=part)
    for id_ in register.hosts:
        view = hosts.host_view(register, id_, rows)
        about = f"{view.name}承建的鉴定所（站）及其最近结论。"
        yield made(f"hosts/{id_}/", "hosts", view.name, about, "host.html", view=view)


def all_lists(register: Register, rows: Sequence[StationRow]) -> Iterator[Page]:
    """Yield the red list, the black list and the list of each standing."""
    views = list(lists.lists(register, rows))
    about = "红榜、黑榜和各种状态的名单，每一行都注明依据的文件。"
    tallies = lists.tallies(views)
    none = sum(row.mark.code == "none" for row in rows)
    yield made("lists/", "lists", "红黑榜", about, "lists.html", tallies=tallies, none=none)
    for view in views:
        for part in parts(view.path, view.rows):
            yield made(
                part.path, "lists", view.title, view.description, "list.html", view=view, part=part
            )


def all_regions(register: Register, rows: Sequence[StationRow]) -> Iterator[Page]:
    """Yield the regions and each region."""
    views = list(region_views(register, {row.id: row for row in rows}))
    about = "收录了资料的地区，各有多少鉴定所（站）和检查。"
    yield made("regions/", "lists", "地区", about, "regions.html", views=views)
    for view in views:
        named = any(city for city, _ in view.rows)
        about = f"{view.name}的鉴定所（站），按市（州）列，以及收录的检查。"
        for part in parts(view.path, view.rows):
            yield made(
                part.path,
                "lists",
                view.name,
                about,
                "region.html",
                view=view,
                part=part,
                cities=list(in_cities(part.rows)),
                named=named,
            )
