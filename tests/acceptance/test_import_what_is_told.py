"""What of a document cannot be taken as it is, is told by the name of the file, with what to do."""

import json
from pathlib import Path

import pytest
import tomli

from conftest import Run

NOW = ("--as-of", "2027-01-12")
CALL = {"id": "a", "title": "Soil", "deadline": "2027-05-14"}


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("broken.json", '{"call": [{"id": "a"},]}', "it is no JSON"),
        ("number.json", '{"call": [], "n": ' + "9" * 5_000 + ".}", "it is no JSON"),
        ("deep.json", "[" * 20_000, "it is nested too deep"),
        ("deep", "[" * 20_000, "it is nested too deep"),
        ("other.json", '{"a": 1}', "it is JSON of another kind"),
        ("list.json", '[{"id": "a", "title": "A", "status": "open"}]', "it is JSON of another kind"),
        ("event.json", '[{"id": "a", "title": "A", "status": null}]', "it is JSON of another kind"),
        ("empty.csv", "", "nothing stands in it"),
        ("numbers.csv", "1,2\n3,4\n", "no column is its title: 1, 2"),
        ("wide.csv", ",".join(f"c{n}" for n in range(200)) + "\n", "c10, c11, …."),
    ],
)
def test_what_it_is_not(run: Run, tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text)
    ran = run("import", tmp_path / name, *NOW)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"{name}: unlike-kind: this cannot be read as ")
    assert told in ran.err
    assert ran.err.endswith("Name what it is with --as.\n")


@pytest.mark.parametrize(
    ("column", "code", "told"),
    [
        ("foo=Bar", 2, "no-field-of-table: `foo` is no field of a table. Those that are: title, "),
        ("deadline=Bar", 3, "a.csv: no-heading: no column of it is called Bar. Those that are: Title, Fine"),
    ],
)
def test_columns_that_are_none(run: Run, tmp_path: Path, column: str, code: int, told: str) -> None:
    (tmp_path / "a.csv").write_text("Title,Fine\nSoil,2027-05-14\n")
    ran = run("import", tmp_path / "a.csv", "--column", column, *NOW)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err


def test_brackets_do_not_make_prose_an_object(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("[Soil](https://example.org/soil): the deadline is 4 April 2027.\n")
    assert run("import", tmp_path / "a.md", *NOW).code == 0


def test_hidden_characters_are_taken_out_and_told(run: Run, tmp_path: Path) -> None:
    hostile, registry = tmp_path / "evil.json", tmp_path / "calls.toml"
    call = {**CALL, "title": "So\x1bil \u202eand\x9b so on", "tags": ["a\u200bb"]}
    hostile.write_text(json.dumps({"schema": 1, "call": [call]}))
    registry.write_text("")
    ran = run("import", hostile, "--append", "-r", registry, *NOW)
    assert ran.code == 3
    assert "evil.json: hidden-taken-out: " in ran.err.replace("call a: ", "")
    assert "U+001B, U+202E, U+009B" in ran.err
    assert tomli.loads(registry.read_text())["call"][0]["title"] == "Soil and so on"
    assert run("check", "-r", registry).code == 0


@pytest.mark.parametrize(
    ("typed", "written"),
    [("2026-12", "2026-12"), ("2026-12/2027-01", "2026-12/2027-01"), ("2026-12-05", "2026-12-05")],
)
def test_a_vague_day_of_a_document_stays_vague(run: Run, tmp_path: Path, typed: str, written: str) -> None:
    (tmp_path / "a.md").write_text("# Soil\n\nThe deadline of the call is 4 April 2027.\n")
    made = tomli.loads(run("import", tmp_path / "a.md", "--dated", typed, *NOW).out)
    assert str(made["call"][0]["source"]["date"]) == written


@pytest.mark.parametrize("typed", ["0001-01-01", "9999-12-31"])
def test_a_day_of_no_century_is_told_as_such(run: Run, tmp_path: Path, typed: str) -> None:
    (tmp_path / "a.md").write_text("# Soil\n\nThe deadline of the call is 4 April 2027.\n")
    ran = run("import", tmp_path / "a.md", "--dated", typed, *NOW)
    assert ran.code == 2
    assert "only the years 1900 to 2199 are taken" in ran.err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "title,deadline\nSoil,2027-04-04\n"),
        (
            "a.ics",
            (
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:a@x\n"
                "DTSTART;VALUE=DATE:20270404\nSUMMARY:Deadline of Soil\nEND:VEVENT\nEND:VCALENDAR\n"
            ),
        ),
        (
            "a.xml",
            (
                '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>a</id>'
                "<title>Call: Soil</title><summary>The deadline of the call is 4 April 2027.</summary>"
                "</entry></feed>"
            ),
        ),
        ("a.json", '{"schema": 1, "call": [{"id": "a", "title": "Soil", "deadline": "2027-04-04"}]}'),
        ("a.txt", "Call: Soil\n\nThe deadline of the call is 4 April 2027.\n"),
    ],
)
def test_the_day_of_any_document_is_kept(run: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text.replace("\n", "\r\n") if name == "a.ics" else text)
    made = tomli.loads(run("import", tmp_path / name, "--dated", "2026-12-05", *NOW).out)
    assert str(made["call"][0]["source"]["date"]) == "2026-12-05"
