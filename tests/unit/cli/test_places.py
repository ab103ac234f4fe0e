"""`where` by texts alone says what it says by paths, and leaves to the usual way what it does not know."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustercalls.cli import app, places
from clustercalls.cli.house.where import where
from clustercalls.cli.options import Common
from clustercalls.i18n import language
from conftest import BUNDLED

OWN = ".local/share/clustercalls/calls.toml"
ODD = [
    "a.toml",
    "./a.toml",
    "b//a.toml",
    "b/./a.toml",
    "../a.toml",
    ".",
    "/",
    "//a",
    "///a",
    "a/",
    "b/..",
]


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*app.LOCALE, "XDG_CONFIG_HOME", "XDG_DATA_HOME", "CLUSTERCALLS_REGISTRY"):
        monkeypatch.delenv(name, raising=False)


def both(capfd: pytest.CaptureFixture[str], *named: str) -> tuple[str, str]:
    """What is said by texts, and what by paths."""
    quickly = "".join(app.files([word for each in named for word in ("-r", each)]))
    assert where(Common(registry=list(map(Path, named)) or None)) == 0
    return quickly, capfd.readouterr().out


@pytest.mark.parametrize("named", ODD)
def test_named_ones(capfd: pytest.CaptureFixture[str], named: str) -> None:
    Path("a.toml").touch()
    quickly, usual = both(capfd, named)
    assert quickly == usual
    assert quickly.startswith(f"registry  {Path(named).absolute()}  (--registry")


def test_an_empty_one_is_left_to_who_refuses_it() -> None:
    assert app.files(["-r", ""]) == app.files(["-r", "a.toml", "--registry="]) == []


@pytest.mark.parametrize("there", [(), ("calls.toml",), ("data/calls.toml",), (OWN,), ("calls.toml", OWN)])
@pytest.mark.parametrize("variable", ["", "a.toml", f"a.toml{os.pathsep}{os.pathsep}/b.toml", os.pathsep])
@pytest.mark.parametrize("home", [True, False])
def test_every_rung(
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    there: tuple[str, ...],
    variable: str,
    home: bool,
) -> None:
    for each in there:
        place = Path.home() / each if each == OWN else Path(each)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", variable)
    if not home:
        monkeypatch.delenv("HOME")
    quickly, usual = both(capfd)
    assert quickly == usual
    assert quickly


def test_ones_own_named_otherwise_is_still_ones_own(capfd: pytest.CaptureFixture[str]) -> None:
    quickly, usual = both(capfd, f"{Path.home()}/.local//share/./clustercalls/calls.toml")
    assert quickly == usual
    assert "your own" not in quickly


@given(st.text("./a", max_size=12))
def test_absolute_is_that_of_paths(text: str) -> None:
    assert places.absolute(text) == str(Path(text).absolute())


@pytest.mark.parametrize(
    "words", [["--lang", "en"], ["-c", "a"], ["x"], ["--help"], ["-r"], ["-r", "\x1b[0m"]]
)
def test_what_asks_for_more_goes_the_usual_way(words: list[str]) -> None:
    assert app.files(words) == []


def test_another_language_goes_the_usual_way(monkeypatch: pytest.MonkeyPatch) -> None:
    assert app.files([])
    monkeypatch.setenv("LANG", "it_IT.UTF-8")
    assert app.files([]) == []


def test_a_config_file_goes_the_usual_way() -> None:
    config = Path.home() / ".config/clustercalls/config.toml"
    config.parent.mkdir(parents=True)
    config.touch()
    assert app.files([]) == []


def test_what_cannot_be_told_goes_the_usual_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/" + "a" * 300)  # a name too long
    assert app.files([]) == []


def test_why_a_file_cannot_be_looked_at_is_said_beside_it() -> None:
    assert app.files(["-r", "a" * 300])[0].endswith("(--registry, File name too long)\n")


def test_where_the_current_folder_is_gone_a_path_stays_as_it_is() -> None:
    Path("gone").mkdir()
    os.chdir("gone")
    Path("../gone").rmdir()
    assert (places.absolute("calls.toml"), places.absolute("/a/./b")) == ("calls.toml", "/a/b")


def test_what_is_typed_leaves_the_config_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (places.is_typed(()), places.is_typed(("a",))) == (False, True)
    monkeypatch.setenv("CLUSTERCALLS_REGISTRY", "a")
    assert places.is_typed(())


def test_a_circle_of_links_is_nothing_that_is_there() -> None:
    Path("a").symlink_to("b")
    Path("b").symlink_to("a")
    assert places.mode_of("a") == 0
    assert places.mode_of("a\0b") == 0


def test_neither_paths_nor_structs_are_imported() -> None:
    script = (
        "import sys; from clustercalls.cli.app import main; main(['where']);"
        "sys.exit(bool({'pathlib', 'msgspec', 'typing'} & set(sys.modules)))"
    )
    environment = {"PYTHONPATH": str(Path(app.__file__).parents[2]), "HOME": "/nowhere"}
    command = [sys.executable, "-S", "-c", script]  # a development environment may import more
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr


def test_why_it_is_in_use_is_said_in_the_readers_language(tmp_path: Path) -> None:
    t = language("it")
    for named, why in ((["a.toml"], places.NAMED), ((), "questa cartella")):
        Path("calls.toml").touch()
        found = places.found_for(named)
        assert f"({why}" in "".join(places.lines(found, "", "v", t, str))
    Path("calls.toml").unlink()
    own = tmp_path / "home" / OWN
    own.parent.mkdir(parents=True)
    own.touch()
    assert "(il tuo" in "".join(places.lines(places.found_for(()), "", "v", t, str))


def test_by_which_of_its_names_it_is_the_example(tmp_path: Path) -> None:
    link, copy = tmp_path / "link.toml", tmp_path / "copy.toml"
    link.symlink_to(BUNDLED)
    copy.write_bytes(BUNDLED.read_bytes())
    assert [places.is_example(each) for each in (BUNDLED, link, copy, tmp_path / "none")] == [
        True,
        True,
        False,
        False,
    ]
