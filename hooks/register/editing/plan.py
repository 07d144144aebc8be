"""A plan: the new texts of files, and what they mean in plain words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from register.names.similar import near
from register.problem import Problem, errors, in_order
from register.reading import Dataset, Entry, read
from register.records import Notice, Station
from register.records.notice import ACT_TITLES, Act, ActKind
from register.rules import judge
from register.writing import rewritten


class Unfit(ValueError):  # noqa: N818 - the data do not fit the wish; that is an answer
    """What is wanted cannot be done; each text says why and what to do, in Chinese."""

    def __init__(self, *texts: str) -> None:
        super().__init__(*texts)
        self.texts = texts


@dataclass
class Plan:
    """`texts`: the new text of each file by its path below the data folder; `said`: sentences."""

    texts: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    @property
    def edits(self) -> Mapping[str, bytes]:
        """The files as bytes, for the reader."""
        return {path: text.encode() for path, text in self.texts.items()}


def new_errors(folder: Path, plan: Plan, today: date) -> list[Problem]:
    """Return the errors that the data would have with the plan, and do not have without it."""
    before = {_said(problem) for problem in _errors(folder, {}, today)}
    after = _errors(folder, plan.edits, today)
    return [problem for problem in after if _said(problem) not in before]


def _errors(folder: Path, edits: Mapping[str, bytes], today: date) -> list[Problem]:
    data, problems = read(folder, edits)
    return errors(in_order([*problems, *judge(data, today)]))


def _said(problem: Problem) -> tuple[str, str, str]:
    """Name an error whatever line it has moved to."""
    return problem.place.path, problem.rule, problem.text


def the_notice(data: Dataset, id_: str) -> Entry[Notice]:
    """Return the notice of that id; raises Unfit where there is none."""
    if entry := data.notice.get(id_):
        return entry
    raise Unfit(
        f"没有文件 {id_}；{near(id_, data.notice)}。请改正编号，或先用 ./scripts/new notice 新建。"
    )


def the_stations(data: Dataset, ids: Iterable[str]) -> list[Entry[Station]]:
    """Return the stations of those ids; raises Unfit that names all that are missing."""
    wanted = list(dict.fromkeys(ids))
    missing = [id_ for id_ in wanted if id_ not in data.station]
    if missing:
        raise Unfit(
            *(f"没有鉴定所 {id_}；{near(id_, data.station)}。请改正编号。" for id_ in missing)
        )
    return [data.station[id_] for id_ in wanted]


def the_subjects(data: Dataset, ids: Iterable[str]) -> list[str]:
    """Return the ids of stations and centres, each once; raises Unfit for those that are none."""
    wanted = list(dict.fromkeys(ids))
    known = {**data.station, **data.centre}
    missing = [id_ for id_ in wanted if id_ not in known]
    if missing:
        raise Unfit(
            *(f"没有鉴定所或中心 {id_}；{near(id_, known)}。请改正编号。" for id_ in missing)
        )
    return wanted


def split(data: Dataset, ids: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which of the ids are stations, and which are centres."""
    every = tuple(ids)
    return (
        tuple(id_ for id_ in every if id_ in data.station),
        tuple(id_ for id_ in every if id_ not in data.station),
    )


def said_otherwise(notice: str, id_: str, act: ActKind) -> str:
    """Say that the notice has an act on the station that cannot stand beside the one wanted."""
    return (
        f"文件 {notice} 已经写了 {id_}“{ACT_TITLES[act]}”。"
        "请对照文件；原来写错的，先改正文件里的那一条。"
    )


def with_acts(entry: Entry[Notice], acts: Sequence[Act]) -> str:
    """Return the notice's file with more acts at their end."""
    grown = msgspec.structs.replace(entry.record, acts=(*entry.record.acts, *acts))
    return rewritten(entry.content.decode(), grown)


def its_day(entry: Entry[Notice], on: date | None) -> date | None:
    """Return the day to write in an act: none where it is the document's own."""
    return None if on == entry.record.decided else on
