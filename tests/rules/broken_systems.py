"""Broken records of schemes, rounds, sheets, visits, centres and acts; rows as in test_broken."""
# ruff: noqa: E501 - findings are one line each, as they are printed

TRIAL = """\
id: haixi-shiyan
name: 海西省试行评分办法
region: haixi
grades:
  - {grade: 合格, standing: qualified}
sheets:
  - id: shi
    name: 试行评估表
    points: 20
    headings:
      - number: 1
        name: 档案
        points: 20
        items:
          - {id: a, topic: 档案, label: 档案齐全, points: 4, way: all-or-nothing}
          - id: b
            topic: 目录
            label: 目录和专柜
            points: 6
            way: parts
            levels:
              - {points: 4, when: 有目录}
              - {points: 2, when: 有专柜}
          - {id: c, topic: 查询, label: 查询, points: 6, way: discretion, deduct: 1, deduct_to: 2}
          - id: d
            topic: 差错
            label: 差错
            points: 4
            way: bands
            measures: 差错
            levels:
              - {points: 4, to: 2}
              - {points: 0, above: 2}
"""


def trial(old: str, new: str) -> tuple[str | bytes, ...]:
    """Put a scheme that no round uses, with `new` for `old`."""
    assert old in TRIAL, old
    return ("put", "schemes/haixi-shiyan.yml", TRIAL.replace(old, new, 1))


def notice(more: str) -> tuple[str | bytes, ...]:
    """Put a new document that says `more`."""
    text = f"id: haixi-2024-70\ntitle: 关于有关事项的通知\ndecided: 2024-12-20\n{more}"
    return ("put", "notices/haixi-2024-70.yml", text)


