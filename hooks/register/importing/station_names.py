"""Station names: which words in a line are the name of one station, and not of a kind of them."""

import re
from typing import NamedTuple

END = r"(?:鉴定|考核)(?:所|站)(?:[(（][ ]?(?:站|所)[ ]?[)）]|站)?"
_BRANCH = r"(?:[\u4e00-\u9fff第]{0,8}?分[所站])?"
_INNER = r"(?:[^()（）、，,；;。：:！？|｜《》“”\t\n]|[(（][^()（）\n]{1,12}[)）](?=[^()（）\n]))"
NAME = rf"(?:{_INNER}{{1,40}}?{END}{_BRANCH})"
_NAME = re.compile(NAME)
_HAS_END = re.compile(END)
# Words that say what kind of stations are meant; a name has something beside them.
_GENERIC = re.compile(
    r"国家|职业|技能|鉴定|考核|省属|市属|省直|市直|直属|所属|行业|企业|"
    r"院校|学校|特有|工种|专业|全国|全省|全市|我省|我市|本省|各类|各级|"
    r"各市|各地|各个|各"
    r"|本地区|部分|以上|以下|上述|下列|这些|有关|相关|个别|其他|其余|"
    r"该|此|名单|机构|单位|年度|年检|评估|检查|结果|情况|汇总|统计|一览|"
    r"表|被|省|市|州|县|区"
    r"|优秀|示范|合格|不|限期|整改|拟|撤销|撤消|取消|吊销|注销|暂停|"
    r"通过|未|参评|参检|免检|基本|的|等|及|和|与|或|共|家|个|所|站|第?[0-9]+|"
    r"年|附件|附表"
    r"|申请|设立|新建|批准|同意|关于|公布|确定|认定|评定|要求|予以|给予|"
    r"责令|到期|大型|中型|小型|建立|质量|管理|工作|[\s(（)）\-—.]"
)
_ORDINAL = re.compile(r"第[0-9〇○零一二三四五六七八九十百]+(?:国家)?(?:职业|技能|特有|考核|鉴定)")
_NOT_IN_A_NAME = re.compile(
    r"[0-9]+[ ]*[家个户]|关于|撤销|吊销|注销|取消|暂停|同意|整改|合格|不予|"
    r"未发现|更名为|改为|的|名单|一些|少数|多数|个别|"
    r"须|日前|月底|凡是|任何|以下|上述|下列|"
    r"各类|各级|所有|全部|其中|要求|负责|应当|必须|不得|以及|并将|我省|"
    r"对于|一批|这些|建所|\d{4}年|如下|已经|继续"
)
_ORGANISATION = re.compile(
    r"(?:学校|学院|大学|中学|校|公司|集团|厂|局|中心|协会|学会|联合会|"
    r"总会|商会|医院|研究院|研究所|设计院|院|处|站|矿|部|厅|社|队|馆|"
    r"店|宾馆|酒店|饭店|委员会|办公室|基地|俱乐部|服务所|工会|银行|车间|"
    r"段|所|库|场|园)$"
)
# 将乐, 对外经贸, 并州, 向阳, 在平 are beginnings of names.
_PREPOSITION = (
    r"(?:(?:[\u4e00-\u9fff]{0,12}[厅局委组]|现|拟|决定)?(?:对(?![外口])|将(?![乐军]))|"
    r"把|由|给予|予以|以及|并(?!州)|请|向(?![阳荣东上])|使|在(?!平))(?=[\u4e00-\u9fff]{2})"
)
_LED = re.compile(_PREPOSITION)
_BEFORE = re.compile(
    r"^[ ]*[(（][ ]?[0-9一二三四五六七八九十]{1,3}[ ]?[)）]|^[ ]*(?:[一二三四五六七八九十]"
    r"{1,3}|[0-9]{1,4})(?:[、.．]|[ ]+)"
    r"|^.*(?:的(?=[\u4e00-\u9fff]{2})|评定为|确定为|分别为|分别是|包括|"
    r"其中|同意|授予|取消|撤销|吊销|暂停|恢复|注销|批准|认定|责令|决定|现将|例如)"
    r"|^.*(?:合格|整改|撤销|吊销|注销|暂停|优秀|示范|通过|免检)[ ]+"
    rf"|^除|^有(?![色限机线])|^如(?![皋东意])|^{_PREPOSITION}"
)
# Behind one of these a name goes on in a list, and what looks like a preposition is part of it.
_LISTED = re.compile(rf"(?:{END}{_BRANCH}|[)）])[ ]*、$")


class Named(NamedTuple):
    """A station's name where it stands in a text."""

    start: int
    end: int
    name: str


def is_station(name: str) -> bool:
    """Whether `name` is one station's, such as 长庆职业技能鉴定所, and not 合格职业技能鉴定所."""
    if not _HAS_END.search(name) or _NOT_IN_A_NAME.search(name):
        return False
    return bool(_ORDINAL.search(name)) or bool(
        re.search(r"[\u3400-\u9fffA-Za-z]{2}|[\u3400-\u9fff][市州县区省]", _rest(name))
    )


def _rest(name: str) -> str:
    """Return what of a name says which station it is; a place's own name says it."""
    place = re.match(r"[\u4e00-\u9fff]{2,5}?[省市州县区]", name)
    kept = place[0] if place and not _GENERIC.fullmatch(place[0]) and _own(place[0]) else ""
    return kept + _GENERIC.sub("", name[len(kept) :])


def _own(place: str) -> bool:
    return bool(re.fullmatch(r"[\u3400-\u9fff]{2,}", _GENERIC.sub("", place)))


def is_organisation(text: str) -> bool:
    """Whether `text` ends as organisations' names do."""
    return bool(_ORGANISATION.search(text.strip()))


def is_led(text: str) -> bool:
    """Whether `text` begins with a word that leads to a name: 对A所予以撤销."""
    return bool(_LED.match(text))


def speaks_of_stations(text: str) -> bool:
    """Whether a station's name may stand in `text`."""
    return "鉴定" in text or bool(_HAS_END.search(text))


def without_spaces(name: str) -> str:
    """Return a name without the spaces that slipped into it; between Latin words they stay."""
    return re.sub(r"(?<![A-Za-z0-9]) +| +(?![A-Za-z0-9])", "", name.strip())


def names_in(text: str) -> list[Named]:
    """Return every station that a sentence names, without the words that lead to the name."""
    found = []
    for match in _NAME.finditer(text):
        start, raw = match.start(), match[0]
        joined = re.match(r"(?:和|及|与|以及|或)(?=[\u4e00-\u9fff]{3})", raw)
        if joined and start and text[start - 1] in "所站)）":
            start, raw = start + joined.end(), raw[joined.end() :]
        listed = bool(_LISTED.search(text, 0, start))
        while not listed and (lead := _BEFORE.match(raw)):
            start, raw = start + lead.end(), raw[lead.end() :]
        stripped = raw.lstrip()
        start += len(raw) - len(stripped)
        if is_station(stripped):
            found.append(Named(start, match.end(), without_spaces(stripped)))
    return found


__all__ = [
    "END",
    "NAME",
    "Named",
    "is_led",
    "is_organisation",
    "is_station",
    "names_in",
    "speaks_of_stations",
    "without_spaces",
]
