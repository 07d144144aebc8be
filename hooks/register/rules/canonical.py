"""The canonical form: every file is written in the same way, so that a diff shows what changed."""

from register.problem import Place, Severity, check
from register.reading.dataset import Entry
from register.records.fields import Record
from register.rules.case import Case, Findings
from register.writing import formatted, is_canonical

_SHOWN = 40  # characters of a line in a message


@check("name: '甲所'\nid: gansu-55\n（应先写 id；引号是多余的）", Severity.HINT)
def not_canonical(case: Case) -> Findings:
    """文件用统一的写法：字段的先后、缩进、引号、哪些写在一行，处处一样；这样改了什么一看就知道。

    运行 ./scripts/format 加文件的路径，内容和注释不会变。
    """
    for text in case.texts:
        if not is_canonical(text.entry.record, text.text):
            yield _first_difference(text.entry, text.text)


def _first_difference(entry: Entry[Record], text: str) -> tuple[Place, str]:
    wanted = formatted(entry.path, text)
    ends = min(len(text), len(wanted))
    at = next((i for i in range(ends) if text[i] != wanted[i]), ends)
    line = wanted[wanted.rfind("\n", 0, at) + 1 :].split("\n", 1)[0].strip()
    shown = line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
    said = f"这一行应为 {shown}" if shown else "文件应到这里为止"
    return (
        Place.in_text(entry.path, text, at),
        f"从这里起不是统一的写法；{said}。请运行 ./scripts/format 加本文件的路径，内容不会变。",
    )


CANONICAL = (not_canonical,)
