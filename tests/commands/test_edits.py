"""new, accept, retire, succeed: shown, judged, written once; asked for on a terminal only."""

import shutil
from pathlib import Path

import pytest
from tests.commands.editing import ROOT, files, run, type_into

NOTICE = ("--id", "yunling-2024-90", "--title", "关于几项事项的通报", "--decided", "2024-12-01")
PATH = "notices/yunling-2024-90.yml"
HEAD = "id: yunling-2024-90\ntitle: 关于几项事项的通报\ndecided: 2024-12-01\n"
DONE = "没有要改的：数据里已经是这样。\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the sample register with one more notice, commented."""
    shutil.copytree(ROOT / "tests/sample_register", tmp_path / "data")
    (tmp_path / "data" / PATH).write_text(HEAD + "# 待核\n", encoding="utf-8")
    return tmp_path / "data"


def changed(data: Path, before: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files(data).items() if before.get(path) != text}


def do_twice(data: Path, *words: str) -> dict[str, str]:
    """Run a command, then again, which changes nothing; return what the first one changed."""
    before = files(data)
    first = run(*words, "--yes", data=data)
    assert first.returncode == 0, first.stdout + first.stderr
    after = files(data)
    again = run(*words, "--yes", data=data)
    assert (again.returncode, again.stdout, again.stderr) == (0, DONE, "")
    assert files(data) == after
    return changed(data, before)


def with_acts(acts: str) -> str:
    return f"{HEAD}acts:\n{acts}# 待核\n"


# accept


def test_an_acceptance_finds_what_it_follows(data: Path) -> None:
    words = ("accept", "yunling-04", "yunling-18", "--notice", "yunling-2024-90")
    assert do_twice(data, *words, "--on", "2024-11-28", "--remarks", "现场验收") == {
        PATH: with_acts(
            "  - act: accept\n    stations: [yunling-04]\n    follows: yunling-2024-9\n"
            "    on: 2024-11-28\n    remarks: 现场验收\n"
            "  - act: accept\n    stations: [yunling-18]\n    follows: yunling-2024-77\n"
            "    on: 2024-11-28\n    remarks: 现场验收\n"
        )
    }


def test_a_failure_and_a_centre(data: Path) -> None:
    failed = ("accept", "yunling-04", "--notice", "yunling-2024-90", "--failed")
    act = "  - act: fail\n    stations: [yunling-04]\n    follows: yunling-2024-9\n"
    assert do_twice(data, *failed) == {PATH: with_acts(act)}
    centre = ("accept", "danxue-zhongxin", "--notice", "yunling-2024-90", "--on", "2024-12-01")
    more = "  - act: accept\n    centres: [danxue-zhongxin]\n    follows: haixi-2023-66\n"
    assert do_twice(data, *centre) == {PATH: with_acts(act + more)}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("yunling-02",),
            "yunling-02 的整改已由文件 yunling-2020-88 验收合格。请对照文件改正编号。\n",
        ),
        (
            ("yunling-13",),
            (
                "在文件 yunling-2024-90 之前，没有文件要求 yunling-13 整改。"
                "请改正编号，或先录入要求整改的文件。\n"
            ),
        ),
        (
            ("yunling-04", "--follows", "yunling-2024-77"),
            "文件 yunling-2024-77 没有要求 yunling-04 整改。请改正编号，或先录入要求整改的文件。\n",
        ),
        (("yunling-4x",), "没有鉴定所或中心 yunling-4x；相近的有 "),
        (("yunling-04", "--on", "明天"), "日期 明天 不对；应为 年-月-日，例如 2011-06-30。\n"),
    ],
)
def test_what_cannot_be_accepted_gets_a_sentence(
    data: Path, words: tuple[str, ...], said: str
) -> None:
    before = files(data)
    refused = run("accept", *words, "--notice", "yunling-2024-90", "--yes", data=data)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith(said)
    assert files(data) == before


def test_a_notice_says_one_result_only(data: Path) -> None:
    do_twice(data, "accept", "yunling-04", "--notice", "yunling-2024-90")
    words = ("accept", "yunling-04", "--notice", "yunling-2024-90", "--failed", "--yes")
    refused = run(*words, data=data)
    assert refused.returncode == 1
    assert refused.stderr == (
        "文件 yunling-2024-90 已经写了 yunling-04“整改验收合格”。"
        "请对照文件；原来写错的，先改正文件里的那一条。\n"
    )


