"""Nastier kinds: two errors at once, accents with errors, words run together, names cut short."""

from collections.abc import Iterable
from functools import cache

from rapidfuzz.distance import OSA
from tests.search_bench import slips
from tests.search_bench.drawing import Draw, Query, Rule, places_of, segments
from tests.search_bench.facts import Facts, spelt
from tests.search_bench.kinds import host_part, ordinal_of_place

from register.names.numerals import to_chinese

Drawn = tuple[str, Iterable[str]] | None


def two_slips(draw: Draw) -> Drawn:
    """Two slips in a name of seven to ten characters."""
    host = text = draw.host(7, 10)
    for slip in draw.chance.choices(slips.SLIPS, k=2):
        text = slip(draw.chance, text)
    if len(text) < 6 or draw.facts.near(text, 1):
        return None
    return text, draw.facts.near(text, 2) | draw.facts.whole(host)


def homophone_and_slip(draw: Draw) -> Drawn:
    """One character that only sounds right, and another slip."""
    host = draw.host(6, 14)
    heard = slips.homophone(draw.chance, host, spelt(host))
    if not heard:
        return None
    text = draw.chance.choice(slips.SLIPS)(draw.chance, heard)
    if draw.facts.near(text, 1):
        return None
    return text, draw.facts.near(text, 2) | draw.facts.whole(host)


def two_homophones(draw: Draw) -> Drawn:
    """Two characters that only sound right."""
    host = draw.host(5, 14)
    text = host
    for _ in range(2):
        text = slips.homophone(draw.chance, text, spelt(host)) or text
    if sum(a != b for a, b in zip(text, host, strict=True)) != 2 or draw.facts.near(text, 1):
        return None
    return text, draw.facts.sounding(spelt(host))


def two_accents(draw: Draw) -> Drawn:
    """Two syllables as a southern speaker says them."""
    host = draw.host(4, 12)
    typed = slips.accent(draw.chance, spelt(host))
    typed = typed and slips.accent(draw.chance, typed)
    if not typed or typed == spelt(host) or draw.facts.sounding(typed):
        return None
    return "".join(typed), draw.facts.sounding(spelt(host))


def accent_and_typo(draw: Draw) -> Drawn:
    """A southern syllable, and a wrong letter elsewhere."""
    host = draw.host(5, 12)
    typed = slips.accent(draw.chance, spelt(host))
    if not typed:
        return None
    text = slips.wrong_letter(draw.chance, "".join(typed))
    if draw.facts.near_letters(text, 1):
        return None
    near = draw.facts.near_letters("".join(spelt(host)), 0) | draw.facts.near_letters(text, 2)
    return text, near


def traditional_and_slip(draw: Draw) -> Drawn:
    """Traditional characters, one of them wrong."""
    host = draw.host(5)
    slipped = draw.chance.choice(slips.SLIPS)(draw.chance, host)
    text = slips.traditional(draw.chance, slipped)
    if slipped in {text, host} or draw.facts.holding(slipped):
        return None
    return text, draw.facts.near(slipped, 1)


def run_together(draw: Draw) -> Drawn:
    """The words of a host in another order and without spaces: 技工学校天水市, 电力学校兰州."""
    parts = segments(draw.host(6), places_of(draw.facts))
    if len(parts) < 3:
        return None
    mixed = draw.chance.choice(
        [[*parts[1:], parts[0]], [parts[-1], *parts[:-1]], [parts[0], *parts[2:], parts[1]]]
    )
    text = "".join(mixed)
    return None if draw.facts.holding(text) else (text, draw.facts.having(parts))


def run_together_with_more(draw: Draw) -> Drawn:
    """电工兰州石化, 撤销兰州铝业: what is asked of a host, without a space."""
    station = draw.station(lambda s: s.hosts and s.occupations)
    if not station:
        return None
    parts = segments(station.hosts[0], places_of(draw.facts))
    if len(parts) < 3:
        return None
    core, occupation = "".join(parts[:-1]), draw.chance.choice(station.occupations)
    text = draw.chance.choice([core + occupation, occupation + core])
    return text, draw.facts.having([core, occupation])


def noise_and_slip(draw: Draw) -> Drawn:
    """查一下兰石集圑怎么样."""
    host = draw.host(6)
    slipped = draw.chance.choice(slips.SLIPS)(draw.chance, host)
    if slipped == host or draw.facts.holding(slipped):
        return None
    before, after = draw.chance.choice(draw.spoken.before), draw.chance.choice(draw.spoken.after)
    text = draw.chance.choice([before + slipped, slipped + after, before + slipped + after])
    return text, draw.facts.near(slipped, 1)


def noise_around_words(draw: Draw) -> Drawn:
    """请问 甘肃省六所 怎么样 啊, with both ends and a part of a name."""
    drawn = draw.chance.choice([host_part, ordinal_of_place])(draw)
    if not drawn:
        return None
    before, after = (
        draw.chance.sample(draw.spoken.before, 2),
        draw.chance.sample(draw.spoken.after, 2),
    )
    return f"{before[0]}{before[1]}{drawn[0]}{after[0]}{after[1]}", drawn[1]


# Names as people shorten them, by leaving characters out in the middle.

