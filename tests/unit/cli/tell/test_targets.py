"""The options of sending as targets: each once, no secret typed, nothing that could not be a target."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from clustercalls.cli.tell.targets import Sending, rename_commands, send, targets_of
from clustercalls.config import Config
from clustercalls.config_tables import Smtp
from clustercalls.deliver.outbox import Outbox
from clustercalls.deliver.program import Command
from clustercalls.deliver.target import Message, Target
from clustercalls.disk.ours import Ours
from clustercalls.errors import InputRefused, Refusal, UsageRefused
from clustercalls.reminders.memory import FORMAT, Memory
from commands import NOBODY
from messages import message

TODAY = date(2017, 3, 1)
CONFIG = Config(
    smtp=Smtp("mail.example.org", "calls@example.org"), notify={"team": "json://user:secret@127.0.0.1/x"}
)


@pytest.mark.parametrize(
    ("sending", "names"),
    [
        (Sending(), []),
        (Sending(mail_to=["ada@example.org", "ada@example.org"]), ["mail:ada@example.org"]),
        (Sending(notify=["team", "team"]), ["notify:team"]),
        (Sending(exec=["chat --to 'a b'"] * 2), [Command(("chat", "--to", "a b")).name]),
        (Sending(outbox=[Path("/out"), Path("/out"), Path("/in")]), ["outbox:/out", "outbox:/in"]),
    ],
)
def test_each_once(sending: Sending, names: list[str]) -> None:
    assert [each.name for each in targets_of(sending, replace(NOBODY, config=CONFIG))] == names


@pytest.mark.parametrize(
    ("sending", "config", "refusal", "code"),
    [
        ({"mail_to": ["ada@example.org"]}, Config(), InputRefused, "no-smtp"),
        ({"mail_to": ["Ada <ada@example.org>"]}, CONFIG, UsageRefused, "bad-recipient"),
        ({"mail_to": ["ada@example.org\nBcc: x@y.z"]}, CONFIG, UsageRefused, "bad-recipient"),
        ({"mail_to": ["adà@example.org"]}, CONFIG, UsageRefused, "bad-recipient"),
        ({"mail_to": ["a@b.c"]}, Config(smtp=Smtp("h", "Calls")), UsageRefused, "bad-recipient"),
        ({"notify": ["nobody"]}, CONFIG, UsageRefused, "unknown-service"),
        ({"notify": ["slack://ada:secret@host/"]}, CONFIG, UsageRefused, "secret-typed"),
        ({"exec": ["chat 'unclosed"]}, CONFIG, UsageRefused, "bad-command"),
        ({"exec": [" "]}, CONFIG, UsageRefused, "bad-command"),
    ],
)
def test_what_cannot_be_a_target(
    sending: dict[str, Any], config: Config, refusal: type[Refusal], code: str
) -> None:
    with pytest.raises(refusal) as refused:
        targets_of(Sending(**sending), replace(NOBODY, config=config))
    assert refused.value.problem.code == code
    assert "secret" not in str(refused.value.problem.values)


def test_no_folder_of_ours_is_an_outbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for folder in (tmp_path / "state" / "clustercalls", tmp_path / "state" / "clustercalls" / "new"):
        with pytest.raises(UsageRefused) as refused:
            targets_of(Sending(outbox=[folder]), NOBODY)
        assert refused.value.problem.code == "output-is-input"


def test_one_line_for_each_that_failed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    good, bad = Outbox(tmp_path / "good", Ours()), Outbox(tmp_path / "file", Ours())
    arrived: list[str] = []
    jobs: list[tuple[Target, Message]] = [(each, message("a@7d")) for each in (good, bad)]
    assert send(jobs, lambda name, _: arrived.append(name), NOBODY) is True
    assert arrived == [good.name]
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith(f"not-delivered: {bad.name}: not delivered: File exists. ")
    assert send(jobs[:1], lambda *_: None, NOBODY) is False


def test_a_command_remembered_by_its_whole_line_gets_the_name_it_has_now() -> None:
    new, other = Command(("chat", "--token", "x")).name, Command(("mail",)).name
    memory = Memory(FORMAT, ())
    memory.targets = {"exec:chat --token x": {}, other: {}, "stdout": {}}
    memory.errors = {"exec:chat --token x": TODAY}
    assert rename_commands(memory) is True
    assert set(memory.targets) == {new, other, "stdout"}
    assert memory.errors == {new: TODAY}
    assert rename_commands(memory) is False
