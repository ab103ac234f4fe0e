"""What tells whether files were changed, those of this program too; nothing heavy is imported."""

import os

from clustercalls import __version__
from clustercalls.once import once

TYPE_CHECKING = False  # as in `cli.output`
if TYPE_CHECKING:
    from collections.abc import Iterable

    Stamp = tuple[str, int, int]  # a file, its size, when it was changed (ns); -1 where it is not there

INSTALLED = ("/site-packages/", "/dist-packages/")


def stamp(file: str) -> "Stamp":
    """What tells whether a file was changed."""
    try:
        status = os.stat(file)  # noqa: PTH116 - a text
    except OSError:
        return file, -1, -1
    return file, status.st_size, status.st_mtime_ns


def program(folders: "Iterable[str]") -> bytes:
    """The version, and as it may be another all the same, when the files were written.

    Where it was installed, all at once; in a checkout, any of those in these folders. What runs is what was
    there at first, whatever is written meanwhile.
    """
    package = __file__.rsplit("/", 2)[0]
    return repr((__version__, os.environ.get("PYTHONTZPATH"), *_written(package, tuple(folders)))).encode()


@once
def _written(package: str, folders: tuple[str, ...]) -> "tuple[Stamp, ...]":
    files = [f"{package}/__init__.py"]
    if not any(each in package for each in INSTALLED):
        inside = [f"{package}/{each}" for each in folders]
        files = [each.path for folder in inside for each in os.scandir(folder) if each.name.endswith(".py")]
    return tuple(map(stamp, sorted(files)))
