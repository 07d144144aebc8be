"""An edition: the data of one day, read, judged and, where no finding is an error, linked.

The front door of this library for the commands and for MkDocs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from register import exports, pages, search
from register.pages.page import shell_source
from register.pages.shell import Shell
from register.problem import Problem, Severity, errors, in_order
from register.reading import Dataset, read
from register.register import Register, build_register
from register.rules import judge
from register.site_file import SiteFile
from register.views.findable import findables, notice_names, page_entries
from register.views.frame import BROKEN, Frame, frame

# In every site of ours, so that no folder of somebody else's is taken for one and replaced.
SITE_MARK = ".register-site"
_MARKED = "这个文件夹由 ./scripts/build 生成，再次生成时会整个替换。\n"


@dataclass(frozen=True)
class Edition:
    """`register` is None exactly when one of `problems` is an error."""

    folder: Path
    problems: Sequence[Problem]
    register: Register | None
    data: Dataset

    @property
    def frame(self) -> Frame:
        """What stands on every page."""
        return frame(self.register) if self.register else BROKEN

    @property
    def report(self) -> list[str]:
        """The findings, a line each, and their number."""
        return report(self.problems, self.folder)

    def files(
        self,
        shells: Mapping[str, Shell],
        headings: Sequence[search.PageEntry],
        addresses: Sequence[str],
    ) -> Iterator[SiteFile]:
        """Yield every file that is made from data, each set into its shell.

        `shells` by their sources; `headings` and `addresses` are those of the handwritten pages.
        """
        if self.register is None:
            page = pages.findings_page(self.report)
            filled = shells[shell_source(page)].fill(page)
            yield from (SiteFile(path, filled) for path in ("index.html", "404.html"))
            return
        yield SiteFile(SITE_MARK, _MARKED.encode())
        written = list(addresses)
        for page in pages.render(self.register):
            written.append(page.path)
            yield SiteFile(f"{page.path}index.html", shells[shell_source(page)].fill(page))
        yield from exports.files(self.register, written)
        found = list(findables(self.register))
        entries = [*headings, *page_entries(self.register)]
        yield from search.index_files(found, entries, notice_names(self.register))
        yield from search.span_files(found, self.register.data_to)


def open_edition(
    folder: Path,
    today: date,
    published: frozenset[str] = frozenset(),
    edits: Mapping[str, bytes] = MappingProxyType({}),
    known: Dataset | None = None,
) -> Edition:
    """Read and judge the data in `folder` on `today`.

    `published`: kind/id of every record that an earlier revision holds; `edits`, `known`: as in
    `reading.read`.
    """
    data, problems = read(folder, edits, known)
    problems = in_order([*problems, *judge(data, today, published)])
    register = None if errors(problems) else build_register(data, today)
    return Edition(folder, problems, register, data)


def report(problems: Sequence[Problem], folder: Path) -> list[str]:
    """Word the findings, a line each, and then their number."""
    lines = [problem.line(shown(folder)) for problem in problems]
    wrong = len(errors(problems))
    hints = sum(problem.severity is Severity.HINT for problem in problems)
    return [*lines, f"共 {wrong} 个错误，{hints} 个提示。" if lines else "没有发现问题。"]


def shown(folder: Path) -> str:
    """Return the data folder as people write it: relative where it lies below the current one."""
    whole, here = folder.resolve(), Path.cwd()
    relative = whole.relative_to(here) if whole.is_relative_to(here) else whole
    return f"{relative.as_posix()}/"
