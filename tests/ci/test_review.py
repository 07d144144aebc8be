"""CI's script for real: a bare repository, the base's checkout, and requests good, broken, hostile.

The checkouts share this repository's .venv, so that each need not make its own.
"""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.changes.made import FILES, NEXT, OLD, ROUND, decided, next_notice

ROOT = Path(__file__).parents[2]
WHO = ("-c", "user.name=t", "-c", "user.email=t@example.com")
CODE = (
    "hooks",
    "scripts",
    ".ci",
    "docs",
    "mkdocs.yml",
    "requirements.txt",
    "tests/requirements.txt",
)
TODAY = "2024-12-01"


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *WHO, *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def data(files: dict[str, str]) -> dict[str, str]:
    return {f"data/{path}": text for path, text in files.items()}


class Repository:
    """A bare repository with a main branch, and one checkout of it as CI has."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bare, self.work, self.base = (folder / n for n in ("bare.git", "work", "base"))
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(self.bare)], check=True)
        git(folder, "clone", "-q", str(self.bare), str(self.work))
        git(self.work, "checkout", "-q", "-b", "main")
        for name in CODE:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            (self.work / name).parent.mkdir(parents=True, exist_ok=True)
            copy(ROOT / name, self.work / name)
        shutil.copy2(ROOT / "scripts/requirements.txt", self.work / "scripts/requirements.txt")
        self.commit(data(FILES))
        git(self.work, "push", "-q", "origin", "main")

    def commit(self, files: dict[str, str]) -> str:
        write(self.work, files)
        git(self.work, "add", "-A")
        git(self.work, "commit", "-qm", "change")
        return git(self.work, "rev-parse", "HEAD")

    def propose(self, files: dict[str, str]) -> str:
        """Push a branch with a change, take the base out as CI does, return the commit."""
        git(self.work, "checkout", "-q", "-B", "change", "main")
        head = self.commit(files)
        git(self.work, "push", "-qf", "origin", "change")
        shutil.rmtree(self.base, ignore_errors=True)
        git(self.folder, "clone", "-q", str(self.bare), str(self.base))
        (self.base / ".venv").symlink_to(ROOT / ".venv")
        return head

    def review(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        line = [str(self.base / ".ci/review"), *arguments]
        return subprocess.run(
            line,
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env=os.environ | environment,
        )

    def proposal(self, head: str, host: str = "github") -> subprocess.CompletedProcess[str]:
        asked = ("--base", "origin/main", "--head", head, "--out", "out", "--host", host)
        job = str(self.folder / "job.md")
        return self.review("proposal", *asked, "--today", TODAY, GITHUB_STEP_SUMMARY=job)

    def left(self, name: str) -> str:
        return (self.folder / "out" / name).read_text(encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


REVOKE = data({NEXT: next_notice(ROUND, decided("撤销", 3))})


def test_a_good_change_leaves_findings_summary_and_preview(repository: Repository) -> None:
    head = repository.propose(REVOKE)
    # What came to main meanwhile is no part of the change.
    git(repository.work, "checkout", "-q", "main")
    more = f"{FILES['stations/yuan/yuan-1.yml']}city: 某市\n"
    repository.commit(data({"stations/yuan/yuan-1.yml": more}))
    git(repository.work, "push", "-q", "origin", "main")
    git(repository.base, "fetch", "-q", "origin")
    done = repository.proposal(head)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "没有发现问题。")
    summary = repository.left("summary.md")
    assert summary.startswith(
        "<!-- register-changes -->\n## 数据改动\n\n- 有1处改动可能对1个单位不利"
    )
    assert "某市" not in summary
    assert "撤销" in (repository.folder / "out/preview/stations/yuan-3/index.html").read_text()
    assert json.loads(repository.left("changes.json"))["moves"][0]["direction"] == "worse"
    job = (repository.folder / "job.md").read_text(encoding="utf-8")
    assert "## 检查结果" in job
    assert "## 数据改动" in job


def test_broken_data_are_marked_on_their_lines_and_all_in_the_summary(
    repository: Repository,
) -> None:
    wrong = "".join(f"          yuan-{n}: 示例省第{n}站\n" for n in range(20, 50))
    broken = FILES[OLD].replace("      - grade: 不合格\n", f"{wrong}      - grade: 不合格\n", 1)
    done = repository.proposal(repository.propose(data({OLD: broken})))
    assert done.returncode == 1
    marks = [line for line in done.stdout.splitlines() if line.startswith("::error file=data/")]
    unknown = "::error file=data/notices/yuan-2023-1.yml,line=12,col=11,title=station-unknown::"
    assert marks[0].startswith(unknown)
    job = (repository.folder / "job.md").read_text(encoding="utf-8")
    assert job.count("错误 station\\-unknown") == 30
    quality = json.loads(repository.left("codequality.json"))
    assert {"path": "data/notices/yuan-2023-1.yml", "lines": {"begin": 12}} in [
        each["location"] for each in quality
    ]
    assert repository.left("summary.md").startswith("<!-- register-changes -->\n## 检查结果\n")
    assert not (repository.folder / "out/preview").exists()


def test_an_id_that_goes_is_found_against_the_base(repository: Repository) -> None:
    repository.propose(REVOKE)
    (repository.work / "data/hosts/yuan/yi.yml").unlink()
    done = repository.proposal(_again(repository))
    assert (done.returncode, "title=id-gone::" in done.stdout) == (1, True)


def _again(repository: Repository) -> str:
    head = repository.commit({})
    git(repository.work, "push", "-qf", "origin", "change")
    git(repository.base, "fetch", "-q", "origin")
    return head


def test_code_of_the_head_is_never_run(repository: Repository, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    shell = f"#!/bin/sh\ntouch {marker}\n"
    python = f"open({str(marker)!r}, 'w').close()\n"
    hostile = {
        ".ci/review": shell,
        "scripts/check": shell,
        "scripts/changes": shell,
        "scripts/build": shell,
        "scripts/environment.py": python,
        "scripts/revisions.py": python,
        "hooks/publish.py": python,
        "hooks/register/__init__.py": python,
        "mkdocs.yml": "hooks: [evil.py]\n",
        "evil.py": python,
        "sitecustomize.py": python,
        "requirements.txt": "evil==1\n",
        ".gitattributes": "* filter=evil\n",
        "data/notices/.hidden.py": python,
    }
    done = repository.proposal(repository.propose({**REVOKE, **hostile}))
    assert done.returncode == 0
    assert "有1处改动可能对1个单位不利" in repository.left("summary.md")
    assert not marker.exists()


def test_links_out_of_the_data_are_not_followed(repository: Repository, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("id: geheim\nname: 机密\n")
    repository.propose(REVOKE)
    (repository.work / "data/stations/yuan/geheim.yml").symlink_to(secret)
    done = repository.proposal(_again(repository))
    assert (done.returncode, "title=link-outside::" in done.stdout) == (1, True)
    assert "机密" not in done.stdout + repository.left("summary.md")


def test_no_token_reaches_what_reads_the_head(repository: Repository) -> None:
    repository.propose(REVOKE)
    spy = "#!/bin/sh\nenv > spied\nexit 0\n"
    for name in ("check", "changes", "build"):
        (repository.base / "scripts" / name).write_text(spy)
    asked = ("--base", "origin/main", "--head", "origin/change", "--out", "out")
    tokens = {"HOST_TOKEN": "t0ken", "GITHUB_TOKEN": "t0ken", "CI_JOB_TOKEN": "t0ken"}
    assert repository.review("proposal", *asked, **tokens).returncode == 0
    assert "PATH=" in (repository.base / "spied").read_text()
    assert "t0ken" not in (repository.base / "spied").read_text()


def test_an_unknown_revision_is_said_in_a_sentence(repository: Repository) -> None:
    repository.propose(REVOKE)
    done = repository.proposal("no-such")
    assert done.returncode == 2
    assert done.stderr == "无法继续：没有版本 no-such。请检查分支名或版本名，或先 git fetch。\n"


def test_a_plain_repository_knows_of_no_approval(repository: Repository) -> None:
    head = repository.propose(REVOKE)
    more = ("--base", "origin/main", "--head", head, "--payloads", str(repository.folder))
    done = repository.review("gate", "--host", "plain", *more)
    assert done.returncode == 2
    assert done.stderr == (
        "无法继续：没有托管网站的仓库不知道谁批准了。请第二人看过 summary.md，由他合并。\n"
    )


def test_gitlab_gets_a_report_of_code_quality(repository: Repository) -> None:
    done = repository.proposal(repository.propose(REVOKE), "gitlab")
    assert (done.returncode, json.loads(repository.left("codequality.json"))) == (0, [])


def test_publication_builds_this_checkout(repository: Repository) -> None:
    repository.propose(REVOKE)
    done = repository.review("publish", "--out", "site", "--today", TODAY)
    assert done.returncode == 0
    page = (repository.folder / "site/stations/yuan-3/index.html").read_text()
    assert "示例省第三国家职业技能鉴定所" in page


class Host:
    """Answers like a code host's API, on loopback, and keeps what it is sent."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        self.instead = b""  # what something between us and the host may answer
        self.further: dict[str, str] = {}  # the next page of a whole path
        self.sent: list[tuple[str, str, Any]] = []
        host = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                size = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(size)) if size else None
                path = self.path.split("?")[0]
                if self.command != "GET":
                    host.sent.append((self.command, path, body))
                found = host.answers.get(path, {} if body else None)
                self.send_response(404 if found is None else 200)
                if self.path in host.further:
                    more = f"{host.address}{host.further[self.path]}"
                    self.send_header("Link", f'<{more}>; rel="next", <{more}&last>; rel="last"')
                self.end_headers()
                self.wfile.write(host.instead or json.dumps(found).encode())

            do_GET = do_POST = do_PATCH = answer  # noqa: N815 - the names that the library asks for

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def host() -> Iterator[Host]:
    made = Host()
    yield made
    made.server.shutdown()
    made.server.server_close()


