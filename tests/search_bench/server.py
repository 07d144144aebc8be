"""A server on this machine that remembers what was fetched from it."""

import gzip
import importlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from tests.search_bench import packages


class Transfer(NamedTuple):
    """The bytes of a start: as they are, with gzip -9, with brotli 11, and of scripts alone."""

    requests: int
    raw: int
    gzip: int
    brotli: int
    scripts_brotli: int
    files: tuple[tuple[str, int, int], ...]
    """Each with its bytes by gzip and by brotli, in the order in which they were asked for."""


class Sizes:
    """The sizes of a folder's files as a server sends them; each is packed once."""

    def __init__(self, folder: Path) -> None:
        """Begin with none known."""
        self.folder = folder
        self.known: dict[str, tuple[int, int, int]] = {}

    def transfer(self, paths: Sequence[str]) -> Transfer:
        """Sum up what was fetched."""
        sizes = [self._size(path) for path in paths]
        scripts = [self._size(path)[2] for path in paths if path.endswith((".js", ".wasm"))]
        raw, zipped, brotli = (sum(size[i] for size in sizes) for i in range(3))
        files = tuple((path, *size[1:]) for path, size in zip(paths, sizes, strict=True))
        return Transfer(len(paths), raw, zipped, brotli, sum(scripts), files)

    def _size(self, path: str) -> tuple[int, int, int]:
        """Return a body's sizes; one that is packed already is sent as it is."""
        if path not in self.known:
            packages.use()
            brotli = importlib.import_module("brotli")
            body = (self.folder / path.lstrip("/")).read_bytes()
            zipped = len(gzip.compress(body, 9, mtime=0))
            packed = len(brotli.compress(body, quality=11))
            self.known[path] = (len(body), min(len(body), zipped), min(len(body), packed))
        return self.known[path]


class Server:
    """Serves a folder and sums up what is asked for."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing fetched."""
        self.folder = folder
        self.address = ""
        self.asked: list[str] = []
        self.sizes = Sizes(folder)

    def forget(self) -> None:
        """Begin to count anew."""
        self.asked.clear()

    def transfer(self) -> Transfer:
        """Return what was fetched since; the bench's own pages do not count."""
        return self.sizes.transfer([path for path in self.asked if not path.startswith("/bench/")])


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, server: Server, *arguments: object) -> None:
        self.counted = server
        super().__init__(*arguments, directory=str(server.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if Path(self.translate_path(path)).is_file():
            self.counted.asked.append(path)
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")  # as hosts of static pages do
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve a folder as long as the context lasts."""
    counting = Server(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, counting))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    counting.address = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield counting
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
