"""The packages that only the benchmark needs: fetched once, pinned by their hashes, kept apart."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / ".cache" / "search-bench"
WHEELS = HERE / "requirements.txt"
SOURCES = HERE / "requirements-source.txt"
MINISEARCH = "minisearch@7.2.0"
MINISEARCH_SHA512 = (
    "dqT2XBYUOZOiC5t2HRnwADjhNS2cecp9u+TJRiJ1Qp/f5qjkeT5APcGPjHw+bz89Ms8Jp+cG4AlE+QZ/QnDglg=="
)
PIP = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
SAFE = ("--require-hashes", "--no-deps", "--upgrade", "--target")


def folder() -> Path:
    """Return the folder with the Python packages, fetching them when they are not there."""
    pins = WHEELS.read_bytes() + SOURCES.read_bytes()
    own = CACHE / hashlib.sha256(pins).hexdigest()[:12]
    if not (own / "done").exists():
        wheels = ["--only-binary=:all:", "-r", str(WHEELS)]
        subprocess.run([*PIP, *SAFE, str(own), *wheels], check=True)
        built = ["--no-build-isolation", "--no-binary=:all:", "-r", str(SOURCES)]
        subprocess.run(
            [*PIP, *SAFE, str(own), *built], check=True, env={**os.environ, "PYTHONPATH": str(own)}
        )
        (own / "done").touch()
    return own


def use() -> None:
    """Make the packages importable."""
    if str(folder()) not in sys.path:
        sys.path.append(str(folder()))


def pagefind() -> Path:
    """Return the program that makes Pagefind's index, with its Chinese segmentation."""
    program = folder() / "pagefind_bin_extended" / "pagefind_extended"
    program.chmod(0o755)
    return program


def minisearch() -> Path | None:
    """Return MiniSearch's script; None on a machine without npm."""
    script = CACHE / MINISEARCH / "index.js"
    if not script.exists() and shutil.which("npm"):
        with tempfile.TemporaryDirectory() as draft:
            command = ["npm", "pack", "--silent", "--pack-destination", draft, MINISEARCH]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            _unpack(next(Path(draft).glob("*.tgz")), script)
    return script if script.exists() else None


def _unpack(package: Path, script: Path) -> None:
    found = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    if found != MINISEARCH_SHA512:
        raise ValueError(f"{MINISEARCH} has another hash: {found}")
    with tarfile.open(package) as archive:
        content = archive.extractfile("package/dist/umd/index.js")
        assert content
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_bytes(content.read())
