"""No text of a stranger acts: every injection in every field, through every output, judged by its reader.

`make hostile-text` tries each injection in each field by itself; here all stand in one registry.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import hostile
from audiences import published as files
from clustercalls.entry_fields import FIELDS
from clustercalls.errors.kinds import Severity
from clustercalls.registry import read
from hostile import CANARY, INJECTIONS
from judges import JUDGES, published, terminal
from outputs import DAY, OUTPUTS, SINCE, judged, ran, registry_of
from servers import Inbox, mail_server

HARMLESS = [f"word-{number}" for number in range(len(INJECTIONS))]


@pytest.fixture(scope="module")
def registries(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A registry of every injection in every field, and its harmless twin."""
    folder = tmp_path_factory.mktemp("hostile")
    found = folder / "evil.toml", folder / "good.toml"
    # A link where it is harmless only where it is one of the hostile text: else the twin has more of them.
    # Of one name, so that their calendars are called the same.
    found[0].write_text('name = "one"\n' + registry_of(INJECTIONS.values()))
    found[1].write_text('name = "one"\n' + registry_of(HARMLESS))
    return found


@pytest.mark.parametrize("name", OUTPUTS)
def test_no_text_acts_in_any_output(name: str, registries: tuple[Path, Path]) -> None:
    evil, twin = registries
    Path("other.toml").write_text(twin.read_text().replace("word", "other"))
    one, other = judged(OUTPUTS[name], evil), judged(OUTPUTS[name], twin)
    assert other.harm == []
    assert one.harm == []
    assert one.shape == other.shape
    assert not Path(CANARY).exists()


def test_every_field_of_an_entry_is_tried() -> None:
    tried = {*hostile.TEXTS, *hostile.ADDRESSES, *hostile.REFUSED}
    kinds = {
        "opens",
        "info_day",
        "registration",
        "interview",
        "decision",
        "dates",
        "internal",
        "starts",
        "ends",
    }
    alike = {
        "links": "links.url",
        "contact": "contact.name",
        "source": "source.title",
        "history": "history.why",
    }
    for field in FIELDS:
        key = alike.get(field.key, field.key)
        assert key in tried or key in kinds or key.startswith("grants."), key
    assert len(INJECTIONS) >= 45


@pytest.fixture
def keeper(tmp_path: Path) -> tuple[str, Path]:
    """A program that keeps all that it was given, and where."""
    kept, program = tmp_path / "kept.json", tmp_path / "keeper.py"
    program.write_text(
        "import json, os, sys\n"
        f"with open({str(kept)!r}, 'w') as file:\n"
        "    json.dump([sys.argv, dict(os.environ), json.load(sys.stdin)], file)\n"
    )
    return f"{sys.executable} {program}", kept


@pytest.fixture
def mail(tmp_path: Path) -> Iterator[tuple[Inbox, str]]:
    """A mail server on loopback, and the config that names it."""
    inbox = Inbox()
    server = mail_server(inbox, "none")
    config = tmp_path / "mail.toml"
    at = f'host = "127.0.0.1", port = {server.port}, security = "none"'
    config.write_text(f'smtp = {{ {at}, from = "calls@example.org" }}')
    config.chmod(0o600)
    yield inbox, str(config)
    server.stop()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of aiosmtpd
@pytest.mark.parametrize("command", [("remind", "--all"), ("digest", *SINCE)], ids=" ".join)
def test_no_text_acts_on_its_way_out(
    command: tuple[str, ...],
    registries: tuple[Path, Path],
    keeper: tuple[str, Path],
    mail: tuple[Inbox, str],
    tmp_path: Path,
) -> None:
    (program, kept), (inbox, config) = keeper, mail
    given = []
    for path in registries:
        outbox = tmp_path / path.stem
        targets = ("--mail-to", "a@example.org", "--outbox", str(outbox), "--exec", program)
        assert ran(*command, *DAY, "-r", str(path), "--config", config, *targets) == (0, b"", b"")
        arguments, environment, message = json.loads(kept.read_text())
        names = sorted(re.sub("@[0-9a-f]{8}", "", each.name) for each in outbox.iterdir())
        given.append((arguments, environment, JUDGES["json"](json.dumps(message).encode()), names))
    assert given[0] == given[1]
    letters = [JUDGES["mail"](content) for _, content in inbox.letters]
    assert [each.harm for each in letters] == [[], []]
    assert letters[0].shape == letters[1].shape
    assert not Path(CANARY).exists()


