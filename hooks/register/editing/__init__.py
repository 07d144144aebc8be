"""Editing: what a person wants done → the files that change, their comments and order kept.

Nothing here writes: a plan is shown, judged and, where the person agrees, written by a command.
"""

from register.editing.acceptance import accept
from register.editing.creating import created, proposed
from register.editing.ends import retire
from register.editing.plan import Plan, Unfit, new_errors
from register.editing.succession import go_on_as, under_host, under_licence

__all__ = [
    "Plan",
    "Unfit",
    "accept",
    "created",
    "go_on_as",
    "new_errors",
    "proposed",
    "retire",
    "under_host",
    "under_licence",
]
