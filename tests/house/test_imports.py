"""The house: who may import whom. One direction, no way back."""

import ast
from pathlib import Path

HOOKS = Path(__file__).parents[2] / "hooks"

# Each room may import those that stand before it in its own tuple; the library knows no others.
MAY_IMPORT = {
    "problem": (),
    "site_file": (),
    "day": (),
    "records": (),
    "names": (),
    "reading": ("problem", "records", "names"),
    "writing": ("problem", "records", "reading"),
    "history": ("records", "reading"),
    "assessment": ("records", "history"),
    "rules": ("problem", "records", "names", "reading", "writing", "history", "assessment"),
    "editing": ("problem", "records", "names", "reading", "history", "writing", "rules"),
    "publication": ("records", "reading", "history"),
    "register": ("records", "reading", "history", "publication"),
    "search": ("names", "records", "site_file"),
    "importing": ("records", "names", "reading", "history", "rules"),
    "views": (
        "publication",
        "names",
        "problem",
        "records",
        "history",
        "assessment",
        "rules",
        "register",
        "search",
    ),
    "papers": ("records", "names", "register", "views"),
    "pages": ("register", "views"),
    "changes": ("problem", "publication", "records", "history", "register", "views", "pages"),
    "approval": (),
    "exports": ("site_file", "records", "history", "register", "views"),
    "editors": ("problem", "records", "reading", "rules"),
    "edition": (
        "problem",
        "site_file",
        "reading",
        "rules",
        "register",
        "views",
        "pages",
        "exports",
        "search",
    ),
}


def room_of(path: Path) -> str:
    return path.relative_to(HOOKS / "register").parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Every module that the file imports, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def library_files() -> list[Path]:
    return sorted((HOOKS / "register").rglob("*.py"))


def test_every_room_imports_only_the_rooms_before_it() -> None:
    wrong = []
    for path in library_files():
        room = room_of(path)
        if room == "__init__":
            continue
        for name in imported(path):
            top, _, rest = name.partition(".")
            other = rest.split(".")[0]
            if top == "register" and other != room and other not in MAY_IMPORT[room]:
                wrong.append(f"{room} → {other} ({path.name})")
    assert not wrong


def test_the_table_has_no_circle_and_no_idle_line() -> None:
    order = list(MAY_IMPORT)
    for room, others in MAY_IMPORT.items():
        assert all(order.index(other) < order.index(room) for other in others), room
    used = {
        (room_of(p), n.split(".")[1])
        for p in library_files()
        for n in imported(p)
        if n.startswith("register.")
    }
    idle = [
        (room, o) for room, others in MAY_IMPORT.items() for o in others if (room, o) not in used
    ]
    assert not idle


def test_only_publish_imports_mkdocs() -> None:
    importers = {
        p.name for p in HOOKS.rglob("*.py") if any(n.split(".")[0] == "mkdocs" for n in imported(p))
    }
    assert importers == {"publish.py"}


def test_only_the_edge_prints_exits_or_reads_a_clock() -> None:
    banned = ("print(", "sys.exit", "date.today", "datetime.now", "time.time", "open(")
    allowed = {("day.py", "datetime.now"), ("folder.py", "open(")}
    wrong = {
        (path.name, word)
        for path in library_files()
        for word in banned
        if any(
            line.lstrip().startswith(word) or f" {word}" in line
            for line in path.read_text(encoding="utf-8").splitlines()
        )
    }
    assert wrong <= allowed
