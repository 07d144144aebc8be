"""Gitee: the answers of its API v5 → a request.

`GET /repos/…/pulls/N` (number, state, user, head.sha, assignees: login, accept) and
`…/pulls/N/commits` (sha, commit, author, committer). `accept` does not say of which commit it
speaks; so it counts only where the caller vouches that the repository takes acceptances back when
something is pushed (`resets`).
"""

from collections.abc import Iterator, Sequence

from register.approval.payload import Answer, Malformed, co_authors, only, read, require_known, rows
from register.approval.rule import Person, Request, Review

PULL = ("number", "head", "user", "assignees")
COMMIT = ("sha", "commit")
_MOST_COMMITS = 250  # the API gives no more, and no pages


class _User(Answer, frozen=True):
    login: str
    name: str = ""


class _Assignee(Answer, frozen=True):
    login: str
    accept: bool
    name: str = ""


class _Head(Answer, frozen=True):
    sha: str


class _Pull(Answer, frozen=True):
    number: int
    state: str
    user: _User
    head: _Head
    assignees: list[_Assignee]


class _Signature(Answer, frozen=True):
    name: str = ""
    email: str = ""


class _CommitBody(Answer, frozen=True):
    author: _Signature | None = None
    committer: _Signature | None = None
    message: str = ""


class _Account(Answer, frozen=True):
    login: str = ""
    name: str = ""


class _Commit(Answer, frozen=True):
    sha: str
    commit: _CommitBody
    author: _Account | None = None
    committer: _Account | None = None


def request_of(payloads: Sequence[object], *, resets: bool = False) -> Request:
    """Return the request; raises Malformed."""
    require_known(payloads, (PULL, COMMIT))
    pull = read(only(payloads, "合并请求（pulls/N）", *PULL), _Pull, "合并请求")
    commits = read(rows(payloads, *COMMIT), list[_Commit], "提交清单")
    if not commits:
        raise Malformed("没有提交清单（pulls/N/commits）")
    return Request(
        head=pull.head.sha,
        makers=frozenset(name.casefold() for name in _makers(pull, commits) if name),
        reviews=tuple(_review(each, resets=resets) for each in pull.assignees),
        doubts=tuple(_doubts(pull, commits)),
    )


def _makers(pull: _Pull, commits: Sequence[_Commit]) -> Iterator[str]:
    yield from (pull.user.login, pull.user.name)
    for commit in commits:
        for account in filter(None, (commit.author, commit.committer)):
            yield from (account.login, account.name)
        for signature in filter(None, (commit.commit.author, commit.commit.committer)):
            yield from (signature.name, signature.email)
        for name, mail in co_authors(commit.commit.message):
            yield from (name, mail)


def _review(each: _Assignee, *, resets: bool) -> Review:
    aliases = frozenset({each.name.casefold()} - {""})
    return Review(Person(each.login, aliases), approves=each.accept, objects=False, newest=resets)


def _doubts(pull: _Pull, commits: Sequence[_Commit]) -> Iterator[str]:
    if pull.state != "open":
        yield "合并请求已经关闭"
    if pull.head.sha not in {c.sha for c in commits} or len(commits) >= _MOST_COMMITS:
        yield "提交清单不全"
