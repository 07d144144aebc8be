"""Orders: the stations by number and by pinyin."""

from collections.abc import Iterator, Mapping, Sequence

from register.pages.make import made
from register.pages.page import Page
from register.register import Register
from register.views.orders import Letter, NumberedRegion, by_number, by_pinyin
from register.views.rows import StationRow, parts


def all_orders(register: Register, rows: Sequence[StationRow]) -> Iterator[Page]:
    """Yield the lists by number and by pinyin."""
    by_id = {row.id: row for row in rows}
    yield from _numbers(register, by_id)
    yield from _letters(register, by_id)


def _numbers(register: Register, rows: Mapping[str, StationRow]) -> Iterator[Page]:
    regions = list(by_number(register, rows))
    about = "名称里带序号的鉴定所（站），按地区和序号列。"
    yield made("lists/number/", "lists", "按序号查", about, "numbers.html", regions=regions)
    for region in regions:
        yield from _region(region)


def _region(region: NumberedRegion) -> Iterator[Page]:
    for hundred in region.hundreds:
        which = f"第{hundred.link.words}号" if len(region.hundreds) > 1 else "按序号"
        title = f"{region.name}：{which}"
        about = f"{region.name}的鉴定所（站），按序号从小到大。"
        yield made(
            hundred.link.path,
            "lists",
            title,
            about,
            "number.html",
            region=region,
            hundred=hundred,
        )


def _letters(register: Register, rows: Mapping[str, StationRow]) -> Iterator[Page]:
    letters = list(by_pinyin(register, rows))
    about = "鉴定所（站）按承建单位或者自己名称的拼音首字母列。"
    yield made("lists/pinyin/", "lists", "按拼音查", about, "letters.html", letters=letters)
    for letter in letters:
        yield from _letter(letter, letters)


def _letter(letter: Letter, letters: Sequence[Letter]) -> Iterator[Page]:
    title = f"拼音首字母：{letter.link.words}"
    about = f"{title}。共{len(letter.rows)}个鉴定所（站）。"
    for part in parts(letter.link.path, letter.rows):
        yield made(
            part.path,
            "lists",
            title,
            about,
            "letter.html",
            letter=letter,
            letters=letters,
            part=part,
        )
