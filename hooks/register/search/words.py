"""The words of questions: what asks for a standing, what is noise, what is a province.

The only home of these words; the index carries them to the browser.
"""

from register.records.standing import BLACK_LIST, RED_LIST, Standing

SPOKEN = {
    "示范": (Standing.COMMENDED,),
    "表彰": (Standing.COMMENDED,),
    "整改": (Standing.RECTIFYING,),
    "整改中": (Standing.RECTIFYING,),
    "限期整改中": (Standing.RECTIFYING,),
    "暂停中": (Standing.SUSPENDED,),
    "撤消": (Standing.REVOKED,),
    "暂停": (Standing.SUSPENDED,),
    "停业": (Standing.SUSPENDED,),
    "吊销": (Standing.REVOKED,),
    "取消": (Standing.REVOKED,),
    "注销": (Standing.DEREGISTERED,),
    "红榜": RED_LIST,
    "黑榜": BLACK_LIST,
    "红名单": RED_LIST,
    "黑名单": BLACK_LIST,
}

WORDS = {standing.title: (standing,) for standing in Standing} | SPOKEN
"""Each word with the standings that it means."""

NOTHING_SAID = ("无在案结论", "没有结论", "无结论")
"""Words for the stations that no decision on file names."""

NOISE = (
    *("请问", "我想", "想问", "问问", "问一下", "知道", "了解", "咨询", "帮我", "帮忙", "麻烦"),
    *(
        "查",
        "一下",
        "查一下",
        "查下",
        "查查",
        "查询",
        "查找",
        "查看",
        "搜",
        "搜索",
        "找",
        "找一下",
        "看看",
    ),
    *(
        "怎么样",
        "怎么",
        "怎样",
        "文件",
        "如何",
        "咋样",
        "好不好",
        "靠谱吗",
        "行不行",
        "可以吗",
        "正规吗",
        "正规",
    ),
    *("是不是", "是否", "有没有", "算不算", "还是", "还能", "能不能", "可不可以", "现在", "目前"),
    *(
        "吗",
        "呢",
        "吧",
        "啊",
        "么",
        "的",
        "了",
        "已",
        "被",
        "是",
        "在",
        "哪里",
        "哪儿",
        "在哪",
        "什么",
    ),
    *("这个", "那个", "这家", "那家", "哪个", "哪些", "哪家", "一个", "我们", "你们", "单位"),
    *("你好", "您好", "谢谢", "求助", "听说", "关于", "有关", "打算", "准备", "真的", "假的"),
    *("电话", "联系电话", "联系方式", "地址", "位置", "网站", "网址", "官网", "报名", "时间"),
    *(
        "年检",
        "年审",
        "费用",
        "收费",
        "价格",
        "多少",
        "多少钱",
        "口碑",
        "评价",
        "可靠",
        "可信",
        "靠谱",
        "合法",
    ),
    *("正常", "有用", "认可", "承认", "怎么走", "怎么办", "为什么", "还可以", "还在", "在不在"),
    *("情况", "状态", "结果", "资质", "资格", "信息", "最新", "有效", "名单", "承建", "承办"),
    *(
        "能考",
        "可以考",
        "能鉴定",
        "可以鉴定",
        "报考",
        "考证",
        "考试",
        "证书",
        "发证",
        "到底",
        "究竟",
        "一共",
        "所有",
        "全部",
        "都有",
        "有哪些",
    ),
)
"""Words that tell nothing of which station is meant; a name that holds one is found by it."""

CHAT = (
    "我你您他她它们吗呢吧啊呀哦嘛么啥咋哪谁怎这那个些也都就还又再很太真想要请帮给问看查找搜"
    "说知道能否可以不没是有在的了已着过下好行样用得该被让把从跟到去"
)
"""Characters of talk. Two or more in a row are noise, for no name has such a row."""

ASKING = ("是不是", "是否", "有没有", "算不算", "还是", "吗", "没有", "了没", "不", "没", "么")
"""Before or after a standing, these ask for it and do not claim it."""

NAME_ENDS = "第号国家职业技能鉴定所站年度"
"""Characters that a question may hold although no record does."""

PROVINCES = (
    *("北京", "天津", "上海", "重庆", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "江苏"),
    *("浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南"),
    *(
        "四川",
        "贵州",
        "云南",
        "西藏",
        "陕西",
        "甘肃",
        "青海",
        "宁夏",
        "新疆",
        "香港",
        "澳门",
        "台湾",
    ),
)
"""Provinces by their short names: who names one means no other."""
