"""How a run begins: its language, and a config that cannot be read, told or refused."""

from pathlib import Path

import pytest

from clustercalls.cli.begin import context_of
from clustercalls.cli.options import Common
from clustercalls.errors import InputRefused


def test_the_language_asked_for_then_that_of_the_config_then_the_locale(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('lang = "it"\n')
    assert context_of(Common()).t.code == "en"
    assert context_of(Common(config=settings)).t.code == "it"
    assert context_of(Common(config=settings, lang="EN")).t.code == "en"
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    assert context_of(Common()).t.code == "it"


def test_a_config_that_cannot_be_read_is_told_unless_it_is_needed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "config.toml"
    settings.mkdir()
    named = Common(config=settings, registry=[tmp_path / "calls.toml"])
    assert context_of(named).code() == 3
    assert context_of(Common(config=settings), registry=False).code() == 3
    assert capfd.readouterr().err.count(f"{settings}: config-ignored: ") == 2
    for common, needed in ((Common(config=settings), False), (named, True)):
        with pytest.raises(InputRefused) as refused:
            context_of(common, settings=needed)
        assert refused.value.problem.code == "unreadable"
    assert capfd.readouterr().err == ""
