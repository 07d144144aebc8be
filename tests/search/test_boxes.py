"""What a person does in the boxes and on the page of stations, in a real browser.

The `page` fixture fails each of these for a console error, a violation of the content policy or
a request to another host.
"""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

HOME = "gansu/"
STATIONS = "gansu/stations/"
HEADER_BOX = "#find-header"


def combobox(page: Page) -> Locator:
    return page.locator("#find-home")


def options(page: Page) -> Locator:
    return page.locator("a[role=option]")


def names(page: Page) -> Locator:
    return page.locator("[data-part=results] .hit__name")


def test_hits_show_as_one_types(page: Page) -> None:
    page.goto(HOME)
    combobox(page).press_sequentially("lsjt")
    first = options(page).first
    expect(first.locator(".hit__name")).to_have_text("甘肃省第十一国家职业技能鉴定所")
    expect(first.locator(".hit__hosts mark")).to_have_text("兰石集团")
    expect(first.locator(".standing--qualified")).to_have_text("2010年度合格")
    expect(first.locator(".hit__status")).to_contain_text("2010年度合格 此后无在案结论")
    expect(first.locator(".hit__basis")).to_have_text("依据：甘人社通〔2011〕67号")
    expect(combobox(page)).to_have_attribute("aria-expanded", "true")
    expect(page.locator("form.find--home [role=status]")).to_contain_text("查到 1 所")


def test_arrows_choose_and_enter_opens(page: Page) -> None:
    page.goto(HOME)
    combobox(page).press_sequentially("兰州")
    expect(options(page)).to_have_count(7)
    combobox(page).press("ArrowDown")
    combobox(page).press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_count(1)
    chosen_id = chosen.get_attribute("id")
    expect(combobox(page)).to_have_attribute("aria-activedescendant", chosen_id or "")
    name = chosen.locator(".hit__name").inner_text()
    combobox(page).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_arrows_go_round_through_the_box(page: Page) -> None:
    page.goto(HOME)
    combobox(page).press_sequentially("兰石")
    expect(options(page).last).to_have_text(re.compile("^全部"))
    combobox(page).press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    combobox(page).press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    combobox(page).press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")


def test_enter_without_a_choice_leads_to_the_page(page: Page) -> None:
    page.goto(HOME)
    combobox(page).press_sequentially("撤销")
    expect(options(page).first).to_be_visible()
    combobox(page).press("Enter")
    page.wait_for_url("**/stations/?q=*")
    expect(page.locator("#find-page")).to_have_value("撤销")
    expect(names(page)).to_have_count(5)


def test_escape_closes_the_list(page: Page) -> None:
    page.goto(HOME)
    combobox(page).press_sequentially("兰石")
    expect(options(page).first).to_be_visible()
    combobox(page).press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(combobox(page)).to_have_attribute("aria-expanded", "false")
    expect(combobox(page)).to_have_value("兰石")
    combobox(page).press("Escape")
    expect(combobox(page)).to_have_value("")


def test_escape_empties_the_pages_field(page: Page) -> None:
    page.goto(f"{STATIONS}?q=兰石")
    expect(names(page).first).to_be_visible()
    page.locator("#find-page").press("Escape")
    expect(page.locator("#find-page")).to_have_value("")
    expect(page.locator('[data-find="plain"]')).to_be_visible()


def test_the_places_to_search_have_names_of_their_own(page: Page) -> None:
    for path, place in ((HOME, "查鉴定所"), (STATIONS, "在名录里查")):
        page.goto(path)
        for name in ("全站查找", place):
            expect(page.get_by_role("search", name=name, exact=True)).to_have_count(1)


def test_leaving_the_box_closes_the_list(page: Page) -> None:
    page.goto(HOME)
    combobox(page).press_sequentially("兰石")
    expect(options(page).first).to_be_visible()
    page.get_by_role("heading", level=1).click()
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_a_click_opens_a_hit(page: Page) -> None:
    page.goto(HOME)
    combobox(page).press_sequentially("省六所")
    options(page).first.click()
    page.wait_for_url("**/stations/gansu-06/")


