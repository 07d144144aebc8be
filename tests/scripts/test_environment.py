"""The set-up of the commands: what is trusted, what is redone, and what a person is told."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

import environment


class Version(NamedTuple):
    """Stands in for sys.version_info, which cannot be made."""

    major: int
    minor: int
    micro: int


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house of three recipes without a .venv, in place of the real one."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "scripts").mkdir()
    (tmp_path / "requirements.txt").write_text("a==1 \\\n    --hash=sha256:00\n", "utf-8")
    (tmp_path / "scripts/requirements.txt").write_text("a==1\nc==1\n", "utf-8")
    (tmp_path / "tests/requirements.txt").write_text("a==1\nb==2 ; os_name == 'nt'\n", "utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "LOCK", tmp_path / ".venv.lock")
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "")
    return tmp_path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the set-up did, step by step, instead of doing it."""
    steps: list[str] = []

    def make_venv() -> None:
        steps.append("venv")
        python = environment.VENV / "bin" / "python"
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch(mode=0o755)

    def start_again(python: str | Path) -> NoReturn:
        steps.append(f"start {Path(python).name}")
        raise SystemExit(0)

    monkeypatch.setattr(environment, "make_venv", make_venv)
    monkeypatch.setattr(environment, "install", steps.append)
    monkeypatch.setattr(environment, "start_again", start_again)
    return steps


def enter(recipe: str = environment.SITE) -> None:
    with pytest.raises(SystemExit):
        environment.enter(recipe)


def test_a_first_run_sets_up_and_starts_again_under_the_new_python(started: list[str]) -> None:
    enter()
    assert started == ["venv", "requirements.txt", "start python"]


def test_a_second_run_only_starts_again(started: list[str]) -> None:
    enter()
    started.clear()
    enter()
    assert started == ["start python"]


def test_tests_take_the_recipe_with_the_test_tools(started: list[str]) -> None:
    enter(environment.TESTS)
    assert started == ["venv", "tests/requirements.txt", "start python"]


@pytest.mark.parametrize("recipe", [environment.SITE, environment.OFFICE])
def test_the_test_tools_are_added_to_a_sound_smaller_set_up(
    started: list[str], recipe: str
) -> None:
    enter(recipe)
    started.clear()
    enter(environment.TESTS)
    assert started == ["tests/requirements.txt", "start python"]


def test_a_set_up_for_tests_serves_the_other_commands(started: list[str]) -> None:
    enter(environment.TESTS)
    started.clear()
    enter()
    assert started == ["start python"]


@pytest.mark.parametrize("changed", environment.RECIPES)
def test_a_changed_pin_begins_anew(house: Path, started: list[str], changed: str) -> None:
    enter(environment.TESTS)
    started.clear()
    (house / changed).write_text("a==2\n", "utf-8")
    enter(environment.TESTS)
    assert started == ["venv", "tests/requirements.txt", "start python"]


def test_a_changed_test_pin_does_not_trouble_the_runtime(house: Path, started: list[str]) -> None:
    enter(environment.TESTS)
    started.clear()
    (house / "tests/requirements.txt").write_text("a==1\nb==3\n", "utf-8")
    enter()
    assert started == ["start python"]


