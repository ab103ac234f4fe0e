"""An introduction is read from a file; what cannot stand above a page is refused with its place."""

from pathlib import Path

import pytest

from clustercalls.cli.tell.introduction_file import introduction_of
from clustercalls.errors import InputRefused, UsageRefused
from clustercalls.limits import INTRO_BYTES


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "intro.md"


def test_its_blocks_are_those_of_its_markdown(path: Path) -> None:
    path.write_text("\ufeff# Dear members\n\nTwo calls **close**.\n")
    heading, paragraph = introduction_of(path, path.with_name("page.html"))
    assert (heading.level, heading.lines[0][0].text) == (1, "Dear members")
    assert [piece.text for piece in paragraph.lines[0] if piece.strong] == ["close"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, "no-intro"),
        (b" \n\n", "no-intro"),
        (b"caf\xe9", "not-utf8"),
        (b"a" * (INTRO_BYTES + 1), "too-large"),
    ],
)
def test_what_cannot_stand_there_is_refused(path: Path, data: bytes | None, code: str) -> None:
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputRefused) as refused:
        introduction_of(path, None)
    assert refused.value.problem.code == code


def test_the_page_never_takes_its_place_under_any_name(path: Path) -> None:
    path.write_text("Dear members")
    hard, soft = path.with_name("hard.md"), path.with_name("soft.md")
    hard.hardlink_to(path)
    soft.symlink_to(path)
    for output in (path, hard, soft):
        with pytest.raises(UsageRefused) as refused:
            introduction_of(path, output)
        assert refused.value.problem.code == "output-is-input"
