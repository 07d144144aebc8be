"""The words by which people ask for a standing; a grade as printed is one too, where it occurs."""

from register.records.standing import BLACK_LIST, RED_LIST, Standing

SPOKEN = {
    "示范": (Standing.COMMENDED,),
    "整改": (Standing.RECTIFYING,),
    "暂停": (Standing.SUSPENDED,),
    "停业": (Standing.SUSPENDED,),
    "吊销": (Standing.REVOKED,),
    "注销": (Standing.DEREGISTERED,),
    "红榜": RED_LIST,
    "黑榜": BLACK_LIST,
}

WORDS = {standing.title: (standing,) for standing in Standing} | SPOKEN
"""Each word with the standings that it means."""

QUESTION = "第号国家职业技能鉴定所站年度"
"""Characters that a question may hold although no record does."""
