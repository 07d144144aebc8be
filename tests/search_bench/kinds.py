"""The kinds of query, each a rule: a text as somebody would type it, and every true answer."""

from collections.abc import Iterable

from tests.search_bench import slips
from tests.search_bench.drawing import MOST, Draw, Rule, places_of, segments
from tests.search_bench.facts import ENDING, ORDINAL_NAME, Fact, spelt
from tests.search_bench.words import listed

from register.names.numerals import to_chinese

Drawn = tuple[str, Iterable[str]] | None

# Names.


def name_whole(draw: Draw) -> Drawn:
    """甘肃省第五十五国家职业技能鉴定所."""
    station = draw.chance.choice(draw.facts.stations)
    return station.name, draw.facts.whole(station.name)


def name_part(draw: Draw) -> Drawn:
    """A name without its end, or without its beginning: 安宁区职业技能."""
    station = draw.station(lambda s: not s.series)
    if not station:
        return None
    cut = draw.chance.choice([station.name[:-1], station.name[:-3], ENDING.sub("", station.name)])
    return cut, draw.facts.holding(cut)


def host_whole(draw: Draw) -> Drawn:
    """兰州石化职业技术学院."""
    host = draw.host()
    return host, draw.facts.whole(host)


def host_part(draw: Draw) -> Drawn:
    """A host's name without its place or without its kind: 石化职业技术学院, 星火机床."""
    parts = segments(draw.host(5), places_of(draw.facts))
    if len(parts) < 3:
        return None
    text = "".join(draw.chance.choice([parts[:-1], parts[1:], parts[1:-1]]))
    return (text, draw.facts.holding(text)) if len(text) > 2 else None


SHORTER = (
    ("大学", "大"),
    ("学校", "校"),
    ("技术学院", "技术"),
    ("学院", "院"),
    ("有限责任公司", ""),
    ("股份有限公司", "股份"),
    ("有限公司", ""),
    ("集团公司", "集团"),
    ("总公司", ""),
    ("培训中心", "培训"),
    ("管理局", "局"),
)


def host_shortened(draw: Draw) -> Drawn:
    """兰州理工大, 天水星火机床."""
    host = draw.host(5)
    end, short = next(((e, s) for e, s in SHORTER if host.endswith(e)), ("", ""))
    text = host[: len(host) - len(end)] + short
    cuts = (
        (h, h[: len(h) - len(end)] + short) for h in draw.facts.texts if end and h.endswith(end)
    )
    same = {id_ for whole, cut in cuts if cut == text for id_ in draw.facts.texts[whole]}
    return (text, same | draw.facts.holding(text)) if end and len(text) > 2 else None


def former_name(draw: Draw) -> Drawn:
    """A name that a host had, or another name of a station."""
    station = draw.station(lambda s: s.former or s.aliases)
    if not station:
        return None
    text = draw.chance.choice([*station.former, *station.aliases])
    return text, draw.facts.whole(text)


# Ordinals.


def _numbered(draw: Draw) -> Fact | None:
    return draw.station(lambda s: s.series and (s.ordinal or 0) < 1000)


def ordinal_of_place(draw: Draw) -> Drawn:
    """甘肃省六所, 甘肃第15, 兰州三所, 甘肃省第15国家职业技能鉴定所."""
    if not (station := _numbered(draw)) or not station.ordinal:
        return None
    digits, chinese = str(station.ordinal), to_chinese(station.ordinal)
    place = draw.chance.choice(
        [station.series, station.series.removesuffix("省").removesuffix("市")]
    )
    shape = draw.chance.choice(
        ["{p}{c}所", "{p}第{c}所", "{p}第{d}所", "{p}{d}所", "{p}第{c}", "{p}第{d}", "{p} {d}",
         "{p}第{d}国家职业技能鉴定所", "{p}第{c}鉴定所", "{p}{d}号所"]
    )  # fmt: skip
    same = _numbered_in(draw, station.series, station.ordinal)
    return shape.format(p=place, c=chinese, d=digits), same


def _numbered_in(draw: Draw, place: str, ordinal: int) -> list[str]:
    """Return the stations of that ordinal in a series, and of any series in that city."""
    return [
        s.id for s in draw.facts.stations if s.ordinal == ordinal and place in {s.series, s.city}
    ]


