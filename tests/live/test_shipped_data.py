"""The shipped data, of whatever year: valid, and nothing published is ever taken back."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_they_have_no_error() -> None:
    done = subprocess.run(
        [str(ROOT / "scripts/check")], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout


def test_every_file_of_2011_is_still_there() -> None:
    published, shipped = ROOT / "tests/gansu_register", ROOT / "data"
    once = {path.relative_to(published) for path in published.rglob("*.yml")}
    assert once, "nothing to compare with"
    assert {path for path in once if not (shipped / path).exists()} == set()
