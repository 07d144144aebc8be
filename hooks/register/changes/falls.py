"""Falls: who stands worse, today or on a later day, for a reason that no new document tells.

Every day from today on is looked at, for a date in the data can wait.
"""

from collections.abc import Iterator
from datetime import date

from register.changes.decided import GOOD, Pair, words
from register.changes.moves import direction, of
from register.changes.values import Adverse, Direction
from register.history import Phase, Span, standing_on
from register.register import Register
from register.views.wording import day as day_words


def fallen(pair: Pair) -> Iterator[Adverse]:
    """Yield everyone who falls, once, with the first day on which they do."""
    for id_ in pair.changed_subjects:
        for day in _days(pair, id_):
            old, new = _on(pair.base, id_, day), _on(pair.head, id_, day)
            if _falls(pair, old, new):
                yield _told(pair, id_, day, old, new)
                break


def _days(pair: Pair, id_: str) -> list[date]:
    """Return today and every later day on which something of someone begins."""
    today = pair.head.today
    files = (of(register, id_) for register in (pair.base, pair.head))
    starts = {span.since for file in files if file for span in file.spans if span.since}
    return [today, *sorted(day for day in starts if day > today)]


def _on(register: Register, id_: str, day: date) -> Span:
    file = of(register, id_)
    return standing_on(file.spans, day) if file else Span(None, None, Phase.NONE, None)


def _falls(pair: Pair, old: Span, new: Span) -> bool:
    if (old.standing, old.phase, old.event) == (new.standing, new.phase, new.event):
        return False
    way, was_good = direction(old, new), old.standing in GOOD
    lost = way is Direction.OTHER and old.phase is Phase.CURRENT
    gone = way is Direction.GONE or lost
    return way is Direction.WORSE or (was_good and gone) or _lapses(pair, old, new)


def _lapses(pair: Pair, old: Span, new: Span) -> bool:
    """Tell whether something favourable speaks no longer, and no new document is why."""
    by_new = new.event is not None and new.event.notice in pair.new_notices
    good = old.standing in GOOD and new.standing in GOOD
    return good and old.phase is Phase.CURRENT and new.phase is Phase.LAPSED and not by_new


def _told(pair: Pair, id_: str, day: date, old: Span, new: Span) -> Adverse:
    when = "" if day <= pair.head.today else f"{day_words(day)}起"
    if _lapses(pair, old, new):
        said = f"{words(old.event)}，{when or '现在'}不再有效"
    else:
        after = words(new.event) or "没有在案结论"
        said = f"{words(old.event)}，{when}变为{after}"
    return Adverse(kind="fallen", subject=pair.subject(id_), words=said, document=None)