def ordinal_alone(draw: Draw) -> Drawn:
    """六所, 第6所, 第十五, 第15, 15所, 省六所."""
    if not (station := _numbered(draw)) or not station.ordinal:
        return None
    digits, chinese = str(station.ordinal), to_chinese(station.ordinal)
    shape = draw.chance.choice(
        [
            "{c}所",
            "第{d}所",
            "第{c}",
            "第{d}",
            "{d}所",
            "第{c}所",
            "省{c}所",
            "第{c}鉴定所",
            "{c}号所",
        ]
    )
    text = shape.format(c=chinese, d=digits)
    same = {s.id for s in draw.facts.stations if s.ordinal == station.ordinal}
    if shape[0] == "省":
        same = {id_ for id_ in same if draw.facts.by_id[id_].series.endswith(("省", "自治区"))}
    return text, same | draw.facts.holding(text)


# Forms and sounds.


def full_width(draw: Draw) -> Drawn:
    """第１５所, ＧＡＮＳＵ－１５, ｌａｎｓｈｉ."""
    kind = draw.chance.choice(
        [ordinal_of_place, ordinal_alone, code, pinyin_whole, pinyin_initials]
    )
    drawn = kind(draw)
    if not drawn or (text := slips.full_width(drawn[0])) == drawn[0]:
        return None
    return text, drawn[1]


def pinyin_whole(draw: Draw) -> Drawn:
    """Lanshijituan, lan shi ji tuan."""
    host = draw.host(3, 14)
    typed = spelt(host)
    text = draw.chance.choice(["", "", " "]).join(typed)
    return text, draw.facts.sounding(typed)


def pinyin_part(draw: Draw) -> Drawn:
    """The beginning or the end of a host in letters: tianshuixinghuo."""
    parts = segments(draw.host(5), places_of(draw.facts))
    if len(parts) < 3:
        return None
    typed = spelt("".join(draw.chance.choice([parts[:-1], parts[1:], parts[:2]])))
    return ("".join(typed), draw.facts.sounding_in(typed)) if len(typed) > 2 else None


def pinyin_initials(draw: Draw) -> Drawn:
    """Lsjt, lzlgdx."""
    host = draw.host(4, 12)
    text = "".join(syllable[0] for syllable in spelt(host))
    return (text, draw.facts.with_initials(text)) if text.isascii() else None


def pinyin_mixed(draw: Draw) -> Drawn:
    """兰shi集团, 天水xinghuo机床."""
    host = draw.host(4, 12)
    typed = spelt(host)
    at = draw.chance.randrange(len(host))
    to = min(len(host), at + draw.chance.randint(1, 3))
    if to - at == len(host):
        return None
    text = host[:at] + "".join(typed[at:to]) + host[to:]
    same = (own for own in draw.facts.texts if own[:at] == host[:at] and own[to:] == host[to:])
    answers = {i for own in same if spelt(own) == typed for i in draw.facts.texts[own]}
    return text, answers


def traditional(draw: Draw) -> Drawn:
    """蘭州鐵路局."""
    host = draw.host()
    text = slips.traditional(draw.chance, host)
    return (text, draw.facts.whole(host)) if text != host else None


def homophone(draw: Draw) -> Drawn:
    """兰实集团."""
    host = draw.host(4, 14)
    text = slips.homophone(draw.chance, host, spelt(host))
    if not text or draw.facts.holding(text):
        return None
    return text, draw.facts.sounding(spelt(host))


# Readings of a character that people use, whatever the dictionary says.
READINGS = {
    "重": "chong zhong", "长": "chang zhang", "乐": "le yue", "行": "hang xing", "厦": "xia sha",
    "都": "du dou", "朝": "chao zhao", "调": "tiao diao", "藏": "zang cang", "会": "hui kuai",
    "校": "xiao jiao", "传": "chuan zhuan", "车": "che ju", "度": "du duo", "地": "di de",
    "曾": "zeng ceng", "尉": "wei yu", "单": "dan shan", "和": "he huo", "降": "jiang xiang",
    "六": "liu lu", "堡": "bao pu bu", "洞": "dong tong", "铅": "qian yan",
    "蚌": "bang beng", "泊": "bo po", "涡": "wo guo", "番": "fan pan", "解": "jie xie",
    "渑": "mian sheng", "浚": "jun xun", "繁": "fan po", "巷": "xiang hang",
    "轧": "zha ya", "率": "lv shuai", "薄": "bo bao", "系": "xi ji",
}  # fmt: skip


