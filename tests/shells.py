"""Real shells at terminals of their own, with the command on their path: what TAB puts in, shows and runs."""

import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterable
from fcntl import ioctl
from pathlib import Path

import pytest

READY = "READY> "
SETTINGS = {
    "bash": (
        ["bash", "--noprofile", "--rcfile", "{rc}", "-i"],
        """PS1='READY> '; unset HISTFILE
        bind 'set enable-bracketed-paste off'; bind 'set page-completions off'
        bind 'set completion-query-items 0'; bind 'set show-all-if-ambiguous on'
        """,
    ),
    "zsh": (
        ["zsh", "-d", "-i"],
        "unset zle_bracketed_paste; LISTMAX=0; PS1='READY> '; autoload -Uz compinit; compinit -D -u\n",
    ),
    "fish": (
        ["fish", "--no-config", "--init-command", "source {rc}"],
        "function fish_prompt; printf 'READY> '; end\nset -g fish_autosuggestion_enabled 0\n",
    ),
}
# Asked to complete, the program itself, and the code it ends with; run by hand, a note of what it was given.
WRAPPER = """#!/bin/sh
if [ -n "$_CLUSTERCALLS_COMPLETE" ]; then
    {python} -m clustercalls "$@"
    code=$?
    echo "$code" >>{folder}/codes
    exit "$code"
fi
printf '%s\\0' "$@" >{folder}/note
mv {folder}/note {folder}/given
"""


class Shell:
    """A shell of this name that has sourced a completion script, in a folder where a canary would appear."""

    def __init__(self, name: str, folder: Path, script: str) -> None:
        if shutil.which(name) is None:
            pytest.skip(f"{name} is not installed")
        self.name, self.folder, self.seen = name, folder, b""
        command, settings = SETTINGS[name]
        (folder / "bin").mkdir(parents=True)
        (folder / "work").mkdir()
        program = folder / "bin" / "clustercalls"
        program.write_text(WRAPPER.format(python=sys.executable, folder=folder))
        program.chmod(0o755)
        rc = folder / (".zshrc" if name == "zsh" else "rc")
        rc.write_text(f"{settings}\n{script}\n")
        self._mine, its = pty.openpty()
        ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        self._process = subprocess.Popen(
            [each.format(rc=rc) for each in command], stdin=its, stdout=its, stderr=its, close_fds=True,
            cwd=folder / "work", start_new_session=True, preexec_fn=_own_terminal,  # noqa: PLW1509 - no threads
            env=os.environ | {
                "PATH": f"{folder}/bin:{os.environ['PATH']}", "TERM": "xterm", "ZDOTDIR": str(folder),
                "CLUSTERCALLS_REGISTRY": str(folder / "calls.toml"),
            },
        )  # fmt: skip
        os.close(its)
        self._waits()

    def given(self, keys: str) -> list[str]:
        """The arguments of the command that these keys and Enter run, when it is `clustercalls`."""
        note = self.folder / "given"
        self._type(f"{keys}\r")
        self._until(note.exists, keys)
        arguments = note.read_text().split("\0")[:-1]
        note.unlink()
        self._waits()
        return arguments

    def shown(self, keys: str, until: str) -> str:
        """All that the terminal gets of these keys, once this text is there; the last that is asked of it."""
        self.seen = b""
        self._type(keys)
        self._until(lambda: until.encode() in self.seen, keys)
        while self._read(0.3):
            pass
        return self.seen.decode(errors="surrogateescape")

    def codes(self) -> list[int]:
        """The exit codes of what was asked for completions."""
        path = self.folder / "codes"
        return [int(each) for each in path.read_text().split()] if path.exists() else []

    def strangers(self, known: Iterable[str] = ()) -> set[str]:
        """The files that stand where the shell works, without those that are known."""
        return {each.name for each in (self.folder / "work").iterdir()} - set(known)

    def close(self) -> None:
        """Ends the shell."""
        os.close(self._mine)
        self._process.kill()
        self._process.wait(30)

    def _type(self, keys: str) -> None:
        os.write(self._mine, keys.encode())

    def _waits(self) -> None:
        self._until(lambda: READY.encode() in self.seen, "a prompt")
        self.seen = self.seen.split(READY.encode(), 1)[1]

    def _until(self, done: Callable[[], bool], what: str) -> None:
        until = time.monotonic() + 60
        while not done():
            assert time.monotonic() < until, f"no end of {what!r}: {self.seen[-800:]!r}"
            self._read()

    def _read(self, seconds: float = 0.02) -> bool:
        if not select.select([self._mine], [], [], seconds)[0]:
            return False
        try:
            self.seen += os.read(self._mine, 65536)
        except OSError:
            return False
        return True


def _own_terminal() -> None:
    ioctl(0, termios.TIOCSCTTY, 0)
