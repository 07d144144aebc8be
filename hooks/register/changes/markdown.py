"""Markdown: a comparison as a comment on a pull request, or as a job's summary.

Whatever stands in the data stays text: no HTML, no markup, no mention, reference, link or command
of the host. What `laundered` lets through is only what this module writes itself.
"""

import html
import re
from collections.abc import Iterator, Sequence

from register.changes.sections import BREAKING, Section, headline, sections
from register.changes.values import Changes
from register.problem import Problem, errors

LIMIT = 65_536
"""Characters in a comment at GitHub."""
SUMMARY_LIMIT = 300_000
"""Characters in a job's summary, which GitHub allows a mebibyte; a Chinese one has three bytes."""
MARK = "<!-- register-changes -->"
"""By which a comment of ours is found again, to be replaced."""
_JOINER = "\u2060"  # no width: parts a sigil from what it would point at, on any host
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_PUNCTUATION = frozenset("!\"#$%'()*+,-./:;=?@[\\]^_`{|}~")
_SIGILS = frozenset("@#!$%~&^:")
_AUTOLINKS = re.compile(r"(?i)\b(www\.|GH-)(?=\w)")
_NOTE_ROOM = 120  # what may follow once lines were left out


def escaped(text: str) -> str:
    """Return the text so that Markdown shows it letter by letter, on one line."""
    parted = _AUTOLINKS.sub(rf"\1{_JOINER}", " ".join(text.splitlines()))
    return "".join(_escaped(character) for character in parted)


def _escaped(character: str) -> str:
    shown = _ENTITIES.get(character, character)
    if character in _PUNCTUATION:
        shown = f"\\{character}"
    return shown + _JOINER if character in _SIGILS else shown


def as_markdown(changes: Changes, limit: int = LIMIT) -> str:
    """Return the summary in at most `limit` characters; what does not fit is counted."""
    return laid_out("数据改动", headline(changes), sections(changes), limit)


def laid_out(title: str, first: Sequence[str], parts: Sequence[Section], limit: int = LIMIT) -> str:
    """Lay out sentences and sections in at most `limit` characters."""
    head = f"{MARK}\n## {title}\n\n" + "".join(f"- {escaped(line)}\n" for line in first)
    budget = _Budget(limit - len(head) - _NOTE_ROOM)
    blocks = [block for section in parts if (block := budget.block(section))]
    note = ""
    if budget.left_out:
        note = f"\n\n另有 {budget.left_out} 行没有列出（太长）；运行 ./scripts/changes 可看全部。\n"
    return head + "".join(blocks) + note


class _Budget:
    """How many characters there still are; every line that finds no room is counted."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.left_out = 0

    def block(self, section: Section) -> str:
        """Return the part with as many of its lines as there is room for, or nothing."""
        head, foot = _frame(section)
        lines = list(self._fitting(section, len(head) + len(foot)))
        self.left_out += len(section.lines) - len(lines)
        return head + "".join(lines) + foot if lines else ""

    def _fitting(self, section: Section, frame: int) -> Iterator[str]:
        cost = frame
        for line in section.lines:
            shown = f"- {escaped(line)}\n"
            cost += len(shown)
            if cost > self.room:
                return
            self.room -= cost
            cost = 0
            yield shown


def _frame(section: Section) -> tuple[str, str]:
    heading = escaped(section.heading)
    if section.folded:
        return (
            f"\n<details>\n<summary>{html.escape(section.heading, quote=False)}</summary>\n\n",
            "\n</details>\n",
        )
    return f"\n### {'⚠️ ' if section.loud else ''}{heading}\n\n", ""


_OURS = re.compile(
    r"<!-- register-changes -->|</?details>|</?summary>|&(?:amp|lt|gt);\u2060?"
    r"|\\[!-%'-/:;=?@\[-`{-~]\u2060?"
)
_LEADING = ("## ", "### ", "- ")


def laundered(text: str, limit: int = LIMIT) -> str:
    """Return a text that claims to be ours with everything disarmed that we would not write.

    Our own output comes back as it is. For a job that may write comments and gets the text from
    one that strangers may have changed.
    """
    kept = "\n".join(BREAKING.sub(" ", line) for line in text[:limit].split("\n"))
    lines = (_laundered(line) for line in kept.split("\n"))
    return "\n".join(lines)[:limit]


def _laundered(line: str) -> str:
    lead = next((lead for lead in _LEADING if line.startswith(lead)), "")
    found, end = [lead], len(lead)
    for match in _OURS.finditer(line, end):
        found += [_disarmed(line[end : match.start()]), _parted(match.group())]
        end = match.end()
    return "".join([*found, _disarmed(line[end:])])


def _parted(ours: str) -> str:
    """Give an escaped sigil its joiner back, which a stranger may have left out."""
    return ours + _JOINER if ours[-1] in _SIGILS or ours == "&amp;" else ours


def _disarmed(text: str) -> str:
    return "".join(_escaped(c) if c in _PUNCTUATION or c in _ENTITIES else c for c in text)


def findings_in_markdown(problems: Sequence[Problem], limit: int = LIMIT) -> str:
    """Return the findings as such a text; errors unfolded, hints folded."""
    wrong = errors(problems)
    hints = [problem for problem in problems if not problem.is_error]
    first = [f"共 {len(wrong)} 个错误，{len(hints)} 个提示。" if problems else "没有发现问题。"]
    if wrong:
        first.append("改动之后的数据有错误，先改正才能发布。")
    parts = [
        Section("错误", [problem.line("data/") for problem in wrong], loud=True),
        Section("提示", [problem.line("data/") for problem in hints], folded=True),
    ]
    return laid_out("检查结果", first, [part for part in parts if part.lines], limit)
