"""What a scheduler is given starts the same run from anywhere, whatever its words are written with."""

import shlex
from pathlib import Path
from typing import Any

import pytest

from clustercalls.cli.options import Common, Filters
from clustercalls.cli.registry_in_use import InUse
from clustercalls.cli.tell.schedule import scheduled
from clustercalls.cli.tell.targets import Sending
from clustercalls.errors import UsageRefused

FOUND = InUse((Path("100% ours.toml"),), "this folder")


def printed(
    capfd: pytest.CaptureFixture[str],
    scheduler: str = "cron",
    daily: str = "7:30",
    found: InUse = FOUND,
    common: Common = Common(),  # noqa: B008
    filters: Filters = Filters(),  # noqa: B008
    sending: Sending = Sending(),  # noqa: B008
    form: str = "plain",
) -> str:
    assert scheduled(scheduler, daily, found, common, filters, sending, form) == 0
    return capfd.readouterr().out


def words(line: str) -> list[str]:
    """The words of the command of a crontab line, after `remind`."""
    every = shlex.split(line.replace("\\%", "%"))
    return every[every.index("remind") + 1 :]


HERE = ["--every", "1d", "--registry", "{here}/100% ours.toml"]


@pytest.mark.parametrize(
    ("options", "more"),
    [
        ({}, []),
        ({"common": Common(config=Path("c.toml"), lang="it")}, ["--config", "{here}/c.toml", "--lang", "it"]),
        (
            {"filters": Filters(kind=["call", "event"], owner=["A b"], search="x y", due=True)},
            ["--kind", "call", "--kind", "event", "--owner", "A b", "--search", "x y", "--due"],
        ),
        (
            {"sending": Sending(mail_to=["a@b.c"], notify=["team"], outbox=[Path("out")])},
            ["--mail-to", "a@b.c", "--notify", "team", "--outbox", "{here}/out"],
        ),
        ({"form": "json"}, ["--format", "json"]),
    ],
)
def test_every_option_stands_in_it_and_every_path_is_whole(
    capfd: pytest.CaptureFixture[str], options: dict[str, Any], more: list[str]
) -> None:
    line = printed(capfd, **options)
    assert words(line) == [each.format(here=Path.cwd()) for each in (*HERE, *more)]
    assert "%" not in line.replace("\\%", "")  # at which cron ends a command


def test_a_program_is_found_from_anywhere(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("bin").mkdir()
    Path("bin/chat").touch(0o700)
    monkeypatch.setenv("PATH", "bin")
    line = printed(capfd, sending=Sending(exec=["chat 'a b'"]))
    assert words(line)[-2:] == ["--exec", f"{Path.cwd()}/bin/chat 'a b'"]
    with pytest.raises(UsageRefused) as refused:
        printed(capfd, sending=Sending(exec=["mail"]))
    assert refused.value.problem.code == "no-program"


def test_the_language_and_the_folders_of_now_go_with_it(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    monkeypatch.setenv("XDG_STATE_HOME", "/a $b")
    assert printed(capfd).startswith("30 7 * * * XDG_STATE_HOME='/a $b' LANG=it_IT.UTF-8 /")
    units = printed(capfd, "systemd")
    assert 'Environment="XDG_STATE_HOME=/a $b"\nEnvironment=LANG=it_IT.UTF-8\nExecStart=/' in units
    assert f'"{Path.cwd()}/100%% ours.toml"'.replace(f'"{Path.cwd()}', f'"{Path.cwd()}') in units


@pytest.mark.parametrize(("word", "quoted"), [('a"b', r'"a\"b"'), ("a\\b", r'"a\\b"'), ("$HOME", '"$$HOME"')])
def test_what_systemd_would_read_otherwise(capfd: pytest.CaptureFixture[str], word: str, quoted: str) -> None:
    assert printed(capfd, "systemd", filters=Filters(search=word)).split("--search ")[1].startswith(quoted)


@pytest.mark.parametrize(
    ("daily", "cron", "systemd"),
    [
        ("7:05", "5 7 * * * ", "07:05:00"),
        ("00:00", "0 0 * * * ", "00:00:00"),
        ("23:59", "59 23 * * * ", "23:59:00"),
    ],
)
def test_the_hour(capfd: pytest.CaptureFixture[str], daily: str, cron: str, systemd: str) -> None:
    assert printed(capfd, daily=daily).startswith(cron)
    assert f"OnCalendar=*-*-* {systemd}\n" in printed(capfd, "systemd", daily)


@pytest.mark.parametrize("daily", ["24:00", "7", "7:5", "07:60", "٧:30", "7:30\n"])
def test_what_is_no_hour(capfd: pytest.CaptureFixture[str], daily: str) -> None:
    with pytest.raises(UsageRefused):
        printed(capfd, daily=daily)


@pytest.mark.parametrize("scheduler", ["cron", "systemd"])
def test_a_line_break_is_refused(capfd: pytest.CaptureFixture[str], scheduler: str) -> None:
    with pytest.raises(UsageRefused) as refused:
        printed(capfd, scheduler, filters=Filters(search="a\n* * * * * b"))
    assert refused.value.problem.code == "bad-schedule"
    assert capfd.readouterr().out == ""
