"""Comments, each kept by the place in the record that it speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Notes:
    """The comments of one value: before it, behind it, at its end, and those of what is below.

    Each is its whole text, from the # on.
    """

    lead: list[str] = field(default_factory=list)
    trail: str = ""
    end: list[str] = field(default_factory=list)
    below: "dict[str | int, Notes]" = field(default_factory=dict)

    @property
    def inside(self) -> bool:
        """Whether a comment stands within the value, which then needs a line for each part."""
        return bool(self.end or self.below)

    def at(self, path: tuple[str | int, ...]) -> "Notes":
        """Return the comments at `path`, made where there were none."""
        notes = self
        for step in path:
            notes = notes.below.setdefault(step, Notes())
        return notes

    def put_behind(self, comment: str) -> None:
        """Add a comment behind the value; only one has room there."""
        if self.trail:
            self.lead.append(comment)
        else:
            self.trail = comment

    def all(self) -> Iterator[str]:
        """Yield every comment, in order."""
        yield from self.lead
        if self.trail:
            yield self.trail
        yield from self.inner()

    def inner(self) -> Iterator[str]:
        """Yield the comments within the value, in order."""
        for below in self.below.values():
            yield from below.all()
        yield from self.end
