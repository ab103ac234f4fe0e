"""What is long, in a person's own pager, started without a shell; only where the config asks for one."""

import os
import shlex
import signal
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain

USUAL = ("less", "-FRX")  # ends by itself where all fits, keeps colours, and leaves the text on the screen
OF_LESS = "FRX"  # for a `less` without options of its own, as git has it
NONE: tuple[list[str], ...] = (["cat"], [])


def shown(pieces: Iterable[bytes]) -> Iterable[bytes]:
    """Shows them in the pager, and waits for its end; what is left to show: all, where there is no pager.

    One that is left before the end is no error.
    """
    those = filter(None, pieces)
    first = next(those, None)
    if first is None:  # nothing is worth no pager
        return ()
    every = chain((first,), those)
    with _interrupts_left_to_it():
        running = _started(words(os.environ))
        if running is None:
            return every
        try:
            _feed(running, every)
        finally:
            with suppress(OSError):
                running.communicate()
    return ()


def words(environment: Mapping[str, str]) -> list[str]:
    """The program and its options: PAGER, else `less`; none where PAGER is empty, `cat`, or cannot be read.

    Nor is there one at a terminal that cannot move its cursor.
    """
    if environment.get("TERM") == "dumb":
        return []
    named = environment.get("PAGER")
    if named is None:
        return [*USUAL]
    try:
        command = shlex.split(named)
    except ValueError:  # an open quote
        return []
    return [] if command in NONE else command


def _started(arguments: list[str]) -> "subprocess.Popen[bytes] | None":
    """The pager, waiting for what it is to show; None where there is none."""
    if not arguments:
        return None
    environment = {"LESS": OF_LESS} | os.environ
    try:
        return subprocess.Popen(arguments, stdin=subprocess.PIPE, env=environment)  # noqa: S603 - as named, a list, no shell
    except (OSError, ValueError):
        return None


def _feed(running: "subprocess.Popen[bytes]", pieces: Iterable[bytes]) -> None:
    """Hands it the pieces, as long as it takes them."""
    with suppress(BrokenPipeError):
        for each in pieces:
            running.stdin.write(each)  # type: ignore[union-attr]  # it was started with one
        running.stdin.flush()  # type: ignore[union-attr]


@contextmanager
def _interrupts_left_to_it() -> Iterator[None]:
    """Lets Ctrl-C be the pager's, to which it means "back to the prompt"."""
    before = signal.signal(signal.SIGINT, _nothing)  # not SIG_IGN, which the pager would inherit
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _nothing(_number: int, _frame: object) -> None:
    """The answer to an interrupt that is meant for another."""