SECOND = """\
id: yunling-2024-80
title: 关于2024年度清查补充结果的通报
decided: 2024-11-20
rounds:
  - round: qingcha-2024
    decisions:
      - grade: 整改
        stations:
          yunling-04: 云岭省第四国家职业技能鉴定所（若木商贸学校承建）
"""


@pytest.fixture
def asked_twice(data: Path) -> Path:
    """A register in which two documents ask yunling-04 to rectify, and none has accepted it."""
    (data / "notices/yunling-2024-80.yml").write_text(SECOND, encoding="utf-8")
    return data


def test_which_of_several_demands_is_answered_must_be_told(asked_twice: Path) -> None:
    before = files(asked_twice)
    words = ("accept", "yunling-04", "yunling-18", "--notice", "yunling-2024-90", "--yes")
    refused = run(*words, data=asked_twice)
    assert (refused.returncode, refused.stdout, refused.stderr) == (
        1,
        "",
        (
            "yunling-04 有 2 份文件的整改要求都还没有验收合格：yunling-2024-80（2024-11-20）、"
            "yunling-2024-9（2024-03-15）。一次只能答复其中一份；"
            "请对照文件，用 --follows 写明是哪一份。\n"
        ),
    )
    assert files(asked_twice) == before


def test_each_of_several_demands_can_be_answered_by_one_notice(asked_twice: Path) -> None:
    words = ("accept", "yunling-04", "--notice", "yunling-2024-90", "--follows")
    older = "  - act: accept\n    stations: [yunling-04]\n    follows: yunling-2024-9\n"
    newer = older.replace("yunling-2024-9\n", "yunling-2024-80\n")
    assert do_twice(asked_twice, *words, "yunling-2024-9") == {PATH: with_acts(older)}
    assert do_twice(asked_twice, *words, "yunling-2024-80") == {PATH: with_acts(older + newer)}


def test_which_of_several_demands_is_answered_is_asked_on_a_terminal(asked_twice: Path) -> None:
    words = ("yunling-04", "--notice", "yunling-2024-90")
    status, shown = type_into("accept", *words, data=asked_twice, lines=["9", "2", "y"])
    assert status == 0, shown
    assert "  1 yunling-2024-80（2024-11-20）关于2024年度清查补充结果的通报\n" in shown
    assert "yunling-04 这次验收答复的是哪份文件的整改要求：请输入 1 到 2。" in shown
    assert "，承接文件 yunling-2024-9 的整改要求。" in shown
    assert "    follows: yunling-2024-9\n" in files(asked_twice)[PATH]


# retire


@pytest.mark.parametrize(
    ("flags", "act"),
    [
        (("--deregister",), "  - act: deregister\n    stations: [yunling-04, yunling-01]\n"),
        (
            ("--revoke", "--on", "2024-12-15"),
            "  - act: revoke\n    stations: [yunling-04, yunling-01]\n    on: 2024-12-15\n",
        ),
        (
            ("--merge-into", "yunling-02"),
            "  - act: merge\n    stations: [yunling-04, yunling-01]\n    into: yunling-02\n",
        ),
    ],
)
def test_a_station_ends_in_each_way(data: Path, flags: tuple[str, ...], act: str) -> None:
    words = ("retire", "yunling-04", "yunling-01", "--notice", "yunling-2024-90", *flags)
    assert do_twice(data, *words) == {PATH: with_acts(act)}


def test_what_would_be_an_error_is_shown_and_not_written(data: Path) -> None:
    before = files(data)
    words = ("retire", "yunling-04", "--notice", "yunling-2024-90", "--merge-into", "yunling-04")
    refused = run(*words, "--yes", data=data)
    assert refused.returncode == 1
    assert "错误 merge-wrong：yunling-04 并入的是它自己；" in refused.stdout
    assert refused.stderr == "这样改会出现上面的错误，没有写入。请照提示改正后再来。\n"
    assert files(data) == before


def test_without_consent_nothing_is_written(data: Path) -> None:
    before = files(data)
    words = ("retire", "yunling-04", "--notice", "yunling-2024-90", "--revoke")
    shown = run(*words, data=data)
    assert shown.returncode == 1
    assert shown.stdout.splitlines()[0] == "yunling-04：撤销，依据文件 yunling-2024-90。"
    assert shown.stdout.splitlines()[-3:] == [
        "  +  - act: revoke",
        "  +    stations: [yunling-04]",
        "   # 待核",
    ]
    assert shown.stderr == "确认无误后，加上 --yes 再运行一次，才会写入。\n"
    assert files(data) == before


# succeed


