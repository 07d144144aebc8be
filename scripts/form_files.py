"""Between the form and the folder: what the form reads and what it may write, as canonical files.

The form's own server (decap-server) reads the files; this stands before it, turns files into what
the form shows and back, and writes them. Nothing is written that `check` would find ill-formed, no
file is deleted, moved or written over after somebody else has changed it.
"""

from __future__ import annotations

import hashlib
import json
import threading
from typing import TYPE_CHECKING, Any

from data_files import write_text
from register.editors import FOLDER, TAB, VERSION, folders_of, from_form, to_form
from register.reading.folder import kind_of
from register.reading.typed import to_record
from register.reading.yaml_nodes import to_nodes
from register.records import KINDS
from register.writing import rewritten, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Body = dict[str, Any]
LISTS = ("entriesByFolder", "entriesByFiles")
MOST = 5  # faults in one message


class Refused(Exception):  # noqa: N818 - it is no error of ours
    """What the form asked for is not done; the text says why, to the person at the form."""


class Files:
    """Answers the form's requests over one data folder."""

    def __init__(self, data: Path, ask: Callable[[Body], Any]) -> None:
        """`ask` passes a request on to the server that reads files."""
        self.data = data
        self.ask = ask
        self.writing = threading.Lock()
        # Window, path and the content it was opened with → the content that it last saved.
        self.saved: dict[tuple[str, str, str], str] = {}

    def answer(self, body: Body) -> Any:  # noqa: ANN401 - JSON
        """Answer one request."""
        action = body.get("action")
        if action == "info":
            return self.ask(body)
        if action == "getEntry":
            found = self.ask(body)
            return self.entry(found) or found | {"data": None}
        if action in LISTS:
            return [each for found in self.ask(body) if (each := self.entry(found)) is not None]
        if action == "persistEntry":
            with self.writing:
                return self.written(body["params"])
        if action == "getMedia":
            return []
        raise Refused("表单只能新建和修改档案，不能删除或改名。编号永不删除、永不重用。")

    def entry(self, found: Body) -> Body | None:
        """Turn one file into what the form shows; None where it cannot be read."""
        path, text = found["file"]["path"], found["data"]
        kind = kind_of(path)
        if text is None or kind is None:
            return None
        node, problems = to_nodes(path, text.encode())
        if node is None or problems or to_record(path, node, KINDS[kind].record)[1]:
            return None
        shown = to_form(kind, path, node) | {VERSION: digest(text.encode())}
        return found | {"data": json.dumps(shown, ensure_ascii=False)}

    def written(self, params: Body) -> Body:
        """Write the canonical files of what the form holds; none where one is refused."""
        shown = {
            each["path"]: json.loads(each["raw"])
            for each in params.get("dataFiles") or [params["entry"]]
        }
        texts = {path: self.text(path, each) for path, each in shown.items()}
        for path, text in texts.items():
            write_text(self.data / path, text)
            self.saved[opened_as(path, shown[path])] = digest(text.encode())
        return {"message": "entry persisted"}

    def text(self, path: str, shown: Body) -> str:
        """Return the file for what the form holds, or refuse it with all that is wrong."""
        kind = kind_of(path)
        if kind is None or any(step.startswith(".") for step in path.split("/")):
            raise Refused(f"{path} 不是数据文件的位置。请检查编号和地区。")
        self.refuse_strange_place(kind, path, shown)
        old = self.unchanged(path, shown)
        record, problems = from_form(kind, path, shown)
        if record is None:
            raise Refused("\n".join(problem.text for problem in problems[:MOST]))
        return rewritten(old.decode(), record) if old else text_of(record)

    def refuse_strange_place(self, kind: str, path: str, shown: Body) -> None:
        """A file's name is its id, its folder its region, for ever."""
        stem = path.rsplit("/", 1)[-1].removesuffix(".yml")
        id_ = str(shown.get("id", "")).strip()
        if id_ != stem and stem.removeprefix(f"{id_}-").isdigit():
            raise Refused(taken(id_))
        if id_ != stem:
            raise Refused(f"编号 {id_} 与文件名 {stem} 不同。编号建档以后不能改。")
        if folders_of(kind) and shown.get(FOLDER) != path.split("/")[-2]:
            raise Refused("地区建档以后不能改。请改回原来的地区。")

    def unchanged(self, path: str, shown: Body) -> bytes | None:
        """Return the file as it stands, None where there is none; refuse if it is not as opened."""
        file = self.data / path
        if not file.exists():
            return None
        old = file.read_bytes()
        if digest(old) in {shown.get(VERSION), self.saved.get(opened_as(path, shown))}:
            return old
        if VERSION not in shown:
            raise Refused(taken(file.stem))
        raise Refused(
            "这份档案在您打开以后被另一个窗口或程序改过，没有保存。您填的还在本页；"
            "请把网址粘贴到新窗口，打开新的内容，照着再改一次。"
        )


def taken(id_: str) -> str:
    """Say that an id is used."""
    return f"编号 {id_} 已经有了。请打开原有的档案修改，或换一个编号。"


def opened_as(path: str, shown: Body) -> tuple[str, str, str]:
    """Return in which window a file was opened, and with which content."""
    return str(shown.get(TAB)), path, str(shown.get(VERSION))


def digest(blob: bytes) -> str:
    """Return what tells one content from another."""
    return hashlib.sha256(blob).hexdigest()
