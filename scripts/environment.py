"""The first step of every command: run it in the repository's own, exactly pinned .venv.

``from environment import enter; enter()`` makes or renews ``.venv`` where that is needed and starts
the same command again under its Python; where nothing is needed that takes a few milliseconds.

Only the standard library is used, and only syntax that Python 3.7 reads, so that an old
interpreter gives its reason in a sentence and not in a traceback. A command that calls enter()
keeps to the same syntax, and imports ``register`` and all other packages after the call.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO, NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / ".venv.lock"  # beside .venv, because a renewal empties .venv
OLDEST = (3, 11)
NEWEST = (3, 14)
# Each recipe holds the pins of those before it too.
SITE = "requirements.txt"
OFFICE = "scripts/requirements.txt"  # reads and writes Word, Excel and PDF
TESTS = "tests/requirements.txt"
RECIPES = (SITE, OFFICE, TESTS)
FOREIGN = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")  # would bring in other packages


def enter(recipe: str = SITE) -> None:
    """Return with .venv active and ``register`` importable, or end the process with the reason."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    try:
        if not is_ready(recipe):
            leave_old_python()
            prepare(recipe)
        if not is_inside():
            start_again(VENV / "bin" / "python")
    except KeyboardInterrupt:
        refuse("已中断。下次运行时会重新准备环境。", status=130)
    except OSError as error:
        refuse(f"准备环境失败：{error.filename or VENV}：{error.strerror or error}。")
    sys.path.insert(0, str(ROOT / "hooks"))


def is_inside() -> bool:
    """Whether this very process runs in .venv."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def start_again(python: str | Path) -> NoReturn:
    """Replace this process by the same command under another Python."""
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(python, [str(python), *sys.argv], environment)


def refuse(message: str, status: int = 1) -> NoReturn:
    """End the command with one message for the person who started it."""
    say(message)
    raise SystemExit(status)


def say(message: str) -> None:
    """Tell the person on the terminal; standard output stays free for the command itself."""
    print(message, file=sys.stderr, flush=True)


# The stamp: what .venv is known to hold. It is written last, so a broken-off set-up has none.


def is_ready(recipe: str) -> bool:
    """Whether a finished set-up holds the pins of this recipe, for the Python that .venv has."""
    recorded = recorded_lines()
    runs = os.access(VENV / "bin" / "python", os.X_OK)
    fits = not is_inside() or python_line() in recorded
    return runs and fits and set(pin_lines(recipe)) <= set(recorded)


def recorded_lines() -> list[str]:
    """Read the stamp; none or an unreadable one counts as empty."""
    try:
        return stamp_file().read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def write_stamp(recipe: str) -> None:
    """Record a finished set-up in one step, so that nobody reads half a stamp."""
    draft = VENV / "stamp.new"
    text = "\n".join([python_line(), *pin_lines(recipe)]) + "\n"
    draft.write_text(text, encoding="utf-8")
    draft.replace(stamp_file())


def stamp_file() -> Path:
    """Where the stamp lies."""
    return VENV / "stamp"


def python_line() -> str:
    """The line of the stamp for the binary interface of this Python, such as cpython-311."""
    return f"python {sys.implementation.cache_tag}"


def pin_lines(recipe: str) -> list[str]:
    """The lines of the stamp for the pins of a recipe and of those before it."""
    names = RECIPES[: RECIPES.index(recipe) + 1]
    return [f"{hashlib.sha256((ROOT / name).read_bytes()).hexdigest()} {name}" for name in names]


def smaller(recipe: str) -> Sequence[str]:
    """The recipes that a recipe only adds to."""
    return RECIPES[: RECIPES.index(recipe)]


# The set-up.


def prepare(recipe: str) -> None:
    """Make .venv hold exactly the recipe; a second command waits here and then finds it done."""
    with locked():
        if is_ready(recipe):
            return
        say("正在安装这条命令要用的程序包…")
        grows = recorded_lines()[1:] in [pin_lines(other) for other in smaller(recipe)]
        with contextlib.suppress(FileNotFoundError):
            stamp_file().unlink()
        if not grows:
            make_venv()
        install(recipe)
        write_stamp(recipe)
        say("环境已准备好。")


@contextlib.contextmanager
def locked() -> Iterator[None]:
    """Hold the set-up for this process and the programs that it starts.

    The system frees the lock when the last of them ends, so a killed command whose pip still
    writes keeps others out until pip is done.
    """
    import fcntl  # not at the top: Windows lacks it, and is told so in a sentence

    with LOCK.open("a") as lock:
        os.set_inheritable(lock.fileno(), True)  # noqa: FBT003 - it has no keyword
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("另一条命令正在准备环境，请稍候…")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make_venv() -> None:
    """Make an empty .venv of this Python, found by its real name so that an upgrade shows."""
    if not has_venv_module():
        install_venv_module()
    python = os.path.realpath(sys.executable)
    code, tail = run_quietly([python, "-m", "venv", "--clear", str(VENV)])
    if code:
        refuse("准备环境失败：无法建立 .venv。\n" + tail)


def has_venv_module() -> bool:
    """Whether Python is whole; a folder that Debian left empty does not count."""
    found = [importlib.util.find_spec(name) for name in ("venv", "ensurepip")]
    return all(spec is not None and spec.origin is not None for spec in found)


def install_venv_module() -> None:
    """Get the module that Debian keeps in a package of its own."""
    package = f"python3.{sys.version_info[1]}-venv"
    if not apt_install(package):
        refuse(
            f"这台机器的 Python 缺少 venv 模块。请以管理员身份运行：\n"
            f"  apt-get update && apt-get install -y {package}\n"
            f"然后重新运行本命令。"
        )


def install(recipe: str) -> None:
    """Install the pinned wheels; whatever has another hash, or is no wheel, is refused."""
    options = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--no-input"]
    quiet = ["--disable-pip-version-check", "--progress-bar=off"]
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", *options, *quiet]
    total = len(pinned_names(recipe))
    code, tail = run_quietly([*pip, "-r", str(ROOT / recipe)], PackageCount(total))
    if code:
        refuse(
            "准备环境失败：未能取得依赖。请检查网络是否畅通；如须使用镜像，"
            "请先在 pip 的配置里设好，然后重新运行本命令。\n" + tail
        )


def pinned_names(recipe: str) -> list[str]:
    """The packages that a recipe names, in its order."""
    lines = (ROOT / recipe).read_text(encoding="utf-8").splitlines()
    return [line.split("==")[0] for line in lines if line[:1].isalnum()]


class PackageCount:
    """Counts on a terminal, in one line, the packages that pip has turned to."""

    def __init__(self, total: int) -> None:
        """Begin at none of ``total``."""
        self.total = total
        self.done = 0

    def see(self, line: str) -> None:
        """Take one line of pip's output."""
        if not line.startswith(("Collecting ", "Requirement already satisfied")):
            return
        self.done += 1
        if sys.stderr.isatty():
            end = "\n" if self.done == self.total else ""
            print(f"\r正在取得依赖 {self.done}/{self.total}", end=end, file=sys.stderr, flush=True)


