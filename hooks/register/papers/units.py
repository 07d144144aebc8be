"""Units: how those that a round judges are counted."""

from register.records.scheme import Judged
from register.register import Register


def unit_of(register: Register, round_id: str) -> str:
    """Return 所 for stations and 个 for guidance centres."""
    scheme = register.schemes[register.rounds[round_id].scheme]
    return "个" if scheme.judges is Judged.CENTRES else "所"
