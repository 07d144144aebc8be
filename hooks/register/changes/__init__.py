"""Changes: two registers → what a leader must know of what lies between them, and in what words."""

from register.changes.compare import compare
from register.changes.values import Changes

__all__ = ["Changes", "compare"]
