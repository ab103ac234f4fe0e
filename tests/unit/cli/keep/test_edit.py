"""`edit` puts one entry of the same kind in the place of the one that was opened, if it is still that."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.keep.desk import Editing
from clustercalls.cli.keep.edit import edit
from clustercalls.cli.options import AsOf, Common
from clustercalls.errors import Refusal
from commands import Screen
from samples import SAMPLE

Write = Callable[[str], Path]


@pytest.fixture
def editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """An editor that runs this script on the file `$1`."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def use(script: str) -> None:
        program = tmp_path / "editor"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o700)
        monkeypatch.setenv("VISUAL", str(program))

    return use


def edited(path: Path) -> int:
    return edit(AsOf("2017-03-01"), Editing(), Common(registry=[path]), "fair")


@pytest.mark.parametrize(
    ("script", "said", "rows"),
    [
        ("sed -i 's/Fair/Trade fair/' \"$1\"", "fair edited.\n", 0),
        ('sed -i s/2017-03-11/2017-03-12/ "$1"', "fair edited; its history keeps what it was: dates.\n", 1),
        ("true", "Nothing to change: it says so already.\n", 0),
    ],
)
def test_what_moved_is_kept(
    registry: Write,
    editor: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    script: str,
    said: str,
    rows: int,
) -> None:
    path = registry(SAMPLE)
    editor(script)
    screen = Screen(monkeypatch)
    assert edited(path) == 0
    assert screen.said == said
    assert path.read_text().count("history") == rows


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (': > "$1"', "not-one-entry"),
        ('cat "$1" > both; sed s/fair/other/ both >> "$1"', "not-one-entry"),
        ("sed -i 's/event/call/' \"$1\"", "not-one-entry"),
        ("sed -i 's/Trade/Other/; s/Fair/Trade/' ../calls.toml", "changed-on-disk"),
        ('sed -i \'s/^id = "fair"/id = "gone"/\' ../calls.toml', "changed-on-disk"),
    ],
)
def test_what_is_not_that_entry_is_refused(
    registry: Write, editor: Callable[[str], None], script: str, code: str
) -> None:
    path = registry(SAMPLE)
    editor(f"{script}\nprintf '# mine\\n' >> \"$1\"")
    with pytest.raises(Refusal) as refused:
        edited(path)
    assert refused.value.problem.code == code
    assert "# mine" not in path.read_text()


def test_a_last_line_without_its_end_does_not_run_into_the_next_entry(
    registry: Write, editor: Callable[[str], None]
) -> None:
    path = registry(SAMPLE.replace("\n", "\r\n"))
    editor('text=$(sed s/Fair/Trade/ "$1")\nprintf %s "$text" > "$1"')
    edited(path)
    written = SAMPLE.replace("Fair", "Trade").replace("\n\n[[policy]]", "\n[[policy]]")
    assert path.read_bytes().decode() == written.replace("\n", "\r\n")
