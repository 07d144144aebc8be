"""The preview: one page that lays the source beside the records, piece by piece.

It asks nothing of any other host, runs no script, and says by word, shape and colour what became
of each piece.
"""

import base64
import hashlib

from jinja2 import Environment, PackageLoader, StrictUndefined

from register.importing.account import Use
from register.importing.proposal import Proposal
from register.importing.wording import clue_lines, unplaced_lines

_MARKS = {"TAKEN": "✔", "CONTEXT": "…", "LEFT": "✘"}


def preview(proposal: Proposal, name: str, texts: list[tuple[str, str]]) -> str:
    """Return the page; `texts`: path and text of each file."""
    environment = Environment(
        loader=PackageLoader("register.importing", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
    )
    style = environment.get_template("preview.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    account = proposal.account
    return environment.get_template("preview.html").render(
        hash=digest,
        style=style,
        name=name,
        total=len(account.items),
        counts=[(use.name, use.value, account.count(use)) for use in Use],
        marks=_MARKS,
        blocks=[
            ("必须先决定", proposal.findings, True),
            ("没有录入", unplaced_lines(proposal), True),
            ("与已录文件不同", proposal.differences, False),
            ("来源未载，或程序没有从来源读出", proposal.lacking, False),
            ("请核对", proposal.hints, False),
            ("线索", clue_lines(proposal), False),
        ],
        items=[item for item in account.items if item.mark.why != "空白"],
        grades={s.id: s.grade for s in proposal.decided.settled.values()},
        files=texts,
    )


__all__ = ["preview"]
