"""What a registry looks like, in TOML and in JSON."""

import re

from clustercalls.registry.shape import TABLES
from clustercalls.sources.json_document import keys_of

_NAMES = "|".join(TABLES)
_TOML = re.compile(
    rf"^[ \t]*(?:\[\[?[ \t]*(?:{_NAMES})[ \t]*[.\]]|(?:{_NAMES}|schema)[ \t]*=)".encode(), re.MULTILINE
)


def is_toml_registry(data: bytes) -> bool:
    """Whether it has a table of entries, or says that it is a registry."""
    return _TOML.search(data) is not None


def is_json_registry(data: bytes) -> bool:
    """Whether it is an object that has a list of entries."""
    return any(bytes(each)[:1] == b"[" for name, each in keys_of(data).items() if name in TABLES)
