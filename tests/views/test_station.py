"""The station's page: how a standing is worded, what a span's answer says, what is known of it."""

import dataclasses
from datetime import date, timedelta
from pathlib import Path

import pytest

from register.history import Ending, Event, Phase, Span, spans, standing_on
from register.reading import read
from register.records.notice import ACT_TITLES, ActKind
from register.records.standing import Standing
from register.register import Register, build_register
from register.views.rows import Link
from register.views.station.answers import Answer, answers, known_from
from register.views.station.demands import Demand, Returned, demands_of
from register.views.station.holdings import joined
from register.views.station.page import StationView, station_view
from register.views.wording import (
    NO_MARK,
    SILENCED,
    Mark,
    beyond,
    in_words,
    mark,
    meaning,
    span_note,
    status,
)

SAMPLE = Path(__file__).parents[1] / "sample_register"
TODAY = date(2026, 11, 22)
DAY = date(2021, 9, 1)


def event(standing: Standing | None, act: ActKind | None = None, **more: object) -> Event:
    """One decision of 2020, or one act."""
    facts: dict[str, object] = {"year": None if act else 2020, "round": "" if act else "r"}
    grade = ACT_TITLES[act] if act else standing.title if standing else ""
    given = {**facts, **more}
    return Event("s", DAY, DAY, "n", (), grade, standing, act, **given)  # type: ignore[arg-type]


ACCEPTED = event(Standing.QUALIFIED, ActKind.ACCEPT, year=2019, holds_to=date(2022, 8, 31))
PAUSED = event(Standing.SUSPENDED, ActKind.SUSPEND, due=date(2021, 12, 31))
ASKED = event(Standing.RECTIFYING, due=date(2021, 11, 30))
GRADED = event(Standing.QUALIFIED, holds_to=date(2022, 8, 31))


@pytest.mark.parametrize(
    ("phase", "said", "words", "line"),
    [
        (Phase.NONE, None, "无在案结论", "无在案结论"),
        (Phase.CURRENT, GRADED, "2020年度合格", "2020年度合格"),
        (Phase.LAPSED, GRADED, "2020年度合格", "2020年度合格，此后无在案结论"),
        (Phase.CURRENT, ASKED, "2020年度限期整改", "2020年度限期整改，限期整改至2021年11月30日"),
        (Phase.OVERDUE, ASKED, "2020年度限期整改", "整改期已满，未见验收结果"),
        (Phase.CURRENT, event(Standing.REVOKED), "2020年度撤销", "2021年9月1日撤销"),
        (Phase.CURRENT, ACCEPTED, "2019年度合格", "2021年9月1日整改验收合格（2019年度）"),
        (
            Phase.LAPSED,
            ACCEPTED,
            "2019年度合格",
            "2021年9月1日整改验收合格（2019年度），此后无在案结论",
        ),
        (
            Phase.CURRENT,
            event(Standing.RECTIFYING, ActKind.FAIL, year=2019),
            "2019年度限期整改",
            "2021年9月1日整改验收不合格（2019年度）",
        ),
        (Phase.CURRENT, PAUSED, "2021年暂停业务", "2021年9月1日起暂停业务，到2021年12月31日为止"),
        (Phase.OVERDUE, PAUSED, "2021年暂停业务", "暂停期已满，未见恢复文件"),
        (
            Phase.CURRENT,
            event(Standing.SUSPENDED, ActKind.SUSPEND),
            "2021年暂停业务",
            "2021年9月1日暂停业务",
        ),
        (Phase.CURRENT, event(None, ActKind.RESUME), "无在案结论", "2021年9月1日恢复业务"),
        (
            Phase.LAPSED,
            event(None, ActKind.RELICENSE),
            "无在案结论",
            "2021年9月1日重新许可，此后无在案结论",
        ),
        (Phase.CURRENT, event(None, ActKind.MERGE), "已并入别所", "2021年9月1日并入别的鉴定所"),
        (
            Phase.CURRENT,
            event(Standing.DEREGISTERED, ActKind.DEREGISTER),
            "2021年注销",
            "2021年9月1日注销",
        ),
        (Phase.CURRENT, event(Standing.REVOKED, ActKind.REVOKE), "2021年撤销", "2021年9月1日撤销"),
    ],
)
def test_every_act_and_phase_is_worded(
    phase: Phase, said: Event | None, words: str, line: str
) -> None:
    span = Span(DAY, None, phase, said)
    assert (mark(span).words, status(span)) == (words, line)
    assert all(text.endswith("。") for text in meaning(span))


