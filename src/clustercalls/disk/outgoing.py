"""A folder that a person named, open for files of ours: behind the gate, and swept once."""

import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from clustercalls.disk.beside import Folder
from clustercalls.disk.folders import drop_empty
from clustercalls.disk.ours import Gate, Ours
from clustercalls.disk.whole import Laid, Mine, holds, laid, put_whole, sweep
from clustercalls.errors import Place, UsageRefused, problem

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

AT_A_TIME = 8  # files whose bytes the disk is waited for


class Unsettled(OSError):
    """That the disk refuses the file of a name, and why."""

    def __init__(self, name: str, why: OSError) -> None:
        super().__init__(why.errno, why.strerror)
        self.name = name


class Outgoing(Folder):
    """By its real path; `mine` tells of a name whether it is one that is written here.

    Of the folders `made` for it, the lowest first, those that nothing came into go when it is closed.
    """

    def __init__(self, path: Path, mine: Mine, ours: Ours, made: Iterable[Path] = ()) -> None:
        self._made = made
        self._waiting: ThreadPoolExecutor | None = None  # for the disk; kept from one settling to the next
        self._steps: list[Laid | str] = []  # files to be put in their place, names to be taken away
        super().__init__(path, os.O_NOFOLLOW)
        self._mine, self._gate, self._swept = mine, Gate(ours, path), False

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Closes the folder, once; what was laid and not settled goes."""
        if self._waiting is not None:
            self._waiting.shutdown()
            self._waiting = None
        self._drop_laid()
        super().close()
        made, self._made = self._made, ()
        drop_empty(made)

    def written(self) -> list[str]:
        """The names of what is written here by us, in order, whatever they stand for."""
        return sorted(filter(self._mine, self.names()))

    def sure(self, name: str) -> None:
        """Lets nothing that is read or kept be written over.

        Raises:
            UsageRefused: when a file of this name is that.
        """
        if self._gate.claims(name):
            raise self._refused(name)

    def _refused(self, name: str) -> UsageRefused:
        return UsageRefused(problem("output-is-input", Place(str(self.path / name))))

    def read_back(self, name: str) -> BinaryIO:
        """A file of this folder, open for reading, that is none that is read or kept.

        It is told by what was opened, not by its path: one look less a file, and none in between.

        Raises:
            UsageRefused: when a file of this name is that.
            OSError: when the system refuses.
        """
        if self._gate.names(name):
            raise self._refused(name)
        try:
            file = self.opened(name)
        except FileNotFoundError:
            raise
        except OSError:
            self.sure(name)
            raise
        if self._gate.holds(os.fstat(file.fileno())):
            file.close()
            raise self._refused(name)
        return file

    def write(self, name: str, data: bytes | Iterable[bytes]) -> bool:
        """As `put_whole`.

        Raises:
            UsageRefused: when it is a file that is read or kept.
            OSError: when the disk refuses.
        """
        if not isinstance(data, bytes):
            self.sure(name)
            return put_whole(self, name, data, mine=self._mine)
        self.lay(name, data)
        differs = bool(self._steps)
        self.settle()
        return differs

    def lay(self, name: str, data: bytes, mode: int | None = None) -> None:
        """As `write`, but the file is in its place when `settle` has been called: nothing is changed before.

        It gets this mode, if one is given; else that of the file before it.

        Raises:
            UsageRefused: when it is a file that is read or kept.
            OSError: when the disk refuses.
        """
        try:
            old: BinaryIO | None = self.read_back(name)
        except FileNotFoundError:
            old = None
        try:
            if old is None or not _has_mode(old, mode) or not holds(old, data):
                self._steps.append(laid(self, name, data, old, mode))
        finally:
            if old is not None:
                old.close()

    def lay_off(self, name: str) -> None:
        """Takes a file away when `settle` is called, after what was laid before."""
        self._steps.append(name)

    def settle(self, placed: Callable[[str], None] | None = None) -> None:
        """Does what was laid, in its order: first all bytes are on the disk, then each is in its place.

        The disk is waited for once, not once a file; once more for each that is told as `placed`.

        Raises:
            Unsettled: when the disk refuses; what is in its place by then stays there.
        """
        files = [each for each in self._steps if isinstance(each, Laid)]
        name = ""
        try:
            self._wait(files)
            self._sweep_once(files)
            for number, step in enumerate(self._steps):
                name = step if isinstance(step, str) else step.name
                if isinstance(step, str):
                    self.unlink(step)
                else:
                    self.rename(step.beside, step.name)
                    self._steps[number] = step._replace(beside="")  # there is nothing left to take away
                    if placed:
                        self.sync()
                        placed(name)
            if self._steps and not placed:
                self.sync()
        except Unsettled:
            raise
        except OSError as error:
            raise Unsettled(name, error) from None
        finally:
            self._drop_laid()

    def _wait(self, files: list[Laid]) -> None:
        """Waits until the disk has the bytes of each, of several at a time.

        Raises:
            Unsettled: when it refuses those of one.
        """
        if len(files) <= AT_A_TIME:
            _wait_for_each(files)
            return
        from concurrent.futures import ThreadPoolExecutor, wait

        if self._waiting is None:
            self._waiting = ThreadPoolExecutor(AT_A_TIME)
        parts = [files[start::AT_A_TIME] for start in range(AT_A_TIME)]
        every = [self._waiting.submit(_wait_for_each, part) for part in parts]
        wait(every)  # also when one fails: no file is closed while the disk is waited for
        for each in every:
            each.result()

    def _sweep_once(self, files: list[Laid]) -> None:
        if files and not self._swept:
            self._swept = True
            sweep(self, self._mine, os.fstat(files[0].file.fileno()).st_mtime)

    def _drop_laid(self) -> None:
        steps, self._steps = self._steps, []
        for step in steps:
            if isinstance(step, Laid):
                step.drop(self)


def _has_mode(old: BinaryIO, mode: int | None) -> bool:
    return mode is None or stat.S_IMODE(os.fstat(old.fileno()).st_mode) == mode


def _wait_for_each(files: list[Laid]) -> None:
    for written in files:
        try:
            os.fsync(written.file.fileno())
        except OSError as error:
            raise Unsettled(written.name, error) from None
