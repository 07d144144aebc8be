"""How a reply is shown: a stand-in for the worker gives it, so that nothing is left to matching.

The `page` fixture fails each of these for a console error, a violation of the content policy or
a request to another host.
"""

import csv
import io
import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

HOME = "gansu/"
STATIONS = "gansu/stations/"
REVOKED = {
    "standing": "revoked",
    "mark": "2010年度撤销",
    "grade": "撤销",
    "status": "2011年3月3日撤销",
}
NO_FACETS: dict[str, list[Any]] = {
    name: [] for name in ("standing", "year", "region", "kind", "occupation")
}
NOTICE = {
    "kind": "notice",
    "title": "关于年检评估情况的通报",
    "about": "甘人社通〔2011〕67号",
    "url": "notices/gansu-2011-67/",
    "marks": [[2, 4, 0]],
}
HEADING = {
    "kind": "page",
    "title": "撤销以后证书还有效吗",
    "about": "名词解释",
    "url": "glossary/#revoked",
    "marks": [],
}
WORKER = """
const replies = %s;
onmessage = ({ data }) => {
  if (!data.ask) return;
  replies.forEach(([after, reply]) => setTimeout(() => {
    const hits = reply.hits.slice(0, data.limit);
    postMessage({ ...reply, hits, answer: data.ask, asked: data });
  }, after));
};
"""


def a_hit(number: int, **more: Any) -> dict[str, Any]:  # noqa: ANN401 -- any field
    """A qualified station, found as typed, unless `more` says otherwise."""
    return {
        "id": f"gansu-{number:02}",
        "url": f"stations/gansu-{number:02}/",
        "name": f"样例第{number}鉴定所",
        "hosts": ["兰石集团"],
        "standing": "qualified",
        "mark": "2010年度合格",
        "phase": "",
        "grade": "合格",
        "year": "2010",
        "status": "2010年度合格，此后无在案结论",
        "document": {"words": "甘人社通〔2011〕67号", "url": "notices/gansu-2011-67/"},
        "marks": {"name": [], "hosts": [[[0, 2, 0]]]},
        "found": [],
        "reasons": [],
        **more,
    }


