"""The layout of official documents after GB/T 9704—2012: page, faces, sizes, places.

A4 (5.1), 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm (5.2), 22 lines of 28 characters (5.2.3),
text in 仿宋 三号, 一、 in 黑体 and （一） in 楷体 (7.3.3), the title in 小标宋 二号 (7.3.1), page
numbers in 宋体 四号 between dashes, 7 mm below the text (7.5). Sizes of type are in points.

Without a signing authority a paper bears no 发文机关标志, no red line and no seal.
"""

from enum import Enum
from math import floor
from typing import NamedTuple

from register.papers.printout import Kind

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
TOP, LEFT = 37.0, 28.0
TEXT_WIDTH, TEXT_HEIGHT = 156.0, 225.0
RIGHT = PAGE_WIDTH - LEFT - TEXT_WIDTH
BOTTOM = PAGE_HEIGHT - TOP - TEXT_HEIGHT
LINES, CHARACTERS = 22, 28
MILLIMETRES_PER_POINT = 25.4 / 72
TWO, THREE, FOUR, SMALL_FOUR = 22.0, 16.0, 14.0, 12.0  # 二号 三号 四号 小四
NUMBER_BELOW = 7.0


def _down(points: float) -> float:
    """Round down to a twentieth of a point, as Word counts; else the last would not fit."""
    return floor(points * 20) / 20


PITCH = _down(TEXT_HEIGHT / LINES / MILLIMETRES_PER_POINT)  # from line to line, in points
SPACING = _down(TEXT_WIDTH / CHARACTERS / MILLIMETRES_PER_POINT - THREE)  # after each character


class Face(NamedTuple):
    """A face of type: its name in Chinese offices, and what may stand in for it."""

    name: str
    instead: tuple[str, ...]


FANGSONG = Face("仿宋_GB2312", ("仿宋", "FangSong", "STFangsong", "Noto Serif CJK SC"))
XIAOBIAOSONG = Face(
    "方正小标宋简体", ("FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "小标宋体", "Noto Serif CJK SC")
)
HEITI = Face("黑体", ("SimHei", "STHeiti", "Noto Sans CJK SC"))
KAITI = Face("楷体_GB2312", ("楷体", "KaiTi", "STKaiti", "Noto Serif CJK SC"))
SONGTI = Face("宋体", ("SimSun", "STSong", "Noto Serif CJK SC"))
FACES = (FANGSONG, XIAOBIAOSONG, HEITI, KAITI, SONGTI)


class Align(Enum):
    """Where a line stands; the words are those of CSS and of Word."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Look(NamedTuple):
    """How paragraphs of a kind are set.

    `before` and `after` count lines, `first` and `left` characters; a first line with less than
    none hangs out.
    """

    name: str
    """In Word's list of styles."""
    face: Face = FANGSONG
    size: float = THREE
    align: Align = Align.LEFT
    before: int = 0
    after: int = 0
    first: int = 0
    left: int = 0
    level: int = 0
    """As a heading, from 1; none is 0."""
    new_page: bool = False
    keeps: bool = False
    """Stays on the page of what follows."""
    ruled: bool = False
    """A line runs below it."""
    balanced: bool = False
    """Its lines are of like length."""


_TITLE = Look("", XIAOBIAOSONG, TWO, Align.CENTER, after=1, level=1, keeps=True, balanced=True)
LOOKS: dict[Kind, Look] = {
    Kind.MARK: Look("公文提示", KAITI, FOUR, Align.CENTER),
    Kind.NUMBER: Look("公文发文字号", align=Align.CENTER, before=1, ruled=True),
    Kind.TITLE: _TITLE._replace(name="公文标题", before=2),
    Kind.ADDRESSEE: Look("公文主送机关"),
    Kind.ALERT: Look("公文警示", HEITI, first=2),
    Kind.BODY: Look("公文正文", first=2),
    Kind.SECTION: Look("公文一级标题", HEITI, first=2, level=2, keeps=True),
    Kind.PART: Look("公文二级标题", KAITI, first=2, level=3, keeps=True),
    Kind.LISTED: Look("公文名单", first=2),
    Kind.ANNEXES: Look("公文附件说明", before=1, left=5, first=-3, keeps=True),
    Kind.ANNEXES_MORE: Look("公文附件说明续行", left=5, keeps=True),
    Kind.SIGNED: Look("公文落款", align=Align.RIGHT, before=1, keeps=True),
    Kind.SIGNED_MORE: Look("公文落款续行", align=Align.RIGHT),
    Kind.ANNEX: Look("公文附件", HEITI, new_page=True, keeps=True),
    Kind.ANNEX_TITLE: _TITLE._replace(name="公文附件标题", before=1),
    Kind.REMARKS: Look("公文说明标题", HEITI, FOUR, before=1, level=2, keeps=True),
    Kind.REMARK: Look("公文说明", size=FOUR, first=2),
}
