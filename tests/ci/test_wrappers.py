"""What each code host runs: thin, pinned, and without a secret where the head is read."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
WRAPPERS = [
    *WORKFLOWS,
    ROOT / ".gitlab-ci.yml",
    *sorted((ROOT / ".workflow").glob("*.yml")),
    ROOT / ".ci/codeup.yml",
]
# Besides our own script: only git, to have both sides at hand.
ALLOWED = re.compile(
    r"(?:HOST_TOKEN=\"\$\w+\" )?(?:base/|\.\./base/|\.\./published/)?\.ci/(?:review \w+ .*|run)"
    r"|git (?:-C base )?(?:config --global|fetch|worktree) .*"
    r"|unset [A-Z_ ]+"
    r"|HEAD_SHA=\"\$\{CI_MERGE_REQUEST_SOURCE_BRANCH_SHA:-\$CI_COMMIT_SHA\}\""
)
SECRET = re.compile(r"secrets\.|github\.token|_TOKEN")


def loaded(path: Path) -> dict[Any, Any]:
    content: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def commands(value: object) -> Iterator[str]:
    """Every shell command of a wrapper, whatever its host calls them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"run", "script", "before_script", "commands"}:
                lines = inner if isinstance(inner, list) else inner.splitlines()
                yield from (line.strip() for line in lines if line.strip())
            else:
                yield from commands(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from commands(inner)


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = loaded(path)["jobs"]
    return found


@pytest.mark.parametrize("path", WRAPPERS, ids=lambda path: path.name)
def test_a_wrapper_only_calls_our_script(path: Path) -> None:
    found = list(commands(loaded(path)))
    assert found or path.name == "publish.yml"
    assert [line for line in found if not ALLOWED.fullmatch(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_hash_and_says_its_version(path: Path) -> None:
    uses = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    wanted = r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+"
    assert [use for use in uses if not re.fullmatch(wanted, use)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_of_a_request_runs_with_the_rights_of_the_base(path: Path) -> None:
    events = loaded(path)[True]  # YAML 1.1 reads `on` so
    assert "pull_request_target" not in events
    for job in jobs(path).values():
        for step in job["steps"]:
            given = step.get("with", {})
            if "checkout" in step.get("uses", ""):
                assert given["persist-credentials"] is False
            if "workflow_run" in events:
                assert "ref" not in given
            if str(given.get("ref", "")).endswith("pull_request.head.sha }}"):
                assert given["path"] == "head"
        told = "\n".join(commands(job))
        assert not re.search(r"(?<!\S)head/", told)


def test_the_main_branch_judges_whatever_a_request_aims_at() -> None:
    for name in ("approval", "check"):
        text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
        assert "ref: ${{ github.event.repository.default_branch }}" in text
        assert "pull_request.base" not in text
    events = loaded(ROOT / ".github/workflows/approval.yml")[True]
    assert "edited" in events["pull_request"]["types"]
    change = loaded(ROOT / ".gitlab-ci.yml")[".change"]
    assert change["variables"]["TARGET"] == "$CI_DEFAULT_BRANCH"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_text_of_a_request_is_put_into_a_command(path: Path) -> None:
    assert [line for line in commands(loaded(path)) if "${{" in line] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_secret_stands_where_the_head_is_read(path: Path) -> None:
    assert "secrets." not in path.read_text(encoding="utf-8")
    for job in jobs(path).values():
        assert not SECRET.search(str(job.get("env", {})))
        for step in job["steps"]:
            if re.search(r"\.ci/(review (proposal|gate|publish)|run)", step.get("run", "")):
                assert not SECRET.search(str(step))


def test_rights_to_write_stand_only_where_nothing_of_the_head_is_run() -> None:
    writing = {
        (path.name, name): rights
        for path in WORKFLOWS
        for name, job in jobs(path).items()
        if (rights := [k for k, v in job.get("permissions", {}).items() if v == "write"])
    }
    assert writing == {
        ("comment.yml", "comment"): ["pull-requests"],
        ("publish.yml", "deploy"): ["pages", "id-token"],
    }
    for path in WORKFLOWS:
        assert "write" not in loaded(path)["permissions"].values()


def test_at_gitlab_a_token_is_given_to_single_commands() -> None:
    for name, job in loaded(ROOT / ".gitlab-ci.yml").items():
        lines = list(commands({"job": job}))
        for number, line in enumerate(lines):
            if re.search(r"review (proposal|gate)|\.ci/run", line) and "TOKEN" in str(job):
                assert any(each.startswith("unset ") for each in lines[:number]), name


FORM = ROOT / ".github/ISSUE_TEMPLATE/report-error.yml"


def test_the_form_for_errors_is_the_same_everywhere() -> None:
    form = loaded(FORM)
    assert (ROOT / ".gitee/ISSUE_TEMPLATE/report-error.yml").read_bytes() == FORM.read_bytes()
    text = (ROOT / ".gitlab/issue_templates/报告错误.md").read_text(encoding="utf-8")
    fields = [own["attributes"] for own in form["body"] if own["type"] != "markdown"]
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [own["label"] for own in fields]
    options = next(own["options"] for own in fields if own["label"] == "错误类型")
    assert re.findall(r"^- (?!\[)(.*)$", text, re.MULTILINE) == options
    assert f"- [ ] {fields[-1]['options'][0]['label']}\n" in text


def test_the_template_of_requests_is_the_same_everywhere() -> None:
    texts = {
        (ROOT / path).read_text(encoding="utf-8")
        for path in (
            ".github/PULL_REQUEST_TEMPLATE.md",
            ".gitlab/merge_request_templates/Default.md",
            ".gitee/PULL_REQUEST_TEMPLATE.zh-CN.md",
        )
    }
    assert len(texts) == 1
