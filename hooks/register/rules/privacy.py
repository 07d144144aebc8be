"""Personal data: none, in values and comments alike, for all of it is public.

Messages never repeat what was found: they are public too.
"""

import re
from collections.abc import Iterator

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_11_2

from register.problem import check
from register.rules.case import Case, Findings, Text

# Typed full-width they count too; each form has one code point, so places stay right.
_WIDE = re.compile(r"[０-９＠]")
_HALF = str.maketrans("０１２３４５６７８９Ｘｘ＠－．", "0123456789Xx@-.")
_URL = re.compile(r"https?://[^\s<>\"'，。；、]+")

_MOBILE = re.compile(
    r"(?<![0-9])(?:(?:\+|00)?86[-. ]?)?1[3-9][0-9]"
    r"[-._ ]?(?:[0-9]{4}[-._ ]?[0-9]{4}|[0-9]{3}[-._ ]?[0-9]{5})(?![0-9@#])"
)
_DAY = r"(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_IDENTITY = re.compile(
    rf"[1-8](?<![0-9][0-9])[0-9]{{5}}[- ]?{_DAY}[- ]?[0-9]{{3}}[0-9Xx](?![0-9A-Za-z])"
)
_MASKED = re.compile(r"身份证(?:件)?(?:号码?)?[ :：]*[\d*Xx]{4,18}")
_PROVIDERS = (
    r"(?:(?:vip\.)?(?:qq|163|126|sina|188)|foxmail|yeah|139|189|wo|sohu|tom|21cn|263|aliyun"
    r"|gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|proton|protonmail)"
    r"\.(?:com|net|cn|me)\b"
)
_MAIL = re.compile(
    rf"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{{1,64}} ?[@#] ?{_PROVIDERS}", re.IGNORECASE
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶"
    "程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾"
    "毛郝龚邵万钱严覃武戴莫孔向汤"
)
_PERSON = re.compile(
    r"(?:(?:联系人|经办人|负责人|法定代表人|法人代表)(?:姓名)?[ \u3000]*(?:[:：为是])?"
    r"|(?:校长|所长|站长|院长|厂长|经理|主任)[ \u3000]*[:：])"
    rf"[ \u3000]*(?:[{_SURNAMES}][\u4e00-\u9fff某×*]{{1,2}}|(?<=[:：])[\u4e00-\u9fff某×*]{{2,4}})"
    r"(?:先生|女士|同志)?(?=[\s\d,，;；。、(（)）\"'}\]]|$)"
)
_OFFICE = re.compile(r"[部处科室厅局院校所站会厂司员师级工人员构位门]$")


def _texts(case: Case, pattern: re.Pattern[str], signs: str = "") -> Iterator[Text]:
    """Yield the texts that `pattern` may be found in: half-width, addresses blotted out.

    With `signs`, those only that hold one of them.
    """
    for text in case.texts:
        if signs and not any(sign in text.text for sign in signs):
            continue
        plain = text.text.translate(_HALF) if _WIDE.search(text.text) else text.text
        if pattern.search(plain):
            blotted = _URL.sub(lambda match: " " * len(match[0]), plain)
            yield Text(text.entry, blotted)


@check("report_to: 省鉴定中心，手机 1390000…", firm=True)
def mobile_number(case: Case) -> Findings:
    """数据和注释里都不能有手机号码。

    删去；需要公开联系方式的，写办公室的固定电话。
    """
    for text in _texts(case, _MOBILE):
        for place, match in text.finditer(_MOBILE):
            yield (
                place,
                (
                    f"这里有手机号码（{match[0][:3]} 开头）；不能公开个人信息。"
                    "请删去，需要联系方式的写办公室的固定电话。"
                ),
            )


@check("remarks: 身份证号 62…", firm=True)
def identity_number(case: Case) -> Findings:
    """数据和注释里都不能有身份证号码，遮去几位的也不行。

    删去。
    """
    for text in _texts(case, _IDENTITY):
        for place, match in text.finditer(_IDENTITY):
            if _proved(re.sub(r"[- ]", "", match[0]).upper()):
                yield place, "这里有身份证号码（校验码相符）；不能公开个人信息。请删去。"
    for text in _texts(case, _MASKED, "证"):
        for place, match in text.finditer(_MASKED):
            if not _IDENTITY.search(match[0]):
                yield place, "这里写了身份证号或其中几位；不能公开个人信息。请删去。"


def _proved(number: str) -> bool:
    """Tell whether the last digit checks the others (GB 11643—1999, ISO 7064 MOD 11-2)."""
    try:
        mod_11_2.validate(number)
    except ValidationError:
        return False
    return True


@check("report_to: someone@qq.com", firm=True)
def private_mail(case: Case) -> Findings:
    """数据和注释里都不能有个人邮箱；单位的邮箱（例如 gov.cn）可以。

    删去，或换成单位邮箱。
    """
    for text in _texts(case, _MAIL, "@#＠"):
        for place, match in text.finditer(_MAIL):
            domain = re.split(r"[@#] ?", match[0])[-1]
            yield (
                place,
                (
                    f"这里有 {domain} 的邮箱；不能公开个人信息，只允许单位邮箱。"
                    "请删去，或换成单位邮箱。"
                ),
            )


@check("report_to: 联系人：王某某")
def person_named(case: Case) -> Findings:
    """数据和注释里都不写联系人、负责人等个人的姓名。

    删去姓名，只写机关或单位；不是人名的，用 accept 说明。
    """
    for text in _texts(case, _PERSON):
        for place, match in text.finditer(_PERSON):
            if not _OFFICE.search(match[0]):
                yield (
                    place,
                    (
                        f"“{match[0][:3]}”后面像是人名；不能公开个人信息。"
                        "请删去姓名，只写机关或单位；不是人名的，用 accept 说明。"
                    ),
                )


def personal_spans(text: str) -> list[tuple[int, int]]:
    """Return where in `text` a mobile or identity number, a private mail or a person's name is."""
    plain = text.translate(_HALF) if _WIDE.search(text) else text
    kinds = (_MOBILE, _IDENTITY, _MASKED, _MAIL, _PERSON)
    return sorted(match.span() for kind in kinds for match in kind.finditer(plain))


PRIVACY = (mobile_number, identity_number, private_mail, person_named)
