"""Text: a comparison as plain lines for a terminal; of long details, the first."""

from collections.abc import Iterator

from register.changes.sections import Section, headline, sections
from register.changes.values import Changes

_FIRST = 8


def as_text(changes: Changes, *, whole: bool = False) -> str:
    """Return the headline, then each part with its lines; a detail whole only where asked."""
    return "\n".join(_lines(changes, whole=whole)) + "\n"


def _lines(changes: Changes, *, whole: bool) -> Iterator[str]:
    yield from headline(changes)
    for section in sections(changes):
        yield ""
        yield ("！" if section.loud else "") + section.heading
        yield from _items(section, whole=whole)


def _items(section: Section, *, whole: bool) -> Iterator[str]:
    shown = section.lines if whole or not section.folded else section.lines[:_FIRST]
    yield from (f"  {line}" for line in shown)
    if rest := len(section.lines) - len(shown):
        yield f"  …另有 {rest} 项，加 --all 全部列出"
