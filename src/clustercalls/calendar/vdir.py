"""A folder with a file an event, as khal, vdirsyncer and pimsync keep them.

https://vdirsyncer.pimutils.org/en/stable/vdir.html
"""

from collections.abc import Iterator
from pathlib import Path

from clustercalls.calendar.store import uid_of
from clustercalls.disk.read import read
from clustercalls.disk.replace import replace
from clustercalls.errors import Place, WorldFailed, problem


class Vdir:
    """The files of a folder whose names could be ours."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def place(self) -> str:
        """The folder's path."""
        return str(self._folder)

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Every file that could be ours, by name; of a folder that is not there, none."""
        try:
            names = sorted(
                each.name for each in self._folder.iterdir() if uid_of(each.name) and each.is_file()
            )
        except FileNotFoundError:
            return
        except OSError as error:
            raise self._failed(error) from None
        for name in names:
            yield name, read(self._folder / name)

    def put(self, name: str, data: bytes, *, is_foreign: bool = False) -> None:  # noqa: ARG002 - all the same
        """Writes a file at once; the folder is made when it is not there."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._failed(error) from None
        replace(self._folder / name, data)

    def remove(self, name: str) -> None:
        """Takes a file away."""
        try:
            (self._folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise self._failed(error) from None

    def _failed(self, error: OSError) -> WorldFailed:
        return WorldFailed(problem("cannot-write", Place(str(self._folder)), reason=error.strerror or error))
