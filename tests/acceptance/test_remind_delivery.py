"""Reminders out into the world: to real servers on loopback, a folder, a program."""

import json
import os
import signal
import socket
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from conftest import Run
from servers import Hooked, Inbox

Registry = Callable[[str], Path]
# apprise and aiosmtpd use what Python deprecates
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
AS_OF = ("--as-of", "2027-03-01")

CALLS = """
[[call]]
id = "one"
title = "First call\\nBcc: everybody@example.org \\u001b[31m"
deadline = 2027-03-31
url = "https://example.org/one"

[[call]]
id = "two"
title = "Second “call” – à la carte"
deadline = 2027-03-30
"""


@pytest.fixture
def calls(registry: Registry) -> Path:
    return registry(CALLS)


@pytest.fixture
def hook() -> Iterator[Hooked]:
    server = Hooked()
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_mail_arrives_whole(run: Run, calls: Path, mail: Path, inbox: Inbox) -> None:
    sent = run("remind", "-r", calls, "-c", mail, *AS_OF, "--mail-to", "anna@example.org")
    assert (sent.code, sent.out, sent.err) == (0, "", "")
    ((recipients, raw),) = inbox.letters
    assert recipients == ["anna@example.org"]
    assert max(map(len, raw.splitlines())) <= 998
    assert b"\r\nFrom the registry calls.toml" in raw
    (letter,) = inbox.parsed
    assert letter["From"] == "calls@example.org"
    assert letter["To"] == "anna@example.org"
    assert letter["Bcc"] is None
    assert letter["Subject"] == "Second “call” – à la carte: in 29 days (and 1 more)"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Date"].startswith("Mon, 01 Mar 2027") or letter["Date"].startswith("Sun, 28 Feb 2027")
    assert letter.get_content_type() == "multipart/alternative"
    plain, html = letter.iter_parts()
    assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    for part in (plain, html):
        text = part.get_content()
        assert "First call Bcc: everybody@example.org" in " ".join(text.split())
        assert "\x1b" not in text
        assert "Second “call” – à la carte" in text
    assert inbox.logins == [(b"me", b"hunter2")]
    assert run("remind", "-r", calls, "-c", mail, *AS_OF, "--mail-to", "anna@example.org") == (0, "", "")
    assert len(inbox.letters) == 1


def test_a_copy_has_the_same_message_id(run: Run, calls: Path, mail: Path, inbox: Inbox) -> None:
    for _ in range(2):
        run("remind", "-r", calls, "-c", mail, *AS_OF, "--mail-to", "anna@example.org", "--all")
    run("remind", "-r", calls, "-c", mail, *AS_OF, "--mail-to", "bob@example.org", "--all")
    anna, again, bob = (letter["Message-ID"] for letter in inbox.parsed)
    assert anna == again != bob
    assert anna.endswith("@example.org>")


def test_news_of_its_own_has_an_id_of_its_own(
    run: Run, registry: Registry, mail: Path, inbox: Inbox, tmp_path: Path
) -> None:
    path = registry("")
    way = ("-c", mail, *AS_OF, "--mail-to", "anna@example.org")
    for when in ("2027-03-10", "2027-03-20", "2027-03-10", "2027-03-20", "2027-03-20\nat = 16:00"):
        stage = f'[[call.stage]]\nid = "deadline"\nkind = "deadline"\nwhen = {when}\n'
        path.write_text(f'[[call]]\nid = "one"\ntitle = "One"\n{stage}')
        assert run("remind", "-r", path, *way) == (0, "", "")
    same = tmp_path / "other.toml"
    same.write_text(path.read_text())
    assert run("remind", "-r", same, *way) == (0, "", "")
    assert run("digest", "-r", path, *way) == (0, "", "")
    assert run("digest", "-r", path, *way, "--title", "Another") == (0, "", "")
    assert run("digest", "-r", path, *way, "--pick", "one") == (0, "", "")
    assert run("digest", "-r", same, *way) == (0, "", "")
    assert len({letter["Message-ID"] for letter in inbox.parsed}) == len(inbox.letters) == 10