def polyphone(draw: Draw) -> Drawn:
    """Chongqing and zhongqing for 重庆, changqing and zhangqing for 长庆."""
    host = draw.host(4, 14)
    able = [i for i, c in enumerate(host) if " " in READINGS.get(c, "")]
    if not able or not (typed := list(spelt(host))):
        return None
    at = draw.chance.choice(able)
    typed[at] = draw.chance.choice(READINGS[host[at]].split())
    return "".join(typed), draw.facts.sounding(spelt(host)) | draw.facts.sounding(typed)


def accent(draw: Draw) -> Drawn:
    """Lanzou for lanzhou, nanzhou, lanzhuo shihua."""
    host = draw.host(4, 12)
    typed = slips.accent(draw.chance, spelt(host))
    if not typed or draw.facts.sounding(typed):
        return None
    return "".join(typed), draw.facts.sounding(spelt(host))


def pinyin_typo(draw: Draw) -> Drawn:
    """Lanzhuo, lanzhoushihu."""
    host = draw.host(4, 12)
    letters = "".join(spelt(host))
    text = slips.wrong_letter(draw.chance, letters)
    if text == letters or draw.facts.near_letters(text, 0):
        return None
    return text, draw.facts.near_letters(text, 1)


# Slips of the pen.


def _slip(slip, least: int = 4) -> Rule:  # type: ignore[no-untyped-def]  # noqa: ANN001
    def rule(draw: Draw) -> Drawn:
        host = draw.host(least)
        text = slip(draw.chance, host)
        if text == host or draw.facts.holding(text):
            return None
        return text, draw.facts.near(text, 1)

    return rule


def two_slips_in_a_long_name(draw: Draw) -> Drawn:
    """Two of ten and more characters are wrong, missing, too many or swapped."""
    host = text = draw.host(10)
    for slip in draw.chance.choices(slips.SLIPS, k=2):
        text = slip(draw.chance, text)
    if draw.facts.near(text, 1):
        return None
    return text, draw.facts.near(text, 2) | draw.facts.whole(host)


# What stations are, where they are and how they fared.


def licence(draw: Draw) -> Drawn:
    """甘职鉴字第0100021号, or its digits."""
    station = draw.station(lambda s: s.licences)
    if not station:
        return None
    number = draw.chance.choice(station.licences)
    text = draw.chance.choice([number, number, "".join(c for c in number if c.isdigit())])
    return text, draw.facts.having([text])


def code(draw: Draw) -> Drawn:
    """Gansu-15, GANSU-15, or the eight digits."""
    station = draw.chance.choice(draw.facts.stations)
    own = draw.chance.choice([station.id, station.id.upper(), station.code or station.id])
    return own, [station.id]


def _something(draw: Draw, station: Fact) -> str:
    parts = [p for h in station.hosts for p in segments(h, places_of(draw.facts))[1:]]
    able = [*parts[:-1], *station.occupations]
    return draw.chance.choice(able) if able else ""


def _city(draw: Draw, station: Fact) -> str:
    return draw.chance.choice([station.city, station.city.removesuffix("市")])


def city_and(draw: Draw) -> Drawn:
    """兰州 焊工, 天水 机床, 酒泉市的电工鉴定站."""
    station = draw.station(lambda s: s.city)
    if not station or not (word := _something(draw, station)):
        return None
    city = _city(draw, station)
    text = draw.chance.choice(["{0} {1}", "{1} {0}", "{0}{1}", "{0}的{1}鉴定所", "{0} {1}鉴定站"])
    return text.format(city, word), draw.facts.having([city, word])