def test_another_host(data: Path) -> None:
    host = ("--host", "kunwu-jianshe-jituan", "--on", "2024-11-01")
    made = do_twice(data, "succeed", "yunling-04", "--notice", "yunling-2024-90", *host)
    assert made[PATH] == with_acts(
        "  - act: change-host\n    stations: [yunling-04]\n    on: 2024-11-01\n"
        "    host: kunwu-jianshe-jituan\n"
    )
    assert made["stations/yunling/yunling-04.yml"].endswith(
        "  - host: ruomu-shangmao-xuexiao\n    source: yunling-2020-15\n    to: 2024-10-31\n"
        "  - host: kunwu-jianshe-jituan\n    source: yunling-2024-90\n    from: 2024-11-01\n"
    )
    assert len(made) == 2


def test_another_host_from_the_day_of_the_document(data: Path) -> None:
    host = ("--host", "kunwu-jianshe-jituan")
    made = do_twice(data, "succeed", "yunling-04", "--notice", "yunling-2024-90", *host)
    assert made[PATH] == with_acts(
        "  - act: change-host\n    stations: [yunling-04]\n    host: kunwu-jianshe-jituan\n"
    )
    assert made["stations/yunling/yunling-04.yml"].endswith(
        "    to: 2024-11-30\n"
        "  - host: kunwu-jianshe-jituan\n    source: yunling-2024-90\n    from: 2024-12-01\n"
    )


def test_a_host_that_was_left_open_is_ended(data: Path) -> None:
    path = data / "stations/yunling/yunling-04.yml"
    open_too = "  - host: kunwu-jianshe-jituan\n    source: yunling-2024-90\n"
    path.write_text(path.read_text(encoding="utf-8") + open_too, encoding="utf-8")
    host = ("--host", "kunwu-jianshe-jituan", "--on", "2024-11-01")
    made = do_twice(data, "succeed", "yunling-04", "--notice", "yunling-2024-90", *host)
    assert made["stations/yunling/yunling-04.yml"].endswith(
        "    to: 2024-10-31\n" + open_too + "    from: 2024-11-01\n"
    )


def test_a_host_before_the_last_stays_where_it_is(data: Path) -> None:
    path = data / "stations/yunling/yunling-04.yml"
    source = "source: yunling-2024-90\n"
    terms = (
        f"  - host: kunwu-jianshe-jituan\n    {source}  - host: xihe-dianli-gongsi\n    {source}"
    )
    path.write_text(path.read_text(encoding="utf-8") + terms, encoding="utf-8")
    host = ("--host", "kunwu-jianshe-jituan")
    made = do_twice(data, "succeed", "yunling-04", "--notice", "yunling-2024-90", *host)
    assert list(made) == [PATH]


def test_a_renewed_licence_stands_in_the_stations_file_only(data: Path) -> None:
    licence = ("--licence", "云鉴许字第0999号", "--from", "2024-12-01", "--to", "2027-11-30")
    made = do_twice(data, "succeed", "yunling-04", "--notice", "yunling-2024-90", *licence)
    assert list(made) == ["stations/yunling/yunling-04.yml"]
    assert (
        "licences:\n  - number: 云鉴许字第0999号\n    from: 2024-12-01\n    to: 2027-11-30\n"
        "    source: yunling-2024-90\n"
    ) in made["stations/yunling/yunling-04.yml"]


def test_a_revoked_station_is_licensed_anew(data: Path) -> None:
    licence = ("--licence", "云鉴许字第0998号")
    made = do_twice(data, "succeed", "yunling-05", "--notice", "yunling-2024-90", *licence)
    assert made[PATH] == with_acts(
        "  - act: re-license\n    stations: [yunling-05]\n    licence: 云鉴许字第0998号\n"
    )
    assert "licences:\n  - number: 云鉴许字第0998号\n" in made["stations/yunling/yunling-05.yml"]


def test_a_new_station_succeeds(data: Path) -> None:
    words = ("--as", "yunling-90", "--name", "云岭省第九十国家职业技能鉴定所")
    host = ("--host", "kunwu-jianshe-jituan")
    made = do_twice(data, "succeed", "yunling-04", "--notice", "yunling-2024-90", *words, *host)
    assert made == {
        "stations/yunling/yunling-90.yml": (
            "id: yunling-90\nname: 云岭省第九十国家职业技能鉴定所\nordinal: 90\nhosts:\n"
            "  - host: kunwu-jianshe-jituan\n    source: yunling-2024-90\nsucceeds: yunling-04\n"
        )
    }
    other = ("--as", "yunling-90", "--name", "云岭省第九十一国家职业技能鉴定所", "--yes")
    refused = run("succeed", "yunling-04", "--notice", "yunling-2024-90", *other, data=data)
    assert refused.returncode == 1
    assert refused.stderr == (
        "编号 yunling-90 已经有了（stations/yunling/yunling-90.yml），内容不同。"
        "编号不能重用，请换一个。\n"
    )


