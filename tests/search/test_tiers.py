"""What comes first and what comes behind it: with a real worker, and while files are held back."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

STATIONS = "gansu/stations/"
HEADER_BOX = "#find-header"
WHOLE = "**/search-whole.js*"
MORE = "**/search/more.json*"


@pytest.fixture
def shaky(chromium: Browser, site: str) -> Iterator[Page]:
    """A page on which files may fail."""
    context = chromium.new_context(base_url=site, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def held(page: Page, glob: str) -> list[Route]:
    """Hold a file back; each of the routes can go on later."""
    routes: list[Route] = []
    page.route(glob, lambda route: routes.append(route))  # noqa: PLW0108 -- it inspects its handler
    return routes


def release(page: Page, glob: str, routes: list[Route]) -> None:
    for route in routes:
        route.continue_()
    page.unroute(glob)


@pytest.mark.parametrize("glob", [MORE, WHOLE])
def test_names_are_found_before_the_rest_is_there(shaky: Page, glob: str) -> None:
    routes = held(shaky, glob)
    shaky.goto(f"{STATIONS}?q=兰石集团")
    expect(shaky.locator("[data-find=page] .hit").first).to_contain_text("兰石集团")
    expect(shaky.locator("[data-part=status]")).to_contain_text("正在查其余部分")
    shaky.locator("[data-find=page] input[name=q]").fill("西北师范大学")
    expect(shaky.locator("[data-find=page] .hit").first).to_contain_text("西北师范大学")
    release(shaky, glob, routes)
    expect(shaky.locator("[data-part=status]")).to_have_text("查到 1 所")


def test_nobody_is_denied_or_taken_for_another_before_the_rest_is_there(shaky: Page) -> None:
    routes = held(shaky, MORE)
    shaky.goto(f"{STATIONS}?q=兰石集团")
    expect(shaky.locator("[data-find=page] .hit").first).to_contain_text("兰石集团")
    shaky.locator("[data-find=page] input[name=q]").fill("没有这个名字")
    expect(shaky.locator("[data-find=page] .hit")).to_have_count(0)
    expect(shaky.locator("[data-part=status]")).to_have_text("正在查其余部分…")
    release(shaky, MORE, routes)
    expect(shaky.locator("[data-part=status]")).to_contain_text("没有查到这样的鉴定所")


def test_the_box_drops_what_answers_an_older_question(shaky: Page) -> None:
    held(shaky, MORE)
    shaky.goto("gansu/")
    box = shaky.locator(HEADER_BOX)
    box.fill("西北师范大学")
    expect(shaky.locator("[role=option]").first).to_contain_text("西北师范大学")
    box.fill("第四所")
    expect(shaky.locator("[role=option]")).to_have_count(0)
    expect(shaky.locator("[role=listbox]").first).to_have_text("正在查其余部分…")


def pressed_and_replaced(page: Page) -> None:
    """Press the mouse on a hit, and let the rest of the answer take its place."""
    routes = held(page, MORE)
    page.goto("gansu/")
    page.locator(HEADER_BOX).fill("兰石集团")
    first = page.locator("[role=option]").first
    expect(first).to_contain_text("兰石集团")
    old = first.element_handle()
    first.hover()
    page.mouse.down()
    release(page, MORE, routes)
    page.wait_for_function("(old) => !old.isConnected", arg=old)


def test_a_hit_that_is_replaced_under_the_mouse_is_opened(shaky: Page) -> None:
    pressed_and_replaced(shaky)
    shaky.mouse.up()
    shaky.wait_for_url("**/stations/gansu-11/")


def test_a_key_opens_what_it_chose_and_not_what_was_pressed_before(shaky: Page) -> None:
    pressed_and_replaced(shaky)
    shaky.mouse.move(5, 700)
    shaky.mouse.up()
    shaky.locator(HEADER_BOX).fill("西北师范大学")
    expect(shaky.locator("[role=option]").first).to_contain_text("西北师范大学")
    shaky.keyboard.press("ArrowDown")
    shaky.keyboard.press("Enter")
    shaky.wait_for_url(lambda url: "/stations/gansu-" in url)
    assert "/stations/gansu-11/" not in shaky.url


@pytest.mark.parametrize("glob", [MORE, WHOLE])
def test_what_is_found_stays_when_the_rest_fails(shaky: Page, glob: str) -> None:
    shaky.route(glob, lambda route: route.abort())
    shaky.goto("gansu/")
    shaky.locator(HEADER_BOX).fill("兰石集团")
    expect(shaky.locator("[role=option]").first).to_contain_text("兰石集团")
    expect(shaky.locator("[role=listbox]").first).to_contain_text("其余部分没有取到")
    shaky.goto(f"{STATIONS}?q=兰石集团")
    expect(shaky.locator("[data-find=page] .hit").first).to_contain_text("兰石集团")
    expect(shaky.locator("[data-part=status]")).to_contain_text("可能不全")
    shaky.unroute(glob)
    shaky.locator("[data-part=retry]").click()
    expect(shaky.locator("[data-part=status]")).to_have_text("查到 1 所")


def test_a_file_of_another_build_is_not_read(shaky: Page) -> None:
    def older(route: Route) -> None:
        data = route.fetch().json()
        route.fulfill(body=json.dumps({**data, "cut": "00000000"}))

    shaky.route(MORE, older)
    shaky.goto(f"{STATIONS}?q=撤销")
    expect(shaky.locator("[data-part=status]")).to_contain_text("其余部分没有取到")
