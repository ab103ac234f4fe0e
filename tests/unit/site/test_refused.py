"""Templates of one's own that fail are told with their place."""

from pathlib import Path

import pytest

from clustercalls.errors import InputRefused
from clustercalls.site.pages import files, gone
from made_pages import publication


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("\n{% if %}", 2, "Expected an expression, got 'end of statement block'"),
        ("\n\n{{ nothing.at_all }}", 3, "'nothing' is undefined"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("{{ 1 + frame }}", 1, "unsupported operand"),
    ],
)
def test_a_template_that_fails_is_told_with_its_place(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    (tmp_path / "gone.html.j2").write_text(text)
    with pytest.raises(InputRefused) as raised:
        gone(publication([]), "a", "A", tmp_path)
    told = raised.value.problem
    assert (told.place.file, told.place.line) == (str(tmp_path / "gone.html.j2"), line)
    assert reason in told.message


def test_a_template_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.js").write_bytes(b"\xff")
    with pytest.raises(InputRefused, match="no page can be made"):
        list(files(publication([]), tmp_path))


def test_a_template_that_is_missing_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "gone.html.j2").write_text("{% include 'none.j2' %}")
    with pytest.raises(InputRefused, match="No such file") as raised:
        gone(publication([]), "a", "A", tmp_path)
    assert raised.value.problem.place.file == str(tmp_path / "none.j2")