def test_what_is_withheld_is_not_called_none() -> None:
    span = Span(DAY, None, Phase.NONE, None, withheld=True)
    assert status(span) == mark(span).words == "没有可公开的结论"
    assert span_note(span) == "有过文件，公开期已满或已撤回，不再列出。不能由此推断合格或不合格。"
    assert "没有收录" not in "".join(meaning(span))


LATER = "有过后来的文件，公开期已满或已撤回，不再列出。不能由此推断合格或不合格。"


@pytest.mark.parametrize(
    ("phase", "said", "line"),
    [
        (Phase.CURRENT, GRADED, "2020年度合格"),
        (Phase.LAPSED, GRADED, "2020年度合格"),
        (Phase.CURRENT, ASKED, "2020年度限期整改，限期整改至2021年11月30日"),
        (Phase.OVERDUE, ASKED, "2020年度限期整改，限期整改至2021年11月30日"),
        (Phase.OVERDUE, PAUSED, "2021年9月1日起暂停业务，到2021年12月31日为止"),
    ],
)
def test_a_later_document_that_is_withheld_is_not_called_missing(
    phase: Phase, said: Event, line: str
) -> None:
    span = Span(DAY, None, phase, said, withheld=True)
    assert status(span) == f"{line}，此后没有可公开的结论"
    assert span_note(span) == meaning(span)[0] == LATER
    assert "没有收录" not in "".join((status(span), span_note(span), *meaning(span)))
    assert "未见" not in status(span)


def test_a_term_without_a_day_is_not_said_to_be_set() -> None:
    said = meaning(Span(DAY, None, Phase.CURRENT, event(Standing.RECTIFYING)))[0]
    assert said.startswith("文件的结论归入限期整改；文件没有写整改到哪一天。")
    assert meaning(Span(DAY, None, Phase.CURRENT, ASKED))[0].startswith("文件要求它限期整改")


@pytest.mark.parametrize(
    ("words", "line", "rest"),
    [
        ("2020年度合格", "2020年度合格", ""),
        ("2020年度合格", "2020年度合格，此后无在案结论", "此后无在案结论"),
        ("2020年度撤销", "2021年9月1日撤销", "2021年9月1日撤销"),
        ("无在案结论", "2021年9月1日重新许可，此后无在案结论", "2021年9月1日重新许可"),
    ],
)
def test_what_the_mark_says_is_not_said_again(words: str, line: str, rest: str) -> None:
    assert beyond(Mark("qualified", words, "current"), line) == rest


def test_a_note_says_how_far_a_grade_speaks() -> None:
    assert span_note(Span(DAY, None, Phase.CURRENT, GRADED)) == "结论只说明2020年度。"
    assert "没有在案结论" in span_note(Span(DAY, None, Phase.LAPSED, GRADED))
    assert span_note(Span(DAY, None, Phase.CURRENT, event(Standing.REVOKED))) == ""


@pytest.mark.parametrize(
    ("length", "words"),
    [("P3M", "三个月"), ("P2M", "两个月"), ("P1Y6M", "一年六个月"), ("P15D", "十五天")],
)
def test_a_length_is_said_in_words(length: str, words: str) -> None:
    assert in_words(length) == words


def test_a_span_tells_when_its_document_became_known() -> None:
    published = Event("s", DAY, date(2021, 10, 8), "n", (), "合格", Standing.QUALIFIED, year=2020)
    [_before, during] = spans([published])
    assert known_from([published], during) == date(2021, 10, 8)
    assert known_from([GRADED], spans([GRADED])[1]) is None


