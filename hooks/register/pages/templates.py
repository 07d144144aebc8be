"""The templates' environment: autoescaped, strict, with the site's words for days."""

from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from register.views.wording import day

_HERE = Path(__file__).parent
_FOLDERS = (_HERE / "templates", _HERE.parent.parent / "theme")


def fill(name: str, path: str, **values: object) -> str:
    """Return the template `name` filled for the page at `path`.

    Links in a template start with `{{ root }}`, the way up to the site's root. It is the same for
    all pages of one depth, so it is set in before the template is compiled, not at each link.
    """
    root = "../" * path.count("/") or "./"
    return _template(root, name).render(root=root, **values)


@cache
def _template(root: str, name: str) -> Template:
    return _environment(root).get_template(name)


@cache
def _environment(root: str) -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: _source(name).replace("{{ root }}", root)),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["day"] = lambda value: day(value) if isinstance(value, date) else ""
    return environment


def _source(name: str) -> str:
    return next((f / name).read_text(encoding="utf-8") for f in _FOLDERS if (f / name).exists())


def forget() -> None:
    """Drop what was compiled, so that a preview shows an edited template."""
    _template.cache_clear()
    _environment.cache_clear()
