"""GitLab's and Gitee's answers → who counts as a second person, after their documentation."""

from typing import Any

import pytest

from register.approval import Malformed, judge, request_of

HEAD = "1" * 40


def merge() -> dict[str, Any]:
    author = {"id": 1, "username": "opener", "name": "甲科", "state": "active"}
    return {
        "id": 90,
        "iid": 9,
        "sha": HEAD,
        "author": author,
        "state": "opened",
        "source_branch": "import",
    }


def approvals(username: str, at: str | None = "2026-11-25T09:00:00.000Z") -> dict[str, Any]:
    user = {"id": 2, "username": username, "name": username.upper(), "state": "active"}
    own = {"user": user} if at is None else {"user": user, "approved_at": at}
    return {"id": 90, "iid": 9, "project_id": 3, "approvals_required": 1, "approved_by": [own]}


COMMITS = [
    {
        "id": HEAD,
        "short_id": HEAD[:8],
        "title": "data",
        "author_name": "乙科",
        "author_email": "5-writer@users.noreply.gitlab.example.com",
        "committer_name": "丙科",
        "committer_email": "c@example.com",
    }
]
VERSIONS = [{"id": 1, "head_commit_sha": HEAD, "created_at": "2026-11-25T08:00:00.000Z"}]
PUSHED = [{"action_name": "pushed to", "author_username": "pusher", "push_data": {"ref": "import"}}]


def said(given: dict[str, Any], *more: object) -> tuple[bool, str]:
    payloads = [merge(), given, COMMITS, VERSIONS, PUSHED, *more]
    return judge(1, request_of("gitlab", payloads))


def test_gitlab_takes_a_later_approval_of_another_person() -> None:
    assert said(approvals("second")) == (True, "已由第二人批准：second（1处不利改动）。")


@pytest.mark.parametrize("username", ["opener", "writer", "pusher"])
def test_gitlab_refuses_who_made_any_of_it(username: str) -> None:
    approved, words = said(approvals(username))
    assert not approved
    assert words.endswith(f"现有的批准不算数：{username} 参与了这次改动。")


def test_gitlab_knows_writers_by_their_name() -> None:
    given = approvals("other")
    given["approved_by"][0]["user"]["name"] = "丙科"
    assert said(given)[1].endswith("other 参与了这次改动。")


def test_gitlab_knows_co_authors_and_who_wants_changes() -> None:
    trailer = "data\n\nCo-authored-by: SECOND <s@example.com>"
    payloads = [merge(), approvals("second"), [COMMITS[0] | {"message": trailer}], VERSIONS]
    assert judge(1, request_of("gitlab", payloads)).said.endswith("second 参与了这次改动。")
    against = merge() | {"detailed_merge_status": "requested_changes"}
    payloads = [against, approvals("second"), COMMITS, VERSIONS]
    assert judge(1, request_of("gitlab", payloads)) == (False, "还不能放行：有人要求修改。")


def test_gitlab_refuses_an_approval_before_the_newest_version() -> None:
    words = said(approvals("second", "2026-11-25T07:59:00.000Z"))[1]
    assert words.endswith("second 批准以后又有新的提交。")


def test_an_older_gitlab_must_take_approvals_back_on_push() -> None:
    assert not said(approvals("second", None))[0]
    assert said(approvals("second", None), {"reset_approvals_on_push": True})[0]
    assert not said(approvals("second", None), {"reset_approvals_on_push": False})[0]


@pytest.mark.parametrize("username", ["project_4_bot", "group_12_bot_a1b2", "gitlab-bot"])
def test_gitlab_refuses_programs(username: str) -> None:
    assert said(approvals(username))[1].endswith(f"{username} 是程序。")


def test_gitlab_without_approvals_is_malformed() -> None:
    with pytest.raises(Malformed, match="要有一份批准情况（approvals），现有 0 份"):
        request_of("gitlab", [merge(), COMMITS, VERSIONS])


def pull(*assignees: tuple[str, bool]) -> dict[str, Any]:
    return {
        "number": 3,
        "state": "open",
        "user": {"login": "opener", "name": "甲科"},
        "head": {"sha": HEAD, "ref": "import"},
        "assignees": [
            {"login": login, "name": login, "assignee": True, "accept": accept}
            for login, accept in assignees
        ],
        "testers": [],
        "assignees_number": 1,
    }


MADE = [
    {
        "sha": HEAD,
        "commit": {"author": {"name": "乙科", "email": "b@example.com"}},
        "author": {"login": "writer", "name": "乙科"},
        "committer": None,
    }
]


def test_gitee_counts_acceptances_where_pushes_take_them_back() -> None:
    request = request_of("gitee", [pull(("second", True)), MADE], resets=True)
    assert judge(1, request) == (True, "已由第二人批准：second（1处不利改动）。")
    assert not judge(1, request_of("gitee", [pull(("second", True)), MADE])).approved
    for who in (("second", False), ("writer", True), ("opener", True)):
        assert not judge(1, request_of("gitee", [pull(who), MADE], resets=True)).approved


def test_gitee_doubts_a_list_that_may_be_cut() -> None:
    many = [*MADE, *[MADE[0] | {"sha": f"{n:040}"} for n in range(249)]]
    request = request_of("gitee", [pull(("second", True)), many], resets=True)
    assert judge(1, request) == (False, "还不能放行：提交清单不全。")
