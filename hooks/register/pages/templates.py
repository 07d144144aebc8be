"""The templates' environment: autoescaped and strict."""

from functools import cache, lru_cache, partial
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from register.pages.elements import FILTERS, ROOT

_HERE = Path(__file__).parent
_FOLDERS = (_HERE / "templates", _HERE.parent.parent / "theme")


def fill(name: str, path: str, **values: object) -> str:
    """Return the template `name` filled for the page at `path`.

    Links in a template start with `{{ root }}`, the way up to the site's root. It is one for the
    whole page, so it is set in once, when the page is done, and not at each link.
    """
    root = "../" * path.count("/") or "./"
    return _template(name).render(root=root, **values).replace(ROOT, root)


@lru_cache(maxsize=2**14)
def piece(name: str, value: tuple[object, ...]) -> Markup:
    """Return the template `name` filled with one value, `s`: a piece that many pages share."""
    return Markup(_template(name).render(s=value))  # noqa: S704 - the template escapes


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: _source(name).replace("{{ root }}", ROOT)),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(FILTERS, line=partial(piece, "station_line.html"))
    return environment


def _source(name: str) -> str:
    return next((f / name).read_text(encoding="utf-8") for f in _FOLDERS if (f / name).exists())


def forget() -> None:
    """Drop what was compiled, so that a preview shows an edited template."""
    piece.cache_clear()
    _template.cache_clear()
    _environment.cache_clear()
