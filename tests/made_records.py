"""Random valid records of every kind, made from the record types, for property tests."""

import string
from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

from hypothesis import strategies as st
from msgspec import inspect

VISIBLE = st.characters(
    exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Zl", "Zp", "Zs"),
    exclude_characters="\u115f\u1160\u2800\u3164\uffa0\ufffc\ufffd",
    include_characters=" ",
)

Words: TypeAlias = Callable[[int], st.SearchStrategy[str]]  # text of at most so many characters


def any_words(most: int) -> st.SearchStrategy[str]:
    """Any text of one line."""
    return st.text(VISIBLE, min_size=1, max_size=most)


def values(info: inspect.Type, words: Words = any_words) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0911 - one for each type
    """Any valid value of a field's type, as YAML would hold it."""
    match info:
        case inspect.Metadata(type=inner):
            return values(inner, words)
        case inspect.UnionType(types=types):
            return st.one_of(
                *(values(t, words) for t in types if not isinstance(t, inspect.NoneType))
            )
        case inspect.StructType():
            return records(info.cls, words)
        case inspect.VarTupleType(item_type=item, min_length=least):
            return st.lists(values(item, words), min_size=least or 0, max_size=3)
        case inspect.DictType(key_type=key, value_type=value):
            return st.dictionaries(values(key, words), values(value, words), min_size=1, max_size=3)
        case inspect.StrType(pattern=str(pattern), max_length=most):
            shape = st.from_regex(pattern, alphabet=string.printable[:94]).filter(str.isprintable)
            return shape.filter(lambda text: len(text) <= (most or 1000) and text == text.strip())
        case inspect.StrType(max_length=most):
            return words(min(most or 40, 40)).filter(str.strip)
        case inspect.IntType(ge=least, le=most):
            return st.integers(least or 0, most or 10**9)
        case inspect.FloatType():
            return st.decimals(0, 10**6, places=2).map(float)
        case inspect.BoolType():
            return st.booleans()
        case inspect.DateType():
            return st.dates(date(1949, 1, 1), date(2199, 12, 31)).map(str)
        case inspect.EnumType(cls=cls):
            return st.sampled_from([member.value for member in cls])
    raise AssertionError(info)


def records(cls: type[Any], words: Words = any_words) -> st.SearchStrategy[dict[str, Any]]:
    """A valid record of `cls` as plain values, now with and now without its optional fields."""
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    of = {f.encode_name: values(f.type, words) for f in info.fields}
    needed = {f.encode_name: of[f.encode_name] for f in info.fields if f.required}
    others = {name: strategy for name, strategy in of.items() if name not in needed}
    return st.fixed_dictionaries(needed, optional=others)
