"""The smallest pieces of markup: links, marks and days, as filters of the templates.

They stand on every line of every list; as macros they took half the time of all pages.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from markupsafe import Markup, escape

from register.views.rows import Link
from register.views.wording import Mark, day

ROOT = "\0"  # stands for the way up to the site's root; no data file can hold it
_DIMMED = {"lapsed": " is-lapsed", "overdue": " is-overdue"}


def link(to: Link) -> Markup:
    """Link to a page of the site; its path is made of ids, which hold nothing to escape."""
    return Markup(f'<a href="{ROOT}{to.path}">{escape(to.words)}</a>')  # noqa: S704 - escaped here


def links(to: Iterable[Link]) -> Markup:
    """Link to several pages, set off as in a Chinese sentence."""
    return Markup("、").join(link(each) for each in to)


@cache  # there are as many as standings, phases and years
def mark(shown: Mark) -> Markup:
    """Show a standing: its words, and classes for its shape and colour."""
    names = f"standing standing--{shown.code}{_DIMMED.get(shown.phase, '')}"
    return Markup(f'<span class="{names}">{escape(shown.words)}</span>')  # noqa: S704 - escaped here


def day_or_none(value: date | None) -> str:
    """Write a day in Chinese; nothing where there is none."""
    return day(value) if value else ""


FILTERS = {"link": link, "links": links, "mark": mark, "day": day_or_none}
