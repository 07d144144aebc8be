"""Whatever layout and noise a register is printed in, import gives it back, and loses nothing."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.importing.drawn import LAYOUTS, Drawn, documents

from register.importing.account import Use
from register.importing.choices import Choices
from register.importing.paper import Cell, Line, Paper, Row, Table
from register.importing.proposal import Proposal, propose
from register.importing.wording import as_text, as_value
from register.names.script import comparable
from register.reading import Dataset

CHOICES = Choices(id="haixi-2016-1", round="haixi-2015", title="通报", decided=date(2016, 3, 1))
Empty = Callable[[Sequence[str]], Dataset]
patient = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def graded(proposal: Proposal) -> dict[str, tuple[str, str]]:
    """Comparable name → grade and host of each station that would be written."""
    stations = proposal.stations
    found = {}
    for settled in proposal.decided.settled.values():
        station = stations.new[settled.id]
        host = stations.hosts[station.hosts[0].host].names[0].name if station.hosts else ""
        found[comparable(station.name)] = (settled.grade, host)
    return found


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@patient
@given(data=st.data())
def test_a_printed_register_comes_back(empty: Empty, layout: str, data: st.DataObject) -> None:
    drawn = data.draw(documents(layout))
    proposal = propose([drawn.paper], empty(drawn.grades), CHOICES)
    hosts = drawn.layout != "sentences"
    wanted = {
        comparable(s.name): (s.grade, s.host if hosts and not _no_host(drawn, s.name) else "")
        for s in drawn.stations
    }
    assert graded(proposal) == wanted
    shown = "\n".join([*as_text(proposal), str(as_value(proposal, []))])
    assert "张三" not in shown


def _no_host(drawn: Drawn, name: str) -> bool:
    """Whether the document does not print this station's host."""
    host = next(s.host for s in drawn.stations if s.name == name)
    if drawn.layout == "torn_lines":
        return False
    return not any(
        host in text for text in map(_whole, drawn.paper.pieces()) if comparable(name) in text
    )


def _whole(piece: Line | Row) -> str:
    """Return all that a piece says, with what goes on in it from other rows."""
    cells = "\t".join(cell.text for cell in piece.cells) if isinstance(piece, Row) else piece.text
    return comparable(cells)


texts = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "国家职业技能鉴定所站（）()、和合格不撤销第一二十1234567890家个"
            "共其中|\t 。，：；名单年月日号〔〕《》"
        ),
    ),
    max_size=120,
)
lines = texts.map(lambda text: Line("某行", text))
rows = (
    st.integers(1, 4)
    .flatmap(
        lambda n: st.lists(
            st.lists(st.builds(Cell, texts, st.booleans()), min_size=n, max_size=n), max_size=5
        )
    )
    .map(lambda grid: Table("表", [Row("某行", cells) for cells in grid]))
)
papers = st.lists(st.one_of(lines, rows), max_size=8).map(lambda blocks: Paper("x", blocks))


@patient
@given(paper=papers, fallback=st.sampled_from(("", "合格")))
def test_any_text_is_accounted_for_and_never_raises(
    empty: Empty, paper: Paper, fallback: str
) -> None:
    proposal = propose(
        [paper],
        empty(("合格", "不合格", "撤销")),
        Choices(
            id="haixi-2016-1",
            round="haixi-2015",
            title="通报",
            decided=date(2016, 3, 1),
            grade=fallback,
        ),
    )
    account = proposal.account
    assert [item.where for item in account.items] == [piece.where for piece in paper.pieces()]
    assert sum(account.count(use) for use in Use) == len(list(paper.pieces()))
    assert "\n".join(as_text(proposal))
    assert as_value(proposal, [])["account"]["pieces"] == len(account.items)
