"""A folder of JSON files, one a reminder, named by its key: written again, it is the same file."""

from pathlib import Path

from msgspec import Struct

from clustercalls.deliver.target import Failed, Message, Sent
from clustercalls.disk.replace import replace
from clustercalls.errors import WorldFailed, outside


class Outbox(Struct, frozen=True):
    """The folder; made when it is not there."""

    folder: Path

    @property
    def name(self) -> str:
        """By its whole path."""
        return f"outbox:{self.folder.absolute()}"

    def message_id(self, message: Message) -> str:  # noqa: ARG002 - as of any target
        """None: only mail has one."""
        return ""

    def deliver(self, message: Message, sent: Sent, seconds: float) -> None:  # noqa: ARG002 - a disk has none
        """Writes file after file.

        Raises:
            Failed: when the disk refuses.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for left_over in self.folder.glob(".*@*.json.*.tmp"):  # of a run that was killed
                left_over.unlink(missing_ok=True)
            if message.problems:
                replace(self.folder / f"errors@{message.written:%Y-%m-%d}.json", message.whole)
                sent(())
            for key, data in message.parts:
                replace(self.folder / f"{key}.json", data)
                sent((key,))
        except WorldFailed as failed:
            raise Failed(**dict(failed.problem.values)) from None
        except OSError as error:
            raise Failed(**outside(error.strerror or type(error).__name__)) from None
