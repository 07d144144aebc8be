"""Node and the packages that run under it: for the form and for the tests of editors.

What is wanted stands in a package.json with its lock, which names a hash for each package and no
address, so that they come from wherever this machine's npm is told to look. They are installed
into .cache at first use; nothing of theirs runs while they are installed.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from environment import ROOT, apt_install, locked, refuse, run_quietly, say

CACHE = ROOT / ".cache" / "node"
OLDEST = 18


def find_node() -> str:
    """Return Node's program, from Debian where the machine has none."""
    if not has_node() and not (apt_install("nodejs", "npm") and has_node()):
        refuse(
            f"需要 Node.js {OLDEST} 或更高版本和 npm。请先安装，"
            "例如在 Debian、统信、麒麟上以管理员身份运行：\n"
            "  apt-get update && apt-get install -y nodejs npm\n"
            "然后重新运行本命令。"
        )
    return shutil.which("node") or "node"


def has_node() -> bool:
    """Whether a Node that is new enough is here, and its npm."""
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v([0-9]+)\.", said)
    return version is not None and int(version[1]) >= OLDEST


def packages(folder: Path) -> Path:
    """Return the folder with the packages that the lock in `folder` names, installed if need be."""
    stamp = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    home = CACHE / f"{folder.name}-{stamp[:16]}"
    if not (home / "done").exists():
        with locked():
            if not (home / "done").exists():
                install(folder, home)
    return home


def install(folder: Path, home: Path) -> None:
    """Install the packages that the lock names, each with the hash that it names."""
    total = len(json.loads((folder / "package-lock.json").read_bytes())["packages"]) - 1
    say(f"首次使用：正在下载 {total} 个程序包…")
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(folder / name, home / name)
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=http", "--no-progress"]
    npm = [shutil.which("npm") or "npm", "ci", "--prefix", str(home), *options]
    code, tail = run_quietly(npm, Arrivals(total))  # type: ignore[arg-type]
    if code:
        refuse(f"未能取得 Node 程序包。{NETWORK}\n{tail}")
    (home / "done").touch()
    say("Node 程序包已准备好。")


NETWORK = "请检查网络是否畅通；如须使用镜像，请先在 npm 的配置里设好，然后重新运行本命令。"


class Arrivals:
    """Counts on a terminal, in one line, the packages that npm has fetched."""

    def __init__(self, total: int) -> None:
        """Begin at none of ``total``."""
        self.total = total
        self.done = 0

    def see(self, line: str) -> None:
        """Take one line of npm's output."""
        if ".tgz" not in line or self.done == self.total:
            return
        self.done += 1
        if sys.stderr.isatty():
            end = "\n" if self.done == self.total else ""
            print(f"\r正在下载 {self.done}/{self.total}", end=end, file=sys.stderr, flush=True)


def package_files(name: str, version: str, integrity: str, wanted: tuple[str, ...]) -> Path:
    """Return a folder with some files of a package, unchanged; its dependencies are not installed.

    `integrity` is the hash of the package as registries write it; another one is refused.
    """
    home = CACHE / f"{name}-{version}"
    if not all((home / file).exists() for file in wanted):
        with locked():
            if not all((home / file).exists() for file in wanted):
                fetch(name, version, integrity, wanted, home)
    return home


def fetch(name: str, version: str, integrity: str, wanted: tuple[str, ...], home: Path) -> None:
    """Fetch a package and take some files out of it."""
    say(f"首次使用：正在下载程序包 {name} {version}…")
    with tempfile.TemporaryDirectory() as folder:
        npm = [shutil.which("npm") or "npm", "pack", f"{name}@{version}"]
        code, tail = run_quietly([*npm, "--pack-destination", folder, "--loglevel=error"])
        packed = next(Path(folder).glob("*.tgz"), None)
        if code or not packed:
            refuse(f"未能取得 {name}。{NETWORK}\n{tail}")
        if integrity_of(packed.read_bytes()) != integrity:
            refuse(f"取得的 {name} {version} 与登记的校验值不符，没有使用。请检查镜像是否可信。")
        unpack(packed, wanted, home)


def integrity_of(blob: bytes) -> str:
    """Return the hash of a package in the form that package locks use."""
    return "sha512-" + base64.b64encode(hashlib.sha512(blob).digest()).decode()


def unpack(packed: Path, wanted: tuple[str, ...], home: Path) -> None:
    """Write the wanted files of a package, each in one step."""
    home.mkdir(parents=True, exist_ok=True)
    with tarfile.open(packed) as archive:
        for file in wanted:
            source = archive.extractfile(f"package/dist/{file}")
            if source is None:
                refuse(f"程序包 {packed.name} 里没有 {file}。")
            draft = home / f"{file}.new"
            draft.write_bytes(source.read())
            draft.replace(home / file)
