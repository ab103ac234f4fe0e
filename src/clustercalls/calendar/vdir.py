"""A folder with a file an event, as khal, vdirsyncer and pimsync keep them.

https://vdirsyncer.pimutils.org/en/stable/vdir.html
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from clustercalls.calendar.naming import by_file
from clustercalls.disk.ours import Ours
from clustercalls.disk.outgoing import Outgoing, Unsettled
from clustercalls.disk.outputs import folder_of
from clustercalls.disk.read import held_in, over_bytes
from clustercalls.errors import Place, Problem, UsageRefused, WorldFailed, outside, problem
from clustercalls.limits import COMPONENT_BYTES


class Vdir:
    """The files of a folder whose names could be ours; no link is followed, nothing of `ours` replaced."""

    most = COMPONENT_BYTES

    def __init__(self, folder: Path, ours: Ours) -> None:
        self._path, self._ours = folder, ours
        self._opened: Outgoing | None = None

    def close(self) -> None:
        """Closes the folder; one that was made and stayed empty goes again."""
        if self._opened is not None:
            self._opened.close()

    @property
    def place(self) -> str:
        """The folder's path."""
        return str(self._path)

    def items(self) -> Iterator[tuple[str, bytes | Problem]]:
        """Every file that could be ours, by name; of a folder that is not there, none."""
        try:
            folder = self._folder(make=False)
            names = folder.written()
        except FileNotFoundError:
            return
        except OSError as error:
            raise self._failed(error) from None
        for name in names:
            yield name, self._read(folder, name)

    def no_room(self, name: str, data: bytes) -> Problem | None:  # noqa: ARG002 - all the same
        """None: file by file is read, however many there are."""
        return None

    def put(self, name: str, data: bytes, *, is_foreign: bool = False) -> None:  # noqa: ARG002 - all the same
        """Writes a file, whole or not at all; the folder is made when it is not there."""
        try:
            self._folder(make=True).lay(name, data)
        except OSError as error:
            raise self._failed(error, name) from None

    def remove(self, name: str) -> None:
        """Takes a file away, once what was put before is there."""
        try:
            self._folder(make=False).lay_off(name)
        except FileNotFoundError:
            return
        except OSError as error:
            raise self._failed(error, name) from None

    def settle(self) -> None:
        """Puts the files in their places, and the disk is waited for."""
        if self._opened is not None:
            try:
                self._opened.settle()
            except Unsettled as error:
                raise self._failed(error, error.name) from None

    def _folder(self, *, make: bool) -> Outgoing:
        if self._opened is None:
            self._opened = folder_of(self._path, self._ours, _could_be_ours, make=make)
        return self._opened

    def _read(self, folder: Outgoing, name: str) -> bytes | Problem:
        place = Place(self.place, 0, name)
        try:
            with folder.read_back(name) as file:
                data = held_in(file)
        except UsageRefused as refused:
            return replace(refused.problem, place=place)
        except OSError as error:
            return problem("unreadable", place, **outside(error))
        return over_bytes(len(data), place) or data

    def _failed(self, error: OSError, name: str = "") -> WorldFailed:
        why = outside(error)
        return WorldFailed(problem("cannot-write", Place(self.place, 0, name), **why))


def _could_be_ours(name: str) -> bool:
    return by_file(name) is not None
