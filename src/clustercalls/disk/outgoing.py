"""A folder that a person named, open for files of ours: behind the gate, and swept once."""

import os
from collections.abc import Iterable
from pathlib import Path

from clustercalls.disk.beside import Folder
from clustercalls.disk.ours import Gate, Ours
from clustercalls.disk.whole import Mine, put_whole
from clustercalls.errors import Place, UsageRefused, problem


class Outgoing(Folder):
    """By its real path; `mine` tells of a name whether it is one that is written here."""

    def __init__(self, path: Path, mine: Mine, ours: Ours) -> None:
        super().__init__(path, os.O_NOFOLLOW)
        self._mine, self._gate, self._swept = mine, Gate(ours, path), False

    def __del__(self) -> None:
        self.close()

    def written(self) -> list[str]:
        """The names of what is written here by us, in order, whatever they stand for."""
        return sorted(filter(self._mine, self.names()))

    def sure(self, name: str) -> None:
        """Lets nothing that is read or kept be written over.

        Raises:
            UsageRefused: when a file of this name is that.
        """
        if self._gate.claims(name):
            raise UsageRefused(problem("output-is-input", Place(str(self.path / name))))

    def write(self, name: str, data: bytes | Iterable[bytes]) -> bool:
        """As `put_whole`.

        Raises:
            UsageRefused: when it is a file that is read or kept.
        """
        self.sure(name)
        mine, self._swept = None if self._swept else self._mine, True
        return put_whole(self, name, data, mine=mine)
