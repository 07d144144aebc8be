"""What a citizen does on the published site, on a desktop and on a phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.serving import serving
from tests.site.conftest import unfold

QUERIES = {
    "省六所": "gansu-06",
    "第15": "gansu-15",
    "兰石": "gansu-11",
    "lsjt": "gansu-11",
    "兰州理工": "gansu-13",
}


def open_search(page: Page, query: str = "") -> None:
    page.goto(f"stations/?q={query}" if query else "stations/")
    page.locator("[data-part=panel]").wait_for()


def hits(page: Page) -> list[str]:
    page.locator("[data-part=results] li").first.wait_for()
    links = page.locator("[data-part=results] a[href*='stations/']").all()
    found = [re.search(r"stations/([^/]+)/", link.get_attribute("href") or "") for link in links]
    return list(dict.fromkeys(f[1] for f in found if f))


@pytest.mark.parametrize(("query", "first"), QUERIES.items())
def test_finds_the_right_station_first(page: Page, query: str, first: str) -> None:
    open_search(page, query)
    assert hits(page)[0] == first


def test_finds_exactly_the_revoked(page: Page) -> None:
    open_search(page, "撤销")
    assert hits(page) == ["gansu-55", "gansu-69", "gansu-70", "gansu-74", "gansu-85"]


def test_types_and_opens_by_keyboard_alone(page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("lsjt", delay=20)
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stations/gansu-11/")
    expect(page.get_by_role("heading", level=1)).to_have_text("甘肃省第十一国家职业技能鉴定所")


def test_filters_and_comes_back(page: Page) -> None:
    open_search(page)
    unfold(page)
    page.locator("[data-part=standing] input").nth(1).check()
    page.wait_for_url("**standing=*")
    assert set(hits(page)) == {"gansu-02", "gansu-30", "gansu-38", "gansu-49", "gansu-83"}
    page.locator("[data-part=results] a").first.click()
    page.wait_for_url("**/stations/gansu-02/")
    page.go_back()
    assert len(hits(page)) == 5


def test_the_answer_stands_in_the_first_screen(page: Page) -> None:
    page.goto("stations/gansu-02/")
    expect(page.locator(".answer__status")).to_have_text("整改期已满，未见验收结果")
    expect(page.locator(".answer__status")).to_be_in_viewport()
    expect(page.locator(".answer")).to_contain_text("甘人社通〔2011〕67号")
    expect(page.locator(".answer")).to_contain_text("省商业学校")


KINDS = (
    "",
    "stations/",
    "stations/gansu-55/",
    "hosts/",
    "hosts/lanshi-jituan/",
    "lists/",
    "lists/red/",
    "lists/black/",
    "years/2010/",
    "rounds/gansu-2010/",
    "notices/",
    "notices/gansu-2011-67/",
    "schemes/gansu-nianjian/",
    "deadlines/",
    "changes/",
    "about/",
    "glossary/",
    "handbook/",
    "handbook/edit/",
    "handbook/rules/",
    "handbook/data/",
)


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_page_is_whole(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_text("软件演示，非政府网站").first).to_be_visible()
    expect(page.get_by_text(re.compile("资料到2011年4月7日为止")).first).to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.evaluate("document.documentElement.clientWidth")


def test_days_are_counted_when_the_page_is_read(page: Page) -> None:
    page.clock.set_fixed_time("2011-06-20T12:00:00+08:00")
    page.goto("stations/gansu-02/")
    expect(page.locator(".due-note").nth(1)).to_have_text("（还有10天）")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_light_is_kept(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("")
    if scheme == "dark":
        page.get_by_title("换成深色").click()
    page.goto("stations/")
    wanted = {"light": "default", "dark": "slate"}[scheme]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", wanted)


def test_without_javascript_everything_can_be_read(chromium: Browser, gansu_url: str) -> None:
    context = chromium.new_context(base_url=gansu_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("stations/")
    expect(page.locator("table.stations tbody tr")).to_have_count(63)
    page.goto("stations/gansu-55/")
    expect(page.locator(".answer__status")).to_have_text("2011年3月3日撤销")
    context.close()


def test_an_unknown_address_offers_the_search(chromium: Browser, gansu: Path) -> None:
    with serving(gansu) as url:
        page = chromium.new_page()
        page.goto(f"{url}404.html")
        expect(page.get_by_role("heading", level=1)).to_have_text("没有这个页面")
        page.locator("#find-home").fill("兰石")
        page.locator("[role=option]").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**/stations/?q=*")
        page.close()
