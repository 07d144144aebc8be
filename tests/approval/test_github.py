"""GitHub's answers → who counts as a second person. Shapes after its REST documentation."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.approval import Malformed, editors_of, judge, request_of

HEAD = "1" * 40
OLD = "2" * 40


def account(login: str, kind: str = "User") -> dict[str, Any]:
    return {"login": login, "id": 1, "type": kind, "site_admin": False}


def review(
    number: int, login: str, state: str = "APPROVED", commit: str = HEAD, member: str = "MEMBER"
) -> dict[str, Any]:
    return {
        "id": number,
        "user": account(login),
        "body": "",
        "state": state,
        "commit_id": commit,
        "submitted_at": f"2026-11-25T0{number}:00:00Z",
        "author_association": member,
    }


def commit(sha: str, author: str, committer: str | None = None) -> dict[str, Any]:
    signature = {"name": author, "email": f"{author}@example.com", "date": "2026-11-25T00:00:00Z"}
    return {
        "sha": sha,
        "commit": {"author": signature, "committer": signature, "message": "data"},
        "author": account(author),
        "committer": account(committer or author),
        "parents": [],
    }


PULL: dict[str, Any] = {
    "number": 7,
    "state": "open",
    "user": account("opener"),
    "head": {"sha": HEAD, "ref": "import", "repo": None},
    "base": {"sha": OLD, "ref": "main", "repo": None},
    "commits": 2,
    "draft": False,
}
COMMITS = [commit(OLD, "writer"), commit(HEAD, "writer", "merger")]
ACTIVITY = [{"actor": account("pusher"), "activity_type": "push", "ref": "refs/heads/import"}]


def said(
    *reviews: dict[str, Any], editors: str = "", commits: object = COMMITS
) -> tuple[bool, str]:
    request = request_of("github", [PULL, list(reviews), commits, ACTIVITY])
    return judge(3, request, editors_of(editors))


MISSING = "还缺第二人批准：有3处不利改动，要由没有参与这次改动的人，对最新的提交批准。"


def test_another_member_approves_the_newest_commit() -> None:
    assert said(review(1, "second")) == (True, "已由第二人批准：second（3处不利改动）。")


def test_nobody_has_approved() -> None:
    assert said() == (False, MISSING)


@pytest.mark.parametrize("login", ["opener", "writer", "merger", "pusher", "Writer"])
def test_who_made_any_of_it_is_no_second_person(login: str) -> None:
    assert said(review(1, login)) == (False, f"{MISSING}现有的批准不算数：{login} 参与了这次改动。")


def test_an_approval_of_an_earlier_commit_does_not_count() -> None:
    why = "现有的批准不算数：second 批准以后又有新的提交。"
    assert said(review(1, "second", commit=OLD)) == (False, MISSING + why)


def test_a_stranger_may_review_but_not_approve() -> None:
    why = "现有的批准不算数：passer 没有批准的权限。"
    assert said(review(1, "passer", member="NONE")) == (False, MISSING + why)


def test_programs_do_not_count() -> None:
    one, other = review(1, "helper[bot]"), review(2, "robot")
    other["user"]["type"] = "Bot"
    why = "现有的批准不算数：helper[bot] 是程序；robot 是程序。"
    assert said(one, other) == (False, MISSING + why)


def test_the_newest_word_of_a_person_counts_and_a_comment_is_none() -> None:
    approved, dismissed = review(1, "second"), review(2, "second", "DISMISSED")
    assert said(approved, dismissed) == (False, MISSING)
    assert said(approved, review(2, "second", "COMMENTED"))[0]
    assert said(review(3, "second"), review(2, "second", "CHANGES_REQUESTED"))[0]


def test_one_objection_stops_it() -> None:
    against = review(2, "third", "CHANGES_REQUESTED")
    assert said(review(1, "second"), against) == (False, "还不能放行：third 不同意。")
    assert said(review(1, "second"), review(2, "x", "CHANGES_REQUESTED", member="NONE"))[0]


def test_only_editors_may_approve_where_there_is_a_list() -> None:
    why = "现有的批准不算数：second 不在编辑名单里。"
    assert said(review(1, "second"), editors="@editor # 职建科\n") == (False, MISSING + why)
    assert said(review(1, "Editor", member="NONE"), editors="@editor")[0]


def test_a_team_in_the_list_is_refused() -> None:
    with pytest.raises(ValueError, match="不能写团队：@org/team"):
        editors_of("@org/team")


def test_a_commit_without_an_account_is_a_doubt() -> None:
    unknown = copy.deepcopy(COMMITS)
    unknown[0]["author"] = None
    wanted = "还不能放行：提交 2222222 的作者或提交人没有账号，无法核对是不是同一个人。"
    assert said(review(1, "second"), commits=unknown) == (False, wanted)
    unknown[0]["commit"]["author"]["email"] = "12+second@users.noreply.example.com"
    assert "second 参与了这次改动" in said(review(1, "second"), commits=unknown)[1]


def test_who_is_named_as_a_co_author_made_it_too() -> None:
    together = copy.deepcopy(COMMITS)
    trailer = "data\n\nCo-authored-by: S <12+Second@users.noreply.github.com>\n"
    together[0]["commit"]["message"] = trailer
    assert "second 参与了这次改动" in said(review(1, "second"), commits=together)[1]
    together[0]["commit"]["message"] = "data\n\nco-authored-by: S <s@example.com>"
    assert "没有账号，无法核对" in said(review(1, "second"), commits=together)[1]


def test_what_is_no_data_wants_a_second_person_too() -> None:
    request = request_of("github", [PULL, [], COMMITS])
    wanted = "还缺第二人批准：有2个数据以外的文件改动，要由没有参与这次改动的人，对最新的提交批准。"
    assert judge(0, request, outside=2) == (False, wanted)
    approved = request_of("github", [PULL, [review(1, "second")], COMMITS])
    words = "已由第二人批准：second（1处不利改动、2个数据以外的文件改动）。"
    assert judge(1, approved, outside=2) == (True, words)


def test_a_list_that_is_not_whole_is_a_doubt() -> None:
    wanted = "还不能放行：提交清单不全（应有 2 个，得到 1 个）。"
    assert said(review(1, "second"), commits=[COMMITS[1]]) == (False, wanted)


def test_pages_are_put_together() -> None:
    request = request_of("github", [PULL, [[], [review(1, "second")]], *[[c] for c in COMMITS]])
    assert judge(1, request).approved


def test_what_harms_nobody_wants_no_approval() -> None:
    request = request_of("github", [PULL, [], COMMITS])
    assert judge(0, request) == (True, "没有对任何单位不利的改动，不需要第二人批准。")


@pytest.mark.parametrize(
    ("payloads", "wanted"),
    [
        ([], "要有一份合并请求（pulls/N），现有 0 份"),
        ([PULL, PULL, COMMITS], "要有一份合并请求（pulls/N），现有 2 份"),
        ([PULL, []], "没有提交清单（pulls/N/commits）"),
        ([PULL, COMMITS, {"message": "Not Found"}], "有一份内容认不出是什么（有 message）"),
        ([PULL, COMMITS, "x"], "有一份内容既不是对象也不是清单"),
        ([PULL, COMMITS, [1]], "清单里有不是对象的东西"),
        ([PULL, COMMITS, [review(1, "x", "SPLENDID")]], "批准清单里有不认识的状态 SPLENDID"),
    ],
)
def test_other_shapes_are_refused(payloads: list[Any], wanted: str) -> None:
    with pytest.raises(Malformed) as refused:
        request_of("github", payloads)
    assert str(refused.value) == wanted


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.sampled_from(["github", "gitlab", "gitee"]), st.lists(JSON, max_size=3))
def test_no_nonsense_is_an_approval(host: str, payloads: list[Any]) -> None:
    with pytest.raises(Malformed):
        request_of(host, payloads)


@given(st.sampled_from(sorted(PULL)), JSON)
def test_a_wrong_value_never_approves_by_itself(field: str, value: object) -> None:
    try:
        request = request_of("github", [PULL | {field: value}, [], COMMITS])
    except Malformed:
        return
    assert not judge(1, request).approved
