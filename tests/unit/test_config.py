"""The config file: its keys, and what is said of one that cannot be."""

from pathlib import Path

import pytest

from clustercalls.config import KEYS, Config, File, Remind, Smtp, load
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("remind = { skipped = [] }", "unknown-key: unknown key `skipped`. The keys: skip."),
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
