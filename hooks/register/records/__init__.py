"""What may stand in a data file: the only home of fields.

JSON Schema, the data dictionary, the reader's checks and the API's description come from here.
"""

from register.records.host import Host
from register.records.notice import Notice
from register.records.round import Round
from register.records.scheme import Scheme
from register.records.site import Site
from register.records.station import Station

# The folder of each kind below data/; site.yml stands alone.
FOLDERS = {
    "stations": Station,
    "hosts": Host,
    "schemes": Scheme,
    "rounds": Round,
    "notices": Notice,
}
BY_REGION = ("stations", "hosts")

__all__ = [
    "BY_REGION",
    "FOLDERS",
    "Host",
    "Notice",
    "Round",
    "Scheme",
    "Site",
    "Station",
]