PULL = "/repos/o/r/pulls/5"


def answers(head: str, approver: str) -> dict[str, Any]:
    opener = {"login": "opener", "type": "User"}
    body = {"author": {"name": "o", "email": "o@x"}, "committer": {"name": "o", "email": "o@x"}}
    pull = {"number": 5, "state": "open", "user": opener, "commits": 1}
    review = {"id": 1, "user": {"login": approver, "type": "User"}, "state": "APPROVED"}
    review |= {"commit_id": head, "author_association": "MEMBER"}
    review |= {"submitted_at": "2024-12-01T00:00:00Z"}
    return {
        PULL: pull | {"head": {"sha": head, "ref": "change"}, "base": {"sha": "0" * 40}},
        f"{PULL}/reviews": [review],
        f"{PULL}/commits": [{"sha": head, "commit": body, "author": opener, "committer": opener}],
        "/repos/o/r/activity": [],
    }


def test_the_gate_asks_the_host_and_judges(repository: Repository, host: Host) -> None:
    head = repository.propose(REVOKE)
    asked = {"GITHUB_API_URL": host.address, "GITHUB_REPOSITORY": "o/r", "HOST_TOKEN": "t"}
    asked |= {"PULL_NUMBER": "5", "PULL_REPOSITORY": "o/r", "PULL_BRANCH": "change"}
    gate = ("gate", "--base", "origin/main", "--head", head, "--host", "github")
    for approver, code in (("opener", 1), ("second", 0)):
        host.answers = answers(head, approver)
        got = repository.review("payloads", "--host", "github", "--out", "said", **asked)
        assert (got.returncode, got.stderr) == (0, "")
        done = repository.review(*gate, "--payloads", str(repository.folder / "said"))
        assert done.returncode == code, done.stderr
    assert done.stdout == "已由第二人批准：second（1处不利改动）。\n"


