"""Gansu's data of 2011 on the built site: what the notice says, and nothing else."""

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ("--data", str(ROOT / "tests/gansu_register"))
RECTIFYING = ["gansu-02", "gansu-30", "gansu-38", "gansu-49", "gansu-83"]
REVOKED = ["gansu-55", "gansu-69", "gansu-70", "gansu-74", "gansu-85"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("gansu") / "site"
    command = [str(ROOT / "scripts/build"), *DATA, "--out", str(out), "--today", "2026-11-22"]
    subprocess.run(command, check=True, capture_output=True)
    return out


def html(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8")


def listed(site: Path, name: str) -> list[str]:
    rows = re.findall(
        r'<tr><th scope="row"><a href="[^"]*stations/([^/"]+)/"', html(site, f"lists/{name}")
    )
    return list(rows)


def test_home_shows_the_numbers_of_the_notice(site: Path) -> None:
    numbers = re.findall(
        r'tally__number">(\d+)</span> <span class="tally__grade">(\w+)<', html(site, "")
    )
    assert numbers == [("53", "合格"), ("5", "不合格"), ("5", "撤销")]
    assert "211,390" in html(site, "")


def test_the_lists_hold_just_those_stations(site: Path) -> None:
    assert listed(site, "rectifying") == RECTIFYING
    assert listed(site, "revoked") == REVOKED
    assert listed(site, "black") == sorted(RECTIFYING + REVOKED)
    assert len(listed(site, "qualified")) == 53
    assert listed(site, "red") == []


def test_the_red_list_says_why_it_is_empty(site: Path) -> None:
    assert "只用合格、不合格、撤销这些等次，没有归入“优秀”的等次" in html(site, "lists/red")


def test_statuses_speak_of_their_year_and_no_further(site: Path) -> None:
    stations = json.loads((site / "api/v1/stations.json").read_bytes())["stations"]
    said = {s["id"]: s["status"] for s in stations}
    assert len(said) == 63
    assert {said[id_] for id_ in RECTIFYING} == {"整改期已满，未见验收结果"}
    assert {said[id_] for id_ in REVOKED} == {"2011年3月3日撤销"}
    rest = {text for id_, text in said.items() if id_ not in RECTIFYING + REVOKED}
    assert rest == {"2010年度合格，此后无在案结论"}


def test_the_api_gives_what_it_promises(site: Path) -> None:
    whole = json.loads((site / "api/v1/stations.json").read_bytes())
    assert whole["as_of"] == "2026-11-22"
    assert re.fullmatch(r"[0-9a-f]{64}", whole["generated_from"])
    station = next(s for s in whole["stations"] if s["id"] == "gansu-55")
    assert station["ordinal"] == 55
    assert station["hosts"][0]["name"] == "长庆石油高级技工学校"
    assert (station["standing"], station["grade"], station["year"]) == ("revoked", "撤销", 2010)
    decision = station["decisions"][0]
    assert decision["notice"] == "gansu-2011-67"
    assert decision["printed"] == "甘肃省第五十五国家职业技能鉴定所(长庆石油高级技工学承建)"


def test_pages_say_what_a_page_must_say(site: Path) -> None:
    page = html(site, "stations/gansu-55")
    for words in (
        "软件演示，非政府网站",
        "资料到2011年4月7日为止，距今已有15年",
        "漏印“校”字",
        "连续两年没有开展工作",
        "交回许可证、印章、标牌",
        "文件到2011年4月7日才公布，已晚于它写的2011年3月31日。",
        "以正式文件为准",
    ):
        assert words in page, words


def test_no_issuer_stands_in_the_footer(site: Path) -> None:
    footer = html(site, "").split("<footer")[1]
    assert "软件演示，非政府网站" in footer
    assert "人力资源和社会保障" not in footer
    assert "主办单位" not in footer