def test_a_copy_that_a_crash_sends_has_the_same_message_id(
    run: Run, calls: Path, mail: Path, inbox: Inbox
) -> None:
    command = ("remind", "-r", calls, "-c", mail, *AS_OF, "--mail-to", "anna@example.org")
    run("remind", "-r", calls, "-c", mail, "--as-of", "2027-01-01", "--mail-to", "anna@example.org")
    (memory,) = Path.home().glob(".local/state/clustercalls/seen-*.json")
    before = memory.read_bytes()
    run(*command)
    memory.write_bytes(before)
    run(*command)
    one, copy = (letter["Message-ID"] for letter in inbox.parsed)
    assert one == copy


@pytest.mark.parametrize("when", ["2027-03-31\nat = 17:00", "2027-03-31T17:00:00"])
def test_the_hour_stands_in_the_key_however_it_is_written(
    run: Run, registry: Registry, tmp_path: Path, when: str
) -> None:
    stage = f'[[call.stage]]\nid = "deadline"\nkind = "deadline"\nwhen = {when}\n'
    path = registry(f'[[call]]\nid = "one"\ntitle = "One"\n{stage}')
    run("remind", "-r", path, *AS_OF, "--outbox", tmp_path / "box")
    (told,) = (tmp_path / "box").iterdir()
    assert told.name == "one@30d@deadline@2027-03-31T170000.json"


def test_the_subject_names_what_changed(run: Run, registry: Registry, mail: Path, inbox: Inbox) -> None:
    path = registry("")
    way = ("-r", path, "-c", mail, *AS_OF, "--mail-to", "anna@example.org")
    day, off = "when = 2027-03-29", 'status = "cancelled"'
    for keys, when in (("", ""), ("", "when = 2027-03-31"), ("", day), (off, day), ("", day)):
        stage = f'[[call.stage]]\nid = "deadline"\nkind = "deadline"\n{when}\n'
        path.write_text(f'[[call]]\nid = "a"\ntitle = "Alpha"\n{keys}\n{stage}')
        assert run("remind", *way).code == 0
    path.write_text(path.read_text().replace("29", "28"))
    run("remind", *way, "--lang", "it")
    assert [letter["Subject"] for letter in inbox.parsed] == [
        "Alpha: date announced, in 30 days",
        "Alpha: moved, in 28 days",
        "Alpha: called off",
        "Alpha: no longer cancelled, in 28 days",
        "Alpha: spostato, fra 27 giorni",
    ]


def test_a_refused_recipient_is_tried_again_and_the_other_is_not(
    run: Run, calls: Path, mail: Path, inbox: Inbox
) -> None:
    command = (
        "remind",
        "-r",
        calls,
        "-c",
        mail,
        *AS_OF,
        "--mail-to",
        "a@example.org",
        "--mail-to",
        "b@example.org",
    )
    inbox.refusing = "b@"
    failed = run(*command)
    assert (failed.code, failed.out, failed.err.count("\n")) == (4, "", 1)
    assert "not-delivered: mail:b@example.org" in failed.err
    inbox.refusing = ""
    assert run(*command).code == 0
    assert sorted(to for (to,), _ in inbox.letters) == ["a@example.org", "b@example.org"]


def test_a_wrong_password_is_not_shown(run: Run, calls: Path, mail: Path, inbox: Inbox) -> None:
    mail.write_text(mail.read_text().replace("hunter2", "hunter3"))
    failed = run("remind", "-r", calls, "-c", mail, *AS_OF, "--mail-to", "a@example.org", "--debug")
    assert (failed.code, inbox.letters) == (4, [])
    assert "hunter" not in failed.err
    assert "535" in failed.err


