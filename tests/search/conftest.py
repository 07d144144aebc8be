"""The real stations and made-up ones, as the search knows them, and pages to search them on."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jinja2
import pytest
from playwright.sync_api import Browser, Page
from tests.search.opening import SCRIPTS, files_of, open_register, worker_scripts
from tests.serving import serving

from register.reading import read
from register.search import Findable, PageEntry, Said, index_files

ROOT = Path(__file__).parents[2]
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "worker-src 'self'; img-src 'self' data:"
)
STANDINGS = {"合格": "qualified", "不合格": "rectifying", "撤销": "revoked"}
NOTICES = {"gansu-2011-67": "甘人社通〔2011〕67号", "made-1": "样人社发〔2013〕1号"}
HEADINGS = (
    PageEntry("关于本站", "关于本站", "about/"),
    PageEntry("撤销以后证书还有效吗", "名词解释", "glossary/#revoked"),
)

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def gansu() -> tuple[Findable, ...]:
    """The 63 stations of the notice of 2011."""
    data, _problems = read(ROOT / "tests/gansu_register")
    grades = {
        station: decision.grade
        for notice in data.notices
        for part in notice.record.rounds
        for decision in part.decisions
        for station in decision.stations
    }
    return tuple(
        Findable(
            id=entry.stem,
            name=entry.record.name,
            ordinal=entry.record.ordinal,
            hosts=tuple(
                name.name
                for term in entry.record.hosts
                for name in data.host[term.host].record.names
            ),
            aliases=entry.record.aliases,
            region="甘肃省",
            city="",
            now=said(STANDINGS[grades[entry.stem]], grades[entry.stem], 2010, "gansu-2011-67"),
            day=date(2011, 3, 3),
        )
        for entry in data.stations
    )


def said(standing: str, grade: str, year: int | None, notice: str) -> Said:
    """What is said of a grade whose year is over."""
    words = f"{year}年度{grade}"
    return Said(standing, words, "lapsed", grade, year, f"{words}，此后无在案结论", notice)


NOTHING = Said("", "无在案结论", "none", "", None, "无在案结论", "")
REVOKED = Said("revoked", "2012年度撤销", "current", "不合格", 2012, "2013年1月5日撤销", "made-1")


def made(id_: str, name: str, *hosts: str, **more: Any) -> Findable:  # noqa: ANN401 -- any field
    """A made-up station, qualified in 2012 unless `more` says otherwise."""
    facts: dict[str, Any] = {
        "ordinal": None,
        "aliases": (),
        "region": "样例省",
        "city": "",
        "now": said("qualified", "合格", 2012, "made-1"),
        "day": date(2013, 1, 5),
    }
    return Findable(id=id_, name=name, hosts=hosts, **{**facts, **more})


@pytest.fixture(scope="session")
def made_up() -> tuple[Findable, ...]:
    """Stations for what Gansu's do not have."""
    markup = made("a-7", "<img src=x onerror=alert(1)>鉴定所", '"><script>alert(1)</script>')
    unknown = {"now": NOTHING, "day": None}
    commended = said("commended", "优秀", 2012, "made-1")
    later = said("qualified", "合格", 2013, "made-1")
    welding = {"city": "临江市", "occupations": ("焊工",), "codes": ("ZJ-0042",)}
    return (
        made("a-1", "重庆路职业技能鉴定所", "长乐会计学校", aliases=("山城鉴定站",)),
        made("a-2", "绿洲职业技能鉴定所", "绿洲铝厂", **welding),
        made("a-3", "樣例省第二十职业技能鉴定所", "第一技工学校", ordinal=20, now=later),
        made(
            "a-4", "样例省第二职业技能鉴定所", "西安路（老）技校", ordinal=2, occupations=("焊工",)
        ),
        made(
            "a-5",
            "样例省第一百零五鉴定站",
            "CNC中心",
            ordinal=105,
            codes=("12345678",),
            now=REVOKED,
        ),
        made("a-6", "无结论职业技能鉴定所", **unknown),
        markup,
        made("a-8", "七一五〇厂鉴定所", "中核四〇四厂", now=commended),
    )


