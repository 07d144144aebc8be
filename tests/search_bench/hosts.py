"""Made-up organisations of the shapes that real hosts have."""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tests.search_bench import words
from tests.search_bench.places import City, Province, short

DIGITS = "〇一二三四五六七八九"


class Host(NamedTuple):
    """An organisation: the parts of its name, its former name, what it is and where."""

    parts: tuple[str, ...]
    kind: str
    city: str
    trade: str = ""
    former: str = ""

    @property
    def name(self) -> str:
        """Its name of now."""
        return "".join(self.parts)


# What a name ended with before, and what it ends with now.
RENAMED = {
    "职业技术学院": ("学校", "技工学校", "高等专科学校", "职工大学"),
    "技师学院": ("高级技工学校", "技工学校"),
    "高级技工学校": ("技工学校",),
    "职业学院": ("学校", "职工大学"),
    "集团有限公司": ("总公司", "集团公司", "总厂"),
    "集团有限责任公司": ("总公司", "公司"),
    "有限责任公司": ("厂", "总厂", "公司"),
    "有限公司": ("厂", "公司"),
    "股份有限公司": ("厂", "有限责任公司"),
    "集团": ("总厂", "总公司"),
}
FORMER = 0.07
LIKENESS = 0.05


class Organisations:
    """Draws the hosts of one province; no two of one register have the same name."""

    def __init__(self, chance: random.Random, province: Province, taken: set[str]) -> None:
        """Begin with an order of the trades that is this province's own."""
        self.chance = chance
        self.province = province
        self.taken = taken
        self.made: list[Host] = []
        self.trades = chance.sample(sorted(words.TRADES), len(words.TRADES))
        self.trade_weights = [1 / (rank + 4) for rank in range(len(self.trades))]
        self.city_weights = [1 / (rank + 2) for rank in range(len(province.cities))]
        self.shapes, self.shape_weights = zip(*self._shapes(), strict=True)

    def _shapes(self) -> Iterator[tuple[Callable[[], Host], int]]:
        yield self._company, 28
        yield self._school, 27
        yield self._provincial_school, 6
        yield self._factory, 8
        yield self._centre, 7
        yield self._bureau, 6
        yield self._university, 4
        yield self._contraction, 4
        yield self._unit_of_a_group, 4
        yield self._railway, 1
        yield self._numbered, 2
        yield self._builder, 1
        yield self._society, 2

    def draw(self) -> Host:
        """Make one more host, now and then one whose name is near to another's."""
        for _ in range(200):
            near = self.made and self.chance.random() < LIKENESS
            host = self._like() if near else self._new()
            if host.name not in self.taken:
                break
        else:
            host = host._replace(parts=(host.parts[0], self._brand(), *host.parts[1:]))
        host = self._renamed(host)
        self.taken |= {host.name, host.former}
        self.made.append(host)
        return host

    def _new(self) -> Host:
        shape: Callable[[], Host] = self._one(self.shapes, self.shape_weights)
        return shape()

    def _renamed(self, host: Host) -> Host:
        before = RENAMED.get(host.parts[-1])
        if not before or self.chance.random() > FORMER:
            return host
        former = "".join(host.parts[:-1]) + self.chance.choice(before)
        return host if former in self.taken else host._replace(former=former)

    # Near names: another kind of the same, or a brand that sounds alike or shares a character.

    def _like(self) -> Host:
        host = self.chance.choice(self.made)
        *front, end = host.parts
        same = [kinds for kinds in (words.COMPANIES, words.SCHOOLS) if end in dict(kinds)]
        if same and self.chance.random() < 0.5:
            front.append(self._kind(same[0]))
        elif len(front) > 1:
            front = [front[0], self._brand(), *front[1:], end]
        else:
            front = [self._city().short, *front[1:], end]
        return host._replace(parts=tuple(front), former="")

    # Words.

    def _one(self, values: Sequence, weights: Sequence[float]):  # type: ignore[no-untyped-def,type-arg]  # noqa: ANN202
        return self.chance.choices(values, weights)[0]

    def _kind(self, kinds: Sequence[tuple[str, int]]) -> str:
        return str(self._one(*zip(*kinds, strict=True)))

    def _trade(self) -> str:
        return str(self._one(self.trades, self.trade_weights))

    def _trade_of_firms(self) -> str:
        while (trade := self._trade()) in words.OF_SCHOOLS:
            pass
        return trade

    def _city(self) -> City:
        return self._one(self.province.cities, self.city_weights)  # type: ignore[no-any-return]

    def _brand(self) -> str:
        if self.chance.random() < 0.3:
            return self.chance.choice(words.FIXED_BRANDS)
        first = self._one(words.BRAND_FIRST, [1 / (n + 8) for n in range(len(words.BRAND_FIRST))])
        return f"{first}{self.chance.choice(words.BRAND_SECOND)}"

    def _place(self) -> tuple[str, str]:
        """Return a place as a name begins with it, and the city that it is in."""
        city = self._city()
        drawn = self.chance.random()
        if drawn < 0.12:
            return self.province.name[-1] if self.province.name[-1] in "省市" else "", ""
        if drawn < 0.32:
            return self.province.short, ""
        if drawn < 0.78 or not city.counties:
            return (city.name if self.chance.random() < 0.15 else city.short), city.name
        county = self.chance.choice(city.counties)
        return (county if self.chance.random() < 0.4 else short(county)), city.name

    # Shapes.

    def _company(self) -> Host:
        place, city = self._place()
        brand = self._brand() if self.chance.random() < 0.5 or not place else ""
        if brand and self.chance.random() < 0.2:
            place = ""
        trade = "" if brand and self.chance.random() < 0.15 else self._trade_of_firms()
        kind = self._kind(words.COMPANIES)
        return self._host((place, brand, trade, kind), words.COMPANY, city, trade)

    def _contraction(self) -> Host:
        city, trade = self._city(), self._trade_of_firms()
        brand = f"{city.short[0]}{words.TRADES[trade][0]}"
        kind = self._kind(words.COMPANIES[:7])
        return self._host((brand, kind), words.COMPANY, city.name, trade)

    def _school(self) -> Host:
        place, city = self._place()
        place = place or self.province.short
        trade, kind = self._trade(), self._kind(words.SCHOOLS)
        drawn = self.chance.random()
        if drawn < 0.07 and city:
            nth = f"第{DIGITS[self.chance.randint(1, 6)]}"
            return self._host((city, nth, kind), words.SCHOOL, city)
        middle = self._brand() if drawn < 0.2 else ""
        trade = "" if drawn < 0.14 else trade
        return self._host((place, middle, trade, kind), words.SCHOOL, city, trade)

    def _provincial_school(self) -> Host:
        trade = self._trade()
        kind = self._kind(words.SCHOOLS[:4])
        city = self.province.cities[0].name
        return self._host((self.province.short, trade, kind), words.SCHOOL, city, trade)

    def _university(self) -> Host:
        trade = self.chance.choice(words.UNIVERSITIES)
        regions = words.REGIONS_OF_COLLEGES
        drawn = self.chance.random()
        city = self._city()
        place = self.province.short if drawn < 0.3 else city.short
        place = self.chance.choice(regions) if drawn > 0.8 else place
        own = self.chance.choice(words.FACULTIES) if self.chance.random() < 0.4 else ""
        return self._host((place, trade, "大学", own), words.SCHOOL, city.name)

    def _factory(self) -> Host:
        place, city = self._place()
        product = self.chance.choice(words.FACTORY_PRODUCTS)
        brand = self._brand() if self.chance.random() < 0.25 else ""
        end = self._kind((("厂", 8), ("总厂", 2), ("有限公司", 3), ("有限责任公司", 2)))
        return self._host((place, brand, product, end), words.COMPANY, city)

    def _numbered(self) -> Host:
        digits = "".join(self.chance.choices(DIGITS[1:], k=2))
        owner = self.chance.choice(["", *words.NUMBERED_OWNERS])
        number = digits[0] + self.chance.choice("〇〇一二五") + digits[1]
        city = self._city().name
        return self._host((owner, f"{number}厂"), words.COMPANY, city, "机械")

    def _builder(self) -> Host:
        shape = self._kind(words.BUILDERS)
        number = self.chance.randint(1, 28)
        text = f"{'二' if number > 19 else ''}{'十' if number > 9 else ''}{DIGITS[number % 10]}"
        name = shape.format(text.replace("〇", "") or "十")
        unit = self.chance.choice(["", "", "第一工程公司", "培训中心", "职工学校"])
        return self._host((name, unit), words.COMPANY, self._city().name, "建筑")

    def _railway(self) -> Host:
        city = self._city()
        end = self._kind(
            (("铁路局", 2), ("铁路技工学校", 3), ("机务段", 3), ("车辆段", 3), ("铁路分局", 2))
        )
        return self._host((city.short, end), words.COMPANY, city.name, "铁路")

    def _bureau(self) -> Host:
        place, city = self._place()
        trade, end = self._trade(), self._kind(words.BUREAUS)
        place = self.province.name if self.chance.random() < 0.35 else place
        return self._host((place, trade, end), words.PUBLIC, city, trade)

    def _centre(self) -> Host:
        place, city = self._place()
        place = self.province.name if self.chance.random() < 0.3 else place
        trade, end = self._trade(), self._kind(words.CENTRES)
        return self._host((place, trade, end), words.PUBLIC, city, trade)

    def _society(self) -> Host:
        place = self.province.name if self.chance.random() < 0.6 else self._city().name
        trade = self._trade()
        return self._host((place, trade, self._kind(words.SOCIETIES)), words.SOCIETY, "", trade)

    def _unit_of_a_group(self) -> Host:
        city, trade = self._city(), self._trade_of_firms()
        group, unit = self.chance.choice(words.GROUPS), self.chance.choice(words.UNITS)
        place = self.chance.choice([city.short, self.province.short])
        return self._host((group, place, trade, "公司", unit), words.COMPANY, city.name, trade)

    @staticmethod
    def _host(parts: Sequence[str], kind: str, city: str, trade: str = "") -> Host:
        return Host(tuple(part for part in parts if part), kind, city, trade)
