"""Lists: everyone, the red and the black list, and one list for each standing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from register.records.standing import BLACK_LIST, RED_LIST, Standing
from register.register import Register
from register.views.rows import Link, StationRow, in_order, station_row


class ListView(NamedTuple):
    """One list: what belongs in it, who is in it, and why it is empty where it is."""

    path: str
    title: str
    description: str
    kind: str
    rows: Sequence[StationRow]
    empty: str


def everyone(register: Register) -> list[StationRow]:
    """Return every station's row, by region and ordinal."""
    return [station_row(register, s) for s in in_order(register.stations.values())]


def lists(register: Register, rows: Sequence[StationRow]) -> Iterator[ListView]:
    """Yield the red list, the black list and the list of each standing."""
    yield _list("red", "红榜", "文件评为优秀、示范的鉴定所。", RED_LIST, register, rows)
    about = "文件要求限期整改、暂停业务、拟撤销或者已经撤销的鉴定所。"
    yield _list("black", "黑榜", about, BLACK_LIST, register, rows)
    for standing in Standing:
        about = f"最近一份文件的结论归入“{standing.title}”的鉴定所。"
        yield _list(standing.value, standing.title, about, (standing,), register, rows)


def _list(
    name: str,
    title: str,
    description: str,
    standings: tuple[Standing, ...],
    register: Register,
    rows: Sequence[StationRow],
) -> ListView:
    codes = {standing.value for standing in standings}
    found = [row for row in rows if row.mark.code in codes]
    empty = "" if found else _why_empty(register, title, standings)
    return ListView(f"lists/{name}/", title, description, name, found, empty)


def _why_empty(register: Register, title: str, standings: tuple[Standing, ...]) -> str:
    """Say why no station is in the list: no scheme has the grade, or no document gave it."""
    words = "、".join(standing.title for standing in standings)
    schemes = {
        register.rounds[part.round].scheme for n in register.notices.values() for part in n.rounds
    }
    able = [
        register.schemes[id_].name
        for id_ in sorted(schemes)
        if any(grade.standing in standings for grade in register.schemes[id_].grades)
    ]
    if able:
        return f"{title}现在是空的：没有一个鉴定所的最近结论归入“{words}”。"
    used = "、".join(
        dict.fromkeys(g.grade for id_ in sorted(schemes) for g in register.schemes[id_].grades)
    )
    return f"{title}现在是空的：已收录的文件只用{used}这些等次，没有归入“{words}”的等次。"


class Tally(NamedTuple):
    """A list and how many stations are in it."""

    link: Link
    kind: str
    number: int
    description: str


def tallies(views: Sequence[ListView]) -> list[Tally]:
    """Count the lists for their overview."""
    return [Tally(Link(v.title, v.path), v.kind, len(v.rows), v.description) for v in views]
