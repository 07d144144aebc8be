"""Schemes: how stations are judged."""

from typing import NamedTuple

from register.records.scheme import Scheme
from register.register import Register
from register.views.rows import Link, round_link
from register.views.wording import Mark


class SchemeView(NamedTuple):
    """How stations are judged."""

    id: str
    record: Scheme
    region: str
    grades: tuple[tuple[str, Mark, str], ...]
    holds_for: str
    rounds: tuple[Link, ...]


def scheme_view(register: Register, scheme: Scheme) -> SchemeView:
    """Return what a scheme's page shows."""
    term = scheme.holds_for
    return SchemeView(
        id=scheme.id,
        record=scheme,
        region=register.site.regions[scheme.region] if scheme.region else "全国",
        grades=tuple(
            (g.grade, Mark(g.standing.value, g.standing.title, "current"), g.meaning or "")
            for g in scheme.grades
        ),
        holds_for=(
            f"结论从作出之日起管{term.years}年。"
            if term
            else "文件没有写结论管多久，本站按一年算。撤销、暂停、注销一直有效，到有新文件为止。"
        ),
        rounds=tuple(round_link(r) for r in register.rounds.values() if r.scheme == scheme.id),
    )
