"""sitemap.xml and robots.txt: only where the site's address is known."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

from register.site_file import SiteFile


def sitemap_files(url: str | None, addresses: Sequence[str]) -> Iterator[SiteFile]:
    """Yield the sitemap of `addresses` (below the site's root) and the robots.txt that names it."""
    if not url:
        return
    base = url.rstrip("/") + "/"
    lines = [f"<url><loc>{escape(base + quote(a))}</loc></url>" for a in sorted(addresses)]
    text = "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>\n",
        )
    )
    yield SiteFile("sitemap.xml", text.encode())
    yield SiteFile("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode())