def test_no_text_acts_in_a_folder_of_calendars(registries: tuple[Path, Path], tmp_path: Path) -> None:
    stored = []
    for path in registries:
        folder = tmp_path / path.stem
        assert ran("export", "vdir", str(folder), *DAY, "-r", str(path)) == (0, b"", b"")
        stored.append({each.name: JUDGES["ics"](each.read_bytes()) for each in folder.iterdir()})
    assert stored[0] == stored[1]
    assert not any(each.harm for each in stored[0].values())


def test_no_text_acts_in_what_is_published(registries: tuple[Path, Path], tmp_path: Path) -> None:
    address = "https://calls.example.org/all/"
    audience = f'\n[audience.all]\nlanguages = ["en", "it"]\naddress = "{address}"\ncontacts = true\n'
    made = []
    for path in registries:
        registry = tmp_path / path.name
        registry.write_text(f"{path.read_text()}{audience}reasons = true\nquotes = true\n")
        out = tmp_path / path.stem
        done = ran("publish", str(out), *DAY, "-r", str(registry))
        assert (done.code, done.err, JUDGES["terminal"](done.out).harm) == (0, b"", [])
        made.append({name: published(name, data, address) for name, data in files(out / "all").items()})
    one, twin = made
    assert {name: each.harm for name, each in twin.items() if each.harm} == {}
    assert {name: each.harm for name, each in one.items() if each.harm} == {}
    assert {name for name in one if one[name].shape != twin[name].shape} == set()
    assert one.keys() == twin.keys()
    assert not Path(CANARY).exists()


def test_what_is_refused_is_quoted_on_one_line_and_does_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100000")  # so that a terminal breaks no line either
    path = tmp_path / "bad.toml"
    path.write_text(hostile.bad(INJECTIONS.values(), share=8))
    problems = read.load((path,), warnings=True).problems
    assert len(problems) > len(INJECTIONS) * (len(hostile.REFUSED) - 3) / 8
    for arguments, code, at_a_terminal in (
        (("check",), 1, False),
        (("check", "--strict", "--lang", "it"), 1, True),
        (("list", "--all"), 3, False),
    ):
        done = ran(*arguments, "-r", str(path), at_a_terminal=at_a_terminal)
        said = done.out if arguments[0] == "check" else done.err
        assert (done.code, JUDGES["lines"](said)) == (
            code,
            (
                [],
                len(problems)
                - (
                    0 if "check" in arguments else sum(each.severity is Severity.WARNING for each in problems)
                ),
            ),
        )
    for form, judge in {"plain": "terminal", "md": "md", "html": "html"}.items():
        done = ran("remind", *DAY, "-f", form, "-r", str(path))
        assert (done.code, JUDGES[judge](done.out).harm) == (3, [])
    assert not Path(CANARY).exists()


TYPED = (
    ("list", "{}"), ("show", "{}"), ("upcoming", "{}"), ("upcoming", "--tag", "{}"),
    ("upcoming", "--zone", "{}"), ("list", "--columns", "{}"), ("list", "--lang", "{}"),
    ("changes", "{}"), ("list", "-f", "{}"), ("upcoming", "--as-of", "{}"), ("set", "e0", "{}=1"),
    ("set", "e0", "zone={}"), ("set", "e0", "url={}"), ("set", "e0", "note={}", "--dry-run"),
    ("move", "e0/{}", "2027-03-12"), ("move", "e0", "{}"), ("remove", "{}", "--yes"), ("confirm", "{}"),
    ("add", "--title", "{}", "--dry-run"), ("add", "--title", "T", "--deadline", "{}"),
    ("digest", "--pick", "{}"), ("digest", "--title={}", *DAY), ("remind", "--mail-to", "{}"),
    ("remind", "--notify", "{}"), ("list", "--{}"),
)  # fmt: skip


