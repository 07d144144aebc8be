"""Comparing: two registers of one day → what a leader must know of the change."""

from datetime import date

from register.changes.adverse import adverse
from register.changes.decided import Pair
from register.changes.facts import added, corrections, facts, hosts, printed, removed
from register.changes.missing import missing
from register.changes.moves import coming, moves, totals, undocumented
from register.changes.page_groups import page_groups
from register.changes.values import Changes
from register.register import Register


def compare(
    base: Register | None, head: Register, *, base_errors: int = 0, pages: bool = True
) -> Changes:
    """Return what changes from `base` to `head`; without a base, everything is new.

    Raises ValueError where the two are not of one day.
    """
    before = emptied(head) if base is None else base
    if before.today != head.today:
        raise ValueError(_days(before.today, head.today))
    pair = Pair(before, head)
    return Changes(
        today=head.today,
        same=base is not None and before.digest == head.digest,
        base_errors=base_errors,
        adverse=tuple(adverse(pair)),
        undocumented=tuple(undocumented(pair)),
        moves=tuple(moves(pair)),
        coming=tuple(coming(pair)),
        totals=tuple(totals(before, head)),
        added=tuple(added(pair)),
        removed=tuple(removed(pair)),
        hosts=tuple(hosts(pair)),
        corrections=tuple(corrections(pair)),
        printed=tuple(printed(pair)),
        facts=tuple(facts(pair)),
        missing=tuple(missing(before, head)),
        pages=tuple(page_groups(base, head)) if pages else None,
    )


def _days(before: date, after: date) -> str:
    return f"两边说的不是同一天：{before.isoformat()}、{after.isoformat()}"


def emptied(register: Register) -> Register:
    """Return a register of the same day and site with nothing in it."""
    return Register(
        site=register.site,
        digest="",
        today=register.today,
        stations={},
        hosts={},
        host_regions={},
        centres={},
        schemes={},
        rounds={},
        sheets={},
        visits={},
        notices={},
        endings={},
    )
