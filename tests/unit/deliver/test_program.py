"""A program is handed the message, and what it does is told without what it was called with."""

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from clustercalls.deliver.program import Command
from clustercalls.deliver.target import Failed
from clustercalls.errors import outside
from messages import Arrivals, message


def shell(script: str) -> Command:
    return Command(("/bin/sh", "-c", script))


def test_its_name_holds_no_argument() -> None:
    one, other = Command(("/opt/bin/chat", "--token", "secret")), Command(("/opt/bin/chat", "--token", "x"))
    assert one.name.startswith("exec:chat:")
    assert one.name == Command(one.arguments).name != other.name
    assert "secret" not in one.name


def test_it_reads_the_whole_message(tmp_path: Path) -> None:
    arrived = Arrivals()
    Command(("/usr/bin/tee", str(tmp_path / "seen"))).deliver(message("a", "b", whole=b"{}"), arrived, 5)
    assert (tmp_path / "seen").read_bytes() == b"{}"
    assert arrived.keys == [("a", "b")]


@pytest.mark.parametrize(
    ("command", "values"),
    [
        (shell("exit 3"), {"reason": "exit code {status}", "status": "3", "words": ""}),
        (
            shell("echo first >&2; echo last >&2; exit 1"),
            {"reason": "exit code {status}: {words}", "status": "1", "words": "last"},
        ),
        (Command(("/nowhere/chat",)), outside("No such file or directory")),
        (Command((sys.executable, "a\0b")), {"reason": "it cannot be started"}),
        (shell("sleep 9 & wait"), {"reason": "it took more than {seconds} seconds", "seconds": "0.1"}),
    ],
    ids=["fails", "fails with words", "is not there", "cannot be", "is slow"],
)  # fmt: skip
def test_what_can_go_wrong(command: Command, values: dict[str, object]) -> None:
    arrived = Arrivals()
    with pytest.raises(Failed) as failed:
        command.deliver(message(), arrived, 0.1 if "sleep" in command.arguments[-1] else 5)
    assert failed.value.values == values
    assert arrived.keys == []


LARGE = b"x" * 300_000  # more than any pipe holds


@pytest.mark.parametrize(
    ("script", "whole"),
    [
        ("cat >/dev/null; sleep 30 &", b"{}"),  # the child holds standard error
        ("cat >/dev/null; sleep 30 2>/dev/null &", b"{}"),
        ("sleep 30 <&0 & exit 0", LARGE),  # and the message, which nobody reads
        ("cat >/dev/null; exec 2>&-; sleep 0.2", LARGE),  # its pipes end before it
        ("exit 0", LARGE),
    ],
)
def test_its_own_end_counts_whatever_it_leaves_behind(script: str, whole: bytes) -> None:
    arrived, start = Arrivals(), time.monotonic()
    shell(f"echo $$ >pid; {script}").deliver(message("a", whole=whole), arrived, 10)
    took = time.monotonic() - start
    with suppress(ProcessLookupError):  # the group is the program's own
        os.killpg(int(Path("pid").read_text()), signal.SIGKILL)
    assert arrived.keys == [("a",)]
    assert took < 5


def test_what_it_said_is_told_though_a_child_may_say_more() -> None:
    with pytest.raises(Failed) as failed:
        shell("echo $$ >pid; sleep 30 & echo no >&2; exit 2").deliver(message(), Arrivals(), 10)
    os.killpg(int(Path("pid").read_text()), signal.SIGKILL)
    assert failed.value.values == {"reason": "exit code {status}: {words}", "status": "2", "words": "no"}


def test_it_may_say_more_than_is_kept() -> None:
    script = (
        "i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789 >&2; i=$((i+1)); done"
    )
    with pytest.raises(Failed) as failed:
        shell(f"{script}; echo last >&2; exit 1").deliver(message(whole=LARGE), Arrivals(), 10)
    assert failed.value.values["words"] == "last"
