"""Creating: a new record's file, and an id that is still free."""

import re
from collections.abc import Mapping
from typing import Any

from register.editing.plan import Plan, Unfit
from register.editing.questions import record_node
from register.names.numerals import ordinal_in
from register.names.pinyin import spelled
from register.names.provinces import cities_of_number, province_of_number, provinces_in_heading
from register.reading import Dataset
from register.reading.nodes import Node
from register.reading.typed import to_record
from register.records import KINDS, OF_ROUNDS
from register.writing import text_of

_STEP = re.compile(r"<([^>]+)>")
# What stands in a file's path, and the answer that it repeats or needs.
PLACES = {"编号": "id", "鉴定所": "station", "地区": "region", "年度检查": "round"}
_NUMBER = re.compile(r"[〔\[【(（]([0-9]{4})[〕\]】)）]第?([0-9]+)号")
_COUNTED = re.compile(r"(.+)-0*([1-9][0-9]*)")


def places(kind: str) -> list[str]:
    """Return the answers that the path of a kind of file is made of, in order."""
    return [PLACES[name] for name in _STEP.findall(KINDS[kind].where)]


def path_of(kind: str, answers: Mapping[str, str]) -> str:
    """Return where the file of a kind stands, by the answers that `places` names."""
    return _STEP.sub(lambda found: answers[PLACES[found[1]]], KINDS[kind].where)


def created(data: Dataset, kind: str, answers: dict[str, Node], where: Mapping[str, str]) -> Plan:
    """Plan the file of a new record; raises Unfit where it is not whole, or its id is taken."""
    path = path_of(kind, where)
    record, problems = to_record(path, record_node(answers), KINDS[kind].record)
    if record is None:
        raise Unfit(*(problem.text for problem in problems))
    text, id_ = text_of(record), path.rsplit("/", 1)[-1].removesuffix(".yml")
    same = next((e for e in data.of(kind) if e.path == path), None)
    if same and same.content == text.encode():
        return Plan()
    taken = path in data.paths or (kind not in OF_ROUNDS and id_ in data.ids[kind])
    if taken:
        raise Unfit(f"编号 {id_} 已经用了；编号永不重用。请换一个，或直接改那个文件。")
    return Plan({path: text}, [f"新建{KINDS[kind].title} {id_}：{path}。"])


def proposed(data: Dataset, kind: str, key: str, answers: Mapping[str, str]) -> str:
    """Return what may stand in a field, by the answers so far; "" where nothing offers itself."""
    if key == "ordinal":
        return str(ordinal_in(answers.get("name", "")) or "")
    return (_proposed_id(data, kind, answers) or "") if key == "id" else ""


def _proposed_id(data: Dataset, kind: str, answers: Mapping[str, str]) -> str | None:
    """Return a free id for a new record, where one can be made from the answers so far."""
    region = answers.get("region") or _region_of_notice(data, answers) or _only_region(data)
    if kind == "stations" and region:
        return _next_number(data, kind, region, answers.get("ordinal"))
    stem = _stem(kind, region, answers)
    return _free(stem, data.ids.get(kind, frozenset())) if stem else None


def _stem(kind: str, region: str, answers: Mapping[str, str]) -> str:
    if kind == "notices":
        found = _NUMBER.search(answers.get("number", ""))
        return f"{region}-{found[1]}-{found[2]}" if found and region else ""
    if kind == "rounds":
        year = answers.get("year", "")
        return f"{region}-{year}" if region and year else ""
    return spelled(answers.get("name", ""))[:70].strip("-")


def _region_of_notice(data: Dataset, answers: Mapping[str, str]) -> str:
    """Return the region that number and title tell, if they tell one of ours alone."""
    number, heading = answers.get("number", ""), answers.get("title", "")
    told = provinces_in_heading(heading)
    if not cities_of_number(number) and (province := province_of_number(number)):
        told.add(province)
    regions = data.site.record.regions if data.site else {}
    found = [id_ for id_, name in regions.items() if told == {name}]
    return found[0] if found else ""


def _only_region(data: Dataset) -> str:
    regions = list(data.site.record.regions) if data.site else []
    return regions[0] if len(regions) == 1 else ""


def _next_number(data: Dataset, kind: str, region: str, ordinal: str | None) -> str:
    """Return the station's own number, or the next, as wide as the region's others."""
    counted = [m for id_ in data.ids[kind] if (m := _COUNTED.fullmatch(id_)) and m[1] == region]
    numbers = {int(m[2]) for m in counted}
    width = max((len(m[0]) - len(m[1]) - 1 for m in counted), default=2)
    own = int(ordinal) if ordinal and ordinal.isdecimal() else 0
    number = own if own and own not in numbers else max(numbers, default=0) + 1
    return f"{region}-{number:0{width}}"


def _free(stem: str, taken: frozenset[str]) -> str:
    """Return `stem`, or the first of its numbered kin that is free."""
    number, id_ = 1, stem
    while id_ in taken:
        number += 1
        id_ = f"{stem}-{number}"
    return id_


def text_answers(answers: Mapping[str, Any]) -> dict[str, str]:
    """Return the answers that are one value, as text."""
    return {key: node.text for key, node in answers.items() if hasattr(node, "text")}