def test_every_page_is_asked_for_as_the_header_says(repository: Repository, host: Host) -> None:
    head = repository.propose(REVOKE)
    host.answers = answers(head, "second") | {"/more": [{"id": 2}], "/yet-more": [{"id": 3}]}
    first = "/repos/o/r/activity?ref=refs%2Fheads%2Fchange&per_page=100"
    host.further = {first: "/more?after=x", "/more?after=x": "/yet-more?after=y"}
    asked = {"GITHUB_API_URL": host.address, "GITHUB_REPOSITORY": "o/r", "HOST_TOKEN": "t"}
    asked |= {"PULL_NUMBER": "5", "PULL_REPOSITORY": "o/r", "PULL_BRANCH": "change"}
    got = repository.review("payloads", "--host", "github", "--out", "said", **asked)
    assert (got.returncode, got.stderr) == (0, "")
    said = json.loads((repository.folder / "said/activity.json").read_text())
    assert said == [{"id": 2}, {"id": 3}]
    host.further = {first: "@example.com/more"}
    got = repository.review("payloads", "--host", "github", "--out", "said", **asked)
    assert (got.returncode, "下一页不在" in got.stderr) == (2, True)


def test_a_host_that_does_not_answer_stops_the_gate(repository: Repository, host: Host) -> None:
    repository.propose(REVOKE)
    asked = {"GITHUB_API_URL": host.address, "GITHUB_REPOSITORY": "o/r", "HOST_TOKEN": "t"}
    asked |= {"PULL_NUMBER": "5", "PULL_REPOSITORY": "o/r", "PULL_BRANCH": "change"}
    got = repository.review("payloads", "--host", "github", "--out", "said", **asked)
    assert got.returncode == 2
    assert got.stderr == "无法继续：github 没有回答 /repos/o/r/pulls/5：Not Found\n"
    host.answers, host.instead = {PULL: {}}, b"<html>"
    got = repository.review("payloads", "--host", "github", "--out", "said", **asked)
    assert got.returncode == 2
    assert got.stderr == "无法继续：github 对 /repos/o/r/pulls/5 的回答不完整\n"


