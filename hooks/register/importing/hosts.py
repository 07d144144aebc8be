"""Hosts of a proposal: those that are on file already, and the files for new ones."""

import re

from register.importing.free_ids import free, host_id
from register.importing.matching import HostIndex
from register.names.script import comparable
from register.reading import Dataset
from register.records import Host
from register.records.host import HostName

LONGEST_NAME = 100
_TORN = re.compile(r"(?:技工学|职业学|技术学|中专学|专科学|技师学|有限公|责任公|股份公)$")


class Hosts:
    """Decides for each name of a host which one it is, and keeps the files of the new ones."""

    def __init__(self, data: Dataset, region: str, notice: str, hints: list[str]) -> None:
        """Make the index of what is on file; what should be looked at goes to `hints`."""
        self.index = HostIndex(data, region)
        self.ids = set(data.ids.get("hosts", ())) | set(data.host)
        self.notice, self.hints = notice, hints
        self.by_name: dict[str, str] = {}
        self.new: dict[str, Host] = {}

    def meant(self, name: str) -> str:
        """Return the id of the host of this name; a new one gets its file."""
        if match := self.index.match(name):
            return match.id
        return self.by_name.get(comparable(name)) or self._create(name)

    def _create(self, name: str) -> str:
        self._doubt(name)
        id_ = free(host_id(name), self.ids)
        self.ids.add(id_)
        self.by_name[comparable(name)] = id_
        self.new[id_] = Host(id=id_, names=(HostName(name=name, source=self.notice),))
        return id_

    def _doubt(self, name: str) -> None:
        for near in self.index.like(name)[:1]:
            self.hints.append(
                f"新的承建单位“{name}”与已有的 {near.id}“{near.name}”只差一个字（"
                f"像 {near.likeness}%）：没有合并，另建了档案。请核对。"
            )
        if _TORN.search(name):
            self.hints.append(
                f"承建单位“{name}”像是漏了字：照原文建档。请核对，改正时在 sic 里说明。"
            )


def is_host_name(name: str) -> bool:
    """Whether a name is as long as hosts' are."""
    return 1 < len(name) <= LONGEST_NAME


__all__ = ["LONGEST_NAME", "Hosts", "is_host_name"]
