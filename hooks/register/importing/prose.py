"""Prose: what sentences say of named stations, of totals, and of terms.

A sentence places a station only where the words between name and grade leave no doubt; what is
conditional, proposed, past or about acceptance is pointed out, and decides nothing.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from register.importing.ordinals import spelt_out
from register.importing.outcomes import Outcome, Outcomes
from register.importing.station_names import END, NAME, Named, names_in, speaks_of_stations
from register.names.numerals import DIGITS, to_int

_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_JOINED = re.compile(rf"(?<=[所站)）])[;；](?={NAME}(?:[;；。]|$))")  # A所；B所；C所。
_COUNT = re.compile(
    rf"(?<![第{DIGITS}.])([{DIGITS}]{{1,6}})[ ]*(?:多)?(?:个|家|所|户)(?![ ]*(?:月"
    rf"|工作日|百分|市(?![属直])|州|县|区|工种|职业(?!技能)|人|小组|组|"
    rf"方面|阶段|国家(?!职业)|星期|年(?!检|度)|季|项|批|岗位|科目|专业|"
    rf"地区|部门|系统|行业|班|省(?![属直])|中心|环节|重点|学时|城市))"
)
_PREDICATE = re.compile(
    r"被|予以|给予|为|评定|确定|认定|均|要求|责令|结果|结论|年检|检查|"
    r"评估|机构|单位|年度|所|站|[家个]|等|资格|[)）]|的$|对|经|[:：,，]$"
)
_DOUBTFUL = re.compile(
    r"未发现|没有发现|不存在|如(?!下|皋)|若|凡|建议|督促|争取|曾|去年|上年|此前|验收|仍|逾期|"
    r"到期|复查|复核|申请|争创|可能|除|外|撤回|恢复|重新|整改后|原因|解除"
)
_AGAIN = re.compile(r"^[ ]*(?:以上|上述|该|这)")

_NEAR = 8  # characters between an outcome and what it governs: 撤销了以下12个


class SaidOf(NamedTuple):
    """What a sentence says of a station: `grade` None where it says nothing certain."""

    name: str
    grade: str | None
    doubt: str


class SaidTotal(NamedTuple):
    """A number of stations with an outcome, as a sentence counts them."""

    word: str
    grade: str | None
    number: int


class Said(NamedTuple):
    """All that a paragraph says of stations."""

    stations: tuple[SaidOf, ...]
    totals: tuple[SaidTotal, ...]


class _Token(NamedTuple):
    start: int
    end: int
    what: Named | int | Outcome


def said_in(text: str, outcomes: Outcomes) -> Said:
    """Read every sentence of `text`."""
    stations: list[SaidOf] = []
    totals: list[SaidTotal] = []
    if speaks_of_stations(text) or _COUNT.search(text):
        for sentence in _SENTENCE.findall(_JOINED.sub("、", spelt_out(text))):
            _read(sentence, outcomes, stations, totals)
    return Said(tuple(stations), tuple(totals))


def _tokens(sentence: str, outcomes: Outcomes) -> list[_Token]:
    names = [_Token(n.start, n.end, n) for n in names_in(sentence)]
    counts = [_Token(m.start(), m.end(), to_int(m[1]) or 0) for m in _COUNT.finditer(sentence)]
    found = outcomes.find(sentence)
    words = [_Token(o.start, o.end, o) for o in found if not _describes(sentence, o, found)]
    free = [t for t in (*counts, *words) if not any(n.start <= t.start < n.end for n in names)]
    return sorted([*names, *free], key=lambda t: t.start)


def _describes(sentence: str, one: Outcome, every: list[Outcome]) -> bool:
    """Whether a word only describes stations on which a later one in its clause decides."""
    later = next((o for o in every if o.start > one.end), None)
    if not later or not re.match(
        r"(?:的)?(?:国家|省属|职业|技能|鉴定|机构|所|站|单位)", sentence[one.end :]
    ):
        return False
    between = sentence[one.end : later.start]
    return (
        bool(re.search(r"(?:被|予以|给予|应予)[^,，]{0,6}$", between))
        and "," not in between
        and "，" not in between
    )


def _read(
    sentence: str, outcomes: Outcomes, stations: list[SaidOf], totals: list[SaidTotal]
) -> None:
    """Walk through a sentence: names wait for their outcome, or follow close upon it."""
    waiting: list[Named] = []
    led: list[Named] = []
    lead: Outcome | None = None
    reach = 0
    tokens = _tokens(sentence, outcomes)
    for token in tokens:
        what = token.what
        if isinstance(what, Named):
            if lead and token.start - reach <= _NEAR:
                led.append(what)
                reach = token.end
            else:
                stations += _led(sentence, led, lead)
                waiting, lead, led = [*waiting, what], None, []
        elif isinstance(what, Outcome):
            stations += [*_led(sentence, led, lead), *_decided(sentence, waiting, what)]
            lead = None if waiting else what
            waiting, led, reach = [], [], what.end
    stations += _led(sentence, led, lead)
    stations += [SaidOf(named.name, None, "") for named in waiting]
    if not _AGAIN.match(sentence):
        totals += _totals(sentence, tokens)


def _led(sentence: str, led: list[Named], lead: Outcome | None) -> Iterator[SaidOf]:
    """Say what the word before some names says of them; behind them may stand what it is about."""
    if not led or not lead:
        return
    of_part = _PART_OF.match(sentence[led[-1].end :])
    for named in led:
        said = _of(named.name, lead, sentence[: lead.start])
        yield SaidOf(named.name, None, f"{lead.word}…{of_part[1]}") if of_part else said


def _totals(sentence: str, tokens: list[_Token]) -> Iterator[SaidTotal]:
    """Pair counts and outcomes within their clause; 等5个所，因…，被评为… waits for its outcome."""
    open_count: int | None = None
    lone = False
    for start, end in _clauses(sentence):
        own = [t.what for t in tokens if start <= t.start < end and not isinstance(t.what, Named)]
        counts = [w for w in own if isinstance(w, int)]
        found = [w for w in own if isinstance(w, Outcome)]
        if _PART.search(sentence[start:end]):
            continue
        if counts and len(counts) == len(found) and _alternate(own) and not lone:
            yield from (SaidTotal(o.word, o.grade, c) for o, c in zip(found, counts, strict=True))
            open_count = None
        elif counts:
            open_count = counts[-1] if not found and "等" in sentence[start:end] else None
        elif found and open_count is not None:
            yield SaidTotal(found[0].word, found[0].grade, open_count)
            open_count = None
        lone = bool(found and not counts and sentence[end : end + 1] == "、")


_PART = re.compile(
    r"(?!全|我|本|各)[\u4e00-\u9fff]{2,4}(?:市|州|县|区)(?![属直级])[^，,]{0,6}[0-9]"
)


def _clauses(sentence: str) -> Iterator[tuple[int, int]]:
    start = 0
    for comma in re.finditer("[，,、:：]|$", sentence):
        yield start, comma.start()
        start = comma.end()


def _alternate(own: list[int | Outcome]) -> bool:
    kinds = [isinstance(w, int) for w in own]
    return all(a != b for a, b in pairwise(kinds))


def _decided(sentence: str, waiting: list[Named], outcome: Outcome) -> Iterator[SaidOf]:
    if not waiting:
        return
    gap = sentence[waiting[-1].end : outcome.start]
    sure = not gap or _PREDICATE.search(gap[-10:])
    tail = sentence[outcome.end :]
    if _OF_ITS.match(tail) or _MORE.match(tail):
        yield from (SaidOf(named.name, None, f"{outcome.word}{tail[:6]}") for named in waiting)
        return
    for named in waiting:
        said = _of(named.name, outcome, sentence[: outcome.start])
        yield said if sure else SaidOf(named.name, None, f"…{outcome.word}")


_OF_ITS = re.compile(r"^[^，,、]{0,4}(?:其|工种|业务|考评|人员|证书|职务|申请|意见|建议|餐|部分)")
_PART_OF = re.compile(
    r"(?!(?:的)?(?:职业)?(?:技能)?(?:鉴定)?(?:业务)?资格)(?:的)?[^，,]{0,20}?"
    r"(工种|职业(?!技能)|项目|考评|人员|证书|职务|申请|等级|专业(?!技能))"
)
_MORE = re.compile(r"[，,]?(?:并|同时|还|另)")


def _of(name: str, outcome: Outcome, before: str) -> SaidOf:
    if doubt := _DOUBTFUL.search(before):
        return SaidOf(name, None, f"{doubt[0]}…{outcome.word}")
    return SaidOf(name, outcome.grade, "" if outcome.grade else outcome.word)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text."""
    yield from (s.strip() for s in _SENTENCE.findall(text) if s.strip())


def last_words(text: str) -> str:
    """Return the end of a paragraph that leads over to a list: 现将名单公布如下：."""
    plain = text.rstrip()
    return re.split(r"[。；;！!？?]", plain)[-1].strip() if plain.endswith((":", "：")) else ""


def has_station_end(text: str) -> bool:
    """Whether something in `text` ends like a station's name."""
    return bool(re.search(END, text))


__all__ = ["Said", "SaidOf", "SaidTotal", "has_station_end", "last_words", "said_in", "sentences"]