def occupation_and(draw: Draw) -> Drawn:
    """焊工 兰州, 甘肃 电工, 焊工鉴定."""
    station = draw.station(lambda s: s.occupations)
    if not station:
        return None
    occupation = draw.chance.choice(station.occupations)
    places = [station.region, station.region[:2], *([_city(draw, station)] if station.city else [])]
    place = draw.chance.choice([*places, ""])
    shape = draw.chance.choice(["{0} {1}", "{1} {0}", "{1}{0}", "{1}{0}鉴定站", "{1} 能考{0}的"])
    return shape.format(occupation, place).strip(), draw.facts.having([occupation, place])


WORDS = {
    "撤销": ("revoked",),
    "被撤销": ("revoked",),
    "吊销": ("revoked",),
    "限期整改": ("rectifying",),
    "整改": ("rectifying",),
    "优秀": ("commended",),
    "示范": ("commended",),
    "暂停业务": ("suspended",),
    "暂停": ("suspended",),
    "免检": ("exempt",),
    "基本合格": ("conditional",),
    "注销": ("deregistered",),
    "未参评": ("not-assessed",),
    "合格": ("qualified",),
}


def _standing(draw: Draw, station: Fact) -> str:
    return draw.chance.choice([word for word, of in WORDS.items() if station.standing in of])


def _judged(draw: Draw) -> Fact | None:
    """Draw a station with a decision; every standing as often as another."""
    standings = sorted(
        {s.standing for s in draw.facts.stations} & {s for of in WORDS.values() for s in of}
    )
    standing = draw.chance.choice(standings)
    return draw.station(lambda s: s.standing == standing)


def _fared(draw: Draw, words: Iterable[str], standing: str, year: int | None = None) -> set[str]:
    found = draw.facts.having(words)
    fared = (draw.facts.by_id[id_] for id_ in found)
    return {s.id for s in fared if s.standing in WORDS[standing] and year in {None, s.year}}


def standing_and(draw: Draw) -> Drawn:
    """兰州 电力 撤销, 撤销的焊工站."""
    if not (station := _judged(draw)) or not (word := _something(draw, station)):
        return None
    said = _standing(draw, station)
    place = _city(draw, station) if station.city else station.region[:2]
    shape, words = draw.chance.choice(
        [("{p} {w} {s}", "pw"), ("{s} {w} {p}", "pw"), ("{s}的{w}站", "w"), ("{s} {p}", "p"),
         ("{p}{s}的鉴定所", "p"), ("{w} {s}", "w"), ("{p}{w}{s}", "pw")]
    )  # fmt: skip
    meant = {"p": place, "w": word}
    return shape.format(p=place, w=word, s=said), _fared(draw, [meant[c] for c in words], said)


def year_and(draw: Draw) -> Drawn:
    """2024年 兰州 撤销, 甘肃2023年度优秀."""
    station = _judged(draw)
    if not station or not station.year:
        return None
    said = _standing(draw, station)
    place = _city(draw, station) if station.city else station.region[:2]
    shape = draw.chance.choice(["{y}年 {p} {s}", "{p}{y}年度{s}", "{p} {s} {y}", "{y} {s} {p}"])
    answers = _fared(draw, [place], said, station.year)
    return shape.format(y=station.year, p=place, s=said), answers


def any_order(draw: Draw) -> Drawn:
    """职业技术学院 兰州 石化; the words of a host and its place, in any order."""
    station = draw.station(lambda s: s.hosts and s.city)
    if not station:
        station = draw.station(lambda s: s.hosts)
    if not station:
        return None
    parts = segments(station.hosts[0], places_of(draw.facts))
    if len(parts) < 2:
        return None
    more = [station.city] if station.city and draw.chance.random() < 0.3 else []
    more += [draw.chance.choice(station.occupations)] if station.occupations else []
    chosen = list(dict.fromkeys([*parts, *more[:1]]))
    draw.chance.shuffle(chosen)
    return " ".join(chosen), draw.facts.having(chosen)


def noise(draw: Draw) -> Drawn:
    """查一下兰石集团怎么样."""
    drawn = draw.chance.choice([host_whole, host_whole, host_part, ordinal_of_place, name_whole])(
        draw
    )
    if not drawn:
        return None
    before = draw.chance.choice(draw.spoken.before)
    after = draw.chance.choice(draw.spoken.after)
    shape = draw.chance.choice(["{b}{t}{a}", "{t}{a}", "{b}{t}", "{b} {t} {a}"])
    return shape.format(b=before, t=drawn[0], a=after), drawn[1]


