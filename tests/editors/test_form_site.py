"""What the form's server answers, and whom: only its own page, and nothing that would do harm."""

import json
import signal
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.editors.conftest import ROOT, opened

STATION = "stations/yunling/yunling-05.yml"


class Client:
    """Asks the server as some program of this machine could."""

    def __init__(self, address: str, data: Path) -> None:
        parts = urlsplit(address)
        self.host, self.word, self.data = parts.netloc, parts.path, data

    def ask(
        self, method: str, path: str, body: bytes = b"", /, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Send a request; a header's name is given with _ for -."""
        connection = HTTPConnection(self.host, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body or None, named)
        response = connection.getresponse()
        found = response.status, dict(response.headers), response.read()
        connection.close()
        return found

    def act(self, action: str, **params: object) -> tuple[int, Any]:
        """Ask as the page does."""
        said = {"action": action, "params": {"branch": "main", **params}}
        body = json.dumps(said).encode()
        headers = {"Origin": f"http://{self.host}", "Content_Type": "application/json"}
        status, _, found = self.ask("POST", f"{self.word}api/v1", body, **headers)
        return status, json.loads(found) if found else None

    def version(self) -> dict[str, str]:
        """Open the station and return which content of it that is."""
        shown = json.loads(self.act("getEntry", path=STATION)[1]["data"])
        return {"_version": shown["_version"]}

    def write(self, path: str, shown: object) -> tuple[int, Any]:
        """Ask to write what a form holds."""
        file = {"path": path, "slug": "x", "raw": json.dumps(shown)}
        return self.act("persistEntry", dataFiles=[file], assets=[], options={})


@pytest.fixture
def client(repository: Path) -> Iterator[Client]:
    with opened(repository / "data") as program:
        assert program.stdout
        yield Client(program.stdout.readline().strip(), repository / "data")


def test_the_page_may_load_nothing_from_elsewhere(client: Client) -> None:
    status, headers, page = client.ask("GET", client.word)
    assert status == 200
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    styles = policy.pop("style-src").split()
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self' 'unsafe-eval'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    assert styles[0] == "'self'"
    assert all(style.startswith("'sha256-") for style in styles[1:])
    assert b"http" not in page
    assert "Access-Control-Allow-Origin" not in headers


def test_no_map_is_asked_for(client: Client) -> None:
    status, headers, program = client.ask("GET", f"{client.word}decap-cms.js")
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"sourceMappingURL=decap" not in program
    assert client.ask("GET", f"{client.word}decap-cms.js.map")[0] == 404


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}),
        ("/wrong/", {}),
        ("{word}../../etc/passwd", {}),
        ("{word}nothing.js", {}),
        ("{word}", {"Host": "evil.example"}),
        ("{word}", {"Host": "localhost"}),
        ("{word}", {"Sec_Fetch_Site": "cross-site"}),
        ("{word}config.json", {"Sec_Fetch_Site": "same-site"}),
    ],
)
def test_others_are_told_nothing(client: Client, path: str, headers: dict[str, str]) -> None:
    status, _, found = client.ask("GET", path.format(word=client.word), **headers)
    assert (status, found) == (404, b"")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example", "Content_Type": "application/json"},
        {"Origin": "null", "Content_Type": "application/json"},
        {"Origin": "http://{host}", "Content_Type": "text/plain"},
        {"Origin": "http://{host}", "Content_Type": "application/json", "Host": "evil.example"},
    ],
)
def test_only_the_page_itself_may_write(client: Client, headers: dict[str, str]) -> None:
    body = json.dumps({"action": "info", "params": {}}).encode()
    said = {name: value.format(host=client.host) for name, value in headers.items()}
    assert client.ask("POST", f"{client.word}api/v1", body, **said)[0] == 404


def test_too_much_is_not_read(client: Client) -> None:
    headers = {
        "Origin": f"http://{client.host}",
        "Content_Type": "application/json",
        "Content_Length": str(10**9),
    }
    assert client.ask("POST", f"{client.word}api/v1", b"{}", **headers)[0] == 413


@pytest.mark.parametrize("action", ["deleteFile", "deleteFiles", "persistMedia", "getMediaFile"])
def test_files_cannot_be_deleted_or_brought_in(client: Client, action: str) -> None:
    params = {"path": STATION, "paths": [STATION], "options": {}}
    assert client.act(action, **params) == (
        422,
        {"error": "表单只能新建和修改档案，不能删除或改名。编号永不删除、永不重用。"},
    )
    assert (client.data / STATION).exists()


