"""GitLab: the answers of its REST API → a request.

`GET /projects/…/merge_requests/N` (iid, sha, author, state, source_branch), `…/approvals`
(approved_by: user, approved_at), `…/commits` (id, author_name, author_email, committer_name,
committer_email), `…/versions` (head_commit_sha, created_at); where given, `GET
/projects/…/approvals` (reset_approvals_on_push) and `GET /projects/…/events?action=pushed`
(author_username, push_data.ref).

An approval is of the newest commit when it is later than the version with that commit, by the clock
of GitLab; without `approved_at` (older GitLab) only where the project takes approvals back on push.
Commits bear names and mails, no accounts, so people are told apart by account, name and mail.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from register.approval.payload import (
    Answer,
    Malformed,
    co_authors,
    objects,
    only,
    read,
    require_known,
    rows,
)
from register.approval.rule import Person, Request, Review

MERGE = ("iid", "sha", "author")
APPROVALS = ("approved_by",)
COMMIT = ("id", "author_name", "author_email")
VERSION = ("head_commit_sha", "created_at")
SETTINGS = ("reset_approvals_on_push",)
EVENT = ("author_username", "push_data")
_BOT = re.compile(r"(project|group)_\d+_bot\w*|service_account_\w+|gitlab-bot|ghost")
_NO_REPLY = re.compile(r"(?:\d+-)?([^@]+)@users\.noreply\.[a-z0-9.-]+")


class _User(Answer, frozen=True):
    username: str
    name: str = ""
    state: str = "active"
    bot: bool = False
    public_email: str | None = None


class _Merge(Answer, frozen=True):
    iid: int
    sha: str
    author: _User
    state: str
    source_branch: str = ""
    detailed_merge_status: str = ""


class _Approved(Answer, frozen=True):
    user: _User
    approved_at: datetime | None = None


class _Approvals(Answer, frozen=True):
    approved_by: list[_Approved]


class _Commit(Answer, frozen=True):
    id: str
    author_name: str
    author_email: str
    committer_name: str = ""
    committer_email: str = ""
    message: str = ""


class _Version(Answer, frozen=True):
    head_commit_sha: str
    created_at: datetime


class _Settings(Answer, frozen=True):
    reset_approvals_on_push: bool = False


class _Push(Answer, frozen=True):
    ref: str | None = None


class _Event(Answer, frozen=True):
    author_username: str
    push_data: _Push


def request_of(payloads: Sequence[object]) -> Request:
    """Return the request; raises Malformed."""
    require_known(payloads, (MERGE, APPROVALS, COMMIT, VERSION, SETTINGS, EVENT))
    merge = read(only(payloads, "合并请求", *MERGE), _Merge, "合并请求")
    given = only(payloads, "批准情况（approvals）", *APPROVALS)
    approvals = read(given, _Approvals, "批准情况")
    commits = read(rows(payloads, *COMMIT), list[_Commit], "提交清单")
    versions = read(rows(payloads, *VERSION), list[_Version], "版本清单")
    events = read(rows(payloads, *EVENT), list[_Event], "推送清单")
    settings = [read(s, _Settings, "项目设置") for s in objects(payloads, *SETTINGS)]
    if not commits:
        raise Malformed("没有提交清单（commits）")
    resets = any(own.reset_approvals_on_push for own in settings)
    since = max((v.created_at for v in versions if v.head_commit_sha == merge.sha), default=None)
    return Request(
        head=merge.sha,
        makers=frozenset(_makers(merge, commits, events)),
        reviews=tuple(_review(each, since, resets=resets) for each in approvals.approved_by),
        doubts=tuple(_doubts(merge, commits, versions)),
    )


def _makers(merge: _Merge, commits: Sequence[_Commit], events: Sequence[_Event]) -> Iterator[str]:
    yield from _names(merge.author)
    for commit in commits:
        for name, mail in (
            (commit.author_name, commit.author_email),
            (commit.committer_name, commit.committer_email),
            *co_authors(commit.message),
        ):
            found = _NO_REPLY.fullmatch(mail.casefold())
            yield from filter(None, (name.casefold(), mail.casefold(), found[1] if found else ""))
    for event in events:
        if event.push_data.ref == merge.source_branch:
            yield event.author_username.casefold()


def _names(user: _User) -> frozenset[str]:
    known = (user.username, user.name, user.public_email or "")
    return frozenset(name.casefold() for name in known if name)


def _review(each: _Approved, since: datetime | None, *, resets: bool) -> Review:
    at = each.approved_at
    newest = (at > since) if at and since else resets and at is None
    user = each.user
    is_bot = user.bot or _BOT.fullmatch(user.username) is not None
    person = Person(user.username, _names(user), is_bot=is_bot, may_approve=user.state == "active")
    return Review(person, approves=True, objects=False, newest=newest)


def _doubts(
    merge: _Merge, commits: Sequence[_Commit], versions: Sequence[_Version]
) -> Iterator[str]:
    if merge.state != "opened":
        yield "合并请求已经关闭"
    if merge.detailed_merge_status == "requested_changes":
        yield "有人要求修改"
    if merge.sha not in {commit.id for commit in commits}:
        yield "提交清单里没有最新的提交"
    if versions and merge.sha not in {version.head_commit_sha for version in versions}:
        yield "版本清单里没有最新的提交"
