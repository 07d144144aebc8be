"""The data folder of a revision: only plain files below it, and no flood."""

import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from revisions import Listed, Unknown, contents_of, folder_of, refuse_hostile

WHO = ("-c", "user.name=t", "-c", "user.email=t@example.com")


def git(folder: Path, *arguments: str, stdin: bytes = b"") -> str:
    line = ["git", "-C", str(folder), *WHO, *arguments]
    done = subprocess.run(line, input=stdin, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    (tmp_path / "data/有 空格").mkdir(parents=True)
    (tmp_path / "data/有 空格/甲\n乙.yml").write_bytes(b"\0\xff\n")
    (tmp_path / "data/leer.yml").write_bytes(b"")
    (tmp_path / "data/link.yml").symlink_to("leer.yml")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "data")
    return tmp_path


def test_every_byte_and_name_comes_out_as_it_is(project: Path) -> None:
    with folder_of(project / "data", "HEAD") as folder:
        assert (folder / "有 空格/甲\n乙.yml").read_bytes() == b"\0\xff\n"
        assert (folder / "leer.yml").read_bytes() == b""
        assert (folder / "link.yml").readlink() == Path("leer.yml")
    assert not folder.exists()


def test_plain_files_are_not_written_and_links_and_huge_ones_are(project: Path) -> None:
    with contents_of(project / "data", "HEAD") as (folder, held):
        assert (folder / "link.yml").readlink() == Path("leer.yml")
        assert ((folder / "leer.yml").read_bytes(), held) == (b"", {})
    (project / "data/link.yml").unlink()
    (project / "data/gross.yml").write_bytes(b"#" * 70_000)
    (project / "data/.hidden.yml").write_bytes(b"x")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "no link")
    with contents_of(project / "data", "HEAD") as (folder, held):
        assert held == {"leer.yml": b"", "有 空格/甲\n乙.yml": b"\0\xff\n"}
        assert [path.name for path in folder.iterdir()] == ["gross.yml"]


def test_a_path_that_leads_out_is_refused(project: Path) -> None:
    blob = git(project, "hash-object", "-w", "--stdin", stdin=b"evil")
    entry = b"100644 ..\0" + bytes.fromhex(blob)
    tree = git(project, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", stdin=entry)
    top = b"40000 data\0" + bytes.fromhex(tree)
    root = git(project, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", stdin=top)
    commit = git(project, "commit-tree", root, "-m", "evil")
    with (
        pytest.raises(Unknown, match="不能使用的路径"),
        folder_of(project / "data", commit),
    ):
        pass


def test_a_submodule_is_refused(project: Path) -> None:
    entry = f"160000,{git(project, 'rev-parse', 'HEAD')},data/stations/other"
    git(project, "update-index", "--add", "--cacheinfo", entry)
    git(project, "commit", "-qm", "module")
    with (
        pytest.raises(Unknown, match="不能有子模块 stations/other"),
        contents_of(project / "data", "HEAD"),
    ):
        pass


def test_a_flood_is_refused() -> None:
    with pytest.raises(Unknown, match="太大"):
        refuse_hostile([Listed("100644", "0" * 40, 600 * 1024 * 1024, "a.yml")])


def test_a_revision_without_the_folder_is_empty(project: Path) -> None:
    tree = git(project, "mktree")
    commit = git(project, "commit-tree", tree, "-m", "nothing")
    with folder_of(project / "data", commit) as folder:
        assert list(folder.iterdir()) == []
