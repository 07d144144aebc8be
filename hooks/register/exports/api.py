"""The open data: api/v1. Field names are a promise; add, never rename."""

from collections.abc import Iterator
from typing import Any

import msgspec

from register.history import Event, Span
from register.records import KINDS
from register.records.centre import CentreYear
from register.records.station import HostTerm
from register.register import CentreFile, Register, StationFile
from register.site_file import SiteFile
from register.views.rows import in_order
from register.views.wording import status


def api_files(register: Register) -> Iterator[SiteFile]:
    """Yield the API's files; days are ISO dates, absent facts are null or left out."""
    stations = in_order(register.stations.values())
    head = {
        "generated_from": register.digest,
        "as_of": register.today,
        "data_to": register.data_to,
        "sample": register.site.sample,
    }
    yield _json(
        "api/v1/stations.json", head | {"stations": [_station(register, s) for s in stations]}
    )
    for station in stations:
        whole = head | _station(register, station) | {"spans": list(_spans(station))}
        yield _json(f"api/v1/stations/{station.id}.json", whole)
    centres = register.centres.values()
    yield _json("api/v1/centres.json", head | {"centres": [_centre(register, c) for c in centres]})
    for centre in centres:
        whole = head | _centre(register, centre) | {"spans": list(_spans(centre))}
        yield _json(f"api/v1/centres/{centre.id}.json", whole)
    for name, kind in KINDS.items():
        yield _json(f"api/v1/schema/{name}.json", msgspec.json.schema(kind.record))


def _json(path: str, value: object) -> SiteFile:
    return SiteFile(path, msgspec.json.encode(value) + b"\n")


def _station(register: Register, station: StationFile) -> dict[str, Any]:
    standing = [event for event in station.decisions if event.ends is None]
    newest = standing[-1] if standing else None
    return {
        "id": station.id,
        "name": station.record.name,
        "ordinal": station.record.ordinal,
        "region": station.region,
        "hosts": [_host(register, term) for term in station.record.hosts],
        "standing": _standing(newest),
        "grade": newest.grade if newest else None,
        "year": newest.year if newest else None,
        "status": status(register.now(station)),
        "phase": register.now(station).phase.value,
        "now": _now(register.now(station)),
        "url": f"stations/{station.id}/",
        "decisions": [_decision(register, event) for event in station.decisions],
        "acts": [_act(register, event) for event in station.events if event.act],
    }


def _centre(register: Register, centre: CentreFile) -> dict[str, Any]:
    decisions = [event for event in centre.events if event.act is None]
    standing = [event for event in decisions if event.ends is None]
    newest = standing[-1] if standing else None
    return {
        "id": centre.id,
        "name": centre.record.name,
        "region": centre.record.region,
        "level": centre.record.level.value,
        "city": centre.record.city,
        "standing": _standing(newest),
        "grade": newest.grade if newest else None,
        "year": newest.year if newest else None,
        "status": status(register.now(centre)),
        "phase": register.now(centre).phase.value,
        "now": _now(register.now(centre)),
        "url": f"centres/{centre.id}/",
        "years": [_year(year) for year in centre.record.years],
        "decisions": [_decision(register, event) for event in decisions],
        "acts": [_act(register, event) for event in centre.events if event.act],
    }


def _now(span: Span) -> dict[str, Any]:
    """What speaks today, a decision or an act: `standing` above is the newest decision's alone."""
    event = span.event
    return {
        "standing": _standing(event),
        "act": event.act.value if event and event.act else None,
        "year": event.year if event else None,
        "since": event.day if event else None,
        "notice": event.notice if event else None,
        "withheld": span.withheld,
    }


def _year(year: CentreYear) -> dict[str, Any]:
    return {
        "year": year.year,
        "scheme": year.scheme,
        "measures": year.measures,
        "has": year.has,
        "lacks": year.lacks,
        "notice": year.source,
    }


def _host(register: Register, term: HostTerm) -> dict[str, Any]:
    return {
        "id": term.host,
        "name": register.hosts[term.host].names[-1].name,
        "from": term.since,
        "to": term.to,
        "source": term.source,
    }


def _standing(event: Event | None) -> str | None:
    return event.standing.value if event and event.standing else None


def _decision(register: Register, event: Event) -> dict[str, Any]:
    decision = register.decision(event)
    return {
        "notice": event.notice,
        "number": register.notices[event.notice].number,
        "round": event.round,
        "year": event.year,
        "grade": event.grade,
        "standing": _standing(event),
        "day": event.day,
        "grounds": decision.grounds,
        "due": event.due,
        "ended": event.ends,
        "printed": register.printed(event),
        "url": f"notices/{event.notice}/",
    }


def _act(register: Register, event: Event) -> dict[str, Any]:
    act = register.act(event)
    return {
        "notice": event.notice,
        "act": act.act.value,
        "title": event.grade,
        "year": event.year,
        "day": event.day,
        "until": event.due,
        "ended": event.ends,
        "follows": act.follows,
        "items": act.items,
        "occupations": act.occupations,
        "name": act.name,
        "host": act.host,
        "licence": act.licence,
        "into": act.into,
        "remarks": act.remarks,
        "url": f"notices/{event.notice}/",
    }


def _spans(judged: StationFile | CentreFile) -> Iterator[dict[str, Any]]:
    for span in judged.spans:
        yield {
            "from": span.since,
            "to": span.to,
            "phase": span.phase.value,
            "standing": _standing(span.event),
            "status": status(span),
            "notice": span.event.notice if span.event else None,
            "known_from": span.event.known if span.event else None,
            "withheld": span.withheld,
        }
