"""A copy of the sample register to break, and what is then found in it."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from register.problem import in_order
from register.reading import read
from register.rules import judge

SAMPLE = Path(__file__).parents[1] / "sample_register"
TODAY = date(2024, 12, 31)
YEARS = (2019, 2021, 2023, 2024)


@dataclass
class Copy:
    """A copy of the sample register."""

    root: Path
    # Edits put a breach where it is plain to see, not where the canonical form would.
    silent: frozenset[str] = frozenset({"not-canonical"})

    def findings(self) -> list[str]:
        """Every finding, a line each; no id or year of the sample may go."""
        paths = [path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*.yml")]
        published = frozenset([*paths, *(f"years/{year}" for year in YEARS)])
        data, problems = read(self.root)
        found = in_order([*problems, *judge(data, TODAY, published)])
        return [p.line("data/") for p in found if p.rule not in self.silent]

    def edit(self, how: str, *words: str | bytes) -> None:
        """Do one of the edits below, by its name."""
        getattr(self, how)(*words)

    def speak(self) -> None:
        """Let the hint about the canonical form be heard too."""
        self.silent = frozenset()

    def swap(self, path: str, old: str, new: str) -> None:
        """Put `new` for the first `old` in the file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r}"
        self.put(path, text.replace(old, new, 1))

    def put(self, path: str, content: str | bytes) -> None:
        """Write a file."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        blob = content.encode() if isinstance(content, str) else content
        (self.root / path).write_bytes(blob)

    def copy(self, source: str, target: str) -> None:
        """Copy a file."""
        shutil.copyfile(self.root / source, self.root / target)

    def drop(self, path: str) -> None:
        """Delete a file."""
        (self.root / path).unlink()

    def link(self, path: str, target: str) -> None:
        """Make a symbolic link."""
        (self.root / path).symlink_to(target)


@pytest.fixture
def register(tmp_path: Path) -> Copy:
    """A copy of the sample register that a test may break."""
    shutil.copytree(SAMPLE, tmp_path / "data")
    return Copy(tmp_path / "data")
