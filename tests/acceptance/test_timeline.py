"""The coming year as a picture: `upcoming --timeline` at a terminal, and `export svg`."""

from xml.etree import ElementTree as ET

import pytest

from clustercalls.render.width import width
from conftest import BUNDLED, Run
from terminals import here

AS_OF = ("--as-of", "2016-12-02")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("columns", [60, 80, 140])
@pytest.mark.parametrize("language", ["en", "it"])
def test_the_timeline_fits_its_terminal(columns: int, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("COLUMNS", raising=False)
    asked = ("upcoming", "--timeline", "--kind", "call", *AS_OF, "-r", str(BUNDLED), "--lang", language)
    code, seen = here(*asked, columns=columns)
    lines = seen.splitlines()
    assert code == 0
    assert max(map(width, lines)) <= columns
    innosup = next(each for each in lines if each.startswith("Innosup-1"))
    window = next(each for each in lines if each.startswith("ESCP4S3, formal"))
    assert innosup.index("│") < innosup.index("█") < innosup.index("◆")
    assert window.index("░") < window.index("▓") < innosup.index("◆")
    assert "\x1b" not in seen


def test_colours_are_for_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    asked = ("upcoming", "--timeline", *AS_OF, "-r", str(BUNDLED))
    assert "\x1b[1;31m◆" in here(*asked, columns=80)[1]
    ran = run(*asked)
    assert (ran.code, ran.err, "\x1b" in ran.out) == (0, "", False)
    assert max(map(width, ran.out.splitlines())) <= 80


def test_another_format_is_refused(run: Run) -> None:
    ran = run("upcoming", "--timeline", "-f", "json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("not-together: --timeline goes with no --format.")


def test_the_picture_shows_the_example_as_its_notes_tell_it(run: Run) -> None:
    ran = run("export", "svg", *AS_OF, "-r", str(BUNDLED))
    assert (ran.code, ran.err) == (0, "")
    root = ET.fromstring(ran.out.encode())  # noqa: S314 - of our own making
    told = [each.text or "" for each in root.iter(f"{SVG}title")]
    [innosup] = [each for each in told if each.startswith("Innosup-1")]
    assert "first stage: Tue 4 Apr 2017" in innosup
    assert "; open; publication: Nov 2016;" in innosup
    texts = [each.text for each in root.iter(f"{SVG}text")]
    assert {"4 Apr", "Feb–Mar 2017", "1–2 Dec 2016", "today, 2 Dec 2016"} <= set(texts)
    classes = [each.get("class") for each in root.iter() if each.get("class")]
    assert classes.count("deadline") == 2  # one of them in the legend
    assert "doubt" in classes