SKIPS = (
    ("师范大学", "师大"),
    ("理工大学", "理工"),
    ("交通大学", "交大"),
    ("农业大学", "农大"),
    ("工业大学", "工大"),
    ("科技大学", "科大"),
    ("财经大学", "财大"),
    ("民族大学", "民大"),
    ("医科大学", "医大"),
    ("石油大学", "石大"),
    ("高级技工学校", "技校"),
    ("技工学校", "技校"),
    ("职业技术学院", "职院"),
    ("职业技术学院", "职业学院"),
    ("职业学院", "职院"),
    ("职业中等专业学校", "职专"),
    ("中等职业技术学校", "职校"),
    ("职业高级中学", "职高"),
    ("高等专科学校", "高专"),
    ("技师学院", "技院"),
    ("有限责任公司", "公司"),
    ("股份有限公司", "公司"),
    ("集团有限公司", "集团"),
    ("培训中心", "培训"),
)


def skips(name: str, parts: list[str]) -> set[str]:
    """Return how people shorten a name: 西北师大, 酒钢, 长庆技校, 甘肃建院."""
    found = {name[: len(name) - len(end)] + short for end, short in SKIPS if name.endswith(end)}
    if len(parts) >= 3 and len(parts[0]) > 1:
        ends = [short for end, short in SKIPS if parts[-1] == end]
        found |= {parts[0] + short for short in ends}
        found |= {parts[0][0] + parts[-2][0] + short for short in ends}
        if parts[-1].endswith("公司") or parts[-1].endswith("集团"):
            found.add(parts[0][0] + parts[-2][0] + "集团")
            found.add(parts[0][0] + parts[-2][0] + "公司")
    return {text for text in found if len(text) > 2 and text not in name}


def skipping(draw: Draw) -> Drawn:
    """西北师大, 长庆技校, 兰铝公司."""
    places = places_of(draw.facts)
    host = draw.host(6)
    able = sorted(skips(host, segments(host, places)))
    if not able:
        return None
    text = draw.chance.choice(able)
    shortened = _shortened(draw.facts)
    return text, shortened.get(text, set()) | draw.facts.holding(text)


@cache
def _shortened(facts: Facts) -> dict[str, set[str]]:
    """Return every shortened name with all the stations that it fits."""
    found: dict[str, set[str]] = {}
    places = places_of(facts)
    for text, ids in facts.texts.items():
        for short in skips(text, segments(text, places)):
            found.setdefault(short, set()).update(ids)
    return found


def letters_and_characters(draw: Draw) -> Drawn:
    """兰州lg大学, lz石化公司: initials for some of the characters."""
    host = draw.host(5, 12)
    at = draw.chance.randrange(len(host) - 2)
    to = at + draw.chance.randint(2, 3)
    short = "".join(syllable[0] for syllable in spelt(host)[at:to])
    same = [t for t in draw.facts.texts if t[:at] == host[:at] and t[to:] == host[to:]]
    fits = (
        t for t in same if "".join(s[0] for s in spelt(t)[at:to]) == short and len(t) == len(host)
    )
    return host[:at] + short + host[to:], {i for t in fits for i in draw.facts.texts[t]}


def ordinal_of_a_host(draw: Draw) -> Drawn:
    """十五所 长风, 长风的第15所: the ordinal and a word of the host."""
    station = draw.station(lambda s: s.series and s.hosts)
    if not station or not station.ordinal:
        return None
    parts = segments(station.hosts[0], places_of(draw.facts))
    word = draw.chance.choice(parts)
    said = draw.chance.choice([f"{to_chinese(station.ordinal)}所", f"第{station.ordinal}"])
    text = draw.chance.choice([f"{said} {word}", f"{word} {said}", f"{word}的{said}"])
    fits = (s.id for s in draw.facts.stations if s.ordinal == station.ordinal and s.has(word))
    return text, fits


NASTY: dict[str, Rule] = {
    "two slips": two_slips,
    "homophone and slip": homophone_and_slip,
    "two homophones": two_homophones,
    "two accents": two_accents,
    "accent and typo": accent_and_typo,
    "traditional and slip": traditional_and_slip,
    "run together": run_together,
    "run together with more": run_together_with_more,
    "noise and slip": noise_and_slip,
    "noise around words": noise_around_words,
    "skipping": skipping,
    "letters and characters": letters_and_characters,
    "ordinal of a host": ordinal_of_a_host,
}


def look_alikes(draw: Draw, number: int) -> list[Query]:
    """Ask for stations whose hosts' names are near to a revoked one's, which must be seen too."""
    facts = draw.facts
    revoked = [s for s in facts.stations if s.standing == "revoked" and s.hosts]
    draw.chance.shuffle(revoked)
    found: list[Query] = []
    for bad in revoked:
        host = bad.hosts[0]
        near = sorted(facts.near(host, 1) - facts.whole(host))
        able = [h for id_ in near for h in facts.by_id[id_].hosts if OSA.distance(h, host) == 1]
        if able and len(found) < number:
            text = draw.chance.choice(able)
            answers = facts.whole(text)
            regions = {facts.by_id[id_].region for id_ in answers}
            shown = tuple(sorted(_revoked_like(facts, text, regions) - answers))
            if 0 < len(shown) <= 3:
                found.append(
                    Query("look-alike of a revoked one", text, tuple(sorted(answers)), shown)
                )
    return found


def _revoked_like(facts: Facts, text: str, regions: set[str]) -> set[str]:
    """Return the revoked stations there whose host's whole name is one slip away from `text`."""
    near = (facts.by_id[id_] for id_ in facts.near(text, 1))
    revoked = (s for s in near if s.standing == "revoked" and s.region in regions)
    return {s.id for s in revoked if any(OSA.distance(h, text) <= 1 for h in s.hosts)}