def test_a_withdrawal_is_known_with_its_own_document() -> None:
    ending = Ending("m", date(2022, 1, 1), date(2022, 3, 1))
    graded = Event("s", DAY, DAY, "n", (), "合格", Standing.QUALIFIED, year=2020, endings=(ending,))
    after = standing_on(spans([graded]), date(2022, 2, 1))
    assert after.phase is Phase.NONE
    assert known_from([graded], after) == date(2022, 3, 1)


@pytest.fixture(scope="module")
def register() -> Register:
    data, problems = read(SAMPLE)
    assert problems == []
    return build_register(data, TODAY)


def view(register: Register, id_: str) -> StationView:
    return station_view(register, register.stations[id_], joined(register).get(id_, ()))


def test_the_answer_of_today_is_one_of_the_spans(register: Register) -> None:
    for id_ in register.stations:
        shown = view(register, id_)
        assert shown.now in shown.spans
        assert shown.spans[::-1][len(shown.spans) - len(shown.later) :] == shown.later
        assert all(later.since and later.since > TODAY for later in shown.later)


def test_a_station_that_was_merged_leads_to_the_other(register: Register) -> None:
    into = view(register, "haixi-29").into
    assert into
    assert into.station
    assert into.station.path == "stations/haixi-24/"
    assert [told.station and told.station.path for told in view(register, "haixi-24").joined] == [
        "stations/haixi-29/"
    ]


def test_struck_occupations_are_told_with_their_document(register: Register) -> None:
    shown = view(register, "yunling-13")
    assert [told.words for told in shown.struck] == ["电焊工", "锅炉操作工"]
    held = dict(shown.facts).get("鉴定职业", "")
    assert "电焊工" not in held


def test_a_name_that_a_document_ended_is_told_with_its_last_day(register: Register) -> None:
    shown = view(register, "yunling-tanggu")
    [former] = shown.former_names
    assert (former.words, former.on) == ("汤谷市劳动技能鉴定站", date(2023, 6, 30))
    assert "别名" not in dict(shown.facts)


def test_a_licence_that_ran_out_says_whether_another_is_on_file(register: Register) -> None:
    notes = {held.note for id_ in register.stations for held in view(register, id_).licences}
    assert notes <= {"", "已换发", "有效期已过，没有收录到换发的文件"}
    for station in register.stations.values():
        for held in view(register, station.id).licences:
            assert bool(held.note) == (held.to is not None and held.to < TODAY)


def test_a_counted_term_is_told_with_its_reading(register: Register) -> None:
    demand = next(d for d in view(register, "haixi-25").demands if d.counted)
    assert "三个月" in demand.counted
    assert "当天不算在内" in demand.counted
    assert demand.reading
    assert demand.duties[0].due


def test_idle_years_without_a_document_are_neither_confirmed_nor_denied(
    register: Register,
) -> None:
    [idle] = view(register, "yunling-20").idle
    assert idle.words == "2019年、2020年"
    [own, earlier] = idle.years
    assert (own.year, earlier.year) == (2020, 2019)
    assert own.said.startswith("就是这份文件写的")
    assert earlier.document or earlier.said.endswith("不能证实，也不能否定。")


def test_the_ledger_names_each_thing(register: Register) -> None:
    [demand] = [d for d in view(register, "yunling-03").demands if d.ledger]
    assert [line.item for line in demand.ledger] == ["许可证", "印章", "标牌"]
    assert all(line.document for line in demand.ledger)


def on(register: Register, id_: str, day: date) -> Answer:
    """What a station's page answers for a day."""
    station = register.stations[id_]
    return answers(register, station)[station.spans.index(standing_on(station.spans, day))]