# new


STATION = "云岭省第九十国家职业技能鉴定所"
HOST = "name: 若木印刷集团, source: yunling-2024-90"
GRADES = ("grade: 合格, standing: qualified", "{grade: 不合格, standing: rectifying}")
CENTRE = "瑶池县职业技能鉴定指导中心"
NEW = {
    "station": (
        ["--region", "yunling", "--name", STATION],
        "stations/yunling/yunling-90.yml",
        f"id: yunling-90\nname: {STATION}\nordinal: 90\n",
    ),
    "host": (
        ["--region", "yunling", "--id", "ruomu", "--names", HOST],
        "hosts/yunling/ruomu.yml",
        "id: ruomu\nnames:\n  - name: 若木印刷集团\n    source: yunling-2024-90\n",
    ),
    "round": (
        ["--region", "yunling", "--scheme", "yunling-nianjian", "--year", "2018", "--name", "检查"],
        "rounds/yunling-2018.yml",
        "id: yunling-2018\nname: 检查\nscheme: yunling-nianjian\nregion: yunling\nyear: 2018\n",
    ),
    "scheme": (
        ["--name", "示范检查办法", "--grades", GRADES[0], "--grades", GRADES[1]],
        "schemes/shifan-jiancha-banfa.yml",
        (
            "id: shifan-jiancha-banfa\nname: 示范检查办法\ngrades:\n"
            "  - grade: 合格\n    standing: qualified\n"
            "  - grade: 不合格\n    standing: rectifying\n"
        ),
    ),
    "centre": (
        ["--name", CENTRE, "--region", "haixi", "--level", "county", "--aliases", "瑶池中心"],
        "centres/yaochi-xianzhi-yeji-nengjian-dingzhi-daozhong-xin.yml",
        (
            "id: yaochi-xianzhi-yeji-nengjian-dingzhi-daozhong-xin\n"
            f"name: {CENTRE}\nregion: haixi\nlevel: county\naliases: [瑶池中心]\n"
        ),
    ),
}


@pytest.mark.parametrize("kind", NEW)
def test_each_kind_gets_its_file_and_a_free_id(data: Path, kind: str) -> None:
    words, path, text = NEW[kind]
    before = files(data)
    made = run("new", kind, *words, "--yes", data=data)
    assert made.returncode == 0, made.stdout + made.stderr
    assert changed(data, before) == {path: text}


def test_a_taken_id_is_refused(data: Path) -> None:
    words = (
        "--region",
        "yunling",
        "--id",
        "yunling-04",
        "--name",
        "云岭省第九十国家职业技能鉴定所",
    )
    refused = run("new", "station", *words, "--yes", data=data)
    assert refused.returncode == 1
    assert refused.stderr == (
        "编号 yunling-04 已经用了；编号永不重用。请换一个，或直接改那个文件。\n"
    )


def test_a_notice_gets_its_file(data: Path) -> None:
    (data / PATH).unlink()
    assert do_twice(data, "new", "notice", *NOTICE) == {PATH: HEAD}


@pytest.mark.parametrize(
    ("number", "title", "id_"),
    [
        ("甘人社通〔2012〕88号", "关于年检情况的通报", "gansu-2012-88"),
        ("豫人社〔2012〕7号", "河南省关于年检情况的通报", "henan-2012-7"),
        ("人社发〔2012〕9号", "江西省人力资源和社会保障厅关于年检情况的通报", "jiangxi-2012-9"),
        ("甘人社通〔2012〕88号", "辽宁省关于年检情况的通报", ""),
        ("陕人社发〔2012〕8号", "关于年检情况的通报", ""),
    ],
)
def test_a_notice_is_offered_an_id_by_its_region_and_number(
    tmp_path: Path, number: str, title: str, id_: str
) -> None:
    shutil.copytree(ROOT / "tests/gansu_register", tmp_path / "data")
    words = ("--number", number, "--title", title, "--decided", "2012-03-01")
    made = run("new", "notice", *words, "--yes", data=tmp_path / "data")
    assert (made.returncode == 0) is bool(id_)
    assert not id_ or (tmp_path / f"data/notices/{id_}.yml").is_file()
    assert id_ or "还缺少：--id（编号）" in made.stderr


