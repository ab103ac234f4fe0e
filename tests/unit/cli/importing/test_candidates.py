"""Calendars of others are taken, our own exports are not."""

from pathlib import Path

import tomli

from conftest import Run


def test_our_own_export_is_left_out(run: Run, tmp_path: Path) -> None:
    registry = tmp_path / "calls.toml"
    registry.write_text(
        '[[call]]\nid = "soil"\ntitle = "Soil"\nchecked = 2027-01-10\ndeadline = 2027-04-04\n'
    )
    calendar = tmp_path / "own.ics"
    run("export", "ics", "-o", calendar, "-r", registry, "--as-of", "2027-01-10")
    assert "Soil" in calendar.read_text()
    ran = run("import", calendar, "-r", registry, "--as-of", "2027-01-10")
    assert (ran.code, tomli.loads(ran.out)) == (0, {})
