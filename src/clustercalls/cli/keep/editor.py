"""A person's own editor on a text: started without a shell, checked on return, the text never lost."""

import os
import stat
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from clustercalls.errors import Place, UsageRefused, WorldFailed, outside, problem

FALLBACK = "vi"


class Draft:
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
            WorldFailed: when the editor cannot be started, or ends with an error; the text is kept.
            UsageRefused: when what came back is not UTF-8; the text is kept.
        """
        command = _command()
        try:
            code = subprocess.run(  # noqa: S603 - the user's own editor, as a list, no shell
                [*command, str(self.path)],
                check=False,
                stdin=_stream(sys.stdin),
                stdout=_stream(sys.stdout),
                stderr=_stream(sys.stderr),
            ).returncode
        except (OSError, ValueError) as error:
            raise WorldFailed(problem("no-editor", Place(), editor=command[0], **outside(error))) from None
        if code:
            raise WorldFailed(problem("editor-failed", status=code, kept=self.path))
        try:
            return self.path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise UsageRefused(problem("not-text", Place(str(self.path)), key=self.path)) from None
        except OSError as error:
            raise WorldFailed(problem("unreadable", Place(str(self.path)), **outside(error))) from None

    def drop(self) -> None:
        """Takes the file away: its text is where it was meant to be, so one that stays is no failure."""
        with suppress(OSError):
            self.path.unlink()


def _stream(ours: object) -> int | None:
    """Our own stream, or nothing instead of one that was closed before we started."""
    return subprocess.DEVNULL if ours is None else None


def _command() -> list[str]:
    """The editor as an argument list: `$VISUAL`, else `$EDITOR`, else vi."""
    import shlex

    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or FALLBACK
    try:
        return shlex.split(named) or [FALLBACK]
    except ValueError as error:
        raise WorldFailed(problem("no-editor", editor=named, reason=error)) from None