def test_wrong_values_are_named_all_at_once(data: Path) -> None:
    words = ("--id", "A b", "--title", "甲", "--decided", "昨天", "--issuer", "nmae: 甲")
    refused = run("new", "notice", *words, "--yes", data=data)
    assert refused.returncode == 1
    assert [line.split("；")[0] for line in refused.stderr.splitlines()] == [
        "--id：“编号”的值 A b 不合规定",
        "--issuer：没有字段 nmae",
        "--decided：“成文日期”的值 昨天 不合规定",
    ]


# what was not told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("accept",),
            (
                "还缺少：鉴定所编号，几个之间用空格、--notice（写明验收结果的文件编号）。"
                "用 ./scripts/accept --help 查看说明。\n"
            ),
        ),
        (
            ("retire",),
            (
                "还缺少：鉴定所编号，几个之间用空格、--notice（写明此事的文件编号）、"
                "--deregister、--revoke、--merge-into 之一（怎样终止）。"
                "用 ./scripts/retire --help 查看说明。\n"
            ),
        ),
        (
            ("succeed",),
            (
                "还缺少：鉴定所编号、--notice（写明此事的文件编号）、"
                "--host、--licence、--as 之一（怎样延续）。用 ./scripts/succeed --help 查看说明。\n"
            ),
        ),
        (
            ("new", "scheme"),
            (
                "还缺少：--name（名称）、--grades（等次）、--id（编号）。"
                "用 ./scripts/new scheme --help 查看说明。\n"
            ),
        ),
        (
            ("retire", "a", "--notice", "b", "--revoke", "--deregister"),
            (
                "参数有误：--deregister、--revoke、--merge-into 只能用一个。"
                "用 ./scripts/retire --help 查看说明。\n"
            ),
        ),
    ],
)
def test_without_a_terminal_all_that_is_missing_is_named(
    data: Path, words: tuple[str, ...], said: str
) -> None:
    refused = run(*words, data=data)
    assert (refused.returncode, refused.stdout, refused.stderr) == (2, "", said)


def test_an_acceptance_is_asked_for_on_a_terminal(data: Path) -> None:
    lines = ["yunling-04", "", "yunling-2024-90", "3", "2", "2024-11-28", "y"]
    status, shown = type_into("accept", data=data, lines=lines)
    assert status == 0, shown
    assert "这一项必填。" in shown
    assert "请输入 1 到 2。" in shown
    assert (data / PATH).read_text(encoding="utf-8") == with_acts(
        "  - act: fail\n    stations: [yunling-04]\n    follows: yunling-2024-9\n"
        "    on: 2024-11-28\n"
    )


def test_a_no_on_the_terminal_writes_nothing(data: Path) -> None:
    before = files(data)
    words = ("yunling-04", "--notice", "yunling-2024-90", "--revoke")
    status, shown = type_into("retire", *words, data=data, lines=["n"])
    assert status == 1
    assert "没有写入。" in shown
    assert files(data) == before


def test_a_host_is_asked_for_field_by_field(data: Path) -> None:
    before = files(data)
    lines = [
        "yunling",
        "若木印刷集团",
        "yunling-2024-90",
        "明天",
        "",
        "",
        "",
        "",
        "",
        "",
        "ruomu",
        "y",
    ]
    status, shown = type_into("new", "host", data=data, lines=lines)
    assert status == 0, shown
    assert "“起”的值 明天 不合规定；应为年-月-日，例如 2011-03-31。请改写。" in shown
    assert changed(data, before) == {
        "hosts/yunling/ruomu.yml": (
            "id: ruomu\nnames:\n  - name: 若木印刷集团\n    source: yunling-2024-90\n"
        )
    }


def test_what_is_typed_instead_of_a_yes_is_not_lost_unsaid(data: Path) -> None:
    lines = ["3", "海西人社函〔2024〕91号", "关于验收结果的通报", "海西省厅", "y", "海西省厅"]
    status, shown = type_into("new", data=data, lines=lines)
    assert status == 1, shown
    assert "  3 文件\n" in shown
    assert "要填的先输入 y，再逐项填写；不填的按回车。" in shown
    assert shown.count("要填“发文机关”吗") == 2
    assert "推断依据" in shown


def test_a_value_of_several_parts_without_a_field_gets_an_example(data: Path) -> None:
    told = ("--id", "haixi-2024-91", "--title", "通报", "--decided", "2024-11-28")
    refused = run("new", "notice", *told, "--issuer", "海西省厅", data=data)
    assert refused.returncode == 1
    assert refused.stderr == (
        "--issuer：这一项要写明字段，写成 'name: 海西省厅'；冒号是半角的，后面空一格。\n"
    )
