"""The smallest pieces of markup: links, marks and days, as filters of the templates.

They stand on every line of every list; as macros they took half the time of all pages.
"""

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup, escape

from register.views.rows import Link
from register.views.wording import Mark, day

ROOT = "\0"  # stands for the way up to the site's root; no data file can hold it
_MARK = '<span class="standing standing--%s%s">%s</span>'
_DIMMED = {"lapsed": " is-lapsed", "overdue": " is-overdue"}


def link(to: Link) -> Markup:
    """Link to a page of the site."""
    return Markup(f'<a href="{ROOT}{escape(to.path)}">{escape(to.words)}</a>')


def links(to: Iterable[Link]) -> Markup:
    """Link to several pages, set off as in a Chinese sentence."""
    return Markup("、").join(link(each) for each in to)


def mark(shown: Mark) -> Markup:
    """Show a standing: its words, and classes for its shape and colour."""
    return Markup(_MARK) % (shown.code, _DIMMED.get(shown.phase, ""), shown.words)


def day_or_none(value: date | None) -> str:
    """Write a day in Chinese; nothing where there is none."""
    return day(value) if value else ""


FILTERS = {"link": link, "links": links, "mark": mark, "day": day_or_none}
