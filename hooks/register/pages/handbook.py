"""The handbook's pages that are made from the rules and the record classes."""

from register.pages.make import made
from register.pages.page import Page
from register.views import handbook


def rules() -> Page:
    """Return the rules' page."""
    about = "每一条检查规则、错误的例子和改法。"
    return made("handbook/rules/", "rules", "检查规则", about, "rules.html", rules=handbook.rules())


def fields() -> Page:
    """Return the data dictionary."""
    about = "每种数据文件可以写哪些字段，怎样写。"
    records = handbook.records()
    return made("handbook/data/", "fields", "数据项说明", about, "fields.html", records=records)
