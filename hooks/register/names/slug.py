"""Slugs: ids in pinyin, a name's syllables joined word by word: 兰州铁路局 → lanzhou-tieluju."""

import re
from functools import cache

from register.names.numerals import to_int
from register.names.pinyin import LONGEST_PHRASE, _phrases, _typed, syllables

LONGEST = 60
# Words that the phrase dictionary lacks or splits otherwise.
_WORDS = frozenset(
    [
        "公司",
        "集团",
        "学校",
        "学院",
        "大学",
        "中心",
        "有限",
        "责任",
        "股份",
        "职业",
        "技术",
        "技工",
        "高级",
        "技师",
        "中等",
        "专业",
        "专科",
        "高等",
        "工程",
        "建设",
        "建筑",
        "工业",
        "农业",
        "商业",
        "交通",
        "铁路局",
        "石油",
        "管理局",
        "培训",
        "指导",
        "电力",
        "煤业",
        "煤电",
        "钢铁",
        "有色",
        "金属",
        "机床",
        "机器厂",
        "阀门厂",
        "印刷厂",
        "工具厂",
        "总公司",
        "协会",
        "联合",
        "师范",
        "理工",
        "城市",
        "机械",
        "冶金",
        "化工",
        "餐饮",
        "饮食",
        "服务",
        "盲人",
        "按摩",
        "足部",
        "残联",
        "电机",
        "电子",
        "信息",
        "鉴定所",
        "鉴定站",
        "技能",
    ]
)
_DIGITS = re.compile("[〇○零一二三四五六七八九]{2,}|[0-9]+|[A-Za-z]+")


def slug(name: str) -> str:
    """Return an id for `name`: its words in pinyin, joined by hyphens, at most 60 letters."""
    words = [_pinyin(word) for word in _words(name)]
    text = "-".join(word for word in words if word)
    if len(text) > LONGEST:
        text = text[: LONGEST + 1].rpartition("-")[0] or text[:LONGEST]
    return text.strip("-")


def _words(name: str) -> list[str]:
    words: list[str] = []
    at = 0
    while at < len(name):
        word = _word_at(name, at)
        words.append(word)
        at += len(word)
    return _paired(words)


def _paired(words: list[str]) -> list[str]:
    """Join what no dictionary knows two by two, as most Chinese names are read."""
    joined: list[str] = []
    open_ = False
    for word in words:
        single = len(word) == 1 and not _DIGITS.fullmatch(word)
        if single and open_:
            joined[-1] += word
            open_ = False
        else:
            joined.append(word)
            open_ = single and word not in "省市县厂矿"
    return joined


def _word_at(name: str, at: int) -> str:
    if found := _DIGITS.match(name, at):
        return found[0]
    known = _phrases()
    for size in range(min(LONGEST_PHRASE, len(name) - at), 1, -1):
        word = name[at : at + size]
        if word in _WORDS or (size <= 3 and word in known):  # noqa: PLR2004 - longer ones are sayings
            return word
    return name[at]


@cache
def _pinyin(word: str) -> str:
    if _DIGITS.fullmatch(word):
        number = "".join(str(to_int(digit)) if not digit.isascii() else digit for digit in word)
        return number.lower()
    letters = "".join(_typed(syllable)[0] for syllable in syllables(word) if syllable)
    return re.sub(r"[^a-z0-9]", "", letters)


__all__ = ["slug"]
