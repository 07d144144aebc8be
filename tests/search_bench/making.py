"""What the bench works on: data folders, kept by size and seed, and the index made of them."""

import hashlib
import json
import pickle
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tests.search_bench import packages
from tests.search_bench.drawing import Query
from tests.search_bench.facts import Facts, facts
from tests.search_bench.places import provinces
from tests.search_bench.queries import Split, by_hand, drawn
from tests.search_bench.scoring import Answer
from tests.search_bench.written import write_register

from register import search
from register.pages.scripts import ship
from register.reading import read
from register.register import build_register
from register.views import findable

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
REAL = 63
MAKERS = ("words", "places", "hosts", "stations", "fates", "written")
ASKERS = ("facts", "slips", "drawing", "kinds", "nasty", "queries")


def _mark(names: tuple[str, ...], *more: object) -> str:
    """Return a mark of the modules as they are now, so that nothing old is taken for new."""
    texts = [(HERE / f"{name}.py").read_bytes() for name in names]
    return hashlib.sha256(b"".join([*texts, repr(more).encode()])).hexdigest()[:12]


def kept(name: str) -> Path:
    """Return a folder for what need not be made again; it may be deleted at any time."""
    folder = Path(tempfile.gettempdir()) / "search-bench" / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    return folder


def data_folder(count: int, seed: int) -> Path:
    """Return the data of a made-up register, or the real one's for 63 stations."""
    if count == REAL:
        return ROOT / "data"
    folder = kept(f"data-{count}-{seed}-{_mark(MAKERS)}")
    if not folder.exists():
        for old in folder.parent.glob(f"*data-{count}-{seed}-*"):
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        with tempfile.TemporaryDirectory(dir=folder.parent) as draft:
            write_register(Path(draft) / "data", count, seed, provinces(packages.folder()))
            (Path(draft) / "data").rename(folder)
    return folder


def read_facts(folder: Path) -> Facts:
    """Return what is true of the stations of a data folder; kept until what tells it changes."""
    name = f"facts-{_digest(folder)}-{_mark(('facts',), _library())}.pickle"
    found: Facts = _pickled(name, lambda: facts(folder, TODAY))
    return found


def query_set(folder: Path, split: Split, seed: int, each: int) -> list[Query]:
    """Return the queries of a split; those that were written by hand come with the real data."""
    spoken = (HERE / f"{split}.json").read_text(encoding="utf-8")
    mark = _mark(ASKERS, _digest(folder), split, seed, each, spoken)
    file = kept(f"queries-{mark}.json")
    if not file.exists():
        made = drawn(read_facts(folder), split, seed, each)
        file.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    rows = json.loads(file.read_text(encoding="utf-8"))
    found = [Query(kind, text, tuple(answers), tuple(shown)) for kind, text, answers, shown in rows]
    return found + (by_hand(split) if folder == ROOT / "data" else [])


def _digest(folder: Path) -> str:
    if folder != ROOT / "data":
        return folder.name
    files = sorted(folder.rglob("*.yml"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


# Our own engine.


def index_only(folder: Path, out: Path, *, whole: bool = False) -> None:
    """Write the index of a data folder and the scripts that read it, as a site would have them.

    `whole`: not in parts, however many stations there are.
    """
    found, entries, notices, last = _findable(folder)
    limit = {"whole_up_to": len(found)} if whole else {}
    files = search.index_files(found, entries, notices, **limit)
    for file in [*files, *search.span_files(found, last)]:
        target = out / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    write_scripts(out / "scripts")


def write_scripts(out: Path) -> None:
    """Write the scripts as they are shipped."""
    sources = (ROOT / "docs/scripts").glob("*.js")
    out.mkdir()
    for name, script in ship(
        {path.stem: path.read_text(encoding="utf-8") for path in sources}
    ).items():
        (out / f"{name}.js").write_text(script, encoding="utf-8")


def _findable(folder: Path) -> tuple[Any, ...]:
    """Return what the index is made of; kept as long as nothing that makes it has changed."""
    found: tuple[Any, ...] = _pickled(
        f"findable-{_digest(folder)}-{_library()}.pickle", lambda: _findable_anew(folder)
    )
    return found


def _findable_anew(folder: Path) -> tuple[Any, ...]:
    data, _problems = read(folder)
    register = build_register(data, TODAY)
    return (
        list(findable.findables(register)),
        list(findable.page_entries(register)),
        findable.notice_names(register),
        register.data_to,
    )


def _library() -> str:
    """Return a mark of all that reads data, but for what cuts the index."""
    library = ROOT / "hooks/register"
    search_files = set((library / "search").glob("*.py")) - {library / "search/findable.py"}
    makers = sorted(set(library.rglob("*.py")) - search_files)
    return hashlib.sha256(b"".join(file.read_bytes() for file in makers)).hexdigest()[:12]


def _pickled(name: str, make: Callable[[], object]) -> Any:  # noqa: ANN401 - what `make` gives
    file = kept(name)
    if not file.exists():
        file.write_bytes(pickle.dumps(make()))
    return pickle.loads(file.read_bytes())  # noqa: S301 - our own, of this run


def ask_under_node(site: Path, queries: list[Query], *, fresh: bool = False) -> list[Answer]:
    """Ask the worker under Node; its times are no measure of a browser's.

    `fresh`: each query is put to a worker of its own, which tells what it fetched until then.
    """
    with tempfile.TemporaryDirectory() as folder:
        questions, answers = Path(folder) / "questions.json", Path(folder) / "answers.json"
        questions.write_text(json.dumps([{"query": q.text} for q in queries]), encoding="utf-8")
        command = ["node", str(HERE / "node_worker.cjs"), str(site), str(questions), str(answers)]
        subprocess.run([*command, *(["fresh"] if fresh else [])], check=True)
        return [
            Answer(
                tuple(row["ids"]),
                tuple(row["near"]),
                row["total"],
                row["ms"],
                tuple(row["fetched"]),
            )
            for row in json.loads(answers.read_text(encoding="utf-8"))
        ]
