"""One page made from a view: its template filled, ready to be set into its shell."""

from register.pages.page import Page
from register.pages.templates import fill


def made(
    path: str, section: str, title: str, description: str, template: str, **values: object
) -> Page:
    """Return the page at `path` with `template` filled from `values`."""
    body = fill(template, path, title=title, **values)
    return Page(path, section, title, description, body)