def test_an_interrupted_set_up_is_redone(
    started: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_recipe: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(environment, "install", interrupted)
        with pytest.raises(SystemExit) as ended:
            environment.enter()
    assert ended.value.code == 130
    assert "已中断" in capsys.readouterr().err
    started.clear()
    enter()
    assert started == ["venv", "requirements.txt", "start python"]


def test_an_interrupted_addition_is_not_trusted_either(
    started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    enter()
    with monkeypatch.context() as patch:
        patch.setattr(environment, "install", lambda _recipe: sys.exit(1))
        enter(environment.TESTS)
    assert not environment.is_ready(environment.SITE)
    assert "start python" in started


@pytest.mark.parametrize("stamp", [b"", b"python cpython-311\n", b"\xff\xfe", b"python"])
def test_a_spoilt_stamp_counts_as_none(started: list[str], stamp: bytes) -> None:
    enter()
    environment.stamp_file().write_bytes(stamp)
    assert not environment.is_ready(environment.SITE)
    assert started


def test_a_stamp_without_its_python_counts_as_none(started: list[str]) -> None:
    enter()
    (environment.VENV / "bin" / "python").unlink()
    assert not environment.is_ready(environment.SITE)
    assert started


def test_inside_the_stamp_must_name_this_python(
    started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    enter()
    monkeypatch.setattr(sys, "prefix", str(environment.VENV))
    assert environment.is_ready(environment.SITE)
    stamp = environment.stamp_file()
    stamp.write_text(stamp.read_text("utf-8").replace("cpython-", "cpython-9"), "utf-8")
    assert not environment.is_ready(environment.SITE)
    assert started


def test_inside_enter_returns_with_the_library_on_the_path(
    house: Path, started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    enter()
    started.clear()
    monkeypatch.setattr(sys, "prefix", str(environment.VENV))
    environment.enter()
    assert started == []
    assert sys.path[0] == str(house / "hooks")
    assert os.environ["NO_MKDOCS_2_WARNING"] == "1"


def test_the_lock_keeps_a_second_command_out() -> None:
    with environment.locked(), environment.LOCK.open("a") as other, pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_the_lock_is_free_after_a_failure() -> None:
    with pytest.raises(RuntimeError), environment.locked():
        raise RuntimeError
    with environment.LOCK.open("a") as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_program_that_outlives_a_killed_command_keeps_the_lock() -> None:
    with environment.locked():
        orphan = subprocess.Popen(["sleep", "60"], close_fds=False)
    try:
        with environment.LOCK.open("a") as other, pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        orphan.kill()
        orphan.wait()


def test_a_command_that_waited_finds_the_work_done(
    started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([False, True])
    monkeypatch.setattr(environment, "is_ready", lambda _recipe: next(answers))
    enter()
    assert started == ["start python"]


def test_an_old_python_looks_for_a_newer_one(
    started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2))
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    broken = {"/bin/python3.11": (127, "")}  # as pyenv's place-holders are
    monkeypatch.setattr(environment, "run_quietly", lambda command: broken.get(command[0], (0, "")))
    enter()
    assert started == ["start python3.12"]


@pytest.mark.usefixtures("started")
def test_an_old_python_alone_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, 9, 2))
    monkeypatch.setattr(sys, "version", "3.9.2 (default)")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(SystemExit) as ended:
        environment.enter()
    assert ended.value.code == 1
    message = "需要 Python 3.11 或更高版本，本机的 python3 是 3.9.2。请先安装。\n"
    assert capsys.readouterr().err == message


def test_a_missing_venv_module_names_what_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "has_venv_module", lambda: False)
    monkeypatch.setattr(environment, "can_apt_install", lambda: False)
    with pytest.raises(SystemExit):
        environment.make_venv()
    package = f"python3.{sys.version_info.minor}-venv"
    assert f"apt-get install -y {package}" in capsys.readouterr().err


def test_a_broken_network_is_a_message_and_not_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "run_quietly", lambda *_: (1, "  ERROR: unreachable"))
    with pytest.raises(SystemExit) as ended:
        environment.install(environment.SITE)
    assert ended.value.code == 1
    told = capsys.readouterr().err
    assert "请检查网络是否畅通" in told
    assert "ERROR: unreachable" in told


def test_a_folder_that_cannot_be_written_is_a_message(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (house / ".venv.lock").mkdir()
    enter()
    assert "准备环境失败" in capsys.readouterr().err


def test_a_program_is_run_without_input_and_its_last_lines_are_kept() -> None:
    script = "import sys; print(sys.stdin.read(), *range(9), sep='\\n'); sys.exit(3)"
    code, tail = environment.run_quietly([sys.executable, "-c", script])
    assert code == 3
    assert tail.split() == ["4", "5", "6", "7", "8"]


def test_the_packages_of_a_recipe_are_counted() -> None:
    assert environment.pinned_names(environment.TESTS) == ["a", "b"]


REPOSITORY = Path(__file__).resolve().parents[2]


def test_the_real_recipes_agree_and_hash_every_package() -> None:
    runtime, tests = (
        (REPOSITORY / name).read_text("utf-8").replace("\\\n", "").splitlines()
        for name in (environment.SITE, environment.TESTS)
    )
    assert set(runtime) <= set(tests)
    assert all("==" in line and "--hash=sha256:" in line for line in tests)


@pytest.mark.parametrize("name", [environment.SITE, environment.TESTS])
def test_the_real_recipes_name_no_place(name: str) -> None:
    text = (REPOSITORY / name).read_text("utf-8")
    assert "://" not in text
    assert "index" not in text
