"""The templates' environment: autoescaped, strict, with the site's words for days."""

from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from register.views.wording import day


_HERE = Path(__file__).parent


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([_HERE / "templates", _HERE.parent.parent / "theme"]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["day"] = lambda value: day(value) if isinstance(value, date) else ""
    return environment


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


def fill(name: str, path: str, **values: object) -> str:
    """Return the template `name` filled for the page at `path`; links in it start with `root`."""
    return _template(name).render(root="../" * path.count("/") or "./", **values)


def forget() -> None:
    """Drop compiled templates, so that a preview sees them anew after an edit."""
    _template.cache_clear()
    _environment.cache_clear()
