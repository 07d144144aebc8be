"""MkDocs' door to the register: its events, and nothing else. The only file that imports mkdocs.

Imports stand at the top: hooks/ is on sys.path only while this file loads. Every callable named
on_* is an event. What one build knows lives in that build's own config, for this module survives
the rebuilds of `serve`.
"""

import logging
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

sys.path.insert(0, str(Path(__file__).parent))

from register.day import build_day
from register.edition import Edition, open_edition
from register.pages.page import SECTIONS, shell_sources
from register.pages.scripts import ship
from register.pages.shell import SHELL_MARKDOWN, Shell, with_policy
from register.pages.templates import forget
from register.search import PageEntry
from register.site_file import SiteFile

_log = get_plugin_logger("register")
_previewing = False


class _Build:
    """What one build gathers before the pages made from data can be written."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.shells: dict[str, Shell] = {}
        self.headings: list[PageEntry] = []
        self.addresses: list[str] = []


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview: there, findings become a page."""
    global _previewing
    _previewing = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and judge the data; an error ends a build here, before the old site is touched."""
    if _previewing:
        forget()
    edition = _edition(config)
    if edition.register is None and not _previewing:
        raise PluginError("\n".join(edition.report))
    config.extra["build"] = _Build(edition)
    frame = edition.frame
    # MkDocs' templates do not escape; escaped here, the title is safe in all of Material's own.
    config.site_name = escape(frame.title)
    config.site_url, config.site_description = frame.url, frame.description
    config.extra["banner"], config.extra["footer"] = frame.banner, frame.footer
    if edition.register is None:
        config.nav = [{"检查结果": SECTIONS["home"]}]
    return config


def _edition(config: MkDocsConfig) -> Edition:
    folder = Path(config.config_file_path).parent / os.environ.get("REGISTER_DATA", "data")
    try:
        return open_edition(folder, build_day(os.environ.get("REGISTER_TODAY"), os.environ))
    except ValueError as error:
        raise PluginError(str(error)) from error


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the empty shells; leave out what the site does not need, and the scripts' comments."""
    build: _Build = config.extra["build"]
    refused = build.edition.register is None
    for file in list(files):
        if _is_idle(file.src_uri) or (refused and file.is_documentation_page()):
            files.remove(file)
    if not _previewing:
        _ship_scripts(files, config)
    for source, section in shell_sources(refused=refused).items():
        shell = File.generated(config, source, content=SHELL_MARKDOWN.format(section=section))
        in_nav = source in SECTIONS.values()
        shell.inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
        files.append(shell)
    return files


def _ship_scripts(files: Files, config: MkDocsConfig) -> None:
    """Put the scripts as they are shipped in the place of their sources."""
    sources = {f.name: f.content_string for f in files if f.src_uri.startswith("scripts/")}
    for file in [file for file in files if file.src_uri.startswith("scripts/")]:
        files.remove(file)
    for name, script in ship(sources).items():
        files.append(File.generated(config, f"scripts/{name}.js", content=script))


def _is_idle(source: str) -> bool:
    """Tell whether an asset serves only Material's own search, or developers of Material."""
    return source.endswith(".map") or source.startswith(
        ("assets/javascripts/lunr/", "assets/javascripts/workers/")
    )


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Note the headings of handwritten pages for the search."""
    if not page.meta.get("shell"):
        build: _Build = config.extra["build"]
        title = str(page.title)
        build.headings += (PageEntry(h, title, page.url + a) for h, a in _anchors(page.toc))
    return html


def _anchors(items: Iterable[AnchorLink]) -> Iterable[tuple[str, str]]:
    for item in items:
        yield item.title, "" if item.level == 1 else item.url
        yield from _anchors(item.children)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Light up the section of a shell that is not in the menu itself, and no other."""
    own = SECTIONS.get(page.meta.get("section", ""))
    for other in nav.pages:
        other.active = False
    for shown in nav.pages:
        if shown is page or shown.file.src_uri == own:
            shown.active = True
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep a shell for the pages made from data; seal a handwritten page with its policy."""
    build: _Build = config.extra["build"]
    if page.meta.get("shell"):
        build.shells[page.file.src_uri] = Shell.parse(output, config.site_name, preview=_previewing)
        return ""
    build.addresses.append(page.url)
    return with_policy(output, preview=_previewing)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Seal the 404 page; drop MkDocs' sitemap, which does not know the pages made from data."""
    return (
        "" if template_name == "sitemap.xml" else with_policy(output_content, preview=_previewing)
    )


def on_post_build(config: MkDocsConfig) -> None:
    """Write every file that is made from data."""
    build: _Build = config.extra["build"]
    made: set[str] = set()
    files = build.edition.files(build.shells, build.headings, build.addresses)
    for path, content in _counted(files):
        target = f"{config.site_dir}/{path}"
        if (folder := target.rpartition("/")[0]) not in made:
            Path(folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        _write(target, content)


def _write(target: str, content: bytes) -> None:
    """Write a file that is not there yet; with the system's own calls, for there are thousands."""
    file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _counted(files: Iterable[SiteFile]) -> Iterator[SiteFile]:
    """Count the files on a terminal while they are written; elsewhere keep quiet."""
    if not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    count = TextColumn("正在写出网站：{task.completed} 个文件")
    screen = Console(stderr=True)
    with Progress(SpinnerColumn(), count, TimeElapsedColumn(), console=screen) as bar:
        yield from bar.track(files)


class Refused(Exception):  # noqa: N818 - it is an answer, not a fault
    """A build that did not happen; the text says why."""


def build_site(config_file: Path, data: Path, out: Path, today: str) -> None:
    """Build the site into `out`, for the commands. Raises Refused with the findings."""
    os.environ |= {"REGISTER_DATA": str(data), "REGISTER_TODAY": today}
    said = _Said()
    logging.getLogger("mkdocs").addHandler(said)
    try:
        build(load_config(str(config_file), site_dir=str(out), strict=True))
    except SystemExit:
        raise Refused("\n".join(said.lines)) from None


class _Said(logging.Handler):
    """Keeps what MkDocs warns of, in place of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
