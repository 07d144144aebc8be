"""Made-up registers of 63 to 100,000 stations, the same bytes from the same numbers.

How many provinces there are grows with the stations; each has stations of its own series of
ordinals with gaps, and others that are named after a city, a county, a trade or their host.
"""

import random
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tests.search_bench import words
from tests.search_bench.hosts import Host, Organisations
from tests.search_bench.places import IDS, Province, short

from register.names.numerals import ordinal_in, to_chinese
from register.names.pinyin import syllables

ALWAYS = ("甘肃省", "重庆市")  # one like the real data, and one whose name has two readings
SIZES = ((100, 1), (500, 2), (2000, 4), (20_000, 7), (60_000, 16))
GAP = 0.16
# Shares of a province's stations; the rest is named 甘肃省第六国家职业技能鉴定所.
OF_A_CITY, OF_A_COUNTY, OF_A_HOST, OF_A_TRADE = 0.08, 0.08, 0.22, 0.04
NO_HOST, SAME_HOST = 0.03, 0.05
ENDS = ("职业技能鉴定所", "职业技能鉴定站", "国家职业技能鉴定所")
END_WEIGHTS = (5, 4, 2)


class Station(NamedTuple):
    """A station; its hosts from the first to the one of now."""

    id: str
    name: str
    region: str
    ordinal: int | None
    hosts: tuple[Host, ...]
    aliases: tuple[str, ...] = ()
    city: str = ""
    code: str = ""
    licences: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    supervisor: str = ""


class Region(NamedTuple):
    """A province of the register and its stations."""

    id: str
    province: Province
    stations: tuple[Station, ...]


def regions(count: int, seed: int, provinces: Sequence[Province]) -> list[Region]:
    """Make `count` stations in as many provinces as fit."""
    chance = random.Random(f"stations {seed}")  # noqa: S311 - a benchmark's data, not a secret
    chosen = _chosen(count, chance, provinces)
    weights = [chance.uniform(0.6, 1.6) for _ in chosen]
    sizes = [int(count * weight / sum(weights)) for weight in weights]
    sizes[0] += count - sum(sizes)
    taken: set[str] = set()
    return [
        _region(random.Random(f"{seed} {province.name}"), province, size, number, taken)  # noqa: S311
        for number, (province, size) in enumerate(zip(chosen, sizes, strict=True), 1)
    ]


def _chosen(count: int, chance: random.Random, provinces: Sequence[Province]) -> list[Province]:
    fits = next((number for limit, number in SIZES if count <= limit), len(provinces))
    first = [p for name in ALWAYS for p in provinces if p.name == name]
    others = [p for p in provinces if p.name not in ALWAYS]
    chance.shuffle(others)
    return [*first, *others][:fits]


def _region(
    chance: random.Random, province: Province, size: int, number: int, taken: set[str]
) -> Region:
    region = IDS.get(province.short) or spelt(province.short)
    making = _Making(chance, province, region, number, taken)
    return Region(region, province, tuple(making.stations(size)))


