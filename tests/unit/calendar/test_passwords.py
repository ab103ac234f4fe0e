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
from clustercalls.errors import InputRefused, UsageRefused


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
        ("pass 'unclosed", "a quote in it is not closed"),
        (" ", "it cannot be started"),
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


# What no login can be sent with, as bytes, and what is said of it.
UNFIT = {
    "bytes": (b"caf\xe9", "it is no UTF-8"),
    "half a letter": (b"\xf0\x9f\x98", "it is no UTF-8"),
    "a surrogate": (b"\xed\xa0\x80", "it is no UTF-8"),
    "a bell": (b"a\x07b", "it holds a control character"),
    "C1": ("a\x9b".encode(), "it holds a control character"),
    "a break": (b"a\rb", "it holds a control character"),
    "very long": (b"x" * 65_537, "it is longer than 64 KiB"),
}


@pytest.mark.parametrize("name", UNFIT)
@pytest.mark.parametrize("source", ["variable", "command", "keyring", "user"])
def test_what_cannot_be_sent_is_named_and_not_shown(
    source: str, name: str, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, reason = UNFIT[name]
    text = os.fsdecode(data)
    Path("secret").write_bytes(data)
    if source == "variable":
        monkeypatch.setenv(VARIABLE, text)
    elif source == "keyring":
        monkeypatch.setattr(ring, "get_password", lambda *_: text)
    command = "cat secret" if source == "command" else ""
    with pytest.raises(UsageRefused if source == "user" else InputRefused) as refused:
        password(command, "dav.example.org", text if source == "user" else "ada")
    found = refused.value.problem
    if (source, name) == ("command", "very long"):
        assert found.code == "password-command"
        return
    what = "the user" if source == "user" else "the password"
    assert (found.code, found.message) == ("bad-login", f"{what} cannot be used: {reason}")


@pytest.mark.parametrize("good", ["пароль", "a b", "\u200b", "x" * 65_536, "'\"$(x)"])
def test_any_other_text_is_a_password(good: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, good)
    assert password("", "dav.example.org", "a:b") == good


@pytest.mark.parametrize("empty", ["true", "printf ''", "echo", r"printf '\nsecret'"])
def test_an_empty_answer_is_no_password(empty: str) -> None:
    with pytest.raises(InputRefused) as refused:
        password(empty, "dav.example.org", "ada")
    assert refused.value.problem.code == "no-password"


def test_a_nul_is_refused_too() -> None:
    Path("secret").write_bytes(b"a\0b")
    with pytest.raises(InputRefused) as refused:
        password("cat secret", "dav.example.org", "ada")
    assert refused.value.problem.code == "bad-login"
