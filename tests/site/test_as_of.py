"""“Was it qualified on my exam day?”: asked on a station's page and on the page of all stations."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.serving import serving
from tests.site.conftest import ROOT, TODAY, build, unfold

from register.history import standing_on
from register.reading import read
from register.register import build_register
from register.views.wording import Mark, beyond

SAMPLE = ROOT / "tests/sample_register"
REVOKED = "stations/gansu-55/"
SIZES = {"desktop": (1280, 900), "phone": (360, 740)}


def said(page: Page) -> Locator:
    return page.locator("[data-part=said]")


def ask(page: Page, day: str) -> None:
    page.get_by_label("哪一天").fill(day)
    page.get_by_role("button", name="查这一天").click()


def test_a_day_is_asked_and_answered(page: Page) -> None:
    page.goto(REVOKED)
    expect(said(page)).to_be_empty()
    ask(page, "2011-05-01")
    expect(said(page)).to_contain_text("2011年5月1日")
    expect(said(page).locator(".standing--revoked")).to_have_text("2010年度撤销")
    expect(said(page).locator(".status")).to_have_text("2011年3月3日撤销")
    link = said(page).get_by_role("link", name="甘人社通〔2011〕67号")
    expect(link.first).to_be_visible()
    assert page.url.endswith("stations/gansu-55/?on=2011-05-01")


def test_a_day_before_any_document_has_no_answer_but_the_year_has(page: Page) -> None:
    page.goto(f"{REVOKED}?on=2010-05-01")
    expect(said(page).locator(".standing--none")).to_have_text("无在案结论")
    expect(said(page)).to_contain_text("没有收录，不等于合格，也不等于不合格")
    expect(said(page)).to_contain_text("检查2010年工作的结论")
    expect(said(page)).not_to_contain_text("依据：")


def test_what_was_not_yet_published_is_said(page: Page) -> None:
    page.goto(f"{REVOKED}?on=2011-03-10")
    expect(said(page)).to_contain_text("这份文件到2011年4月7日才公布")
    page.goto(f"{REVOKED}?on=2011-04-07")
    expect(said(page).locator(".standing")).to_be_visible()
    expect(said(page)).not_to_contain_text("才公布")


def test_a_grade_speaks_for_its_year_only(page: Page) -> None:
    page.goto("stations/gansu-06/?on=2011-05-01")
    expect(said(page)).to_contain_text("结论只说明2010年度")
    expect(said(page).get_by_text("2010年度合格")).to_have_count(1)
    page.goto("stations/gansu-06/?on=2013-05-01")
    expect(said(page)).to_contain_text("此后无在案结论")


def test_a_shared_link_shows_its_answer_in_the_first_screen(page: Page) -> None:
    page.goto(f"{REVOKED}?on=2011-05-01")
    expect(said(page).locator(".status")).to_be_in_viewport()
    expect(page.get_by_label("哪一天")).to_have_value("2011-05-01")
    page.get_by_role("link", name="甘人社通〔2011〕67号").first.click()
    page.go_back()
    expect(said(page)).to_contain_text("2011年5月1日")


def test_back_leads_through_the_days(page: Page) -> None:
    page.goto(REVOKED)
    ask(page, "2011-05-01")
    ask(page, "2010-05-01")
    expect(said(page)).to_contain_text("2010年5月1日")
    page.go_back()
    expect(said(page)).to_contain_text("2011年5月1日")
    page.go_back()
    expect(said(page)).to_be_empty()


NO_DAY = "“{}”不是一个日期。请写成 2011-05-01 这样，年份四位。"
FUTURE = "这一天还没有到，只能查到今天为止。"
TOO_EARLY = "只能查1949年以后的日子。"
REFUSED = {
    **{text: NO_DAY.format(text) for text in ("2011-02-30", "昨天", "2011-13-01", "<b>1</b>")},
    **dict.fromkeys(("2999-01-01", "2999年1月1日"), FUTURE),
    **dict.fromkeys(("1948-12-31", "0201-01-01"), TOO_EARLY),
}


@pytest.mark.parametrize("wrong", REFUSED)
def test_what_cannot_be_told_is_said_plainly(page: Page, wrong: str) -> None:
    page.goto(f"{REVOKED}?on={wrong}")
    field = page.get_by_label("哪一天")
    expect(page.locator("#on-wrong")).to_have_text(REFUSED[wrong])
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("^" + re.escape(REFUSED[wrong])))
    expect(said(page)).to_be_empty()
    expect(page.get_by_role("button", name="复制链接")).to_be_hidden()
    expect(page.locator(".answer__status")).to_have_text("2011年3月3日撤销")


def test_an_emptied_field_leads_back_to_now(page: Page) -> None:
    page.goto(REVOKED)
    ask(page, "2011-05-01")
    steps = page.evaluate("history.length")
    ask(page, "")
    expect(said(page)).to_be_empty()
    expect(page.locator("#on-wrong")).to_be_hidden()
    expect(page.get_by_label("哪一天")).not_to_have_attribute("aria-invalid", "true")
    assert page.url.endswith(REVOKED)
    assert page.evaluate("history.length") == steps
    page.get_by_role("button", name="查这一天").click()
    expect(page.locator("#on-wrong")).to_be_hidden()
    assert page.evaluate("history.length") == steps


WRITTEN = ("2011 5 1", "2011.5.1", "2011年5月1日", "２０１１－５－１", "2011/05/01", "20110501")


@pytest.mark.parametrize("written", WRITTEN)
def test_a_day_is_understood_as_people_write_it(page: Page, written: str) -> None:
    page.goto(f"{REVOKED}?on={written}")
    expect(said(page)).to_contain_text("2011年5月1日")
    page.goto(f"stations/?on={written}")
    expect(page.get_by_text("2011年5月1日：查到")).to_be_visible()


def test_a_script_that_does_not_come_is_said(chromium: Browser, gansu_url: str) -> None:
    page = chromium.new_page(base_url=gansu_url)
    page.route("**/scripts/as-of.js", lambda route: route.abort())
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{REVOKED}?on=2011-05-01")
    broken = page.locator("[data-part=broken]")
    expect(broken).to_be_visible()
    expect(broken).to_contain_text("查某一天要用的脚本没有装好")
    assert wrong == []
    page.close()


def test_a_day_after_the_data_says_how_far_they_go(page: Page) -> None:
    page.goto(f"{REVOKED}?on=2011-04-07")
    expect(page.get_by_text("资料只到2011年4月7日")).to_be_hidden()
    page.goto(f"{REVOKED}?on=2011-04-08")
    expect(page.get_by_text("资料只到2011年4月7日")).to_be_visible()


def test_the_day_and_its_answer_are_printed(page: Page) -> None:
    page.goto(f"{REVOKED}?on=2011-05-01")
    page.emulate_media(media="print")
    expect(said(page)).to_contain_text("2011年5月1日")
    expect(said(page)).to_be_visible()
    expect(page.get_by_role("button", name="查这一天")).to_be_hidden()
    expect(said(page).get_by_text("stations/gansu-55/?on=2011-05-01")).to_be_visible()
    page.goto(REVOKED)
    expect(page.locator(".as-of")).to_be_hidden()


def test_the_link_is_copied(page: Page, gansu_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{REVOKED}?on=2011-05-01")
    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_text("已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{gansu_url}{REVOKED}?on=2011-05-01"


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto(REVOKED)
    page.get_by_label("哪一天").focus()
    page.keyboard.type("05012011")
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("2011年5月1日")
    expect(said(page)).to_have_attribute("role", "status")


@pytest.mark.parametrize("size", SIZES)
def test_without_javascript_the_table_answers(chromium: Browser, gansu_url: str, size: str) -> None:
    width, height = SIZES[size]
    context = chromium.new_context(
        base_url=gansu_url,
        java_script_enabled=False,
        viewport={"width": width, "height": height},
    )
    page = context.new_page()
    page.goto(REVOKED)
    row = page.locator("table.spans tbody tr").first
    expect(row).to_contain_text("2011年3月3日")
    expect(row).to_contain_text("以后")
    expect(row).to_contain_text("2010年度撤销")
    expect(row.get_by_role("link")).to_have_text("甘人社通〔2011〕67号")
    unscripted = page.locator(".as-of noscript p")
    expect(unscripted).to_have_text("没有打开脚本的，请在“各段时间的状态”里找这一天。")
    expect(unscripted).to_be_visible()
    page.get_by_label("哪一天").fill("2011-05-01")
    page.get_by_role("button", name="查这一天").click()
    page.wait_for_url("**/?on=2011-05-01#spans")
    expect(row).to_be_in_viewport()
    context.close()


def test_the_search_answers_for_a_day(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto("stations/?q=撤销")
    expect(page.locator("[data-part=results] li")).to_have_count(5)
    assert not [url for url in asked if "spans.json" in url]
    page.get_by_label("哪一天").fill("2011-03-02")
    expect(page.get_by_text("2011年3月2日：没有查到这样的鉴定所")).to_be_visible()
    page.get_by_label("哪一天").fill("2011-03-03")
    expect(page.locator("[data-part=results] li")).to_have_count(5)
    assert "on=2011-03-03" in page.url
    page.locator("[data-part=results] a").first.click()
    page.wait_for_url("**/stations/gansu-55/?on=2011-03-03")
    expect(said(page)).to_contain_text("2011年3月3日撤销")
    page.go_back()
    expect(page.get_by_label("哪一天")).to_have_value("2011-03-03")
    expect(page.locator("[data-part=results] li")).to_have_count(5)


def test_the_facets_count_the_standings_of_the_day(page: Page) -> None:
    page.goto("stations/?on=2011-05-01")
    unfold(page)
    expect(page.get_by_role("group", name="那一天的状态")).to_contain_text("合格53")
    page.goto("stations/?on=2013-05-01")
    unfold(page)
    expect(page.get_by_role("group", name="那一天的状态")).to_contain_text("只有以前年度的结论53")
    expect(page.get_by_text("资料只到2011年4月7日")).to_be_visible()
    page.get_by_role("button", name="清除全部条件").click()
    expect(page.get_by_role("group", name="最近一次结论")).to_contain_text("合格53")
    expect(page.get_by_label("哪一天")).to_have_value("")


@pytest.mark.parametrize("wrong", ["2011-02-30", "2999-01-01", "1948-12-31"])
def test_the_search_refuses_what_cannot_be_told(page: Page, wrong: str) -> None:
    page.goto(f"stations/?q=兰石&on={wrong}")
    expect(page.get_by_role("alert")).to_have_text(REFUSED[wrong])
    field = page.get_by_label("哪一天")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(REFUSED[wrong])
    assert "on=" not in page.url
    field.fill("2011-05-01")
    expect(page.get_by_text("2011年5月1日：查到")).to_be_visible()
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_without_spans_the_search_says_nothing_of_a_day(chromium: Browser, gansu_url: str) -> None:
    page = chromium.new_page(base_url=gansu_url)
    page.route("**/search/spans.json*", lambda route: route.fulfill(status=404))
    page.goto("stations/?q=兰石&on=2011-05-01")
    expect(page.get_by_text("现在不能按日期查")).to_be_visible()
    expect(page.locator('[data-find="plain"]')).to_be_hidden()
    expect(page.locator("[data-part=results] li")).to_have_count(0)
    expect(page.locator("[data-part=standing]")).to_be_hidden()
    page.get_by_role("button", name="清除全部条件").click()
    expect(page.locator('[data-find="plain"]')).to_be_visible()
    expect(page.locator("[data-part=standing]")).to_be_visible()
    page.close()


def test_the_header_knows_no_day(page: Page) -> None:
    page.goto("stations/?on=2010-01-01")
    page.locator("#find-header").fill("兰石")
    expect(page.locator("[role=option] .standing").first).to_have_text("2010年度合格")


def test_the_document_that_took_anothers_force_is_named(sample_page: Page) -> None:
    sample_page.goto("stations/haixi-22/?on=2024-06-01")
    expect(said(sample_page)).to_contain_text(
        "2024年5月20日起，海人社函〔2024〕20号已被海人社函〔2024〕27号撤回。"
    )
    expect(said(sample_page).get_by_role("link", name="27号")).to_be_visible()
    sample_page.goto("stations/haixi-22/?on=2024-08-01")
    expect(said(sample_page)).to_contain_text(
        "后者从2024年7月3日起又被海人社函〔2024〕36号撤回，海人社函〔2024〕20号仍然有效。"
    )


def test_a_struck_occupation_is_told_from_its_day_on(sample_page: Page) -> None:
    sample_page.goto("stations/haixi-01/?on=2022-08-07")
    expect(said(sample_page).locator(".standing")).to_be_visible()
    expect(said(sample_page)).not_to_contain_text("取消工种")
    sample_page.goto("stations/haixi-01/?on=2022-08-08")
    expect(said(sample_page)).to_contain_text("2022年8月8日起取消工种：锅炉操作工")
    expect(sample_page.locator(".answer")).to_contain_text("2022年8月8日起取消：锅炉操作工")


def test_the_host_of_the_day_is_told(sample: Path, sample_page: Page) -> None:
    pages = sorted((sample / "stations").glob("*/index.html"))
    dated = re.compile(r'data-host data-from="([0-9-]*)" data-to="([0-9-]+)">(.*?)</dd>')
    found = [(path, dated.search(path.read_text(encoding="utf-8"))) for path in pages]
    path, term = next((path, match) for path, match in found if match)
    name = re.sub("<.*?>", "", term[3])
    for day, there in ((term[2], True), (_next(term[2]), False)):
        sample_page.goto(f"stations/{path.parent.name}/?on={day}")
        hosts = said(sample_page).locator(".as-of__host", has_text=name)
        expect(hosts).to_have_count(int(there))


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


@pytest.fixture(scope="module")
def sample_page(chromium: Browser, sample: Path) -> Iterator[Page]:
    with serving(sample) as url:
        page = chromium.new_page(base_url=url)
        yield page
        page.close()


def boundaries(sample: Path) -> dict[str, list[str]]:
    """Every day on which something begins for each station, and the days beside it."""
    found = {}
    for path in sorted((sample / "api/v1/stations").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        days = [date.fromisoformat(s["from"]) for s in record["spans"] if s["from"]]
        near = {day + timedelta(days=off) for day in days for off in (-1, 0, 1)}
        found[record["id"]] = sorted(day.isoformat() for day in near)
    return found


def test_the_browser_looks_up_as_python_does(sample: Path, sample_page: Page) -> None:
    data, _problems = read(SAMPLE)
    register = build_register(data, date.fromisoformat(TODAY))
    days = boundaries(sample)
    sample_page.goto("")
    found = sample_page.evaluate(
        """async (days) => {
            await import(new URL("scripts/spans.js", document.baseURI));
            const found = {};
            for (const id of Object.keys(days)) {
                const record = await (await fetch(`api/v1/stations/${id}.json`)).json();
                const starts = record.spans.map((span) => span.from);
                found[id] = days[id].map((day) => spanOn(starts, day));
            }
            return found;
        }""",
        days,
    )
    wanted = {
        id_: [
            register.stations[id_].spans.index(
                standing_on(register.stations[id_].spans, date.fromisoformat(day))
            )
            for day in of
        ]
        for id_, of in days.items()
    }
    assert sum(map(len, days.values())) > 100
    assert found == wanted


def test_page_and_search_say_the_same(sample: Path) -> None:
    index = json.loads((sample / "search/index.json").read_text(encoding="utf-8"))
    spans = json.loads((sample / "search/spans.json").read_text(encoding="utf-8"))
    assert spans["ids"] == index["ids"]
    api = json.loads((sample / "api/v1/stations.json").read_text(encoding="utf-8"))
    listed = [station["id"] for station in api["stations"]]
    for id_, begins in zip(listed, spans["stations"], strict=True):
        html = (sample / f"stations/{id_}/index.html").read_text(encoding="utf-8")
        starts = [spans["days"][spans["begins"][number][0]] for number in begins]
        part = html[html.index('class="cards spans"') :]
        found = re.findall(r"<tr(?: data-from=\"([0-9-]+)\")?[^>]*><th scope=\"row\"", part)
        assert found[: len(starts)] == starts[::-1]
        rows = re.findall(r"data-said><span class=\"standing[^>]*>([^<]+)</span>(.*)", part)
        texts = [
            (mark, *re.findall(r"<span class=\"status\">([^<]+)", more)) for mark, more in rows
        ]
        facts = [spans["said"][spans["begins"][number][1]] for number in begins]
        lines = [(fact[2], beyond(Mark(*fact[1:4]), fact[6])) for fact in facts[::-1]]
        assert texts[: len(lines)] == [tuple(filter(None, line)) for line in lines]


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped data as it was built in spring 2011."""
    out = tmp_path_factory.mktemp("early") / "site"
    build(ROOT / "tests/gansu_register", out, "2011-05-01")
    return out


def test_the_whole_answer_changes_when_its_day_has_come(chromium: Browser, early: Path) -> None:
    with serving(early) as url:
        page = chromium.new_page(base_url=url)
        page.clock.set_fixed_time("2011-06-30T12:00:00+08:00")
        page.goto("stations/gansu-02/")
        expect(page.locator(".answer__status")).to_contain_text("限期整改至2011年6月30日")
        expect(page.locator("[data-swap=meaning]")).to_contain_text("文件要求它限期整改")
        page.clock.set_fixed_time("2011-07-01T12:00:00+08:00")
        page.reload()
        expect(page.locator(".answer__status")).to_have_text("整改期已满，未见验收结果")
        expect(page.locator(".answer__mark .is-overdue")).to_be_visible()
        expect(page.locator("[data-swap=meaning]")).to_contain_text("文件写的期限已经过去")
        expect(page.locator(".answer")).to_contain_text("甘人社通〔2011〕67号")
        page.close()
