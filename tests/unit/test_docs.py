"""The pages made from the code are what the code says now."""

import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


def generate(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_generated_pages_are_current() -> None:
    ran = generate(DOCS / "generate.py", "--check")
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The script in a folder of its own, with a page that is out of date."""
    script = tmp_path / "generate.py"
    script.write_text((DOCS / "generate.py").read_text("utf-8"), "utf-8")
    (tmp_path / "errors.md").write_text("old", "utf-8")
    return script


def test_a_page_out_of_date_is_told_and_not_touched(copy: Path) -> None:
    ran = generate(copy, "errors", "--check")
    assert ran.returncode == 1
    assert "errors.md is out of date: run make docs" in ran.stderr
    assert copy.with_name("errors.md").read_text("utf-8") == "old"


def test_a_page_out_of_date_is_written(copy: Path) -> None:
    assert generate(copy, "errors").returncode == 0
    assert copy.with_name("errors.md").read_text("utf-8").startswith("# Messages\n")
    assert generate(copy, "--check").returncode == 0


def test_an_unknown_page_is_refused(copy: Path) -> None:
    ran = generate(copy, "erors")
    assert ran.returncode == 2
    assert "the pages: errors" in ran.stderr
