"""What is to be imported, from wherever it is."""

import io
from pathlib import Path

import pytest

from clustercalls.cli.importing.reading import received
from clustercalls.errors import InputRefused, UsageRefused, WorldFailed


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"Closes 4 April")
    assert received(str(path))[:2] == (b"Closes 4 April", "report.txt")
    with pytest.raises(InputRefused):
        received(str(tmp_path / "none"))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"text")))
    assert received("-")[:2] == (b"text", "-")


def test_an_address_of_this_machine_is_refused() -> None:
    with pytest.raises(WorldFailed) as refused:
        received("http://127.0.0.1:9/report.pdf")
    assert refused.value.problem.code == "address-failed"
    assert refused.value.problem.place.file == "http://127.0.0.1:9/report.pdf"


def test_a_password_in_an_address_is_never_shown() -> None:
    with pytest.raises(UsageRefused) as refused:
        received("http://user:secret@127.0.0.1:9/report.pdf")
    assert refused.value.problem.code == "address-with-user"
    assert refused.value.problem.place.file == "http://127.0.0.1:9/report.pdf"


def test_a_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(InputRefused) as refused:
        received("-")
    assert refused.value.problem.code == "no-input"