def test_the_document_that_took_anothers_force_is_named(register: Register) -> None:
    silent = on(register, "haixi-22", date(2024, 6, 1))
    assert silent.note == silent.meaning[0] == SILENCED
    [lost] = silent.losses
    assert (lost.document.words, lost.by.words) == ("海人社函〔2024〕20号", "海人社函〔2024〕27号")
    assert (lost.since, lost.how, lost.back) == (date(2024, 5, 20), "撤回", None)
    [again] = on(register, "haixi-22", date(2024, 8, 1)).losses
    assert again.back
    assert (again.back.by.words, again.back.since) == ("海人社函〔2024〕36号", date(2024, 7, 3))
    assert on(register, "haixi-22", date(2024, 5, 1)).losses == ()


def test_the_documents_that_end_others_are_in_the_history(register: Register) -> None:
    lines = {e.notice.words: e for e in view(register, "haixi-22").history if e.mark == NO_MARK}
    ended, back = lines["海人社函〔2024〕27号"], lines["海人社函〔2024〕36号"]
    assert ended.said == back.said == "撤回"
    assert ended.to
    assert ended.to.words == "海人社函〔2024〕20号"
    assert ended.ended
    assert ended.ended.by == back.notice
    days = [e.day for e in view(register, "haixi-22").history]
    assert days == sorted(days, reverse=True)


def test_a_struck_occupation_is_told_from_its_day_on(register: Register) -> None:
    now = view(register, "haixi-01").now
    assert [(told.words, told.on) for told in now.struck] == [("锅炉操作工", date(2022, 8, 8))]
    assert on(register, "haixi-01", date(2021, 1, 1)).struck == ()


def test_a_scheme_asks_for_no_rectification_of_the_revoked(register: Register) -> None:
    [demand] = view(register, "haixi-27").demands
    assert [duty.kind for duty in demand.duties] == ["hand-back"]
    assert (demand.counted, demand.reading, demand.result) == ("", "", "")


def test_what_a_document_threatens_is_not_said_as_done(register: Register) -> None:
    notes = [
        duty.note
        for id_ in register.stations
        for demand in view(register, id_).demands
        for duty in demand.duties
        if duty.kind == "rectify" and duty.note
    ]
    assert notes
    assert all("逾期后果：" in n and n.endswith("（以另发的文件为准）。") for n in notes)


def test_a_withheld_result_is_not_called_missing(register: Register) -> None:
    station = register.stations["haixi-25"]
    event = [e for e in station.decisions if e.due][-1]
    hidden = dataclasses.replace(station, withheld=(event.day + timedelta(days=30),))
    told = {d.result for d in demands_of(register, hidden) if d.result}
    assert any(line.startswith("没有可公开的验收结果") for line in told)
    silent = dataclasses.replace(hidden, events=(), spans=spans((), hidden.withheld))
    assert station_view(register, silent).silence == "没有可公开的文件。"


def test_things_that_came_back_late_or_in_part_are_told_so() -> None:
    notice = Link("某文件", "notices/n/")
    back = Returned("许可证", date(2023, 1, 1), date(2023, 1, 20), notice, "2023年1月20日逾期交回")
    demand = Demand(
        notice, "", (), "", "", "", "", None, (back, Returned("印章", None, None, None))
    )
    assert demand.partly == "只交回了一部分：交回的有许可证；印章未收录交回情况。"
    assert demand._replace(ledger=(back,)).partly == ""


def test_late_returns_are_told_from_those_in_time(register: Register) -> None:
    for id_ in register.stations:
        for line in (line for d in view(register, id_).demands for line in d.ledger):
            late = bool(line.due and line.on and line.on > line.due)
            assert ("逾期交回" in line.said) == late


def test_what_a_scheme_means_by_a_grade_stands_beside_it(register: Register) -> None:
    for station in register.stations.values():
        for each in answers(register, station):
            assert not each.grade_means or each.grade
    found = {a.grade_means for s in register.stations.values() for a in answers(register, s)}
    meanings = {g.meaning for s in register.schemes.values() for g in s.grades if g.meaning}
    assert found - {""} <= {meaning.rstrip("。") for meaning in meanings}
