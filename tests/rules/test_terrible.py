"""One terrible record: all that is wrong with it is said at once, in order."""
# ruff: noqa: E501 - findings are one line each, as they are printed

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.rules.conftest import Copy

TERRIBLE = """\
# 经办人：王某某 13900000000
id: yunling-2024-66
number: 云人社通【2024】9号
title: 关于2023年度检查情况的<b>通報</b>
decided: 2025-02-01
published: 2025-01-01
url: http://example.org/
rounds:
  - round: yunling-2023
    totals: {优秀: 2, 良好: 1}
    decisions:
      - grade: 优秀
        rectify: {plan_due: 2024-06-30, due: 2024-03-31}
        stations:
          yunling-01: 云岭省第二国家职业技能鉴定所（羲和电力公司承建）
          yunling-10: 云岭省第十国家职业技能鉴定所
          haixi-01: 海西省第一国家职业技能鉴定所
      - grade: 合格
      - grade: 合格
        stations:
          yunling-01: 云岭省第一国家职业技能鉴定所
  - round: yunling-2032
acts:
  - {act: accept, stations: [yunling-12], follows: yunling-2020-51}
amends:
  - {notice: yunling-2024-99, how: replaces}
accept:
  - {rule: totals-difer, because: 原文如此}
  - {rule: mobile-number, because: 原文如此}
  - {rule: same-name, because: 原文如此}
"""

FORM = """\
id: yunling_2024_66
number: 2024
decided: 二〇二四年二月一日
published: 2024-02-30
recorded:
url: ftp://example.org
titel: 通报
rounds: 没有
acts:
  - {act: revok}
mentions:
  - {for: 档案管理, stations: []}
duties:
  - who: no
    what: 1e3
"""


def test_all_that_is_wrong_with_a_notice(register: "Copy") -> None:
    register.put("notices/yunling-2024-66.yml", TERRIBLE)
    assert register.findings() == [
        "data/notices/yunling-2024-66.yml:1:3 错误 person-named：“经办人”后面像是人名；不能公开个人信息。请删去姓名，只写机关或单位；不是人名的，用 accept 说明。",
        "data/notices/yunling-2024-66.yml:1:11 错误 mobile-number：这里有手机号码（139 开头）；不能公开个人信息。请删去，需要联系方式的写办公室的固定电话。",
        "data/notices/yunling-2024-66.yml:3:9 错误 number-brackets：文号 云人社通【2024】9号 的年份没有用六角括号；应写成〔年份〕，例如 甘人社通〔2011〕67号。请改正；转载排印成别的样子的，另用 sic 说明。",
        "data/notices/yunling-2024-66.yml:4:8 提示 name-untidy：名称“关于2023年度检查情况的<b>通報</b>”里有繁体字、拼音或全角字母数字；应写成“关于2023年度检查情况的<b>通报</b>”。请改正；名称确实如此的，用 accept 说明。",
        "data/notices/yunling-2024-66.yml:4:21 错误 markup：这里有网页或 Markdown 的记号 <b>；只允许文字。请删去记号，只留文字。",
        "data/notices/yunling-2024-66.yml:4:26 错误 markup：这里有网页或 Markdown 的记号 </b>；只允许文字。请删去记号，只留文字。",
        "data/notices/yunling-2024-66.yml:5:10 错误 date-in-future：成文日期是 2025-02-01，晚于今天 2024-12-31；成文、公布、录入日期不能在将来。请对照文件改正。",
        "data/notices/yunling-2024-66.yml:6:12 错误 date-in-future：公布日期是 2025-01-01，晚于今天 2024-12-31；成文、公布、录入日期不能在将来。请对照文件改正。",
        "data/notices/yunling-2024-66.yml:7:6 提示 link-not-https：网址 http://example.org/ 用的是 http；应用 https。请改成 https；对方网站确实只有 http 的，用 accept 说明。",
        "data/notices/yunling-2024-66.yml:10:21 错误 grade-unknown：评估办法里没有等次“良好”；可用的有 不合格、优秀、合格、撤销、未参评。请改正等次，或先在评估办法里补上。",
        "data/notices/yunling-2024-66.yml:13:9 提示 rectify-misplaced：整改要求写在了“优秀”下；一般只写在要整改的等次下。请移到那一等次下；文件确实这样写的，用 accept 说明。",
        "data/notices/yunling-2024-66.yml:13:29 错误 plan-after-due：整改方案报送期限 2024-06-30 晚于整改期限 2024-03-31；应先报方案。请对照文件改正。",
        "data/notices/yunling-2024-66.yml:15:11 错误 line-other-station：这一行没有 yunling-01 的名称“云岭省第一国家职业技能鉴定所”，像是 yunling-02 的；编号和原文要指同一个鉴定所。请改正编号；原文印错的用 sic 说明，用了别名的写进 aliases。",
        "data/notices/yunling-2024-66.yml:16:11 错误 station-unknown：结论引用的鉴定所 yunling-10 不存在；相近的有 yunling-01、yunling-02、yunling-03。请改正编号，或先新建该所档案。",
        "data/notices/yunling-2024-66.yml:17:11 错误 station-elsewhere：haixi-01 在地区 haixi，这次检查在 yunling；两者应相同。请改正编号；确实跨地区的，用 accept 说明。",
        "data/notices/yunling-2024-66.yml:18:16 错误 decision-empty：“合格”下一个单位也没有；每条结论至少要有一个。请补上名单，或把个数写进 unnamed，或删去这一条。",
        "data/notices/yunling-2024-66.yml:21:11 错误 station-twice：yunling-01 在这次检查里列了两次，第一次在第 15 行；只能列一次。请删去多余的一处；文件确实重复列出的，用 accept 说明。",
        "data/notices/yunling-2024-66.yml:22:12 错误 round-unknown：结论引用的年度检查 yunling-2032 不存在；相近的有 yunling-2023。请改正编号，或先新建这次年度检查。",
        "data/notices/yunling-2024-66.yml:24:52 错误 notice-unknown：其他处理引用的文件 yunling-2020-51 不存在；相近的有 yunling-2020-15。请改正编号，或先录入该文件。",
        "data/notices/yunling-2024-66.yml:26:14 错误 notice-unknown：对其他文件的改动引用的文件 yunling-2024-99 不存在；相近的有 yunling-2024-9。请改正编号，或先录入该文件。",
        "data/notices/yunling-2024-66.yml:28:12 错误 rule-unknown：没有规则 totals-difer；相近的有 totals-differ。请改正规则名，或删去这一项。",
        "data/notices/yunling-2024-66.yml:29:12 错误 rule-unknown：规则 mobile-number 不允许有例外。请照那条规则改正数据，删去这一项。",
        "data/notices/yunling-2024-66.yml:30:12 提示 accept-unused：规则 same-name 在这个文件里没有发现问题；例外只为有问题的地方而写。请删去这一项。",
        "data/notices/yunling-2024-9.yml:2:9 错误 number-twice：文号 云人社通〔2024〕9号 已用于文件 yunling-2024-66；一个文号只属于一份文件。请对照文件改正其中一个；重复录入的只留一份。",
    ]


