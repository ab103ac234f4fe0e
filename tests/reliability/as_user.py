"""Runs commands as other users: `Users` asks a process of the superuser, which forks one that is theirs.

It has all modules in memory, so that it does not matter whether those users could read an interpreter.
"""

import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from harness import Done

from clustercalls.limits import READER_SECONDS

SECONDS = READER_SECONDS + 10  # that a command may take before it counts as hanging: it may wait for a pipe


class Users:
    """Commands as numbers that need no account; only the superuser can have them run."""

    def __init__(self, prefix: tuple[str, ...] = ()) -> None:
        self._server = subprocess.Popen(
            [*prefix, sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.communicate()

    def run(self, arguments: list[str], **how: object) -> Done | None:
        """How a command ended; None when it hung. `how`: user, groups, umask, environment, folder."""
        assert self._server.stdin
        assert self._server.stdout
        print(json.dumps({"arguments": arguments, **how}), file=self._server.stdin, flush=True)
        code, out, err = json.loads(self._server.stdout.readline())
        return None if code is None else Done(code, out.encode(), err.encode())


def _load_all() -> None:
    """Every module of the tool, and by a look at each command's way what the library brings late."""
    import clustercalls

    for each in pkgutil.walk_packages(clustercalls.__path__, "clustercalls."):
        with suppress(ImportError):
            if not each.name.endswith("__main__"):
                importlib.import_module(each.name)
    for name in ("encodings.idna", "encodings.utf_8_sig", "zoneinfo._common", "difflib", "tempfile", "shlex"):
        importlib.import_module(name)


def _warm(main: Any) -> None:  # noqa: ANN401 - what the command line is
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"HOME": folder, "EDITOR": "sed -i s/A/B/"}
        calls = str(Path(folder, "calls.toml"))
        for words in (
            ("init", calls), ("add", "-r", calls, "--id", "a", "--title", "A", "--deadline", "2030-01-01"),
            ("move", "-r", calls, "a", "2030-02-01"), ("set", "-r", calls, "a", "owner=anna"),
            ("confirm", "-r", calls, "a"), ("edit", "-r", calls, "a"), ("undo", "-r", calls),
            ("changes", "-r", calls), ("remind", "-r", calls), ("remove", "-r", calls, "a", "--yes"),
            ("move", "-r", calls, "nothing", "2030-02-01"), ("check", "-r", "/nowhere"),
        ):  # fmt: skip
            main(list(words))


def _child(main: Any, asked: dict[str, Any], out: int, err: int) -> None:  # noqa: ANN401 - as above
    """Becomes the user and runs the command; does not return."""
    code = 99
    try:
        for number, stream in enumerate((os.open(os.devnull, os.O_RDONLY), out, err)):
            os.dup2(stream, number)
        os.setsid()
        os.chdir(asked["folder"])
        os.umask(asked["umask"])
        os.environ.clear()
        os.environ |= asked["environment"]
        tempfile.tempdir = None  # the one that was found for another user
        os.setgroups(asked["groups"])
        os.setresgid(asked["user"], asked["user"], asked["user"])
        os.setresuid(asked["user"], asked["user"], asked["user"])
        code = main(asked["arguments"])
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _ended(child: int) -> int | None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def _serve() -> None:
    _load_all()
    from clustercalls.cli.app import main

    answers = os.fdopen(os.dup(1), "w")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    errors = os.dup(2)
    os.dup2(nowhere, 2)
    _warm(main)
    os.dup2(errors, 2)
    for line in sys.stdin:
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            child = os.fork()
            if child == 0:
                _child(main, json.loads(line), out.fileno(), err.fileno())
            code = _ended(child)
            said = []
            for each in (out, err):
                each.seek(0)
                said.append(each.read().decode(errors="replace"))
        print(json.dumps([code, *said]), file=answers, flush=True)


if __name__ == "__main__":
    _serve()
