"""Reading with data read before: what is the same is taken over, what differs is read."""

from pathlib import Path

from tests.changes.made import FILES, OLD

from register.reading import read


def test_only_files_that_differ_are_read_again(tmp_path: Path) -> None:
    first, _ = read(tmp_path, {path: text.encode() for path, text in FILES.items()})
    broken = FILES | {OLD: FILES[OLD].replace("decided:", "beschlossen:")}
    changed = broken | {
        "rounds/yuan-2022.yml": FILES["rounds/yuan-2022.yml"].replace("示例省", "某省")
    }
    edits = {path: text.encode() for path, text in changed.items()}
    second, problems = read(tmp_path, edits, first)
    alone, same_problems = read(tmp_path, edits)
    assert problems == same_problems != []
    assert (second.digest, second.notices) == (alone.digest, ())
    assert second.station["yuan-1"] is first.station["yuan-1"]
    assert second.round["yuan-2022"].record.name == "某省2022年度检查"
