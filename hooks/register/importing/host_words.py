"""Host words: which words in a line or bracket name the organisation that runs a station."""

import re

from register.importing.station_names import is_organisation, speaks_of_stations, without_spaces

HOST_WORDS = "承建|依托|承办|主办|举办|所属|设立|建设|承担"
_HOST = re.compile(
    r"^(?:由)?(?P<a>.{2,60}?)(?:负责)?(?:承建|依托|承办|主办|举办)(?:单位)?$"
    rf"|^(?:{HOST_WORDS})[(（]?(?:承建|依托)?[)）]?(?:单位(?:名称)?[ ]*[:：为是]?|"
    rf"[:：])[ ]*(?P<b>.{{2,60}})$"
)
# Where one of these stands behind a name, the line may say how the station fared.
TELLING = re.compile(
    r"合格|整改|撤|吊销|暂停|注销|优秀|示范|免检|通过|取消|停|不|未|除|更名|并入|原|拟|缓|另|已"
)


def host_in(bracket: str) -> str:
    """Return the host that a bracket names, "" where it names none."""
    if not (found := _HOST.match(bracket.strip())):
        return ""
    return without_spaces(found["a"] or found["b"]).strip("“”\"'")


def plain_host(text: str) -> str:
    """Return a host that is named without such a word, "" where the text names none."""
    is_host = is_organisation(text) and not TELLING.search(text) and not speaks_of_stations(text)
    return without_spaces(text) if is_host and len(text) <= 40 else ""  # noqa: PLR2004 - longer is a sentence


__all__ = ["HOST_WORDS", "TELLING", "host_in", "plain_host"]
