"""What editors and forms need, made from the record classes and the ids that exist.

Nothing here names a field: titles, help, forms and options all come from `records`.
"""

from register.editors.form_config import form_config
from register.editors.known import Known, known_in, unread_in
from register.editors.schema import SCHEMA_FILES, editor_schemas
from register.editors.values import FOLDER, TAB, VERSION, folders_of, from_form, to_form

__all__ = [
    "FOLDER",
    "SCHEMA_FILES",
    "TAB",
    "VERSION",
    "Known",
    "editor_schemas",
    "folders_of",
    "form_config",
    "from_form",
    "known_in",
    "to_form",
    "unread_in",
]
