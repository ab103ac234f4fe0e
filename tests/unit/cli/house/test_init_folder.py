"""A registry of many hands: which paths mean one, and how a file is cut."""

from pathlib import Path

import pytest

from clustercalls.cli.house.init_folder import is_for_many, made_empty, made_from
from clustercalls.disk.ours import Ours
from clustercalls.errors import InputRefused
from clustercalls.i18n import ENGLISH
from clustercalls.registry.read import load

TEXT = """# of the file
schema = 1

# of a
[[call]]
id = "a"
title = "A"  # behind

[[call.stage]]
kind = "deadline"
when = 2027-04-06

[days_off]
2027-03-29 = "Easter Monday"

# of b
[[event]]
id = "registry"
title = "B"
# the end
"""


def test_which_paths_are_folders(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert is_for_many(tmp_path)
    assert is_for_many(tmp_path / "new")
    assert not is_for_many(tmp_path / "new.toml")
    assert not is_for_many(tmp_path / "file")


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_every_byte_of_it_is_in_one_of_the_files(tmp_path: Path, eol: str, mark: bytes) -> None:
    data = mark + TEXT.replace("\n", eol).encode()
    (tmp_path / "calls.toml").write_bytes(data)
    assert made_from(tmp_path / "cut", tmp_path / "calls.toml", Ours()) == 2
    files = {each.name: each.read_bytes() for each in (tmp_path / "cut").iterdir()}
    assert sorted(files) == ["a.toml", "registry-entry.toml", "registry.toml"]
    assert files["a.toml"].startswith(f"{eol}# of a{eol}[[call]]".encode())
    assert files["registry-entry.toml"].startswith(f"{eol}# of b{eol}[[event]]".encode())
    assert sum(map(len, files.values())) == len(data)
    assert [each.id for each in load((tmp_path / "cut",)).entries] == ["a", "registry"]


@pytest.mark.parametrize(
    "text",
    [
        '[[call]]\nid = "A b"\ntitle = "A"\n',
        '[[call]]\ntitle = "A"\n',
        'call = [{ id = "a", title = "A" }]\n',
    ],
)
def test_what_cannot_be_cut(tmp_path: Path, text: str) -> None:
    (tmp_path / "calls.toml").write_text(text)
    with pytest.raises(InputRefused) as refused:
        made_from(tmp_path / "cut", tmp_path / "calls.toml", Ours())
    assert refused.value.problem.code == "not-cut"
    assert not (tmp_path / "cut").exists()


def test_one_without_entries(tmp_path: Path) -> None:
    made_empty(tmp_path / "new", "office-1", Ours(), ENGLISH)
    registry = load((tmp_path / "new",), warnings=True)
    assert (registry.name, registry.problems, registry.entries) == ("office-1", (), ())
