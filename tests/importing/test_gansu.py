"""The Gansu notice of 2011: its annex in every kind of file, against the committed data."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from register.importing.account import Use
from register.importing.choices import Choices
from register.importing.paper import Paper
from register.importing.proposal import Proposal, propose
from register.importing.readers.read import read_paper
from register.importing.wording import as_text
from register.names.script import tidy
from register.reading import Dataset, read

ROOT = Path(__file__).parents[2]
ANNEX = (ROOT / "tests/fixtures/gansu-2011-67-annex.txt").read_text(encoding="utf-8")
# In our own words, with the debris and the numbers of the paper.
BEFORE = """\
甘肅關(guān)于2010年度全省職業(yè)技能鑒定機(jī)構(gòu)年檢評(píng)估情況的通報(bào)(甘人社通【2011】67號(hào))

2011.04.07

各市(州)人力資源和社會(huì)保障局、各省屬國家職業(yè)技能鑒定所:

依照《關(guān)于開展全省職業(yè)技能鑒定機(jī)構(gòu)年檢評(píng)估工作的通知》(甘人社通[2010]369號(hào))做了年檢,結(jié)果如下:

(一)甘肅省第一國家職業(yè)技能鑒定所等53個(gè)所定為合格;
(二)甘肅省第二國家職業(yè)技能鑒定所等5個(gè)所,2010年沒有鑒定,定為不合格,到2011年6月底整改完;
(三)甘肅省第五十五國家職業(yè)技能鑒定所等5個(gè)所予以撤銷。
撤銷的5個(gè)所在3月31日前交回許可證、印章。

省六所、省七所的檔案齊全。

二0一一年三月三日

附件:
"""
SPAM = "\n\n甲市| 乙县| 丙县| 丁市| 戊县| 报价| 己市| 庚县| 辛县| 壬市| 癸县|"
CHOICES = Choices(
    id="gansu-2011-67",
    round="gansu-2010",
    title="关于2010年度全省职业技能鉴定机构年检评估情况的通报",
    decided=date(2011, 3, 3),
)
MISSING = [4, 5, 12, 14, 16, 17, 18, 23, 29, 33, 34, 35, 37, 45, 48, 50, 52, 53, 54, 62, 65, 82]
SPACED = {
    "gansu-40",
    "gansu-70",
}  # a table cannot show the space that the paper has before a bracket


def whole() -> Paper:
    return read_paper("whole.txt", (BEFORE + ANNEX + SPAM).encode())


def annex() -> Paper:
    return read_paper("annex.txt", ANNEX.encode())


def pasted() -> Paper:
    """Copied out of a table: gaps between the columns."""
    lines = ["\t".join(row) for row in rows()]
    return read_paper("粘贴的文字", "\n".join(lines).encode())


def rows() -> list[list[str]]:
    found, grade = [["序号", "名称", "承建单位", "等次"]], ""
    for line in tidy(ANNEX).splitlines():
        if not line.startswith("甘肃省第"):
            grade = next(g for g in ("不合格", "合格", "撤销") if g in line)
            continue
        name, _, host = line.removesuffix("承建)").partition("(")
        found.append([str(len(found)), name.strip(), host, grade])
    return found


def workbook() -> Paper:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows():
        sheet.append(row)
    saved = io.BytesIO()
    book.save(saved)
    return read_paper("名单.xlsx", saved.getvalue())


def word() -> Paper:
    document = docx.Document()
    for line in (BEFORE + ANNEX + SPAM).splitlines():
        document.add_paragraph(line)
    saved = io.BytesIO()
    document.save(saved)
    return read_paper("通报.docx", saved.getvalue())


def word_table() -> Paper:
    document = docx.Document()
    found = rows()
    table = document.add_table(len(found), 4)
    for i, row in enumerate(found):
        for j, text in enumerate(row):
            table.cell(i, j).text = text
    saved = io.BytesIO()
    document.save(saved)
    return read_paper("名单.docx", saved.getvalue())


SOURCES = (whole, annex, pasted, workbook, word, word_table)
TABLES = (pasted, workbook, word_table)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Only the site's settings and the scheme."""
    folder = tmp_path_factory.mktemp("bare")
    (folder / "schemes").mkdir()
    for path in ("site.yml", "schemes/gansu-nianjian.yml"):
        (folder / path).write_bytes((ROOT / "tests/gansu_register" / path).read_bytes())
    return read(folder)[0]


