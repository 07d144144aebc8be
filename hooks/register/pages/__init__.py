"""Pages: views and templates → pages, before they are set into their shells."""

from collections.abc import Iterator, Sequence

from register.pages.page import Page
from register.pages.templates import fill
from register.register import Register
from register.views import handbook, hosts, lists
from register.views.changes import changes
from register.views.contents import contents
from register.views.deadlines import deadlines
from register.views.home import home_view
from register.views.notices import notice_view
from register.views.rounds import round_view, year_views
from register.views.rows import StationRow, parts
from register.views.schemes import scheme_view
from register.views.station import station_view
from register.views.wording import day


def render(register: Register) -> Iterator[Page]:
    """Yield every page that is made from data, in the order of DESIGN's addresses."""
    rows = lists.everyone(register)
    yield _home(register)
    yield from _stations(rows)
    yield from _station_pages(register)
    yield from _hosts(register, rows)
    yield from _lists(register, rows)
    yield from _years(register)
    yield from _rounds(register)
    yield from _notices(register)
    yield from _schemes(register)
    yield _deadlines(register)
    yield _changes(register)
    yield _rules()
    yield _fields()


def _page(
    path: str, section: str, title: str, description: str, template: str, **values: object
) -> Page:
    body = fill(template, path, title=title, **values)
    return Page(path, section, title, description, body)


def _home(register: Register) -> Page:
    return _page(
        "",
        "home",
        register.site.title,
        f"查鉴定所（站）是否合格、由谁承建、据哪份文件。资料到{day(register.data_to)}为止。",
        "home.html",
        view=home_view(register),
    )


def _stations(rows: Sequence[StationRow]) -> Iterator[Page]:
    for part in parts("stations/", rows):
        yield _page(
            part.path,
            "stations",
            "查鉴定所",
            f"全部{part.total}个鉴定所（站），可按名称、序号、承建单位、拼音查找。",
            "stations.html",
            part=part,
        )


def _station_pages(register: Register) -> Iterator[Page]:
    for station in register.stations.values():
        view = station_view(register, station)
        hosts_ = "、".join(host.words for host in view.hosts)
        yield _page(
            f"stations/{view.id}/",
            "stations",
            view.name,
            f"{view.name}：{view.status}。" + (f"承建单位：{hosts_}。" if hosts_ else ""),
            "station.html",
            view=view,
            today=register.today,
            data_to=register.data_to,
        )


def _hosts(register: Register, stations: Sequence[StationRow]) -> Iterator[Page]:
    rows = {row.id: row for row in stations}
    for part in parts("hosts/", hosts.host_rows(register, rows)):
        about = f"{part.total}个承建单位和它们承建的鉴定所（站）。"
        yield _page(part.path, "hosts", "承建单位", about, "hosts.html", part=part)
    for id_ in register.hosts:
        view = hosts.host_view(register, id_, rows)
        about = f"{view.name}承建的鉴定所（站）及其最近结论。"
        yield _page(f"hosts/{id_}/", "hosts", view.name, about, "host.html", view=view)


def _lists(register: Register, rows: Sequence[StationRow]) -> Iterator[Page]:
    views = list(lists.lists(register, rows))
    about = "红榜、黑榜和各种状态的名单，每一行都注明依据的文件。"
    tallies = lists.tallies(views)
    none = sum(row.mark.code == "none" for row in rows)
    yield _page("lists/", "lists", "红黑榜", about, "lists.html", tallies=tallies, none=none)
    for view in views:
        for part in parts(view.path, view.rows):
            yield _page(
                part.path, "lists", view.title, view.description, "list.html", view=view, part=part
            )


def _years(register: Register) -> Iterator[Page]:
    views = year_views(register)
    index = contents(register)
    about = "每个年度的检查和结果。"
    yield _page("years/", "notices", "年度", about, "years.html", contents=index)
    for view in views:
        title = f"{view.year}年度"
        about = f"{title}的检查和结果。"
        yield _page(f"years/{view.year}/", "notices", title, about, "year.html", view=view)


def _rounds(register: Register) -> Iterator[Page]:
    index = contents(register)
    about = "每次年度检查：办法、阶段、结果。"
    yield _page("rounds/", "notices", "年度检查", about, "rounds.html", contents=index)
    for round_ in register.rounds.values():
        view = round_view(register, round_)
        about = f"{round_.name}的阶段、结果和名单。"
        yield _page(f"rounds/{round_.id}/", "notices", round_.name, about, "round.html", view=view)


def _notices(register: Register) -> Iterator[Page]:
    index = contents(register)
    about = "作为依据的文件、年度检查和评估办法。"
    yield _page("notices/", "notices", "文件", about, "notices.html", contents=index)
    for id_, notice in register.notices.items():
        view = notice_view(register, id_)
        about = f"{notice.number or ''}《{notice.title}》的结论、要求和名单。"
        path = f"notices/{id_}/"
        yield _page(path, "notices", notice.title, about, "notice.html", view=view)


def _schemes(register: Register) -> Iterator[Page]:
    index = contents(register)
    about = "鉴定所（站）怎样评估：等次、依据、有效期。"
    yield _page("schemes/", "notices", "评估办法", about, "schemes.html", contents=index)
    for scheme in register.schemes.values():
        view = scheme_view(register, scheme)
        about = f"{scheme.name}：等次、依据、有效期。"
        path = f"schemes/{scheme.id}/"
        yield _page(path, "notices", scheme.name, about, "scheme.html", view=view)


def _deadlines(register: Register) -> Page:
    about = "文件规定的整改、验收、交回等期限，以及有没有收录到结果。"
    found = deadlines(register)
    return _page(
        "deadlines/",
        "deadlines",
        "期限",
        about,
        "deadlines.html",
        deadlines=found,
        today=register.today,
    )


def _changes(register: Register) -> Page:
    about = "哪一天收录了哪份文件，本站更正过什么。"
    return _page("changes/", "changes", "更新", about, "changes.html", view=changes(register))


def _rules() -> Page:
    about = "每一条检查规则、错误的例子和改法。"
    return _page(
        "handbook/rules/", "rules", "检查规则", about, "rules.html", rules=handbook.rules()
    )


def _fields() -> Page:
    about = "每种数据文件可以写哪些字段，怎样写。"
    records = handbook.records()
    return _page("handbook/data/", "fields", "数据项说明", about, "fields.html", records=records)


def findings_page(lines: Sequence[str]) -> Page:
    """Return the page that a preview shows in place of all others when the data have errors."""
    title = "数据有错误，页面没有更新"
    return _page("", "home", title, title, "findings.html", lines=lines)
