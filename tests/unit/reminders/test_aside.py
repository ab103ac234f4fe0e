"""What cannot be believed is kept, under a name of its own."""

from pathlib import Path

import pytest

from clustercalls.reminders.aside import name_beside


@pytest.mark.parametrize(
    ("there", "name"), [([], "m.1.bad"), ([1], "m.2.bad"), ([2], "m.1.bad"), ([1, 2], "m.3.bad")]
)
def test_a_free_name(tmp_path: Path, there: list[int], name: str) -> None:
    for number in there:
        (tmp_path / f"m.{number}.bad").touch()
    assert name_beside(tmp_path / "m").name == name


def test_a_name_that_a_link_has_is_not_free(tmp_path: Path) -> None:
    (tmp_path / "m.1.bad").symlink_to("nowhere")
    assert name_beside(tmp_path / "m").name == "m.2.bad"
