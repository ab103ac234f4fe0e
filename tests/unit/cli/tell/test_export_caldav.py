"""`export caldav` asks for no password before it knows to whom it would go and what is to be sent."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.cli.tell.export_caldav import caldav
from clustercalls.cli.tell.export_select import CalendarShape
from clustercalls.errors import InputRefused, Refusal, UsageRefused, WorldFailed
from samples import SAMPLE

ASKS = "sh -c 'touch asked; echo secret'"
Write = Callable[[str], Path]


def exported(path: Path, url: str, window: str = "", command: str = ASKS, *, insecure: bool = False) -> int:
    asked = (Filters(), AsOf("2017-03-15"), CalendarShape(), Common(registry=[path]))
    return caldav(*asked, url, "ada", "", command, window, insecure=insecure)


@pytest.mark.parametrize(
    ("url", "window"),
    [
        ("ftp://dav.example.org/", ""),
        ("dav.example.org", ""),
        ("https:///calendars", ""),
        ("https://dav.example.org:99999/", ""),
        ("https://[dav.example.org/", ""),
        ("https://ada:secret@dav.example.org/", ""),
        ("https://ada@dav.example.org/", ""),
        ("https://dav.example.org/", "soon"),
    ],
)
def test_what_cannot_be_meant(registry: Write, url: str, window: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        exported(registry(SAMPLE), url, window)
    assert "secret" not in str(refused.value.problem.values)
    assert not Path("asked").exists()


@pytest.mark.parametrize(
    ("command", "refusal", "said"),
    [("false", InputRefused, "password-command"), (ASKS, Refusal, "caldav-failed")],
)
def test_then_the_password_and_then_the_server(
    registry: Write, command: str, refusal: type[Refusal], said: str
) -> None:
    with pytest.raises(refusal) as refused:
        exported(registry(SAMPLE), "http://127.0.0.1:1/calendar/", command=command)  # nobody listens there
    assert refused.value.problem.code == said
    assert Path("asked").exists() is (command == ASKS)


@pytest.mark.parametrize(
    "url", ["http://dav.example.org/", "HTTP://127.0.0.1.example.org/", "http://localhost.example.org/",
            "http://10.0.0.1/", "http://[fe80::1]/", "http://127.1/"],
)  # fmt: skip
def test_over_http_another_machine_is_not_even_looked_for(
    registry: Write, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    looked_for: list[object] = []

    def spy(*where: object, **_: object) -> list[object]:
        looked_for.append(where[0])
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", spy)
    monkeypatch.setattr(socket.socket, "connect", spy)
    with pytest.raises(UsageRefused) as refused:
        exported(registry(SAMPLE), url)
    assert refused.value.problem.code == "insecure-server"
    assert (looked_for, Path("asked").exists()) == ([], False)
    with pytest.raises(WorldFailed, match="no connection"):
        exported(registry(SAMPLE), url, insecure=True)
    assert len(looked_for) == 1
    assert Path("asked").exists()
