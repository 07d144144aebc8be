"""Writing: records → canonical YAML, comments kept."""

from register.writing.canonical import text_of

__all__ = ["text_of"]
