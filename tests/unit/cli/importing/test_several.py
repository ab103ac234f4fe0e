"""Several documents at once: numbered through, one act, and a bad one hides no other."""

import json
from pathlib import Path

import pytest
import tomli

from conftest import Run

NOW = ("--as-of", "2027-01-12")


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "soil.txt", tmp_path / "water.txt"]
    for path, name in zip(paths, ("Soil health labs", "Water reuse pilots"), strict=True):
        path.write_text(
            f"{name}\n\nCall for proposals. The deadline of the call is 4 April 2027, in the evening.\n"
        )
    return paths


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text("# ours\n")
    return path


def test_all_are_read_and_numbered_through(run: Run, reports: list[Path], registry: Path) -> None:
    told = json.loads(run("import", *reports, reports[0], "-r", registry, "-f", "json", *NOW).out)
    assert [(each["number"], each["title"]) for each in told["entries"]] == [
        (1, "Soil health labs"),
        (2, "Water reuse pilots"),
    ]
    only = json.loads(run("import", *reports, "-r", registry, "-f", "json", "--only", "2", *NOW).out)
    assert [each["title"] for each in only["entries"]] == ["Water reuse pilots"]


def test_they_are_one_act(run: Run, reports: list[Path], registry: Path) -> None:
    before = registry.read_bytes()
    assert run("import", *reports, "--append", "-r", registry, *NOW).code == 0
    assert len(tomli.loads(registry.read_text())["call"]) == 2
    assert run("undo", "-r", registry).code == 0
    assert registry.read_bytes() == before


def test_one_that_cannot_be_read_hides_no_other(run: Run, reports: list[Path], registry: Path) -> None:
    ran = run("import", reports[0], "missing.txt", reports[1], "-r", registry, *NOW)
    assert ran.code == 3
    assert ran.err.splitlines() == ["missing.txt: no-document: there is no such file. Check the path."] or (
        len(ran.err.splitlines()) == 1 and ran.err.startswith("missing.txt: no-document")
    )
    assert len(tomli.loads(ran.out)["call"]) == 2
    none = run("import", "missing.txt", "other.txt", "-r", registry, *NOW)
    assert (none.code, len(none.err.splitlines()), none.out) == (3, 2, "")


def test_a_page_is_of_one(run: Run, reports: list[Path], registry: Path) -> None:
    ran = run("import", *reports, "-f", "html", "-r", registry, *NOW)
    assert ran.code == 2
    assert "not-together" in ran.err