SYSTEMS: list[tuple[str, list[tuple[str | bytes, ...]]]] = [
    (
        "data/schemes/yunling-pingfen.yml:46:9 错误 scheme-id-twice：步骤 propose 写了不止一次；同一套办法里不能重复。请给后写的换一个，或删去重复的。",
        [("swap", "schemes/yunling-pingfen.yml", "  - id: demonstrate", "  - id: propose")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:24:18 错误 scheme-id-twice：评估表 shi 的小项 a 写了不止一次；同一套办法里不能重复。请给后写的换一个，或删去重复的。",
        [trial("{id: c,", "{id: a,")],
    ),
    (
        "data/schemes/jiuzhou-pucha.yml:36:12 错误 step-stage-unknown：步骤 self-check 属于阶段“自察阶段”，办法里没有这个阶段；相近的有 自查阶段。请改正，或先在 stages 里补上。",
        [("swap", "schemes/jiuzhou-pucha.yml", "stage: 自查阶段", "stage: 自察阶段")],
    ),
    (
        "data/schemes/jiuzhou-pucha.yml:54:12 错误 legal-step-twice：状态 revoked（撤销）写了不止一条；一种状态只能写一条。请合成一条。",
        [("swap", "schemes/jiuzhou-pucha.yml", "after: deregistered", "after: revoked")],
    ),
    (
        "data/schemes/jiuzhou-pucha.yml:51:1 错误 scheme-mixed：这套办法评的是鉴定所，却写了接近标准也可以的级别（near）；那是评另一方的办法才有的。请改正 judges，或移到另一套办法。",
        [("swap", "schemes/jiuzhou-pucha.yml", "legal_steps:", "near: [county]\nlegal_steps:")],
    ),
    (
        "data/schemes/haixi-biaozhunhua.yml:33:1 错误 scheme-mixed：这套办法评的是鉴定指导中心，却写了步骤（steps）；那是评另一方的办法才有的。请改正 judges，或移到另一套办法。",
        [
            (
                "swap",
                "schemes/haixi-biaozhunhua.yml",
                "measures:",
                "steps:\n  - {id: self, name: 自查}\nmeasures:",
            )
        ],
    ),
    (
        "data/schemes/haixi-biaozhunhua.yml:93:5 错误 standard-shapeless：标准 sign 一种也没有写；stair、share、checklist 要写一种，也只写一种。请留下或补上一种；两样都要求的写成两条标准。",
        [("swap", "schemes/haixi-biaozhunhua.yml", "near:", "  - {id: sign, name: 标牌}\nnear:")],
    ),
    (
        "data/schemes/haixi-biaozhunhua.yml:70:5 错误 standard-shapeless：标准 investment 同时写了 stair、share；stair、share、checklist 要写一种，也只写一种。请留下或补上一种；两样都要求的写成两条标准。",
        [
            (
                "swap",
                "schemes/haixi-biaozhunhua.yml",
                "    share:",
                "    stair: {have: invested, least: 1}\n    share:",
            )
        ],
    ),
    (
        "data/schemes/haixi-biaozhunhua.yml:53:7 错误 stair-incomplete：标准 staffing 的逐级要求写了 of，没有写 each；随另一个数字增加的要写全 of、up_to、each（大于 0）、more，不随的都不写。请对照文件补上或删去。",
        [("swap", "schemes/haixi-biaozhunhua.yml", "      each: 2000\n", "")],
    ),
    (
        "data/schemes/haixi-biaozhunhua.yml:53:7 错误 stair-incomplete：标准 staffing 的逐级要求的 each 是 0；随另一个数字增加的要写全 of、up_to、each（大于 0）、more，不随的都不写。请对照文件补上或删去。",
        [("swap", "schemes/haixi-biaozhunhua.yml", "each: 2000", "each: 0")],
    ),
    (
        "data/schemes/haixi-biaozhunhua.yml:63:7 错误 stair-incomplete：标准 office-space 的逐级要求没有写 of，却写了 up_to、each、more；随另一个数字增加的要写全 of、up_to、each（大于 0）、more，不随的都不写。请对照文件补上或删去。",
        [("swap", "schemes/haixi-biaozhunhua.yml", "      of: staff\n", "")],
    ),
    (
        "data/schemes/haixi-biaozhunhua.yml:73:13 错误 standard-measure-unknown：标准 investment 用的数字 inveted 不在 measures 里；相近的有 invested。请改正编号，或先在 measures 里补上。",
        [("swap", "schemes/haixi-biaozhunhua.yml", "have: invested", "have: inveted")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:9:13 错误 points-differ：评估表 shi 是 21 分，各大项加起来是 20 分；两者应相等。请对照文件改正；原表自己算错的，用 accept 说明。",
        [trial("    points: 20\n    headings", "    points: 21\n    headings")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:13:17 错误 points-differ：大项“档案”是 20 分，各小项加起来是 21 分；两者应相等。请对照文件改正；原表自己算错的，用 accept 说明。",
        [trial("points: 4, way: all", "points: 5, way: all")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:10:16 错误 points-differ：合格分 21 超过满分 20；合格分不能超过满分。请对照文件改正。",
        [trial("    points: 20\n    headings", "    points: 20\n    pass_mark: 21\n    headings")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:24:13 错误 way-incomplete：小项 c 的给分办法是 discretion，没有写 deduct；这种办法要写。请对照文件补上。",
        [trial(", deduct: 1, deduct_to: 2", "")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:25:13 错误 way-incomplete：小项 d 的给分办法是 bands，没有写 measures；这种办法要写。请对照文件补上。",
        [trial("            measures: 差错\n", "")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:33:17 错误 way-incomplete：小项 d 的第 2 档没有界限；按数值分档的，每档要写 from、above、to、below 中的一两个。请对照文件补上。",
        [trial("{points: 0, above: 2}", "{points: 0, when: 两个以上}")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:15:77 错误 way-superfluous：小项 a 的给分办法是 all-or-nothing，却写了 deduct；只有 per-defect、discretion 才写。请改正 way，或删去多写的。",
        [trial("way: all-or-nothing}", "way: all-or-nothing, deduct: 2}")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:23:17 错误 way-superfluous：小项 b 的第 2 档写了界限；只有 bands 才写。请改正 way，或删去界限。",
        [trial("{points: 2, when: 有专柜}", "{points: 2, to: 5}")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:21:13 错误 way-points：小项 b 的分值是 6，各部分加起来是 5 分；应等于分值。请对照文件改正。",
        [trial("{points: 2, when: 有专柜}", "{points: 1, when: 有专柜}")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:32:26 错误 way-points：小项 d 的分值是 4，第 1 档是 5 分；不能超过分值。请对照文件改正。",
        [trial("{points: 4, to: 2}", "{points: 5, to: 2}")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:31:13 错误 way-points：小项 d 的分值是 4，最高一档是 3 分；应等于分值。请对照文件改正。",
        [trial("{points: 4, to: 2}", "{points: 3, to: 2}")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:24:79 错误 way-points：小项 c 的分值是 6，要扣 7 分；扣分不能超过分值。请对照文件改正。",
        [trial("deduct: 1, deduct_to: 2", "deduct: 7")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:24:93 错误 way-points：小项 c 的分值是 6，最多扣 2 分，比最少扣的 3 分还少；应不少于它。请对照文件改正。",
        [trial("deduct: 1, deduct_to: 2", "deduct: 3, deduct_to: 2")],
    ),
    (
        "data/rounds/ducha-2022.yml:9:11 错误 stage-unknown：评估办法里没有阶段“督导检察”；相近的有 督导检查。请改正名称，或先在办法的 stages 里补上。",
        [("swap", "rounds/ducha-2022.yml", "  - name: 督导检查", "  - name: 督导检察")],
    ),
    (
        "data/rounds/pucha-2022.yml:34:11 错误 step-unknown：评估办法里没有步骤 reports；相近的有 report。请改正编号，或先在办法的 steps 里补上。",
        [
            (
                "swap",
                "rounds/pucha-2022.yml",
                "step: report\n    source",
                "step: reports\n    source",
            )
        ],
    ),
    (
        "data/rounds/pucha-2022.yml:59:11 错误 step-unknown：评估办法里没有步骤 spot-chek；相近的有 spot-check。请改正编号，或先在办法的 steps 里补上。",
        [("swap", "rounds/pucha-2022.yml", "- step: spot-check", "- step: spot-chek")],
    ),
    (
        "data/rounds/ducha-2022.yml:7:5 错误 date-sourceless：阶段“督导检查”没有出处；要么写 source，要么这次检查有部署文件（basis）。请写上 source，或写上部署文件。",
        [
            (
                "swap",
                "rounds/ducha-2022.yml",
                "basis:\n  - title: 关于开展2022年职业技能鉴定质量督导检查的通知\n",
                "",
            )
        ],
    ),
    (
        "data/rounds/ducha-2024.yml:7:5 错误 date-sourceless：期限“报送总结”没有出处；要么写 source，要么这次检查有部署文件（basis）。请写上 source，或写上部署文件。",
        [
            (
                "swap",
                "rounds/ducha-2024.yml",
                "year: 2024",
                "year: 2024\ndeadlines:\n  - {who: 各市, what: 报送总结, due: 2024-05-10}",
            )
        ],
    ),
    (
        "data/rounds/haixi-2021.yml:6:1 错误 pledge-unasked：评估办法没有写责任书（pledge），这里却记了签订情况；办法有责任书的才记。请先在办法里写上名称，或删去。",
        [
            (
                "swap",
                "rounds/haixi-2021.yml",
                "year: 2021",
                "year: 2021\npledges:\n  - {city: 员峤市, signed: true}",
            )
        ],
    ),
    (
        "data/rounds/ducha-2023.yml:35:11 错误 pledge-unasked：员峤市的责任书记了不止一次；一个市只能记一次。请删去多余的一条。",
        [("swap", "rounds/ducha-2023.yml", "city: 阆风市", "city: 员峤市")],
    ),
    (
        "data/rounds/zhongxin-2023.yml:19:7 错误 milestone-misfit：目标到 2024-12-31，年度是 2023；应在同一年。请对照文件改正，或移到那一年的年度检查。",
        [("swap", "rounds/zhongxin-2023.yml", "by: 2023-12-31", "by: 2024-12-31")],
    ),
    (
        "data/rounds/haixi-2021.yml:6:1 错误 milestone-misfit：这次检查评的是鉴定所，却写了达标目标；评中心的才写。请删去，或改正评估办法的编号。",
        [
            (
                "swap",
                "rounds/haixi-2021.yml",
                "year: 2021",
                "year: 2021\nmilestone: {by: 2021-12-31, percent: 50}",
            )
        ],
    ),
    (
        "data/rounds/pucha-2022.yml:54:28 错误 progress-twice：yunling-13 的步骤 self-check 记了不止一次；一步只能记一次。请对照文件删去多余的一处。",
        [("swap", "rounds/pucha-2022.yml", "[yunling-18]", "[yunling-18, yunling-13]")],
    ),
    (
        "data/rounds/pucha-2022.yml:54:28 提示 progress-out-of-scope：yunling-14 免检，这里却记了进展；一般只记在范围内、不免检的。请核对编号和档案里的许可日期、认证；确实查了的，用 accept 说明。",
        [("swap", "rounds/pucha-2022.yml", "[yunling-18]", "[yunling-18, yunling-14]")],
    ),
    (
        "data/rounds/pucha-2022.yml:54:28 提示 progress-out-of-scope：haixi-27 不在这次检查的范围内，这里却记了进展；一般只记在范围内、不免检的。请核对编号和档案里的许可日期、认证；确实查了的，用 accept 说明。",
        [("swap", "rounds/pucha-2022.yml", "[yunling-18]", "[yunling-18, haixi-27]")],
    ),
    (
        "data/rounds/pucha-2022.yml:43:9 提示 progress-early：日期是 2022-06-30，这次检查从 2022-07-01 开始；一般不会早于开始。请对照文件改正；确实提前做了的，用 accept 说明。",
        [("swap", "rounds/pucha-2022.yml", "on: 2022-08-05", "on: 2022-06-30")],
    ),
    (
        "data/rounds/pingfen-2024.yml:43:28 错误 station-elsewhere：haixi-24 在地区 haixi，这次检查在 yunling；两者应相同。请改正编号；确实跨地区的，用 accept 说明。",
        [("swap", "rounds/pingfen-2024.yml", "[yunling-19]", "[yunling-19, haixi-24]")],
    ),
    (
        "data/rounds/ducha-2024.yml:6:49 错误 from-after-to：从 2022-01-01 起、到 2021-12-31 止；起始不能晚于终止。请对照文件改正。",
        [
            (
                "swap",
                "rounds/ducha-2024.yml",
                "year: 2024\n",
                "year: 2024\nscope: {licensed_from: 2022-01-01, licensed_to: 2021-12-31}\n",
            )
        ],
    ),
    (
        "data/stations/yunling/yunling-14.yml:14:9 错误 from-after-to：从 2029-06-01 起、到 2023-05-31 止；起始不能晚于终止。请对照文件改正。",
        [
            (
                "swap",
                "stations/yunling/yunling-14.yml",
                "from: 2020-06-01\n    to: ",
                "from: 2029-06-01\n    to: ",
            )
        ],
    ),
    (
        "data/rounds/pingfen-2024.yml:51:9 错误 record-in-future：进展的日期是 2025-11-25，晚于今天 2024-12-31；记的是做过的事，不能在将来。请对照记录改正；还没有做的，做了再记。",
        [("swap", "rounds/pingfen-2024.yml", "on: 2024-11-25", "on: 2025-11-25")],
    ),
    (
        "data/rounds/ducha-2023.yml:34:9 错误 record-in-future：责任书的日期是 2025-05-09，晚于今天 2024-12-31；记的是做过的事，不能在将来。请对照记录改正；还没有做的，做了再记。",
        [("swap", "rounds/ducha-2023.yml", "on: 2023-05-09", "on: 2025-05-09")],
    ),
    (
        "data/rounds/ducha-2023/visits/langfeng-0520.yml:40:9 错误 record-in-future：督导的日期是 2025-05-21，晚于今天 2024-12-31；记的是做过的事，不能在将来。请对照记录改正；还没有做的，做了再记。",
        [
            (
                "swap",
                "rounds/ducha-2023/visits/langfeng-0520.yml",
                "on: 2023-05-21",
                "on: 2025-05-21",
            )
        ],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:1:10 错误 sheet-station-differs：鉴定所是 yunling-19，文件名是 yunling-18；两者应相同。请改正其中一个。",
        [
            (
                "swap",
                "rounds/pingfen-2024/sheets/yunling-18.yml",
                "station: yunling-18",
                "station: yunling-19",
            )
        ],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-19.yml:14:12 错误 sheet-unknown：评估办法里没有评估表 gongzhon；相近的有 gongzhong。请改正编号，或先在办法的 sheets 里补上。",
        [
            (
                "swap",
                "rounds/pingfen-2024/sheets/yunling-19.yml",
                "sheet: gongzhong",
                "sheet: gongzhon",
            )
        ],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-17.yml:28:12 错误 sheet-unknown：评估表 gongzhong 写了两段；一张表只能写一段。请合成一段。",
        [
            (
                "swap",
                "rounds/pingfen-2024/sheets/yunling-17.yml",
                "sheet: gongzhong\n    scores:\n      - by: self\n        on: 2024-03-20\n        points: {g-1: 10, g-2: 10}\n        total: 20\n      - by: province",
                "sheet: gongzhong\n    scores:\n      - by: self\n        on: 2024-03-20\n        points: {g-1: 10, g-2: 10}\n        total: 20\n  - sheet: gongzhong\n    scores:\n      - by: province",
            )
        ],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-19.yml:9:13 错误 assessor-twice：评估表 suo 的自评写了不止一次；一方只能打一次分。请删去多余的，或改正评分方。",
        [("swap", "rounds/pingfen-2024/sheets/yunling-19.yml", "by: city", "by: self")],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:6:13 错误 record-in-future：打分的日期是 2025-03-20，晚于今天 2024-12-31；记的是做过的事，不能在将来。请对照记录改正；还没有做的，做了再记。",
        [("swap", "rounds/pingfen-2024/sheets/yunling-18.yml", "on: 2024-03-20", "on: 2025-03-20")],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-19.yml:18:34 错误 item-unknown：评估表 gongzhong 里没有小项 g-3；可用的有 g-1、g-2。请改正编号。",
        [("swap", "rounds/pingfen-2024/sheets/yunling-19.yml", "g-2: 4}", "g-2: 4, g-3: 0}")],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:8:30 错误 item-unknown：评估表 suo 里没有小项 2-5；可用的有 1-1、1-2、1-3、2-1、2-2、2-3、2-4、3-1、3-2。请改正编号。",
        [
            (
                "swap",
                "rounds/pingfen-2024/sheets/yunling-18.yml",
                "{1-2: 3.2, 2-4: 5}",
                "{1-2: 3.2, 2-5: 5}",
            )
        ],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-19.yml:18:31 错误 points-over：小项 g-2 得了 12 分；最多 10 分。请对照评估表改正；原表确实多给了的，用 accept 说明。",
        [
            (
                "swap",
                "rounds/pingfen-2024/sheets/yunling-19.yml",
                "{g-1: 6, g-2: 4}\n        total: 10",
                "{g-1: 6, g-2: 12}\n        total: 18",
            )
        ],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:7:56 错误 points-not-allowed：小项 2-2 得了 5 分；只能是 0、2、4、6、8、10 分。请对照评估表改正；原表确实这样给的，用 accept 说明。",
        [("swap", "rounds/pingfen-2024/sheets/yunling-18.yml", "2-2: 4", "2-2: 5")],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-19.yml:13:16 错误 sheet-total-differs：总分写的是 63，各项加起来是 62；两者应相等。请对照评估表改正；原表自己算错的，用 accept 说明。",
        [("swap", "rounds/pingfen-2024/sheets/yunling-19.yml", "total: 62", "total: 63")],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:7:9 提示 items-missing：自评缺 3-2 的得分；每一项都要有。请补上；原表确实空着的，用 accept 说明。",
        [("swap", "rounds/pingfen-2024/sheets/yunling-18.yml", ", 3-2: 0", "")],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:5:36 提示 items-missing：自评缺 1-2、1-3、2-1、2-2、2-3 等 8 项的得分；每一项都要有。请补上；原表确实空着的，用 accept 说明。",
        [
            (
                "put",
                "rounds/pingfen-2024/sheets/yunling-18.yml",
                "station: yunling-18\nsheets:\n  - sheet: suo\n    scores:\n      - {by: self, on: 2024-03-20, points: {1-1: 10}}\n",
            )
        ],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:8:30 错误 measured-misplaced：小项 1-3 不按数值分档；只有分档的才写量得的数。请改正编号，或删去。",
        [("swap", "rounds/pingfen-2024/sheets/yunling-18.yml", "{1-2: 3.2,", "{1-2: 3.2, 1-3: 2,")],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:8:30 错误 measured-misplaced：小项 2-4 量的是个数，写成了 5.5；应为整数。请对照评估表改正。",
        [("swap", "rounds/pingfen-2024/sheets/yunling-18.yml", "2-4: 5}", "2-4: 5.5}")],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:7:32 错误 band-contradicted：小项 1-2 量得 4.5，得了 5 分；这一档应得 10 分。请对照评估表改正得分或数值；原表确实这样给的，用 accept 说明。",
        [("swap", "rounds/pingfen-2024/sheets/yunling-18.yml", "1-2: 3.2", "1-2: 4.5")],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:8:25 提示 band-open：小项 1-2 量得 7，不在任何一档里，得几分原表没有定，这里给了 5 分；只能由评估方说明。请核对数值；确实如此的，用 accept 说明为什么给这个分。",
        [("swap", "rounds/pingfen-2024/sheets/yunling-18.yml", "1-2: 3.2", "1-2: 7")],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:8:25 提示 band-open：小项 1-2 量得 3.2，同时落在 5、10 分的两档里，得几分原表没有定，这里给了 5 分；只能由评估方说明。请核对数值；确实如此的，用 accept 说明为什么给这个分。",
        [("swap", "schemes/yunling-pingfen.yml", "above: 4, to: 6", "from: 3, to: 6")],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:8:35 提示 band-open：小项 2-4 量得 3，不在任何一档里，得几分原表没有定，这里给了 0 分；只能由评估方说明。请核对数值；确实如此的，用 accept 说明为什么给这个分。",
        [("swap", "rounds/pingfen-2024/sheets/yunling-18.yml", "2-4: 5}", "2-4: 3}")],
    ),
    (
        "data/rounds/ducha-2023/visits/langfeng-0520.yml:18:11 错误 visit-step-unknown：评估办法里没有督导步骤 half-hour；相近的有 half-hour-before。请改正编号，或先在办法的 supervision 里补上。",
        [
            (
                "swap",
                "rounds/ducha-2023/visits/langfeng-0520.yml",
                "step: half-hour-before",
                "step: half-hour",
            )
        ],
    ),
    (
        "data/rounds/ducha-2023/visits/langfeng-0520.yml:39:11 错误 visit-steps-unordered：步骤 exam 写了两段；要按办法的先后写，一步只写一段。请调整次序，或合成一段。",
        [("swap", "rounds/ducha-2023/visits/langfeng-0520.yml", "step: talks", "step: exam")],
    ),
    (
        "data/rounds/ducha-2023/visits/langfeng-0520.yml:34:11 错误 visit-steps-unordered：步骤 day-before 写了两段；要按办法的先后写，一步只写一段。请调整次序，或合成一段。",
        [
            (
                "swap",
                "rounds/ducha-2023/visits/langfeng-0520.yml",
                "step: after-exam",
                "step: day-before",
            )
        ],
    ),
    (
        "data/rounds/ducha-2023/visits/langfeng-0520.yml:34:11 错误 visit-steps-unordered：步骤 after-exam 写在了 talks 之后；要按办法的先后写，一步只写一段。请调整次序，或合成一段。",
        [
            ("swap", "rounds/ducha-2023/visits/langfeng-0520.yml", "step: exam", "step: talks"),
            (
                "swap",
                "rounds/ducha-2023/visits/langfeng-0520.yml",
                "step: after-exam",
                "step: half-hour",
            ),
            (
                "swap",
                "rounds/ducha-2023/visits/langfeng-0520.yml",
                "  - step: half-hour\n    on: 2023-05-20\n    findings:\n      - what: 交换了意见，填写了评估表\n        kind: fine\n  - step: talks",
                "  - step: after-exam",
            ),
        ],
    ),
    (
        "data/rounds/ducha-2023/visits/langfeng-0520.yml:22:15 错误 visit-site-unknown：考点“阆风艺术学院”不在 sites 里；相近的有 阆风艺术学校。请改正名称，或先在 sites 里补上。",
        [
            (
                "swap",
                "rounds/ducha-2023/visits/langfeng-0520.yml",
                "site: 阆风艺术学校",
                "site: 阆风艺术学院",
            )
        ],
    ),
    (
        "data/rounds/ducha-2023/visits/langfeng-0520.yml:2:9 错误 visit-elsewhere：督导去的是 yunling，这次检查在 haixi；两者应相同。请改正地区编号，或移到那个地区的年度检查。",
        [
            (
                "swap",
                "rounds/ducha-2023/visits/langfeng-0520.yml",
                "region: haixi",
                "region: yunling",
            )
        ],
    ),
    (
        "data/rounds/ducha-2023/visits/langfeng-0520.yml:7:14 错误 station-elsewhere：yunling-02 在地区 yunling，这次检查在 haixi；两者应相同。请改正编号；确实跨地区的，用 accept 说明。",
        [
            (
                "swap",
                "rounds/ducha-2023/visits/langfeng-0520.yml",
                "station: haixi-24",
                "station: yunling-02",
            )
        ],
    ),
    (
        "data/rounds/ducha-2023/visits/langfeng-0520.yml:4:7 错误 visit-year-differs：考试日是 2022-05-20，年度是 2023；应在同一年。请对照记录改正，或移到那一年的年度检查。",
        [
            (
                "swap",
                "rounds/ducha-2023/visits/langfeng-0520.yml",
                "exam: 2023-05-20",
                "exam: 2022-05-20",
            )
        ],
    ),
    (
        "data/rounds/ducha-2023/visits/langfeng-0520.yml:44:14 提示 visit-copies-differ：评估表填了 1 份，办法要求 2 份；两者应相同。请对照记录改正；确实如此的，用 accept 说明。",
        [
            (
                "swap",
                "rounds/ducha-2023/visits/langfeng-0520.yml",
                "form_copies: 2",
                "form_copies: 1",
            )
        ],
    ),
    (
        "data/centres/danxue-zhongxin.yml:8:13 错误 centre-unjudged：办法 haixi-ducha 评的是鉴定所；中心的数字要按评中心的办法填。请改成评中心的办法的编号。",
        [
            (
                "swap",
                "centres/danxue-zhongxin.yml",
                "scheme: haixi-biaozhunhua",
                "scheme: haixi-ducha",
            )
        ],
    ),
    (
        "data/centres/danxue-zhongxin.yml:9:33 错误 figure-unknown：评估办法里没有数字 staf；相近的有 staff。请改正编号，或先在办法里补上。",
        [
            (
                "swap",
                "centres/danxue-zhongxin.yml",
                "{appraisals: 400, staff: 2}",
                "{appraisals: 400, staf: 2}",
            )
        ],
    ),
    (
        "data/centres/danxue-zhongxin.yml:15:22 错误 figure-unknown：评估办法里没有清单项 papres；相近的有 papers。请改正编号，或先在办法里补上。",
        [
            (
                "swap",
                "centres/danxue-zhongxin.yml",
                "has: [approvals, papers]",
                "has: [approvals, papres]",
            )
        ],
    ),
    (
        "data/centres/fanghu-zhongxin.yml:11:13 错误 has-and-lacks：papers 写在 has 里，又写在 lacks 里；只能写一处。请对照文件删去其中一个。",
        [
            (
                "swap",
                "centres/fanghu-zhongxin.yml",
                "has: [approvals, card-reader]",
                "has: [approvals, card-reader, papers]",
            )
        ],
    ),
    (
        "data/centres/fanghu-zhongxin.yml:10:35 错误 has-and-lacks：approvals 在 has 里写了两次；只能写一次。请删去多余的一个。",
        [
            (
                "swap",
                "centres/fanghu-zhongxin.yml",
                "has: [approvals, card-reader]",
                "has: [approvals, card-reader, approvals]",
            )
        ],
    ),
    (
        "data/centres/danxue-zhongxin.yml:12:11 错误 centre-years-unordered：2023 年的数字写了两段；要按年度先后写，一年只写一段。请调整次序，或合成一段。",
        [("swap", "centres/danxue-zhongxin.yml", "year: 2024", "year: 2023")],
    ),
    (
        "data/centres/danxue-zhongxin.yml:12:11 错误 centre-years-unordered：2022 年的数字写在了 2023 年之后；要按年度先后写，一年只写一段。请调整次序，或合成一段。",
        [("swap", "centres/danxue-zhongxin.yml", "year: 2024", "year: 2022")],
    ),
    (
        "data/notices/haixi-2024-41.yml:16:11 错误 station-elsewhere：dongtan-zhongxin 在地区 yunling，这次检查在 haixi；两者应相同。请改正编号；确实跨地区的，用 accept 说明。",
        [
            (
                "put",
                "centres/dongtan-zhongxin.yml",
                "id: dongtan-zhongxin\nname: 东滩县职业技能鉴定指导中心\nregion: yunling\nlevel: county\n",
            ),
            (
                "swap",
                "notices/haixi-2024-41.yml",
                "danxue-zhongxin: 丹穴县",
                "dongtan-zhongxin: 东滩县",
            ),
        ],
    ),
    (
        "data/notices/haixi-2024-41.yml:16:11 错误 line-other-centre：这一行没有 danxue-zhongxin 的名称“丹穴县职业技能鉴定指导中心”；编号和原文要指同一个中心。请改正编号；原文印错的用 sic 说明，用了别名的写进 aliases。",
        [
            (
                "swap",
                "notices/haixi-2024-41.yml",
                "danxue-zhongxin: 丹穴县职业技能鉴定指导中心",
                "danxue-zhongxin: 丹水县职业技能鉴定指导中心",
            )
        ],
    ),
    (
        "data/notices/haixi-2024-41.yml:16:11 错误 centre-unknown：结论引用的鉴定指导中心 danxue-zhongxim 不存在；相近的有 danxue-zhongxin。请改正编号，或先新建该中心档案。",
        [("swap", "notices/haixi-2024-41.yml", "danxue-zhongxin:", "danxue-zhongxim:")],
    ),
    (
        "data/notices/haixi-2024-41.yml:22:11 错误 station-twice：danxue-zhongxin 在这次检查里列了两次，第一次在第 16 行；只能列一次。请删去多余的一处；文件确实重复列出的，用 accept 说明。",
        [
            (
                "swap",
                "notices/haixi-2024-41.yml",
                "fanghu-zhongxin: 方壶市",
                "danxue-zhongxin: 丹穴县",
            )
        ],
    ),
    (
        "data/notices/haixi-2024-41.yml:3:36 错误 sic-unprinted：danxue-zhongxin 那一行里没有“丹水县”；照录的原文要与那一行一字不差。请改正原文或位置。",
        [
            (
                "swap",
                "notices/haixi-2024-41.yml",
                "id: haixi-2024-41",
                "id: haixi-2024-41\nsic:\n  - {at: danxue-zhongxin, printed: 丹水县, because: 照录}",
            )
        ],
    ),
    (
        "data/notices/haixi-2024-41.yml:3:70 错误 station-twice：danxue-zhongxin 列了两次；一处只能列一次。请删去多余的一个。",
        [
            (
                "swap",
                "notices/haixi-2024-41.yml",
                "id: haixi-2024-41",
                "id: haixi-2024-41\nacts:\n  - {act: accept, follows: haixi-2023-66, centres: [danxue-zhongxin, danxue-zhongxin], on: 2024-01-10}",
            )
        ],
    ),
    (
        "data/notices/haixi-2022-73.yml:8:18 错误 totals-differ：“达标”的总数是 5，列出的是 4（中心 4、未列名 0、尚无档案 0）；两者应相等。请对照文件补上或删去，没有列名的写进 unnamed；文件自己算错的用 accept 说明。",
        [("swap", "notices/haixi-2022-73.yml", "达标: 4", "达标: 5")],
    ),
    (
        "data/centres/langfeng-zhongxin.yml:2:7 错误 same-name：名称“阆风市职业技能鉴定指导中心”已用于 danxue-zhongxin；两份档案不能同名。请核对：是同一个的，只留一份；确是两个的，用 accept 说明。",
        [
            (
                "swap",
                "centres/danxue-zhongxin.yml",
                "name: 丹穴县职业技能鉴定指导中心",
                "name: 丹穴县职业技能鉴定指导中心\naliases: [阆风市职业技能鉴定指导中心]",
            )
        ],
    ),
    (
        "data/centres/haixi-24.yml:1:5 错误 duplicate-id：编号 haixi-24 已用于 stations/haixi/haixi-24.yml；编号不能重复。请给后建的换一个新编号。",
        [
            (
                "put",
                "centres/haixi-24.yml",
                "id: haixi-24\nname: 东滩县职业技能鉴定指导中心\nregion: haixi\nlevel: county\n",
            )
        ],
    ),
    (
        "data/notices/haixi-2024-70.yml:8:9 错误 subject-misplaced：年度检查 zhongxin-2024 评的是鉴定指导中心，结论里却写了 stations；应写 centres。请移到正确的字段下，或改正年度检查的编号。",
        [
            notice(
                "rounds:\n  - round: zhongxin-2024\n    decisions:\n      - grade: 达标\n        stations:\n          haixi-24: 海西省第二十四国家职业技能鉴定所\n"
            )
        ],
    ),
    (
        "data/notices/haixi-2024-70.yml:8:9 错误 subject-misplaced：年度检查 ducha-2024 评的是鉴定所，结论里却写了 centres；应写 stations。请移到正确的字段下，或改正年度检查的编号。",
        [
            notice(
                "rounds:\n  - round: ducha-2024\n    decisions:\n      - grade: 优秀\n        centres:\n          danxue-zhongxin: 丹穴县职业技能鉴定指导中心\n"
            )
        ],
    ),
    (
        "data/notices/yunling-2021-64.yml:6:10 错误 act-empty：这条处理（交回证章牌）一个单位也没有；至少要有一个。请写上编号，或删去这一条。",
        [("swap", "notices/yunling-2021-64.yml", "stations: [yunling-20]", "stations: []")],
    ),
    (
        "data/notices/haixi-2022-61.yml:12:10 错误 act-field-missing：处理是 strike（取消工种），没有写 occupations；这种处理要写。请对照文件补上。",
        [("swap", "notices/haixi-2022-61.yml", "    occupations: [锅炉操作工]\n", "")],
    ),
    (
        "data/notices/yunling-2023-38.yml:14:10 错误 act-field-missing：处理是 rename（更名），没有写 name；这种处理要写。请对照文件补上。",
        [("swap", "notices/yunling-2023-38.yml", "    name: 汤谷市职业技能鉴定站\n", "")],
    ),
    (
        "data/notices/haixi-2023-48.yml:8:5 错误 act-field-misplaced：处理是 accept（整改验收合格），却写了 until；只有 suspend（暂停业务）才写。请改正 act，或删去多写的。",
        [
            (
                "swap",
                "notices/haixi-2023-48.yml",
                "act: accept\n",
                "act: accept\n    until: 2024-06-12\n",
            )
        ],
    ),
    (
        "data/notices/haixi-2024-70.yml:5:24 错误 act-not-of-centres：处理是 change-host（变更承建单位），却写了中心；这种处理只对鉴定所。请改正 act，或改写 stations。",
        [
            notice(
                "acts:\n  - {act: change-host, centres: [danxue-zhongxin], host: xihe-dianli-gongsi}\n"
            )
        ],
    ),
    (
        "data/notices/yunling-2023-38.yml:12:24 提示 strike-unlisted：yunling-13 的档案里没有工种“锅炉操做工”；取消的应是它有的工种。请改正名称，或在档案的 occupations 里补上；确实如此的用 accept 说明。",
        [("swap", "notices/yunling-2023-38.yml", "锅炉操作工", "锅炉操做工")],
    ),
    (
        "data/notices/yunling-2023-38.yml:15:16 错误 rename-unfollowed：yunling-tanggu 更名为“汤谷职业技能鉴定站”，档案的 name 是“汤谷市职业技能鉴定站”；最新的名称写在 name，以前的写在 aliases。请改正档案，或对照文件改正新名称。",
        [
            (
                "swap",
                "notices/yunling-2023-38.yml",
                "name: 汤谷市职业技能鉴定站",
                "name: 汤谷职业技能鉴定站",
            )
        ],
    ),
    (
        "data/notices/haixi-2024-70.yml:5:29 错误 rename-unfollowed：danxue-zhongxin 更名为“丹穴市职业技能鉴定指导中心”，档案的 name 是“丹穴县职业技能鉴定指导中心”；最新的名称写在 name，以前的写在 aliases。请改正档案，或对照文件改正新名称。",
        [
            notice(
                "acts:\n  - {act: rename, centres: [danxue-zhongxin], name: 丹穴市职业技能鉴定指导中心}\n"
            )
        ],
    ),
    (
        "data/notices/haixi-2024-70.yml:5:30 错误 rename-unfollowed：yunling-13 更名为“云岭省第十三鉴定所”，档案的 name 和 aliases 里没有；最新的名称写在 name，以前的写在 aliases。请改正档案，或对照文件改正新名称。",
        [
            notice(
                "acts:\n  - {act: rename, stations: [yunling-13], name: 云岭省第十三鉴定所, on: 2024-12-19}\n  - {act: rename, stations: [yunling-13], name: 云岭省第十三国家职业技能鉴定所}\n"
            )
        ],
    ),
    (
        "data/notices/yunling-2023-38.yml:19:16 错误 host-unfollowed：yunling-15 的承建单位换成了 xihe-dianli-gongsi，档案的 hosts 里没有来源是 yunling-2023-38 的这一条；两者应相同。请在档案里补上，或对照文件改正编号。",
        [
            (
                "swap",
                "notices/yunling-2023-38.yml",
                "host: wangshu-jixie-jishi-xueyuan",
                "host: xihe-dianli-gongsi",
            )
        ],
    ),
    (
        "data/notices/haixi-2024-10.yml:8:16 错误 licence-unfollowed：haixi-21 新发的许可证是 海鉴许字第0122号，档案的 licences 里没有来源是 haixi-2024-10 的这一条；两者应相同。请在档案里补上，或对照文件改正许可证号。",
        [("swap", "notices/haixi-2024-10.yml", "海鉴许字第0121号", "海鉴许字第0122号")],
    ),
    (
        "data/notices/haixi-2024-10.yml:14:11 错误 merge-wrong：haixi-29 并入的是它自己；只能并入另一个还在的鉴定所。请对照文件改正 into。",
        [("swap", "notices/haixi-2024-10.yml", "into: haixi-24", "into: haixi-29")],
    ),
    (
        "data/notices/haixi-2024-10.yml:14:11 错误 merge-wrong：haixi-26 已由文件 haixi-2023-48 自 2023-06-20 起“撤销”；只能并入另一个还在的鉴定所。请对照文件改正 into。",
        [("swap", "notices/haixi-2024-10.yml", "into: haixi-24", "into: haixi-26")],
    ),
    (
        "data/notices/haixi-2024-10.yml:12:16 错误 decision-after-revocation：haixi-26 已由文件 haixi-2023-48 自 2023-06-20 起“撤销”，这里又有“合并”；没有重新许可的不能再有结论。请改正编号；确已重新许可的，先录入许可的文件（re-license）。",
        [("swap", "notices/haixi-2024-10.yml", "stations: [haixi-29]", "stations: [haixi-26]")],
    ),
    (
        "data/notices/haixi-2024-47.yml:14:11 错误 decision-after-revocation：haixi-29 已由文件 haixi-2024-10 自 2024-03-15 起“合并”，这里又有“优秀”；没有重新许可的不能再有结论。请改正编号；确已重新许可的，先录入许可的文件（re-license）。",
        [
            (
                "swap",
                "notices/haixi-2024-47.yml",
                "haixi-24: 海西省第二十四国家职业技能鉴定所",
                "haixi-29: 海西省第二十九国家职业技能鉴定所",
            )
        ],
    ),
    (
        "data/notices/haixi-2023-58.yml:15:17 错误 items-undemanded：haixi-21 交回了“公章”，要求交回的是 许可证、印章、标牌；只写要求交回的。请对照文件改正名称；确实另交了的，用 accept 说明。",
        [("swap", "notices/haixi-2023-58.yml", "items: [印章, 标牌]", "items: [印章, 公章]")],
    ),
    (
        "data/notices/yunling-2021-23.yml:17:21 错误 idle-years-odd：连续没有开展鉴定的年数是 20；应在 1 到 10 之间。请对照文件改正；文件没有以此为理由的，删去。",
        [("swap", "notices/yunling-2021-23.yml", "idle_years: 2", "idle_years: 20")],
    ),
    (
        "data/notices/haixi-2022-91.yml:17:17 提示 rectify-due-differs：整改期限是 2023-03-31，从 2022-11-30 起 P3M 算到 2023-02-28；两者应是同一天。请对照文件改正；文件确实如此的，用 accept 说明，本站按期限。",
        [
            (
                "swap",
                "notices/haixi-2022-91.yml",
                "term: P3M",
                "term: P3M\n          due: 2023-03-31",
            )
        ],
    ),
    (
        "data/notices/yunling-2024-77.yml:20:9 提示 rectify-endless：要求整改，文件和评估办法都没有写到哪天、多久；要能知道整改到哪天。请补上 due 或 term，或办法的整改期；确实都没有写的，用 accept 说明。",
        [("swap", "notices/yunling-2024-77.yml", "due: 2025-02-28", "report_to: 省厅")],
    ),
    (
        "data/notices/yunling-2024-18.yml:8:9 提示 date-far：日期是 2034-04-30，成文日期是 2024-04-08；一般不早于成文一年、不晚于成文五年。请对照文件改正；文件确实如此的，用 accept 说明。",
        [("swap", "notices/yunling-2024-18.yml", "on: 2024-04-30", "on: 2034-04-30")],
    ),
    (
        "data/notices/yunling-2020-15.yml:49:20 提示 date-far：日期是 2018-03-20，成文日期是 2020-03-10；一般不早于成文一年、不晚于成文五年。请对照文件改正；文件确实如此的，用 accept 说明。",
        [("swap", "notices/yunling-2020-15.yml", "effective: 2020-03-20", "effective: 2018-03-20")],
    ),
    (
        "data/notices/haixi-2024-41.yml:3:33 错误 step-not-allowed：fanghu-zhongxin 由文件 haixi-2024-41 列为“不达标”（限期整改），这里是“注销”（自行注销）；按办法 haixi-biaozhunhua，限期整改之后只能是 合格、限期整改。请改正编号或等次，或补录中间的文件；文件确实如此的，用 accept 说明。",
        [
            (
                "swap",
                "notices/haixi-2024-41.yml",
                "id: haixi-2024-41",
                "id: haixi-2024-41\nacts:\n  - {act: deregister, centres: [fanghu-zhongxin]}",
            )
        ],
    ),
    (
        "data/notices/haixi-2024-70.yml:5:31 错误 step-not-allowed：haixi-25 由文件 haixi-2024-47 列为“限期整改”（限期整改），这里是“暂停业务”（暂停业务）；按办法 haixi-ducha，限期整改之后只能是 优秀、合格、限期整改、拟撤销、撤销、自行注销。请改正编号或等次，或补录中间的文件；文件确实如此的，用 accept 说明。",
        [notice("acts:\n  - {act: suspend, stations: [haixi-25]}\n")],
    ),
    (
        "data/notices/haixi-2023-15.yml:19:14 提示 publication-over：公开期限 2024-05-01 已过，处理已从全站撤下，细节不必留在数据里。请删去说明（remarks）；要留存的用 accept 说明。",
        [
            (
                "swap",
                "notices/haixi-2023-15.yml",
                "until: 2023-08-31\n    publication:\n      basis: 海人社函〔2024〕6号\n",
                "until: 2023-08-31\n    remarks: 考场改造\n    publication:\n      basis: 海人社函〔2024〕6号\n      until: 2024-05-01\n",
            )
        ],
    ),
    (
        "data/notices/haixi-2024-70.yml:5:34 错误 licence-without-end：haixi-24 在 2024-12-20 没有撤销、注销或并入别的所；重新许可只对已经撤销、注销或合并的。请改正编号；换发许可证只在鉴定所档案的 licences 里加一条，不写这一条处理。",
        [notice("acts:\n  - {act: re-license, stations: [haixi-24]}\n")],
    ),
    (
        "data/notices/haixi-2024-70.yml:9:11 错误 graded-twice：haixi-25 在 ducha-2024 里的结论，文件 haixi-2024-47 已经说了，这份文件没有改动它；一次检查只由一份文件下结论。请改正编号，或写明 amends；文件确实如此的，用 accept 说明。",
        [
            notice(
                "rounds:\n  - round: ducha-2024\n    decisions:\n      - grade: 优秀\n        stations:\n          haixi-25: 海西省第二十五国家职业技能鉴定所\n"
            )
        ],
    ),
    (
        "data/notices/haixi-2024-70.yml:6:30 错误 act-twice：这份文件对 yunling-13 写了不止一次 rename（更名）；同一种处理只写一次。请删去多余的一处，或改正 act、编号、日期。",
        [
            notice(
                "acts:\n  - {act: rename, stations: [yunling-13], name: 云岭省第十三国家职业技能鉴定所}\n  - {act: rename, stations: [yunling-13], name: 云岭省第十三国家职业技能鉴定所}\n"
            )
        ],
    ),
    (
        "data/notices/haixi-2023-48.yml:9:16 错误 act-twice：这份文件对 haixi-25 写了不止一次 accept（整改验收合格）；同一种处理只写一次。请删去多余的一处，或改正 act、编号、日期。",
        [
            (
                "swap",
                "notices/haixi-2023-48.yml",
                "acts:\n",
                "acts:\n  - {act: accept, stations: [haixi-25], follows: haixi-2022-91, on: 2023-06-10}\n",
            )
        ],
    ),
    (
        "data/schemes/haixi-shiyan.yml:32:17 错误 band-bounds-wrong：小项 d 的第 1 档同时写了 to、below；上限只写一个，含本数写 to，不含写 below。请对照文件改正。",
        [trial("{points: 4, to: 2}", "{points: 4, to: 2, below: 3}")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:33:17 错误 band-bounds-wrong：小项 d 的第 2 档同时写了 from、above；下限只写一个，含本数写 from，不含写 above。请对照文件改正。",
        [trial("{points: 0, above: 2}", "{points: 0, above: 2, from: 3}")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:33:17 错误 band-bounds-wrong：小项 d 的第 2 档下限 5 高于上限 3；下限不能高于上限。请对照文件改正。",
        [trial("{points: 0, above: 2}", "{points: 0, above: 5, to: 3}")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:33:17 错误 band-bounds-wrong：小项 d 的第 2 档上下限都是 2，又不含本数；一个数也没有，上下限要分开或都含本数。请对照文件改正。",
        [trial("{points: 0, above: 2}", "{points: 0, above: 2, to: 2}")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:15:132 错误 degree-twice：小项 a 的第 3 档和第 2 档都是 2 分；各档的分不能相同。请对照文件改正，或合成一档。",
        [
            trial(
                "way: all-or-nothing}",
                "way: degrees, levels: [{points: 4, when: 好}, {points: 2, when: 中}, {points: 2, when: 差}]}",
            )
        ],
    ),
    (
        "data/schemes/haixi-shiyan.yml:24:79 错误 way-points：小项 c 的分值是 6，deduct 是 0；扣分至少是 1。请对照文件改正。",
        [trial("deduct: 1, deduct_to: 2", "deduct: 0, deduct_to: 2")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:24:93 错误 way-points：小项 c 的分值是 6，deduct_to 是 0；扣分至少是 1。请对照文件改正。",
        [trial("deduct: 1, deduct_to: 2", "deduct: 1, deduct_to: 0")],
    ),
    (
        "data/schemes/haixi-shiyan.yml:15:77 错误 way-superfluous：小项 a 的给分办法是 all-or-nothing，却写了 deduct；只有 per-defect、discretion 才写。请改正 way，或删去多写的。",
        [trial("way: all-or-nothing}", "way: all-or-nothing, deduct: 0}")],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-18.yml:8:25 错误 measured-over：小项 1-2 量得 130，单位是 %；不能超过 100。请对照评估表改正；确实超过的，用 accept 说明。",
        [
            ("swap", "schemes/yunling-pingfen.yml", "unit: 平方米", 'unit: "%"'),
            ("swap", "rounds/pingfen-2024/sheets/yunling-18.yml", "1-2: 5", "1-2: 15"),
            ("swap", "rounds/pingfen-2024/sheets/yunling-18.yml", "1-2: 3.2", "1-2: 130"),
        ],
    ),
    (
        "data/rounds/pucha-2022.yml:17:11 错误 stage-twice：阶段“部署阶段”写了不止一次；一个阶段只写一次。请删去多余的，或改正名称。",
        [("swap", "rounds/pucha-2022.yml", "name: 自查阶段", "name: 部署阶段")],
    ),
    (
        "data/rounds/ducha-2022.yml:10:11 提示 stage-far：阶段“督导检查”的日期是 2012-09-01，年度是 2022；一般在年度前后两年以内。请对照文件改正；文件确实如此的，用 accept 说明。",
        [
            (
                "swap",
                "rounds/ducha-2022.yml",
                "from: 2022-09-01\n    to: 2022-10-31",
                "from: 2012-09-01\n    to: 2022-10-31",
            )
        ],
    ),
    (
        "data/rounds/ducha-2022.yml:11:9 提示 stage-far：阶段“督导检查”的日期是 2025-10-31，年度是 2022；一般在年度前后两年以内。请对照文件改正；文件确实如此的，用 accept 说明。",
        [("swap", "rounds/ducha-2022.yml", "to: 2022-10-31", "to: 2025-10-31")],
    ),
    (
        "data/rounds/pingfen-2024.yml:34:10 错误 printed-differs：期限是 2024-04-03，原文日期是“4月30日前”；两者应同月同日。请对照文件改正其中一个；文件确实如此的，用 accept 说明。",
        [("swap", "rounds/pingfen-2024.yml", "due: 2024-04-30", "due: 2024-04-03")],
    ),
    (
        "data/rounds/pucha-2022.yml:38:10 错误 printed-differs：期限是 2022-11-21，原文日期是“10月21日前”；两者应同月同日。请对照文件改正其中一个；文件确实如此的，用 accept 说明。",
        [("swap", "rounds/pucha-2022.yml", "due: 2022-10-21", "due: 2022-11-21")],
    ),
    (
        "data/rounds/pingfen-2024.yml:46:28 提示 progress-unasked：yunling-18 的主管是“省直”，步骤 city 只对 市；一般只记这些主管的。请核对编号和档案里的主管；确实做了的，用 accept 说明。",
        [
            (
                "swap",
                "rounds/pingfen-2024.yml",
                "stations: [yunling-17, yunling-19]",
                "stations: [yunling-17, yunling-18, yunling-19]",
            )
        ],
    ),
    (
        "data/schemes/yunling-pingfen.yml:40:19 提示 supervisor-unheld：检查的地区里没有主管是“省直属”的鉴定所；相近的有 省直。请照档案里的主管改正；确实还没有的，用 accept 说明。",
        [("swap", "schemes/yunling-pingfen.yml", "[省直, 行业]", "[省直属, 行业]")],
    ),
    (
        "data/schemes/jiuzhou-pucha.yml:20:20 提示 exemption-unheld：没有鉴定所通过“质量管理体系认证”；相近的有 鉴定质量管理体系认证。请照档案里的认证名称改正；确实还没有的，用 accept 说明。",
        [
            (
                "swap",
                "schemes/jiuzhou-pucha.yml",
                "certification: 鉴定质量管理体系认证",
                "certification: 质量管理体系认证",
            )
        ],
    ),
    (
        "data/rounds/pingfen-2024/sheets/yunling-19.yml:10:13 提示 scores-unordered：市评的日期是 2024-04-02，早于自评的 2024-04-03；一般先自评，再市评，最后省评。请对照评估表改正；确实如此的，用 accept 说明。",
        [
            (
                "swap",
                "rounds/pingfen-2024/sheets/yunling-19.yml",
                "by: city\n        on: 2024-04-25",
                "by: city\n        on: 2024-04-02",
            )
        ],
    ),
    (
        "data/rounds/ducha-2023/visits/langfeng-0520.yml:40:9 提示 visit-far：步骤 talks 的日期是 2023-07-21，考试日是 2023-05-20；一般在前后 30 天以内。请对照记录改正；确实如此的，用 accept 说明。",
        [
            (
                "swap",
                "rounds/ducha-2023/visits/langfeng-0520.yml",
                "on: 2023-05-21",
                "on: 2023-07-21",
            )
        ],
    ),
    (
        "data/schemes/yunling-pingfen.yml:173:13 错误 way-incomplete：小项 g-1 的给分办法是 degrees，没有写 levels；这种办法要写。请对照文件补上。",
        [
            (
                "swap",
                "schemes/yunling-pingfen.yml",
                "              - {points: 10, when: 十个以上}\n              - {points: 6, when: 五到九个}\n              - {points: 0, when: 不到五个}\n",
                "",
            ),
            (
                "swap",
                "schemes/yunling-pingfen.yml",
                "            way: degrees\n            levels:\n          - id: g-2",
                "            way: degrees\n          - id: g-2",
            ),
        ],
    ),
    (
        "data/schemes/yunling-pingfen.yml:183:17 错误 scheme-id-twice：评估表 gongzhong 的小项 g-1 写了不止一次；同一套办法里不能重复。请给后写的换一个，或删去重复的。",
        [("swap", "schemes/yunling-pingfen.yml", "id: g-2", "id: g-1")],
    ),
    (
        "data/schemes/yunling-pingfen.yml:63:17 错误 points-differ：大项“机构和场地”是 40 分，各小项加起来是 39 分；两者应相等。请对照文件改正；原表自己算错的，用 accept 说明。",
        [
            (
                "swap",
                "schemes/yunling-pingfen.yml",
                "points: 10\n            way: all-or-nothing",
                "points: 9\n            way: all-or-nothing",
            )
        ],
    ),
    (
        "data/rounds/pucha-2022.yml:10:16 错误 from-after-to：从 2017-01-01 起、到 2011-12-31 止；起始不能晚于终止。请对照文件改正。",
        [("swap", "rounds/pucha-2022.yml", "licensed_to: 2021-12-31", "licensed_to: 2011-12-31")],
    ),
]
