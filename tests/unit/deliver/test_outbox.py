"""An outbox holds a file a key, whole or not at all; each has arrived as soon as it is there."""

from pathlib import Path

import pytest

from clustercalls.deliver.outbox import Outbox
from clustercalls.deliver.target import Failed
from messages import Arrivals, message


def test_a_file_a_key_and_one_for_the_errors_of_the_day(tmp_path: Path) -> None:
    folder, arrived = tmp_path / "deep" / "out", Arrivals()
    Outbox(folder).deliver(message("a@7d", "b@1d", problems=("broken",), whole=b"all"), arrived, 1)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == {
        "errors@2017-03-01.json": b"all",
        "a@7d.json": b'{"key":"a@7d"}\n',
        "b@1d.json": b'{"key":"b@1d"}\n',
    }
    assert arrived.keys == [(), ("a@7d",), ("b@1d",)]


def test_written_again_it_is_the_same_file_and_nothing_is_left_over(tmp_path: Path) -> None:
    (tmp_path / ".a@7d.json.xyz.tmp").write_text("of a run that was killed")
    (tmp_path / "mine.json").write_text("not ours")
    for _ in range(2):
        Outbox(tmp_path).deliver(message("a@7d"), Arrivals(), 1)
    assert {each.name for each in tmp_path.iterdir() if each.is_file()} == {"a@7d.json", "mine.json"}


def test_what_is_written_has_arrived_even_when_the_next_is_not(tmp_path: Path) -> None:
    (tmp_path / "b@1d.json").mkdir()
    arrived = Arrivals()
    with pytest.raises(Failed) as failed:
        Outbox(tmp_path).deliver(message("a@7d", "b@1d", "c@1d"), arrived, 1)
    assert arrived.keys == [("a@7d",)]
    assert failed.value.values["reason"]


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(Failed) as failed:
        Outbox(tmp_path / "out").deliver(message(), Arrivals(), 1)
    assert failed.value.values["reason"] == "File exists"


def test_its_name_is_its_whole_path() -> None:
    assert Outbox(Path("out")).name == f"outbox:{Path.cwd() / 'out'}"
