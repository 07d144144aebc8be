"""./scripts/form: records written in a browser are canonical files that pass the check."""

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.editors.conftest import Form

LONG = "关于2023年度职业技能鉴定所（站）检查情况的通报（yunling-2024-9）"
# What a browser does when somebody presses Ctrl+V.
PASTE = """(cell, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text", text);
  const said = { clipboardData, bubbles: true, cancelable: true };
  cell.dispatchEvent(new ClipboardEvent("paste", said));
}"""
STATION = """\
id: yunling-30
name: 云岭省第三十国家职业技能鉴定所
ordinal: 30
hosts:
  - host: kunwu-jianshe-jituan
    source: yunling-2024-9
"""

NOTICE = """\
id: yunling-2024-78
number: 云人社通〔2024〕78号
title: 关于2023年度检查补充结果的通报
decided: 2024-05-06
rounds:
  - round: yunling-2023
    totals: {合格: 1}
    decisions:
      - grade: 合格
        stations:
          yunling-30: 云岭省第三十国家职业技能鉴定所（昆吾建设集团承建）
"""


def write_station(form: "Form") -> None:
    page = form.page
    form.open("stations")
    expect(page.get_by_text("云岭省第二国家职业技能鉴定所（yunling-02）")).to_be_visible()
    form.picture("list")
    page.locator('a[href="#/collections/stations/new"]').click()
    form.choose("地区", "云岭", "云岭省（yunling）")
    page.get_by_label("编号", exact=True).fill("yunling-30")
    page.get_by_label("名称", exact=True).fill("云岭省第三十国家职业技能鉴定所")
    page.get_by_label("序号").fill("30")
    page.get_by_role("button", name="新增承建单位").click()
    form.choose("承建单位", "昆吾", "昆吾建设集团（kunwu-jianshe-jituan）")
    form.choose(
        "来源文件", "2024-9", "关于2023年度职业技能鉴定所（站）检查情况的通报（yunling-2024-9）"
    )
    form.picture("new-station")
    form.save()


def write_notice(form: "Form") -> None:
    page = form.page
    form.open("notices/new")
    page.get_by_label("编号", exact=True).fill("yunling-2024-78")
    page.get_by_label("文号").fill("云人社通〔2024〕78号")
    page.get_by_label("标题").fill("关于2023年度检查补充结果的通报")
    page.get_by_label("成文日期").fill("2024-05-06")
    form.picture("new-notice")
    page.get_by_role("button", name="新增结论").click()
    form.choose(
        "年度检查", "yunling-2023", "云岭省2023年度职业技能鉴定所（站）检查（yunling-2023）"
    )
    page.get_by_role("button", name="添加一行总数").click()
    page.get_by_label("第 1 行等次").fill("合格")
    page.get_by_label("第 1 行数").fill("1")
    page.get_by_role("button", name="新增结论").last.click()
    page.get_by_label("等次", exact=True).fill("合格")
    page.get_by_role("button", name="添加一行鉴定所").click()
    page.get_by_label("第 1 行鉴定所").fill("yunling-30")
    page.get_by_label("第 1 行文字").fill("云岭省第三十国家职业技能鉴定所（昆吾建设集团承建）")
    form.picture("new-decision")
    form.save()


def test_a_station_and_a_notice_that_names_it(form: "Form") -> None:
    write_station(form)
    write_notice(form)
    assert (form.data / "stations/yunling/yunling-30.yml").read_text("utf-8") == STATION
    assert (form.data / "notices/yunling-2024-78.yml").read_text("utf-8") == NOTICE
    assert form.git("status", "--porcelain", "-uall").split() == [
        "??",
        "data/notices/yunling-2024-78.yml",
        "??",
        "data/stations/yunling/yunling-30.yml",
    ]
    assert form.checked() == "没有发现问题。\n"


def test_an_edit_touches_only_what_was_edited(form: "Form") -> None:
    page = form.page
    form.open("notices/entries/haixi-2022-91")
    expect(page.get_by_label("标题")).to_have_value("关于2022年职业技能鉴定质量督导检查结果的通报")
    page.get_by_label("公布日期").fill("2022-12-08")
    page.get_by_label("理由").last.fill("两年没有开展鉴定")
    form.save()
    changed = [line for line in form.git("diff", "-U0").splitlines() if line[:1] in "+-"]
    assert changed == [
        "--- a/data/notices/haixi-2022-91.yml",
        "+++ b/data/notices/haixi-2022-91.yml",
        "-published: 2022-12-05",
        "+published: 2022-12-08",
        "-        grounds: 没有开展鉴定",
        "+        grounds: 两年没有开展鉴定",
    ]
    assert form.checked() == "没有发现问题。\n"