class _Making:
    """Makes the stations of one province."""

    def __init__(
        self, chance: random.Random, province: Province, region: str, number: int, taken: set[str]
    ) -> None:
        self.chance = chance
        self.province = province
        self.region = region
        self.number = number
        self.taken = taken
        self.ids: set[str] = set()
        self.hosts = Organisations(chance, province, taken)
        self.serial = 0

    def stations(self, size: int) -> Iterator[Station]:
        ordinals: dict[str, int] = {}
        for _ in range(size):
            host = self._host()
            drawn = self.chance.random()
            if drawn < OF_A_HOST and host:
                yield self._finished(self._of_its_host(host), None, host)
            elif drawn < OF_A_HOST + OF_A_COUNTY + OF_A_CITY + OF_A_TRADE:
                yield self._finished(*self._local(drawn - OF_A_HOST, ordinals), host)
            else:
                nth = self._next(self.province.name, ordinals)
                name = f"{self.province.name}第{to_chinese(nth)}国家职业技能鉴定所"
                yield self._finished(name, nth, host)

    def _host(self) -> Host | None:
        drawn = self.chance.random()
        if drawn < NO_HOST:
            return None
        if drawn < NO_HOST + SAME_HOST and self.hosts.made:
            return self.chance.choice(self.hosts.made)
        return self.hosts.draw()

    def _next(self, place: str, ordinals: dict[str, int]) -> int:
        skipped = 1 + sum(self.chance.random() < GAP for _ in range(2))
        ordinals[place] = ordinals.get(place, 0) + skipped
        return ordinals[place]

    # Names.

    def _of_its_host(self, host: Host) -> str:
        return f"{host.name}{self._end()}"

    def _local(self, drawn: float, ordinals: dict[str, int]) -> tuple[str, int | None]:
        """Name a station after a county, a trade or a city, whose second has an ordinal."""
        city = self.hosts._city()
        if drawn < OF_A_COUNTY and city.counties:
            return f"{self.chance.choice(city.counties)}{self._end()}", None
        if drawn > OF_A_COUNTY + OF_A_CITY:
            trade = self.hosts._trade()
            return f"{trade}行业特有工种职业技能鉴定{self.province.short}站", None
        if city.name not in ordinals:
            ordinals[city.name] = 0
            return f"{city.name}{self._end()}", None
        nth = self._next(city.name, ordinals)
        return f"{city.name}第{to_chinese(nth)}职业技能鉴定所", nth

    def _end(self) -> str:
        return self.chance.choices(ENDS, END_WEIGHTS)[0]

    # The rest of a record.

    def _finished(self, name: str, ordinal: int | None, host: Host | None) -> Station:
        while name in self.taken:
            name, ordinal = self._another(name, host)
        self.taken.add(name)
        self.serial += 1
        return Station(
            id=self._id(name, ordinal),
            name=name,
            region=self.region,
            ordinal=ordinal_in(name),
            hosts=self._hosts(host),
            aliases=self._aliases(name, ordinal, host),
            city=self._city(name, host),
            code=f"{self.number + 10:02}{self.serial:06}" if self._is(0.3) else "",
            licences=tuple(self._licences()),
            occupations=tuple(self._occupations(host)) if self._is(0.4) else (),
            supervisor=self.chance.choice(["省直", "市", "市", "行业"]) if self._is(0.6) else "",
        )

    def _another(self, name: str, host: Host | None) -> tuple[str, int | None]:
        """Name a station otherwise whose name is taken."""
        if host and self._is(0.6) and not name.startswith(host.name):
            return self._of_its_host(host), None
        return self._of_its_host(self.hosts.draw()), None

    def _is(self, share: float) -> bool:
        return self.chance.random() < share

    def _id(self, name: str, ordinal: int | None) -> str:
        if ordinal and name.startswith(self.province.name):
            own = f"{self.region}-{ordinal:02}"
        else:
            cut = name.replace("职业技能鉴定", "").replace("国家", "")
            own = f"{self.region}-{spelt(cut)[:50]}"
        while own in self.ids:
            own += "-2"
        self.ids.add(own)
        return own

    def _hosts(self, host: Host | None) -> tuple[Host, ...]:
        if host and self._is(0.03) and len(self.hosts.made) > 1:
            earlier = self.chance.choice(self.hosts.made)
            return (earlier, host) if earlier != host else (host,)
        return (host,) if host else ()

    def _aliases(self, name: str, ordinal: int | None, host: Host | None) -> tuple[str, ...]:
        if not self._is(0.08):
            return ()
        forms = [name.replace("国家", "").replace("鉴定所", "鉴定站")]
        if ordinal:
            forms += [name.replace(to_chinese(ordinal), str(ordinal)), name.replace("国家", "")]
        if host:
            forms.append(f"{host.parts[0]}{host.parts[-1]}职业技能鉴定站")
        form = self.chance.choice(forms)
        if form in self.taken:
            return ()
        self.taken.add(form)
        return (form,)

    def _city(self, name: str, host: Host | None) -> str:
        named = [c.name for c in self.province.cities if name.startswith((c.name, *c.counties))]
        if named:
            return named[0]
        city = host.city if host and host.city else self.hosts._city().name
        return city if self._is(0.75) else ""

    def _licences(self) -> Iterator[str]:
        if self._is(0.4):
            yield f"{self.province.short[0]}职鉴字第{self.number:02}{self.serial:05}号"
            if self._is(0.1):
                yield f"{self.province.short[0]}职鉴字第{self.number:02}9{self.serial:05}号"

    def _occupations(self, host: Host | None) -> Iterator[str]:
        trade = host.trade if host and host.trade else self.hosts._trade()
        own = words.TRADES[trade][1].split()
        more = words.TRADES[self.chance.choice(self.hosts.trades)][1].split()
        found = [o for o in own if self._is(0.8)] + [o for o in more if self._is(0.3)]
        yield from dict.fromkeys(found or own[:1])


def spelt(text: str) -> str:
    """Write a name in letters, as ids do: 兰州石化 → lanzhoushihua."""
    found = (s or c for c, s in zip(text, syllables(text), strict=True))
    plain = unicodedata.normalize("NFD", "".join(found)).encode("ascii", "ignore").decode()
    return "".join(c for c in plain.lower() if c.isalnum())


__all__ = ["Region", "Station", "regions", "short", "spelt"]