def test_all_that_is_wrong_with_its_form(register: "Copy") -> None:
    register.put("notices/yunling-2024-66.yml", FORM)
    assert register.findings() == [
        "data/notices/yunling-2024-66.yml:1:5 错误 wrong-form：“编号”的值 yunling_2024_66 不合规定；应为小写字母、数字，中间用一个短横连接，例如 gansu-55。请改写。",
        'data/notices/yunling-2024-66.yml:2:9 错误 quote-it：文字 2024 会被别的软件读成数字、日期或是非；这样的文字要加引号。请写成 "2024"。',
        "data/notices/yunling-2024-66.yml:3:10 错误 wrong-form：“成文日期”的值 二〇二四年二月一日 不合规定；应为年-月-日，例如 2011-03-31。请改写。",
        "data/notices/yunling-2024-66.yml:4:12 错误 date-impossible：“公布日期”的日期 2024-02-30 不存在；应为日历上有的一天。请对照文件改正。",
        "data/notices/yunling-2024-66.yml:5:10 错误 empty-value：“录入日期”没有写值；应有值。请按文件补上；文件没写的，连字段名一起删去。",
        "data/notices/yunling-2024-66.yml:6:6 错误 wrong-form：“原文网址”的值 ftp://example.org 不合规定；应为完整网址，例如 https://example.gov.cn/。请改写。",
        "data/notices/yunling-2024-66.yml:7:1 错误 unknown-key：没有字段 titel；相近的有 title。请改正字段名，或删去。",
        "data/notices/yunling-2024-66.yml:8:9 错误 wrong-type：“结论”写成了一个值；应为列表。请照《数据项说明》改写。",
        "data/notices/yunling-2024-66.yml:10:11 错误 value-unknown：“处理”的值 revok 不在选项里；相近的有 revoke。请选一个。",
        "data/notices/yunling-2024-66.yml:12:27 错误 empty-value：“鉴定所”没有写值；应有值。请按文件补上；文件没写的，连字段名一起删去。",
        'data/notices/yunling-2024-66.yml:14:10 错误 quote-it：文字 no 会被别的软件读成数字、日期或是非；这样的文字要加引号。请写成 "no"。',
        'data/notices/yunling-2024-66.yml:15:11 错误 quote-it：文字 1e3 会被别的软件读成数字、日期或是非；这样的文字要加引号。请写成 "1e3"。',
    ]
