"""./scripts/changes and ./scripts/approval: git revisions in, words and exit codes out."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from msgspec import json as typed
from tests.changes.made import FILES, NEXT, OLD, ROUND, decided, next_notice

from register.changes import Changes

ROOT = Path(__file__).parents[2]
WHO = ("-c", "user.name=t", "-c", "user.email=t@example.com")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *WHO, *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        target = folder / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def commit(folder: Path, files: dict[str, str]) -> str:
    write(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "data", "--allow-empty")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with one commit, and a second one that revokes a station."""
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, FILES)
    commit(tmp_path, {NEXT: next_notice(ROUND, decided("撤销", 3))})
    return tmp_path


def run(project: Path, command: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    line = [str(ROOT / "scripts" / command), *map(str, arguments)]
    line += ["--data", "data", "--today", "2024-12-01"]
    return subprocess.run(line, capture_output=True, text=True, check=False, cwd=project)


def test_two_revisions_are_compared_and_nothing_is_touched(project: Path) -> None:
    told = run(project, "changes", "HEAD~1", "HEAD")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith(
        "有1处改动可能对1个单位不利，须由第二人批准。\n状态变化：转差1个。\n"
    )
    assert "\n网页：文件（2）\n  新增 notices/yuan-2024-1/\n  改动 notices/\n" in told.stdout
    assert git(project, "status", "--porcelain") == ""
    assert git(project, "worktree", "list").count("\n") == 0


def test_the_working_tree_is_the_head_where_none_is_given(project: Path) -> None:
    assert run(project, "changes", "HEAD").stdout == "数据一字未变。\n"
    write(project, {"stations/yuan/yuan-1.yml": f"{FILES['stations/yuan/yuan-1.yml']}city: 某市\n"})
    told = run(project, "changes", "HEAD", "--no-pages").stdout
    assert "示例省第一国家职业技能鉴定所：所在市（州） “” → “某市”\n" in told
    assert "网页" not in told


def test_twice_gives_the_same_bytes_in_every_format(project: Path) -> None:
    for form in ("text", "markdown", "json"):
        asked = ("changes", "HEAD~1", "HEAD", "--format", form)
        assert run(project, *asked).stdout == run(project, *asked).stdout != ""


def test_json_is_written_to_a_file_and_reads_back(project: Path) -> None:
    asked = ("HEAD~1", "HEAD", "--no-pages", "--format", "json", "--out", "changes.json")
    assert run(project, "changes", *asked).stdout == ""
    changes = typed.decode((project / "changes.json").read_bytes(), type=Changes)
    assert [move.direction.value for move in changes.moves] == ["worse"]
    assert changes.pages is None


def test_a_broken_head_gives_its_findings(project: Path) -> None:
    write(project, {OLD: FILES[OLD].replace("yuan-3:", "yuan-9:")})
    told = run(project, "changes", "HEAD")
    assert told.returncode == 1
    assert told.stdout.startswith(
        "改动之后的数据有错误，先改正才能比较：\ndata/notices/yuan-2023-1.yml:16:11 错误"
    )
    marked = run(project, "changes", "HEAD", "--format", "markdown")
    assert (marked.returncode, "station\\-unknown" in marked.stdout) == (1, True)


def test_a_broken_base_makes_everything_new(project: Path) -> None:
    git(project, "checkout", "-q", "--orphan", "broken")
    commit(project, {OLD: FILES[OLD].replace("yuan-3:", "yuan-9:")})
    write(project, FILES)
    told = run(project, "changes", "HEAD", "--no-pages")
    assert told.returncode == 0
    assert told.stdout.startswith(
        "改动之前的数据有1个错误，无法比较；下面把全部内容当作新增列出。\n"
    )


def test_an_id_that_goes_is_an_error(project: Path) -> None:
    (project / "data" / NEXT).unlink()
    told = run(project, "changes", "HEAD")
    assert (told.returncode, "id-gone" in told.stdout) == (1, True)


def test_attributes_of_the_head_hide_nothing(project: Path) -> None:
    (project / ".gitattributes").write_text("data/notices/* export-ignore\n* text eol=crlf\n")
    head = commit(project, {})
    told = run(project, "changes", "HEAD~1", head, "--no-pages").stdout
    assert told.startswith("还改了1个数据以外的文件，须由第二人批准。\n数据一字未变。\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("no-such",), "没有版本 no-such。请检查分支名或版本名，或先 git fetch。"),
        (("HEAD", "--output=/tmp/x"), "参数有误：没有参数 --output=/tmp/x。"),
        (("HEAD", "--format", "pdf"), "参数有误：--format 不能是 'pdf'；可用的有"),
        ((), "参数有误：缺少 改动前。"),
        (("HEAD", "--limit", "5"), "参数有误：--limit 的值 '5' 不对；"),
    ],
)
def test_a_wrong_argument_gets_a_sentence(
    project: Path, arguments: tuple[str, ...], said: str
) -> None:
    refused = run(project, "changes", *arguments)
    assert refused.returncode == 2
    assert refused.stderr.startswith(said)


