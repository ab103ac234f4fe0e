"""The config file: a person's own settings, none of them needed, each of them right or refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli

from clustercalls.config import KEYS, Config, Remind, Smtp, default_path, load
from clustercalls.errors import InputRefused, Problem

Write = Callable[[str], Path]


@pytest.fixture
def config(tmp_path: Path) -> Write:
    """A config file with this text, readable by its owner alone."""

    def write(text: str) -> Path:
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        return path

    return write


def test_without_a_file_everything_is_as_it_is() -> None:
    assert load(None) == Config()


def test_the_users_own_file_is_read_where_it_is_looked_for(tmp_path: Path) -> None:
    path = default_path()
    assert path == tmp_path / "home/.config/clustercalls/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text('lang = "it"')
    assert load(None) == Config(path, lang="it")


def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    assert (default_path(), load(None)) == (None, Config())


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_documented_with_an_example_that_is_taken(key: str, config: Write) -> None:
    example, says = KEYS[key]
    assert key in tomli.loads(example)
    assert says.endswith(".")
    name = {"forget_after": "forget_months"}.get(key, key)
    found = load(config(example))
    assert getattr(found, name) != getattr(Config(), name) or key == "forget_after"


READ: list[tuple[str, str, Any]] = [
    ("forget_after = '2y'", "forget_months", 24),
    ("forget_after = '6m'", "forget_months", 6),
    ("", "forget_months", 12),
    ("zone = 'AoE'", "zone", "AoE"),
    ("window = 'whatever'", "window", "whatever"),  # whoever uses it reads it
    ("leads = { deadline = ['7d'], event = [] }", "leads", {"deadline": ("7d",), "event": ()}),
    ("leads = { tags = { SMEs = ['1m'] } }", "tag_leads", {"smes": ("1m",)}),
    ("remind = { skip = ['a', 'b/c'] }", "remind", Remind(("a", "b/c"))),
    ("smtp = { host = 'h', from = 'f' }", "smtp", Smtp("h", "f")),
    ("notify = { team = 'slack://a' }", "notify", {"team": "slack://a"}),
]


@pytest.mark.parametrize(("text", "name", "value"), READ)
def test_a_setting_is_what_it_says(text: str, name: str, value: object, config: Write) -> None:
    assert getattr(load(config(text)), name) == value


def test_registries_are_found_from_the_folder_of_the_file_and_from_home(
    config: Write, tmp_path: Path
) -> None:
    path = config("registry = ['~/a.toml', 'b.toml', '/c.toml']")
    assert load(path).registry == (tmp_path / "home/a.toml", tmp_path / "b.toml", Path("/c.toml"))
    assert load(config("registry = 'b.toml'")).registry == (tmp_path / "b.toml",)


def refused(path: Path) -> Problem:
    with pytest.raises(InputRefused) as refusal:
        load(path)
    return refusal.value.problem


REFUSED: list[tuple[str, str, str, str]] = [  # the text, the code, the key, and a word of what is said
    ("reigstry = 'a'", "unknown-key", "reigstry", "registry"),
    ("registry = 5", "bad-type", "registry", "a path or a list of paths"),
    ("registry = ['a', 5]", "bad-type", "registry", "a path or a list of paths"),
    ("zone = 5", "bad-type", "zone", "a text"),
    ("zone = 'Mars'", "bad-type", "zone", "Europe/Rome"),
    ("lang = 'xx'", "bad-type", "lang", "en or it"),
    ("forget_after = '30d'", "bad-type", "forget_after", "months or years"),
    ("forget_after = 'soon'", "bad-type", "forget_after", "12m"),
    ("leads = { deadline = ['soon'] }", "bad-type", "leads", "30d"),
    ("leads = { deadlin = ['7d'] }", "bad-type", "leads", "deadlin"),
    ("leads = { tags = { a = ['soon'] } }", "bad-type", "leads", "soon"),
    ("leads = 5", "bad-config", "leads", "leads ="),
    ("leads = { deadline = '7d' }", "bad-config", "leads", "array"),
    ("remind = { skip = 'a' }", "bad-config", "remind", "array"),
    ("remind = { skipp = [] }", "bad-config", "remind", "skipp"),
    ("smtp = { host = 'h' }", "bad-config", "smtp", "from"),
    ("smtp = { host = 'h', from = 'f', security = 'ssl' }", "bad-config", "smtp", "smtp ="),
    ("notify = { team = 5 }", "bad-config", "notify", "notify ="),
    ("a = ", "broken-toml", "", "Mend this line"),
    ("a = " + "[" * 5_000, "broken-toml", "", ""),
]


@pytest.mark.parametrize(("text", "code", "key", "says"), REFUSED)
def test_what_cannot_be_is_refused_with_its_key(
    text: str, code: str, key: str, says: str, config: Write
) -> None:
    path = config(text)
    found = refused(path)
    assert (found.code, found.place.field, found.place.file) == (code, key, str(path))
    assert says in f"{found.message} {found.hint}"


def test_what_is_not_utf8_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b'lang = "\xe9"')
    assert refused(tmp_path / "latin.toml").code == "not-utf8"
    assert refused(tmp_path / "none.toml").code == "no-registry"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("smtp = { host = 'h', from = 'f', password = 'p' }", True),
        ("notify = { team = 'slack://a' }", True),
        ("smtp = { host = 'h', from = 'f' }", False),
        ("lang = 'it'", False),
    ],
)
@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_a_file_with_secrets_must_be_its_owners_alone(
    text: str, secret: bool, mode: int, config: Write
) -> None:
    path = config(text)
    load(path)
    path.chmod(mode)
    if secret:
        assert refused(path).code == "open-secret"
    else:
        load(path)


def test_a_password_is_never_shown() -> None:
    server = Smtp("h", "f", password="hidden")  # noqa: S106 - one that is to stay hidden
    assert "hidden" not in f"{server} {Config(smtp=server)}"
