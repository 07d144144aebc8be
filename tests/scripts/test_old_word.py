"""Old Word files by LibreOffice: what is asked of it, and what is done where it is missing."""

from pathlib import Path

import pytest

from old_word import as_new_word

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\0\0"
OFFICE = """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
[ -s "$3" ] && printf converted > "$2/paper.docx"
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of programs that stands before the shell's own."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    return tmp_path


def install(programs: Path, text: str) -> None:
    (programs / "soffice").write_text(text, encoding="utf-8")
    (programs / "soffice").chmod(0o755)


@pytest.mark.parametrize("content", [OLD, b"{\\rtf1 a}"])
def test_an_old_file_comes_back_as_docx(programs: Path, content: bytes) -> None:
    install(programs, OFFICE)
    assert as_new_word("通报.doc", content) == ("通报.docx", b"converted")


def test_other_files_are_left_alone(programs: Path) -> None:
    install(programs, OFFICE)
    assert as_new_word("a.doc", b"text") == ("a.doc", b"text")


def test_what_cannot_be_converted_is_left_as_it_is(programs: Path) -> None:
    install(programs, "#!/bin/sh\nexit 1\n")
    assert as_new_word("a.doc", OLD) == ("a.doc", OLD)


def test_without_the_program_nothing_is_converted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert as_new_word("a.doc", OLD) == ("a.doc", OLD)
