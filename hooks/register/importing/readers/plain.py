"""Plain and pasted text → lines and tables."""

import re

from register.importing.paper import Line, Paper, Table
from register.importing.readers.bars import bar_table
from register.importing.readers.cell_lines import cell_lines
from register.importing.readers.encodings import decoded
from register.importing.readers.tabs import tab_table

_LINE_END = re.compile(r"\r\n|\r|\n")


def read_plain(name: str, content: bytes) -> Paper:
    """Read a text; runs of lines with tabs or bars become tables."""
    return Paper(name, list(blocks_of(_LINE_END.split(decoded(content)))))


def blocks_of(lines: list[str]) -> list[Line | Table]:
    """Part lines into lines and tables; places count lines from 1, blank ones too."""
    blocks: list[Line | Table] = []
    at = 0
    while at < len(lines):
        if cells := cell_lines(lines, at):
            blocks += cells[0]
            at = cells[1]
            continue
        found = tab_table(lines, at) or bar_table(lines, at)
        if found:
            table, at = found
            blocks.append(table)
            continue
        if lines[at].strip():
            blocks.append(Line(f"第 {at + 1} 行", lines[at]))
        at += 1
    return blocks
