"""Titles: lines of like length that end where a word ends (GB/T 9704—2012, 7.3.1).

The text stays whole: a title is set in from both sides just so far that its lines break there.
"""

import re
from collections.abc import Sequence
from math import ceil

from register.papers.layout import MILLIMETRES_PER_POINT, SPACING, TEXT_WIDTH, TWO

ROOM = TEXT_WIDTH / MILLIMETRES_PER_POINT / (TWO + SPACING)  # characters of a title in a line
_STEP, _SLACK = 0.5, 0.4  # digits of some faces are wider than half a character
_WORDS = (  # of which the titles of our documents are made; within them no line ends
    "关于|职业|技能|国家|鉴定所（站）|鉴定所|鉴定|指导|中心|机构|标准化|建设|质量|督导|年度|年检|检查|普查|清查"
    "|评分|评估|考核|结果|情况|结论|名单|整改|验收|通报|通知|公告|决定|批复|复函|工作|开展|公布|许可证"
    "|许可|证章牌|发放|资格|业务|恢复|暂停|撤销|撤回|取消|收回|部分|工种|变更|事项|重新|印发|合并|注销"
)
_PIECES = re.compile(
    rf"(?:[0-9.]+年?(?:度)?|（[^）]*）|〔[^〕]*〕|《|“|{_WORDS}|.)[，、：；。）》”]*"
)


def inset(title: str) -> float:
    """Return how many characters a title of several lines is to be set in from either side."""
    total = _width(title)
    if total <= ROOM:
        return 0
    lines = ceil(total / ROOM)
    width = ceil(total / lines / _STEP) * _STEP
    while width < ROOM:
        if _ends_with_words(title, width, lines):
            return (ROOM - width - _SLACK) / 2
        width += _STEP
    return 0


def _width(text: str) -> float:
    """How many characters wide a text is; letters and digits are half as wide."""
    return sum(0.5 if character.isascii() else 1 for character in text)


def _ends_with_words(title: str, width: float, lines: int) -> bool:
    """Whether lines of `width`, filled one after the other, break between words only."""
    breaks = _breaks(title, width)
    ends, at = set(), 0
    for piece in _PIECES.findall(title):
        at += len(piece)
        ends.add(at)
    return len(breaks) < lines and ends.issuperset(breaks)


def _breaks(title: str, width: float) -> Sequence[int]:
    """Return where full lines end."""
    found, line = [], 0.0
    for place, character in enumerate(title):
        line += _width(character)
        if line > width:
            found.append(place)
            line = _width(character)
    return found
