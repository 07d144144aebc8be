"""The schemas that editors read, written where .vscode/settings.json looks for them.

They are not kept in git: they name every id, so each change of the data would change them too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from environment import ROOT
from register.editors import editor_schemas, known_in
from register.reading import read

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS = ROOT / ".vscode" / "schemas"


def write_schemas(data: Path, out: Path) -> int:
    """Write a schema for each kind of file, each in one step; return how many there are."""
    out.mkdir(parents=True, exist_ok=True)
    schemas = dict(editor_schemas(known_in(read(data)[0])))
    for name, text in schemas.items():
        draft = out / f"{name}.new"
        draft.write_text(text, encoding="utf-8")
        draft.replace(out / name)
    return len(schemas)
