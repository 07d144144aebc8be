"""A register of a few records, made in memory: what the tests of single views need."""

from datetime import date
from typing import Any

from register.reading.dataset import Dataset, Entry
from register.records import Centre, Notice, Round, Scheme, Site, Station, StationSheet
from register.records.centre import CentreYear
from register.records.notice import Decision, NoticeRound
from register.records.round import Milestone
from register.records.scheme import GradeMeaning, Judged
from register.records.score_sheet import Heading, Item, ScoreSheet, Way
from register.records.standard import CheckItem, Level, Measure, Share, Stair, Standard
from register.records.standing import Standing
from register.records.station_sheet import Assessor, FilledSheet, Score
from register.register import Register, build_register

TODAY = date(2026, 11, 22)
SITE = Site(format=1, title="示例", regions={"yunling": "云岭省"}, sample=True)

GOOD, BAD = "达标", "不达标"
GRADES = (
    GradeMeaning(grade=GOOD, standing=Standing.QUALIFIED),
    GradeMeaning(grade=BAD, standing=Standing.RECTIFYING),
)

STAFF = Stair(have="staff", least=5, of="appraisals", up_to=5000, each=2000, more=1)
SPACE = Stair(have="space", least=60, of="staff", up_to=5, each=1, more=10)
MEASURES = (
    Measure(id="appraisals", name="年鉴定人数", unit="人"),
    Measure(id="staff", name="工作人员", unit="名"),
    Measure(id="space", name="办公用房", unit="平方米"),
    Measure(id="fees", name="收费", unit="元"),
    Measure(id="spent", name="投入", unit="元"),
)
STANDARDS = (
    Standard(id="staffing", name="人数", stair=STAFF),
    Standard(id="office", name="面积", stair=SPACE),
    Standard(id="money", name="投入", share=Share(have="spent", of="fees", percent=30)),
    Standard(
        id="bank",
        name="试题库",
        checklist=(CheckItem(id="room", name="用房"), CheckItem(id="safe", name="保密柜")),
    ),
)
ENOUGH = {"appraisals": 7001.0, "staff": 6.0, "space": 70.0, "fees": 100.0, "spent": 30.0}


def centre_scheme() -> Scheme:
    return Scheme(
        id="biaozhun",
        name="标准化办法",
        judges=Judged.CENTRES,
        grades=GRADES,
        measures=MEASURES,
        standards=STANDARDS,
        near=(Level.COUNTY,),
    )


def centre(id_: str, level: Level = Level.CITY, **measures: float) -> Centre:
    """Return a centre with everything that is asked for in 2024, but for `measures`."""
    year = CentreYear(
        year=2024, scheme="biaozhun", measures=ENOUGH | measures, has=("room", "safe")
    )
    return Centre(id=id_, name=f"{id_}中心", region="yunling", level=level, years=(year,))


def centre_round(percent: int, by: date = date(2024, 12, 31)) -> Round:
    return Round(
        id="kaohe-2024",
        name="2024年考核",
        scheme="biaozhun",
        region="yunling",
        year=2024,
        milestone=Milestone(by=by, percent=percent),
    )


def result(good: tuple[str, ...], bad: tuple[str, ...] = (), unnamed: int = 0) -> Notice:
    """Return the notice that grades centres in the round of 2024."""
    decisions = (
        Decision(grade=GOOD, centres=dict.fromkeys(good, "某中心"), unnamed=unnamed),
        Decision(grade=BAD, centres=dict.fromkeys(bad, "某中心")),
    )
    part = NoticeRound(round="kaohe-2024", decisions=decisions)
    return Notice(id="n-1", title="通报", decided=date(2024, 9, 20), rounds=(part,))


def item(id_: str, points: int = 10, way: Way = Way.ALL_OR_NOTHING, **more: Any) -> Item:  # noqa: ANN401 - the record checks them
    return Item(id=id_, topic="中项", label=f"小项{id_}", points=points, way=way, **more)


def sheet(pass_mark: int | None = None) -> ScoreSheet:
    return ScoreSheet(
        id="biao",
        name="评估表",
        points=100,
        pass_mark=pass_mark,
        headings=(
            Heading(number=1, name="机构", points=60, items=(item("1-1", 40), item("1-2", 20))),
            Heading(number=2, name="考务", points=40, items=(item("2-1", 40),)),
        ),
    )


def sheet_scheme(pass_mark: int | None = None) -> Scheme:
    return Scheme(id="pingfen", name="评分办法", grades=GRADES, sheets=(sheet(pass_mark),))


SHEET_ROUND = Round(id="pingfen-2024", name="2024年评分", scheme="pingfen", year=2024)


def score(by: Assessor, total: int | None = None, **points: int) -> Score:
    """Return a score; i1_2 names the item 1-2."""
    named = {key.removeprefix("i").replace("_", "-"): value for key, value in points.items()}
    return Score(by=by, on=date(2024, 4, 1), points=named, total=total)


def filled(*scores: Score) -> FilledSheet:
    return FilledSheet(sheet="biao", scores=scores)


def station(id_: str) -> Station:
    return Station(id=id_, name=f"云岭省{id_}鉴定所")


def scored(stations: dict[str, FilledSheet], pass_mark: int | None = None) -> Register:
    """Return a register in which each station has one filled sheet."""
    sheets = [
        entry(
            f"rounds/{SHEET_ROUND.id}/sheets/{id_}.yml", StationSheet(station=id_, sheets=(each,))
        )
        for id_, each in stations.items()
    ]
    return register_of(
        stations=[entry(f"stations/yunling/{id_}.yml", station(id_)) for id_ in stations],
        schemes=[entry("schemes/pingfen.yml", sheet_scheme(pass_mark))],
        rounds=[entry(f"rounds/{SHEET_ROUND.id}.yml", SHEET_ROUND)],
        sheets=sheets,
    )


def judged(
    centres: tuple[Centre, ...],
    notices: tuple[Notice, ...] = (),
    percent: int = 50,
    by: date = date(2024, 12, 31),
) -> Register:
    """Return a register of centres, judged in one round."""
    round_ = centre_round(percent, by)
    return register_of(
        centres=[entry(f"centres/{each.id}.yml", each) for each in centres],
        schemes=[entry("schemes/biaozhun.yml", centre_scheme())],
        rounds=[entry(f"rounds/{round_.id}.yml", round_)],
        notices=[entry(f"notices/{each.id}.yml", each) for each in notices],
    )


def entry(path: str, record: Any) -> Entry[Any]:  # noqa: ANN401 - of any kind
    return Entry(path, b"", record)


def register_of(**kinds: list[Entry[Any]]) -> Register:
    entries = {kind: tuple(each) for kind, each in kinds.items()}
    data = Dataset(digest="0", site=entry("site.yml", SITE), **entries)  # type: ignore[arg-type]
    return build_register(data, TODAY)
