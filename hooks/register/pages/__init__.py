"""Pages: views and templates → pages, before they are set into their shells."""

from collections.abc import Iterator, Sequence

from register.pages import documents, handbook, orders, rounds, stations
from register.pages.make import made
from register.pages.page import Page
from register.register import Register
from register.views import lists


def render(register: Register) -> Iterator[Page]:
    """Yield every page that is made from data, in the order of DESIGN's addresses."""
    rows = lists.everyone(register)
    yield stations.home(register)
    yield from stations.everyone(rows)
    yield from stations.each_station(register)
    yield from stations.all_hosts(register, rows)
    yield from stations.all_lists(register, rows)
    yield from orders.all_orders(register, rows)
    yield from stations.all_regions(register, rows)
    yield from rounds.years(register)
    yield from rounds.rounds(register)
    yield from rounds.all_moves(register)
    yield from rounds.visits(register)
    yield rounds.coverage(register)
    yield from rounds.sheets(register)
    yield from documents.notices(register)
    yield from documents.schemes(register)
    yield from documents.centres(register)
    yield documents.all_deadlines(register)
    yield documents.all_changes(register)
    yield handbook.rules()
    yield handbook.fields()


def findings_page(lines: Sequence[str]) -> Page:
    """Return the page that a preview shows in place of all others when the data have errors."""
    title = "数据有错误，页面没有更新"
    return made("", "home", title, title, "findings.html", lines=lines)
