"""Which day a stage is done on, as files have it, is not read as words."""

from datetime import date
from pathlib import Path

import tomli

from conftest import Run


def test_a_day_in_digits_is_taken_as_files_have_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "calls.toml"
    path.write_text('[[call]]\nid = "soil"\ntitle = "Soil"\nchecked = 2027-01-10\ndeadline = 2027-04-04\n')
    ran = run("done", "soil/deadline", "2027-03-20", "-r", path, "--as-of", "2027-03-25")
    assert ran.code == 0
    (call,) = tomli.loads(path.read_text())["call"]
    assert [each["done"] for each in call["stage"]] == [date(2027, 3, 20)]
    ahead = run("done", "soil/deadline", "2027-03-30", "-r", path, "--as-of", "2027-03-25")
    assert (ahead.code, "done-ahead" in ahead.err) == (2, True)