def test_slash_goes_to_the_headers_box(page: Page) -> None:
    page.goto("gansu/stations/gansu-06/")
    page.keyboard.press("/")
    expect(page.locator(HEADER_BOX)).to_be_focused()
    page.keyboard.type("第15/")
    expect(page.locator(HEADER_BOX)).to_have_value("第15/")
    expect(options(page).first.locator(".hit__name")).to_have_text("甘肃省第十五国家职业技能鉴定所")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stations/gansu-15/")


def test_slash_goes_to_the_pages_own_field(page: Page) -> None:
    page.goto(STATIONS)
    page.keyboard.press("/")
    expect(page.locator("#find-page")).to_be_focused()
    page.keyboard.type("第15/")
    expect(page.locator("#find-page")).to_have_value("第15/")


@pytest.mark.parametrize(("path", "field"), [(HOME, "#find-home"), (STATIONS, "#find-page")])
def test_nothing_is_searched_while_an_input_method_composes(
    page: Page, path: str, field: str
) -> None:
    page.goto(path)
    page.locator(field).focus()
    found = options(page) if path == HOME else names(page)
    keyboard = page.context.new_cdp_session(page)
    for letters in ("l", "lan", "lan s", "lan shi"):
        keyboard.send(
            "Input.imeSetComposition", {"text": letters, "selectionStart": 0, "selectionEnd": 0}
        )
        page.wait_for_timeout(250)
        expect(found).to_have_count(0)
    assert "?" not in page.url
    keyboard.send("Input.insertText", {"text": "兰石"})
    expect(page.locator(field)).to_have_value("兰石")
    expect(found.first).to_contain_text("甘肃省第十一国家职业技能鉴定所")


def test_a_longer_text_than_the_field_takes_is_cut(page: Page) -> None:
    page.goto(STATIONS)
    field = page.locator("#find-page")
    field.evaluate("input => input.removeAttribute('maxlength')")
    field.fill("兰石" * 5000)
    page.wait_for_url("**/stations/?q=*")
    asked = "new URLSearchParams(location.search).get('q').length"
    assert page.evaluate(asked) == 200


