"""Page: one page made from data, before it is set into its shell."""

from typing import NamedTuple


class Page(NamedTuple):
    """`path`: its address below the site's root (stations/x/); `section`: its place in the menu."""

    path: str
    section: str
    title: str
    description: str
    body: str


# The page of each section that stands in the menu; mkdocs.yml's nav names the same sources.
SECTIONS = {
    "home": "index.md",
    "stations": "stations/index.md",
    "lists": "lists/index.md",
    "hosts": "hosts/index.md",
    "notices": "notices/index.md",
    "deadlines": "deadlines/index.md",
    "changes": "changes/index.md",
    "rules": "handbook/rules/index.md",
    "fields": "handbook/data/index.md",
}
# How deep the pages of each section lie: stations/x/ is two deep, rounds/x/sheets/y/ four.
# Regions stand in the lists' section; years, rounds, schemes, centres and coverage in the notices'.
_DEPTHS = {"stations": (2,), "lists": (1, 2, 3, 4), "hosts": (2,), "notices": (1, 2, 3, 4)}


def shell_sources(*, refused: bool) -> dict[str, str]:
    """Return the source of each empty shell that MkDocs renders, with its section.

    One for each page of the menu, and one for each depth below; links in them are relative.
    Where the data are `refused`, the one page of the findings is all there is.
    """
    if refused:
        return {SECTIONS["home"]: "home"}
    own = {source: section for section, source in SECTIONS.items()}
    below = {_below(section, d): section for section, depths in _DEPTHS.items() for d in depths}
    return own | below


def shell_source(page: Page) -> str:
    """Return the source of the shell that `page` belongs in."""
    own = SECTIONS[page.section]
    if page.path == own.removesuffix("index.md"):
        return own
    return _below(page.section, page.path.count("/"))


def _below(section: str, depth: int) -> str:
    return f"_{section}/{'_/' * (depth - 1)}index.md"
