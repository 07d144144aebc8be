"""The register: frozen, linked and total; it exists only when no finding is an error."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from register.history import Ending, Event, Span, endings_of, events_of, spans, standing_on
from register.publication import published
from register.reading.dataset import Dataset, Entry, R
from register.records import (
    Centre,
    Host,
    Notice,
    Round,
    Scheme,
    Site,
    Station,
    StationSheet,
    Visit,
)
from register.records.notice import Act, Decision, Mention, NoticeRound
from register.records.site import Authority


@dataclass(frozen=True, slots=True)
class StationFile:
    """A station with all that the documents say of it, oldest first."""

    id: str
    region: str
    record: Station
    events: tuple[Event, ...]
    spans: tuple[Span, ...]
    mentions: tuple[tuple[str, Mention], ...]
    withheld: tuple[date, ...] = ()
    """The days of items that may not be published."""

    @property
    def decisions(self) -> tuple[Event, ...]:
        """The events that are a round's decisions, oldest first."""
        return tuple(event for event in self.events if event.act is None)


@dataclass(frozen=True, slots=True)
class CentreFile:
    """A guidance centre with all that the documents say of it, oldest first."""

    id: str
    record: Centre
    events: tuple[Event, ...]
    spans: tuple[Span, ...]
    withheld: tuple[date, ...] = ()


@dataclass(frozen=True)
class Register:
    """Everything that may be shown on `today`; what is not published is not in here."""

    site: Site
    digest: str
    today: date
    stations: Mapping[str, StationFile]
    hosts: Mapping[str, Host]
    host_regions: Mapping[str, str]
    centres: Mapping[str, CentreFile]
    schemes: Mapping[str, Scheme]
    rounds: Mapping[str, Round]
    sheets: Mapping[str, Mapping[str, StationSheet]]
    """By round, then by station."""
    visits: Mapping[str, Mapping[str, Visit]]
    """By round, then by the visit's own id."""
    notices: Mapping[str, Notice]
    endings: Mapping[str, tuple[Ending, ...]]
    """By notice: what takes its force away, and what gives it back."""

    @cached_property
    def ended(self) -> frozenset[str]:
        """The notices that have no force today: withdrawn or replaced, and not given it back."""
        return frozenset(
            id_
            for id_, endings in self.endings.items()
            if any(ending.holds(self.today) for ending in endings)
        )

    @property
    def authority(self) -> Authority | None:
        """The authority that has signed by today."""
        signed = self.site.authority
        return signed if signed and signed.signed <= self.today else None

    @cached_property
    def data_to(self) -> date:
        """The newest day that a document on file bears."""
        days = [n.published or n.decided for n in self.notices.values()]
        return max(days, default=self.today)

    @cached_property
    def hosted(self) -> Mapping[str, tuple[str, ...]]:
        """Each host's stations, in the order of their ids."""
        found: dict[str, list[str]] = {host: [] for host in self.hosts}
        for station in self.stations.values():
            for host in dict.fromkeys(term.host for term in station.record.hosts):
                found[host].append(station.id)
        return {host: tuple(ids) for host, ids in found.items()}

    def region(self, id_: str | None) -> str:
        """The Chinese name of a region; none is the whole country."""
        return self.site.regions[id_] if id_ else "全国"

    def now(self, judged: StationFile | CentreFile) -> Span:
        """What holds for a station or a centre today."""
        return standing_on(judged.spans, self.today)

    def decision(self, event: Event) -> Decision:
        """The decision that `event` comes from."""
        _rounds, i, _decisions, j, *_ = event.steps
        return self.notices[event.notice].rounds[int(i)].decisions[int(j)]

    def act(self, event: Event) -> Act:
        """The act that `event` comes from."""
        return self.notices[event.notice].acts[int(event.steps[1])]

    def printed(self, event: Event) -> str:
        """The line of the document that names the event's subject; none for an act."""
        if event.act:
            return ""
        decision = self.decision(event)
        return decision.stations.get(event.subject) or decision.centres[event.subject]

    def notices_of(self, round_id: str) -> Iterator[tuple[str, NoticeRound]]:
        """Yield (notice, part) for each notice with decisions of the round, oldest first."""
        yield from self._parts.get(round_id, ())

    @cached_property
    def _parts(self) -> Mapping[str, list[tuple[str, NoticeRound]]]:
        found: dict[str, list[tuple[str, NoticeRound]]] = defaultdict(list)
        for id_, notice in self.notices.items():
            for part in notice.rounds:
                found[part.round].append((id_, part))
        return found


def build_register(data: Dataset, today: date) -> Register:
    """Link `data`, which no rule found an error in, into the register of `today`."""
    data = published(data, today)
    assert data.site is not None
    events, mentions = events_of(data), _mentions(data)
    stations = {
        entry.stem: StationFile(
            id=entry.stem,
            region=entry.region,
            record=entry.record,
            events=events.get(entry.stem, ()),
            spans=spans(events.get(entry.stem, ()), data.withheld.get(entry.stem, ())),
            mentions=tuple(mentions.get(entry.stem, ())),
            withheld=data.withheld.get(entry.stem, ()),
        )
        for entry in data.stations
    }
    notices = sorted(data.notices, key=lambda entry: (entry.record.decided, entry.stem))
    return Register(
        site=data.site.record,
        digest=data.digest,
        today=today,
        stations=stations,
        hosts={entry.stem: entry.record for entry in data.hosts},
        host_regions={entry.stem: entry.region for entry in data.hosts},
        centres={
            entry.stem: _centre(entry, events.get(entry.stem, ()), data) for entry in data.centres
        },
        schemes={entry.stem: entry.record for entry in data.schemes},
        rounds={entry.stem: entry.record for entry in data.rounds},
        sheets=_by_round(data.sheets),
        visits=_by_round(data.visits),
        notices={entry.stem: entry.record for entry in notices},
        endings=endings_of(data),
    )


def _centre(entry: Entry[Centre], events: tuple[Event, ...], data: Dataset) -> CentreFile:
    withheld = data.withheld.get(entry.stem, ())
    return CentreFile(entry.stem, entry.record, events, spans(events, withheld), withheld)


def _by_round(entries: Iterable[Entry[R]]) -> dict[str, dict[str, R]]:
    found: dict[str, dict[str, R]] = defaultdict(dict)
    for entry in entries:
        found[entry.round][entry.stem] = entry.record
    return found


def _mentions(data: Dataset) -> dict[str, list[tuple[str, Mention]]]:
    found: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    for entry in data.notices:
        for mention in entry.record.mentions:
            for station in mention.stations:
                found[station].append((entry.stem, mention))
    return found
