"""What there is to know of a terminal: whether there is one, how wide it is, whether to colour."""

import os
import sys

TYPE_CHECKING = False  # as in `output`
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    class SupportsFileno(Protocol):
        """A stream that is, or may be, one of the system."""

        def fileno(self) -> int:
            """Its number."""
            ...


USUAL = 80  # columns where nobody says


def is_terminal(stream: object) -> bool:
    """Whether somebody sees at once what is written there."""
    try:
        return bool(stream and stream.isatty())  # type: ignore[attr-defined]  # a text stream or None
    except ValueError:
        return False


def columns(stream: "SupportsFileno | None" = None) -> int:
    """How wide a terminal is, as `shutil.get_terminal_size` says: COLUMNS counts first.

    It is that of standard output, or of a `stream` that is one.
    """
    said = os.environ.get("COLUMNS", "")
    try:
        wide = int(said)
    except ValueError:
        wide = 0
    if wide > 0:
        return wide
    try:
        return os.get_terminal_size((stream or sys.__stdout__).fileno()).columns or USUAL  # type: ignore[union-attr]  # None is caught
    except (AttributeError, ValueError, OSError):
        return USUAL


def wants_color(option: str, environment: "Mapping[str, str]", *, terminal: bool) -> bool:
    """Whether to colour: the option, then NO_COLOR, FORCE_COLOR, TERM=dumb, then whether it is a terminal.

    https://no-color.org, https://force-color.org
    """
    if option != "auto":
        return option == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return terminal and environment.get("TERM") != "dumb"


def progress(text: str) -> None:
    """How far it is, on a line of a terminal that the next one takes the place of; its loss is forgiven."""
    from contextlib import suppress

    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()
