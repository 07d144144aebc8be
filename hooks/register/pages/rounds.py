"""Rounds: years, each round and all that belongs to it, and what is covered."""

from collections.abc import Iterator

from register.pages.make import made
from register.pages.page import Page
from register.register import Register
from register.views.coverage import coverage_view
from register.views.regions import by_region
from register.views.round.moves import moves_views
from register.views.round.page import RoundPage, round_pages
from register.views.round.summary import round_views, year_views
from register.views.round.visits import visit_views
from register.views.rows import parts
from register.views.scores.sheets import sheet_views


def years(register: Register) -> Iterator[Page]:
    """Yield the years and each year."""
    views = year_views(register)
    about = "每个年度的检查和结果。"
    yield made("years/", "notices", "年度", about, "years.html", years=views)
    for view in views:
        title = f"{view.year}年度"
        about = f"{title}的检查和结果。"
        yield made(f"years/{view.year}/", "notices", title, about, "year.html", view=view)


def rounds(register: Register) -> Iterator[Page]:
    """Yield the rounds and each round."""
    about = "每次年度检查：办法、阶段、结果。"
    views = round_views(register)
    yield made("rounds/", "notices", "年度检查", about, "rounds.html", rounds=views)
    for view in round_pages(register):
        yield from _round(view)


def _round(view: RoundPage) -> Iterator[Page]:
    """Yield a round's page, and those of a list of the late that goes on beyond it."""
    name, id_ = view.short.record.name, view.short.id
    for part in parts(f"rounds/{id_}/", view.progress.behind if view.progress else ()):
        yield made(
            part.path,
            "notices",
            name,
            f"{name}的范围、阶段、期限、覆盖、结果和名单。",
            "round.html" if part.number == 1 else "round_behind.html",
            view=view,
            part=part,
        )


def all_moves(register: Register) -> Iterator[Page]:
    """Yield who moved where, for each round with one before it."""
    for view in moves_views(register):
        about = f"{view.round.words}和上次比：谁从哪个等次到了哪个等次。"
        for part in parts(view.path, view.rows):
            yield made(part.path, "notices", view.title, about, "moves.html", view=view, part=part)


def visits(register: Register) -> Iterator[Page]:
    """Yield each supervision visit."""
    for view in visit_views(register):
        about = f"{view.title}：每一步看到的情况。"
        yield made(view.path, "notices", view.title, about, "visit.html", view=view)


def coverage(register: Register) -> Page:
    """Return the table of years and regions."""
    view = coverage_view(register, by_region(register))
    about = "哪个年度、哪个地区有文件，已评定多少个，哪里没有收录到文件。"
    return made("coverage/", "notices", "各年各地收录情况", about, "coverage.html", view=view)


def sheets(register: Register) -> Iterator[Page]:
    """Yield each station's filled sheets of a round."""
    for view in sheet_views(register):
        about = f"{view.title}：各大项、各小项的自评、市评、省评。分数不是结论。"
        yield made(view.path, "notices", view.title, about, "sheet.html", view=view)
