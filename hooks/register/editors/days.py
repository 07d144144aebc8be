"""The days that the reader accepts, as a pattern: for tools that know patterns but no calendar."""

_YEAR = r"(?:1949|19[5-9][0-9]|2[01][0-9]{2})"
_LEAP = r"(?:19(?:[579][26]|[68][048])|2[01](?:0[48]|[2468][048]|[13579][26])|2000)"
_LONG = r"(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
_SHORT = r"(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
_FEBRUARY = r"02-(?:0[1-9]|1[0-9]|2[0-8])"

DAY_PATTERN = f"^(?:{_YEAR}-(?:{_LONG}|{_SHORT}|{_FEBRUARY})|{_LEAP}-02-29)$"
