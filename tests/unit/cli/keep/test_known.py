"""Of the files in use those are known that can be read; an entry is meant by what is its alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.keep.desk import Desk, Editing, open_desk
from clustercalls.cli.keep.known import address_in, known_to, still
from clustercalls.cli.options import Common
from clustercalls.errors import InputRefused, UsageRefused
from samples import BAD, SAMPLE

Write = Callable[..., Path]


def desk_of(*paths: Path) -> Desk:
    return open_desk("set", Common(registry=list(paths)), "2017-03-01", Editing())


def test_a_folder_without_any_file_is_told_beside_others(
    registry: Write, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    known = known_to(desk_of(registry(SAMPLE), empty))
    assert (len(known.documents), known.code) == (1, 3)
    assert capfd.readouterr().err.startswith(f"{empty}: empty-folder: ")
    with pytest.raises(InputRefused):
        address_in(known, "nobody")


def test_a_file_that_cannot_be_read_is_told_beside_others_and_alone_refused(
    registry: Write, capfd: pytest.CaptureFixture[str]
) -> None:
    good, bad = registry(SAMPLE), registry("a = [", "bad.toml")
    assert [each.path for each in known_to(desk_of(good, bad)).documents] == [good]
    assert "broken-toml" in capfd.readouterr().err
    assert known_to(desk_of(good, bad), but=bad).documents[0].path == good
    assert capfd.readouterr().err == ""
    with pytest.raises(InputRefused):
        known_to(desk_of(bad))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("chains", "chains"),
        ("CHAINS", "chains"),
        ("chai", "chains"),
        ("a", ""),
        ("nobody", ""),
        ("bad", "bad"),
    ],
)
def test_an_entry_by_any_part_that_is_its_alone(registry: Write, name: str, found: str) -> None:
    every = known_to(desk_of(registry(BAD)))
    if found:
        assert address_in(every, name)[1].id == found
    else:
        with pytest.raises(UsageRefused):
            address_in(every, name)


def test_of_one_id_in_two_files_it_is_asked_which(registry: Write) -> None:
    every = known_to(desk_of(registry(SAMPLE), registry(SAMPLE, "other.toml")))
    with pytest.raises(UsageRefused):
        address_in(every, "chains")
    twice = known_to(desk_of(registry(SAMPLE + SAMPLE[SAMPLE.index("[[call]]") :])))
    assert address_in(twice, "chains")[1].number == 0


def test_what_was_meant_is_sought_again_in_a_file_that_changed(registry: Write) -> None:
    desk = desk_of(registry(SAMPLE))
    opened, where = address_in(known_to(desk), "skills")
    with desk.transaction(opened) as held:
        assert still(held, opened, where) is where
    registry(SAMPLE.replace('id = "chains"', 'id = "first"').replace('id = "skills"', 'id = "gone"'))
    with pytest.raises(UsageRefused), desk.transaction(opened) as held:
        still(held, opened, where)
