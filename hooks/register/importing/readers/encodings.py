"""Bytes → text: the encodings in which Chinese texts come."""

import codecs
import re

from register.importing.readers.unreadable import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the next one
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 4096


def decoded(content: bytes) -> str:
    """Decode a text; raise UnreadableError where it is none."""
    for encoding in _likely(content):
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
