"""Outcomes: the words for how a station fared, and which grade of the scheme each of them is.

A grade is only ever the scheme's own word, or what the person who imports said a word means. A
word that means some other outcome (拟撤销 is not 撤销, 不予通过 not 通过) is never taken for a
grade; it is `None`, and what stands under it is not placed.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

_BEFORE = (
    "不同意|未同意|不建议|不予|不予以|不被|不能|不|未能|未予|未被|未|没有|无法|拟|拟予|基"
    "本|仍|仍不|再次|暂缓|暂不|初步|建议|取消|撤销|免予|经整改|整改"
    "后|验收|整改验收|可"
)
_WORDS = (
    "优秀", "示范", "良好", "先进", "基本合格", "不合格", "合格", "免检", "限期整改", "责令整改",
    "停业整顿", "整改", "整顿", "暂停业务", "暂停鉴定", "暂停", "停业", "停止", "中止", "拟撤销",
    "撤销", "吊销", "取消资格", "取消", "注销", "撤消", "未参评", "未参检", "未参加", "通过",
    "警告", "通报批评", "通报表扬", "表彰", "表扬", "降级", "关闭", "除名", "合并", "更名",
    "通过验收", "通过整改验收", "恢复", "保留", "延期", "缓检", "达标", "终止",
)  # fmt: skip
# What only contains such a word.
_OTHER = (
    "合格证", "合格率", "合格人", "合格标准", "资格", "优秀学", "优秀教", "优秀人", "优秀考评",
    "通过率", "通过了", "通过查", "通过现场", "通过自", "通过资料", "通过对", "通过实", "示范作用",
    "示范带动", "整改措施", "整改期", "整改方案", "整改报告", "整改要求", "整改情况", "整改通知",
    "更名为", "恢复正",
)  # fmt: skip
_NOUN = r"(?:的)?(?:国家|省属|市属|职业|技能|鉴定|机构|所|站|单位)"
_PREDICATE = r"(?:被|予以|给予|应予|评定为|确定为|认定为|评为|定为|列为|要求|责令)\D{0,8}$"

# What happened to a station once, and how it is praised, is not how it fared this time.
_REMARKS = ("更名", "合并", "恢复", "表彰", "表扬", "通报表扬", "先进")
_ALONE = re.compile(
    r"(?:(?:19|20)[0-9]{2}年(?:度|[0-9]{1,2}月)?)?(?:已|现|被|予以|自行|主动|申请|建议|拟|待)*"
    rf"(?:(?:{'|'.join(word for word in _WORDS if word not in _REMARKS)})+"
    r"(?:鉴定)?(?:业务|资格|许可证?|所|站|一年|半年)?"
    r"|停(?:办|业|鉴|止)?|不再.*|.*除外|另行.{0,4}|缓.{0,2}|保留.{0,4}|暂(?!定名).{0,3}|待.{1,4}"
    r"|[是否√×✓])"
)


class Outcome(NamedTuple):
    """A word for an outcome where it stands in a text; `grade` is None where it is no grade."""

    start: int
    end: int
    word: str
    grade: str | None


class Outcomes:
    """The grades of a scheme, and the words that a person said mean one of them."""

    def __init__(self, grades: Iterable[str], said: Mapping[str, str] | None = None) -> None:
        """Take the scheme's grades, and word → grade."""
        self.grades = tuple(grades)
        self.meant: dict[str, str] = {grade: grade for grade in self.grades} | dict(said or {})

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        own = sorted({*self.meant, *_WORDS}, key=len, reverse=True)
        other = "|".join(map(re.escape, _OTHER))
        if clash := [w for w in own if w in _OTHER]:
            other = "|".join(re.escape(o) for o in _OTHER if o not in clash)
        return re.compile(f"(?P<other>{other})|(?P<word>{'|'.join(map(re.escape, own))})")

    def find(self, text: str) -> list[Outcome]:
        """Return every outcome in `text`, in order; words that belong together are one."""
        found: list[Outcome] = []
        for match in self._pattern.finditer(text):
            if match["word"]:
                outcome = self._outcome(text, match.start(), match.end())
                if found and found[-1].end >= outcome.start:
                    found[-1] = _joined(found[-1], outcome, text)
                else:
                    found.append(outcome)
        return found

    def _outcome(self, text: str, start: int, end: int) -> Outcome:
        """Look at what stands before the word: 拟撤销 is another outcome than 撤销."""
        before = re.search(f"(?:{_BEFORE})+$", text[:start])
        if not before:
            return Outcome(start, end, text[start:end], self.meant.get(text[start:end]))
        whole = text[before.start() : end]
        return Outcome(before.start(), end, whole, self.meant.get(whole))

    def grade_of(self, text: str) -> tuple[str | None, str]:
        """Return the one grade that `text` speaks of, and "" or the words that leave doubt.

        With no outcome at all both are empty.
        """
        outcomes = self.find(text)
        if len({o.grade for o in outcomes}) > 1:
            outcomes = [o for o in outcomes if not _is_attribute(text, o, outcomes)]
        if len(outcomes) > 1 and outcomes[0].grade and outcomes[0].word.endswith("不合格"):
            outcomes = [
                outcomes[0],
                *(o for o in outcomes[1:] if o.grade or not o.word.endswith("整改")),
            ]
        grades = {o.grade for o in outcomes}
        if len(grades) == 1 and (grade := outcomes[0].grade):
            return grade, ""
        return None, "、".join(dict.fromkeys(o.word for o in outcomes))

    def told_in(self, bracket: str) -> bool:
        """Whether a bracket behind a name may say how the station fared, and is no remark.

        It does where it holds a word of the scheme, or a clause of it is an outcome and no more.
        """
        of_scheme = any(o.grade or any(w in o.word for w in self.meant) for o in self.find(bracket))
        return of_scheme or any(_ALONE.fullmatch(c) for c in re.split(r"[，,、；;。\s]+", bracket))

    def exactly(self, text: str) -> str | None:
        """Return the grade that a cell names, which holds nothing else."""
        plain = re.sub(
            r"[\s()（）【】\[\]。:：]|^(?:年检|评估|检查|评定|已|被|予以|为)|(?:等次|单位|所|站)$",
            "",
            text,
        )
        return self.meant.get(plain) or self.meant.get(text.strip())


def _joined(one: Outcome, other: Outcome, text: str) -> Outcome:
    """Take 不予通过限期整改 as one: its word that is a grade, if only one is."""
    start, end = one.start, other.end
    grades = {o.grade for o in (one, other) if o.grade}
    unknown_refusal = one.grade is None and one.word[0] in "不未没"
    grade = (
        grades.pop() if len(grades) == 1 and (unknown_refusal or one.grade == other.grade) else None
    )
    return Outcome(start, end, text[start:end], grade)


def _is_attribute(text: str, one: Outcome, every: list[Outcome]) -> bool:
    """Whether it only describes what another word decides on: 4个不合格机构被撤销."""
    if not re.match(_NOUN, text[one.end :]):
        return False
    return any(
        other.start > one.end and re.search(_PREDICATE, text[one.end : other.start])
        for other in every
    )


__all__ = ["Outcome", "Outcomes"]
