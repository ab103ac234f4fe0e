"""A folder of JSON files, one a reminder, named by its key: written again, it is the same file."""

import re
from pathlib import Path

from msgspec import Struct

from clustercalls.deliver.target import Failed, Message, Sent
from clustercalls.disk.ours import Ours
from clustercalls.disk.outgoing import Outgoing
from clustercalls.disk.outputs import folder_of
from clustercalls.errors import Refusal, outside

_FILE = re.compile(r".+@.+\.json")


class Outbox(Struct, frozen=True):
    """The folder, made when it is not there; no link in it is followed, and no file of ours replaced."""

    folder: Path
    ours: Ours

    @property
    def name(self) -> str:
        """By its whole path."""
        return f"outbox:{self.folder.absolute()}"

    def message_id(self, message: Message) -> str:  # noqa: ARG002 - as of any target
        """None: only mail has one."""
        return ""

    def deliver(self, message: Message, sent: Sent, seconds: float) -> None:  # noqa: ARG002 - a disk has none
        """Writes file after file; one that cannot be written holds up no other.

        Raises:
            Failed: when the disk refuses, with the first file in the way.
        """
        try:
            folder = folder_of(self.folder, self.ours, lambda name: bool(_FILE.fullmatch(name)), make=True)
        except Refusal as refused:
            raise Failed(refused.problem.kind.message) from None
        except OSError as error:
            raise Failed(**outside(error.strerror or type(error).__name__)) from None
        files: list[tuple[str, bytes, tuple[str, ...]]] = [
            (f"{key}.json", data, (key,)) for key, data in message.parts
        ]
        if message.problems:
            files.insert(0, (f"errors@{message.written:%Y-%m-%d}.json", message.whole, ()))
        failures = []
        for name, data, keys in files:
            failed = self._put(folder, name, data)
            if failed:
                failures.append(failed)
            else:
                sent(keys)
        if failures:
            raise failures[0]

    def _put(self, folder: Outgoing, name: str, data: bytes) -> Failed | None:
        try:
            folder.write(name, data)
        except Refusal as refused:
            return Failed("{file}: {what}", file=name, what=refused.problem.kind.message)
        except OSError as error:
            return Failed("{file}: {what}", file=name, what=error.strerror or type(error).__name__)
        return None
