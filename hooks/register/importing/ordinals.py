"""Ordinals that share one name: 海西省第一、第二、第五国家职业技能鉴定所 are three stations."""

import re

from register.importing.station_names import END
from register.names.numerals import DIGITS

_ONE = rf"第?[{DIGITS}]{{1,4}}"
_SHARED = re.compile(
    rf"(?P<place>[\u4e00-\u9fff]{{0,8}}?)(?P<numbers>第[{DIGITS}]{{1,4}}(?:[、，,和及与]{_ONE})+)"
    rf"(?P<kind>(?:国家|职业|技能|特有|工种|专业)[\u4e00-\u9fff]{{0,12}}?{END})"
)


def spelt_out(text: str) -> str:
    """Return a text in which each station of such a run has its whole name."""
    return _SHARED.sub(lambda found: "、".join(_names(found)), text) if "第" in text else text


def shared(text: str) -> list[str]:
    """Return the names of a line that is such a run and no more."""
    found = _SHARED.fullmatch(text.strip(" 。；;，,"))
    return _names(found) if found else []


def _names(found: re.Match[str]) -> list[str]:
    numbers = re.split(r"[、，,和及与]", found["numbers"])
    return [f"{found['place']}第{number.removeprefix('第')}{found['kind']}" for number in numbers]


__all__ = ["shared", "spelt_out"]
