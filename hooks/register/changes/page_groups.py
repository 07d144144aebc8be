"""Page groups: which pages of the site differ, compared to the letter, by part of the site."""

from collections import defaultdict
from collections.abc import Iterator

from register import pages
from register.changes.values import PageGroup
from register.register import Register

_PARTS = {
    "": "首页",
    "stations": "鉴定所",
    "hosts": "承建单位",
    "lists": "红黑榜和名单",
    "regions": "地区",
    "years": "年度",
    "rounds": "年度检查",
    "coverage": "收录情况",
    "notices": "文件",
    "schemes": "评估办法",
    "centres": "鉴定指导中心",
    "deadlines": "期限",
    "changes": "更新",
    "handbook": "工作手册",
}


def page_groups(base: Register | None, head: Register) -> Iterator[PageGroup]:
    """Yield the parts of the site in which pages differ; without a base, every page is new."""
    before = {page.path: page for page in pages.render(base)} if base else {}
    found: dict[str, tuple[list[str], list[str], list[str]]] = defaultdict(lambda: ([], [], []))
    for page in pages.render(head):
        old = before.pop(page.path, None)
        if old is None:
            found[_part(page.path)][0].append(page.path)
        elif old != page:
            found[_part(page.path)][1].append(page.path)
    for path in before:
        found[_part(path)][2].append(path)
    for part in dict.fromkeys((*_PARTS, *sorted(found))):
        if part in found:
            new, changed, gone = (tuple(sorted(paths)) for paths in found[part])
            name = _PARTS.get(part, part)
            yield PageGroup(part=name, added=new, changed=changed, removed=gone)


def _part(path: str) -> str:
    return path.split("/", 1)[0]