def test_the_index_comes_with_the_first_focus(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("gansu/glossary/", wait_until="networkidle")
    assert not [url for url in asked if url.endswith("index.json")]
    with page.expect_response("**/search/index.json"):
        page.locator(HEADER_BOX).focus()


def test_nothing_found_says_what_that_means(page: Page) -> None:
    page.goto(HOME)
    combobox(page).press_sequentially("第四所")
    expect(page.get_by_text("没有查到不等于合格")).to_be_visible()
    expect(page.get_by_role("group", name="相近的，请核对")).to_contain_text(
        "第三国家职业技能鉴定所"
    )
    expect(options(page).last).to_have_text("到名录里查")
    page.goto(f"{STATIONS}?q=第四所")
    expect(page.get_by_role("heading", name="没有查到这样的鉴定所")).to_be_visible()
    expect(page.locator("[data-part=none]")).to_contain_text("没有查到不等于合格")
    expect(page.locator('[data-find="plain"]')).to_be_hidden()


def test_headings_stand_beside_stations(page: Page) -> None:
    page.goto(HOME)
    combobox(page).press_sequentially("撤销")
    expect(page.get_by_role("group", name="本站其他页面")).to_contain_text("撤销以后证书还有效吗")
    page.goto(f"{STATIONS}?q=撤销")
    page.get_by_role("link", name="撤销以后证书还有效吗").click()
    page.wait_for_url("**/glossary/#revoked")


def test_the_plain_list_stands_until_something_is_asked(page: Page) -> None:
    page.goto(STATIONS)
    expect(page.get_by_role("group", name="最近一次结论")).to_be_visible()
    expect(page.locator('[data-find="plain"] a')).to_have_count(63)
    expect(page.locator('[data-find="plain"]')).to_be_visible()
    expect(names(page)).to_have_count(0)


def test_without_scripts_the_plain_list_stands(page: Page) -> None:
    page.goto("gansu/plain/")
    expect(page.locator('[data-find="plain"]')).to_be_visible()
    expect(page.locator("[data-part=panel]")).to_be_hidden()
    page.locator("#find-page").fill("兰石")
    page.locator("#find-page").press("Enter")
    page.wait_for_url("**/stations/?q=*")


def test_facets_narrow_and_count(page: Page) -> None:
    page.goto(f"{STATIONS}?q=兰州")
    expect(page.get_by_role("heading", name="查到 18 所")).to_be_visible()
    page.get_by_role("checkbox", name="撤销 2").check()
    expect(names(page)).to_have_count(2)
    expect(page.get_by_role("checkbox", name="合格 15")).not_to_be_checked()
    expect(page.get_by_role("button", name="去掉条件 结论：撤销")).to_be_visible()
    assert page.url.endswith("&standing=revoked")
    page.get_by_role("checkbox", name="限期整改 1").check()
    expect(names(page)).to_have_count(3)
    assert page.url.endswith("&standing=rectifying&standing=revoked")


def test_choices_in_different_facets_all_hold(page: Page) -> None:
    page.goto("made_up/stations/?q=样例省")
    page.get_by_role("checkbox", name="2012年度").check()
    page.get_by_role("checkbox", name="焊工").check()
    welding = ["样例省第二职业技能鉴定所", "绿洲职业技能鉴定所"]
    expect(names(page)).to_have_text(welding)
    page.reload()
    expect(page.get_by_role("checkbox", name="焊工")).to_be_checked()
    expect(names(page)).to_have_text(welding)
    page.get_by_role("button", name="去掉条件 工种：焊工").click()
    expect(page.get_by_role("button", name="去掉条件 年度：2012年度")).to_be_focused()
    page.go_back()
    expect(names(page)).to_have_text(welding)


def test_the_newest_decision_can_come_first(page: Page) -> None:
    page.goto("made_up/stations/")
    page.get_by_label("排序").select_option("date")
    expect(names(page).last).to_have_text("无结论职业技能鉴定所")
    assert page.url.endswith("?sort=date")


def test_a_table_of_the_hits_can_be_taken_along(page: Page) -> None:
    page.goto(f"{STATIONS}?year=2010")
    expect(names(page)).to_have_count(50)
    with page.expect_download() as taken:
        page.get_by_role("button", name="下载结果（CSV）").click()
    table = taken.value.path().read_text(encoding="utf-8-sig")
    assert table.count('"甘人社通〔2011〕67号"') == 63


def test_the_address_keeps_the_question(page: Page) -> None:
    page.goto(STATIONS)
    box = page.locator("#find-page")
    box.press_sequentially("兰州")
    expect(names(page)).to_have_count(18)
    page.get_by_role("checkbox", name="撤销 2").check()
    expect(names(page)).to_have_count(2)
    page.get_by_label("排序").select_option("number")
    expect(names(page).first).to_have_text("甘肃省第六十九国家职业技能鉴定所")
    page.reload()
    expect(names(page).first).to_have_text("甘肃省第六十九国家职业技能鉴定所")
    expect(box).to_have_value("兰州")
    expect(page.get_by_role("checkbox", name="撤销 2")).to_be_checked()


def test_back_and_forward_walk_through_the_questions(page: Page) -> None:
    page.goto(STATIONS)
    box = page.locator("#find-page")
    box.press_sequentially("兰州")
    expect(names(page)).to_have_count(18)
    page.get_by_role("checkbox", name="撤销 2").check()
    expect(names(page)).to_have_count(2)
    names(page).first.click()
    page.wait_for_url("**/stations/gansu-74/")
    page.go_back()
    expect(names(page)).to_have_count(2)
    page.go_back()
    expect(names(page)).to_have_count(18)
    expect(page.get_by_role("checkbox", name="撤销 2")).not_to_be_checked()
    page.go_back()
    expect(names(page)).to_have_count(0)
    expect(box).to_have_value("")
    page.go_forward()
    expect(names(page)).to_have_count(18)
    expect(box).to_have_value("兰州")


def test_reset_clears_everything(page: Page) -> None:
    page.goto(f"{STATIONS}?q=兰州&standing=revoked&year=2010")
    expect(names(page)).to_have_count(2)
    page.get_by_role("button", name="清除全部条件").click()
    expect(page.locator('[data-find="plain"]')).to_be_visible()
    expect(page.locator("#find-page")).to_be_focused()
    assert page.url.endswith("/stations/")


def test_more_hits_come_on_request(page: Page) -> None:
    page.goto(f"{STATIONS}?year=2010")
    expect(names(page)).to_have_count(50)
    page.get_by_role("button", name="再显示一些").click()
    expect(names(page)).to_have_count(63)
    expect(names(page).nth(50)).to_be_focused()
    expect(page.get_by_role("button", name="再显示一些")).to_be_hidden()


def test_what_a_record_says_is_never_markup(page: Page) -> None:
    page.goto("made_up/stations/?q=img")
    expect(names(page)).to_have_text("<img src=x onerror=alert(1)>鉴定所")
    expect(page.locator(".hit__hosts")).to_contain_text('"><script>alert(1)</script>')
    expect(page.locator("[data-part=results] img")).to_have_count(0)


def test_the_grade_as_printed_stands_beside_ours(page: Page) -> None:
    page.goto("made_up/stations/?q=第105")
    expect(page.locator(".hit .standing--revoked")).to_have_text("2012年度撤销")
    expect(page.locator(".hit__status")).to_contain_text("原文“不合格”，2013年1月5日撤销")


def test_other_words_that_were_hit_are_shown(page: Page) -> None:
    page.goto("made_up/stations/?q=山城")
    expect(page.locator(".hit__found")).to_have_text("又名：山城鉴定站")


def test_without_an_index_the_plain_list_is_the_answer(page: Page) -> None:
    page.context.set_default_timeout(10_000)
    page.route("**/search/index.json", lambda route: route.fulfill(status=200, body="not JSON"))
    page.goto(f"{STATIONS}?q=兰石")
    expect(page.get_by_text("即时查找暂不可用")).to_be_visible()
    expect(page.locator('[data-find="plain"]')).to_be_visible()
    page.locator(HEADER_BOX).fill("兰石")
    expect(options(page)).to_have_text("即时查找暂不可用，请看完整名录")


@pytest.mark.parametrize("path", [HOME, STATIONS, f"{STATIONS}?q=兰州", "gansu/dark/?q=撤销"])
def test_a_phone_has_room_for_everything(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    page.locator(HEADER_BOX).focus()
    page.locator(HEADER_BOX).fill("兰州电力技术学院")
    expect(options(page).first.locator("mark").first).to_be_visible()  # the whole reply is there
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    box = options(page).first.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360


def test_targets_are_big_enough(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{STATIONS}?q=兰州")
    expect(names(page)).to_have_count(18)
    page.locator("[data-part=fold]").click()
    page.get_by_role("checkbox", name="合格 15").check()
    expect(names(page)).to_have_count(15)
    targets = (
        ".find__chip, .find__button, .find__input, .find__sort select, .find__taken, "
        ".find__jump, a.hit__name"
    )
    for target in page.locator(targets).filter(visible=True).all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24, target.inner_text()


def test_print_shows_hits_without_boxes(page: Page) -> None:
    page.goto(f"{STATIONS}?q=撤销")
    expect(names(page)).to_have_count(5)
    page.emulate_media(media="print")
    expect(names(page).first).to_be_visible()
    expect(page.locator("#find-page")).to_be_hidden()
    expect(page.locator(HEADER_BOX)).to_be_hidden()
