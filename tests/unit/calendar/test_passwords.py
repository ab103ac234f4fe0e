"""A password comes from the environment, else a command, else the keyring; what failed is said without it."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from clustercalls.calendar.passwords import VARIABLE, password
from clustercalls.errors import InputRefused


class Ring(KeyringBackend):
    """A keyring with one password, or a locked one."""

    priority = 1.0
    locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise keyring.errors.KeyringLocked
        return "of the ring" if (service, username) == ("dav.example.org", "ada") else None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError


@pytest.fixture(autouse=True)
def ring() -> Iterator[Ring]:
    before, made = keyring.get_keyring(), Ring()  # type: ignore[no-untyped-call]  # as keyring has it
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_which_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert password("", "dav.example.org", "ada") == "of the ring"
    assert password("echo of the command", "dav.example.org", "ada") == "of the command"
    monkeypatch.setenv(VARIABLE, "of the variable")
    assert password("false", "dav.example.org", "ada") == "of the variable"


@pytest.mark.parametrize(
    ("command", "found"),
    [
        (r"printf 'a b\nmore'", "a b"),
        (r"printf 'a\r\n'", "a"),
        ("printf '$HOME; *'", "$HOME; *"),  # no shell is between
    ],
)
def test_the_first_line_of_what_a_command_prints(command: str, found: str) -> None:
    assert password(command, "dav.example.org", "ada") == found


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("sh -c 'echo secret; exit 1'", "exit code 1"),
        ("/nowhere/pass", "No such file or directory"),
        ("pass 'unclosed", "ValueError"),
        (" ", "it cannot be started"),
        (r"printf '\377'", "UnicodeDecodeError"),
        ("yes secret", "its answer is larger than 64 KiB"),
    ],
)
def test_a_command_that_fails(command: str, reason: str) -> None:
    with pytest.raises(InputRefused) as refused:
        password(command, "dav.example.org", "ada")
    found = refused.value.problem
    assert (found.code, found.message) == (
        "password-command",
        f"the command for the password failed: {reason}",
    )


def test_a_child_that_a_command_leaves_behind_is_not_waited_for() -> None:
    start = time.monotonic()
    assert password("sh -c 'sleep 30 & echo $! >pid; echo secret'", "dav.example.org", "ada") == "secret"
    os.kill(int(Path("pid").read_text()), signal.SIGKILL)
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    ("command", "user", "locked"), [("true", "ada", False), ("", "eve", False), ("", "ada", True)]
)
def test_there_is_none(ring: Ring, command: str, user: str, locked: bool) -> None:
    ring.locked = locked
    with pytest.raises(InputRefused) as refused:
        password(command, "dav.example.org", user)
    assert refused.value.problem.code == "no-password"
