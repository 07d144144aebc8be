"""Zip archives as Office files are: opened with limits, before anything is unpacked or parsed.

An archive is refused that is damaged, locked by a password, or grows beyond all reason; XML is
parsed without entities, and none that declares any is taken.
"""

import zipfile
from functools import cached_property
from io import BytesIO
from posixpath import dirname, join, normpath

from lxml import etree

from register.importing.readers.unreadable import UnreadableError

Element = etree._Element  # noqa: SLF001 - the only name that lxml gives the type

MOST_UNPACKED = 600_000_000
MOST_PARTS = 20_000
_ENCRYPTED = 0x1
_PIECE = 1 << 20


class Archive:
    """The parts of an Office file, by their path inside it."""

    def __init__(self, content: bytes) -> None:
        """Open the archive; raise UnreadableError for what must not or cannot be unpacked."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise damaged() from error
        entries = self._zip.infolist()
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise locked()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise _too_big()
        self._left = MOST_UNPACKED

    @cached_property
    def names(self) -> frozenset[str]:
        """The paths of all parts."""
        return frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes:
        """Unpack one part, by pieces, so that a false size in the archive's index harms nobody."""
        pieces = []
        try:
            with self._zip.open(name) as packed:
                while self._left >= 0 and (piece := packed.read(_PIECE)):
                    self._left -= len(piece)
                    pieces.append(piece)
        except Exception as error:  # zipfile, zlib, lzma and bz2 each raise their own
            raise damaged() from error
        if self._left < 0:
            raise _too_big()
        return b"".join(pieces)

    def xml(self, name: str) -> Element:
        """Parse one part."""
        return parsed_xml(self.part(name))

    def related(self, name: str) -> dict[str, list[str]]:
        """The parts that a part ('' for the whole file) refers to, by the kind of relation."""
        folder = dirname(name)
        relations = join(folder, "_rels", name.removeprefix(folder).strip("/") + ".rels")
        found: dict[str, list[str]] = {}
        if relations in self.names:
            for relation in self.xml(relations):
                target = str(relation.get("Target", ""))
                path = normpath(join("/", folder, target)).lstrip("/")
                if path in self.names:
                    kind = str(relation.get("Type", "")).rpartition("/")[2]
                    found.setdefault(kind, []).append(path)
        return found


def parsed_xml(part: bytes) -> Element:
    """Parse XML that comes from outside; entities are never resolved, and none are allowed."""
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(
            "文件里有不该有的实体定义，可能有害，没有读取。请向来源单位重新索取。"
        )
    return root


def damaged() -> UnreadableError:
    """Say that a file is broken."""
    return UnreadableError(
        "文件已损坏或不完整，打不开。请重新下载或拷贝；"
        "如果在 Word、Excel 或 WPS 里能打开，请另存一份再导入。"
    )


def locked() -> UnreadableError:
    """Say that a file has a password."""
    return UnreadableError("文件设有密码，读不出来。请打开文件，取消密码，另存一份再导入。")


def _too_big() -> UnreadableError:
    return UnreadableError(
        f"文件解压后超过 {MOST_UNPACKED // 1_000_000} MB，不像公文，没有读取。"
        "请删去图片和多余的工作表，另存一份再导入。"
    )
