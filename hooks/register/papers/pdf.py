"""PDF: pages for print and screen readers (PDF/UA-1), set by WeasyPrint from HTML.

The same HTML and styles give the same bytes with the same fonts. Nothing is fetched, from the
network or from the disk: a paper brings along all that stands in it, its pictures as data: URLs.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import CSS, HTML  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]

from register.papers import layout
from register.papers.printout import Grid, Printout
from register.papers.titles import inset

_TEMPLATES = Path(__file__).parent / "templates"


def pdf_file(printout: Printout) -> bytes:
    """Return the printout as a PDF."""
    html = (
        _environment()
        .get_template("printout.html")
        .render(p=printout, l=layout, inset=inset, is_grid=_is_grid)
    )
    css = _environment().get_template("printout.css").render(l=layout, running=printout.running)
    return set_pages(html, css)


def set_pages(html: str, css: str) -> bytes:
    """Return a page's HTML, which states its language and title, as a PDF/UA-1.

    Raises FatalURLFetchingError where it names something to be fetched.
    """
    fonts, fetcher = (
        FontConfiguration(),
        URLFetcher(allowed_protocols=("data",), fail_on_errors=True),
    )
    styles = CSS(string=css, url_fetcher=fetcher, font_config=fonts)
    page = HTML(string=html, url_fetcher=fetcher)
    return bytes(page.write_pdf(stylesheets=[styles], font_config=fonts, pdf_variant="pdf/ua-1"))


def _is_grid(block: object) -> bool:
    return isinstance(block, Grid)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(css_string=_css_string, tag=_tag)
    return environment


def _tag(level: int) -> str:
    """Return the element of a heading's level; 0 is a paragraph's."""
    return f"h{level}" if level else "p"


def _css_string(text: str) -> str:
    r"""Write a text for use between the quotes of CSS: every character by its number, as \4e00."""
    return "".join(f"\\{ord(character):06x}" for character in text)
