"""Approval: whether a second person has approved a change, after what the code host reports. Pure.

Nothing here asks a host; `request_of` takes the answers of its API as they came.
"""

from register.approval.hosts import HOSTS, request_of
from register.approval.payload import Malformed
from register.approval.rule import Verdict, editors_of, judge

__all__ = ["HOSTS", "Malformed", "Verdict", "editors_of", "judge", "request_of"]
