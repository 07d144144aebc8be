"""Which numbers a list lacks: in ranges, and only where the list is meant to hold them all."""

from register.importing.ledger import as_ranges, missing_ordinals
from register.names.numerals import to_chinese


def names(*ordinals: int) -> list[str]:
    return [f"海西省第{to_chinese(n)}国家职业技能鉴定所" for n in ordinals]


def test_a_list_of_most_lacks_the_others() -> None:
    assert list(missing_ordinals(names(1, 2, 4, 8))) == []
    assert list(missing_ordinals(names(1, 2, 4, 5, 8))) == [("海西省第 1 至第 8", [3, 6, 7])]


def test_a_list_of_a_few_lacks_nothing() -> None:
    assert list(missing_ordinals(names(3, 17, 40))) == []


def test_numbers_in_a_row_are_a_range() -> None:
    assert as_ranges([3, 7, 8, 9, 12, 13]) == "3、7–9、12–13"
    assert as_ranges([]) == ""
