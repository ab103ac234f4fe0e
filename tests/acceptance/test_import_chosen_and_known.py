"""Which of what stands there is taken, from where, and what is said of what is known by now."""

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import tomli

from conftest import Run
from terminals import Terminal

NOW = ("--as-of", "2027-01-12")
THREE = "Title,Deadline,Link\n" + "".join(
    f"{name},2027-0{month}-14,https://example.org/{name}\n"
    for name, month in (("Soil", 4), ("Water", 5), ("Air", 6))
)
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:{name}@x\r\nSUMMARY:{name}\r\n"
    "DTSTART;VALUE=DATE:20270606\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "three.csv"
    path.write_text(THREE)
    return path


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "calls.toml"
    path.write_text("")
    return path


@pytest.mark.parametrize(
    ("only", "titles"),
    [("1-2", ["Soil", "Water"]), ("3, 1", ["Air", "Soil"]), ("2-3,2", ["Water", "Air"]), ("all", 3)],
)
def test_only_these(run: Run, table: Path, only: str, titles: list[str] | int) -> None:
    made = [each["title"] for each in tomli.loads(run("import", table, "--only", only, *NOW).out)["call"]]
    assert titles in (made, len(made))


@pytest.mark.parametrize("only", ["", ",", "1,", "3-1", "1-9", "x"])
def test_only_nothing_is_not_all(run: Run, table: Path, only: str) -> None:
    ran = run("import", table, "--only", only, *NOW)
    assert (ran.code, ran.out) == (2, "")
    assert "There are: 1, 2, 3" in ran.err


def test_a_folder_of_calendars(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    folder.mkdir()
    refused = run("import", folder, *NOW)
    assert refused.code == 3
    assert "vdir: no-calendars: " in refused.err
    for name in ("soil", "water"):
        (folder / f"{name}.ics").write_text(CALENDAR.format(name=name))
    (folder / "color").write_text("#ff0000")
    made = tomli.loads(run("import", folder, *NOW).out)
    assert [each["title"] for each in made["event"]] == ["soil", "water"]


def test_append_says_what_differs(run: Run, table: Path, registry: Path) -> None:
    run("import", table, "--append", "-r", registry, *NOW)
    table.write_text(THREE.replace("2027-04-14", "2027-04-21"))
    out = run("import", table, "--append", "-r", registry, *NOW).out
    assert out.splitlines()[0] == "1. Soil: known already, soil"
    assert out.splitlines()[1] == "   soil/deadline: 14 Apr → 21 Apr 2027 (+7 days)"
    assert out.splitlines()[2] == "2. Water: known already, water"


def test_a_row_has_no_sentence(table: Path, registry: Path) -> None:
    terminal = Terminal("import", table, "--only", "1", "-r", registry, *NOW)
    terminal.waits("accept / edit / skip / quit [skip]: ")
    shown = terminal.seen
    terminal.answer("[skip]: ", "q")
    assert terminal.end() == 0
    assert "deadline: 14 Apr 2027" in shown
    assert "“Soil”" not in shown
    assert "source" not in shown


def test_what_another_added_meanwhile(table: Path, registry: Path) -> None:
    terminal = Terminal("import", table, "--only", "1", "-r", registry, *NOW)
    terminal.waits("accept / edit / skip / quit [skip]: ")
    registry.write_text('[[call]]\nid = "s"\ntitle = "Soil"\nurl = "https://example.org/Soil"\n')
    terminal.answer("[skip]: ", "a")
    terminal.waits("kept-meanwhile: `s` has this title and this address by now. Import it once more")
    assert terminal.end() == 2


def test_a_document_without_a_name(run: Run, registry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Soil health\n\nCall for proposals. The deadline of the call is 4 April 2027.\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    out = run("import", "-", "-r", registry, *NOW).out
    assert tomli.loads(out)["call"][0]["source"]["title"] == "Soil health"


def test_the_same_report_imported_at_once_is_added_once(process: Run, tmp_path: Path) -> None:
    report, registry = tmp_path / "call.txt", tmp_path / "calls.toml"
    report.write_text("Call for proposals Alpha Clusters\n\nDeadline: 5 April 2027\n")
    registry.touch()
    with ThreadPoolExecutor(4) as several:
        codes = [
            several.submit(process, "import", report, "--append", "-r", registry, *NOW) for _ in range(4)
        ]
    assert {code.result().code for code in codes} <= {0, 2}
    assert len(tomli.loads(registry.read_text())["call"]) == 1


def test_what_cannot_be_written_is_counted_as_left_and_ends_the_asking(table: Path, tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    registry = folder / "calls.toml"
    registry.touch()
    terminal = Terminal("import", table, "-r", registry, *NOW)
    terminal.waits("accept / edit / skip / quit [skip]: ")
    registry.unlink()
    folder.rmdir()
    folder.touch()
    terminal.answer("[skip]: ", "a")
    terminal.waits("left as they are: 3")
    assert terminal.end() in {3, 4}
