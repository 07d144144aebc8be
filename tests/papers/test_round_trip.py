"""Round trip: what a paper of ours says can be read back from it, whichever form it has.

Twice: by a few lines of this file, for every notice, and by the import, for all that it reads:
one round of stations.
"""

import io
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from docx import Document
from docx.table import Table
from tests.papers.registers import FOLDERS, every_notice, printout_of, register_of

from register.importing.choices import Choices
from register.importing.proposal import Proposal, propose
from register.importing.readers.read import read_paper
from register.papers.notice import Form
from register.papers.word import word_file
from register.reading import read
from register.records.notice import NoticeRound
from register.records.scheme import Judged

Lists = dict[str, list[str]]
_SECTION = re.compile(r"[一二三四五六七八九十]+、(.+?)(?:（(\d+)[所个]）)?")


def said_of(part: NoticeRound) -> Lists:
    """What the record says: each grade's lines in their order."""
    found: Lists = defaultdict(list)
    for decision in part.decisions:
        found[decision.grade] += [*decision.stations.values(), *decision.centres.values()]
        found[decision.grade] += [unmatched.printed for unmatched in decision.unmatched]
    return dict(found)


def texts_of(file: bytes) -> Iterator[tuple[str, str]]:
    """The style and text of each paragraph; a row is the line in its second cell."""
    for block in Document(io.BytesIO(file)).iter_inner_content():
        if isinstance(block, Table):
            yield from (("公文名单", row.cells[1].text) for row in block.rows[1:])
        else:
            assert block.style is not None
            yield str(block.style.name), block.text


def read_back(file: bytes) -> list[tuple[Lists, dict[str, int]]]:
    """Each annex: the lines under each grade, and the numbers that headings state."""
    annexes: list[tuple[Lists, dict[str, int]]] = []
    lines: list[str] = []
    for style, text in texts_of(file):
        if style == "公文附件标题":
            annexes.append(({}, {}))
        elif style == "Heading 2" and annexes:
            heading = _SECTION.fullmatch(text)
            assert heading, text
            lines = annexes[-1][0].setdefault(heading[1], [])
            if heading[2]:
                annexes[-1][1][heading[1]] = int(heading[2])
        elif style == "公文名单":
            lines.append(text)
    return annexes


@pytest.mark.parametrize(("name", "id_"), every_notice())
@pytest.mark.parametrize("form", Form)
def test_every_list_can_be_read_back(name: str, id_: str, form: Form) -> None:
    rounds = register_of(name).notices[id_].rounds
    found = read_back(word_file(printout_of(name, id_, form)))
    assert [lists for lists, _counts in found] == [said_of(part) for part in rounds]
    for part, (lists, counts) in zip(rounds, found, strict=True):
        assert counts == {grade: len(lists[grade]) for grade in counts}
        unnamed = {d.grade for d in part.decisions if d.unnamed}
        assert counts == {g: n for g, n in part.totals.items() if g not in unnamed}


def of_one_round_of_stations() -> list[tuple[str, str]]:
    return [(name, id_) for name, id_ in every_notice() if _is_one_round(name, id_)]


def _is_one_round(name: str, id_: str) -> bool:
    register = register_of(name)
    rounds = register.notices[id_].rounds
    schemes = [register.schemes[register.rounds[part.round].scheme] for part in rounds]
    return [scheme.judges for scheme in schemes] == [Judged.STATIONS]


def imported(name: str, id_: str, form: Form) -> Proposal:
    """What the import makes of the paper, told only what no paper can tell: our ids."""
    register = register_of(name)
    part = register.notices[id_].rounds[0]
    region = id_.split("-", maxsplit=1)[0]
    region = region if region in register.site.regions else "yunling"
    others = {s.record.name: s.id for s in register.stations.values() if s.region != region}
    choices = Choices(id=id_, round=part.round, region=region, stations=others)
    data, _problems = read(FOLDERS[name])
    file = word_file(printout_of(name, id_, form))
    return propose([read_paper(f"{id_}.docx", file)], data, choices)


def test_there_are_papers_to_import() -> None:
    assert ("real", "gansu-2011-67") in of_one_round_of_stations()
    assert len(of_one_round_of_stations()) == 11


@pytest.mark.parametrize(("name", "id_"), of_one_round_of_stations())
@pytest.mark.parametrize("form", Form)
def test_the_import_gives_the_notice_back(name: str, id_: str, form: Form) -> None:
    notice = register_of(name).notices[id_]
    part = notice.rounds[0]
    proposal = imported(name, id_, form)
    decided = proposal.decided
    assert proposal.findings == []
    # Whom the text commends or exposes is pointed out, for that is no grade.
    named = {s for mention in notice.mentions if mention.kind for s in mention.stations}
    names = {register_of(name).stations[s].record.name for s in named}
    assert {unplaced.text for unplaced in proposal.found.unplaced} <= names
    # Who is on file is known again; who is not is proposed as new.
    wanted = {s: (d.grade, line) for d in part.decisions for s, line in d.stations.items()}
    found = {s.id: (s.grade, s.printed) for s in decided.settled.values()}
    assert {id_: found.get(id_) for id_ in wanted} == wanted
    lines: Lists = defaultdict(list)
    for settled in decided.settled.values():
        lines[settled.grade].append(settled.printed)
    assert dict(lines) == {grade: of for grade, of in said_of(part).items() if of}
    assert decided.totals == part.totals
    counted = {d.grade: d.unnamed for d in part.decisions if d.unnamed and d.grade in part.totals}
    assert decided.unnamed == counted
    facts = proposal.found.facts
    assert (facts.title, facts.number, facts.decided) == (
        notice.title,
        notice.number,
        notice.decided,
    )


def test_the_import_names_what_a_list_does_not_carry() -> None:
    proposal = imported("real", "gansu-2011-67", Form.LINES)
    assert proposal.differences == []
    assert {"普遍要求", "点名"} <= set(proposal.lacking)
