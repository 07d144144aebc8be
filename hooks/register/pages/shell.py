"""Shell: a page that MkDocs rendered with marks where a page's own texts go; and its policy."""

import base64
import hashlib
import re
from dataclasses import dataclass

from markupsafe import escape

from register.pages.page import Page

SHELL_MARKDOWN = """---
title: "@@heading@@"
description: "@@description@@"
section: {section}
shell: true
hide: [navigation, toc]
---
# @@heading@@ {{#top}}
"""

_MARK = re.compile(r"@@(title|heading|description|path|body)@@")
_INDENT = re.compile(r"\n\s+")
_SCRIPT = re.compile(
    r"<script(?![^>]*\b(?:src=|type=\"application/json\"))[^>]*>(.*?)</script>", re.DOTALL
)
_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)


def with_policy(html: str, *, preview: bool = False) -> str:
    """Fill in the content policy of a finished page: its inline scripts by hash, nothing foreign.

    A preview allows the script that MkDocs sets into each page to reload it.
    """
    if preview:
        return html.replace("@@policy@@", _POLICY.format(hashes=" 'unsafe-inline'"))
    digests = dict.fromkeys(
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for script in _SCRIPT.findall(html)
    )
    hashes = "".join(f" 'sha256-{digest}'" for digest in digests)
    return html.replace("@@policy@@", _POLICY.format(hashes=hashes))


@dataclass(frozen=True, slots=True)
class Shell:
    """The shell, cut at its marks: bytes at even places, names of marks at odd ones."""

    parts: tuple[bytes | str, ...]
    site_name: str

    @classmethod
    def parse(cls, html: str, site_name: str, *, preview: bool = False) -> "Shell":
        """Cut a rendered shell at its marks; the theme's empty lines and indents are left out."""
        lean = _INDENT.sub("\n", html)
        parts = _MARK.split(with_policy(lean, preview=preview))
        sealed = (part if i % 2 else part.encode() for i, part in enumerate(parts))
        return cls(tuple(sealed), escape(site_name))

    def fill(self, page: Page) -> bytes:
        """Return `page` set into this shell."""
        heading = escape(page.title)
        values = {
            "title": f"{heading} - {self.site_name}" if page.path else self.site_name,
            "heading": heading,
            "description": escape(page.description),
            "path": page.path,
            "body": page.body,
        }
        return b"".join(
            part if isinstance(part, bytes) else values[part].encode() for part in self.parts
        )
