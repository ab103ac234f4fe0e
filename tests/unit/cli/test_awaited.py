import pytest

from clustercalls.cli.awaited import awaited


def test_what_is_awaited_is_in_sight_until_it_has_come(capsys: pytest.CaptureFixture[str]) -> None:
    with awaited("https://p.example", shown=True):
        assert capsys.readouterr().err == "\r\x1b[Khttps://p.example"
    assert capsys.readouterr().err == "\r\x1b[K"


def test_the_line_is_taken_away_when_it_fails_and_nothing_is_shown_to_nobody(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(OSError, match="gone"), awaited("x", shown=True):
        raise OSError("gone")
    assert capsys.readouterr().err == "\r\x1b[Kx\r\x1b[K"
    with awaited("x", shown=False):
        pass
    assert capsys.readouterr().err == ""
