"""On a system that is none of ours: one line that names it, in the reader's language, and exit 3."""

import sys

import pytest

from clustercalls.cli.elsewhere import refuse


@pytest.mark.parametrize("locale", ["C", "it_IT.UTF-8"])
def test_it_names_the_system(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], locale: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert refuse() == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("unsupported: ")
    assert sys.platform in line
    assert ("non" in line.split()) is (locale != "C")
