"""The rules of form, met while a file is read: encoding, YAML, fields and values.

Each function words one message; its docstring is the rule.
"""

from register.names.similar import near
from register.problem import form


@form("data/stations/gansu/gansu-55.yml → ../../elsewhere.yml")
def link_outside(target: str) -> str:
    """数据文件里的链接不能指到数据文件夹之外。

    删掉链接，放入文件本身。
    """
    return f"链接指向数据文件夹之外的 {target}；只允许文件夹内的文件。请删掉链接，放入文件本身。"


@form("gansu-55.yml 与 Gansu-55.yml")
def path_case(other: str) -> str:
    """两个路径不能只差大小写：有的电脑会把它们当成同一个文件。

    改其中一个的名字。
    """
    return f"路径与 {other} 只差大小写；有的电脑会当成同一个文件。请改其中一个的名字。"


@form("data/stations/gansu-55.yml（缺地区文件夹）")
def file_unplaced(allowed: str) -> str:
    """每个数据文件都要放在规定的文件夹里，扩展名是 .yml。

    按提示移到正确的文件夹，或改扩展名。
    """
    return f"文件不在规定的位置；应为 {allowed}。请移到正确的文件夹，或改扩展名为 .yml。"


@form("data/ 里没有 site.yml")
def file_missing(path: str) -> str:
    """数据文件夹里必须有 site.yml。

    照手册补上这个文件。
    """
    return f"缺少文件 {path}；数据文件夹里必须有它。请照手册补上。"


@form("文件无法打开")
def file_unreadable(reason: str) -> str:
    """每个数据文件都要能打开。

    检查文件的权限，或重新放入。
    """
    return f"文件打不开（{reason}）；应是能读的普通文件。请检查权限，或重新放入。"


@form("用记事本另存为 ANSI 或 GBK 的文件")
def not_utf8(offset: int) -> str:
    """数据文件一律用 UTF-8 编码。

    用编辑器打开，另存为 UTF-8。
    """
    return f"从第 {offset + 1} 个字节起不是 UTF-8 编码；只允许 UTF-8。请另存为 UTF-8。"


@form("文件开头有看不见的 U+FEFF")
def byte_order_mark() -> str:
    """文件开头不能有字节顺序标记（BOM）。

    另存为“UTF-8（无 BOM）”。
    """
    return "文件开头有字节顺序标记（BOM）；只允许没有标记的 UTF-8。请运行 ./scripts/format 去掉它。"


@form("空文件，或只有注释")
def file_empty() -> str:
    """数据文件不能是空的。

    写上内容，或删去文件（已发布的编号不能删）。
    """
    return "文件是空的；应有内容。请写上内容；从未发布过的文件也可以删去。"


@form("超过 8 MiB 的文件")
def file_too_large(size: int, limit: int) -> str:
    """一个数据文件不超过 8 MiB。

    分成几个文件；一份文件对应一个数据文件仍放不下时，请联系维护人员。
    """
    return f"文件有 {size} 字节；最多 {limit} 字节。请检查是否放错了文件。"


@form("[[[[[[ …… 几十层")
def too_deep(limit: int) -> str:
    """层次不能太深。

    照手册的样子重写这一处。
    """
    return f"层次超过 {limit} 层；正常的文件不到 10 层。请照手册的样子重写这一处。"


@form("一个文件里有几十万个值")
def too_many_nodes(limit: int) -> str:
    """一个文件里的值不能太多。

    检查是否放错了文件。
    """
    return f"文件里的值超过 {limit} 个；正常的文件远少于此。请检查是否放错了文件。"


@form("id：gansu-55\n（用了全角冒号，读不出字段）")
def yaml_syntax(what: str) -> str:
    """文件要合乎 YAML 的写法：字段名、半角冒号、一个空格、值；同一层对齐。

    看这一行和上一行：冒号是否半角、引号是否成对、是否对齐。
    """
    return f"YAML 写法有误（{what}）；应为“字段: 值”，同层对齐。请检查这一行和上一行。"


@form("ordinal:⇥55\n（⇥ 表示制表符）")
def tab_character() -> str:
    """不能用制表符（Tab），缩进和间隔都用空格。

    把制表符换成空格。
    """
    return "这里有制表符（Tab）；只允许空格。请换成空格。"


@form("name: 甲乙（两个字之间有一个零宽空格）")
def invisible_character(found: str) -> str:
    """不能有看不见的字符：零宽字符、方向控制符、特殊空格、控制字符。

    删去；要空格的，用普通空格。
    """
    return f"这里有看不见的字符 {found}；只允许看得见的字符和普通空格。请删去，或换成普通空格。"


@form("a: 1\n---\nb: 2")
def second_document() -> str:
    """一个文件里只写一份数据，中间不能有 ---。

    把后一份移到另一个文件。
    """
    return "文件里有第二份数据（---）；一个文件只写一份。请移到另一个文件。"


@form("%YAML 1.1\n---\nid: gansu-55")
def yaml_directive() -> str:
    """不用 YAML 的指令行（以 % 开头）。

    删去这一行。
    """
    return "用了 YAML 指令（以 % 开头的行）；不允许。请删去。"


