"""Pages: views and templates → pages, before they are set into their shells."""

from collections.abc import Iterator, Sequence

from register.pages.page import Page
from register.pages.templates import fill, piece
from register.register import Register
from register.views import handbook, hosts, lists
from register.views.centre.page import centre_groups, centre_view
from register.views.changes import changes
from register.views.contents import contents
from register.views.coverage import coverage_view
from register.views.deadlines import deadlines, returns
from register.views.home import home_view
from register.views.notices import notice_view
from register.views.regions import by_region, in_cities, region_views
from register.views.round.moves import moves_views
from register.views.round.page import RoundPage, round_pages
from register.views.round.summary import round_views, year_views
from register.views.round.visits import visit_views
from register.views.rows import StationRow, parts
from register.views.scheme.page import scheme_rows, scheme_view
from register.views.scores.sheets import sheet_views
from register.views.station.holdings import joined
from register.views.station.page import station_view
from register.views.wording import day


def render(register: Register) -> Iterator[Page]:
    """Yield every page that is made from data, in the order of DESIGN's addresses."""
    rows = lists.everyone(register)
    yield _home(register)
    yield from _stations(rows)
    yield from _station_pages(register)
    yield from _hosts(register, rows)
    yield from _lists(register, rows)
    yield from _regions(register, rows)
    yield from _years(register)
    yield from _rounds(register)
    yield from _moves(register)
    yield from _visits(register)
    yield _coverage(register)
    yield from _sheets(register)
    yield from _notices(register)
    yield from _schemes(register)
    yield from _centres(register)
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
    merged = joined(register)
    for station in register.stations.values():
        view = station_view(register, station, merged.get(station.id, ()))
        hosts_ = "、".join(host.words for host in view.hosts)
        yield _page(
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


def _regions(register: Register, rows: Sequence[StationRow]) -> Iterator[Page]:
    views = list(region_views(register, {row.id: row for row in rows}))
    about = "收录了资料的地区，各有多少鉴定所（站）和检查。"
    yield _page("regions/", "lists", "地区", about, "regions.html", views=views)
    for view in views:
        named = any(city for city, _ in view.rows)
        about = f"{view.name}的鉴定所（站），按市（州）列，以及收录的检查。"
        for part in parts(view.path, view.rows):
            yield _page(
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


def _years(register: Register) -> Iterator[Page]:
    views = year_views(register)
    about = "每个年度的检查和结果。"
    yield _page("years/", "notices", "年度", about, "years.html", years=views)
    for view in views:
        title = f"{view.year}年度"
        about = f"{title}的检查和结果。"
        yield _page(f"years/{view.year}/", "notices", title, about, "year.html", view=view)


def _rounds(register: Register) -> Iterator[Page]:
    about = "每次年度检查：办法、阶段、结果。"
    views = round_views(register)
    yield _page("rounds/", "notices", "年度检查", about, "rounds.html", rounds=views)
    for view in round_pages(register):
        yield from _round(view)


def _round(view: RoundPage) -> Iterator[Page]:
    """Yield a round's page, and those of a list of the late that goes on beyond it."""
    name, id_ = view.short.record.name, view.short.id
    for part in parts(f"rounds/{id_}/", view.progress.behind if view.progress else ()):
        yield _page(
            part.path,
            "notices",
            name,
            f"{name}的范围、阶段、期限、覆盖、结果和名单。",
            "round.html" if part.number == 1 else "round_behind.html",
            view=view,
            part=part,
        )


def _moves(register: Register) -> Iterator[Page]:
    for view in moves_views(register):
        about = f"{view.round.words}和上次比：谁从哪个等次到了哪个等次。"
        for part in parts(view.path, view.rows):
            yield _page(part.path, "notices", view.title, about, "moves.html", view=view, part=part)


def _visits(register: Register) -> Iterator[Page]:
    for view in visit_views(register):
        about = f"{view.title}：每一步看到的情况。"
        yield _page(view.path, "notices", view.title, about, "visit.html", view=view)


def _coverage(register: Register) -> Page:
    view = coverage_view(register, by_region(register))
    about = "哪个年度、哪个地区有文件，已评定多少个，哪里没有收录到文件。"
    return _page("coverage/", "notices", "各年各地收录情况", about, "coverage.html", view=view)


def _notices(register: Register) -> Iterator[Page]:
    index = contents(register)
    about = "作为依据的文件、年度检查和评估办法。"
    yield _page("notices/", "notices", "文件", about, "notices.html", contents=index)
    for id_, notice in register.notices.items():
        view = notice_view(register, id_)
        about = f"{notice.number or ''}《{notice.title}》的结论、要求和名单。"
        path = f"notices/{id_}/"
        yield _page(path, "notices", notice.title, about, "notice.html", view=view)


def _sheets(register: Register) -> Iterator[Page]:
    for view in sheet_views(register):
        about = f"{view.title}：各大项、各小项的自评、市评、省评。分数不是结论。"
        yield _page(view.path, "notices", view.title, about, "sheet.html", view=view)


def _schemes(register: Register) -> Iterator[Page]:
    rows = scheme_rows(register)
    about = "鉴定所（站）和鉴定指导中心怎样评估：等次、评估表、标准、期限、依据。"
    yield _page("schemes/", "notices", "评估办法", about, "schemes.html", rows=rows)
    for scheme in register.schemes.values():
        view = scheme_view(register, scheme)
        about = f"{scheme.name}：等次、评估表、标准、期限、依据。"
        path = f"schemes/{scheme.id}/"
        yield _page(path, "notices", scheme.name, about, "scheme.html", view=view)


def _centres(register: Register) -> Iterator[Page]:
    if not register.centres:
        return
    about = "各级鉴定指导中心：结论、历年数字、是否达到标准。"
    groups = centre_groups(register)
    yield _page("centres/", "notices", "鉴定指导中心", about, "centres.html", groups=groups)
    for centre in register.centres.values():
        view = centre_view(register, centre)
        about = f"{view.name}：{view.now.status}。"
        yield _page(
            f"centres/{view.id}/",
            "notices",
            view.name,
            about,
            "centre.html",
            view=view,
            today=register.today,
            data_to=register.data_to,
        )


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
        returns=returns(register),
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
