"""The YAML language server of editors, run as editors run it: over standard input and output."""

import json
import subprocess
import threading
from pathlib import Path
from queue import Queue
from typing import Any

ROOT = Path(__file__).parents[2]
Message = dict[str, Any]


class LanguageServer:
    """One server; `folder` is the workspace, with the repository's own settings and its schemas."""

    def __init__(self, node: str, modules: Path, folder: Path) -> None:
        self.folder = folder
        server = modules / "node_modules/yaml-language-server/bin/yaml-language-server"
        self.program = subprocess.Popen(
            [node, str(server), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.answers: dict[int, Queue[Message]] = {}
        self.published: dict[str, Queue[list[Message]]] = {}
        self.settings = settings(folder)
        self.configured = threading.Event()
        self.version = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self._begin()

    def _begin(self) -> None:
        uri = self.folder.as_uri()
        can: Message = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "hover": {"contentFormat": ["markdown", "plaintext"]},
                "completion": {"completionItem": {"documentationFormat": ["plaintext"]}},
                "publishDiagnostics": {},
            },
        }
        folders = [{"uri": uri, "name": "register"}]
        said = {"processId": None, "rootUri": uri, "capabilities": can, "workspaceFolders": folders}
        self.ask("initialize", said)
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self.settings})
        assert self.configured.wait(timeout=30)

    def close(self) -> None:
        """End the server."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.program.communicate(timeout=10)

    def show(self, path: str, text: str) -> None:
        """Open a file with a text, or change it to that."""
        uri = (self.folder / path).as_uri()
        again = uri in self.published
        self.published[uri] = Queue()
        self.version += 1
        named = {"uri": uri, "version": self.version}
        if again:
            changes = {"textDocument": named, "contentChanges": [{"text": text}]}
            self.tell("textDocument/didChange", changes)
        else:
            document = {**named, "languageId": "yaml", "text": text}
            self.tell("textDocument/didOpen", {"textDocument": document})

    def found(self, path: str) -> list[Message]:
        """Return what the server finds in the file as it was shown last."""
        return self.published[(self.folder / path).as_uri()].get(timeout=60)

    def at(self, method: str, path: str, line: int, column: int) -> object:
        """Ask about a place, counted from 0."""
        uri = (self.folder / path).as_uri()
        where = {"line": line, "character": column}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": where})

    def ask(self, method: str, params: object) -> object:
        """Ask, and wait for the answer."""
        number = len(self.answers) + 1
        self.answers[number] = Queue()
        self._send({"id": number, "method": method, "params": params})
        return self.answers[number].get(timeout=30)["result"]

    def tell(self, method: str, params: object) -> None:
        """Tell something that has no answer."""
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        blob = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.program.stdin
        self.program.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(blob), blob))
        self.program.stdin.flush()

    def _listen(self) -> None:
        while message := self._received():
            if "method" not in message:
                self.answers[message["id"]].put(message)
            elif message["method"] == "textDocument/publishDiagnostics":
                params = message["params"]
                if params["uri"] in self.published:
                    self.published[params["uri"]].put(params["diagnostics"])
            elif "id" in message:
                self._send({"id": message["id"], "result": self._asked(message)})
                if message["method"] == "workspace/configuration":
                    self.configured.set()

    def _received(self) -> Message | None:
        assert self.program.stdout
        size = 0
        while (line := self.program.stdout.readline()).strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        found: Message | None = json.loads(self.program.stdout.read(size)) if line else None
        return found

    def _asked(self, message: Message) -> object:
        """Answer the server's own questions, as an editor does: mostly for its settings."""
        if message["method"] != "workspace/configuration":
            return None
        return [self.settings.get(item["section"]) for item in message["params"]["items"]]


def settings(folder: Path) -> Message:
    """Return the repository's editor settings by section, as editors hand them over."""
    flat = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
    sections: Message = {}
    for name, value in flat.items():
        *above, last = name.split(".")
        here = sections
        for step in above:
            here = here.setdefault(step, {})
        here[last] = value
    return sections
