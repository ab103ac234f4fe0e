"""The folder of an audience on the disk: files exchanged whole, none that is not ours touched.

What is about to be put there is written down first. So a run that is killed at any moment leaves old or new
files, and the next one knows them all for ours.
"""

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clustercalls.disk.beside import Folder
from clustercalls.disk.folders import OWN, make_folders
from clustercalls.disk.ours import Ours
from clustercalls.disk.outputs import folder_of
from clustercalls.disk.whole import put_whole
from clustercalls.errors import Place, Problem, WorldFailed, outside, problem
from clustercalls.site.manifest import Manifest, digest, encoded, name_of, read

TEMPLATES = "_templates"  # no audience is called so
ALONE = 0o600  # the mode of files for ourselves
OPEN, OPEN_FOLDER = 0o644, 0o755  # of those that were, and are for others now


class Site(Struct, frozen=True):
    """Where an audience is published: `DIR`, its name there, and what no output may take the place of.

    With `internal` nobody but the user may read it.
    """

    root: Path
    name: str
    ours: Ours
    internal: bool = False

    @property
    def path(self) -> Path:
        """The folder of the audience."""
        return self.root / self.name

    @property
    def templates(self) -> Path | None:
        """The folder of one's own templates, for all audiences; None where there is none."""
        folder = self.root / TEMPLATES
        return folder if folder.is_dir() else None

    @property
    def mode(self) -> int | None:
        """The mode of its files; None for the usual one."""
        return ALONE if self.internal else None

    def known(self) -> Manifest:
        """What was published there.

        Raises:
            InputRefused: when the memory of it is broken.
            WorldFailed: when it cannot be read.
        """
        path = self.root / name_of(self.name)
        try:
            with Folder(self.root) as folder:
                return read(folder.read(path.name), path)
        except FileNotFoundError:
            return Manifest()
        except OSError as error:
            raise self._failed(error, path) from None

    def remember(self, manifest: Manifest) -> None:
        """Writes down what is published.

        Raises:
            WorldFailed: when the disk refuses.
        """
        path = self.root / name_of(self.name)
        self.ours.sure(path)
        try:
            with Folder(self.root) as folder:
                put_whole(folder, path.name, encoded(manifest), self.mode)
        except OSError as error:
            raise self._failed(error, path) from None

    def before(self, manifest: Manifest) -> Callable[[str], bytes | None]:
        """What reads a file that we published, as it is now; None for any other."""

        def read_back(path: str) -> bytes | None:
            if path not in manifest.paths:
                return None
            with suppress(OSError):
                data = self._read(path)
                return data if data is not None and manifest.knows(path, digest(data)) else None
            return None

        return read_back

    def is_whole(self, manifest: Manifest) -> bool:
        """Whether every file stands there with the size that it had."""
        with suppress(OSError):
            sizes: dict[str, int] = {}
            for folder in {path.rpartition("/")[0] for path in manifest.files}:
                begin = f"{folder}/" if folder else ""
                for each in os.scandir(self.path / folder):
                    if each.is_file(follow_symlinks=False):
                        sizes[f"{begin}{each.name}"] = each.stat(follow_symlinks=False).st_size
            return not manifest.begun and all(sizes.get(p) == size for p, (_, size) in manifest.files.items())
        return False

    def put(
        self, made: Mapping[str, bytes], manifest: Manifest, stays: Callable[[str], bool], goal: Manifest
    ) -> list[Problem]:
        """Makes the folder hold what was made, and takes away what else we wrote.

        What `stays` is left as it is, though it was not made. `goal` is the manifest of all of it but its
        files. What is somebody else's stays, and is told.

        Raises:
            WorldFailed: when the disk refuses; every file is then old or new, and the next run does the rest.
        """
        there = {path: self._standing(path) for path in sorted({*made, *manifest.paths})}
        digests = {path: digest(data) for path, data in made.items()}
        theirs = {
            path
            for path, standing in there.items()
            if standing is not None and not manifest.knows(path, standing) and standing != digests.get(path)
        }
        ours = {path: data for path, data in made.items() if path not in theirs}
        mode = OPEN if manifest.may.internal and not self.internal else self.mode
        new = {
            path: data
            for path, data in ours.items()
            if there[path] != digests[path] or (mode is not None and self._mode_of(path) != mode)
        }
        left = {path for path in manifest.paths - made.keys() - theirs if there[path] is not None}
        gone = {path for path in left if not stays(path)}
        if new or gone:
            self.remember(_with_begun(manifest, {path: digests[path] for path in new}))
            self._write(new, gone, mode)
        files = {path: manifest.files[path] for path in left - gone if path in manifest.files}
        files |= {path: (digests[path], len(data)) for path, data in ours.items()}
        foreign = sorted(theirs & made.keys())
        done = replace(goal, files=files, key="" if foreign else goal.key)
        if done != manifest:
            self.remember(done)
        return [problem("not-ours", Place(str(self.path / path))) for path in foreign]

    def _mode_of(self, path: str) -> int | None:
        """The mode of what stands there; None for nothing."""
        with suppress(OSError):
            return stat.S_IMODE((self.path / path).lstat().st_mode)
        return None

    def _write(self, new: Mapping[str, bytes], gone: Iterable[str], mode: int | None) -> None:
        by_folder: dict[str, list[str]] = {}
        for path in sorted({*new, *gone}):
            folder, _, name = path.rpartition("/")
            by_folder.setdefault(folder, []).append(name)
        for folder, names in by_folder.items():
            place = self.path / folder
            try:
                if mode is not None:
                    self._close(place, mode)
                with folder_of(place, self.ours, names.__contains__, make=True) as outgoing:
                    for name in names:
                        path = f"{folder}/{name}".lstrip("/")
                        if path in new:
                            outgoing.lay(name, new[path], mode)
                        else:
                            outgoing.lay_off(name)
                    outgoing.settle()
            except OSError as error:
                raise self._failed(error, place) from None

    def _close(self, place: Path, mode: int) -> None:
        """Makes the folders of a mode that goes with that of their files, before anything is in them."""
        of_folders = OWN if mode == ALONE else OPEN_FOLDER
        make_folders(place, of_folders)
        for each in {self.path, place}:
            each.chmod(of_folders)

    def _standing(self, path: str) -> str | None:
        """The digest of what stands at a path; None for nothing, empty for what cannot be read."""
        try:
            data = self._read(path)
        except OSError:
            return ""
        return None if data is None else digest(data)

    def _read(self, path: str) -> bytes | None:
        """What stands at a path; None for nothing.

        Raises:
            OSError: for what cannot be read, as a folder or a link.
            WorldFailed: when the folder that it is in cannot be looked into.
        """
        place = self.path / path
        try:
            folder = Folder(place.parent)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._failed(error, place.parent) from None
        with folder:
            try:
                return folder.read(place.name)
            except FileNotFoundError:
                return None

    def _failed(self, error: OSError, path: Path) -> WorldFailed:
        return WorldFailed(problem("cannot-publish", Place(str(path)), **outside(error)))


def _with_begun(manifest: Manifest, digests: Mapping[str, str]) -> Manifest:
    """A manifest that also knows what is about to be put there."""
    begun = manifest.begun | {
        path: tuple(dict.fromkeys((*manifest.begun.get(path, ()), each))) for path, each in digests.items()
    }
    return replace(manifest, key="", begun=begun)
