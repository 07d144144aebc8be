"""GitHub: the answers of its REST API → a request.

`GET /repos/…/pulls/N` (number, state, user, head.sha, commits), `…/pulls/N/reviews` (id, user,
state, commit_id, submitted_at, author_association), `…/pulls/N/commits` (sha, commit, author,
committer), and, where given, `GET /repos/…/activity?ref=…` (actor, activity_type, ref): who pushed.
Lists may come as one, as pages, or as a list of pages.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from register.approval.payload import Answer, Malformed, co_authors, only, read, require_known, rows
from register.approval.rule import Person, Request, Review, newest_words

PULL = ("number", "head", "base", "user")
REVIEW = ("state", "user", "commit_id")
COMMIT = ("sha", "commit", "author", "committer")
ACTIVITY = ("actor", "activity_type", "ref")
_VERDICTS = {"APPROVED", "CHANGES_REQUESTED", "DISMISSED"}
_NO_VERDICTS = {"COMMENTED", "PENDING"}
_MEMBERS = {"OWNER", "MEMBER", "COLLABORATOR"}  # a stranger may review, too
_NO_REPLY = re.compile(r"(?:\d+\+)?([a-z0-9-]+(?:\[bot\])?)@users\.noreply\.[a-z0-9.-]+")


class _User(Answer, frozen=True):
    login: str
    type: str = "User"


class _Head(Answer, frozen=True):
    sha: str
    ref: str = ""


class _Pull(Answer, frozen=True):
    number: int
    user: _User
    head: _Head
    state: str
    commits: int


class _Review(Answer, frozen=True):
    id: int
    user: _User | None
    state: str
    commit_id: str | None
    submitted_at: datetime | None = None
    author_association: str = "NONE"


class _Signature(Answer, frozen=True):
    name: str = ""
    email: str = ""


class _CommitBody(Answer, frozen=True):
    author: _Signature | None
    committer: _Signature | None
    message: str = ""


class _Account(Answer, frozen=True):
    login: str = ""  # who has no account is null, or an empty object


class _Commit(Answer, frozen=True):
    sha: str
    commit: _CommitBody
    author: _Account | None
    committer: _Account | None


class _Activity(Answer, frozen=True):
    actor: _User | None
    ref: str


def request_of(payloads: Sequence[object]) -> Request:
    """Return the request; raises Malformed."""
    require_known(payloads, (PULL, REVIEW, COMMIT, ACTIVITY))
    pull = read(only(payloads, "合并请求（pulls/N）", *PULL), _Pull, "合并请求")
    commits = read(rows(payloads, *COMMIT), list[_Commit], "提交清单")
    reviews = read(rows(payloads, *REVIEW), list[_Review], "批准清单")
    pushed = read(rows(payloads, *ACTIVITY), list[_Activity], "推送清单")
    if not commits:
        raise Malformed("没有提交清单（pulls/N/commits）")
    makers = {pull.user.login, *(login for c in commits for login in _makers(c))}
    ref = f"refs/heads/{pull.head.ref}"
    makers |= {a.actor.login for a in pushed if a.actor and a.ref == ref}
    return Request(
        head=pull.head.sha,
        makers=frozenset(login.casefold() for login in makers if login),
        reviews=newest_words(list(_reviews(reviews, pull.head.sha))),
        doubts=tuple(dict.fromkeys(_doubts(pull, commits))),
    )


def _makers(commit: _Commit) -> Iterator[str]:
    sides = ((commit.author, commit.commit.author), (commit.committer, commit.commit.committer))
    for account, signature in sides:
        yield (account and account.login) or _login_of(signature)
    for name, mail in co_authors(commit.commit.message):
        yield _login_of(_Signature(name, mail))


def _login_of(signature: _Signature | None) -> str:
    found = _NO_REPLY.fullmatch(signature.email.casefold()) if signature else None
    return found[1] if found else ""


def _doubts(pull: _Pull, commits: Sequence[_Commit]) -> Iterator[str]:
    if pull.state != "open":
        yield "合并请求已经关闭"
    shas = {commit.sha for commit in commits}
    if pull.head.sha not in shas or len(shas) != pull.commits:
        yield f"提交清单不全（应有 {pull.commits} 个，得到 {len(shas)} 个）"
    for commit in commits:
        if not all(_makers(commit)):
            yield f"提交 {commit.sha[:7]} 的作者或提交人没有账号，无法核对是不是同一个人"


def _reviews(reviews: Sequence[_Review], head: str) -> Iterator[Review]:
    """Yield the words that count, oldest first; a comment leaves an earlier word as it is."""
    for each in sorted(reviews, key=_when):
        if each.state not in _VERDICTS | _NO_VERDICTS:
            raise Malformed(f"批准清单里有不认识的状态 {each.state}")
        if each.user and each.state in _VERDICTS:
            yield Review(
                person=_person(each.user, each.author_association),
                approves=each.state == "APPROVED",
                objects=each.state == "CHANGES_REQUESTED",
                newest=each.commit_id == head,
            )


def _person(user: _User, association: str) -> Person:
    is_bot = user.type != "User" or user.login.casefold().endswith("[bot]")
    return Person(user.login, is_bot=is_bot, may_approve=association in _MEMBERS)


def _when(review: _Review) -> tuple[float, int]:
    at = review.submitted_at
    return (at.timestamp() if at else float("inf"), review.id)
