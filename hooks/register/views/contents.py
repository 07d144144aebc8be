"""Contents: the index of all documents, rounds, schemes and years."""

from typing import NamedTuple

from register.records.notice import Notice
from register.records.round import Round
from register.records.scheme import Scheme
from register.register import Register
from register.views.rows import Link, notice_link, round_link, scheme_link


class Contents(NamedTuple):
    """The index of all documents: newest first."""

    notices: tuple[tuple[Link, Notice], ...]
    rounds: tuple[tuple[Link, Round], ...]
    schemes: tuple[tuple[Link, Scheme], ...]
    years: tuple[Link, ...]


def contents(register: Register) -> Contents:
    """Return the index of notices, rounds, schemes and years."""
    rounds = sorted(register.rounds.values(), key=lambda r: (-r.year, r.id))
    years = sorted({r.year for r in rounds}, reverse=True)
    return Contents(
        notices=tuple(
            (notice_link(register, id_), n) for id_, n in reversed(list(register.notices.items()))
        ),
        rounds=tuple((round_link(r), r) for r in rounds),
        schemes=tuple((scheme_link(s), s) for s in register.schemes.values()),
        years=tuple(Link(f"{year}年度", f"years/{year}/") for year in years),
    )
