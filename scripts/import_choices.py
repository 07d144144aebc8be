"""The command line of ./scripts/import, and what its flags decide."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from command_line import Parser
from environment import ROOT

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from register.importing.choices import Choices

EXAMPLES = """\
示例：
  ./scripts/import 通报.docx                          只看建议，不写任何文件
  ./scripts/import 通报.docx --preview 预览.html       另存一页，来源和记录左右对照
  ./scripts/import 通报.docx 附件.xlsx --write         正文和附件当一份文件，写入 data/
  ./scripts/import 名单.xlsx --grade 合格              名单上没有等次时写明
  ./scripts/import 通报.txt --grade 吊销=撤销          原文的“吊销”就是办法里的“撤销”
  ./scripts/import 通报.txt --station 某某鉴定所=gansu-06  原文的这个名称就是 gansu-06；=new 是新的
  ./scripts/import 评估表.docx --sheets henan-pinggu   读评估表，与已录的办法对照
  pbpaste | ./scripts/import -                        粘贴的文字

原文里拿不准的，一次全部列出，并写明用哪个参数决定。没有决定之前不写入。
已有的文件从不改动。写入以后自动检查一遍，与 ./scripts/check 相同。
"""


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = Parser("import", "读一份文件或名单，建议怎样录入。", EXAMPLES)
    add = parser.add_argument
    add("files", metavar="文件", nargs="*", help="要导入的文件；- 或不写，读粘贴的文字")
    add("--data", metavar="文件夹", default=str(ROOT / "data"), help="数据文件夹")
    add("--id", metavar="编号", help="文件的编号，例如 gansu-2011-67")
    add("--region", metavar="地区", help="地区编号，例如 gansu")
    add("--scheme", metavar="办法", help="评估办法编号")
    add("--round", metavar="检查", help="年度检查编号，例如 gansu-2010；没有的会新建")
    add("--title", metavar="标题", help="文件标题（原文没有时）")
    add("--number", metavar="文号", help="文号（原文没有时）")
    add("--decided", metavar="日期", help="成文日期（原文没有时），例如 2011-03-03")
    add("--published", metavar="日期", help="公布日期（原文没有时）")
    add(
        "--grade",
        metavar="等次",
        action="append",
        default=[],
        help="没写等次的都作这个；或 原文的词=等次，可写多次",
    )
    add(
        "--station",
        metavar="名称=编号",
        action="append",
        default=[],
        help="原文名称指哪个鉴定所，或 =new；可写多次",
    )
    add("--total", metavar="等次=个数", action="append", default=[], help="原文写的总数；可写多次")
    add("--sheets", metavar="办法", help="只读评估表，与这个编号的办法对照")
    add("--out", metavar="文件", help="和 --sheets 一起用：把 sheets: 这一段另存为新文件")
    add("--write", action="store_true", help="写入新文件")
    add("--preview", metavar="网页", help="另存一页对照")
    add("--format", choices=("text", "json"), default="text", help="输出格式，默认 text")
    return parser.parse_args()


def chosen(arguments: argparse.Namespace) -> Choices:
    """Turn the flags into choices, or end with all that is wrong with them."""
    from register.importing.choices import Choices

    wrong: list[str] = []
    words, grades = pairs(arguments.grade)
    stations, bare = pairs(arguments.station)
    wrong += [f"--station {name} 后面要写 =编号 或 =new" for name in bare]
    totals, loose = pairs(arguments.total)
    wrong += [f"--total {value} 要写成 等次=个数" for value in loose]
    wrong += [f"--total {g}={n} 的个数应为整数" for g, n in totals.items() if not n.isdecimal()]
    wrong += ["--grade 只能有一个不带“=”的等次"] if len(set(grades)) > 1 else []
    wrong += ["--out 要和 --sheets 一起用"] if arguments.out and not arguments.sheets else []
    if arguments.sheets and (arguments.preview or arguments.format != "text"):
        wrong.append("--sheets 不能和 --preview、--format json 一起用")
    for flag in ("id", "round", "sheets"):
        value = getattr(arguments, flag)
        if value and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
            wrong.append(f"--{flag} 的值 {value} 不对；用小写字母、数字，中间用一个短横连接")
    days = {flag: day(flag, getattr(arguments, flag), wrong) for flag in ("decided", "published")}
    if wrong:
        for message in wrong:
            print(f"参数有误：{message}。", file=sys.stderr)
        sys.exit(2)
    return Choices(
        id=arguments.id or "",
        region=arguments.region or "",
        scheme=arguments.scheme or "",
        round=arguments.round or "",
        title=arguments.title or "",
        number=arguments.number or "",
        decided=days["decided"],
        published=days["published"],
        grade=grades[0] if grades else "",
        words=words,
        stations=stations,
        totals={grade: int(count) for grade, count in totals.items()},
    )


def day(flag: str, value: str | None, wrong: list[str]) -> date | None:
    """Read a day such as 2011-03-03."""
    from datetime import date

    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        wrong.append(f"--{flag} 的值 {value} 不对；应为日期，例如 2011-03-03")
        return None


def pairs(values: list[str]) -> tuple[dict[str, str], list[str]]:
    """Split NAME=VALUE; what has no sign comes back apart."""
    signed = [value.rpartition("=") for value in values if "=" in value]
    return {key: value for key, _, value in signed}, [v for v in values if "=" not in v]