def committed(data: Dataset) -> dict[str, tuple[str, str]]:
    """Station id → grade and printed line."""
    (part,) = data.notice["gansu-2011-67"].record.rounds
    return {id_: (d.grade, line) for d in part.decisions for id_, line in d.stations.items()}


def proposed(proposal: Proposal) -> dict[str, tuple[str, str]]:
    return {id_: (s.grade, s.printed) for id_, s in proposal.decided.settled.items()}


def hosts(proposal: Proposal) -> dict[str, str]:
    new = proposal.stations
    return {id_: new.hosts[s.hosts[0].host].names[0].name for id_, s in new.new.items()}


def committed_hosts(data: Dataset) -> dict[str, str]:
    return {e.stem: data.host[e.record.hosts[0].host].record.names[0].name for e in data.stations}


def less_space(lines: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    return {id_: (grade, line.replace(" ", "")) for id_, (grade, line) in lines.items()}


@pytest.mark.parametrize("source", SOURCES)
def test_each_form_gives_the_stations_grades_and_lines(
    bare: Dataset, shipped: Dataset, source: Callable[[], Paper]
) -> None:
    proposal = propose([source()], bare, CHOICES)
    if source in TABLES:
        assert proposed(proposal) == less_space(committed(shipped))
    else:
        assert proposed(proposal) == committed(shipped)
    assert proposal.findings == []
    assert proposal.found.unplaced == []
    grades = [grade for grade, _line in proposed(proposal).values()]
    assert {g: grades.count(g) for g in ("合格", "不合格", "撤销")} == {
        "合格": 53,
        "不合格": 5,
        "撤销": 5,
    }


@pytest.mark.parametrize("source", SOURCES)
def test_each_form_gives_the_hosts_and_says_which_is_torn(
    bare: Dataset, shipped: Dataset, source: Callable[[], Paper]
) -> None:
    proposal = propose([source()], bare, CHOICES)
    wanted = committed_hosts(shipped) | {"gansu-55": "长庆石油高级技工学"}
    assert hosts(proposal) == wanted
    torn = "承建单位“长庆石油高级技工学”像是漏了字：照原文建档。请核对，改正时在 sic 里说明。"
    assert torn in proposal.hints


@pytest.mark.parametrize("source", [whole, annex, word])
def test_the_counts_of_the_headings_are_confirmed(
    bare: Dataset, source: Callable[[], Paper]
) -> None:
    assert propose([source()], bare, CHOICES).decided.totals == {"合格": 53, "不合格": 5, "撤销": 5}


@pytest.mark.parametrize("source", SOURCES)
def test_the_missing_ordinals_are_listed(bare: Dataset, source: Callable[[], Paper]) -> None:
    assert propose([source()], bare, CHOICES).missing == [("甘肃省第 1 至第 85", MISSING)]


def test_missing_ordinals_in_a_row_are_shown_as_one_run(bare: Dataset) -> None:
    lines = list(as_text(propose([annex()], bare, CHOICES)))
    assert (
        "甘肃省第 1 至第 85 之间，名单上缺 22 个序号：4–5、12、14、16–18、23、29、33–35、37、"
        "45、48、50、52–54、62、65、82" in lines
    )


def test_the_ids_of_hosts_are_those_of_the_data(bare: Dataset, shipped: Dataset) -> None:
    proposal = propose([annex()], bare, CHOICES)
    torn = {"changqing-shiyou-gaoji-jigongxue"}
    assert set(proposal.stations.hosts) - torn >= set(shipped.host) - {
        "changqing-shiyou-gaoji-jigong-xuexiao"
    }


def test_the_document_speaks_for_itself(bare: Dataset) -> None:
    proposal = propose([whole()], bare, Choices())
    assert proposal.findings == []
    notice = proposal.files[-1]
    assert notice.path == "notices/gansu-2011-67.yml"
    facts = proposal.found.facts
    assert (facts.number, facts.decided, facts.published) == (
        "甘人社通〔2011〕67号",
        date(2011, 3, 3),
        date(2011, 4, 7),
    )
    assert facts.basis == [
        ("甘人社通〔2010〕369号", "关于开展全省职业技能鉴定机构年检评估工作的通知")
    ]
    assert [s.at for s in notice.record.sic] == ["number", "decided", "title"]  # type: ignore[attr-defined]


def test_the_spam_is_reported_and_left_out(bare: Dataset) -> None:
    proposal = propose([whole()], bare, Choices())
    (item,) = [i for i in proposal.account.items if i.mark.use is Use.LEFT]
    assert item.mark.why == "网页附带的广告或干扰字符"
    assert proposal.account.spam == (item.where,)


def test_terms_and_mentions_are_clues(bare: Dataset) -> None:
    proposal = propose([whole()], bare, Choices())
    said = [(c.what, c.text.split("：")[0]) for c in proposal.found.clues]
    assert said == [
        ("点名", "正文提到 省六所、省七所"),
        ("期限", "2011年6月底（2011年6月30日）"),
        ("期限", "3月31日前（2011年3月31日）"),
    ]


@pytest.mark.parametrize("source", SOURCES)
def test_over_the_committed_data_nothing_is_to_be_written(
    shipped: Dataset, source: Callable[[], Paper]
) -> None:
    proposal = propose([source()], shipped, CHOICES)
    assert proposal.on_file
    assert proposal.files == []
    assert set(proposal.stations.matched) == set(shipped.station)
    assert {match.how for _name, match in proposal.stations.matched.values()} == {"名称相同"}
    spaced = [d.split("：")[0] for d in proposal.differences]
    assert spaced == (sorted(SPACED) if source in TABLES else [])


def test_what_a_list_cannot_carry_is_named(shipped: Dataset) -> None:
    assert propose([annex()], shipped, CHOICES).lacking == [
        "文号",
        "发文机关",
        "主送",
        "公布日期",
        "转载情况",
        "依据",
        "普遍要求",
        "点名",
        "结论的理由",
        "结论的依据",
        "结论的连续几年没有开展鉴定",
        "结论的整改要求",
        "结论的交回要求",
    ]


def test_a_text_that_names_some_says_nothing_of_the_others(shipped: Dataset) -> None:
    proposal = propose([read_paper("body.txt", BEFORE.encode())], shipped, CHOICES)
    assert sorted(proposal.decided.settled) == ["gansu-01", "gansu-02", "gansu-55"]
    assert proposal.differences == []
    assert proposal.lacking[0] == "鉴定所名单"
    assert proposal.missing == []
    assert not any("名单" in hint for hint in proposal.hints)


def test_a_station_that_a_text_grades_and_its_list_lacks_is_pointed_out(shipped: Dataset) -> None:
    short = ANNEX.replace(next(x for x in ANNEX.splitlines() if "第一國" in x or "第一国" in x), "")
    proposal = propose([read_paper("whole.txt", (BEFORE + short).encode())], shipped, CHOICES)
    assert (
        "第 9 行正文说“甘肃省第一国家职业技能鉴定所”合格，名单里没有：按正文录。请核对。"
        in proposal.hints
    )


def test_a_torn_host_of_a_known_station_is_its_own_and_said_so(shipped: Dataset) -> None:
    other = Choices(id="gansu-2012-1", round="gansu-2010", title="通报", decided=date(2012, 3, 3))
    proposal = propose([annex()], shipped, other)
    (sic,) = [s for s in proposal.files[-1].record.sic if s.at == "gansu-55"]  # type: ignore[attr-defined]
    assert (sic.printed, sic.read_as) == ("长庆石油高级技工学", "长庆石油高级技工学校")
    assert [file.path for file in proposal.files] == ["notices/gansu-2012-1.yml"]
