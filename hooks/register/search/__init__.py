"""Search: the stations and the other pages → what the browser's worker reads."""

from register.search.findable import Begins, Findable, PageEntry, Said
from register.search.index import index_files
from register.search.spans import span_files

__all__ = ["Begins", "Findable", "PageEntry", "Said", "index_files", "span_files"]
