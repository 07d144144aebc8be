"""Node's packages: pinned by hashes, from no address of our own, and refused when they differ."""

import io
import json
import tarfile
from pathlib import Path

import pytest

from node import fetch, has_node, integrity_of, unpack

ROOT = Path(__file__).parents[2]
LOCKS = [
    ROOT / "scripts/form_server/package-lock.json",
    ROOT / "tests/editors/server/package-lock.json",
    ROOT / "tests/site/axe/package-lock.json",
]


@pytest.mark.parametrize("lock", LOCKS, ids=["form", "editor", "axe"])
def test_a_lock_names_a_hash_for_each_package_and_no_address(lock: Path) -> None:
    packages = json.loads(lock.read_bytes())["packages"]
    ours = packages.pop("")
    assert packages
    for name, facts in packages.items():
        assert facts["integrity"].startswith("sha512-"), name
        assert "resolved" not in facts, name
        assert not facts.get("hasInstallScript"), name
    assert all(version[0].isdigit() for version in ours["dependencies"].values())


def packed(folder: Path, files: dict[str, bytes]) -> Path:
    """A package as npm packs it."""
    path = folder / "x-1.0.0.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for name, blob in files.items():
            info = tarfile.TarInfo(f"package/dist/{name}")
            info.size = len(blob)
            archive.addfile(info, io.BytesIO(blob))
    return path


def test_only_the_wanted_files_are_taken_and_unchanged(tmp_path: Path) -> None:
    package = packed(tmp_path, {"a.js": b"1\n//# sourceMappingURL=a.js.map", "a.js.map": b"{}"})
    unpack(package, ("a.js",), tmp_path / "home")
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["a.js"]
    assert (tmp_path / "home/a.js").read_bytes() == b"1\n//# sourceMappingURL=a.js.map"


def test_a_hash_is_written_as_registries_write_it() -> None:
    assert integrity_of(b"") == (
        "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="
    )


def test_a_package_with_another_hash_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def pack(command: list[str]) -> tuple[int, str]:
        packed(Path(command[command.index("--pack-destination") + 1]), {"a.js": b"evil"})
        return 0, ""

    monkeypatch.setattr("node.run_quietly", pack)
    with pytest.raises(SystemExit):
        fetch("x", "1.0.0", integrity_of(b"good"), ("a.js",), tmp_path / "home")
    assert "取得的 x 1.0.0 与登记的校验值不符，没有使用。" in capsys.readouterr().err
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(("version", "fits"), [("v16.20.0", False), ("v18.20.4", True)])
def test_an_old_node_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, *, fits: bool
) -> None:
    for name, said in (("node", version), ("npm", "9.2.0")):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {said}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert has_node() is fits
