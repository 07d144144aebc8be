"""The sample register: clean, and using every field, every standing and every branch."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import fields

from register.assessment.points import gaps, points_for
from register.assessment.progress import State, days_of, taken
from register.assessment.scope import Place, place_of
from register.assessment.standards import Result, findings, reached
from register.history import Event, Phase, events_of, known_on, spans, standing_on
from register.publication import is_public, published
from register.reading import read
from register.records import KINDS
from register.records.notice import ActKind, AmendKind, MentionKind
from register.records.score_sheet import Item, Way
from register.records.standard import Level
from register.records.standing import Standing
from register.records.station_sheet import Assessor
from register.records.visit import FindingKind

if TYPE_CHECKING:
    from tests.rules.conftest import Copy

    from register.reading.dataset import Dataset

SAMPLE = Path(__file__).parents[1] / "sample_register"
NEVER = {"accept"}  # the sample needs no exception


TODAY = date(2026, 11, 22)
MET = {2022: 4, 2023: 5, 2024: 6}  # centres up to the standard, of seven


@cache
def sample() -> "Dataset":
    data, _problems = read(SAMPLE)
    return data


@cache
def history() -> dict[str, tuple[Event, ...]]:
    return events_of(sample())


def phase_on(subject: str, day: date) -> tuple[Phase, Standing | None]:
    span = standing_on(spans(history()[subject]), day)
    return span.phase, span.standing


def records(value: object) -> Iterator[msgspec.Struct]:
    if isinstance(value, msgspec.Struct):
        yield value
        for name in value.__struct_fields__:
            yield from records(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from records(item)


def classes(kind: type[Any], seen: set[type[Any]]) -> set[type[Any]]:
    """The record classes that `kind` is made of."""
    found = msgspec.inspect.multi_type_info([f.type for f in fields(kind)])
    seen.add(kind)
    waiting: list[Any] = list(found)
    while waiting:
        info = waiting.pop()
        if isinstance(info, msgspec.inspect.StructType) and info.cls not in seen:
            classes(info.cls, seen)
        for name in ("type", "item_type", "value_type", "types"):
            inner = getattr(info, name, ())
            waiting += inner if isinstance(inner, tuple) else [inner]
    return seen


def test_the_unbroken_copy_has_no_findings(register: "Copy") -> None:
    assert register.findings() == []


def test_every_field_of_every_record_is_used() -> None:
    data = sample()
    used = {
        (type(record).__name__, field.name)
        for entry in data.entries
        for record in records(entry.record)
        for field in fields(record)
        if getattr(record, field.name) != field.default
    }
    kinds: set[type[Any]] = set()
    for kind in KINDS.values():
        classes(kind.record, kinds)
    wanted = {(k.__name__, f.name) for k in kinds for f in fields(k) if f.name not in NEVER}
    unused = {(k, f) for k, f in wanted - used if k != "Accepted"}
    # sic and corrections belong to every file; some kinds have had none.
    assert {(k, f) for k, f in unused if f not in {"sic", "corrections"}} == set()


def test_every_standing_occurs() -> None:
    found = {e.standing for es in history().values() for e in es if e.act is None}
    assert found == set(Standing)


def test_every_act_occurs_and_every_way_to_amend() -> None:
    notices = [entry.record for entry in sample().notices]
    assert {act.act for notice in notices for act in notice.acts} == set(ActKind)
    assert {each.how for notice in notices for each in notice.amends} == set(AmendKind)
    assert {m.kind for notice in notices for m in notice.mentions} == {None, *MentionKind}


def test_a_census_has_every_place_and_every_state() -> None:
    data = sample()
    round_, scheme = data.round["pucha-2022"].record, data.scheme["jiuzhou-pucha"].record
    places = {
        s.stem: place_of(s.record, s.region, round_, scheme, spans(history().get(s.stem, ())))
        for s in data.stations
    }
    assert set(places.values()) == set(Place)
    exempt = {id_ for id_, place in places.items() if place is Place.EXEMPT}
    graded = {e.standing for id_ in exempt for e in history()[id_] if e.round == "pucha-2022"}
    assert graded == {Standing.COMMENDED, Standing.EXEMPT}
    states = {
        each.state
        for id_, place in places.items()
        if place is Place.IN
        for each in taken(
            round_,
            scheme,
            data.station[id_].record,
            spans(history().get(id_, ())),
            days_of(round_).get(id_, {}),
            TODAY,
        )
    }
    assert states == {State.DONE, State.LATE, State.MISSING, State.NOT_ASKED}


def test_a_scored_round_is_under_way() -> None:
    data = sample()
    round_, scheme = data.round["pingfen-2024"].record, data.scheme["yunling-pingfen"].record
    station = data.station["yunling-18"].record
    steps = taken(round_, scheme, station, (), days_of(round_)[station.id], date(2024, 6, 1))
    states = {each.step.id: each.state for each in steps}
    assert states["city"] is State.NOT_ASKED  # directly under the province
    assert states["province"] is State.PENDING


def items() -> dict[str, Item]:
    sheets = sample().scheme["yunling-pingfen"].record.sheets
    return {i.id: i for sheet in sheets for heading in sheet.headings for i in heading.items}


def test_a_score_sheet_has_every_way_and_bands_with_gaps() -> None:
    assert {item.way for item in items().values()} == set(Way)
    assert [(gap.low, gap.high) for gap in gaps(items()["1-2"])] == [(6, 8)]
    assert [(gap.low, gap.high) for gap in gaps(items()["2-4"])] == [(3, 3)]


def test_scores_stand_side_by_side_and_on_no_gap() -> None:
    filled = {e.stem: e.record.sheets[0].scores for e in sample().sheets}
    by = {station: {score.by for score in scores} for station, scores in filled.items()}
    assert by["yunling-17"] == set(Assessor)
    assert by["yunling-18"] == {Assessor.SELF}
    values = [m for scores in filled.values() for s in scores for m in s.measured.items()]
    assert all(len(points_for(items()[item], value)) == 1 for item, value in values)
    assert {sheet.pass_mark for sheet in sample().scheme["yunling-pingfen"].record.sheets} == {
        None,
        12,
    }


def test_centres_meet_fall_short_and_are_unknown() -> None:
    data = sample()
    scheme = data.scheme["haixi-biaozhunhua"].record
    results = {
        finding.result
        for entry in data.centres
        for year in entry.record.years
        for finding in findings(scheme, entry.record, year)
    }
    assert results == set(Result)
    figures = {y.measures["appraisals"] for e in data.centres for y in e.record.years}
    assert figures >= {5000, 5001, 7000, 7001}
    assert {entry.record.level for entry in data.centres} == set(Level)


def test_milestones_are_reached_and_missed() -> None:
    milestones = {year: sample().round[f"zhongxin-{year}"].record.milestone for year in MET}
    kept = {year: bool(m and reached(m, MET[year], 7)) for year, m in milestones.items()}
    assert kept == {2022: True, 2023: False, 2024: False}


def test_a_length_ends_with_february() -> None:
    dues = {
        e.subject: e.due
        for subject in ("haixi-25", "haixi-26", "haixi-28")
        for e in history()[subject]
        if e.notice in {"haixi-2022-91", "haixi-2023-112"}
    }
    assert dues == {
        "haixi-25": date(2023, 2, 28),
        "haixi-26": date(2023, 2, 28),  # the scheme's own length
        "haixi-28": date(2024, 2, 29),
    }


def test_terms_end_in_every_way() -> None:
    assert phase_on("haixi-25", date(2023, 3, 1)) == (Phase.OVERDUE, Standing.RECTIFYING)
    assert phase_on("haixi-25", date(2023, 6, 12)) == (Phase.CURRENT, Standing.QUALIFIED)
    assert phase_on("haixi-26", TODAY) == (Phase.CURRENT, Standing.REVOKED)
    assert phase_on("haixi-28", TODAY) == (Phase.OVERDUE, Standing.RECTIFYING)
    assert phase_on("yunling-16", date(2023, 4, 11)) == (Phase.CURRENT, Standing.RECTIFYING)
    assert phase_on("yunling-16", TODAY) == (Phase.CURRENT, Standing.REVOKED)
    assert phase_on("qingqiu-zhongxin", date(2023, 3, 16)) == (Phase.CURRENT, Standing.QUALIFIED)


def test_acts_turn_a_history() -> None:
    assert phase_on("haixi-21", date(2024, 2, 29)) == (Phase.CURRENT, Standing.REVOKED)
    assert phase_on("haixi-21", date(2024, 3, 1)) == (Phase.LAPSED, None)
    assert phase_on("haixi-29", date(2023, 7, 16)) == (Phase.CURRENT, Standing.SUSPENDED)
    assert phase_on("haixi-29", date(2023, 7, 17))[1] is None
    assert phase_on("yunling-tanggu", TODAY) == (Phase.CURRENT, Standing.DEREGISTERED)


def test_a_withdrawal_that_is_withdrawn_lets_the_first_speak_again() -> None:
    suspended = (Phase.CURRENT, Standing.SUSPENDED)
    assert phase_on("haixi-22", date(2024, 5, 19)) == suspended
    assert phase_on("haixi-22", date(2024, 5, 20)) == (Phase.NONE, None)
    assert phase_on("haixi-22", date(2024, 7, 3)) == suspended


def test_a_replaced_notice_speaks_until_the_other() -> None:
    assert phase_on("haixi-25", date(2024, 10, 29)) == (Phase.CURRENT, Standing.COMMENDED)
    assert phase_on("haixi-25", date(2024, 10, 30)) == (Phase.CURRENT, Standing.RECTIFYING)
    then = known_on(history()["haixi-25"], date(2024, 10, 31))
    assert standing_on(spans(then), TODAY).standing is Standing.COMMENDED


def test_an_act_may_be_withheld() -> None:
    acts = [act for e in sample().notices for act in e.record.acts]
    assert not all(is_public(act, TODAY) for act in acts)
    assert "haixi-23" not in events_of(published(sample(), TODAY))


def test_files_of_stations_say_what_acts_did() -> None:
    stations = {entry.stem: entry.record for entry in sample().stations}
    for entry in sample().notices:
        for act in entry.record.acts:
            for id_ in act.stations:
                station, day = stations[id_], act.on or entry.record.decided
                if act.act is ActKind.RENAME:
                    assert (station.name, len(station.aliases)) == (act.name, 1)
                if act.act is ActKind.CHANGE_HOST:
                    new = station.hosts[-1]
                    assert (new.host, new.source, new.since) == (act.host, entry.stem, day)
                if act.licence:
                    licence = next(x for x in station.licences if x.number == act.licence)
                    assert (licence.source, licence.since) == (entry.stem, day)
                assert set(act.occupations) <= {each.name for each in station.occupations}


def test_something_is_not_handed_back() -> None:
    acts = [act for e in sample().notices for act in e.record.acts]
    back = {a.stations[0]: set[str]() for a in acts if a.act is ActKind.HAND_BACK and a.items}
    for act in acts:
        if act.act is ActKind.HAND_BACK and act.items:
            back[act.stations[0]] |= set(act.items)
    assert back == {"haixi-21": {"许可证", "印章", "标牌"}, "yunling-20": {"许可证", "印章"}}


def test_a_notice_may_name_few_and_speak_of_two_rounds() -> None:
    notice = sample().notice["yunling-2021-23"].record.rounds[0]
    assert sum(notice.totals.values()) == 241
    assert [d.unnamed for d in notice.decisions] == [222, 7, 0, 0]
    assert sum(len(d.stations) + len(d.unmatched) for d in notice.decisions) == 12
    assert len(sample().notice["yunling-2024-77"].record.rounds) == 2


def test_visits_find_what_is_fine_wrong_and_put_right() -> None:
    visits = [entry.record for entry in sample().visits]
    kinds = {f.kind for v in visits for report in v.reports for f in report.findings}
    assert kinds == set(FindingKind)
    scheme = sample().scheme["haixi-ducha"].record
    steps = [step.id for step in scheme.supervision.steps] if scheme.supervision else []
    assert [report.step for report in visits[0].reports] == steps
    assert {pledge.signed for pledge in sample().round["ducha-2023"].record.pledges} == {
        True,
        False,
    }


def test_a_key_inspection_is_for_some_only() -> None:
    data = sample()
    round_, scheme = data.round["ducha-2023"].record, data.scheme["haixi-ducha"].record
    states = {
        id_: taken(
            round_,
            scheme,
            data.station[id_].record,
            spans(history()[id_]),
            days_of(round_).get(id_, {}),
            TODAY,
        )[2].state
        for id_ in ("haixi-24", "haixi-26", "haixi-27", "haixi-28")
    }
    assert list(states.values()) == [State.DONE, State.LATE, State.MISSING, State.NOT_ASKED]