def test_a_comment_is_disarmed_and_takes_the_place_of_ours(
    repository: Repository, host: Host
) -> None:
    head = repository.propose(REVOKE)
    path = repository.folder / "summary.md"
    path.write_text("<!-- register-changes -->\n## 数据改动\n\n- @all <b>x</b>\n")
    mark = "<!-- register-changes -->\n"
    comments = [
        {"id": 1, "body": mark, "user": {"type": "User"}},
        {"id": 2, "body": mark, "user": {"type": "Bot"}},
    ]
    other = {"number": 4, "head": {"sha": "0" * 40}}
    host.answers = {
        "/repos/o/r/pulls": [other, {"number": 5, "head": {"sha": head}}],
        "/repos/o/r/issues/5/comments": comments,
    }
    asked = {"GITHUB_API_URL": host.address, "GITHUB_REPOSITORY": "o/r", "HOST_TOKEN": "t"}
    asked |= {"HEAD_OWNER": "o", "HEAD_BRANCH": "change", "HEAD_SHA": head}
    done = repository.review("comment", "--host", "github", "--summary", str(path), **asked)
    assert (done.returncode, done.stderr) == (0, "")
    text = f"{mark}## 数据改动\n\n- \\@\u2060all &lt;b&gt;x&lt;\\/b&gt;\n"
    assert host.sent == [("PATCH", "/repos/o/r/issues/comments/2", {"body": text})]
    path.write_text("something else")
    done = repository.review("comment", "--host", "github", "--summary", str(path), **asked)
    assert done.returncode == 2


def test_gitlab_is_asked_page_by_page(repository: Repository, host: Host) -> None:
    repository.propose(REVOKE)
    merge = "/projects/3/merge_requests/9"
    paged = {f"{merge}/commits": "id", f"{merge}/versions": "head_commit_sha"}
    paged |= {"/projects/3/events": "author_username"}
    host.answers = {path: [{key: "x"}] for path, key in paged.items()}
    host.answers |= {merge: {"iid": 9}, f"{merge}/approvals": {"approved_by": []}}
    asked = {"CI_API_V4_URL": host.address, "CI_PROJECT_ID": "3", "HOST_TOKEN": "t"}
    asked |= {"CI_MERGE_REQUEST_IID": "9"}
    got = repository.review("payloads", "--host", "gitlab", "--out", "said", **asked)
    assert (got.returncode, got.stderr) == (0, "")
    said = {p.stem: json.loads(p.read_text()) for p in (repository.folder / "said").iterdir()}
    assert said == {
        "merge": {"iid": 9},
        "approvals": {"approved_by": []},
        "commits": [{"id": "x"}],
        "versions": [{"head_commit_sha": "x"}],
        "events": [{"author_username": "x"}],
    }


@pytest.mark.parametrize(
    ("host_name", "path", "more"),
    [
        (
            "gitlab",
            "/projects/3/merge_requests/9/notes",
            {"CI_API_V4_URL": "", "CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "9"},
        ),
        (
            "gitee",
            "/repos/o/r/pulls/9/comments",
            {"GITEE_API_URL": "", "GITEE_REPOSITORY": "o/r", "PULL_NUMBER": "9"},
        ),
    ],
)
def test_other_hosts_get_the_comment_too(
    repository: Repository, host: Host, host_name: str, path: str, more: dict[str, str]
) -> None:
    repository.propose(REVOKE)
    summary = repository.folder / "summary.md"
    summary.write_text("<!-- register-changes -->\n/close\n")
    asked = {key: value or host.address for key, value in more.items()} | {"HOST_TOKEN": "t"}
    line = ("comment", "--host", host_name, "--summary", str(summary))
    assert repository.review(*line, **asked).returncode == 0
    text = "<!-- register-changes -->\n\\/close\n"
    assert host.sent == [("POST", path, {"body": text})]
