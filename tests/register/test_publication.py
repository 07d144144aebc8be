"""The publication filter: what may no longer be shown is not in the register at all."""

import dataclasses
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from register.history import standing_on
from register.reading import Dataset, read
from register.records.fields import Correction, Sic
from register.records.notice import Act, ActKind, Mention, Publication
from register.register import build_register
from register.views.wording import status

SAMPLE = Path(__file__).parents[1] / "sample_register"
NOTICE, STATION = "yunling-2024-9", "yunling-05"
LAST_DAY = date(2029, 3, 15)


@pytest.fixture(scope="module")
def data() -> Dataset:
    found, problems = read(SAMPLE)
    assert problems == []
    return found


def held(data: Dataset, today: date) -> bool:
    """Whether the register of `today` knows the decision, by any road."""
    register = build_register(data, today)
    events = [event.notice for event in register.stations[STATION].events]
    listed = [
        station
        for part in register.notices[NOTICE].rounds
        for decision in part.decisions
        for station in decision.stations
    ]
    assert (NOTICE in events) == (STATION in listed)
    return NOTICE in events


def test_an_item_leaves_after_its_last_day(data: Dataset) -> None:
    assert held(data, LAST_DAY)
    assert not held(data, LAST_DAY + timedelta(days=1))


def test_what_is_left_does_not_name_the_grounds(data: Dataset) -> None:
    register = build_register(data, LAST_DAY + timedelta(days=1))
    (emptied,) = [
        d for part in register.notices[NOTICE].rounds for d in part.decisions if d.publication
    ]
    assert (emptied.grounds, emptied.hand_back, emptied.stations) == (None, None, {})


def test_what_followed_on_it_leaves_too(data: Dataset) -> None:
    returned = Act(act=ActKind.HAND_BACK, stations=(STATION, "yunling-04"), follows=NOTICE)
    later = data.notice["haixi-2024-52"]
    changed = dataclasses.replace(later, record=replace(later.record, acts=(returned,)))
    notices = tuple(changed if entry is later else entry for entry in data.notices)
    register = build_register(
        dataclasses.replace(data, notices=notices), LAST_DAY + timedelta(days=1)
    )
    (act,) = register.notices["haixi-2024-52"].acts
    assert act.stations == ("yunling-04",)
    assert "haixi-2024-52" not in [event.notice for event in register.stations[STATION].events]


def test_an_act_may_be_withheld_too(data: Dataset) -> None:
    before = data.notice["yunling-2020-15"]
    basis = Publication(basis="某办法第十条", withdrawn=date(2020, 9, 1))
    halted = Act(
        act=ActKind.SUSPEND, stations=("yunling-06",), on=date(2020, 8, 1), publication=basis
    )
    resumed = Act(act=ActKind.RESUME, stations=("yunling-06",), on=date(2020, 10, 1))
    changed = dataclasses.replace(before, record=replace(before.record, acts=(halted, resumed)))
    notices = tuple(changed if entry is before else entry for entry in data.notices)
    register = build_register(dataclasses.replace(data, notices=notices), LAST_DAY)
    station = register.stations["yunling-06"]
    assert not {ActKind.SUSPEND, ActKind.RESUME} & {event.act for event in station.events}
    assert station.withheld == (date(2020, 8, 1), date(2020, 10, 1))
    assert standing_on(station.spans, date(2020, 9, 1)).withheld


def test_a_withheld_newest_item_is_not_called_absent(data: Dataset) -> None:
    register = build_register(data, LAST_DAY + timedelta(days=1))
    assert status(register.now(register.stations[STATION])).endswith("，此后没有可公开的结论")


def with_acts(data: Dataset, id_: str, *acts: Act) -> Dataset:
    """The data with `acts` in the notice `id_`."""
    before = data.notice[id_]
    changed = dataclasses.replace(before, record=replace(before.record, acts=acts))
    notices = tuple(changed if entry is before else entry for entry in data.notices)
    return dataclasses.replace(data, notices=notices)


def test_a_public_act_that_speaks_of_something_else_stays(data: Dataset) -> None:
    basis = Publication(basis="某办法第十条", withdrawn=date(2020, 9, 1))
    own: dict[str, tuple[str, ...]] = {"stations": ("yunling-06",)}
    old = Act(act=ActKind.SUSPEND, on=date(2020, 8, 1), publication=basis, **own)  # type: ignore[arg-type]
    new = Act(act=ActKind.SUSPEND, on=date(2022, 4, 1), **own)  # type: ignore[arg-type]
    back = Act(act=ActKind.RESUME, on=date(2022, 5, 1), **own)  # type: ignore[arg-type]
    changed = with_acts(data, "yunling-2020-15", old, new, back)
    station = build_register(changed, date(2022, 6, 1)).stations["yunling-06"]
    said = [(e.act, e.day) for e in station.events if e.act and e.notice == "yunling-2020-15"]
    assert said == [(ActKind.SUSPEND, new.on), (ActKind.RESUME, back.on)]


def test_the_notice_s_own_texts_do_not_name_what_is_withheld(data: Dataset) -> None:
    before = data.notice[NOTICE]
    name = data.station[STATION].record.name
    told = replace(
        before.record,
        corrections=(
            Correction(on=date(2024, 5, 1), was="合格", now=f"{name}撤销", because="录错"),
        ),
        mentions=(Mention(subject="弄虚作假", stations=(STATION, "yunling-01")),),
        sic=(Sic(at="附件标题", printed=name, because="错字"),),
    )
    changed = dataclasses.replace(before, record=told)
    notices = tuple(changed if entry is before else entry for entry in data.notices)
    register = build_register(
        dataclasses.replace(data, notices=notices), LAST_DAY + timedelta(days=1)
    )
    notice = register.notices[NOTICE]
    assert (notice.corrections, notice.sic) == ((), ())
    assert [mention.stations for mention in notice.mentions] == [("yunling-01",)]


def test_a_withdrawal_that_is_withdrawn_does_not_count(data: Dataset) -> None:
    register = build_register(data, LAST_DAY)
    assert "haixi-2024-20" not in register.ended
    assert "haixi-2024-27" in register.ended
