"""A program is handed the message, and what it does is told without what it was called with."""

import sys
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
        (shell("exit 3"), {"reason": "exit code {status}", "status": 3, "words": ""}),
        (
            shell("echo first >&2; echo last >&2; exit 1"),
            {"reason": "exit code {status}: {words}", "status": 1, "words": "last"},
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
