"""Text: a comparison as plain lines for a terminal."""

from collections.abc import Iterator

from register.changes.sections import Section, headline, sections
from register.changes.values import Changes


def as_text(changes: Changes) -> str:
    """Return the headline, then each part with its lines."""
    return "\n".join(_lines(changes)) + "\n"


def _lines(changes: Changes) -> Iterator[str]:
    yield from headline(changes)
    for section in sections(changes):
        yield ""
        yield ("！" if section.loud else "") + section.heading
        yield from _items(section)


def _items(section: Section) -> Iterator[str]:
    yield from (f"  {line}" for line in section.lines)
