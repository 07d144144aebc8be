"""./scripts/bench: the table names every stage; what it measures is not judged here."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_small_bench_names_every_stage() -> None:
    command = [str(ROOT / "scripts/bench"), "--stations", "40", "--years", "2"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for stage in ("reading", "rules", "register", "views, pages", "exports", "search"):
        assert f"\n{stage}" in shown
    assert "40 个鉴定所" in shown
