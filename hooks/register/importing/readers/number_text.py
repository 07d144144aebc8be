"""Values of a workbook's cells → what a person reads in them."""

import re
from datetime import date, datetime, time, timedelta

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_ZEROS = re.compile(r"0{2,}")
_PERCENT = re.compile(r"(?:\.([0#?]+))?%")
_MIDNIGHT = time()


def text_of(value: object, form: str = "General") -> str:
    """Write a value: 53 and not 53.0, 2011-03-03, 12.5%; `form` is the cell's number format."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return _number(value, form)
        case datetime():
            return _moment(value)
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes" if not value.second else "seconds")
        case timedelta():
            return str(value)
        case _:
            return str(value)


def _moment(value: datetime) -> str:
    if value.time() == _MIDNIGHT:
        return value.date().isoformat()
    return value.isoformat(" ", "minutes" if not value.second else "seconds")


def _number(value: float, form: str) -> str:
    plain = _QUOTED.sub("", form.split(";", maxsplit=1)[0])
    if found := _PERCENT.search(plain):
        shown = f"{value * 100:.{max(len(found[1] or ''), 2)}f}"
        return shown.rstrip("0").rstrip(".") + "%"
    text = f"{value:.15g}"
    if "e" in text and abs(value) >= 1 and float(value).is_integer():
        text = str(int(value))
    return text.zfill(len(plain)) if _ZEROS.fullmatch(plain) and text.isdecimal() else text
