"""A slip in a file hides one entry, on the command line: thirty entries, a file that is not TOML."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run

HEAD = 'schema = 1\n\n[defaults]\nzone = "Europe/Rome"\nsource = { title = "Notes", date = 2031-01-01 }\n'
AS_OF = ("--as-of", "2031-01-02")


def calls(count: int = 30) -> list[str]:
    return [
        f'\n[[call]]\nid = "call-{n:02}"\ntitle = "Call {n}"\ndeadline = 2031-03-{n % 28 + 1:02}T17:00:00\n'
        for n in range(count)
    ]


def test_of_thirty_entries_with_one_broken_line_29_are_shown(
    run: Run, registry: Callable[[str], Path]
) -> None:
    its = calls()
    its[7] = its[7].replace("2031-03-08T17:00:00", "8.3.2031")
    path = registry(HEAD + "".join(its))
    ran = run("upcoming", "-r", path, *AS_OF, "--columns", "id", "--no-header")
    assert ran.code == 3
    assert ran.out.split() == sorted(
        (f"call-{n:02}" for n in range(30) if n != 7), key=lambda name: (int(name[-2:]) % 28, name)
    )
    assert ran.err.startswith(f"{path}:45: broken-toml: call-07: ")
    assert run("show", "call-07", "-r", path).code == 3  # it is there, and cannot be read
    assert run("check", path).code == 1


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize(
    ("wrong", "offset"), [(b"Citt\xe0", 4), (b"F\xf6rderung \xe4", 1), (b"\x93Soil\x94", 0), (b"\xe2\x80", 0)]
)
def test_a_byte_that_is_not_utf8_hides_one_entry_of_thirty(
    wrong: bytes, offset: int, mark: bytes, run: Run, registry: Callable[[str], Path]
) -> None:
    path = registry("")
    # What is UTF-8 in several bytes stands above it.
    its = [each.replace("Call", "Città").encode() for each in calls()]
    its[7] = its[7].replace("Città".encode(), wrong)
    path.write_bytes(mark + HEAD.encode() + b"".join(its))
    before = path.read_bytes()
    place = before.index(wrong, before.index(b'"call-07"')) + offset
    ran = run("list", "-r", path, *AS_OF, "--columns", "id", "--no-header")
    assert (ran.code, len(ran.out.split()), "call-07" in ran.out) == (3, 29, False)
    assert ran.err.startswith(f"{path}:44: not-utf8: call-07: byte {place} is not UTF-8.")
    assert (run("check", path).code, run("show", "call-08", "-r", path).code) == (1, 3)
    assert (run("set", "call-08", "owner=a", "-r", path).code, path.read_bytes()) == (3, before)


def test_edits_of_a_file_that_is_not_toml_are_refused(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(HEAD + "".join(calls(3)) + "odd\n")
    before = path.read_bytes()
    for edit in (
        ("set", "call-00", "owner=anna"), ("move", "call-00/deadline", "2031-04-01"), ("confirm", "call-00"),
        ("add", "call", "--title", "X", "--deadline", "2031-05-05"), ("remove", "call-00", "--yes"),
    ):  # fmt: skip
        assert run(*edit, "-r", path).code == 3
    assert path.read_bytes() == before


@pytest.mark.parametrize("slip", ['"Europe/Rome', "Rome", '"Mars"', "5"])
def test_without_defaults_dates_have_no_countdown_and_calendars_stay(
    slip: str, run: Run, registry: Callable[[str], Path], tmp_path: Path
) -> None:
    path, calendar, folder = registry(HEAD + "".join(calls(3))), tmp_path / "c.ics", tmp_path / "vdir"
    folder.mkdir()
    exports = [("export", "ics", "-o", calendar), ("export", "vdir", folder)]
    for each in exports:
        assert run(*each, "-r", path, *AS_OF).code == 0
    before = calendar.read_bytes(), {each.name: each.read_bytes() for each in folder.iterdir()}
    told = run("remind", "-r", path, "--as-of", "2031-02-01", "--all").out
    assert "17:00 Rome" in told

    path.write_text(path.read_text().replace('"Europe/Rome"', slip).replace("2031-03-02T", "2031-03-05T"))
    rows = json.loads(run("upcoming", "-r", path, *AS_OF, "-f", "json").out)
    assert [(row["when"][:10], row["instant"], row["zone"], row["days_left"]) for row in rows] == [
        (day, None, None, None) for day in ("2031-03-01", "2031-03-03", "2031-03-05")
    ]
    assert run("show", "call-00", "-r", path, *AS_OF).out.startswith("Open. Closes Sat 1 Mar 2031, 17:00.\n")
    for each in exports:
        ran = run(*each, "-r", path, "--as-of", "2031-01-03")
        assert ran.code == 3
        assert "no-defaults: " in ran.err
    assert (calendar.read_bytes(), {each.name: each.read_bytes() for each in folder.iterdir()}) == before


def test_a_zone_that_cannot_be_read_for_a_while_moves_nothing(
    run: Run, registry: Callable[[str], Path]
) -> None:
    path = registry(HEAD + "".join(calls(3)))
    sound = path.read_text()
    assert "Call 2" in run("remind", "-r", path, "--as-of", "2031-02-01").out
    path.write_text(sound.replace('"Europe/Rome"', "Rome"))
    assert "Call" not in run("remind", "-r", path, "--as-of", "2031-02-02").out
    path.write_text(sound)
    assert run("remind", "-r", path, "--as-of", "2031-02-03").out == ""


def test_a_calendar_keeps_what_a_slip_hides(
    run: Run, registry: Callable[[str], Path], tmp_path: Path
) -> None:
    path, calendar = registry(HEAD + "".join(calls(3))), tmp_path / "c.ics"
    run("export", "ics", "-r", path, *AS_OF, "-o", calendar)
    before = calendar.read_bytes()
    path.write_text(path.read_text().replace("2031-03-02T17:00:00", "2 March"))
    assert run("export", "ics", "-r", path, *AS_OF, "-o", calendar).code == 3
    assert calendar.read_bytes() == before


def test_a_wrong_address_hides_no_date(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(HEAD + calls(1)[0] + "url = 'example.org'\ncontact = { phone = '1' }\n")
    ran = run("upcoming", "-r", path, *AS_OF)
    assert ran.code == 3
    assert "Sat 1 Mar 2031 17:00 Rome" in ran.out
    assert (ran.err.count("bad-address"), ran.err.count("unknown-key")) == (1, 1)
    assert run("set", "call-00", "url=https://example.org", "-r", path).code == 0  # and it can be mended


def test_a_conflict_is_named_with_its_lines(run: Run, registry: Callable[[str], Path]) -> None:
    first, second, third = calls(3)
    path = registry(f"{HEAD}{first}<<<<<<< HEAD{second}======={third}>>>>>>> theirs\n")
    ran = run("upcoming", "-r", path, *AS_OF, "--columns", "id", "--no-header")
    assert (ran.code, ran.out.strip()) == (3, "call-00")
    assert f"{path}:11: merge-conflict: a merge conflict, lines 11 to 21." in ran.err
