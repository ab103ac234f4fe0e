"""What a row of the catalogue of messages is."""

from enum import Enum

from msgspec import Struct


class Severity(Enum):
    """Errors change exit codes; warnings are told by `check` only."""

    ERROR = "error"
    WARNING = "warning"


class Kind(Struct, frozen=True):
    """One row of the catalogue: templates filled with the values of a problem."""

    message: str
    hint: str
    severity: Severity = Severity.ERROR


def warning(message: str, hint: str) -> Kind:
    """A row that only `check` tells."""
    return Kind(message, hint, Severity.WARNING)
