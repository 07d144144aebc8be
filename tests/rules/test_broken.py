"""Each rule has at least one broken record, and each breach gives exactly one finding, whole.

A row: the finding as an official sees it, then the edits of the sample register that cause it.
"""
# ruff: noqa: E501 - findings are one line each, as they are printed

import re
from typing import TYPE_CHECKING

import pytest
from tests.rules.broken_systems import SYSTEMS

from register.rules import RULES

if TYPE_CHECKING:
    from tests.rules.conftest import Copy

BROKEN: list[tuple[str, list[tuple[str | bytes, ...]]]] = [
    (
        "data/stations/yunling/yunling-02.yml:2:7 提示 not-canonical：从这里起不是统一的写法；这一行应为 name: 云岭省第二国家职业技能鉴定所。请运行 ./scripts/format 加本文件的路径，内容不会变。",
        [
            ("speak",),
            (
                "swap",
                "stations/yunling/yunling-02.yml",
                "name: 云岭省第二国家职业技能鉴定所",
                "name: '云岭省第二国家职业技能鉴定所'",
            ),
        ],
    ),
    (
        "data/stations/yunling/yunling-02.yml:4:1 提示 not-canonical：从这里起不是统一的写法；这一行应为 hosts:。请运行 ./scripts/format 加本文件的路径，内容不会变。",
        [("speak",), ("swap", "stations/yunling/yunling-02.yml", "hosts:", "\nhosts:")],
    ),
    (
        "data/stations/yunling/yunling-99.yml:1:1 错误 link-outside：链接指向数据文件夹之外的 ../../../elsewhere.yml；只允许文件夹内的文件。请删掉链接，放入文件本身。",
        [("link", "stations/yunling/yunling-99.yml", "../../../elsewhere.yml")],
    ),
    (
        "data/stations/yunling/Yunling-02.yml:1:1 错误 path-case：路径与 stations/yunling/yunling-02.yml 只差大小写；有的电脑会当成同一个文件。请改其中一个的名字。",
        [("copy", "stations/yunling/yunling-02.yml", "stations/yunling/Yunling-02.yml")],
    ),
    (
        "data/stations/yunling-99.yml:1:1 错误 file-unplaced：文件不在规定的位置；应为 stations/<地区>/<编号>.yml。请移到正确的文件夹，或改扩展名为 .yml。",
        [("put", "stations/yunling-99.yml", "id: yunling-99\n")],
    ),
    (
        "data/notices/扫描件.pdf:1:1 错误 file-unplaced：文件不在规定的位置；应为 notices/<编号>.yml。请移到正确的文件夹，或改扩展名为 .yml。",
        [("put", "notices/扫描件.pdf", "")],
    ),
    (
        "data/site.yml:1:1 错误 file-missing：缺少文件 site.yml；数据文件夹里必须有它。请照手册补上。",
        [("drop", "site.yml")],
    ),
    (
        "data/hosts/yunling/nobody.yml:1:1 错误 file-unreadable：文件打不开（链接指向的文件不存在）；应是能读的普通文件。请检查权限，或重新放入。",
        [("link", "hosts/yunling/nobody.yml", "nowhere.yml")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:2:7 错误 not-utf8：从第 22 个字节起不是 UTF-8 编码；只允许 UTF-8。请另存为 UTF-8。",
        [
            (
                "put",
                "stations/yunling/yunling-02.yml",
                "id: yunling-02\nname: 云岭省第二国家职业技能鉴定所\n".encode("gb18030"),
            )
        ],
    ),
    (
        "data/stations/yunling/yunling-02.yml:1:1 错误 byte-order-mark：文件开头有字节顺序标记（BOM）；只允许没有标记的 UTF-8。请运行 ./scripts/format 去掉它。",
        [("swap", "stations/yunling/yunling-02.yml", "id:", "\ufeffid:")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:1:1 错误 file-empty：文件是空的；应有内容。请写上内容；从未发布过的文件也可以删去。",
        [("put", "stations/yunling/yunling-02.yml", "# 待补\n")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:1:1 错误 file-too-large：文件有 8388609 字节；最多 8388608 字节。请检查是否放错了文件。",
        [("put", "stations/yunling/yunling-02.yml", "#" * (8 * 1024 * 1024 + 1))],
    ),
    (
        "data/stations/yunling/yunling-02.yml:1:65 错误 too-deep：层次超过 64 层；正常的文件不到 10 层。请照手册的样子重写这一处。",
        [("put", "stations/yunling/yunling-02.yml", "[" * 100_000)],
    ),
    (
        "data/stations/yunling/yunling-02.yml:1:800000 错误 too-many-nodes：文件里的值超过 400000 个；正常的文件远少于此。请检查是否放错了文件。",
        [("put", "stations/yunling/yunling-02.yml", "[" + "a," * 400_001 + "]")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:3:1 错误 yaml-syntax：YAML 写法有误（缺少半角冒号，或冒号后没有空格）；应为“字段: 值”，同层对齐。请检查这一行和上一行。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2", "ordinal:2")],
    ),
    (
        "data/schemes/haixi-zhiliang.yml:25:12 错误 yaml-syntax：YAML 写法有误（引号没有配对）；应为“字段: 值”，同层对齐。请检查这一行和上一行。",
        [("swap", "schemes/haixi-zhiliang.yml", "holds_for:\n  years: 2", 'holds_for: "年: 2')],
    ),
    (
        "data/stations/yunling/yunling-02.yml:3:9 错误 tab-character：这里有制表符（Tab）；只允许空格。请换成空格。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2", "ordinal:\t2")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:2:11 错误 invisible-character：这里有看不见的字符 U+200B；只允许看得见的字符和普通空格。请删去，或换成普通空格。",
        [("swap", "stations/yunling/yunling-02.yml", "第二", "第\u200b二")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:4:1 错误 second-document：文件里有第二份数据（---）；一个文件只写一份。请移到另一个文件。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2", "ordinal: 2\n---\na: 1")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:1:1 错误 yaml-directive：用了 YAML 指令（以 % 开头的行）；不允许。请删去。",
        [("swap", "stations/yunling/yunling-02.yml", "id:", "%YAML 1.1\n---\nid:")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:3:10 错误 yaml-anchor：用了锚点或引用 &n；不允许。请直接写出内容；值以 & 或 * 开头时加引号。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2", "ordinal: &n 2")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:3:10 错误 yaml-tag：用了类型标签 !!int；不允许。请删去标签；值以 ! 开头时加引号。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2", "ordinal: !!int 2")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:2:12 错误 yaml-escape：双引号里用了 \\u；只允许直接写出文字。请写出那个字，值里有反斜线的改用单引号。",
        [
            (
                "swap",
                "stations/yunling/yunling-02.yml",
                "云岭省第二国家职业技能鉴定所",
                '"云岭省第\\u4e8c国家职业技能鉴定所"',
            )
        ],
    ),
    (
        "data/stations/yunling/yunling-02.yml:4:1 错误 merge-key：用了合并键 <<；不允许。请把字段直接写在这里。",
        [
            (
                "swap",
                "stations/yunling/yunling-02.yml",
                "ordinal: 2",
                "ordinal: 2\n<<: {city: 望舒市}",
            )
        ],
    ),
    (
        "data/stations/yunling/yunling-02.yml:3:3 错误 key-not-text：字段名不是一个词；应为普通的字段名。请改写。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2", "? [ordinal]\n: 2")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:4:1 错误 duplicate-key：字段 ordinal 写了两次，第一次在第 3 行；只能写一次。请删去多余的一个。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2", "ordinal: 2\nordinal: 3")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:2:1 错误 unknown-key：没有字段 nmae；相近的有 name。请改正字段名，或删去。",
        [("swap", "stations/yunling/yunling-02.yml", "name:", "nmae:")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:1:1 错误 missing-key：缺少字段 name（名称）；这一项必填。请按文件补上。",
        [("swap", "stations/yunling/yunling-02.yml", "name: 云岭省第二国家职业技能鉴定所\n", "")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:3:6 错误 empty-value：“所在市（州）”没有写值；应有值。请按文件补上；文件没写的，连字段名一起删去。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2", "city:")],
    ),
    (
        "data/stations/yunling/yunling-01.yml:24:13 错误 wrong-type：“等级”写成了一个值；应为列表。请照《数据项说明》改写。",
        [("swap", "stations/yunling/yunling-01.yml", "levels: [初级, 中级, 高级]", "levels: 初级")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:3:8 错误 full-width：这里用了全角冒号；只允许半角。请切换到英文输入法重打。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2", "ordinal：2")],
    ),
    (
        "data/notices/yunling-2020-88.yml:4:10 错误 full-width：这里用了全角字符 ０；只允许半角。请切换到英文输入法重打。",
        [("swap", "notices/yunling-2020-88.yml", "2020-07-20", "2020-０7-20")],
    ),
    (
        "data/notices/yunling-2020-15.yml:20:19 错误 full-width：这里用了全角字符 ，；只允许半角。请切换到英文输入法重打。",
        [("swap", "notices/yunling-2020-15.yml", "优秀: 1, 合格: 6", "优秀: 1，合格: 6")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:3:10 错误 wrong-form：“序号”的值 二 不合规定；应为从 1 起的整数，例如 55。请改写。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2", "ordinal: 二")],
    ),
    (
        "data/notices/yunling-2020-88.yml:7:10 错误 value-unknown：“处理”的值 accepted 不在选项里；相近的有 accept。请选一个。",
        [("swap", "notices/yunling-2020-88.yml", "act: accept", "act: accepted")],
    ),
    (
        "data/notices/yunling-2020-88.yml:4:10 错误 date-impossible：“成文日期”的日期 2020-02-30 不存在；应为日历上有的一天。请对照文件改正。",
        [("swap", "notices/yunling-2020-88.yml", "2020-07-20", "2020-02-30")],
    ),
    (
        'data/stations/yunling/yunling-01.yml:11:7 错误 quote-it：文字 99000001 会被别的软件读成数字、日期或是非；这样的文字要加引号。请写成 "99000001"。',
        [("swap", "stations/yunling/yunling-01.yml", '"99000001"', "99000001")],
    ),
    (
        "data/site.yml:1:9 错误 format-unknown：数据格式版本是 2；本程序只认识 1。请改回 1，或先升级程序。",
        [("swap", "site.yml", "format: 1", "format: 2")],
    ),
    (
        "data/stations/haixi/haixi_12.yml:1:1 错误 id-malformed：文件名 haixi_12 不能作编号；应为小写字母、数字，中间用一个短横连接，例如 gansu-55。请改文件名，并让 id 与它相同。",
        [
            ("copy", "stations/haixi/haixi-11.yml", "stations/haixi/haixi_12.yml"),
            ("swap", "stations/haixi/haixi_12.yml", "第十一", "第十二"),
            ("swap", "stations/haixi/haixi_12.yml", "ordinal: 11", "ordinal: 12"),
        ],
    ),
    (
        "data/stations/yunling/yunling-02.yml:1:5 错误 id-not-stem：编号 yunling-20 与文件名 yunling-02 不同；两者应相同。请改正其中一个。",
        [("swap", "stations/yunling/yunling-02.yml", "id: yunling-02", "id: yunling-20")],
    ),
    (
        "data/stations/yunling/yunling-qingxi.yml:1:5 错误 duplicate-id：编号 yunling-qingxi 已用于 stations/haixi/yunling-qingxi.yml；编号不能重复。请给后建的换一个新编号。",
        [("put", "stations/haixi/yunling-qingxi.yml", "id: yunling-qingxi\nname: 东滩鉴定站\n")],
    ),
    (
        "data/rounds:1:1 错误 address-gone：已发布的页面 years/2021/ 不见了；发布过的网址要永远保留。请恢复那一年的年度检查；年度录错了的，请联系维护人员做转址。",
        [
            ("swap", "rounds/haixi-2021.yml", "year: 2021", "year: 2019"),
            ("swap", "rounds/haixi-2021.yml", "2021年度", "2019年度"),
        ],
    ),
    (
        "data/stations/yunling/yunling-12.yml:1:1 错误 id-gone：已发布的编号 yunling-12 不见了；发布过的编号要永远保留。请恢复这个文件；不再存在的鉴定所用文件里的结论或处理来说明。",
        [
            ("drop", "stations/yunling/yunling-12.yml"),
            (
                "swap",
                "notices/yunling-2020-15.yml",
                "          yunling-12: 云岭省第十二国家职业技能鉴定所\n        unnamed: 1",
                "        unnamed: 2",
            ),
            ("swap", "notices/yunling-2021-40.yml", "[yunling-12]", "[yunling-06]"),
        ],
    ),
    (
        "data/notices/yunling-2024-9.yml:19:11 错误 station-unknown：结论引用的鉴定所 yunling-02x 不存在；相近的有 yunling-02。请改正编号，或先新建该所档案。",
        [("swap", "notices/yunling-2024-9.yml", "yunling-02:", "yunling-02x:")],
    ),
    (
        "data/stations/yunling/yunling-05.yml:5:11 错误 host-unknown：引用的承建单位 kunwu-jianshe 不存在；相近的有 kunwu-jianshe-jituan。请改正编号，或先新建该单位档案。",
        [
            (
                "swap",
                "stations/yunling/yunling-05.yml",
                "host: kunwu-jianshe-jituan",
                "host: kunwu-jianshe",
            )
        ],
    ),
    (
        "data/rounds/yunling-2023.yml:3:9 错误 scheme-unknown：年度检查引用的评估办法 nianjian 不存在；可用的有 haixi-biaozhunhua、haixi-ducha、haixi-zhiliang、jiuzhou-pucha、yunling-nianjian、yunling-pingfen、yunling-qingcha。请改正编号，或先新建该办法。",
        [("swap", "rounds/yunling-2023.yml", "scheme: yunling-nianjian", "scheme: nianjian")],
    ),
    (
        "data/notices/yunling-2024-9.yml:11:12 错误 round-unknown：结论引用的年度检查 yunling-2032 不存在；相近的有 yunling-2023。请改正编号，或先新建这次年度检查。",
        [("swap", "notices/yunling-2024-9.yml", "round: yunling-2023", "round: yunling-2032")],
    ),
    (
        "data/notices/yunling-2020-88.yml:9:14 错误 notice-unknown：其他处理引用的文件 yunling-2020-51 不存在；相近的有 yunling-2020-15。请改正编号，或先录入该文件。",
        [
            (
                "swap",
                "notices/yunling-2020-88.yml",
                "follows: yunling-2020-15",
                "follows: yunling-2020-51",
            )
        ],
    ),
    (
        "data/rounds/yunling-2023.yml:4:9 错误 region-unknown：年度检查引用的地区 yunlin 不存在；相近的有 yunling。请改正编号，或在 site.yml 的 regions 里加上。",
        [("swap", "rounds/yunling-2023.yml", "region: yunling", "region: yunlin")],
    ),
    (
        "data/stations/donghai/donghai-01.yml:1:1 错误 region-unknown：文件夹引用的地区 donghai 不存在；可用的有 haixi、yunling。请改正编号，或在 site.yml 的 regions 里加上。",
        [
            (
                "put",
                "stations/donghai/donghai-01.yml",
                "id: donghai-01\nname: 东海省职业技能鉴定站\n",
            )
        ],
    ),
    (
        "data/notices/yunling-2024-9.yml:14:16 错误 grade-unknown：评估办法里没有等次“优良”；可用的有 不合格、优秀、合格、撤销、未参评。请改正等次，或先在评估办法里补上。",
        [("swap", "notices/yunling-2024-9.yml", "grade: 优秀", "grade: 优良")],
    ),
    (
        "data/notices/yunling-2024-9.yml:12:14 错误 grade-unknown：评估办法里没有等次“优良”；可用的有 不合格、优秀、合格、撤销、未参评。请改正等次，或先在评估办法里补上。",
        [("swap", "notices/yunling-2024-9.yml", "{优秀: 1", "{优良: 1")],
    ),
    (
        "data/schemes/haixi-zhiliang.yml:8:12 错误 grade-twice：等次“通过”写了不止一次；一个等次只能写一次。请删去多余的。",
        [
            (
                "swap",
                "schemes/haixi-zhiliang.yml",
                "holds_for",
                "  - grade: 通过\n    standing: exempt\nholds_for",
            )
        ],
    ),
    (
        "data/notices/yunling-2024-9.yml:12:25 错误 totals-differ：“合格”的总数是 4，列出的是 3（鉴定所 3、未列名 0、尚无档案 0）；两者应相等。请对照文件补上或删去，没有列名的写进 unnamed；文件自己算错的用 accept 说明。",
        [("swap", "notices/yunling-2024-9.yml", "合格: 3", "合格: 4")],
    ),
    (
        "data/notices/yunling-2024-9.yml:37:16 错误 totals-differ：totals 里没有“未参评”的总数；写了总数的文件，每个等次都要写。请补上总数；文件没有写的，用 accept 说明。",
        [("swap", "notices/yunling-2024-9.yml", ", 未参评: 1", "")],
    ),
    (
        "data/notices/haixi-2022-7.yml:16:11 错误 station-twice：haixi-08 在这次检查里列了两次，第一次在第 12 行；只能列一次。请删去多余的一处；文件确实重复列出的，用 accept 说明。",
        [
            (
                "swap",
                "notices/haixi-2022-7.yml",
                "          haixi-02: 海西",
                "          haixi-08: 海西省第八国家职业技能鉴定所\n          haixi-02: 海西",
            )
        ],
    ),
    (
        "data/notices/yunling-2020-15.yml:62:40 错误 station-twice：yunling-01 列了两次；一处只能列一次。请删去多余的一个。",
        [
            (
                "swap",
                "notices/yunling-2020-15.yml",
                "[yunling-01, yunling-06]",
                "[yunling-01, yunling-06, yunling-01]",
            )
        ],
    ),
    (
        "data/notices/haixi-2022-7.yml:24:12 错误 round-twice：年度检查 haixi-2021 在这份文件里写了两段；只能写一段。请合成一段。",
        [
            (
                "swap",
                "notices/haixi-2022-7.yml",
                "      - grade: 暂停",
                "  - round: haixi-2021\n    decisions:\n      - grade: 暂停",
            )
        ],
    ),
    (
        "data/notices/haixi-2022-7.yml:24:16 错误 decision-empty：“免检”下一个单位也没有；每条结论至少要有一个。请补上名单，或把个数写进 unnamed，或删去这一条。",
        [
            (
                "swap",
                "notices/haixi-2022-7.yml",
                "      - grade: 暂停",
                "      - grade: 免检\n      - grade: 暂停",
            )
        ],
    ),
    (
        "data/notices/yunling-2024-9.yml:15:9 提示 rectify-misplaced：整改要求写在了“优秀”下；一般只写在要整改的等次下。请移到那一等次下；文件确实这样写的，用 accept 说明。",
        [
            (
                "swap",
                "notices/yunling-2024-9.yml",
                "      - grade: 优秀",
                "      - grade: 优秀\n        rectify: {due: 2024-06-30}",
            )
        ],
    ),
    (
        "data/notices/haixi-2024-52.yml:16:11 错误 line-other-station：这一行没有 haixi-11 的名称“海西省第十一国家职业技能鉴定所”，像是 haixi-08 的；编号和原文要指同一个鉴定所。请改正编号；原文印错的用 sic 说明，用了别名的写进 aliases。",
        [
            (
                "swap",
                "notices/haixi-2024-52.yml",
                "haixi-11: 海西省第十一国家职业技能鉴定所（依托员峤港务公司）",
                "haixi-11: 海西省第八国家职业技能鉴定所（依托员峤港务公司）",
            )
        ],
    ),
    (
        "data/notices/haixi-2024-52.yml:16:11 错误 line-other-host：印的承建单位“蓬壶矿业公司”是 penghu-kuangye-gongsi，haixi-11 的档案里写的是 yuanqiao-gangwu-gongsi；两者应相同。请改正编号或档案的 hosts；原文印错的用 sic 说明，单位有别的写法的写进其 names。",
        [
            (
                "swap",
                "notices/haixi-2024-52.yml",
                "haixi-11: 海西省第十一国家职业技能鉴定所（依托员峤港务公司）",
                "haixi-11: 海西省第十一国家职业技能鉴定所（依托蓬壶矿业公司）",
            )
        ],
    ),
    (
        "data/notices/yunling-2024-9.yml:27:11 错误 line-other-host：印的承建单位“若木商贸学院”没有档案，yunling-04 的档案里写的是 ruomu-shangmao-xuexiao；两者应相同。请改正编号或档案的 hosts；原文印错的用 sic 说明，单位有别的写法的写进其 names。",
        [("swap", "notices/yunling-2024-9.yml", "若木商贸学校", "若木商贸学院")],
    ),
    (
        "data/notices/yunling-2020-15.yml:70:14 错误 sic-unprinted：yunling-05 那一行里没有“昆吾建设集团承包”；照录的原文要与那一行一字不差。请改正原文或位置。",
        [
            (
                "swap",
                "notices/yunling-2020-15.yml",
                "printed: 昆吾建设集承建",
                "printed: 昆吾建设集团承包",
            ),
            ("swap", "notices/yunling-2020-15.yml", "(昆吾建设集承建)", "(昆吾建设集团承建)"),
        ],
    ),
    (
        "data/notices/yunling-2020-15.yml:33:22 提示 unmatched-known：这一行像是 yunling-qingxi；unmatched 只写没有档案的。请移到 stations；确是另一个单位的，用 accept 说明。",
        [
            (
                "swap",
                "notices/yunling-2020-15.yml",
                "云岭省第九国家职业技能鉴定所(夸父建材公司承建)",
                "清溪市职业技能鉴定站",
            )
        ],
    ),
    (
        "data/notices/yunling-2024-9.yml:2:9 错误 number-brackets：文号 云人社通【2024】9号 的年份没有用六角括号；应写成〔年份〕，例如 甘人社通〔2011〕67号。请改正；转载排印成别的样子的，另用 sic 说明。",
        [("swap", "notices/yunling-2024-9.yml", "云人社通〔2024〕9号", "云人社通【2024】9号")],
    ),
    (
        "data/rounds/yunling-2019.yml:7:13 错误 number-brackets：文号 云人社发[2019]66号 的年份没有用六角括号；应写成〔年份〕，例如 甘人社通〔2011〕67号。请改正；转载排印成别的样子的，另用 sic 说明。",
        [("swap", "rounds/yunling-2019.yml", "〔2019〕", "[2019]")],
    ),
    (
        "data/notices/haixi-2022-7.yml:2:9 错误 number-twice：文号 海人社发〔2022〕7号 已用于文件 haixi-2022-61；一个文号只属于一份文件。请对照文件改正其中一个；重复录入的只留一份。",
        [("swap", "notices/haixi-2022-61.yml", "海人社函〔2022〕61号", "海人社发〔2022〕7号")],
    ),
    (
        "data/notices/haixi-2022-61.yml:2:9 提示 number-year-differs：文号里是 2021 年，成文日期是 2022-08-08；两者一般是同一年。请对照文件改正；文件确实如此的，用 accept 说明。",
        [("swap", "notices/haixi-2022-61.yml", "〔2022〕61号", "〔2021〕61号")],
    ),
    (
        "data/notices/haixi-2024-52.yml:5:12 错误 date-in-future：公布日期是 2025-01-01，晚于今天 2024-12-31；成文、公布、录入日期不能在将来。请对照文件改正。",
        [("swap", "notices/haixi-2024-52.yml", "published: 2024-12-13", "published: 2025-01-01")],
    ),
    (
        "data/notices/haixi-2024-52.yml:5:12 错误 published-before-decided：公布日期是 2024-11-13，早于成文日期 2024-12-10；公布和录入不能早于成文。请对照文件改正。",
        [("swap", "notices/haixi-2024-52.yml", "published: 2024-12-13", "published: 2024-11-13")],
    ),
    (
        "data/notices/haixi-2024-52.yml:24:16 错误 due-before-decided：整改期限是 2024-03-31，早于成文日期 2024-12-10；期限一般不早于成文。请对照文件改正；文件确实如此的，用 accept 说明。",
        [("swap", "notices/haixi-2024-52.yml", "due: 2025-03-31", "due: 2024-03-31")],
    ),
    (
        "data/notices/yunling-2020-15.yml:37:21 错误 plan-after-due：整改方案报送期限 2020-07-10 晚于整改期限 2020-06-10；应先报方案。请对照文件改正。",
        [("swap", "notices/yunling-2020-15.yml", "plan_due: 2020-04-10", "plan_due: 2020-07-10")],
    ),
    (
        "data/stations/yunling/yunling-01.yml:19:9 错误 from-after-to：从 2021-09-01 起、到 2020-08-31 止；起始不能晚于终止。请对照文件改正。",
        [("swap", "stations/yunling/yunling-01.yml", "to: 2024-08-31", "to: 2020-08-31")],
    ),
    (
        "data/rounds/yunling-2019.yml:16:11 错误 stages-unordered：阶段“现场检查”从 2019-09-01 起，早于前一阶段的 2019-10-08；各阶段要按先后写。请调整次序，或对照文件改正日期。",
        [("swap", "rounds/yunling-2019.yml", "from: 2019-11-01", "from: 2019-09-01")],
    ),
    (
        "data/notices/yunling-2020-15.yml:19:12 错误 decided-before-round：成文日期是 2020-03-10，所评的是 2023 年度；不能早于年度。请改正成文日期，或改正年度检查的编号。",
        [("swap", "notices/yunling-2020-15.yml", "round: yunling-2019", "round: yunling-2023")],
    ),
    (
        "data/notices/yunling-2020-88.yml:8:16 错误 result-without-rectification：文件 yunling-2020-15 没有要求 yunling-04 整改；整改验收合格要承接要求整改的文件。请改正编号或 follows，或先录入要求整改的文件。",
        [
            (
                "swap",
                "notices/yunling-2020-88.yml",
                "stations: [yunling-02]",
                "stations: [yunling-04]",
            )
        ],
    ),
    (
        "data/notices/haixi-2022-61.yml:10:16 错误 resume-without-suspension：在此之前的文件没有暂停 haixi-02 的业务；恢复业务要承接暂停业务的文件。请改正编号，或先录入暂停业务的文件。",
        [("swap", "notices/haixi-2022-61.yml", "stations: [haixi-03]", "stations: [haixi-02]")],
    ),
    (
        "data/notices/yunling-2024-9.yml:20:11 错误 decision-after-revocation：yunling-03 已由文件 yunling-2020-15 自 2020-03-20 起“撤销”，这里又有“合格”；没有重新许可的不能再有结论。请改正编号；确已重新许可的，先录入许可的文件（re-license）。",
        [("swap", "notices/yunling-2021-40.yml", "act: re-license", "act: hand-back")],
    ),
    (
        "data/notices/haixi-2022-61.yml:6:13 错误 follows-later：文件 haixi-2024-52 的成文日期是 2024-12-10，不早于本文件；只能承接、改动更早的文件。请对照文件改正编号或日期。",
        [("swap", "notices/haixi-2022-61.yml", "notice: haixi-2022-7", "notice: haixi-2024-52")],
    ),
    (
        "data/stations/haixi/haixi-11.yml:8:11 错误 succeeds-itself：承接关系从 haixi-11 绕回了自己；只能承接更早的鉴定所。请改正 succeeds。",
        [("swap", "stations/haixi/haixi-gangkou.yml", "city: 员峤市", "succeeds: haixi-11")],
    ),
    (
        "data/notices/haixi-2024-52.yml:16:11 错误 station-elsewhere：yunling-qingxi 在地区 yunling，这次检查在 haixi；两者应相同。请改正编号；确实跨地区的，用 accept 说明。",
        [
            (
                "swap",
                "notices/haixi-2024-52.yml",
                "haixi-11: 海西省第十一国家职业技能鉴定所（依托员峤港务公司）",
                "yunling-qingxi: 清溪站",
            )
        ],
    ),
    (
        "data/rounds/haixi-2023.yml:3:9 错误 scheme-elsewhere：办法 yunling-nianjian 适用于 yunling，这次检查在 haixi；两者应相同。请改正编号；确实借用的，用 accept 说明。",
        [
            (
                "put",
                "rounds/haixi-2023.yml",
                "id: haixi-2023\nname: 海西省2023年度检查\nscheme: yunling-nianjian\nregion: haixi\nyear: 2023\n",
            )
        ],
    ),
    (
        "data/rounds/haixi-2021.yml:5:7 错误 year-differs：年度是 2021，名称里是 2020 年；两者应相同。请改正其中一个；名称另有所指的，用 accept 说明。",
        [("swap", "rounds/haixi-2021.yml", "2021年度", "2020年度")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:3:10 错误 ordinal-differs：序号是 22，名称里是第 2；两者应相同。请改正序号或名称。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2", "ordinal: 22")],
    ),
    (
        "data/stations/yunling/yunling-02.yml:2:7 错误 ordinal-differs：名称里是第 2，没有写序号；两者应相同。请改正序号或名称。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2\n", "")],
    ),
    (
        "data/stations/yunling/yunling-qingxi.yml:3:11 错误 same-name：名称“清溪站”已用于 haixi-gangkou；两份档案不能同名。请核对：是同一个的，只留一份；确是两个的，用 accept 说明。",
        [
            (
                "swap",
                "stations/haixi/haixi-gangkou.yml",
                "海西省港口职业技能鉴定站",
                "海西省港口职业技能鉴定站\naliases: [清溪(站)]",
            )
        ],
    ),
    (
        "data/hosts/yunling/ruomu-shangmao-xuexiao.yml:3:11 提示 name-untidy：名称“若木商贸學校”里有繁体字、拼音或全角字母数字；应写成“若木商贸学校”。请改正；名称确实如此的，用 accept 说明。",
        [("swap", "hosts/yunling/ruomu-shangmao-xuexiao.yml", "若木商贸学校", "若木商贸學校")],
    ),
    (
        "data/stations/haixi/haixi-11.yml:2:7 提示 name-one-apart：名称“海西省第十一国家职业枝能鉴定所”与 haixi-01 的“海西省第一国家职业技能鉴定所”只差一个字，多半是笔误。请对照文件改正；确实不同的，用 accept 说明。",
        [
            (
                "swap",
                "stations/haixi/haixi-11.yml",
                "海西省第十一国家职业技能鉴定所",
                "海西省第十一国家职业枝能鉴定所",
            ),
            (
                "swap",
                "notices/haixi-2024-52.yml",
                "第十一国家职业技能鉴定所",
                "第十一国家职业枝能鉴定所",
            ),
        ],
    ),
    (
        "data/hosts/yunling/wangshu-jixie-jishi-xueyuan.yml:5:7 错误 credit-code-wrong：统一社会信用代码 12990000MB0000001K 的校验码不符；18 位要前后相符。请对照文件逐位核对。",
        [("swap", "hosts/yunling/wangshu-jixie-jishi-xueyuan.yml", "001J", "001K")],
    ),
    (
        "data/hosts/yunling/wangshu-jixie-jishi-xueyuan.yml:5:7 错误 credit-code-twice：统一社会信用代码 91990000MA0000002E 已用于 jianmu-huagong-jituan；一个代码只属于一个单位。请改正其中一个；是同一个单位的只留一份档案。",
        [
            (
                "swap",
                "hosts/yunling/wangshu-jixie-jishi-xueyuan.yml",
                "12990000MB0000001J",
                "91990000MA0000002E",
            )
        ],
    ),
    (
        "data/stations/yunling/yunling-02.yml:4:7 错误 station-code-twice：鉴定所代码 99000001 已用于 yunling-01；一个代码只属于一个鉴定所。请改正其中一个。",
        [("swap", "stations/yunling/yunling-02.yml", "ordinal: 2", 'ordinal: 2\ncode: "99000001"')],
    ),
    (
        "data/stations/yunling/yunling-02.yml:5:14 错误 licence-twice：许可证号 云鉴许字第0101号 已用于 yunling-01；一个号只属于一个鉴定所。请改正其中一个；确实沿用的，用 accept 说明。",
        [
            (
                "swap",
                "stations/yunling/yunling-02.yml",
                "ordinal: 2",
                "ordinal: 2\nlicences:\n  - {number: 云鉴许字第0101号, source: yunling-2021-40}",
            )
        ],
    ),
    (
        "data/notices/yunling-2024-9.yml:36:18 提示 publication-over：公开期限 2024-09-15 已过，结论已从全站撤下，细节不必留在数据里。请删去理由（grounds）；要留存的用 accept 说明。",
        [("swap", "notices/yunling-2024-9.yml", "until: 2029-03-15", "until: 2024-09-15")],
    ),
    (
        "data/hosts/yunling/fusang-fangzhi-chang.yml:1:3 错误 odd-character：字符 U+2F08 是部首、自造或乱码字符，应是“人”；只允许通用字符。请重新输入这个字。",
        [
            (
                "swap",
                "hosts/yunling/fusang-fangzhi-chang.yml",
                "id: fusang",
                "# ⼈工核对\nid: fusang",
            )
        ],
    ),
    (
        "data/notices/yunling-2020-88.yml:11:19 错误 not-nfc：“é”不是标准合成形式（NFC）；应写成“é”。请重新输入，后面的同样处理。",
        [("swap", "notices/yunling-2020-88.yml", "现场验收", "现场验收 e\u0301")],
    ),
    (
        "data/notices/yunling-2020-88.yml:11:16 错误 markup：这里有网页或 Markdown 的记号 <b>；只允许文字。请删去记号，只留文字。",
        [("swap", "notices/yunling-2020-88.yml", "现场验收", "现场<b>验收")],
    ),
    (
        "data/notices/yunling-2020-15.yml:11:6 提示 link-not-https：网址 http://example.org/notices/2020-15.html 用的是 http；应用 https。请改成 https；对方网站确实只有 http 的，用 accept 说明。",
        [("swap", "notices/yunling-2020-15.yml", "https://", "http://")],
    ),
    (
        "data/notices/yunling-2020-88.yml:11:17 错误 mobile-number：这里有手机号码（139 开头）；不能公开个人信息。请删去，需要联系方式的写办公室的固定电话。",
        [("swap", "notices/yunling-2020-88.yml", "现场验收", "电话 139 0000 0000")],
    ),
    (
        "data/stations/yunling/yunling-12.yml:1:3 错误 identity-number：这里有身份证号码（校验码相符）；不能公开个人信息。请删去。",
        [("swap", "stations/yunling/yunling-12.yml", "id:", "# 11010519491231002X\nid:")],
    ),
    (
        "data/stations/yunling/yunling-12.yml:1:3 错误 identity-number：这里写了身份证号或其中几位；不能公开个人信息。请删去。",
        [("swap", "stations/yunling/yunling-12.yml", "id:", "# 身份证号：1101********002X\nid:")],
    ),
    (
        "data/notices/yunling-2020-88.yml:11:16 错误 private-mail：这里有 qq.com 的邮箱；不能公开个人信息，只允许单位邮箱。请删去，或换成单位邮箱。",
        [("swap", "notices/yunling-2020-88.yml", "现场验收", "寄 someone.else@qq.com")],
    ),
    (
        "data/notices/yunling-2020-88.yml:11:14 错误 person-named：“联系人”后面像是人名；不能公开个人信息。请删去姓名，只写机关或单位；不是人名的，用 accept 说明。",
        [("swap", "notices/yunling-2020-88.yml", "现场验收", "联系人：王某某")],
    ),
    (
        "data/notices/yunling-2020-88.yml:7:12 错误 rule-unknown：没有规则 totals-difer；相近的有 totals-differ。请改正规则名，或删去这一项。",
        [
            (
                "swap",
                "notices/yunling-2020-88.yml",
                "acts:",
                "accept:\n  - {rule: totals-difer, because: 原文如此}\nacts:",
            )
        ],
    ),
    (
        "data/notices/yunling-2020-88.yml:7:12 错误 rule-unknown：规则 station-unknown 不允许有例外。请照那条规则改正数据，删去这一项。",
        [
            (
                "swap",
                "notices/yunling-2020-88.yml",
                "acts:",
                "accept:\n  - {rule: station-unknown, because: 原文如此}\nacts:",
            )
        ],
    ),
    (
        "data/notices/yunling-2020-88.yml:7:12 提示 accept-unused：规则 totals-differ 在这个文件里没有发现问题；例外只为有问题的地方而写。请删去这一项。",
        [
            (
                "swap",
                "notices/yunling-2020-88.yml",
                "acts:",
                "accept:\n  - {rule: totals-differ, because: 原文如此}\nacts:",
            )
        ],
    ),
    *SYSTEMS,
]


def rule_of(finding: str) -> str:
    found = re.match(r"\S+:\d+:\d+ (?:错误|提示) ([a-z0-9-]+)：", finding)
    assert found, finding
    return found[1]


def names(rows: list[tuple[str, list[tuple[str | bytes, ...]]]]) -> list[str]:
    return [rule_of(finding) for finding, _edits in rows]


@pytest.mark.parametrize(("finding", "edits"), BROKEN, ids=names(BROKEN))
def test_a_broken_record_gives_exactly_this_finding(
    register: "Copy", finding: str, edits: list[tuple[str, ...]]
) -> None:
    for how, *words in edits:
        register.edit(how, *words)
    assert register.findings() == [finding]


def test_every_rule_has_a_broken_record() -> None:
    assert {rule.name for rule in RULES} == set(names(BROKEN))


def test_rules_bear_different_names_and_say_what_holds_and_what_to_do() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.statement != rule.cure, rule.name
        assert rule.statement.endswith("。"), rule.name
        assert rule.cure.endswith("。"), rule.name
        assert rule.example, rule.name


def test_every_finding_says_what_was_found_then_what_to_do() -> None:
    for finding, _edits in BROKEN:
        assert "；" in finding or "。" in finding[:-1], finding
        assert finding.endswith("。"), finding
        assert "请" in finding, finding
