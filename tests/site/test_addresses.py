"""Addresses are a promise: those of DESIGN are all there, and no link leads nowhere."""

import re
from html.parser import HTMLParser
from pathlib import Path
from string import ascii_lowercase
from urllib.parse import unquote, urljoin, urlsplit

import pytest

PROMISED = [
    "/",
    "/stations/",
    "/stations/gansu-01/",
    "/stations/gansu-85/",
    "/hosts/",
    "/hosts/lanshi-jituan/",
    "/lists/",
    "/lists/red/",
    "/lists/black/",
    "/lists/commended/",
    "/lists/qualified/",
    "/lists/conditional/",
    "/lists/exempt/",
    "/lists/rectifying/",
    "/lists/suspended/",
    "/lists/proposed-revocation/",
    "/lists/revoked/",
    "/lists/deregistered/",
    "/lists/not-assessed/",
    "/lists/number/",
    "/lists/number/gansu/",
    "/lists/pinyin/",
    *(f"/lists/pinyin/{letter}/" for letter in ascii_lowercase),
    "/lists/pinyin/other/",
    "/years/",
    "/years/2010/",
    "/rounds/",
    "/rounds/gansu-2010/",
    "/notices/",
    "/notices/gansu-2011-67/",
    "/schemes/",
    "/schemes/gansu-nianjian/",
    "/schemes/quanguo-pucha/",
    "/schemes/liaoning-ducha/",
    "/schemes/jiangxi-biaozhunhua/",
    "/schemes/henan-pinggu/",
    "/rounds/quanguo-2006/",
    "/regions/",
    "/regions/gansu/",
    "/coverage/",
    "/deadlines/",
    "/changes/",
    "/about/",
    "/handbook/",
    "/handbook/copy/",
    "/handbook/edit/",
    "/handbook/import/",
    "/handbook/form/",
    "/handbook/editor/",
    "/handbook/commands/",
    "/handbook/review/",
    "/handbook/paper/",
    "/handbook/year/",
    "/handbook/rules/",
    "/handbook/data/",
    "/glossary/",
]
# Of the made-up register: what Gansu's data have none of.
PROMISED_TOO = [
    "/centres/",
    "/centres/yuanqiao-zhongxin/",
    "/rounds/haixi-2024/moves/",
    "/rounds/pingfen-2024/sheets/yunling-17/",
    "/rounds/ducha-2023/visits/langfeng-0520/",
    "/coverage/",
    "/regions/yunling/",
]
FILES = (
    "404.html",
    "api/v1/stations.json",
    "api/v1/stations/gansu-01.json",
    "api/v1/centres.json",
    "api/v1/schema/stations.json",
    "api/v1/schema/sheets.json",
    "search/index.json",
    "search/spans.json",
)
# The listed public addresses of foreign hosts that a page may link to (never load from).
LINKED_OUT: tuple[str, ...] = ()


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if name in ("href", "src", "action") and value and ("rel", "canonical") not in attrs:
                self.found.append((tag, value))


def read(path: Path) -> Links:
    parser = Links()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


def pages(site: Path) -> dict[str, Links]:
    found = site.rglob("index.html")
    return {
        f"/{p.parent.relative_to(site).as_posix()}/".replace("/./", "/"): read(p) for p in found
    }


@pytest.mark.parametrize("address", PROMISED)
def test_a_promised_address_is_there(gansu: Path, address: str) -> None:
    assert (gansu / address[1:] / "index.html").is_file()


@pytest.mark.parametrize("address", PROMISED_TOO)
def test_a_promised_address_of_the_sample_is_there(sample: Path, address: str) -> None:
    assert (sample / address[1:] / "index.html").is_file()


def test_there_is_no_page_without_content(gansu: Path) -> None:
    """No centre is on file, so there is no page of centres, and no way to one."""
    assert not (gansu / "centres").exists()


@pytest.mark.parametrize("name", FILES)
def test_a_promised_file_is_there(gansu: Path, name: str) -> None:
    assert (gansu / name).is_file()


def test_there_is_a_page_for_every_station_and_host(gansu: Path) -> None:
    assert len(list(gansu.glob("stations/*/index.html"))) == 63
    assert len(list(gansu.glob("hosts/*/index.html"))) == 63


def test_every_station_is_in_the_lists_by_number_and_by_pinyin(gansu: Path) -> None:
    every = {path.parent.name for path in gansu.glob("stations/*/index.html")}
    for name in ("number", "pinyin"):
        found = re.findall(
            r'href="[./]+/stations/([^"/]+)/"',
            "".join(p.read_text(encoding="utf-8") for p in gansu.glob(f"lists/{name}/*/*.html")),
        )
        assert set(found) == every
        assert len(found) == len(every)


@pytest.mark.parametrize("name", ["gansu", "sample"])
def test_every_link_leads_to_something(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    all_pages = pages(site)
    broken = []
    for address, links in all_pages.items():
        for tag, link in links.found:
            parts = urlsplit(urljoin(f"http://here{address}", link))
            if parts.netloc != "here":
                if tag != "a":
                    broken.append((address, link))
                continue
            target = unquote(parts.path)
            if target.endswith("/"):
                there = target in all_pages
                anchor = unquote(parts.fragment)
                there = there and (not anchor or anchor in all_pages[target].ids)
            else:
                there = (site / target[1:]).is_file()
            if not there:
                broken.append((address, link))
    assert not broken


def test_nothing_of_the_shells_is_left(gansu: Path) -> None:
    assert not list(gansu.glob("_*"))
    for path in gansu.rglob("*.html"):
        assert "@@" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("name", ["gansu", "sample"])
def test_no_foreign_host_and_no_inline_style_or_handler(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    tags = r"script|img|link(?! rel=\"canonical\")|iframe|source"
    loading = re.compile(rf"<(?:{tags})[^>]+(?:src|href)=\"(?:https?:)?//")
    inline = re.compile(r"<[a-z][^>]*\s(?:style|on[a-z]+)=")
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not loading.search(html), path
        assert not inline.search(html), path
        assert "unsafe-inline" not in html, path
        assert "Content-Security-Policy" in html, path


def test_without_an_address_there_is_no_sitemap_and_no_canonical_link(gansu: Path) -> None:
    assert not (gansu / "sitemap.xml").exists()
    assert 'rel="canonical"' not in (gansu / "index.html").read_text(encoding="utf-8")
