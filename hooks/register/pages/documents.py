"""Documents, schemes and centres, and what documents ask for by a day."""

from collections.abc import Iterator

from register.pages.make import made
from register.pages.page import Page
from register.register import Register
from register.views.centre.page import centre_groups, centre_view
from register.views.changes import changes
from register.views.contents import contents
from register.views.deadlines import deadlines, returns
from register.views.notices import notice_view
from register.views.scheme.page import scheme_rows, scheme_view


def notices(register: Register) -> Iterator[Page]:
    """Yield the documents and each document."""
    index = contents(register)
    about = "作为依据的文件、年度检查和评估办法。"
    yield made("notices/", "notices", "文件", about, "notices.html", contents=index)
    for id_, notice in register.notices.items():
        view = notice_view(register, id_)
        about = f"{notice.number or ''}《{notice.title}》的结论、要求和名单。"
        path = f"notices/{id_}/"
        yield made(path, "notices", notice.title, about, "notice.html", view=view)


def schemes(register: Register) -> Iterator[Page]:
    """Yield the schemes and each scheme."""
    rows = scheme_rows(register)
    about = "鉴定所（站）和鉴定指导中心怎样评估：等次、评估表、标准、期限、依据。"
    yield made("schemes/", "notices", "评估办法", about, "schemes.html", rows=rows)
    for scheme in register.schemes.values():
        view = scheme_view(register, scheme)
        about = f"{scheme.name}：等次、评估表、标准、期限、依据。"
        path = f"schemes/{scheme.id}/"
        yield made(path, "notices", scheme.name, about, "scheme.html", view=view)


def centres(register: Register) -> Iterator[Page]:
    """Yield the centres and each centre; nothing where none is on file."""
    if not register.centres:
        return
    about = "各级鉴定指导中心：结论、历年数字、是否达到标准。"
    groups = centre_groups(register)
    yield made("centres/", "notices", "鉴定指导中心", about, "centres.html", groups=groups)
    for centre in register.centres.values():
        view = centre_view(register, centre)
        about = f"{view.name}：{view.now.status}。"
        yield made(
            f"centres/{view.id}/",
            "notices",
            view.name,
            about,
            "centre.html",
            view=view,
            today=register.today,
            data_to=register.data_to,
        )


def all_deadlines(register: Register) -> Page:
    """Return the page of deadlines."""
    about = "文件规定的整改、验收、交回等期限，以及有没有收录到结果。"
    found = deadlines(register)
    return made(
        "deadlines/",
        "deadlines",
        "期限",
        about,
        "deadlines.html",
        deadlines=found,
        returns=returns(register),
        today=register.today,
    )


def all_changes(register: Register) -> Page:
    """Return the page of changes."""
    about = "哪一天收录了哪份文件，本站更正过什么。"
    return made("changes/", "changes", "更新", about, "changes.html", view=changes(register))
