"""./scripts/check: all findings, in the forms that people and code hosts read."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [str(ROOT / "scripts/check"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with the shipped data committed in it."""
    shutil.copytree(ROOT / "tests/gansu_register", tmp_path / "data")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=t", "-c", "user.email=t@example.com"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "data"]):
        subprocess.run([*git, *arguments], check=True)
    return tmp_path


def spoil(project: Path) -> None:
    path = project / "data/notices/gansu-2011-67.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("gansu-30: 甘", "gansu-30x: 甘", 1), encoding="utf-8")


SAID = (
    "data/notices/gansu-2011-67.yml:86:11 错误 station-unknown：结论引用的鉴定所 gansu-30x 不存在；"
)


def test_the_shipped_data_have_no_findings() -> None:
    assert run().stdout == "没有发现问题。\n"


def test_text_gives_path_line_column_and_the_number(project: Path) -> None:
    spoil(project)
    checked = run("--data", "data", cwd=project)
    assert checked.returncode == 1
    assert any(line.startswith(SAID) for line in checked.stdout.splitlines())
    assert checked.stdout.splitlines()[-1].startswith("共 ")


def test_paths_are_whole_from_elsewhere(project: Path) -> None:
    spoil(project)
    checked = run("--data", project / "data", cwd=Path("/"))
    assert f"{str(project / SAID)[1:]}" in checked.stdout


def test_json_has_every_finding_in_parts(project: Path) -> None:
    spoil(project)
    found = json.loads(run("--data", "data", "--format", "json", cwd=project).stdout)
    first = next(p for p in found["problems"] if p["rule"] == "station-unknown")
    assert (first["path"], first["line"], first["column"]) == (
        "data/notices/gansu-2011-67.yml",
        86,
        11,
    )
    assert first["severity"] == "error"
    assert found["errors"] == len(found["problems"])


def test_github_marks_the_line(project: Path) -> None:
    spoil(project)
    shown = run("--data", "data", "--format", "github", cwd=project).stdout
    wanted = (
        "::error file=data/notices/gansu-2011-67.yml,line=86,col=11,title=station-unknown::结论"
    )
    assert wanted in shown
    assert SAID in shown


def test_gitlab_and_sarif_are_json_with_the_place(project: Path) -> None:
    spoil(project)
    gitlab = json.loads(run("--data", "data", "--format", "gitlab", cwd=project).stdout)
    assert {"path": "data/notices/gansu-2011-67.yml", "lines": {"begin": 86}} in [
        g["location"] for g in gitlab
    ]
    sarif = json.loads(run("--data", "data", "--format", "sarif", cwd=project).stdout)
    run_ = sarif["runs"][0]
    known = {rule["id"] for rule in run_["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run_["results"]} <= known


def test_markdown_is_a_summary_of_all_findings(project: Path) -> None:
    spoil(project)
    shown = run("--data", "data", "--format", "markdown", cwd=project).stdout
    assert shown.startswith("<!-- register-changes -->\n## 检查结果\n\n- 共 ")
    assert "错误 station\\-unknown：结论引用的鉴定所 gansu\\-30x 不存在" in shown


def test_a_published_id_may_not_go(project: Path) -> None:
    (project / "data/hosts/gansu/lanshi-jituan.yml").unlink()
    (project / "data/stations/gansu/gansu-11.yml").rename(
        project / "data/stations/gansu/gansu-12.yml"
    )
    checked = run("--data", "data", "--base", "HEAD", cwd=project)
    assert checked.returncode == 1
    assert checked.stdout.count("id-gone") == 2


def test_an_unchanged_base_gives_no_finding(project: Path) -> None:
    checked = run("--data", "data", "--base", "HEAD", cwd=project)
    assert (checked.returncode, checked.stdout) == (0, "没有发现问题。\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--base", "no-such"), "--base 不能用"),
        (("--today", "gestern"), "日期 gestern 不对"),
        (("--data", "nowhere"), "没有数据文件夹 nowhere"),
    ],
)
def test_a_wrong_argument_gets_a_sentence(
    project: Path, arguments: tuple[str, str], said: str
) -> None:
    more = () if "--data" in arguments else ("--data", "data")
    refused = run(*arguments, *more, cwd=project)
    assert refused.returncode == 1
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr
