"""The APIs of the code hosts: who has approved a request, and a comment below it.

The addresses, the request and the token come from CI's environment; nothing here reads the head.
"""

from __future__ import annotations

import json
import os
import re
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

PAGE = 100
MOST_PAGES = 30


def answers(host: str) -> dict[str, Any]:
    """Return what the host says of the request: its answers by name."""
    return {
        name: every_page(host, path) if paged else ask(host, path)
        for name, (path, paged) in QUESTIONS[host]().items()
    }


def write_below(host: str, text: str, mark: str) -> None:
    """Write a comment below the request; `mark` is how one of ours begins."""
    {"github": to_github, "gitlab": to_gitlab, "gitee": to_gitee}[host](text, mark)


def of_github() -> dict[str, tuple[str, bool]]:
    """The questions to GitHub, and whether each has pages."""
    number = int(os.environ["PULL_NUMBER"])
    pull = f"/repos/{os.environ['GITHUB_REPOSITORY']}/pulls/{number}"
    head = f"/repos/{os.environ['PULL_REPOSITORY']}/activity?" + urlencode(
        {"ref": f"refs/heads/{os.environ['PULL_BRANCH']}"}
    )
    return {
        "pull": (pull, False),
        "reviews": (f"{pull}/reviews", True),
        "commits": (f"{pull}/commits", True),
        "activity": (head, True),
    }


def of_gitlab() -> dict[str, tuple[str, bool]]:
    """The questions to GitLab."""
    project = f"/projects/{int(os.environ['CI_PROJECT_ID'])}"
    merge = f"{project}/merge_requests/{int(os.environ['CI_MERGE_REQUEST_IID'])}"
    own = os.environ.get("CI_MERGE_REQUEST_SOURCE_PROJECT_ID")  # a fork, which was pushed to
    source = f"/projects/{int(own)}" if own else project
    return {
        "merge": (merge, False),
        "approvals": (f"{merge}/approvals", False),
        "commits": (f"{merge}/commits", True),
        "versions": (f"{merge}/versions", True),
        "events": (f"{source}/events?action=pushed", True),
    }


def of_gitee() -> dict[str, tuple[str, bool]]:
    """The questions to Gitee, whose list of commits has no pages."""
    number = int(os.environ["PULL_NUMBER"])
    pull = f"/repos/{os.environ['GITEE_REPOSITORY']}/pulls/{number}"
    return {"pull": (pull, False), "commits": (f"{pull}/commits", False)}


QUESTIONS = {"github": of_github, "gitlab": of_gitlab, "gitee": of_gitee}


def every_page(host: str, path: str) -> list[Any]:
    """Ask for all pages of a list."""
    found: list[Any] = []
    here = f"{path}{'&' if '?' in path else '?'}per_page={PAGE}"
    for _page in range(MOST_PAGES):
        rows, further = asked(host, here)
        found += rows
        if further is None:
            return found
        here = further
    raise ValueError(f"{path} 的内容太多")


def ask(host: str, path: str, method: str = "GET", body: object = None) -> Any:  # noqa: ANN401 - JSON
    """Return what the host's API answers."""
    return asked(host, path, method, body)[0]


def asked(host: str, path: str, method: str = "GET", body: object = None) -> tuple[Any, str | None]:
    """Return what the host's API answers, and where the next page is, as its header says."""
    address, headers = {"github": at_github, "gitlab": at_gitlab, "gitee": at_gitee}[host]()
    data = None if body is None else json.dumps(body).encode()
    headers |= {"Content-Type": "application/json", "Accept": "application/json"}
    request = Request(address + path, data, headers, method=method)  # noqa: S310 - CI's own address
    try:
        with urlopen(request, timeout=60) as answer:  # noqa: S310 - the same
            return json.load(answer), next_page(answer.headers.get("Link") or "", address)
    except URLError as error:
        raise ValueError(
            f"{host} 没有回答 {path.split('?', maxsplit=1)[0]}：{error.reason}"
        ) from None
    except (OSError, json.JSONDecodeError):  # too slow, cut off, or a page of something between
        raise ValueError(f"{host} 对 {path.split('?', maxsplit=1)[0]} 的回答不完整") from None


def next_page(link: str, address: str) -> str | None:
    """Return the path of the next page; a token goes to no other address than the host's own."""
    found = re.search(r"<([^<>]*)>;[^,]*\brel=\"?next\b", link)
    if found is None:
        return None
    if not found[1].startswith(f"{address}/"):
        raise ValueError(f"下一页不在 {address}")
    return found[1].removeprefix(address)


def at_github() -> tuple[str, dict[str, str]]:
    """The address of GitHub's API and how to show who we are."""
    return os.environ["GITHUB_API_URL"], {"Authorization": f"Bearer {os.environ['HOST_TOKEN']}"}


def at_gitlab() -> tuple[str, dict[str, str]]:
    """The same of GitLab."""
    return os.environ["CI_API_V4_URL"], {"PRIVATE-TOKEN": os.environ["HOST_TOKEN"]}


def at_gitee() -> tuple[str, dict[str, str]]:
    """The same of Gitee."""
    return os.environ["GITEE_API_URL"], {"Authorization": f"token {os.environ['HOST_TOKEN']}"}


def to_github(text: str, mark: str) -> None:
    """Find the request by the commit that the run was of: what is uploaded cannot name another."""
    repository = f"/repos/{os.environ['GITHUB_REPOSITORY']}"
    head = quote(f"{os.environ['HEAD_OWNER']}:{os.environ['HEAD_BRANCH']}", safe="")
    pulls = ask("github", f"{repository}/pulls?state=open&head={head}&per_page={PAGE}")
    for pull in pulls:
        if pull["head"]["sha"] == os.environ["HEAD_SHA"]:
            issue = f"{repository}/issues/{int(pull['number'])}/comments"
            own = next((c for c in every_page("github", issue) if is_ours(c, mark)), None)
            path = f"{repository}/issues/comments/{int(own['id'])}" if own else issue
            ask("github", path, "PATCH" if own else "POST", {"body": text})


def is_ours(found: dict[str, Any], mark: str) -> bool:
    """Tell whether a comment is one of ours, and no stranger's with our mark."""
    by = found["user"] or {}  # none when the account is gone
    return str(found["body"]).startswith(mark) and by.get("type") == "Bot"


def to_gitlab(text: str, _mark: str) -> None:
    """Add a note to the merge request."""
    merge = int(os.environ["CI_MERGE_REQUEST_IID"])
    path = f"/projects/{int(os.environ['CI_PROJECT_ID'])}/merge_requests/{merge}/notes"
    ask("gitlab", path, "POST", {"body": text})


def to_gitee(text: str, _mark: str) -> None:
    """Add a comment to the pull request."""
    number = int(os.environ["PULL_NUMBER"])
    path = f"/repos/{os.environ['GITEE_REPOSITORY']}/pulls/{number}/comments"
    ask("gitee", path, "POST", {"body": text})
