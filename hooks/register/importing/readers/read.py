"""A file's bytes → a paper, by what the file is and not by what it is called."""

from register.importing.paper import Paper
from register.importing.readers.archive import Archive, damaged
from register.importing.readers.formats import Format, format_of, mismatch
from register.importing.readers.unreadable import MOST_BYTES, UnreadableError


def read_paper(name: str, content: bytes) -> Paper:
    """Read a document; raise UnreadableError, and nothing else, where that cannot be done."""
    if not content.strip():
        raise UnreadableError("文件是空的。请检查是不是拿错了文件。")
    if len(content) > MOST_BYTES:
        raise UnreadableError(
            f"文件超过 {MOST_BYTES // 1_000_000} MB，不像公文，没有读取。"
            "请删去图片和多余的工作表，另存一份再导入。"
        )
    found = format_of(name, content)
    try:
        paper = _read(found, name, content)
    except UnreadableError:
        raise
    except Exception as error:
        raise damaged() from error
    if not any(True for _ in paper.pieces()):
        raise UnreadableError(
            "文件里没有文字。如果内容是图片或扫描件，请向来源单位索取文字版，或照着录入。"
        )
    remark = mismatch(name, found)
    return paper._replace(remarks=[remark, *paper.remarks]) if remark else paper


def _read(found: Format, name: str, content: bytes) -> Paper:
    match found:
        case Format.WORD:
            from register.importing.readers.word import read_word

            return read_word(name, Archive(content))
        case Format.WORKBOOK:
            from register.importing.readers.workbook import read_workbook

            return read_workbook(name, content, Archive(content))
        case Format.OLD_WORKBOOK:
            from register.importing.readers.old_workbook import read_old_workbook

            return read_old_workbook(name, content)
        case Format.OPEN_SHEET:
            from register.importing.readers.open_sheet import read_open_sheet

            return read_open_sheet(name, Archive(content))
        case Format.WEB:
            from register.importing.readers.web import read_web

            return read_web(name, content)
        case Format.TEXT:
            from register.importing.readers.plain import read_plain

            return read_plain(name, content)