def test_a_pasted_list_becomes_rows_with_their_ids(form: "Form") -> None:
    page = form.page
    form.open("notices/entries/haixi-2022-91")
    cell = page.get_by_label("第 1 行文字").first
    lines = "海西省第一国家职业技能鉴定所\n\n海西省第二国家职业技能鉴定所\n某某鉴定所\n"
    page.get_by_role("button", name="添加一行鉴定所").first.click()
    page.get_by_label("第 2 行文字").evaluate(PASTE, lines)
    rows = page.locator(".form-rows").nth(1).locator(".form-row")
    expect(rows).to_have_count(4)
    assert [
        (row.get_by_role("combobox").input_value(), row.locator(".form-value").input_value())
        for row in rows.all()
    ] == [
        ("haixi-24", cell.input_value()),
        ("haixi-01", "海西省第一国家职业技能鉴定所"),
        ("haixi-02", "海西省第二国家职业技能鉴定所"),
        ("", "某某鉴定所"),
    ]
    rows.nth(2).get_by_title("上移").click()
    rows.nth(3).get_by_title("删去").click()
    expect(rows).to_have_count(3)
    assert rows.nth(1).get_by_role("combobox").input_value() == "haixi-02"


def test_what_does_not_exist_is_marked_and_not_saved(form: "Form") -> None:
    page = form.page
    form.open("notices/entries/haixi-2022-91")
    page.get_by_label("第 1 行鉴定所").first.fill("haixi-99")
    expect(page.get_by_text("没有这个编号")).to_be_visible()
    form.ask_to_save()
    form.refused("第 1 行：没有“haixi-99”；请从列出的里面选。")
    assert form.git("status", "--porcelain") == ""


def test_an_id_that_is_taken_is_refused_with_a_sentence(form: "Form") -> None:
    page = form.page
    form.open("hosts/new")
    form.choose("地区", "云岭", "云岭省（yunling）")
    page.get_by_label("编号", exact=True).fill("kunwu-jianshe-jituan")
    page.get_by_role("button", name="新增名称").click()
    page.get_by_label("名称").last.fill("昆吾建设集团")
    form.choose("来源文件", "2024-9", LONG)
    form.ask_to_save()
    form.refused("编号 kunwu-jianshe-jituan 已经有了。请打开原有的档案修改，或换一个编号。")
    assert form.git("status", "--porcelain") == ""


def test_what_somebody_else_changed_meanwhile_is_not_written_over(form: "Form") -> None:
    page = form.page
    form.open("stations/entries/yunling/yunling-05")
    page.get_by_label("所在市（州）").fill("望舒市")
    file = form.data / "stations/yunling/yunling-05.yml"
    other = file.read_text("utf-8") + "code: '12345678'\n"
    file.write_text(other, "utf-8")
    form.ask_to_save()
    form.refused("这份档案在您打开以后被另一个窗口或程序改过，没有保存。您填的还在本页；")
    assert file.read_text("utf-8") == other
    expect(page.get_by_label("所在市（州）")).to_have_value("望舒市")


def test_an_older_window_does_not_save_over_a_newer_one(form: "Form") -> None:
    page = form.page
    file = form.data / "stations/yunling/yunling-05.yml"
    with form.another_window() as other:
        for window in (page, other):
            window.goto(f"{form.address}#/collections/stations/entries/yunling/yunling-05")
            expect(window.get_by_label("编号", exact=True)).to_have_value("yunling-05")
        for label, words in (("所在市（州）", "望舒市"), ("鉴定所代码", "12345678")):
            other.get_by_label(label).fill(words)
            form.save(other)  # one window may save as often as it likes
    newer = file.read_text("utf-8")
    assert "code: '12345678'\n" in newer or 'code: "12345678"\n' in newer
    assert "city: 望舒市\n" in newer
    page.get_by_label("所在市（州）").fill("清溪市")
    form.ask_to_save()
    form.refused("这份档案在您打开以后被另一个窗口或程序改过，没有保存。")
    assert file.read_text("utf-8") == newer
    expect(page.get_by_label("所在市（州）")).to_have_value("清溪市")


def test_what_the_list_lacks_is_said_above_it(form: "Form") -> None:
    broken = "stations/yunling/yunling-12.yml"
    (form.data / broken).write_text("id: yunling-12\nnmae: 甲\n", "utf-8")
    form.open("stations")
    expect(form.page.get_by_text(f"有 1 个文件写法有误，没有列出：{broken}。")).to_be_visible()
    expect(form.page.get_by_text("不在表单里，请用编辑器改。")).to_be_visible()
    expect(form.page.get_by_text("（yunling-12）")).to_have_count(0)


def test_another_records_address_shows_that_record(form: "Form") -> None:
    form.open("stations/entries/yunling/yunling-05")
    expect(form.page.get_by_label("编号", exact=True).first).to_have_value("yunling-05")
    form.open("notices/entries/yunling-2024-9")
    expect(form.page.get_by_label("编号", exact=True).first).to_have_value("yunling-2024-9")


def test_the_form_can_be_used_on_a_phone(form: "Form") -> None:
    page = form.page
    page.set_viewport_size({"width": 390, "height": 844})
    form.open("notices/entries/haixi-2022-91")
    value = page.get_by_label("第 1 行文字").first
    value.scroll_into_view_if_needed()
    box = value.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["width"] > 150
