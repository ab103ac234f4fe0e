"""From what a person names to files and their texts."""

from pathlib import Path

import pytest

from clustercalls.errors import InputRefused
from clustercalls.registry.paths import decode, decode_in_part, decoded, expand, is_registry


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "calls"
    folder.mkdir()
    for name in ("b.toml", "a.toml", ".hidden.toml", "notes.txt", "a.toml.removed", "C.TOMLX"):
        (folder / name).touch()
    (folder / "inner").mkdir()
    (folder / "inner" / "c.toml").touch()
    return folder


def test_the_order_is_that_of_the_names_whatever_the_disk_says(tmp_path: Path) -> None:
    names = [f"{letter}.toml" for letter in "qwertyuiopasdfghjklzxcvbnm"]
    for name in names:
        (tmp_path / name).touch()
    assert [each.name for each in expand((tmp_path,))[0]] == sorted(names)


def test_a_folder_stands_for_its_registries_by_name_and_not_for_folders_in_it(folder: Path) -> None:
    assert expand((folder,)) == ([folder / "a.toml", folder / "b.toml"], [])


def test_each_file_is_read_once_however_often_it_is_named(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(folder / "b.toml")
    found, problems = expand((link, folder, folder / "inner" / ".." / "a.toml"))
    assert (found, problems) == ([link, folder / "a.toml"], [])


def test_what_is_not_there_is_left_to_who_reads_it(tmp_path: Path) -> None:
    assert expand((tmp_path / "none.toml",)) == ([tmp_path / "none.toml"], [])


def test_one_bad_path_does_not_hide_the_others(folder: Path, tmp_path: Path) -> None:
    empty, loop = tmp_path / "empty", tmp_path / "loop"
    empty.mkdir()
    loop.symlink_to(loop)
    found, problems = expand((empty, loop, Path("a\0b"), folder))
    assert found[-2:] == [folder / "a.toml", folder / "b.toml"]
    assert problems[0].code == "empty-folder"
    assert {each.code for each in problems[1:]} <= {"unreadable"}


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("calls.toml", True), ("toml", False), (".toml", False), (".#calls.toml", False), ("calls.TOML", True)],
)
def test_names_of_registries(name: str, is_one: bool) -> None:
    assert is_registry(name) is is_one


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"", ""), (b"\xef\xbb\xbf# \xc3\xa8\r\n", "# è\r\n"), (b"a\xef\xbb\xbf", "a\ufeff")],
)
def test_a_byte_order_mark_is_no_part_of_a_text(data: bytes, text: str, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_bytes(data)
    assert decoded(path) == decode(data, path) == text


@pytest.mark.parametrize(
    ("data", "line", "offset"),
    [(b"\xff", 1, 0), (b"a\nb\n\xff", 3, 4), (b"\xef\xbb\xbfa\n\xff", 2, 5), (b"\xff\n\n", 1, 0)],
)
def test_what_is_not_utf8_is_told_by_line_and_byte(data: bytes, line: int, offset: int) -> None:
    with pytest.raises(InputRefused) as refused:
        decode(data, Path("calls.toml"))
    found = refused.value.problem
    assert (found.code, found.place.line, dict(found.values)["offset"]) == ("not-utf8", line, str(offset))


def test_what_is_not_utf8_is_half_a_character_each() -> None:
    text, wrong = decode_in_part(b"\xef\xbb\xbfCitt\xc3\xa0, Citt\xe0", Path("calls.toml"))
    assert text == "Citt\u00e0, Citt\udce0"
    assert wrong is not None
    assert (wrong.code, dict(wrong.values)["offset"]) == ("not-utf8", "15")
    assert decode_in_part(b"a", Path("calls.toml")) == ("a", None)
