"""The preview: one page that lays the source beside the records, piece by piece.

It asks nothing of any other host, runs no script, and says by word, shape and colour what became
of each piece.
"""

import base64
import hashlib

from jinja2 import Environment, StrictUndefined

from register.importing.proposal import Proposal
from register.importing.account import Use
from register.importing.wording import clue_lines, unplaced_lines

_STYLE = """
:root{color-scheme:light dark;--taken:#0b6b3a;--context:#5a6472;--left:#a8321e;--line:#d5d9df;--paper:#fff;--ink:#1b1f24}
@media(prefers-color-scheme:dark){:root{--taken:#63d39a;--context:#a3adba;--left:#ff9c86;--line:#3a414b;--paper:#16191d;--ink:#e8eaed}}
body{margin:0 auto;max-width:80rem;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
td.where{white-space:nowrap;color:var(--context)}
.taken{color:var(--taken);border-left:.3rem solid var(--taken)}
.context{color:var(--context);border-left:.3rem dotted var(--context)}
.left{color:var(--left);border-left:.3rem double var(--left);font-weight:bold}
.stop{border:2px solid var(--left);padding:.5rem 1rem}
pre{white-space:pre-wrap;border:1px solid var(--line);padding:.5rem;overflow-wrap:anywhere}
@media print{body{max-width:none;font-size:9pt;color:#000;background:#fff}tr{break-inside:avoid}a{color:inherit}details>*{display:block}}
"""
_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{{ hash }}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>导入预览：{{ name }}</title>
<style>{{ style|safe }}</style>
</head>
<body>
<h1>导入预览：{{ name }}</h1>
<p>预览只供核对，没有写入任何文件。来源共 {{ total }} 行：{% for use in counts %}{{ marks[use[0]] }} {{ use[1] }} {{ use[2] }}{% if not loop.last %}，{% endif %}{% endfor %}。</p>
{% for title, lines, stop in blocks %}{% if lines %}
<section{% if stop %} class="stop"{% endif %}>
<h2>{{ title }}（{{ lines|length }} 条）</h2>
<ol>{% for line in lines %}<li>{{ line }}</li>{% endfor %}</ol>
</section>
{% endif %}{% endfor %}
<h2>来源和记录对照</h2>
<table>
<thead><tr><th scope="col">位置</th><th scope="col">来源</th><th scope="col">怎样处理</th><th scope="col">记到哪里</th></tr></thead>
<tbody>
{% for item in items %}<tr><td class="where">{{ item.where }}</td><td>{{ item.text }}</td><td class="{{ item.mark.use.name|lower }}">{{ marks[item.mark.use.name] }} {{ item.mark.use.value }}：{{ item.mark.why }}</td><td>{% for record in item.records %}{{ record }}{% if grades[record] is defined %}（{{ grades[record] }}）{% endif %}{% if not loop.last %}、{% endif %}{% endfor %}</td></tr>
{% endfor %}</tbody>
</table>
{% if files %}<h2>要新建的文件（{{ files|length }} 个）</h2>
{% for path, text in files %}<details{% if loop.last %} open{% endif %}><summary>{{ path }}</summary><pre>{{ text }}</pre></details>
{% endfor %}{% endif %}
</body>
</html>
"""
_MARKS = {"TAKEN": "✔", "CONTEXT": "…", "LEFT": "✘"}


def preview(proposal: Proposal, name: str, texts: list[tuple[str, str]]) -> str:
    """Return the page; `texts`: path and text of each file."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False)
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    account = proposal.account
    return environment.from_string(_PAGE).render(
        hash=digest,
        style=_STYLE,
        name=name,
        total=len(account.items),
        counts=[(use.name, use.value, account.count(use)) for use in Use],
        marks=_MARKS,
        blocks=[
            ("必须先决定", proposal.findings, True),
            ("没有录入", unplaced_lines(proposal), True),
            ("与已录文件不同", proposal.differences, False),
            ("来源未载", proposal.lacking, False),
            ("请核对", proposal.hints, False),
            ("线索", clue_lines(proposal), False),
        ],
        items=[item for item in account.items if item.mark.why != "空白"],
        grades={s.id: s.grade for s in proposal.decided.settled.values()},
        files=texts,
    )


__all__ = ["preview"]
