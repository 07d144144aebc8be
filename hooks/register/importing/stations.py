"""Stations and hosts of a proposal: those that are on file already, and the files for new ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import structs

from register.importing.free_ids import free, ordinal_of, station_id
from register.importing.hosts import LONGEST_NAME, Hosts, is_host_name
from register.importing.licences import licence_in, unread_term
from register.importing.listed import Listed
from register.importing.matching import (
    Likely,
    Match,
    StationIndex,
    alike,
    are_alike,
    same_series,
    station_hosts,
)
from register.names.numerals import ordinal_in
from register.names.script import comparable
from register.reading import Dataset
from register.records import Host, Station
from register.records.notice import Unmatched
from register.records.station import HostTerm, Licence


class Meant(NamedTuple):
    """Which station a listed one is: on file, new, or (`id` empty) not to be told."""

    id: str
    how: str
    is_new: bool = False
    slip: tuple[str, str] | None = None
    """The host as printed and as on file, where one character separates them."""


@dataclass
class Stations:
    """Decides for each listed station which one it is, and keeps the files of the new ones."""

    data: Dataset
    region: str
    region_name: str
    notice: str
    said: dict[str, str]
    new: dict[str, Station] = field(default_factory=dict)
    hints: list[str] = field(default_factory=list)
    matched: dict[str, tuple[str, Match]] = field(default_factory=dict)
    """Station id → the name in the paper, and why it is that station."""

    def __post_init__(self) -> None:
        """Make the indexes of what is on file."""
        self.index = StationIndex(self.data, self.region, self.region_name)
        self.host_files = Hosts(self.data, self.region, self.notice, self.hints)
        self.ids = set(self.data.ids.get("stations", ())) | set(self.data.station)
        self.by_key: dict[str, str] = {}
        self.said = {comparable(name): id_ for name, id_ in self.said.items()}

    @property
    def hosts(self) -> dict[str, Host]:
        """Host id → the file of each new one."""
        return self.host_files.new

    def key(self, name: str) -> str:
        """Return what is equal for two mentions of one station."""
        return (
            same_series(name, self.region_name)
            if ordinal_in(name) is not None
            else comparable(name)
        )

    def meant(self, listed: Listed) -> Meant:
        """Tell which station this is; a new one gets its files."""
        said = self.said.get(comparable(listed.name), "")
        if said and said != "new":
            known = said in self.data.station
            return (
                self._known(listed, Match(said, "经办人指定"))
                if known
                else Meant("", f"没有编号为 {said} 的鉴定所。请改正 --station")
            )
        if self.key(listed.name) in self.by_key:
            id_ = self.by_key[self.key(listed.name)]
            return Meant(id_, "本次新建", is_new=True)
        if match := self.index.match(listed.name):
            return self._known(listed, match)
        if several := self.index.several(listed.name):
            return Meant(
                "",
                (
                    f"{'、'.join(sorted(several))} 都用这个名称。请用 --station {listed.name}"
                    f"=编号 写明是哪一个"
                ),
            )
        near = self.index.like(listed.name)
        if near and said != "new":
            return self._doubtful(listed, near)
        if len(listed.name) > LONGEST_NAME:
            return Meant("", f"名称超过 {LONGEST_NAME} 字，不像一个鉴定所")
        return Meant(self._create(listed), "新建", is_new=True)

    def renamed(self, old: str, new: str) -> Meant:
        """Tell which station bears a new name; whoever has no file gets one under that name."""
        listed = Listed(old, old)
        on_file = self.index.match(new)
        if on_file and not self.index.match(old):
            return self._known(Listed(new, new), on_file)
        known = self.key(old) in self.by_key
        meant = self.meant(listed)
        if meant.is_new and not known:
            station = self.new[meant.id]
            self.new[meant.id] = structs.replace(station, name=new, aliases=(old,))
            self.by_key[self.key(new)] = meant.id
        elif meant.id and not self._is_called(meant.id, new):
            self.hints.append(
                f"{meant.id} 更名为“{new}”：没有改档案。写入以后，请把档案的 name 改成新名称，"
                f"“{old}”写进 aliases。"
            )
        return meant

    def _is_called(self, id_: str, name: str) -> bool:
        entry = self.data.station.get(id_)
        return comparable(entry.record.name if entry else self.new[id_].name) == comparable(name)

    def _doubtful(self, listed: Listed, near: list[Likely]) -> Meant:
        said = "、".join(f"{n.id} {n.name}（像 {n.likeness}%）" for n in near[:3])
        return Meant(
            "",
            (
                f"与已有的 {said} 只差一个字，不能认定是不是同一个。是同一个的用"
                f" --station {listed.name}={near[0].id}，是另一个的用 --station "
                f"{listed.name}=new"
            ),
        )

    def _known(self, listed: Listed, match: Match) -> Meant:
        entry = self.data.station[match.id]
        self.matched[match.id] = (listed.name, match)
        slip = None
        own = station_hosts(self.data, entry)
        if listed.host and comparable(listed.host) not in {comparable(name) for _id, name in own}:
            near = [(id_, name) for id_, name in own if are_alike(listed.host, name)]
            if near:
                slip = (listed.host, near[0][1])
                self.hints.append(
                    f"{match.id} 的承建单位原文是“{listed.host}”，档案是“{near[0][1]}"
                    f"”（{near[0][0]}），只差一个字：按同一个单位处理，原文照录，在 "
                    f"sic 里说明。请核对。"
                )
            else:
                has = "、".join(name for _id, name in own) or "（没有写）"
                self.hints.append(
                    f"{match.id} 的承建单位原文是“{listed.host}”，档案是“{has}”：没有"
                    f"改档案。请核对是不是变更或写错。"
                )
        return Meant(match.id, match.how, slip=slip)

    def _create(self, listed: Listed) -> str:
        id_ = free(station_id(listed.name, self.region, self.region_name), self.ids)
        self.ids.add(id_)
        self.by_key[self.key(listed.name)] = id_
        code, city = listed.more.get("code", ""), listed.more.get("city", "")
        self.new[id_] = Station(
            id=id_,
            name=listed.name,
            ordinal=ordinal_of(listed.name),
            hosts=self._hosts_of(listed),
            code=code if re.fullmatch(r"[0-9]{8}", code) else None,
            licences=self._licences_of(listed),
            city=city if re.fullmatch(r"[\u4e00-\u9fff]{2,12}", city) else None,
        )
        return id_

    def _hosts_of(self, listed: Listed) -> tuple[HostTerm, ...]:
        if is_host_name(listed.host):
            return (HostTerm(host=self.host_files.meant(listed.host), source=self.notice),)
        if listed.host:
            self.hints.append(f"{listed.name}：承建单位“{listed.host[:30]}”不像一个名称，没有录。")
        return ()

    def _licences_of(self, listed: Listed) -> tuple[Licence, ...]:
        licence = licence_in(listed.more, self.notice)
        if licence and (unread := unread_term(listed.more)):
            self.hints.append(f"{listed.name}：有效期“{unread[:30]}”认不出，没有录。")
        return (licence,) if licence else ()

    def near_duplicates(self) -> Iterator[str]:
        """Name new stations and hosts that one character separates."""
        for kind, names in (
            ("鉴定所", [s.name for s in self.new.values()]),
            ("承建单位", [h.names[0].name for h in self.hosts.values()]),
        ):
            for one, other in alike(names):
                yield f"两个新{kind}只差一个字：“{one}”和“{other}”。没有合并。请核对是不是同一个。"


def unmatched(printed: str) -> Unmatched:
    """Return the note that a notice keeps of a line whose station has no file."""
    return Unmatched(printed=printed)


__all__ = ["Meant", "Stations", "unmatched"]
