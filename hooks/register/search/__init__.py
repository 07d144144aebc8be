"""Search: the stations and the handwritten headings → the index that the browser's worker reads."""

from register.search.findable import Findable, Heading
from register.search.index import index_files

__all__ = ["Findable", "Heading", "index_files"]
