"""SiteFile: one file of the site as a value; only the edge writes it."""

from typing import NamedTuple


class SiteFile(NamedTuple):
    """A file at `path` (relative to the site's root, with /) holding `content`."""

    path: str
    content: bytes
