"""What is delivered, and what a target is."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from msgspec import Struct

Sent = Callable[[tuple[str, ...]], None]


class Message(Struct, frozen=True):
    """One message in all its forms.

    `parts` are its reminders as JSON, by key; `problems` the errors of the registry. `written` is on the
    registry's own clock: its day is the one that files and letters are named by. `origin` says from which
    registry it is, and after how many others: the same keys of another origin are other news.
    """

    subject: str
    plain: str
    html: str
    whole: bytes
    parts: tuple[tuple[str, bytes], ...]
    written: datetime
    problems: tuple[str, ...] = ()
    origin: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its reminders."""
        return tuple(key for key, _ in self.parts)


class Failed(Exception):
    """A delivery that did not happen, and why, in words that hold no credential.

    The values of a problem: `reason` in words of ours and what fills them, or what `outside` gives.
    """

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.values = {"reason": reason, **values}


class Target(Protocol):
    """One place a message goes to. `name` is what the memory calls it: no credential is in it."""

    @property
    def name(self) -> str: ...

    def message_id(self, message: Message) -> str:
        """The Message-ID that readers find; empty where there is none."""

    def deliver(self, message: Message, sent: Sent, seconds: float) -> None:
        """Delivers within so many seconds, and says which keys arrived, as soon as they have.

        Raises:
            Failed: when it did not.
        """
