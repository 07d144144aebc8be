"""Hosts: which code hosts we can read the approvals of."""

from collections.abc import Sequence

from register.approval import gitee, github, gitlab
from register.approval.rule import Request

HOSTS = ("github", "gitlab", "gitee")


def request_of(host: str, payloads: Sequence[object], *, resets: bool = False) -> Request:
    """Return what the answers of a host's API say of a request; raises payload.Malformed.

    `resets`: that host takes approvals back when something is pushed; only Gitee needs it told.
    """
    match host:
        case "github":
            return github.request_of(payloads)
        case "gitlab":
            return gitlab.request_of(payloads)
        case "gitee":
            return gitee.request_of(payloads, resets=resets)
    raise ValueError(host)
