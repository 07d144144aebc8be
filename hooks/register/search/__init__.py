"""Search: the stations and the handwritten headings → what the browser's worker reads."""

from register.search.findable import Begins, Findable, Heading, Said
from register.search.index import index_files
from register.search.spans import span_files

__all__ = ["Begins", "Findable", "Heading", "Said", "index_files", "span_files"]
