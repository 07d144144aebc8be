"""Bytes → text: the encodings in which Chinese texts come."""

import codecs
import re
from collections.abc import Sequence

from register.importing.readers.unreadable import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the next one
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)")
_SAMPLE = 4096


def decoded(content: bytes) -> str:
    """Decode a text; raise UnreadableError where it is none."""
    return _decoded(content, _likely(content))


def decoded_web(content: bytes) -> str:
    """Decode a web page: as its first bytes say, else as it says itself, else as a text."""
    said = _CHARSET.search(content[:_SAMPLE])
    name = said[1].decode("ascii").lower() if said else ""
    likely = _likely(content)
    own = ["gb18030"] if name.startswith(("gb", "hz")) else []
    own += ["big5hkscs"] if name.startswith("big5") else []
    return _decoded(content, [*own, *likely] if likely[0] == "utf-8" else likely)


def _decoded(content: bytes, encodings: Sequence[str]) -> str:
    for encoding in encodings:
        bom = next(
            (bom for bom, name in _BOMS if name == encoding and content.startswith(bom)), b""
        )
        try:
            text = content[len(bom) :].decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NO_TEXT.search(text):
            return text
    raise UnreadableError(
        "看不出这是什么文件，也不像文字。"
        "请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx 再导入。"
    )


def _likely(content: bytes) -> list[str]:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return [encoding]
    sample = content[:_SAMPLE]
    if sample.count(0) and len(content) % 2 == 0:  # a NUL is half of an ASCII character
        low_first = sample[1::2].count(0) >= sample[::2].count(0)
        return ["utf-16-le" if low_first else "utf-16-be"]
    return ["utf-8", "gb18030"]
