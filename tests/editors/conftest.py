"""The form as a person uses it: the real command, a scratch repository, a real browser."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.handbook_pictures import picture

ROOT = Path(__file__).parents[2]
TODAY = "2024-12-31"  # the sample register's own
# A refusal in the console; Decap CMS also lets its own promise end unheard then.
SAYS_SO = ("API_ERROR: ", "Failed to load resource: ", "failed Object", "failed undefined")
WAIT = 30_000  # milliseconds; a machine may be busy


@dataclass
class Form:
    """An open form, and the repository that it writes into."""

    page: Page
    address: str
    repository: Path
    bless: bool
    complaints: list[str] = field(default_factory=list)

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.repository / "data"

    def open(self, where: str) -> None:
        """Go to a place in the form."""
        self.page.goto(f"{self.address}#/collections/{where}")

    @contextmanager
    def another_window(self) -> Iterator[Page]:
        """Open one more window of the same browser."""
        page = self.page.context.new_page()
        page.set_default_timeout(WAIT)
        listen(self, page)
        yield page
        page.close()

    def ask_to_save(self, page: Page | None = None) -> None:
        """Ask for saving as a person does."""
        page = page or self.page
        page.get_by_role("button", name=re.compile("^(保存|已保存)$")).click()
        page.get_by_text("保存到文件", exact=True).click()

    def refused(self, words: str) -> None:
        """See the refusal on the page; the browser's console says it too, and nothing else."""
        expect(self.page.get_by_text(words)).to_be_visible()
        strange = [said for said in self.complaints if not said.startswith(SAYS_SO)]
        assert strange == []
        self.complaints.clear()

    def save(self, page: Page | None = None) -> None:
        """Save, and see that it is said."""
        page = page or self.page
        self.ask_to_save(page)
        expect(page.get_by_role("button", name="已保存", exact=True)).to_be_visible()

    def choose(self, label: str, typed: str, shown: str) -> None:
        """Choose one of the offered records in the last field of that label."""
        self.page.get_by_label(label).last.fill(typed)
        self.page.get_by_role("option", name=shown, exact=True).click()

    def picture(self, name: str) -> None:
        """See that the handbook's picture of this step is not old."""
        picture(self.page, f"form-{name}", within="#nc-root", bless=self.bless)

    def git(self, *arguments: str) -> str:
        """Run git in the repository."""
        said = ["-c", "user.name=t", "-c", "user.email=t@example.com", *arguments]
        git = ["git", "-C", str(self.repository), *said]
        return subprocess.run(git, check=True, capture_output=True, text=True).stdout

    def checked(self) -> str:
        """Check the data as the command does."""
        options = ["--data", str(self.data), "--today", TODAY, "--base", "HEAD"]
        check = [str(ROOT / "scripts/check"), *options]
        return subprocess.run(check, check=False, capture_output=True, text=True).stdout


def listen(form: Form, page: Page) -> None:
    """Note whatever must not happen: another host is asked, something is refused or fails."""
    note = form.complaints.append
    page.on("request", lambda r: None if _is_own(form, r.url) else note(f"asked {r.url}"))
    page.on("pageerror", lambda error: note(f"failed {error}"))
    page.on("console", lambda m: note(m.text) if m.type in ("error", "warning") else None)


def _is_own(form: Form, url: str) -> bool:
    return url.startswith((form.address, "data:", "blob:"))


@contextmanager
def opened(data: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """Run the command over a data folder."""
    command = [str(ROOT / "scripts/form"), "--data", str(data), "--port", "0", "--no-browser"]
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True) as program:
        yield program
        program.terminate()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the sample register, committed in a repository of its own."""
    shutil.copytree(ROOT / "tests/sample_register", tmp_path / "data")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=t", "-c", "user.email=t@example.com"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "data"]):
        subprocess.run([*git, *arguments], check=True)
    return tmp_path


@pytest.fixture
def form(chromium: Browser, repository: Path, request: pytest.FixtureRequest) -> Iterator[Form]:
    """The form over the repository, as a person sees it; nothing may go wrong in the browser."""
    with opened(repository / "data") as program:
        assert program.stdout
        address = program.stdout.readline().strip()
        browser = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
        page = browser.new_page()
        page.set_default_timeout(WAIT)
        expect.set_options(timeout=WAIT)
        form = Form(page, address, repository, bless=request.config.getoption("--bless"))
        listen(form, page)
        yield form
        browser.close()
    assert form.complaints == []
