"""A made-up register in a folder, and a change of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from register.changes import Changes, compare
from register.edition import open_edition
from register.register import Register

TODAY = date(2024, 12, 1)
FILES = {
    "site.yml": "format: 1\ntitle: 示例红黑榜\nregions:\n  yuan: 示例省\nsample: true\n",
    "schemes/yuan.yml": (
        "id: yuan\nname: 示例办法\ngrades:\n"
        "  - grade: 优秀\n    standing: commended\n  - grade: 合格\n    standing: qualified\n"
        "  - grade: 不合格\n    standing: rectifying\n  - grade: 撤销\n    standing: revoked\n"
    ),
    "rounds/yuan-2022.yml": (
        "id: yuan-2022\nname: 示例省2022年度检查\nscheme: yuan\nregion: yuan\nyear: 2022\n"
    ),
    "rounds/yuan-2023.yml": (
        "id: yuan-2023\nname: 示例省2023年度检查\nscheme: yuan\nregion: yuan\nyear: 2023\n"
    ),
    "notices/yuan-2023-1.yml": (
        "id: yuan-2023-1\nnumber: 示例〔2023〕1号\ntitle: 关于2022年度检查的通报\n"
        "decided: 2023-03-01\nrounds:\n  - round: yuan-2022\n    decisions:\n"
        "      - grade: 合格\n        stations:\n"
        "          yuan-1: 示例省第一国家职业技能鉴定所(甲学校承建)\n"
        "          yuan-2: 示例省第二国家职业技能鉴定所(甲学校承建)\n"
        "      - grade: 不合格\n        rectify:\n          due: 2023-06-30\n        stations:\n"
        "          yuan-3: 示例省第三国家职业技能鉴定所(甲学校承建)\n"
    ),
    "hosts/yuan/jia.yml": "id: jia\nnames:\n  - name: 甲学校\n    source: yuan-2023-1\n",
    "hosts/yuan/yi.yml": "id: yi\nnames:\n  - name: 乙集团\n    source: yuan-2023-1\n",
} | {
    f"stations/yuan/yuan-{n}.yml": (
        f"id: yuan-{n}\nname: 示例省第{word}国家职业技能鉴定所\nordinal: {n}\n"
        "hosts:\n  - host: jia\n    source: yuan-2023-1\n"
    )
    for n, word in enumerate("一二三四", 1)
}
OLD = "notices/yuan-2023-1.yml"
NEXT = "notices/yuan-2024-1.yml"


def next_notice(*parts: str) -> str:
    """The document of the year after, with lines of decisions or acts."""
    return (
        "id: yuan-2024-1\nnumber: 示例〔2024〕1号\ntitle: 关于2023年度检查的通报\n"
        "decided: 2024-03-01\n" + "".join(parts)
    )


def decided(grade: str, *numbers: int, more: str = "") -> str:
    """A decision of that document."""
    words = dict(zip(range(1, 5), "一二三四", strict=True))
    lines = "".join(
        f"          yuan-{n}: 示例省第{words[n]}国家职业技能鉴定所(甲学校承建)\n" for n in numbers
    )
    return f"      - grade: {grade}\n{more}        stations:\n{lines}"


ROUND = "rounds:\n  - round: yuan-2023\n    decisions:\n"
Files = dict[str, str]


def register_of(folder: Path, files: Files, today: date = TODAY) -> Register:
    """Lay out the files and read them; they must have no errors."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    edition = open_edition(folder, today)
    assert edition.register, edition.report
    return edition.register


def changed(
    folder: Path, change: Callable[[Files], Files | None], *, first: Files | None = None
) -> Changes:
    """Compare the register with itself after `change`, without pages."""
    before = dict(first or FILES)
    after = dict(before)
    after = change(after) or after
    base = register_of(folder / "base", before)
    return compare(base, register_of(folder / "head", after), pages=False)