def run_quietly(command: Sequence[str], count: PackageCount | None = None) -> tuple[int, str]:
    """Run a program without input; return its exit code and the last lines that it printed."""
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    environment.update(PIP_USER="0", DEBIAN_FRONTEND="noninteractive", PYTHONUTF8="1")
    with subprocess.Popen(
        command,
        env=environment,
        close_fds=False,  # the lock goes along
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as program:
        try:
            tail = last_lines(program.stdout, count)
        except BaseException:
            program.kill()
            raise
    return program.returncode, tail


def last_lines(output: IO[str] | None, count: PackageCount | None) -> str:
    """Read a program's output to its end and keep the last lines, for a message."""
    tail: deque[str] = deque(maxlen=5)
    for line in output or ():
        if not line.startswith("WARNING: Retrying"):  # long, and repeated
            tail.append(f"  {line.rstrip()}")
        if count:
            count.see(line)
    return "\n".join(tail)


# The machine.


def leave_old_python() -> None:
    """Go on under a Python that is new enough, or say that there is none."""
    if sys.platform == "win32":
        refuse("本命令须在 Linux 或 macOS 上运行；在 Windows 上请使用 WSL。")
    if sys.version_info >= OLDEST:
        return
    for minor in range(OLDEST[1], NEWEST[1] + 1):
        python = shutil.which(f"python3.{minor}")
        if python and run_quietly([python, "-c", ""])[0] == 0:
            start_again(python)
    refuse(f"需要 Python 3.11 或更高版本，本机的 python3 是 {sys.version.split()[0]}。请先安装。")


def apt_install(*packages: str) -> bool:
    """Install Debian packages where this is Debian and we may; return whether that worked."""
    if not can_apt_install():
        return False
    say(f"正在安装系统软件包：{' '.join(packages)}…")
    run_quietly(["apt-get", "update"])  # an old list may do, so the install alone decides
    code, tail = run_quietly(["apt-get", "install", "-y", "--no-install-recommends", *packages])
    if code:
        say(tail)
    return code == 0


def can_apt_install() -> bool:
    """Whether this is a Debian on which we are root."""
    debian = Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None
    return debian and os.geteuid() == 0