@pytest.mark.parametrize("typed", TYPED, ids=" ".join)
def test_what_is_typed_is_quoted_and_does_nothing(
    typed: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    path = tmp_path / "calls.toml"
    path.write_text(registry_of(["word", "word"]))
    for number, text in enumerate((*INJECTIONS.values(), "a\udc80b")):
        if "\0" in text:  # no argument has one
            continue
        arguments = [each.format(text) for each in typed]
        done = ran(*arguments, "-r", str(path), at_a_terminal=number % 2 == 0)
        assert not terminal(done.out, "\r\n\t").harm, done
        assert not terminal(done.err, "\r\n\t").harm, done
        assert done.code in {0, 2, 3, 4}, done
    assert not Path(CANARY).exists()


NAMES = [each for each in INJECTIONS.values() if not {"/", "\0"} & set(each) and len(each.encode()) < 200]


@pytest.mark.parametrize(
    "command", [("check",), ("list", "--all"), ("set", "e0", "note=x", "--dry-run"), ("where",)]
)
def test_the_name_of_a_file_does_nothing(command: tuple[str, ...], tmp_path: Path) -> None:
    for number, name in enumerate(NAMES):
        path = tmp_path / f"{name}.toml"
        path.write_text(registry_of(["word"]) + "deadlin = 1\n")
        done = ran(*command, "-r", str(path), at_a_terminal=number % 2 == 0)
        assert not terminal(done.out + done.err, "\r\n").harm, done
        assert done.code in {0, 1, 3}, done
        path.unlink()
    assert not Path(CANARY).exists()


CONFIG = {
    "zone": "zone = {}", "lang": "lang = {}", "window": "window = {}", "forget_after": "forget_after = {}",
    "registry": "registry = {}", "leads": 'leads = {{ {} = ["1d"] }}',
    "lead": "leads = {{ deadline = [{}] }}",
    "tags": 'leads = {{ tags = {{ {} = ["1d"] }} }}', "skip": "remind = {{ skip = [{}] }}", "key": "{} = 1",
    "host": 'smtp = {{ host = {}, from = "a@example.org" }}',
    "security": 'smtp = {{ host = "x", security = {} }}',
    "sender": 'smtp = {{ host = "127.0.0.1", port = 9, security = "none", from = {} }}',
    "service": 'notify = {{ {} = "json://127.0.0.1:9" }}',
}  # fmt: skip


@pytest.mark.parametrize("key", CONFIG)
def test_a_value_of_the_config_does_nothing(key: str, tmp_path: Path) -> None:
    path, config = tmp_path / "calls.toml", tmp_path / "config.toml"
    path.write_text(registry_of(["word"]))
    for number, text in enumerate(INJECTIONS.values()):
        config.write_text(CONFIG[key].format(hostile.quoted(text)) + "\n")
        config.chmod(0o600)
        for command in (("upcoming",), ("remind", "--notify", "nobody")):
            done = ran(*command, "-r", str(path), "--config", str(config), at_a_terminal=number % 2 == 0)
            assert not terminal(done.out + done.err, "\r\n\x1b").harm, done
            assert done.code in {0, 2, 3, 4}, done
    assert not Path(CANARY).exists()


def test_a_sender_of_the_config_adds_no_header(
    mail: tuple[Inbox, str], registries: tuple[Path, Path], tmp_path: Path
) -> None:
    inbox, settings = mail
    config = tmp_path / "sender.toml"
    for text in INJECTIONS.values():
        config.write_text(
            Path(settings).read_text().replace('"calls@example.org"', hostile.quoted(f"{text}@a.example"))
        )
        config.chmod(0o600)
        done = ran(
            "remind", *DAY, "-r", str(registries[1]), "--config", str(config), "--mail-to", "a@example.org"
        )
        assert done.code in {0, 2, 3, 4}, done
    for letter in inbox.parsed:
        assert set(letter.keys()) <= {
            "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
        }  # fmt: skip
