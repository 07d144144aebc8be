"""The rule: what may harm someone is approved by a second person, on the newest commit.

The second person has made none of the change (neither opened it nor written, committed or pushed
any of its commits), is no program, may approve (is on the list of editors, where there is one), and
their newest word is an approval of the newest commit. Nobody else who may approve objects.
What cannot be told counts against the change.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Person(NamedTuple):
    """Someone as a host reports them; `aliases`: other names of theirs, in small letters."""

    login: str
    aliases: frozenset[str] = frozenset()
    is_bot: bool = False
    may_approve: bool = True


class Review(NamedTuple):
    """A person's newest word: whether it approves or objects, and of which state of the change."""

    person: Person
    approves: bool
    objects: bool
    newest: bool
    """Whether it speaks of the newest commit."""


class Request(NamedTuple):
    """A pull or merge request; `makers`: logins, names and mails of all who made it, small."""

    head: str
    makers: frozenset[str]
    reviews: tuple[Review, ...]
    doubts: tuple[str, ...] = ()
    """Why it cannot be told who made the change, or who approved it."""


class Verdict(NamedTuple):
    """Whether the change may go on, and the sentence for the person who waits."""

    approved: bool
    said: str


def judge(
    adverse: int, request: Request, editors: frozenset[str] = frozenset(), *, outside: int = 0
) -> Verdict:
    """Return the verdict on a change with `adverse` things that may harm someone.

    `outside`: how many files it changes that are no data, and may decide who approves the next.

    `editors`: logins in small letters of those who may approve; none given is everybody who may
    approve by the host's own rights.
    """
    if not adverse and not outside:
        return Verdict(approved=True, said="没有对任何单位不利的改动，不需要第二人批准。")
    if request.doubts:
        return Verdict(approved=False, said=f"还不能放行：{'；'.join(request.doubts)}。")
    able = [r for r in request.reviews if _why_not(r.person, request, editors) == ""]
    if against := [r.person.login for r in able if r.objects]:
        return Verdict(approved=False, said=f"还不能放行：{'、'.join(against)} 不同意。")
    if by := [r.person.login for r in able if r.approves and r.newest]:
        return Verdict(
            approved=True, said=f"已由第二人批准：{'、'.join(by)}（{_what(adverse, outside)}）。"
        )
    reasons = "；".join(_reasons(request, editors))
    what = f"还缺第二人批准：有{_what(adverse, outside)}"
    said = f"{what}，要由没有参与这次改动的人，对最新的提交批准。"
    return Verdict(
        approved=False, said=said + (f"现有的批准不算数：{reasons}。" if reasons else "")
    )


def _what(adverse: int, outside: int) -> str:
    harm = f"{adverse}处不利改动" if adverse else ""
    files = f"{outside}个数据以外的文件改动" if outside else ""
    return "、".join(filter(None, (harm, files)))


def _reasons(request: Request, editors: frozenset[str]) -> Iterator[str]:
    """Say of each approval why it does not count."""
    for review in request.reviews:
        if review.approves:
            why = _why_not(review.person, request, editors) or "批准以后又有新的提交"
            yield f"{review.person.login} {why}"


def _why_not(person: Person, request: Request, editors: frozenset[str]) -> str:
    login = person.login.casefold()
    if person.is_bot:
        return "是程序"
    if {login, *person.aliases} & request.makers:
        return "参与了这次改动"
    if editors:
        return "" if login in editors else "不在编辑名单里"
    return "" if person.may_approve else "没有批准的权限"


def editors_of(text: str) -> frozenset[str]:
    """Read a list of editors: a login a line, with or without @; # begins a comment.

    Raises ValueError with a Chinese text for a team, for who is in it cannot be told here.
    """
    found: set[str] = set()
    for line in text.splitlines():
        for word in line.split("#")[0].split():
            if "/" in word.removeprefix("@"):
                raise ValueError(f"编辑名单里只能写账号，不能写团队：{word}")
            found.add(word.removeprefix("@").casefold())
    return frozenset(found)


def newest_words(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """Keep the newest word of each person; `reviews` are oldest first."""
    newest = {review.person.login.casefold(): review for review in reviews}
    return tuple(newest.values())
