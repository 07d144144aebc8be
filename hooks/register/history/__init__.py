"""History: records → spans; what the documents on file say of a station on a day. Pure."""

from register.history.events import Ending, Event, endings_of, events_of
from register.history.spans import Phase, Span, known_on, spans, standing_on

__all__ = [
    "Ending",
    "Event",
    "Phase",
    "Span",
    "endings_of",
    "events_of",
    "known_on",
    "spans",
    "standing_on",
]
