"""A folder of JSON files, one a reminder, named by its key: written again, it is the same file."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from clustercalls.deliver.target import Failed, Message, Sent
from clustercalls.disk.ours import Ours
from clustercalls.disk.outgoing import Outgoing
from clustercalls.disk.outputs import folder_of
from clustercalls.errors import Refusal, outside
from clustercalls.limits import TOGETHER

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
        """Writes the files; one that cannot be written holds up no other.

        The disk is waited for some files at a time; each is told as arrived once it is in its place, so that
        a run that is killed between the two repeats that one.

        Raises:
            Failed: when the disk refuses, with the first file in the way.
        """
        try:
            folder = folder_of(self.folder, self.ours, lambda name: bool(_FILE.fullmatch(name)), make=True)
        except Refusal as refused:
            raise Failed(refused.problem.kind.message) from None
        except OSError as error:
            raise Failed(**outside(error.strerror or type(error).__name__)) from None
        with folder:
            failures = []
            if message.problems:
                name = f"errors@{message.written:%Y-%m-%d}.json"
                failures += _put(folder, {name: message.whole}, lambda _: sent(()))
            for start in range(0, len(message.parts), TOGETHER):
                files = {f"{key}.json": data for key, data in message.parts[start : start + TOGETHER]}
                failures += _put(folder, files, lambda name: sent((name.removesuffix(".json"),)))
        if failures:
            raise failures[0]


def _put(folder: Outgoing, files: Mapping[str, bytes], placed: Callable[[str], None]) -> list[Failed]:
    """Puts files in their places, and tells of each that it is there; why the others are not, in order."""
    failed, there = {}, set()

    def arrived(name: str) -> None:
        there.add(name)
        placed(name)

    for name, data in files.items():
        if why := _refusal(folder.lay, name, data):
            failed[name] = why
    try:
        folder.settle(arrived)
        write = None
    except OSError:  # of one: each by itself then, as those in their places stay
        write = folder.write
    for name in [each for each in files if each not in there and each not in failed]:
        if write and (why := _refusal(write, name, files[name])):
            failed[name] = why
        else:
            arrived(name)
    return [failed[name] for name in files if name in failed]


def _refusal(put: Callable[[str, bytes], object], name: str, data: bytes) -> Failed | None:
    try:
        put(name, data)
    except Refusal as refused:
        return Failed("{file}: {what}", file=name, what=refused.problem.kind.message)
    except OSError as error:
        return Failed("{file}: {what}", file=name, what=error.strerror or type(error).__name__)
    return None
