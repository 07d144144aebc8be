"""Events: for any documents on file, what they did to a station and when the register knew it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from register.history import Event, events_of, known_on, spans, standing_on
from register.reading import Dataset, Entry
from register.records import Notice, Round, Scheme
from register.records.notice import Act, ActKind, AmendKind, Amends, Decision, NoticeRound, Rectify
from register.records.scheme import GradeMeaning, RectifyTerm, StartsOn, Term
from register.records.standing import Standing

GRADES = {"优": Standing.COMMENDED, "合": Standing.QUALIFIED, "改": Standing.RECTIFYING,
          "停": Standing.SUSPENDED, "撤": Standing.REVOKED}  # fmt: skip
STATIONS = ("a-1", "a-2")
FIRST = date(2011, 1, 1)


def scheme(**more: object) -> Scheme:
    grades = tuple(GradeMeaning(grade=g, standing=s) for g, s in GRADES.items())
    return Scheme(id="s", name="办法", grades=grades, **more)  # type: ignore[arg-type]


def dataset(notices: list[Notice], of: Scheme | None = None) -> Dataset:
    years = range(2009, 2016)
    rounds = [Round(id=f"r-{y}", name=f"{y}年度", scheme="s", region="a", year=y) for y in years]
    return Dataset(
        digest="",
        site=None,
        schemes=(Entry("schemes/s.yml", b"", of or scheme()),),
        rounds=tuple(Entry(f"rounds/{r.id}.yml", b"", r) for r in rounds),
        notices=tuple(Entry(f"notices/{n.id}.yml", b"", n) for n in notices),
    )


def notice(id_: str, day: date, **more: object) -> Notice:
    return Notice(id=id_, title="通报", decided=day, **more)  # type: ignore[arg-type]


def graded(id_: str, day: date, grade: str, year: int, **more: object) -> Notice:
    decision = Decision(grade=grade, stations={"a-1": "某所"}, **more)  # type: ignore[arg-type]
    return notice(id_, day, rounds=(NoticeRound(round=f"r-{year}", decisions=(decision,)),))


def acted(id_: str, day: date, act: ActKind, **more: object) -> Notice:
    return notice(id_, day, acts=(Act(act=act, stations=("a-1",), **more),))  # type: ignore[arg-type]


@st.composite
def documents(draw: st.DrawFn) -> list[Notice]:
    """Up to eight documents, the later ones acting on and amending the earlier."""
    found: list[Notice] = []
    day = FIRST
    for i in range(draw(st.integers(1, 8))):
        day += timedelta(days=draw(st.integers(0, 200)))
        earlier = [n.id for n in found]
        amends = draw(st.lists(st.sampled_from(earlier), max_size=1)) if earlier else []
        found.append(
            notice(
                f"n-{i}",
                day,
                recorded=day + timedelta(days=draw(st.integers(0, 120))),
                rounds=draw(st.lists(parts(day), max_size=1).map(tuple)),
                acts=draw(st.lists(acts(day, earlier), max_size=2).map(tuple)),
                amends=tuple(
                    Amends(notice=n, how=draw(st.sampled_from(AmendKind))) for n in amends
                ),
            )
        )
    return found


def parts(day: date) -> st.SearchStrategy[NoticeRound]:
    decisions = st.builds(
        lambda grade, stations: Decision(grade=grade, stations=dict.fromkeys(stations, "某所")),
        st.sampled_from(sorted(GRADES)),
        st.lists(st.sampled_from(STATIONS), min_size=1, unique=True),
    )
    year = max(2009, day.year - 1)
    return decisions.map(lambda d: NoticeRound(round=f"r-{year}", decisions=(d,)))


def acts(day: date, earlier: list[str]) -> st.SearchStrategy[Act]:
    follows = st.none() | st.sampled_from(earlier) if earlier else st.none()
    return st.builds(
        lambda kind, station, follows, late: Act(
            act=kind, stations=(station,), follows=follows, on=day + timedelta(days=late)
        ),
        st.sampled_from(ActKind),
        st.sampled_from(STATIONS),
        follows,
        st.integers(-30, 30),
    )


@given(documents(), st.integers(0, 2500))
def test_no_day_has_a_standing_that_no_document_on_file_gives(
    notices: list[Notice], after: int
) -> None:
    day = FIRST + timedelta(days=after)
    for station, events in events_of(dataset(notices)).items():
        span = standing_on(spans(events), day)
        if (event := span.event) is None:
            continue
        source = next(n for n in notices if n.id == event.notice)
        where = event.steps
        if event.act:
            act = source.acts[int(where[1])]
            assert (act.act, station in act.stations) == (event.act, True)
        else:
            decision = source.rounds[int(where[1])].decisions[int(where[3])]
            assert GRADES[decision.grade] is span.standing
            assert station in decision.stations


@given(documents(), documents(), st.integers(0, 2500))
def test_later_recording_never_changes_what_was_known(
    notices: list[Notice], more: list[Notice], after: int
) -> None:
    day = FIRST + timedelta(days=after)
    known = [n for n in notices if n.known_from <= day]
    every = [*notices, *(again(n, day) for n in more)]
    before, now = events_of(dataset(known)), events_of(dataset(every))
    for station in STATIONS:
        assert spans(known_on(now.get(station, ()), day)) == spans(
            known_on(before.get(station, ()), day)
        )


def again(record: Notice, day: date) -> Notice:
    """The same document under another id, recorded after `day`."""
    return replace(record, id=f"later-{record.id}", recorded=day + timedelta(days=1))


@given(documents())
def test_events_are_in_the_order_of_their_days(notices: list[Notice]) -> None:
    for events in events_of(dataset(notices)).values():
        days = [event.day for event in events]
        assert days == sorted(days)


def events(*notices: Notice, of: Scheme | None = None) -> tuple[Event, ...]:
    return events_of(dataset(list(notices), of))["a-1"]


TOLD = graded("n-1", date(2011, 3, 3), "改", 2010)


def test_an_acceptance_speaks_for_the_round_that_asked_to_rectify() -> None:
    accepted = acted("n-2", date(2011, 8, 1), ActKind.ACCEPT, follows="n-1")
    *_, event = events(TOLD, accepted)
    assert (event.standing, event.year, event.round) == (Standing.QUALIFIED, 2010, "r-2010")
    assert event.holds_to == date(2012, 7, 31)


def test_two_acts_of_one_document_are_in_the_order_of_its_paper() -> None:
    kinds = (ActKind.ACCEPT, ActKind.SUSPEND)
    both = tuple(Act(act=kind, stations=("a-1",)) for kind in kinds)
    *_, first, last = events(TOLD, notice("n-2", date(2011, 8, 1), acts=both))
    assert (first.act, last.act) == kinds


def test_a_failure_goes_before_the_new_term_that_the_same_document_sets() -> None:
    again = graded("n-2", date(2011, 8, 1), "改", 2011, rectify=Rectify(due=date(2011, 12, 31)))
    failed = replace(again, acts=(Act(act=ActKind.FAIL, stations=("a-1",)),))
    told, fail, new = events(TOLD, failed)
    assert (fail.act, fail.round) == (ActKind.FAIL, told.round)
    assert (new.act, new.due) == (None, date(2011, 12, 31))


def test_an_acceptance_holds_as_long_as_the_scheme_says() -> None:
    accepted = acted("n-2", date(2011, 8, 1), ActKind.ACCEPT)
    *_, event = events(TOLD, accepted, of=scheme(holds_for=Term(years=2)))
    assert event.holds_to == date(2013, 7, 31)


def test_an_acceptance_of_the_same_day_comes_after_what_it_accepts() -> None:
    accepted = acted("a-0", date(2011, 3, 3), ActKind.ACCEPT, follows="n-1")
    *_, last = events(TOLD, accepted)
    assert last.act is ActKind.ACCEPT


def test_a_term_of_three_months_is_counted_from_the_day_that_the_scheme_names() -> None:
    told = graded("n-1", date(2007, 11, 30), "改", 2010)
    decided = RectifyTerm(length="P3M", starts=StartsOn.DECIDED)
    (event,) = events(told, of=scheme(rectify=decided))
    assert event.due == date(2008, 2, 29)


def test_a_term_in_the_document_goes_before_the_scheme_s() -> None:
    told = graded("n-1", date(2007, 11, 30), "改", 2010, rectify=Rectify(term="P10D"))
    (event,) = events(told, of=scheme(rectify=RectifyTerm(length="P3M", starts=StartsOn.DECIDED)))
    assert event.due == date(2007, 12, 10)


def test_a_day_in_the_document_goes_before_any_length() -> None:
    told = graded("n-1", date(2007, 11, 30), "改", 2010, rectify=Rectify(due=date(2008, 1, 15)))
    (event,) = events(told, of=scheme(rectify=RectifyTerm(length="P3M", starts=StartsOn.DECIDED)))
    assert event.due == date(2008, 1, 15)


def test_without_a_day_of_publication_a_term_begins_when_the_document_was_made() -> None:
    term = RectifyTerm(length="P1M", starts=StartsOn.PUBLISHED)
    (event,) = events(TOLD, of=scheme(rectify=term))
    assert event.due == date(2011, 4, 3)


def test_two_documents_of_one_day_that_end_each_other_do_not_hang_the_register() -> None:
    day = date(2011, 3, 3)
    one = notice("n-1", day, amends=(Amends(notice="n-2", how=AmendKind.WITHDRAWS),))
    two = notice("n-2", day, amends=(Amends(notice="n-1", how=AmendKind.WITHDRAWS),))
    assert events_of(dataset([one, two])) == {}


def test_a_centre_has_events_as_a_station_has() -> None:
    decision = Decision(grade="合", centres={"c-1": "某中心"})
    said = notice("n-1", FIRST, rounds=(NoticeRound(round="r-2010", decisions=(decision,)),))
    (event,) = events_of(dataset([said]))["c-1"]
    assert event.steps == ("rounds", 0, "decisions", 0, "centres", "c-1")
