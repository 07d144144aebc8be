"""Reading: files → nodes that keep their places → records."""

from register.reading.dataset import Dataset, Entry
from register.reading.folder import read

__all__ = ["Dataset", "Entry", "read"]
