"""Exports: the register for machines.

api/v1/stations.json           every station with its newest decision and all decisions
api/v1/stations/<id>.json      one station, with its spans
api/v1/centres.json            every guidance centre with its figures and all decisions
api/v1/centres/<id>.json       one centre, with its spans
api/v1/schema/<kind>.json      JSON Schema of each kind of data file
sitemap.xml, robots.txt        every page, when the site's address is known
"""

from collections.abc import Iterator, Sequence

from register.exports.api import api_files
from register.exports.sitemap import sitemap_files
from register.register import Register
from register.site_file import SiteFile


def files(register: Register, addresses: Sequence[str]) -> Iterator[SiteFile]:
    """Yield every export; `addresses` are those of all pages."""
    yield from api_files(register)
    yield from sitemap_files(register.site.url, addresses)