def test_no_server_there(run: Run, calls: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    config = tmp_path / "config.toml"
    config.write_text(
        f'smtp = {{ host = "127.0.0.1", port = {port}, security = "none", from = "c@example.org" }}'
    )
    failed = run("remind", "-r", calls, "-c", config, *AS_OF, "--mail-to", "a@example.org")
    assert failed.code == 4
    assert "Connection refused" in failed.err
    assert "First" in run("remind", "-r", calls, *AS_OF).out


def test_starttls_is_the_rule_and_a_server_without_it_gets_no_password(
    run: Run, calls: Path, mail: Path, inbox: Inbox
) -> None:
    mail.write_text(mail.read_text().replace('security = "none", ', ""))
    assert run("remind", "-r", calls, "-c", mail, *AS_OF, "--mail-to", "a@example.org").code == 4
    assert (inbox.logins, inbox.letters) == ([], [])


@pytest.mark.parametrize(
    "address",
    ["a@example.org\nBcc: b@example.org", "nobody", "A <a@example.org>", "a@b, c@d", "è@example.org"],
)
def test_an_address_that_is_none(run: Run, calls: Path, mail: Path, address: str) -> None:
    assert run("remind", "-r", calls, "-c", mail, *AS_OF, "--mail-to", address).code == 2


def test_mail_wants_a_server(run: Run, calls: Path) -> None:
    refused = run("remind", "-r", calls, *AS_OF, "--mail-to", "a@example.org")
    assert refused.code == 3
    assert "no-smtp" in refused.err


def test_apprise_delivers(run: Run, calls: Path, hook: Hooked) -> None:
    sent = run("remind", "-r", calls, *AS_OF, "--notify", hook.address)
    assert (sent.code, sent.out, sent.err) == (0, "", "")
    (received,) = hook.received
    assert "Second “call”" in received["title"]
    assert "First call" in received["message"]
    assert run("remind", "-r", calls, *AS_OF, "--notify", hook.address).code == 0
    assert len(hook.received) == 1


def test_a_service_that_refuses_is_tried_at_the_next_run(run: Run, calls: Path, hook: Hooked) -> None:
    hook.answer = 503
    failed = run("remind", "-r", calls, *AS_OF, "--notify", hook.address)
    assert (failed.code, failed.out, failed.err.count("\n")) == (4, "", 1)
    assert "token-secret" not in failed.err
    assert "not-delivered: notify:json:" in failed.err
    hook.answer = 200
    assert run("remind", "-r", calls, *AS_OF, "--notify", hook.address) == (0, "", "")
    assert len(hook.received) == 2


def test_one_failure_does_not_stop_the_others(run: Run, calls: Path, hook: Hooked, tmp_path: Path) -> None:
    hook.answer = 500
    box = tmp_path / "box"
    command = ("remind", "-r", calls, *AS_OF, "--notify", hook.address, "--outbox", box)
    assert run(*command).code == 4
    files = sorted(path.name for path in box.iterdir())
    assert files == ["one@30d@deadline@2027-03-31.json", "two@30d@deadline@2027-03-30.json"]
    for path in box.iterdir():
        path.unlink()
    hook.answer = 200
    assert run(*command) == (0, "", "")
    assert list(box.iterdir()) == []
    assert len(hook.received) == 2


def test_a_name_of_the_config_stands_for_an_address(
    run: Run, calls: Path, hook: Hooked, tmp_path: Path
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'notify = {{ team = "{hook.address}" }}\n')
    config.chmod(0o644)  # whatever the umask
    refused = run("remind", "-r", calls, "-c", config, *AS_OF, "--notify", "team")
    assert refused.code == 3
    assert "token-secret" not in refused.err
    config.chmod(0o600)
    assert run("remind", "-r", calls, "-c", config, *AS_OF, "--notify", "team").code == 0
    assert len(hook.received) == 1
    unknown = run("remind", "-r", calls, "-c", config, *AS_OF, "--notify", "tea")
    assert unknown.code == 2
    assert "team" in unknown.err


def test_passwords_are_not_typed_and_nonsense_is_not_taken(run: Run, calls: Path) -> None:
    refused = run("remind", "-r", calls, *AS_OF, "--notify", "json://me:hunter2@127.0.0.1/")
    assert refused.code == 2
    assert "hunter2" not in refused.err
    assert run("remind", "-r", calls, *AS_OF, "--notify", "nonsense://x").code == 4
    assert run("remind", "-r", calls, *AS_OF, "--exec", "'").code == 2


def test_the_outbox_holds_one_file_each(run: Run, calls: Path, tmp_path: Path) -> None:
    box = tmp_path / "deep" / "box"
    assert run("remind", "-r", calls, *AS_OF, "--outbox", box) == (0, "", "")
    told = json.loads((box / "one@30d@deadline@2027-03-31.json").read_text())
    assert (told["uid"], told["lead"], told["days_left"]) == ("one/deadline", "30d", 30)


def test_the_outbox_gets_errors_too(run: Run, calls: Path, tmp_path: Path) -> None:
    calls.write_text(CALLS + '[[call]]\nid = "bad"\n')
    box = tmp_path / "box"
    assert run("remind", "-r", calls, *AS_OF, "--outbox", box).code == 3
    (errors,) = (path for path in box.iterdir() if path.name.startswith("errors@"))
    assert "missing-key" in json.loads(errors.read_text())["problems"][0]
    errors.unlink()
    assert run("remind", "-r", calls, *AS_OF, "--outbox", box).code == 3
    assert not errors.exists()


def test_errors_are_filed_under_the_day_of_the_registry(run_then: Run, calls: Path, tmp_path: Path) -> None:
    calls.write_text(CALLS + '[[call]]\nid = "bad"\n')
    box = tmp_path / "box"
    # half past midnight in Brussels, where the day before has not ended in UTC
    assert run_then("remind", "-r", calls, "--as-of", "2027-03-02T00:30", "--outbox", box).code == 3
    assert (box / "errors@2027-03-02.json").exists()
    calls.write_text('[defaults]\nzone = "Pacific/Auckland"\n' + calls.read_text())
    there = "2027-03-03T00:30+13:00"
    assert run_then("remind", "-r", calls, "--as-of", there, "--outbox", box).code == 3
    assert (box / "errors@2027-03-03.json").exists()


def program(tmp_path: Path, body: str) -> str:
    path = tmp_path / "tell.py"
    path.write_text(f"#!{sys.executable}\nimport json, sys, time\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_a_program_reads_json(run: Run, calls: Path, tmp_path: Path) -> None:
    body = "json.dump([sys.argv[1:], json.load(sys.stdin)], open('told.json', 'w'))"
    command = f"{program(tmp_path, body)} 'two words' '$HOME; true'"
    assert run("remind", "-r", calls, *AS_OF, "--exec", command) == (0, "", "")
    arguments, told = json.loads(Path("told.json").read_text())
    assert arguments == ["two words", "$HOME; true"]
    assert [each["id"] for each in told["reminders"]] == ["two", "one"]
    assert told["subject"].startswith("Second “call”")
    assert "First call" in told["text"]


@pytest.mark.parametrize(
    ("body", "why"), [("sys.exit('no\\nreally not')", "exit code 1: really not"), (None, "No such file")]
)
def test_a_program_that_fails(run: Run, calls: Path, tmp_path: Path, body: str | None, why: str) -> None:
    command = program(tmp_path, body) if body else "/nowhere/at-all"
    failed = run("remind", "-r", calls, *AS_OF, "--exec", command)
    assert failed.code == 4
    assert why in failed.err
    assert failed.err.endswith(". It is tried again at the next run.\n")
    for once in (("remind", "-r", calls, *AS_OF, "--all"), ("digest", "-r", calls, *AS_OF)):
        failed = run(*once, "--exec", command)
        assert failed.code == 4
        assert failed.err.endswith(". Nothing is remembered of it: run it again.\n")
    assert "First" in run("remind", "-r", calls, *AS_OF).out


@pytest.mark.parametrize("leaves", ["sleep 60 &", "sleep 60 <&0 &", "(sleep 60; echo late >&2) &"])
def test_a_program_that_leaves_a_child_behind_is_told_once(
    run: Run, calls: Path, tmp_path: Path, leaves: str
) -> None:
    path = tmp_path / "leaves.sh"
    path.write_text(f"#!/bin/sh\necho $$ >>{tmp_path}/group\ncat >>{tmp_path}/told\n{leaves}\n")
    path.chmod(0o755)
    start = time.monotonic()
    for _ in range(2):
        assert run("remind", "-r", calls, *AS_OF, "--exec", path) == (0, "", "")
    assert time.monotonic() - start < 10
    (group,) = (tmp_path / "group").read_text().split()
    os.killpg(int(group), signal.SIGKILL)  # the child was left alone


def test_what_a_program_is_given_stays_secret(run_then: Run, calls: Path) -> None:
    for code in ("1", "0"):
        command = f"sh -c 'exit {code}' Bearer-S3CRET"
        told = run_then("remind", "-r", calls, *AS_OF, "--exec", command, "--debug")
        assert (told.code, "S3CRET" in told.err) == (4 * int(code), False)
        assert told.err.startswith("not-delivered: exec:sh") == (code == "1")
    (memory,) = Path.home().glob(".local/state/clustercalls/seen-*.json")
    assert "S3CRET" not in memory.read_text()
    # what an older version remembered of it counts, and is no longer kept under that name
    kept = json.loads(memory.read_text())
    for each in ("targets",):
        kept[each] = {"exec:sh -c 'exit 1' Bearer-S3CRET": [*kept[each].values()][-1]}
    kept.pop("check")
    memory.write_text(json.dumps(kept | {"format": "clustercalls seen 1"}))  # which had no checksum
    command = "sh -c 'exit 1' Bearer-S3CRET"
    assert run_then("remind", "-r", calls, *AS_OF, "--exec", command, "--dry-run") == (0, "", "")
    assert run_then("remind", "-r", calls, *AS_OF, "--exec", command) == (0, "", "")
    assert "S3CRET" not in memory.read_text()


def test_a_title_does_nothing_to_the_subject(
    run: Run, calls: Path, mail: Path, inbox: Inbox, hook: Hooked
) -> None:
    title = "Evil\r\nBcc: x@example.org \u202etxt"
    ways = ("--mail-to", "a@example.org", "--notify", hook.address, "--exec", "sh -c 'cat > told.json'")
    assert run("digest", "-r", calls, "-c", mail, *AS_OF, *ways, "--title", title) == (0, "", "")
    (letter,), (received,) = inbox.parsed, hook.received
    safe = "Evil  Bcc: x@example.org \\u202etxt"
    assert (letter["Bcc"], letter["Subject"]) == (None, safe)
    assert (received["title"], json.loads(Path("told.json").read_text())["subject"]) == (safe, safe)


def test_the_reasons_are_said_in_italian(
    run: Run, calls: Path, mail: Path, inbox: Inbox, hook: Hooked, tmp_path: Path
) -> None:
    inbox.refusing, hook.answer = "a@", 500
    blocked = tmp_path / "file"
    blocked.touch()
    reasons = {
        ("--mail-to", "a@example.org"): "il server rifiuta il destinatario",
        ("--notify", hook.address): "il servizio l'ha rifiutato o non si è potuto raggiungere",
        ("--notify", "nonsense://x"): "apprise non conosce questo tipo di indirizzo",
        ("--exec", "false"): "codice di uscita 1",
        ("--exec", "sh -c 'echo {code} no >&2; exit 7'"): "codice di uscita 7: {code} no",
        ("--exec", "/nowhere/at-all"): "il file o la cartella non esiste",
        ("--outbox", blocked): "c'è già un file con questo nome",
        ("--outbox", blocked / "in"): "non è una cartella",
    }
    for way, reason in reasons.items():
        failed = run("remind", "-r", calls, "-c", mail, *AS_OF, "--lang", "it", *way)
        assert f": non consegnato: {reason}. Si riprova alla prossima esecuzione.\n" in failed.err


def test_slow_targets_are_given_up_and_hold_up_nobody(
    run: Run, calls: Path, tmp_path: Path, hook: Hooked, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clustercalls.deliver import together

    monkeypatch.setattr(together.deliver, "__defaults__", (2.0,))
    silent = socket.create_server(("127.0.0.1", 0))  # takes the connection and says nothing
    config = tmp_path / "config.toml"
    port = silent.getsockname()[1]
    config.write_text(
        f'smtp = {{ host = "127.0.0.1", port = {port}, security = "none", from = "c@example.org" }}'
    )
    hook.delay = 60
    slow = program(tmp_path, "time.sleep(60)")
    ways = (
        "--mail-to",
        "a@example.org",
        "--notify",
        hook.address,
        "--exec",
        slow,
        "--outbox",
        tmp_path / "box",
    )
    start = time.monotonic()
    failed = run("remind", "-r", calls, "-c", config, *AS_OF, *ways)
    assert time.monotonic() - start < 6
    assert (failed.code, failed.err.count("not-delivered")) == (4, 3)
    assert len(list((tmp_path / "box").iterdir())) == 2
    silent.close()