@pytest.mark.parametrize(
    "path",
    [
        "../x.yml",
        "/home/x.yml",
        "README.md",
        "stations/x.yml",
        "stations/../x.yml",
        ".git/hooks/x",
        "notices/a/b.yml",
    ],
)
def test_nothing_is_written_where_no_record_belongs(client: Client, path: str) -> None:
    before = sorted(client.data.parent.rglob("*"))
    status, found = client.write(path, {"id": "x", "name": "x", "folder": ".."})
    assert (status, found) == (422, {"error": f"{path} 不是数据文件的位置。请检查编号和地区。"})
    assert sorted(client.data.parent.rglob("*")) == before


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (
            {"folder": "yunling", "id": "yunling-05"},
            "缺少字段 name（名称）；这一项必填。请按文件补上。",
        ),
        (
            {"folder": "yunling", "id": "yunling-06", "name": "甲"},
            "编号 yunling-06 与文件名 yunling-05 不同。编号建档以后不能改。",
        ),
        (
            {"folder": "haixi", "id": "yunling-05", "name": "甲"},
            "地区建档以后不能改。请改回原来的地区。",
        ),
    ],
)
def test_what_is_ill_formed_is_not_written(client: Client, shown: object, said: str) -> None:
    before = (client.data / STATION).read_bytes()
    assert isinstance(shown, dict)
    assert client.write(STATION, {**client.version(), **shown}) == (422, {"error": said})
    assert (client.data / STATION).read_bytes() == before


STALE = (
    "这份档案在您打开以后被另一个窗口或程序改过，没有保存。您填的还在本页；"
    "请把网址粘贴到新窗口，打开新的内容，照着再改一次。"
)


def test_a_window_saves_again_and_again_but_not_over_another(client: Client) -> None:
    opened = {"folder": "yunling", "id": "yunling-05", **client.version()}
    first, second = opened | {"_tab": "1"}, opened | {"_tab": "2"}
    assert client.write(STATION, first | {"name": "甲"})[0] == 200
    assert client.write(STATION, second | {"name": "乙"}) == (422, {"error": STALE})
    assert client.write(STATION, first | {"name": "丙"})[0] == 200
    anew = {**second, **client.version(), "name": "丁"}
    assert client.write(STATION, anew)[0] == 200
    assert client.write(STATION, first | {"name": "戊"}) == (422, {"error": STALE})
    assert (client.data / STATION).read_text("utf-8") == "id: yunling-05\nname: 丁\n"


def test_what_two_windows_make_at_once_is_not_lost(client: Client) -> None:
    made = {"folder": "yunling", "id": "yunling-77", "name": "甲"}
    path = "stations/yunling/yunling-77.yml"
    assert client.write(path, made | {"_tab": "1"})[0] == 200
    said = "编号 yunling-77 已经有了。请打开原有的档案修改，或换一个编号。"
    assert client.write(path, made | {"_tab": "2", "name": "乙"}) == (422, {"error": said})
    assert client.write(path, made | {"_tab": "1", "name": "丙"})[0] == 200


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"action": "persistEntry"}', b"\xff"])
def test_nonsense_gets_a_sentence(client: Client, body: bytes) -> None:
    headers = {"Origin": f"http://{client.host}", "Content_Type": "application/json"}
    headers["Content_Length"] = str(len(body))
    status, _, found = client.ask("POST", f"{client.word}api/v1", body, **headers)
    assert status == 400
    assert json.loads(found) == {"error": "表单发来的内容读不懂，没有保存。请刷新页面再试。"}


def test_a_file_that_cannot_be_read_is_not_shown_and_not_written_over(client: Client) -> None:
    broken = (client.data / STATION).read_bytes() + b"nmae: x\n"
    (client.data / STATION).write_bytes(broken)
    _, listed = client.act("entriesByFolder", folder="stations", extension="yml", depth=2)
    assert STATION not in [entry["file"]["path"] for entry in listed]
    assert len(listed) > 30
    assert client.act("getEntry", path=STATION)[1]["data"] is None
    shown = {"folder": "yunling", "id": "yunling-05", "name": "甲"}
    assert client.write(STATION, shown)[0] == 422
    assert (client.data / STATION).read_bytes() == broken


def test_ctrl_c_ends_it_in_a_sentence(repository: Path) -> None:
    command = [str(ROOT / "scripts/form"), "--data", str(repository / "data"), "--port", "0"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen([*command, "--no-browser"], **pipes) as program:  # type: ignore[call-overload]
        program.stdout.readline()
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=30)
    assert said.splitlines()[-1] == "表单已关闭。写完的档案请用 ./scripts/check 检查。"
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--data", "nowhere"], 1, "不是数据文件夹（里面没有 site.yml）。请检查 --data。"),
        (["--port", "x"], 2, "参数有误：--port 的值 'x' 不对；应为规定范围内的整数。"),
        (["--prot", "1"], 2, "参数有误：没有参数 --prot 1。"),
    ],
)
def test_a_wrong_argument_gets_a_sentence(arguments: list[str], status: int, said: str) -> None:
    command = [str(ROOT / "scripts/form"), *arguments]
    refused = subprocess.run(command, check=False, capture_output=True, text=True)
    assert refused.returncode == status
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr
