"""Headings: the outline of a paper, and how many stations each heading says stand below it."""

import re
from typing import NamedTuple

from register.importing.outcomes import Outcomes
from register.names.numerals import DIGITS, to_int

_LEVELS = (
    re.compile(
        r"^[ ]*(?:附件|附表|附(?=[ 0-9一二三四五六七八九十:：]|$))[ ]*"
        r"[0-9一二三四五六七八九十]*[ ]*[:：]?"
    ),
    re.compile(r"^[ ]*第[一二三四五六七八九十]+(?:部分|类|章)[、:： ]*"),
    re.compile(r"^[ ]*[一二三四五六七八九十]{1,3}[ ]*[、.．,，][ ]*"),
    re.compile(r"^[ ]*[(（][ ]?[一二三四五六七八九十]{1,3}[ ]?[)）][、.]?[ ]*"),
    re.compile(r"^[ ]*[0-9]{1,2}[ ]*[、.．](?![0-9])[ ]*"),
    re.compile(r"^[ ]*(?:[(（][ ]?[0-9]{1,2}[ ]?[)）]|[①-⑳⑴-⒇㈠-㈩])[、.]?[ ]*"),
)
PLAIN = len(_LEVELS)
_UNIT = "个|家|所|户|站"
_COUNT = re.compile(
    rf"[(（【\[]?[ ]?(?:共|计|共计|合计)?[ ]*([{DIGITS}]{{1,6}})[ ]*(?:{_UNIT})[ ]"
    rf"?[)）】\]]?[ ]*[:：]?[ ]*$"
)
_COUNT_ALONE = re.compile(
    rf"[(（【\[]?[ ]?(?:共有|共计|合计|总计|共|计)?[ ]*([{DIGITS}]{{1,6}})[ ]*(?:{_UNIT})"
    r"(?:职业技能)?(?:鉴定)?(?:机构|单位|[所站](?:[(（]站[)）])?)?[ ]?[)）】\]]?[ ]*[:：。]?"
)
_COUNT_BEFORE = re.compile(
    rf"(?:^|[^第{DIGITS}])([{DIGITS}]{{1,6}})(?:{_UNIT})(?=[^月人项]{{0,20}}(?:鉴定|机构|单位))"
)
_LIST_WORDS = re.compile(r"鉴定|名单|机构|单位|所站|[(（][^()（）]*[家个所][)）]|[:：]$|的$")
_LONGEST = 60


class Heading(NamedTuple):
    """A line that says what follows: its level, words, grade and stated number."""

    level: int
    text: str
    grade: str | None
    doubt: str
    """The outcomes that it names where they are no grade, or more than one."""
    stated: int | None


def heading_in(text: str, outcomes: Outcomes) -> Heading | None:
    """Read a line as a heading, None where it is none."""
    line = text.strip()
    if not line or len(line) > _LONGEST or re.search(r"[。；;！？!]", line.rstrip("。；;")):
        return None
    if len(re.findall(rf"[{DIGITS}](?:{_UNIT})", line)) > 1:
        return None
    level = next((i for i, pattern in enumerate(_LEVELS) if pattern.match(line)), PLAIN)
    if level == PLAIN and line.endswith(("。", "；", ";")):
        return None
    words = _LEVELS[level].sub("", line, count=1) if level < PLAIN else line
    grade, doubt = outcomes.grade_of(words)
    counted = _counted(words.rstrip("。；;"))
    if level == PLAIN and not _LIST_WORDS.search(words) and not (grade or doubt):
        return None
    return Heading(level, words.strip(), grade, doubt, counted)


def _counted(words: str) -> int | None:
    found = _COUNT.search(words) or _COUNT_BEFORE.search(words)
    return to_int(found[1]) if found else None


def count_alone(text: str) -> int | None:
    """Return the number in a line that says no more than it: （共12所）."""
    found = _COUNT_ALONE.fullmatch(text.strip())
    return to_int(found[1]) if found else None


def grounds_in(words: str, outcomes: Outcomes) -> str:
    """Return the reason that a heading gives for what is listed below it."""
    plain = _COUNT.sub("", words).strip(" :：的")
    plain = re.sub(
        r"(?:国家)?(?:职业技能)?鉴定(?:所|站|机构)(?:[(（]站[)）])?(?:名单)?$|名单$", "", plain
    ).strip(" :：的")
    is_reason = re.search(
        (
            r"因|未|没有|不足|不符|不具备|不能|违|缺|连续|长期|超|弄虚|到期|期满|"
            r"拒|停|不健全|不到位|不规范|不达标|混乱|申请"
        ),
        plain,
    )
    return plain.removeprefix("因") if is_reason and not outcomes.find(plain) else ""


__all__ = ["PLAIN", "Heading", "count_alone", "grounds_in", "heading_in"]
