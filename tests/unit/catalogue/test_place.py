"""Where the catalogue is."""

from pathlib import Path

import pytest

from clustercalls.catalogue.place import path
from clustercalls.errors import InputRefused


def test_it_is_in_the_folder_for_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    assert path() == Path("/home/ada/.local/share/clustercalls/catalogue.sqlite3")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert path() == Path("/data/clustercalls/catalogue.sqlite3")


def test_without_a_home_there_is_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    with pytest.raises(InputRefused) as refused:
        path()
    assert refused.value.problem.code == "no-catalogue-folder"
