"""Every field that names a record is looked up, and the finding stands where the id stands."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.rules.conftest import Copy

S1, N15 = "stations/yunling/yunling-01.yml", "notices/yunling-2020-15.yml"
R19, H61 = "rounds/yunling-2019.yml", "notices/haixi-2022-61.yml"
CENTRE, PROGRESS = "centres/danxue-zhongxin.yml", "rounds/pucha-2022.yml"
CERTIFIED, H31 = "stations/yunling/yunling-14.yml", "notices/haixi-2023-31.yml"
VISIT = "rounds/ducha-2023/visits/langfeng-0520.yml"
SHEET = "rounds/pingfen-2024/sheets/yunling-17.yml"
FIELDS = [
    # file, old text, new text, place and rule
    (S1, "host: wangshu-jixie-jishi-xueyuan", "host: nobody", "8:11 错误 host-unknown"),
    (S1, "source: yunling-2020-15", "source: nothing", "9:13 错误 notice-unknown"),
    (S1, "31\n    source: yunling-2020-15", "31\n    source: nothing", "16:13 错误 notice-unknown"),
    (S1, "高级]\n    source: yunling-2020-15", "高级]\n    source: x", "25:13 错误 notice-unknown"),
    ("stations/haixi/haixi-11.yml", "haixi-gangkou", "nobody", "8:11 错误 station-unknown"),
    ("hosts/haixi/penghu-kuangye-gongsi.yml", "haixi-2022-7", "x", "4:13 错误 notice-unknown"),
    ("schemes/haixi-zhiliang.yml", "region: haixi", "region: x", "6:9 错误 region-unknown"),
    (R19, "region: yunling", "region: x", "4:9 错误 region-unknown"),
    (R19, "source: yunling-2020-15", "source: x", "14:13 错误 notice-unknown"),
    (R19, "人次\n    source: yunling-2020-15", "人次\n    source: x", "25:13 错误 notice-unknown"),
    (H61, "notice: haixi-2022-7", "notice: x", "6:13 错误 notice-unknown"),
    (H61, "follows: haixi-2022-7", "follows: x", "11:14 错误 notice-unknown"),
    (H61, "[haixi-01]", "[haixi-01, x]", "13:26 错误 station-unknown"),
    (N15, "[yunling-01, yunling-06]", "[yunling-01, x]", "62:28 错误 station-unknown"),
    (N15, "at: 附件标题", "at: yunling-50", "73:9 错误 station-unknown"),
    (CERTIFIED, "source: yunling-2021-40", "source: x", "15:13 错误 notice-unknown"),
    (CENTRE, "region: haixi", "region: x", "3:9 错误 region-unknown"),
    (CENTRE, "scheme: haixi-biaozhunhua", "scheme: x", "8:13 错误 scheme-unknown"),
    (CENTRE, "source: haixi-2023-66", "source: x", "11:13 错误 notice-unknown"),
    (PROGRESS, "source: jiuzhou-2022-402", "source: x", "35:13 错误 notice-unknown"),
    (PROGRESS, "[yunling-18]", "[yunling-18, x]", "54:28 错误 station-unknown"),
    (PROGRESS, "21]\n    source: jiuzhou", "21]\n    source: x", "58:13 错误 notice-unknown"),
    (SHEET, "source: yunling-2024-77", "source: x", "21:17 错误 notice-unknown"),
    (VISIT, "region: haixi", "region: x", "2:9 错误 region-unknown"),
    (VISIT, "station: haixi-24", "station: x", "7:14 错误 station-unknown"),
    (VISIT, "source: haixi-2023-112", "source: x", "45:9 错误 notice-unknown"),
    (H31, "[qingqiu-zhongxin]", "[qingqiu-zhongxin, x]", "15:33 错误 centre-unknown"),
    ("notices/haixi-2024-10.yml", "into: haixi-24", "into: x", "14:11 错误 station-unknown"),
    (N15, "yunling-12: 云岭省第十二国家职业技能鉴定所", "x: 某所", "30:11 错误 station-unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "said"), FIELDS)
def test_an_unknown_id_is_found_where_it_stands(
    register: "Copy", path: str, old: str, new: str, said: str
) -> None:
    register.swap(path, old, new)
    assert [line.split("：")[0] for line in register.findings()] == [f"data/{path}:{said}"]


@pytest.mark.parametrize("folder", ["sheets", "visits"])
def test_a_folder_of_no_round_is_found_at_its_first_file(register: "Copy", folder: str) -> None:
    old, new = {"sheets": (SHEET, "yunling-17"), "visits": (VISIT, "langfeng-0520")}[folder]
    (register.root / "rounds/nichts" / folder).mkdir(parents=True)
    register.copy(old, f"rounds/nichts/{folder}/{new}.yml")
    assert [line.split("；")[0] for line in register.findings()] == [
        (
            f"data/rounds/nichts/{folder}/{new}.yml:1:1 错误 round-unknown："
            "文件夹引用的年度检查 nichts 不存在"
        )
    ]


@pytest.mark.parametrize(
    "path",
    [
        "stations/yunling/yunling-01.yml",
        "hosts/haixi/penghu-kuangye-gongsi.yml",
        "schemes/haixi-zhiliang.yml",
        "rounds/haixi-2021.yml",
        "centres/danxue-zhongxin.yml",
        "rounds/ducha-2023.yml",
        "rounds/ducha-2023/visits/langfeng-0520.yml",
        "rounds/pingfen-2024/sheets/yunling-17.yml",
        "schemes/haixi-ducha.yml",
        "schemes/haixi-biaozhunhua.yml",
        "schemes/yunling-pingfen.yml",
        "notices/haixi-2022-7.yml",
        "site.yml",
    ],
)
def test_a_file_that_cannot_be_read_makes_no_other_stumble(register: "Copy", path: str) -> None:
    register.put(path, "id: [\n")
    assert [line.split(" ")[2].split("：")[0] for line in register.findings()] == ["yaml-syntax"]


def test_a_missing_folder_is_said_in_bounded_time(register: "Copy") -> None:
    lines = "".join(f"          z-{i}: 某所\n" for i in range(3000))
    register.swap("notices/haixi-2022-7.yml", "        stations:\n", f"        stations:\n{lines}")
    findings = register.findings()
    assert len(findings) == 3000
    assert "只能引用已有档案的编号" in findings[-1]