def payloads(project: Path, approver: str | None, head: str | None = None) -> list[str]:
    sha = head or git(project, "rev-parse", "HEAD")
    opener = {"login": "opener", "type": "User"}
    signature = {"name": "o", "email": "o@example.com"}
    body = {"author": signature, "committer": signature}
    pull: dict[str, Any] = {"number": 1, "state": "open", "user": opener, "commits": 1}
    pull |= {"head": {"sha": sha, "ref": "x"}, "base": {"sha": "0" * 40}}
    one = {"sha": sha, "commit": body, "author": opener, "committer": opener}
    review = {
        "id": 1,
        "user": {"login": approver, "type": "User"},
        "state": "APPROVED",
        "commit_id": sha,
        "submitted_at": "2024-12-01T00:00:00Z",
        "author_association": "MEMBER",
    }
    answers: dict[str, Any] = {"pull": pull, "commits": [one], "reviews": [review]}
    if approver is None:
        answers["reviews"] = []
    for name, answer in answers.items():
        (project / f"{name}.json").write_text(json.dumps(answer))
    return [f"{name}.json" for name in answers]


def approve(project: Path, base: str, head: str, files: list[str]) -> tuple[int, str]:
    asked = (base, head, "--host", "github", "--payload", *files)
    done = run(project, "approval", *asked)
    return done.returncode, done.stdout or done.stderr


def test_an_adverse_change_waits_for_a_second_person(project: Path) -> None:
    missing = "还缺第二人批准：有1处不利改动，要由没有参与这次改动的人，对最新的提交批准。"
    assert approve(project, "HEAD~1", "HEAD", payloads(project, None)) == (1, f"{missing}\n")
    own = approve(project, "HEAD~1", "HEAD", payloads(project, "opener"))
    assert own == (1, f"{missing}现有的批准不算数：opener 参与了这次改动。\n")
    given = approve(project, "HEAD~1", "HEAD", payloads(project, "second"))
    assert given == (0, "已由第二人批准：second（1处不利改动）。\n")


def test_a_harmless_change_is_quick(project: Path) -> None:
    head = commit(
        project, {"stations/yuan/yuan-1.yml": f"{FILES['stations/yuan/yuan-1.yml']}city: 某市\n"}
    )
    assert approve(project, "HEAD~1", head, payloads(project, None)) == (
        0,
        "没有对任何单位不利的改动，不需要第二人批准。\n",
    )


def test_what_decides_who_decides_wants_a_second_person(project: Path) -> None:
    (project / ".ci").mkdir()
    (project / ".ci/名 单").write_text("opener\n", encoding="utf-8")
    head = commit(project, {})
    code, said = approve(project, "HEAD~1", head, payloads(project, None))
    assert (code, said.partition("，")[0]) == (1, "还缺第二人批准：有1个数据以外的文件改动")
    assert approve(project, "HEAD~1", head, payloads(project, "second"))[0] == 0
    told = run(project, "changes", "HEAD~1", head).stdout
    assert told == (
        "还改了1个数据以外的文件，须由第二人批准。\n数据一字未变。\n\n"
        "！数据以外的文件（1）\n  .ci/名 单\n"
    )


def test_what_is_malformed_or_of_another_commit_never_counts(project: Path) -> None:
    files = payloads(project, "second", "f" * 40)
    code, said = approve(project, "HEAD~1", "HEAD", files)
    assert (code, said) == (2, "接口说的最新提交是 ffffffffffff，不是 HEAD；不算批准。\n")
    for text, wanted in (
        ("{", "reviews.json 不是 JSON；不算批准。\n"),
        ('{"message": "Bad credentials"}', "有一份内容认不出是什么（有 message）；不算批准。\n"),
        ("[" * 100_000, "reviews.json 不是 JSON；不算批准。\n"),
    ):
        files = payloads(project, "second")
        (project / "reviews.json").write_text(text)
        assert approve(project, "HEAD~1", "HEAD", files) == (2, wanted)
    (project / "reviews.json").unlink()
    assert approve(project, "HEAD~1", "HEAD", files)[0] == 2


def test_data_that_cannot_be_judged_are_not_approved(project: Path) -> None:
    head = commit(project, {OLD: FILES[OLD].replace("yuan-3:", "yuan-9:")})
    code, said = approve(project, "HEAD~1", head, payloads(project, "second"))
    assert (code, said.startswith("改动之后的数据有错误，先改正再谈批准。")) == (1, True)
