"""The tables of the config file that have keys of their own."""

from typing import Literal

from msgspec import Struct, field

from clustercalls.entry_tables import Texts


class Smtp(Struct, frozen=True, forbid_unknown_fields=True):
    """The mail server, and who writes; without a port, the usual one of its security."""

    host: str
    sender: str = field(name="from")
    port: int = 0
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        """Without the password."""
        return f"Smtp({self.host})"


class Remind(Struct, frozen=True, forbid_unknown_fields=True):
    """What concerns reminders alone."""

    skip: Texts = ()


class SourceSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """How a source is read: as what, where, how fast, and on which network.

    `programmes` are those of the portal; `columns` say of a table which heading is which field, `dayfirst`
    whether 01/02/2027 is in February.
    """

    programmes: Texts = ()
    kind: str = ""
    url: str = ""
    private: bool = False
    pause: float = 1.0
    columns: dict[str, str] = {}
    dayfirst: bool | None = None


class Watch(Struct, frozen=True, forbid_unknown_fields=True):
    """What of the offers is for us; every key is an option of `find`."""

    text: str = ""
    programme: Texts = ()
    status: Texts = ()
    kind: Texts = ()
    source: Texts = ()