# What there is not.


def no_such_ordinal(draw: Draw) -> Drawn:
    """第四所, where there is none; 青海省六所, where no station of Qinghai is."""
    facts = draw.facts
    known = {s.series for s in facts.stations if s.series}
    every = {s.ordinal for s in facts.stations}
    series = draw.chance.choice(sorted(known))
    own = {s.ordinal for s in facts.stations if s.series == series}
    gaps = [n for n in range(1, max(n or 0 for n in own) + 40) if n not in own]
    number = draw.chance.choice(gaps)
    shapes = ["{p}第{c}国家职业技能鉴定所", "{p}{c}所", "{p}第{d}所", "{p}第{c}"]
    if number not in every:
        shapes += ["第{c}所", "{d}所", "第{d}"]
    shape = draw.chance.choice(shapes)
    text = shape.format(p=series, c=to_chinese(number), d=number)
    found = _numbered_in(draw, series, number) or facts.holding(text)
    return None if found else (text, ())


def no_such_province(draw: Draw) -> Drawn:
    """江西省第六国家职业技能鉴定所, 西藏 焊工, where no station of theirs is."""
    here = " ".join({s.region for s in draw.facts.stations} | set(draw.facts.texts))
    able = [p for p in PROVINCES if p not in here]
    if not able:
        return None
    place, nth = draw.chance.choice(able), draw.chance.randint(1, 40)
    shape = draw.chance.choice(
        [
            "{p}第{c}国家职业技能鉴定所",
            "{p}{c}所",
            "{p}第{d}所",
            "{p}职业技能鉴定站",
            "{p}省职业技术学院",
        ]
    )
    text = shape.format(p=place, c=to_chinese(nth), d=nth)
    return (text, ()) if not draw.facts.near(text, 1) else None


PROVINCES = listed(
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 "
    "湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门"
)


def no_such_thing(draw: Draw) -> Drawn:
    """Nonsense, and what there is but not here: 清华大学."""
    drawn = draw.chance.random()
    if drawn < 0.4:
        text = draw.chance.choice(draw.spoken.absent)
    elif drawn < 0.6:
        text = draw.chance.choice(draw.spoken.nonsense)
    elif drawn < 0.85:
        text = "".join(draw.chance.choices(slips.common_characters(), k=draw.chance.randint(3, 7)))
    else:
        text = "".join(draw.chance.choices("qwxzvkjbpfy", k=draw.chance.randint(5, 9)))
    if draw.facts.near(text, 1) or draw.facts.with_initials(text):
        return None
    return text, ()


MAIN: dict[str, Rule] = {
    "name whole": name_whole,
    "name part": name_part,
    "host whole": host_whole,
    "host part": host_part,
    "host shortened": host_shortened,
    "former name": former_name,
    "ordinal of a place": ordinal_of_place,
    "ordinal alone": ordinal_alone,
    "full width": full_width,
    "pinyin whole": pinyin_whole,
    "pinyin part": pinyin_part,
    "pinyin initials": pinyin_initials,
    "pinyin mixed": pinyin_mixed,
    "traditional": traditional,
    "homophone": homophone,
    "polyphone": polyphone,
    "accent": accent,
    "pinyin typo": pinyin_typo,
    "wrong character": _slip(slips.wrong),
    "missing character": _slip(slips.missing),
    "extra character": _slip(slips.extra),
    "swapped characters": _slip(slips.swapped, 5),
    "two slips in a long name": two_slips_in_a_long_name,
    "licence": licence,
    "code": code,
    "city and": city_and,
    "occupation and": occupation_and,
    "standing and": standing_and,
    "year and": year_and,
    "any order": any_order,
    "noise": noise,
    "no such ordinal": no_such_ordinal,
    "no such province": no_such_province,
    "no such thing": no_such_thing,
}
ANY_NUMBER = (
    "ordinal alone",
    "city and",
    "occupation and",
    "standing and",
    "year and",
    "any order",
)
"""Kinds that may ask for many stations at once."""

__all__ = ["ANY_NUMBER", "MAIN", "MOST", "ORDINAL_NAME"]
