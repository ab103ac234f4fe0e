"""What is not sure of a draft is asked: the likely answer is an empty line, and what was left out is said."""

from pathlib import Path

import pytest
import tomli

from terminals import Terminal

NOW = ("--as-of", "2027-01-12")
ROLE_IN_DOUBT = """\
# Soil health living labs

Call for proposals. The deadline is 14 May 2027, other than that of the previous call.
"""
BUDGET_IN_DOUBT = """\
# Soil health living labs

Call for proposals. The deadline is 14 May 2027.

The total budget is estimated at EUR 400,000 for strand 1, and EUR 5,390,000 for strand 2.
"""
ASKED = "accept / edit / skip / quit [skip]: "


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text("# ours\n")
    return path


@pytest.mark.parametrize(("typed", "kept"), [("", "2027-05-14"), ("1 June 2027", "2027-06-01"), ("n", None)])
def test_a_day_of_which_only_the_role_is_in_doubt_is_the_default(
    tmp_path: Path, registry: Path, typed: str, kept: str | None
) -> None:
    report = tmp_path / "report.md"
    report.write_text(ROLE_IN_DOUBT)
    terminal = Terminal("import", report, "-r", registry, *NOW)
    terminal.answer(ASKED, "a")
    terminal.answer("Take 14 May 2027? [Y/n] Or type another day", typed)
    assert terminal.end() == 0
    (call,) = tomli.loads(registry.read_text())["call"]
    assert str(call.get("deadline")) == str(kept)
    assert ("Left out: deadline: 14 May 2027" in terminal.seen) is (kept is None)


def test_what_is_accepted_is_taken_by_an_empty_line(tmp_path: Path, registry: Path) -> None:
    report = tmp_path / "report.md"
    report.write_text(BUDGET_IN_DOUBT)
    terminal = Terminal("import", report, "-r", registry, *NOW)
    terminal.answer(ASKED, "a")
    for prompt in ("Take it? [Y/n]: ", "Take it? [Y/n]: ", "Take it? [y/N]: ", "Take it? [y/N]: "):
        terminal.answer(prompt, "")  # of several budgets the first, unless somebody says another
    assert terminal.end() == 0
    assert tomli.loads(registry.read_text())["call"][0]["budget"] == 400_000
    assert "Left out: budget: 5_390_000; currency: " in terminal.seen
