"""Choices: what the person who imports decided, and what paper and data decide by themselves."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from register.importing.cleaning import Piece
from register.importing.facts import Facts, facts_of
from register.names.provinces import (
    cities_of_number,
    province_of_number,
    provinces_in_heading,
    short_name,
)
from register.reading import Dataset


@dataclass(frozen=True)
class Choices:
    """The flags of the command; an empty one leaves the choice to paper and data."""

    id: str = ""
    region: str = ""
    scheme: str = ""
    round: str = ""
    title: str = ""
    number: str = ""
    decided: date | None = None
    published: date | None = None
    grade: str = ""
    """The grade of every station for which the paper names none."""
    words: Mapping[str, str] = field(default_factory=dict)
    """A word of the paper → the grade that it means."""
    totals: Mapping[str, int] = field(default_factory=dict)
    """A grade → the total that the paper states."""
    stations: Mapping[str, str] = field(default_factory=dict)
    """A name in the paper → the station's id, or "new"."""


@dataclass
class Frame:
    """Where the import belongs; what is missing is empty, and `findings` says how to decide it."""

    region: str = ""
    region_name: str = ""
    scheme: str = ""
    round: str = ""
    year: int | None = None
    notice: str = ""
    findings: list[str] = field(default_factory=list)


def region_of(data: Dataset, choices: Choices, pieces: Sequence[Piece]) -> tuple[str, str, str]:
    """Return the region's id and name, and "" or what is to be decided."""
    regions = data.site.record.regions if data.site else {}
    options = (
        "、".join(f"{id_}（{name}）" for id_, name in regions.items()) or "（site.yml 里没有地区）"
    )
    if choices.region:
        if choices.region in regions:
            return choices.region, regions[choices.region], ""
        return "", "", f"没有地区 {choices.region}。可用的有 {options}。请改正 --region。"
    said, shared = _said(choices, pieces)
    if shared and not said:
        return "", "", f"{shared}，不知道是哪个地区的文件。请用 --region 写明：{options}。"
    found = {id_ for id_, name in regions.items() if name in said}
    if said and (len(said) > 1 or not found):
        return (
            "",
            "",
            f"{_unsure(said)}请{'' if found else '先登记，或'}用 --region 写明：{options}。",
        )
    found = found or _mentioned(regions, pieces)
    if len(found) == 1:
        id_ = found.pop()
        return id_, regions[id_], ""
    why = "原文提到了不止一个地区" if found else "原文没有提到已登记的地区"
    return "", "", f"{why}，不知道是哪个地区的文件。请用 --region 写明：{options}。"


def _said(choices: Choices, pieces: Sequence[Piece]) -> tuple[dict[str, list[str]], str]:
    """Return each province that number, title or issuer tell with what tells it, and a doubt."""
    facts = facts_of(pieces, ())
    number = choices.number or facts.number
    said: dict[str, list[str]] = {}
    text = "\n".join(piece.text for piece in pieces)
    province = province_of_number(number)
    shared = _shared(number, province, text)
    if province and not shared:
        said[province] = [f"文号“{number}”"]
    for what, words in (("标题", choices.title or facts.title), ("发文机关", facts.issuer)):
        for province in sorted(provinces_in_heading(words)):
            said.setdefault(province, []).append(what)
    return said, shared


def _shared(number: str, province: str, text: str) -> str:
    """Say that a city's documents bear such a number too, unless the text tells which it is."""
    cities = cities_of_number(number)
    told = short_name(province) in text and not any(city in text for city in cities)
    return f"{province}和{'、'.join(cities)}的文号都像“{number}”" if cities and not told else ""


def _unsure(said: Mapping[str, Sequence[str]]) -> str:
    parts = "，".join(f"{'、'.join(whats)}是{province}的" for province, whats in said.items())
    why = "site.yml 里没有这个地区" if len(said) == 1 else "不知道是哪个地区的文件"
    return f"{parts}，{why}。"


def _mentioned(regions: Mapping[str, str], pieces: Sequence[Piece]) -> set[str]:
    """Return the regions that the text names; of several, those whose name begins a station's."""
    text = "\n".join(piece.text for piece in pieces)
    found = {id_ for id_, name in regions.items() if name in text}
    found = found or {id_ for id_, name in regions.items() if short_name(name) in text}
    if len(found) < 2:  # noqa: PLR2004 - one, or none
        return found
    leads = r"(?:^|[、\t\d. ]){}[^\n、]{{0,30}}?鉴定[所站]"
    return {i for i in found if re.search(leads.format(regions[i]), text, re.MULTILINE)} or found


def scheme_of(data: Dataset, choices: Choices, region: str) -> tuple[str, str]:
    """Return the scheme's id, and "" or what is to be decided."""
    options = "、".join(sorted(data.scheme)) or "（还没有评估办法）"
    if choices.scheme:
        known = choices.scheme in data.scheme
        return (
            (choices.scheme, "")
            if known
            else ("", f"没有评估办法 {choices.scheme}。可用的有 {options}。请改正 --scheme。")
        )
    if choices.round in data.round:
        return data.round[choices.round].record.scheme, ""
    own = [e.stem for e in data.schemes if region and e.record.region == region]
    if len(own) == 1:
        return own[0], ""
    why = "这个地区有几套评估办法" if own else "这个地区还没有自己的评估办法"
    return (
        "",
        (
            f"{why}，不知道按哪一套的等次读。请用 --scheme 写明，可用的有 {options}"
            f"；没有合适的，先新建办法。"
        ),
    )


def round_of(data: Dataset, choices: Choices, frame: Frame, facts: Facts) -> None:
    """Choose the round, which need not exist yet."""
    known = data.round.get(choices.round)
    if known:
        frame.round, frame.year = choices.round, known.record.year
        return
    frame.year = facts.year
    if choices.round:
        found = re.search(r"(?:19|20)\d{2}", choices.round)
        frame.round, frame.year = choices.round, int(found[0]) if found else facts.year
    elif frame.region and facts.year:
        frame.round = f"{frame.region}-{facts.year}"
    if not frame.round or not frame.year:
        frame.findings.append(
            "原文没有写明是哪个年度的检查。请用 --round 写明，例如 --round "
            f"{frame.region or '地区'}-2010。"
        )
    elif (
        (other := data.round.get(frame.round))
        and frame.scheme
        and other.record.scheme != frame.scheme
    ):
        frame.findings.append(
            f"年度检查 {frame.round} 用的办法是 {other.record.scheme}，不是 "
            f"{frame.scheme}。请用 --round 或 --scheme 改正。"
        )


def notice_of(choices: Choices, frame: Frame, facts: Facts) -> None:
    """Choose the notice's id: the region, and year and number of the document."""
    found = re.search(r"〔(\d{4})〕(\d+)号$", choices.number or facts.number)
    if choices.id:
        frame.notice = choices.id
    elif found and frame.region:
        frame.notice = f"{frame.region}-{found[1]}-{found[2]}"
    else:
        frame.findings.append(
            "原文没有文号，不能给文件定编号。请用 --id 写明，例如 --id "
            f"{frame.region or '地区'}-2011-67。"
        )


__all__ = ["Choices", "Frame", "notice_of", "region_of", "round_of", "scheme_of"]
