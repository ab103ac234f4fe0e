"""The config file: its keys, and what is said of one that cannot be."""

from datetime import time
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from clustercalls.config import Config, File, default_path, load
from clustercalls.config_keys import KEYS
from clustercalls.config_tables import Remind, Smtp
from clustercalls.errors import InputRefused


def config(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "config.toml"
    path.write_text(text)
    path.chmod(0o600)
    return load(path)


def refusal(tmp_path: Path, text: str) -> str:
    with pytest.raises(InputRefused) as refused:
        config(tmp_path, text)
    said = refused.value.problem
    return f"{said.code}: {said.message}. {said.hint}"


def test_every_key_is_documented_and_its_example_can_be_read(tmp_path: Path) -> None:
    assert tuple(KEYS) == File.__struct_fields__
    read = config(tmp_path, "\n".join(each.example for each in KEYS.values()))
    assert read.registry == (Path("~/calls/calls.toml").expanduser(), tmp_path / "team.toml")
    assert (read.zone, read.lang, read.window, read.forget_months) == ("Europe/Rome", "it", "90d", 12)
    assert (read.leads["event"], read.tag_leads) == (("21d",), {"smes": ("90d", "7d")})
    assert read.remind == Remind(("innosup-1-2017", "escp-4i-2017/published", "matchmaking"))
    assert read.smtp == Smtp("mail.example.org", "me@example.org", 587, "starttls", "me", "…")
    assert list(read.notify) == ["team"]


def test_a_home_of_nobody_is_a_name_like_any_other(tmp_path: Path) -> None:
    read = config(tmp_path, 'registry = ["~no-such-user/calls.toml", "~"]')
    assert read.registry == (tmp_path / "~no-such-user/calls.toml", Path("~").expanduser())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("remind = { skipped = [] }", "unknown-key: unknown key `skipped`. The keys: skip."),
        ("time_zone = 'Europe/Rome'", "unknown-key: unknown key `time_zone`. Did you mean zone? There are: "),
        ("zoen = 'Europe/Rome'", "unknown-key: unknown key `zoen`. Did you mean zone? There are: registry, "),
        ('smtp = { server = "h", from = "a@b" }',
         "unknown-key: unknown key `server`. Did you mean host? There are: host, "),
        ("remind = { skip = [1] }", "bad-type: `skip` should be a list of texts, not a list with 1 in it."),
        ('smtp = { host = "h" }', "missing-key: `from` is missing. Every `smtp` needs it: add from = "),
        ('smtp = { host = "h", from = "a@b", security = "ssl" }',
         'bad-type: `security` should be starttls, tls or none, not the text "ssl".'),
        ('leads = { deadline = "7d" }',
         'bad-type: `leads` should be a table of lists of periods, not a table with the text "7d" in it.'),
        ('leads = { deadline = { a = ["7d"] } }',
         "bad-type: `leads` should be kinds of stages or entries, or tags, not deadline."),
        ('registry = ["a", 5]',
         "bad-type: `registry` should be a path or a list of paths, not a list with 5 in it."),
        ("zone = true", "bad-type: `zone` should be a text, not true."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_as_of_a_registry(tmp_path: Path, text: str, said: str) -> None:
    assert refusal(tmp_path, text).startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        'smtp = { host = "h", from = "a@b", password = 4711 }',
        'smtp = { host = "h", from = "a@b", password = ["4711"] }',
        'smtp = "smtp://me:4711@example.org"',
        'notify = "slack://4711"',
        'notify = { team = ["slack://4711"] }',
        "notify = { team = 4711 }",
    ],
)
def test_no_secret_is_quoted(tmp_path: Path, text: str) -> None:
    assert "4711" not in refusal(tmp_path, text)


def test_without_a_file_everything_is_as_it_is() -> None:
    assert load(None) == Config()


def test_the_users_own_file_is_read_where_it_is_looked_for(tmp_path: Path) -> None:
    path = default_path()
    assert path == tmp_path / "home/.config/clustercalls/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text('lang = "it"')
    assert replace(load(None), key=b"") == Config(path, lang="it")


def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    assert (default_path(), load(None)) == (None, Config())


READ: list[tuple[str, str, Any]] = [
    ("forget_after = '2y'", "forget_months", 24),
    ("forget_after = '6m'", "forget_months", 6),
    ("", "forget_months", 12),
    ("forget_after = '0m'", "forget_months", 0),
    ("alarm_at = '08:30'", "alarm_at", time(8, 30)),
    ("alarm_at = '00:00'", "alarm_at", time(0)),
    ("", "alarm_at", None),
    ("zone = 'AoE'", "zone", "AoE"),
    ("window = 'whatever'", "window", "whatever"),  # whoever uses it reads it
    ("leads = { deadline = ['7d'], event = [] }", "leads", {"deadline": ("7d",), "event": ()}),
    ("leads = { tags = { SMEs = ['1m'] } }", "tag_leads", {"smes": ("1m",)}),
    ("smtp = { host = 'h', from = 'f' }", "smtp", Smtp("h", "f")),
]


@pytest.mark.parametrize(("text", "name", "value"), READ)
def test_a_setting_is_what_it_says(text: str, name: str, value: object, tmp_path: Path) -> None:
    assert getattr(config(tmp_path, text), name) == value


REFUSED = [
    ("zone = 'Mars'", "Europe/Rome"),
    ("lang = 'xx'", "en or it"),
    ("forget_after = '30d'", "12m"),
    ("alarm_at = '24:00'", "09:00"),
    ("alarm_at = 'nine'", "09:00"),
    ("alarm_at = '08:30:15'", "09:00"),
    ("leads = { deadline = ['soon'] }", "soon"),
    ("leads = { deadlin = ['7d'] }", "deadlin"),
    ("leads = { tags = { a = ['soon'] } }", "soon"),
    ("a = ", "Mend this line"),
    ("a = " + "[" * 5_000, "Mend this line"),
]


@pytest.mark.parametrize(("text", "says"), REFUSED)
def test_a_value_that_cannot_be_is_refused_with_what_can(text: str, says: str, tmp_path: Path) -> None:
    assert says in refusal(tmp_path, text)


def test_what_is_not_utf8_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b'lang = "\xe9"')
    for name, code in (("latin.toml", "not-utf8"), ("none.toml", "no-registry")):
        with pytest.raises(InputRefused) as refused:
            load(tmp_path / name)
        assert refused.value.problem.code == code


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
    text: str, secret: bool, mode: int, tmp_path: Path
) -> None:
    config(tmp_path, text)
    path = tmp_path / "config.toml"
    path.chmod(mode)
    if not secret:
        load(path)
        return
    with pytest.raises(InputRefused) as refused:
        load(path)
    assert refused.value.problem.code == "open-secret"


def test_a_password_is_never_shown() -> None:
    server = Smtp("h", "f", password="hidden")  # noqa: S106 - one that is to stay hidden
    assert "hidden" not in f"{server} {Config(smtp=server)}"
