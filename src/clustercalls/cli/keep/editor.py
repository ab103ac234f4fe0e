"""A person's own editor on a text: started without a shell, checked on return, the text never lost."""

import os
import stat
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from clustercalls.disk.opening import open_regular
from clustercalls.disk.read import over_bytes
from clustercalls.errors import InputRefused, Place, UsageRefused, WorldFailed, outside, problem

FALLBACK = "vi"


class EditorDraft:
    """A file with a text to be edited, in the folder for temporary files; `drop` when it is written."""

    def __init__(self, text: str) -> None:
        try:
            descriptor, name = tempfile.mkstemp(prefix="clustercalls-", suffix=".toml")
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
                os.fchmod(descriptor, stat.S_IRUSR | stat.S_IWUSR)  # whatever the umask
                file.write(text)
        except OSError as error:
            place = Place(error.filename or "$TMPDIR")  # without a name: no folder for such files was found
            raise WorldFailed(problem("cannot-write", place, **outside(error))) from None
        self.path = Path(name)

    def edited(self) -> str:
        """The text after the editor closed.

        Raises:
            WorldFailed: when the editor cannot be started or ends with an error, or no regular file came
                back; what is there is kept.
            UsageRefused: when what came back is not UTF-8; the text is kept.
            InputRefused: when it is over the limit; the text is kept.
        """
        try:
            command = _command()
        except WorldFailed:
            self.drop()
            raise
        try:
            code = subprocess.run(  # noqa: S603 - the user's own editor, as a list, no shell
                [*command, str(self.path)],
                check=False,
                stdin=_stream(sys.stdin),
                stdout=_stream(sys.stdout),
                stderr=_stream(sys.stderr),
            ).returncode
        except (OSError, ValueError) as error:
            self.drop()  # nobody wrote anything in it
            raise WorldFailed(problem("no-editor", Place(), editor=command[0], **outside(error))) from None
        if code:
            raise WorldFailed(problem("editor-failed", status=code, kept=self.path))
        return self._read()

    def _read(self) -> str:
        """What an editor left under our name: no link is followed there, and no pipe waited for."""
        place = Place(str(self.path))
        try:
            with os.fdopen(open_regular(self.path, follow=False), encoding="utf-8-sig") as file:
                too_large = over_bytes(os.fstat(file.fileno()).st_size, place)
                if too_large:
                    raise InputRefused(too_large)
                return file.read()
        except UnicodeDecodeError:
            raise UsageRefused(problem("not-text", place, key=self.path)) from None
        except OSError as error:
            raise WorldFailed(problem("unreadable", place, **outside(error))) from None

    def drop(self) -> None:
        """Takes the file away: its text is where it was meant to be, so one that stays is no failure."""
        with suppress(OSError):
            self.path.unlink()


def _stream(ours: object) -> int | None:
    """Our own stream, or nothing instead of one that was closed before we started."""
    return subprocess.DEVNULL if ours is None else None


def _at_a_terminal() -> bool:
    """Whether a person can type to a program of ours, and see it."""
    return all(each is not None and each.isatty() for each in (sys.stdin, sys.stdout))


def _command() -> list[str]:
    """The editor as an argument list: `$VISUAL`, else `$EDITOR`, else vi, which wants a terminal.

    Raises:
        WorldFailed: when nobody named one and there is no terminal, or it is no list of words.
    """
    import shlex

    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not named and not _at_a_terminal():
        raise WorldFailed(problem("no-editor", editor=FALLBACK, reason="there is no terminal for it"))
    named = named or FALLBACK
    try:
        return shlex.split(named) or [FALLBACK]
    except ValueError as error:
        raise WorldFailed(problem("no-editor", editor=named, reason=error)) from None