def a_reply(*hits: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401 -- any field
    return {
        "total": len(hits),
        "hits": hits,
        "near": [],
        "facets": NO_FACETS,
        "pages": [],
        "last": "2011-04-07",
        "whole": True,
        **more,
    }


def answer(page: Page, *replies: tuple[int, dict[str, Any]]) -> None:
    """Let each question be answered by these, each so many milliseconds after it."""
    body = WORKER % json.dumps(replies, ensure_ascii=False)
    page.context.route(
        "**/search-worker.js",
        lambda route: route.fulfill(body=body, content_type="text/javascript"),
    )


def part(page: Page, name: str) -> Locator:
    return page.locator(f"[data-part={name}]")


def names(page: Page) -> Locator:
    return part(page, "results").locator(".hit__name")


def test_a_hit_stands_with_its_year_and_its_document(page: Page) -> None:
    answer(page, (0, a_reply(a_hit(11))))
    page.goto(f"{STATIONS}?q=兰石")
    hit = part(page, "results").locator(".hit")
    expect(hit.locator(".hit__hosts")).to_have_text("承建：兰石集团")
    expect(hit.locator(".hit__hosts mark")).to_have_text("兰石")
    expect(hit.locator(".hit__status")).to_have_text(
        "2010年度合格 此后无在案结论 依据：甘人社通〔2011〕67号"
    )
    link = hit.get_by_role("link", name="甘人社通〔2011〕67号")
    expect(link).to_have_attribute("href", "../notices/gansu-2011-67/")


def test_in_a_box_the_document_is_words(page: Page) -> None:
    answer(page, (0, a_reply(a_hit(11))))
    page.goto(HOME)
    page.locator("#find-home").fill("兰石")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("依据：甘人社通〔2011〕67号")
    expect(option.locator("a")).to_have_count(0)


def test_the_grade_as_printed_stands_beside_ours(page: Page) -> None:
    hit = a_hit(
        2, standing="rectifying", mark="2010年度限期整改", grade="不合格", status="整改期已满"
    )
    answer(page, (0, a_reply(hit)))
    page.goto(f"{STATIONS}?q=商业")
    expect(page.locator(".hit__said")).to_have_text("原文“不合格”，整改期已满")


def test_marks_tell_how_they_were_hit_without_colour(page: Page) -> None:
    hit = a_hit(11, hosts=["兰石集团"], reasons=["读音相近", "差一个字"])
    hit["marks"] = {"name": [[0, 1, 0]], "hosts": [[[0, 1, 1], [2, 4, 2]]]}
    answer(page, (0, a_reply(hit)))
    page.goto(f"{STATIONS}?q=栏石机团")
    expect(page.locator(".hit__reasons")).to_have_text("读音相近；差一个字")
    styles = page.locator(".hit mark").evaluate_all(
        "marks => marks.map((mark) => getComputedStyle(mark).textDecorationStyle)"
    )
    assert styles == ["solid", "dotted", "wavy"]


def test_other_texts_say_what_they_are(page: Page) -> None:
    found = [
        {"field": "曾用名", "text": "省商业鉴定所", "marks": [[1, 3, 0]]},
        {"field": "工种", "text": "焊工", "marks": [[0, 2, 1]]},
    ]
    answer(page, (0, a_reply(a_hit(2, found=found))))
    page.goto(f"{STATIONS}?q=商业")
    expect(page.locator(".hit__found")).to_have_text(["曾用名：省商业鉴定所", "工种：焊工"])


def test_near_names_are_no_answer(page: Page) -> None:
    answer(page, (0, a_reply(near=[a_hit(1), a_hit(5, **REVOKED)])))
    page.goto(f"{STATIONS}?q=第四所")
    expect(page.get_by_role("heading", name="没有查到这样的鉴定所")).to_be_visible()
    expect(part(page, "none")).to_contain_text("没有查到不等于合格，也不等于不合格")
    expect(names(page)).to_have_count(0)
    near = page.get_by_role("region", name="相近的鉴定所", exact=True)
    expect(near).to_contain_text("不完全相符")
    expect(near.get_by_role("listitem")).to_have_count(2)
    expect(part(page, "take")).to_be_hidden()
    expect(part(page, "live")).to_have_text("没有查到这样的鉴定所，没有查到不等于合格；相近的 2 所")


def test_a_near_name_on_the_black_list_is_no_hit(page: Page) -> None:
    answer(page, (0, a_reply(a_hit(1), near=[a_hit(55, **REVOKED)])))
    page.goto(f"{STATIONS}?q=长庆")
    expect(names(page)).to_have_count(1)
    near = page.get_by_role("region", name="黑榜上名称相近的鉴定所")
    expect(near).to_contain_text("不是上面查到的鉴定所，请不要弄混")
    expect(near.locator(".standing--revoked")).to_have_text("2010年度撤销")
    page.get_by_role("button", name="黑榜上名称相近的鉴定所 1").click()
    expect(near.get_by_role("heading")).to_be_focused()


def test_in_a_box_near_names_and_pages_are_groups(page: Page) -> None:
    answer(page, (0, a_reply(a_hit(1), near=[a_hit(55, **REVOKED)], pages=[NOTICE, HEADING])))
    page.goto(HOME)
    page.locator("#find-home").fill("长庆")
    box = page.get_by_role("listbox")
    expect(box.get_by_role("option")).to_have_count(5)
    near = box.get_by_role("group", name="黑榜上名称相近的")
    expect(near.get_by_role("option")).to_have_count(1)
    expect(near.locator(".standing--revoked")).to_be_visible()
    expect(box.get_by_role("group", name="文件")).to_contain_text("甘人社通〔2011〕67号")
    expect(box.get_by_role("group", name="本站其他页面")).to_contain_text("名词解释")
    expect(page.locator("form.find--home [role=status]")).to_have_text(
        "查到 1 所，黑榜上名称相近的 1 所，文件和其他页面 2 条"
    )


def test_documents_and_pages_stand_in_groups_of_their_own(page: Page) -> None:
    answer(page, (0, a_reply(a_hit(1), pages=[NOTICE, HEADING])))
    page.goto(f"{STATIONS}?q=年检")
    notices = page.get_by_role("region", name="文件")
    expect(notices.get_by_role("link")).to_have_attribute("href", "../notices/gansu-2011-67/")
    expect(page.get_by_role("region", name="本站其他页面").get_by_role("link")).to_have_count(1)
    expect(part(page, "jumps")).to_have_text("下面另有：文件 1本站其他页面 1")


def test_parts_of_the_index_come_without_a_flicker(page: Page) -> None:
    some = a_reply(a_hit(1), total=1, whole=False)
    every = a_reply(a_hit(9), a_hit(1), a_hit(5))
    answer(page, (0, some), (1500, every))
    page.goto(f"{STATIONS}?q=兰石")
    expect(part(page, "status")).to_have_text("查到 1 所，正在查其余部分…")
    expect(part(page, "take")).to_be_hidden()
    names(page).first.focus()
    kept = names(page).first.element_handle()
    expect(part(page, "status")).to_have_text("查到 3 所")
    expect(names(page)).to_have_text(["样例第9鉴定所", "样例第1鉴定所", "样例第5鉴定所"])
    assert page.evaluate("kept => kept === document.activeElement", kept)


def test_nothing_is_denied_before_the_whole_index_is_read(page: Page) -> None:
    answer(page, (0, a_reply(whole=False)), (1500, a_reply(near=[a_hit(1)])))
    page.goto(f"{STATIONS}?q=第四所")
    expect(part(page, "status")).to_have_text("正在查其余部分…")
    expect(part(page, "none")).to_be_hidden()
    expect(part(page, "status")).to_have_text("没有查到这样的鉴定所")
    expect(part(page, "none")).to_be_visible()


def test_waiting_is_said(page: Page) -> None:
    answer(page, (1500, a_reply(a_hit(1))))
    page.goto(f"{STATIONS}?q=兰石")
    expect(part(page, "status")).to_have_text("正在取名录…")
    expect(part(page, "status")).to_have_text("查到 1 所")
    page.goto(HOME)
    page.locator("#find-home").fill("兰石")
    expect(page.get_by_text("正在取名录…")).to_be_visible()
    expect(page.get_by_role("option").first).to_be_visible()
    expect(page.get_by_text("正在取名录…")).to_have_count(0)


def test_a_choice_in_the_box_stays_when_the_rest_comes(page: Page) -> None:
    answer(page, (0, a_reply(a_hit(1), whole=False)), (1500, a_reply(a_hit(9), a_hit(1))))
    page.goto(HOME)
    page.locator("#find-home").fill("兰石")
    expect(page.get_by_role("option")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true] .hit__name")
    expect(chosen).to_have_text("样例第1鉴定所")
    expect(page.get_by_role("option")).to_have_count(3)
    expect(chosen).to_have_text("样例第1鉴定所")


def test_facets_that_cannot_narrow_are_not_offered(page: Page) -> None:
    facets = {
        **NO_FACETS,
        "standing": [["qualified", "合格", 2], ["revoked", "撤销", 0]],
        "year": [["2010", "2010年度", 2]],
        "kind": [["school", "院校", 1], ["firm", "企业", 1]],
        "occupation": [["焊工", "焊工", 1]],
    }
    answer(page, (0, a_reply(a_hit(1), a_hit(2), facets=facets)))
    page.goto(f"{STATIONS}?q=兰石")
    expect(page.get_by_role("group", name="承建单位类别").get_by_role("checkbox")).to_have_count(2)
    expect(page.get_by_role("group", name="工种").get_by_role("checkbox")).to_have_count(1)
    for name in ("最近一次结论", "年度", "地区"):
        expect(page.get_by_role("group", name=name, exact=True)).to_have_count(0)


def test_of_many_occupations_the_frequent_ones_come_first(page: Page) -> None:
    occupations = [[f"工种{n}", f"工种{n}", n] for n in range(1, 13)]
    facets = {**NO_FACETS, "occupation": occupations}
    answer(page, (0, a_reply(*map(a_hit, range(1, 20)), facets=facets)))
    page.goto(f"{STATIONS}?q=兰石&occupation=工种2")
    boxes = page.get_by_role("group", name="工种").get_by_role("checkbox")
    expect(boxes).to_have_count(9)
    expect(boxes.first).to_have_attribute("value", "工种12")
    expect(boxes.last).to_be_checked()
    page.get_by_role("button", name="更多（共 12 项）").click()
    expect(boxes).to_have_count(12)
    expect(boxes.nth(8)).to_be_focused()
    page.get_by_role("button", name="收起").click()
    expect(boxes).to_have_count(9)


def test_a_value_that_the_data_do_not_know_can_be_taken_away(page: Page) -> None:
    answer(page, (0, a_reply()))
    page.goto(f"{STATIONS}?q=兰石&year=2099&year=abc&region=月球")
    expect(page.get_by_role("checkbox", name="2099年度（没有这一项） 0")).to_be_checked()
    expect(page.get_by_role("checkbox", name="abc（没有这一项） 0", exact=True)).to_be_checked()
    page.get_by_role("button", name="去掉条件 年度：2099年度").click()
    page.get_by_role("button", name="去掉条件 年度：abc（没有这一项）").click()
    expect(page.get_by_role("button", name="去掉条件 地区：月球")).to_be_focused()
    page.get_by_role("checkbox", name="月球（没有这一项） 0").press("Space")
    expect(part(page, "chosen")).to_be_hidden()
    expect(part(page, "status")).to_be_focused()
    assert "year" not in page.url
    assert "region" not in page.url


def test_the_table_opens_in_a_spreadsheet(page: Page) -> None:
    formula = a_hit(1, name='=HYPERLINK("x")"甲"', hosts=["甲厂", "乙厂"])
    bare = a_hit(6, grade="", year="none", standing="none", mark="无在案结论", document=None)
    facets = {**NO_FACETS, "standing": [["revoked", "撤销", 1], ["none", "无在案结论", 1]]}
    other = a_hit(5, reasons=["不是“合格”", "差一个字"], **REVOKED)
    hits = [formula, other, bare, *map(a_hit, range(10, 90))]
    answer(page, (0, a_reply(*hits, facets=facets)))
    page.goto(f"{STATIONS}?q=兰石&standing=revoked&standing=none")
    with page.expect_download() as taken:
        page.get_by_role("button", name="下载结果（CSV）").click()
    assert re.fullmatch(r"鉴定所查询结果-\d{8}\.csv", taken.value.suggested_filename)
    content = taken.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    site = page.url.split("stations/")[0]
    assert rows[0][:6] == ["编号", "名称", "承建单位", "说明", "结论", "等次（文件原文）"]
    assert rows[1][1:4] == ['\'=HYPERLINK("x")"甲"', "甲厂、乙厂", ""]
    assert rows[2] == [
        *("gansu-05", "样例第5鉴定所", "兰石集团", "不是“合格”；差一个字"),
        *("撤销", "撤销", "2010", "2011年3月3日撤销"),
        *("甘人社通〔2011〕67号", f"{site}notices/gansu-2011-67/", f"{site}stations/gansu-05/"),
    ]
    assert rows[3][4:7] == ["无在案结论", "", ""]
    assert rows[3][8:10] == ["", ""]
    assert rows[84] == []
    said = dict(rows[85:])
    assert said["查询内容"] == "兰石"
    assert said["结论"] == "撤销、无在案结论"
    assert said["结果"] == "83 所"
    assert said["资料"] == "资料到2011年4月7日为止。"
    assert said["声明"] == "软件演示，非政府网站。"
    assert said["说明"] == "本表不是证明，以正式文件为准。"


def test_every_hit_is_printed_with_what_was_asked(page: Page) -> None:
    page.add_init_script("window.print = () => { window.printed = (window.printed || 0) + 1; };")
    last = a_hit(80, reasons=["差一个字"])
    answer(page, (0, a_reply(*map(a_hit, range(1, 80)), last)))
    page.goto(f"{STATIONS}?q=兰石&year=2010&on=2011-04-01")
    expect(names(page)).to_have_count(50)
    page.get_by_role("button", name="打印结果").click()
    expect(names(page)).to_have_count(80)
    page.wait_for_function("window.printed === 1")
    page.emulate_media(media="print")
    paper = part(page, "paper")
    for words in ("兰石", "2010", "80 所", "2011年4月7日", "?q=兰石&year=2010", "以正式文件为准"):
        expect(paper).to_contain_text(words)
    day = paper.get_by_text("查的是哪一天")
    label, value = day.bounding_box(), day.locator("+ dd").bounding_box()
    assert label
    assert value
    assert label["x"] + label["width"] + 8 <= value["x"]
    expect(page.locator(".hit").last.get_by_text("差一个字")).to_be_visible()
    expect(page.locator(".hit").last).to_contain_text("2010年度合格")
    expect(page.locator(".hit").last).to_contain_text("甘人社通〔2011〕67号")
    for name in ("facets", "chosen", "take", "reset"):
        expect(part(page, name)).to_be_hidden()
    expect(page.locator("#find-page")).to_be_hidden()


def test_paper_says_what_it_leaves_out(page: Page) -> None:
    page.add_init_script("window.print = () => { window.printed = true; };")
    answer(page, (0, a_reply(*map(a_hit, range(1, 1201)))))
    page.goto(f"{STATIONS}?q=兰石")
    page.get_by_role("button", name="打印结果").click()
    page.wait_for_function("window.printed")
    expect(names(page)).to_have_count(1000)
    expect(part(page, "paper")).to_contain_text("只印出前 1000 所。要全部 1200 所，请下载表格。")


def test_of_a_register_not_searched_whole_only_the_least_is_said(page: Page) -> None:
    page.add_init_script("window.print = () => { window.printed = true; };")
    standings = [["qualified", "合格", 2], ["revoked", "撤销", 0]]
    facets = {**NO_FACETS, "standing": standings}
    answer(page, (0, a_reply(a_hit(1), a_hit(2), atLeast=True, facets=facets)))
    page.goto(f"{STATIONS}?q=兰石&year=1999")
    expect(part(page, "status")).to_have_text("查到至少 2 所")
    expect(part(page, "live")).to_have_text("查到至少 2 所")
    for name in ("合格 ≥2", "撤销", "1999年度"):
        expect(page.get_by_role("checkbox", name=name)).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("button", name="下载结果（CSV）").click()
    table = taken.value.path().read_text(encoding="utf-8-sig")
    page.get_by_role("button", name="打印结果").click()
    page.wait_for_function("window.printed")
    for words in ("至少 2 所", "没有全部查完"):
        assert words in table
        expect(part(page, "paper")).to_contain_text(words)
    page.goto(HOME)
    page.locator("#find-home").fill("兰石")
    expect(page.get_by_role("option").last).to_have_text("全部（至少 2 所）")
    expect(page.locator("form.find--home [role=status]")).to_have_text("查到至少 2 所")


def test_the_number_is_told_when_one_stops_typing(page: Page) -> None:
    answer(page, (0, a_reply(a_hit(1))))
    page.goto(STATIONS)
    page.evaluate("""() => {
        window.told = 0;
        const region = document.querySelector("[data-part=live]");
        new MutationObserver(() => { window.told += region.textContent ? 1 : 0; })
            .observe(region, { childList: true });
    }""")
    page.locator("#find-page").press_sequentially("lanshijituan", delay=40)
    expect(part(page, "live")).to_have_text("查到 1 所")
    assert page.evaluate("window.told") == 1


@pytest.mark.parametrize("key", ["Home", "End", "ArrowLeft", "ArrowRight"])
def test_the_cursors_keys_are_the_fields(page: Page, key: str) -> None:
    answer(page, (0, a_reply(a_hit(1))))
    page.goto(HOME)
    box = page.locator("#find-home")
    box.fill("兰石集团")
    expect(page.get_by_role("option")).to_have_count(2)
    box.press("ArrowDown")
    box.press(key)
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile(""))
    places = {"Home": 0, "End": 4, "ArrowLeft": 3, "ArrowRight": 4}
    assert box.evaluate("input => input.selectionStart") == places[key]


def test_the_list_ends_above_a_keyboard_on_the_screen(page: Page) -> None:
    answer(page, (0, a_reply(*map(a_hit, range(1, 7)))))
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(HOME)
    page.locator("#find-home").focus()
    page.set_viewport_size({"width": 360, "height": 400})
    page.locator("#find-home").fill("兰石")
    expect(page.get_by_role("option").first).to_be_in_viewport()
    box = page.get_by_role("listbox").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 400


def test_on_a_phone_the_facets_are_folded(page: Page) -> None:
    facets = {**NO_FACETS, "year": [["2010", "2010年度", 1], ["2011", "2011年度", 1]]}
    answer(page, (0, a_reply(a_hit(1), a_hit(2), facets=facets)))
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{STATIONS}?q=兰石&year=2011")
    fold = part(page, "fold")
    expect(fold).to_have_text("缩小范围（已选 1 项）")
    expect(fold).to_have_attribute("aria-expanded", "false")
    expect(part(page, "year")).to_be_hidden()
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")
    page.get_by_role("checkbox", name="2010年度 1").check()
    expect(fold).to_have_text("缩小范围（已选 2 项）")
