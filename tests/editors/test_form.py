"""./scripts/form: records written in a browser are canonical files that pass the check."""

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.editors.conftest import Form

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
    form.picture("saved")


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
