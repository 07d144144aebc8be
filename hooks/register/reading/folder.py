"""The data folder → the dataset, with every fault of form found on the way."""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from register.problem import Place, Problem
from register.reading import forms
from register.reading.dataset import Dataset, Entry
from register.reading.raw_text import MAX_BYTES
from register.reading.typed import to_record
from register.reading.yaml_nodes import to_nodes
from register.records import KINDS, OF_ROUNDS

SITE = "site.yml"
_NONE: Mapping[str, bytes] = MappingProxyType({})
_ANY = ""  # stands for any name in a shape
_SHAPES = {
    tuple(_ANY if "<" in step else step for step in kind.where.split("/")): name
    for name, kind in KINDS.items()
}


def read(
    root: Path, edits: Mapping[str, bytes] = _NONE, known: Dataset | None = None
) -> tuple[Dataset, list[Problem]]:
    """Read the data folder `root`: every record that can be read, and all that is wrong.

    `edits`: files, by their paths below the folder, that are read as if they already stood there.
    `known`: data read before, whose records are taken over where a file is the same to the byte.
    """
    problems: list[Problem] = []
    paths = sorted({*_files(root), *edits})
    twins = _case_twins(paths)
    read_: dict[str, list[Entry[Any]]] = {kind: [] for kind in KINDS}
    ids: dict[str, set[str]] = {kind: set() for kind in KINDS}
    digest = hashlib.sha256()
    before = {entry.path: entry for entry in known.entries} if known else {}
    for path in paths:
        kind = kind_of(path)
        if kind is None:
            problems.append(forms.file_unplaced.at(Place(_shown(path)), places_like(path)))
            continue
        ids[kind].add(_stem(path))
        if other := twins.get(path):
            problems.append(forms.path_case.at(Place(path), other))
            continue
        content, found = (edits[path], []) if path in edits else _content(str(root), path)
        problems += found
        if content is None:
            continue
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
        entry = before.get(path)
        if entry is None or entry.content != content:
            entry, found = _entry(path, content, KINDS[kind].record)
            problems += found
        if entry:
            read_[kind].append(entry)
    if SITE not in paths:
        problems.append(forms.file_missing.at(Place(SITE), SITE))
    return _dataset(digest.hexdigest(), paths, ids, read_), problems


def _dataset(
    digest: str, paths: list[str], ids: dict[str, set[str]], read_: dict[str, list[Entry[Any]]]
) -> Dataset:
    site = next(iter(read_.pop("site")), None)
    groups: dict[str, Any] = {kind: tuple(found) for kind, found in read_.items()}
    return Dataset(
        digest=digest,
        site=site,
        paths=tuple(paths),
        ids={kind: frozenset(found) for kind, found in ids.items() if kind not in OF_ROUNDS},
        **groups,
    )


def _files(root: Path) -> Iterator[str]:
    """Yield the paths below `root`, with /; hidden files and folders are not data."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        links = [f for f in folders if os.path.islink(os.path.join(folder, f))]
        below = Path(folder).relative_to(root)
        for name in [*files, *links]:
            if not name.startswith("."):
                yield (below / name).as_posix()


def kind_of(path: str) -> str | None:
    """Return the kind of record that belongs at `path`, None where none does."""
    if path == SITE:
        return "site"
    if not path.endswith(".yml") or not path.isprintable():
        return None
    steps = path.split("/")
    shape = [step if i % 2 == 0 and i < len(steps) - 1 else _ANY for i, step in enumerate(steps)]
    return _SHAPES.get(tuple(shape))


def places_like(path: str) -> str:
    """Say where a file that begins like `path` may stand."""
    folder = path.split("/", 1)[0]
    here = [kind.where for kind in KINDS.values() if kind.where.startswith(f"{folder}/")]
    if here:
        return " 或 ".join(here)
    folders = "、".join(dict.fromkeys(shape[0] for shape in _SHAPES if len(shape) > 1))
    return f"site.yml，或 {folders} 文件夹里的 .yml 文件"


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".yml")


def _case_twins(paths: list[str]) -> dict[str, str]:
    """Return each path that differs from another in case only, with that other (the lower)."""
    first: dict[str, str] = {}
    for path in reversed(paths):  # small letters sort after capitals
        first.setdefault(path.casefold(), path)
    return {p: other for p in paths if (other := first[p.casefold()]) != p}


def _shown(path: str) -> str:
    """Return a path that can be printed: names that are not UTF-8 reach Python as surrogates."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _content(root: str, path: str) -> tuple[bytes | None, list[Problem]]:
    """Return the file's bytes, or None and why they cannot be had."""
    file = f"{root}/{path}"
    try:
        found = os.lstat(file)
        if stat.S_ISLNK(found.st_mode):
            if not _is_below(root, file):
                return None, [forms.link_outside.at(Place(path), os.readlink(file))]
            found = os.stat(file)
        if not stat.S_ISREG(found.st_mode):
            return None, [forms.file_unreadable.at(Place(path), "不是普通文件")]
        if found.st_size > MAX_BYTES:
            return None, [forms.file_too_large.at(Place(path), found.st_size, MAX_BYTES)]
        return _bytes(file, found.st_size), []
    except OSError as error:
        missing = os.path.islink(file) and not os.path.exists(file)
        reason = "链接指向的文件不存在" if missing else error.strerror or str(error)
        return None, [forms.file_unreadable.at(Place(path), reason)]


def _bytes(file: str, size: int) -> bytes:
    """Read a file of `size` bytes with the system's own calls, for there are thousands."""
    opened = os.open(file, os.O_RDONLY)
    try:
        return os.read(opened, size)
    finally:
        os.close(opened)


def _is_below(root: str, file: str) -> bool:
    """Tell whether a link leads to a place below `root`, whether or not something is there."""
    return Path(file).resolve().is_relative_to(Path(root).resolve())


def _entry(path: str, content: bytes, cls: type[Any]) -> tuple[Entry[Any] | None, list[Problem]]:
    node, problems = to_nodes(path, content)
    if node is None or problems:
        return None, problems
    record, problems = to_record(path, node, cls)
    return (Entry(path, content, record) if record else None), problems