@form("hosts: &a []")
def yaml_anchor(name: str) -> str:
    """不用锚点（&）和引用（*），每处都写出全文。

    把被引用的内容直接写在这里。值以 & 或 * 开头时加引号。
    """
    return f"用了锚点或引用 {name}；不允许。请直接写出内容；值以 & 或 * 开头时加引号。"


@form("ordinal: !!int 55")
def yaml_tag(tag: str) -> str:
    """不用类型标签（!）。

    删去标签，只留下值。值以 ! 开头时加引号。
    """
    shown = tag.replace("tag:yaml.org,2002:", "!!")
    return f"用了类型标签 {shown}；不允许。请删去标签；值以 ! 开头时加引号。"


@form('name: "甲\\u4e59"')
def yaml_escape(found: str) -> str:
    """双引号里不用反斜线写法（反斜线本身和双引号除外），文件里写什么就是什么。

    直接写出那个字；值里有反斜线的，改用单引号。
    """
    return f"双引号里用了 {found}；只允许直接写出文字。请写出那个字，值里有反斜线的改用单引号。"


@form("<<: {name: 甲}")
def merge_key() -> str:
    """不用合并键（<<），每处都写出全文。

    把要合并的字段直接写在这里。
    """
    return "用了合并键 <<；不允许。请把字段直接写在这里。"


@form("? [a, b]\n: c")
def key_not_text() -> str:
    """字段名必须是一个词。

    改成普通的字段名。
    """
    return "字段名不是一个词；应为普通的字段名。请改写。"


@form("name: 甲\nname: 乙")
def duplicate_key(key: str, line: int) -> str:
    """同一层里，一个字段只能写一次。

    删去多余的一个；列表请用短横逐项写。
    """
    return f"字段 {key} 写了两次，第一次在第 {line} 行；只能写一次。请删去多余的一个。"


@form("nmae: 甘肃省第五十五国家职业技能鉴定所")
def unknown_key(key: str, allowed: list[str]) -> str:
    """只能用《数据项说明》里的字段。

    改成相近的正确字段名；没有合适的字段就不写。
    """
    return f"没有字段 {key}；{near(key, allowed, every=True)}。请改正字段名，或删去。"


@form("id: gansu-55\n（没有 name）")
def missing_key(key: str, title: str) -> str:
    """必填的字段一个也不能少。

    按文件补上。
    """
    return f"缺少字段 {key}（{title}）；这一项必填。请按文件补上。"


@form("name:")
def empty_value(title: str) -> str:
    """写了字段名就要写值。

    按文件补上；文件没写的，连字段名一起删去。
    """
    return f"“{title}”没有写值；应有值。请按文件补上；文件没写的，连字段名一起删去。"


@form("hosts: 兰州石化公司")
def wrong_type(title: str, found: str, wanted: str) -> str:
    """该写一个值的写一个值，该写列表的写列表，该写字段的写字段。

    照《数据项说明》里的例子改写。
    """
    return f"“{title}”写成了{found}；应为{wanted}。请照《数据项说明》改写。"


@form("ordinal：55")
def full_width(found: str) -> str:
    """字段名后的冒号、缩进、数字、日期和编号一律用半角。

    切换到英文输入法重打这个字符。
    """
    shown = {"\u3000": "全角空格", "：": "全角冒号"}.get(found, f"全角字符 {found}")
    return f"这里用了{shown}；只允许半角。请切换到英文输入法重打。"


@form("ordinal: 五十五")
def wrong_form(title: str, value: str, allowed: str) -> str:
    """每个值都要合乎规定的形式。

    按提示的形式改写。
    """
    space = " " if allowed[:1].isascii() else ""
    return f"“{title}”的值 {value} 不合规定；应为{space}{allowed}。请改写。"


@form("standing: pass")
def value_unknown(title: str, value: str, allowed: list[str]) -> str:
    """有固定选项的字段，只能写选项之一。

    从提示的选项里选一个。
    """
    return f"“{title}”的值 {value} 不在选项里；{near(value, allowed, every=True)}。请选一个。"


@form("decided: 2011-02-30")
def date_impossible(title: str, value: str) -> str:
    """日期必须是日历上有的一天。

    对照文件改正。
    """
    return f"“{title}”的日期 {value} 不存在；应为日历上有的一天。请对照文件改正。"


@form("name: no")
def quote_it(value: str) -> str:
    """文字字段里，容易被别的软件读成数字、日期或是非的值，要加引号。

    在值的两边加上半角双引号。
    """
    return f'文字 {value} 会被别的软件读成数字、日期或是非；这样的文字要加引号。请写成 "{value}"。'


FORM_RULES = (
    link_outside,
    path_case,
    file_unplaced,
    file_missing,
    file_unreadable,
    not_utf8,
    byte_order_mark,
    file_empty,
    file_too_large,
    too_deep,
    too_many_nodes,
    yaml_syntax,
    tab_character,
    invisible_character,
    second_document,
    yaml_directive,
    yaml_anchor,
    yaml_tag,
    yaml_escape,
    merge_key,
    key_not_text,
    duplicate_key,
    unknown_key,
    missing_key,
    empty_value,
    wrong_type,
    full_width,
    wrong_form,
    value_unknown,
    date_impossible,
    quote_it,
)
