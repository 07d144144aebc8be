"""Between the form and the folder: what the form reads and what it may write, as canonical files.

The form's own server (decap-server) reads and writes the files; this stands before it and turns
files into what the form shows and back. Nothing is written that `check` would find ill-formed, no
file is deleted, moved or written over after somebody else has changed it.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from register.editors import FOLDER, folders_of, from_form, to_form
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
        """`ask` passes a request on to the server that reads and writes files."""
        self.data = data
        self.ask = ask
        self.served: dict[str, str] = {}  # path → the hash of what the form was last shown

    def answer(self, body: Body) -> Any:  # noqa: ANN401 - JSON
        """Answer one request."""
        action = body.get("action")
        if action == "info":
            return self.ask(body)
        if action == "getEntry":
            return self.opened(self.ask(body))
        if action in LISTS:
            return [each for found in self.ask(body) if (each := self.entry(found)) is not None]
        if action == "persistEntry":
            return self.ask(self.to_write(body))
        if action == "getMedia":
            return []
        raise Refused("表单只能新建和修改档案，不能删除或改名。编号永不删除、永不重用。")

    def opened(self, found: Body) -> Body:
        """Turn the file that a person opens into what the form shows; remember what it was."""
        if (entry := self.entry(found)) is None:
            return found | {"data": None}
        self.served[found["file"]["path"]] = digest(found["data"].encode())
        return entry

    def entry(self, found: Body) -> Body | None:
        """Turn one file into what the form shows; None where it cannot be read."""
        path, text = found["file"]["path"], found["data"]
        kind = kind_of(path)
        if text is None or kind is None:
            return None
        node, problems = to_nodes(path, text.encode())
        if node is None or problems or to_record(path, node, KINDS[kind].record)[1]:
            return None
        return found | {"data": json.dumps(to_form(kind, path, node), ensure_ascii=False)}

    def to_write(self, body: Body) -> Body:
        """Return the request to write with canonical files in it."""
        params = body["params"]
        files = params.get("dataFiles") or [params["entry"]]
        written = [{"path": each["path"], "slug": each["slug"]} for each in files]
        for target, each in zip(written, files, strict=True):
            target["raw"] = self.text(each["path"], json.loads(each["raw"]))
        kept = {name: params[name] for name in ("branch", "options") if name in params}
        return {
            "action": "persistEntry",
            "params": kept | {"dataFiles": written, "assets": []},
        }

    def text(self, path: str, shown: Body) -> str:
        """Return the file for what the form holds, or refuse it with all that is wrong."""
        kind = kind_of(path)
        if kind is None:
            raise Refused(f"{path} 不是数据文件的位置。请检查编号和地区。")
        self.refuse_strange_place(kind, path, shown)
        old = self.unchanged(path)
        record, problems = from_form(kind, path, shown)
        if record is None:
            raise Refused("\n".join(problem.text for problem in problems[:MOST]))
        text = rewritten(old.decode(), record) if old else text_of(record)
        self.served[path] = digest(text.encode())
        return text

    def refuse_strange_place(self, kind: str, path: str, shown: Body) -> None:
        """A file's name is its id, its folder its region, for ever."""
        stem = path.rsplit("/", 1)[-1].removesuffix(".yml")
        id_ = str(shown.get("id", "")).strip()
        if id_ != stem and stem.removeprefix(f"{id_}-").isdigit():
            raise Refused(f"编号 {id_} 已经有了。请打开原有的档案修改，或换一个编号。")
        if id_ != stem:
            raise Refused(f"编号 {id_} 与文件名 {stem} 不同。编号建档以后不能改。")
        if folders_of(kind) and shown.get(FOLDER) != path.split("/")[-2]:
            raise Refused("地区建档以后不能改。请改回原来的地区。")

    def unchanged(self, path: str) -> bytes | None:
        """Return the file as it stands, None where there is none; refuse if it is not as shown."""
        file = self.data / path
        if not file.exists():
            return None
        old = file.read_bytes()
        if self.served.get(path) != digest(old):
            raise Refused("这个文件在打开以后被别的程序改过，没有保存。请刷新页面，再改一次。")
        return old


def digest(blob: bytes) -> str:
    """Return what tells one content from another."""
    return hashlib.sha256(blob).hexdigest()
