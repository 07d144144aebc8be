"""Writing: records → canonical YAML, comments kept.

One emitter writes new files, formats old ones and tells `check` what is canonical, so that they
cannot differ; ruamel.yaml would be a second one.
"""

from register.writing.canonical import text_of
from register.writing.formatted import Refused, formatted, is_canonical, record_in, rewritten

__all__ = ["Refused", "formatted", "is_canonical", "record_in", "rewritten", "text_of"]
