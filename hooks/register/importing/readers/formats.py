"""What kind of file it is: by its first bytes and what it holds, and only then by its suffix."""

import re
from enum import Enum
from posixpath import splitext

from register.importing.readers.archive import Archive, damaged, locked
from register.importing.readers.unreadable import UnreadableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|table|div|p|meta|font|span)[\s>]", re.IGNORECASE
)
_SPACES = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*", re.DOTALL)
_HEAD = 4096


class Format(Enum):
    """The formats that can be read, with their names in a sentence."""

    WORD = "Word 文档"
    WORKBOOK = "Excel 工作簿"
    OLD_WORKBOOK = "旧版 Excel 工作簿（.xls）"
    OPEN_SHEET = "ODS 表格"
    WEB = "网页"
    TEXT = "文字"


_BY_SUFFIX = {
    ".docx": Format.WORD,
    ".docm": Format.WORD,
    ".dotx": Format.WORD,
    ".xlsx": Format.WORKBOOK,
    ".xlsm": Format.WORKBOOK,
    ".xltx": Format.WORKBOOK,
    ".xls": Format.OLD_WORKBOOK,
    ".et": Format.OLD_WORKBOOK,
    ".ods": Format.OPEN_SHEET,
    ".html": Format.WEB,
    ".htm": Format.WEB,
    ".shtml": Format.WEB,
    ".xhtml": Format.WEB,
    ".txt": Format.TEXT,
    ".md": Format.TEXT,
    ".tsv": Format.TEXT,
}
_SAVE_AS_WORD = "请用 Word 或 WPS 打开，另存为 .docx 再导入。"
_SAVE_AS_WORKBOOK = "请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。"
_SCANNED = "请向来源单位索取 Word、Excel 或网页版，或照着录成文字再导入。"
_PACKED = "这是压缩包。请先解压，再导入里面的文件。"
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", f"PDF 读不了。{_SCANNED}"),
    (_RTF, f"RTF 文件读不了。{_SAVE_AS_WORD}"),
    (b"\xff\xd8\xff", f"图片读不了。{_SCANNED}"),
    (b"\x89PNG\r\n", f"图片读不了。{_SCANNED}"),
    (b"GIF8", f"图片读不了。{_SCANNED}"),
    (b"II*\x00", f"图片读不了。{_SCANNED}"),
    (b"MM\x00*", f"图片读不了。{_SCANNED}"),
    (b"Rar!", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
    (b"\x1f\x8b", _PACKED),
    (b"From: <Saved by", f"网页归档文件（.mht）读不了。{_SAVE_AS_WORD}"),
    (b"MIME-Version:", f"网页归档文件（.mht）读不了。{_SAVE_AS_WORD}"),
)


def format_of(name: str, content: bytes) -> Format:
    """Tell the format; raise UnreadableError, with the way out, for those that cannot be read."""
    for magic, sentence in _REFUSED:
        if content.startswith(magic):
            raise UnreadableError(sentence)
    if content.startswith(_ZIP):
        return _zip_format(Archive(content))
    if content.startswith(_OLE):
        return _ole_format(content)
    if content.startswith(b"BM") and _suffix(name) == ".bmp":
        raise UnreadableError(f"图片读不了。{_SCANNED}")
    return _text_format(name, content)


def is_old_word(content: bytes) -> bool:
    """Whether only another program can read it: .doc, .wps or RTF."""
    is_ole = content.startswith(_OLE) and _holds(content, "WordDocument")
    return content.startswith(_RTF) or (is_ole and not _holds(content, "EncryptedPackage"))


def mismatch(name: str, found: Format) -> str | None:
    """Say that a file is not what its suffix says."""
    said = _BY_SUFFIX.get(_suffix(name))
    if _suffix(name) in {"", ".csv", ".text", ".log"} or said is found:
        return None
    return f"文件名以 {_suffix(name)} 结尾，内容却是{found.value}；已按内容读取。"


def _suffix(name: str) -> str:
    return splitext(name)[1].lower()


def _zip_format(archive: Archive) -> Format:
    names = archive.names
    if "OFD.xml" in names:
        raise UnreadableError(f"OFD 版式文件读不了。{_SCANNED}")
    if "mimetype" in names:
        kind = archive.part("mimetype").decode("ascii", "replace").strip()
        if kind.endswith("opendocument.spreadsheet"):
            return Format.OPEN_SHEET
        raise UnreadableError(f"这种 OpenDocument 文件读不了。{_SAVE_AS_WORD}")
    if any(name.startswith("xl/") for name in names):
        if not any(name.startswith("xl/") and name.endswith("workbook.xml") for name in names):
            raise UnreadableError(f"二进制工作簿（.xlsb）读不了。{_SAVE_AS_WORKBOOK}")
        return Format.WORKBOOK
    if any(name.startswith("word/") for name in names):
        return Format.WORD
    if any(name.startswith("ppt/") for name in names):
        raise UnreadableError("幻灯片读不了。请把名单复制到 Word 里，另存为 .docx 再导入。")
    if "[Content_Types].xml" in names:
        raise damaged()
    raise UnreadableError(_PACKED)


def _ole_format(content: bytes) -> Format:
    if _holds(content, "EncryptedPackage"):
        raise locked()
    if _holds(content, "WordDocument"):
        raise UnreadableError(f"旧版 Word 文件（.doc、.wps）不能直接读。{_SAVE_AS_WORD}")
    if _holds(content, "Workbook") or _holds(content, "Book"):
        return Format.OLD_WORKBOOK
    raise UnreadableError(f"这种旧版文件读不了。{_SAVE_AS_WORD}")


def _holds(content: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") + b"\0\0" in content


def _text_format(name: str, content: bytes) -> Format:
    head = content[:_HEAD].replace(b"\0", b"")  # UTF-16 of ASCII, near enough to see a tag
    start = _SPACES.sub(b"", head, count=1)
    if b"progid=" in head and (b"Excel.Sheet" in head or b"Word.Document" in head):
        raise UnreadableError(
            "Office 2003 的 XML 文件读不了。"
            "请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx 再导入。"
        )
    if _HTML.match(start) or (_BY_SUFFIX.get(_suffix(name)) is Format.WEB and _HTML.search(head)):
        return Format.WEB
    return Format.TEXT
