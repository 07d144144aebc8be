"""The one way in which a file is refused."""

MOST_BYTES = 50_000_000
MOST_CELLS = 5_000_000


class UnreadableError(Exception):
    """A file that cannot be read: one Chinese sentence or two, what is wrong and what to do."""


def too_many_cells() -> UnreadableError:
    """Say that the tables of a file are beyond all reason."""
    return UnreadableError(
        f"表格超过 {MOST_CELLS // 10_000} 万格，不像名单。请只留下有用的行和列，另存一份再导入。"
    )