@pytest.fixture(scope="session")
def matcher(
    chromium: Browser,
    gansu: tuple[Findable, ...],
    made_up: tuple[Findable, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """A page with the worker's scripts as plain ones, and both registers opened by them."""
    folder = tmp_path_factory.mktemp("matcher")
    html = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">'
    for script in worker_scripts():
        shutil.copy(SCRIPTS / script, folder)
        html += f'<script src="{script}"></script>'
    (folder / "index.html").write_text(html, encoding="utf-8")
    with serving(folder) as url:
        page = chromium.new_page()
        page.goto(url)
        open_register(page, "gansu", files_of(gansu, HEADINGS, NOTICES))
        open_register(page, "made_up", files_of(made_up, HEADINGS, NOTICES))
        yield page
        page.close()


@pytest.fixture(scope="session")
def ask(matcher: Page) -> Ask:
    """Ask the matcher: ask("兰石", "made_up", sort="pinyin"), ask("兰石", on="2012-01-01")."""
    asked = """([question, name]) => {
      const [index, spans] = [window[name], window[`${name} spans`]];
      return reply(question, question.on ? indexOn(index, spans, question.on) : index);
    }"""

    def replied(query: str, register: str = "gansu", **more: object) -> dict[str, Any]:
        question = {"query": query, "limit": 100, **more}
        return dict(matcher.evaluate(asked, [question, register]))

    return replied


@pytest.fixture(scope="session")
def site(
    gansu: tuple[Findable, ...],
    made_up: tuple[Findable, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """A little site: two pages with boxes and one with facets, in light, dark and unscripted."""
    folder = tmp_path_factory.mktemp("site")
    write_site(folder / "gansu", gansu)
    write_site(folder / "made_up", made_up)
    with serving(folder) as url:
        yield url


def write_site(folder: Path, stations: tuple[Findable, ...]) -> None:
    shutil.copytree(ROOT / "docs/scripts", folder / "scripts")
    shutil.copytree(ROOT / "docs/styles", folder / "styles")
    theme = find_spec("material")
    assert theme
    assert theme.origin
    for sheet in (Path(theme.origin).parent / "templates/assets/stylesheets").glob("*.css"):
        shutil.copy(sheet, folder / "styles" / f"{sheet.name.split('.')[0]}.css")
    for file in index_files(stations, HEADINGS, NOTICES):
        (folder / file.path).parent.mkdir(exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([ROOT / "hooks/theme", Path(__file__).parent]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )
    sheets = ["styles/main.css", "styles/palette.css", "styles/register.css", "styles/search.css"]
    template = environment.get_template("harness.html")
    pages: dict[str, tuple[str, str, dict[str, Any]]] = {
        "": (".", "home", {}),
        "stations/": ("..", "page", {}),
        "dark/": ("..", "page", {"scheme": "slate"}),
        "plain/": ("..", "page", {"scripted": False}),
        "glossary/": ("..", "", {}),
        **{
            f"stations/{station.id}/": ("../..", "", {"title": station.name})
            for station in stations
        },
    }
    for path, (root, place, more) in pages.items():
        shown = {
            "title": "查鉴定所",
            "scheme": "default",
            "scripted": True,
            "policy": POLICY,
            **more,
        }
        (folder / path).mkdir(parents=True, exist_ok=True)
        html = template.render(root=root, place=place, sheets=sheets, stations=stations, **shown)
        (folder / path / "index.html").write_text(html, encoding="utf-8")


@pytest.fixture
def page(chromium: Browser, site: str) -> Iterator[Page]:
    """A page of the little site; fails for an error, a violation or a foreign request."""
    context = chromium.new_context(base_url=site, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda sent: None if sent.url.startswith((site, "data:")) else wrong.append(sent.url),
    )
    page.on("response", lambda got: wrong.append(got.url) if got.status >= 400 else None)
    yield page
    context.close()
    assert wrong == []
