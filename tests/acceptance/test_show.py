"""`clustercalls show`, as it is typed; its first line answers "can we still apply?"."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BUNDLED, Run
from samples import BAD, BAD_LINE

ANSWERS = [
    ("innosup", "2016-12-02", "Open. First stage closes Tue 4 Apr 2017, in 4 months."),
    ("innosup", "2017-03-28", "Closing. First stage closes Tue 4 Apr 2017, in 7 days."),
    ("innosup", "2017-04-03", "Closing. First stage closes Tue 4 Apr 2017, tomorrow."),
    ("innosup", "2017-04-04", "Closing. First stage closes Tue 4 Apr 2017, today."),
    ("innosup", "2017-04-05", "Closed. First stage: Tue 4 Apr 2017, yesterday."),
    ("escp-s3-formal", "2016-12-02", "Not open yet. Publication: Feb–Mar 2017, in 61+ days."),
    ("escp-s3-informal", "2016-12-02", "Open, no deadline."),
    ("labels-call", "2016-12-02", "Not known."),
    ("eccp-portal", "2016-12-02", "To consult: nothing to apply for."),
]


@pytest.mark.parametrize(("name", "now", "expected"), ANSWERS)
def test_the_first_line_is_the_answer(run: Run, name: str, now: str, expected: str) -> None:
    ran = run("show", name, "-r", BUNDLED, "--as-of", now)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].startswith(expected)


CUT_OFFS = """schema = 1
[[call]]
id = "cut-offs"
title = "Cut-offs"
published = 2027-01-01
[[call.stage]]
id = "first"
kind = "deadline"
when = 2027-03-01
at = "10:00"
[[call.stage]]
id = "second"
kind = "deadline"
when = 2027-05-03
"""


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2027-03-01T09:00", "Closing. First stage closes Mon 1 Mar 2027 10:00 Brussels, today."),
        ("2027-03-01T18:00", "Open. Second stage closes Mon 3 May 2027, in 63 days."),
        ("2027-03-02", "Open. Second stage closes Mon 3 May 2027, in 62 days."),
    ],
)
def test_a_deadline_whose_hour_is_past_is_not_the_one_that_closes(
    run: Run, registry: Callable[[str], Path], now: str, expected: str
) -> None:
    path = registry(CUT_OFFS)
    assert run("show", "cut-offs", "-r", path, "--as-of", now).out.splitlines()[0] == expected


def test_everything_about_one(run: Run) -> None:
    out = run("show", "innosup", "-r", BUNDLED, "--as-of", "2016-12-02").out
    for said in ("innosup-1-2017", "H2020", "18.5 M€", "75 % for SMEs", "Nov 2016", "4 Apr 2017",
                 "date not announced", "prevista per il 4.4. 2017"):  # fmt: skip
        assert said in " ".join(out.split()), said


def test_in_italian(run: Run) -> None:
    out = run("show", "innosup", "-r", BUNDLED, "--as-of", "2017-03-28", "--lang", "it").out
    assert out.startswith("In chiusura. ")
    assert "mar 4 apr 2017, fra 7 giorni." in out.splitlines()[0]


def test_json_has_the_stages_and_the_source(run: Run) -> None:
    found = json.loads(run("show", "innosup", "-r", BUNDLED, "--as-of", "2016-12-02", "-f", "json").out)
    assert (found["id"], found["status"], found["budget"]) == ("innosup-1-2017", "open", 18_500_000)
    assert [stage["uid"] for stage in found["stages"]] == [
        "innosup-1-2017/published",
        "innosup-1-2017/first",
        "innosup-1-2017/second",
    ]
    assert "4.4. 2017" in found["source"]["quote"]


def test_several_matches_are_listed(run: Run) -> None:
    ran = run("show", "escp-s3", "-r", BUNDLED)
    assert (ran.code, ran.out) == (2, "")
    assert "escp-s3-formal-2017" in ran.err
    assert "escp-s3-informal-2016" in ran.err


@pytest.mark.parametrize(("typed", "near"), [("inosup-1-2017", "innosup-1-2017"), ("zzzzzz", "list --all")])
def test_an_unknown_id_names_the_nearest(run: Run, typed: str, near: str) -> None:
    ran = run("show", typed, "-r", BUNDLED)
    assert (ran.code, ran.out) == (2, "")
    assert near in ran.err


def test_a_whole_id_in_any_case(run: Run) -> None:
    assert run("show", "INNOSUP-1-2017", "-r", BUNDLED).code == 0


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ('url = "https://example.org/call"\nsource = { url = "https://example.org/notes" }', "call"),
        ('source = { url = "https://example.org/notes" }', "notes"),
        ('links = [{ url = "https://example.org/slides" }]', "slides"),
    ],
)
def test_its_address_is_opened_or_printed(
    run: Run, registry: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, fields: str, address: str
) -> None:
    path = registry(f'[[call]]\nid = "one"\ntitle = "One"\n{fields}\n')
    monkeypatch.delenv("BROWSER", raising=False)
    assert run("show", "one", "--open", "-r", path) == (0, f"https://example.org/{address}\n", "")
    monkeypatch.setenv("BROWSER", "true")
    assert run("show", "one", "--open", "-r", path) == (0, "", "")
    monkeypatch.setenv("BROWSER", "false")
    failed = run("show", "one", "--open", "-r", path)
    assert (failed.code, failed.out) == (4, f"https://example.org/{address}\n")
    assert failed.err.startswith("$BROWSER: no-browser: the browser false cannot open it: it ended with 1.")


def test_what_has_no_address_cannot_be_opened(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry('[[call]]\nid = "one"\ntitle = "One"\n')
    refused = run("show", "one", "--open", "-r", path)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "no-address: one has no address. clustercalls set one url=https://…\n"


def test_without_an_id(run: Run) -> None:
    assert run("show", "-r", BUNDLED).code == 2


def test_a_good_entry_beside_a_bad_one(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(BAD)
    ran = run("show", "chains", "-r", path, "--as-of", "2017-03-01")
    assert ran.code == 3
    assert ran.out.startswith("Open. Closes Tue 4 Apr 2017 17:00 Brussels, in 34 days.")
    assert ran.err.startswith(f"{path}:{BAD_LINE}: ")


@pytest.mark.parametrize("command", ["show", "changes"])
def test_an_id_sought_where_nothing_can_be_read_is_not_wrong(run: Run, tmp_path: Path, command: str) -> None:
    ran = run(command, "innosup", "-r", tmp_path / "calls.toml")
    assert (ran.code, ran.out) == (3, "")
    assert "no-registry: " in ran.err


OWN = """
[[call]]
id = "one"
title = "A call"
checked = 2017-01-31
x-contact-note = "Ask for Anna, room\\u001b[31m 3"
x-score = 5
x-big = 99999999999999999999
"x-\\u202e" = nan
source = { title = "Notes", x-page = 3 }
[call.x-steps]
first = 2017-02-01
[[call]]
id = "two"
title = "Another"
checked = 2017-01-31
"""


def test_keys_of_ones_own_are_shown(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(OWN)
    ran = run("show", "one", "-r", path, "--as-of", "2017-03-01")
    assert (ran.code, ran.err) == (0, "")
    shown = [line.removeprefix("Own keys").strip() for line in ran.out.splitlines()]
    for line in (
        "x-contact-note: Ask for Anna, room\\x1b[31m 3", "x-score: 5", "x-big: 99_999_999_999_999_999_999",
        "x-\\u202e: nan", "x-steps: { first = 2017-02-01 }",
    ):  # fmt: skip
        assert line in shown, shown
    assert "Own keys" not in run("show", "two", "-r", path).out
    assert "Chiavi personali" in run("show", "one", "-r", path, "--lang", "it").out
    found = json.loads(run("show", "one", "-r", path, "-f", "json").out)
    assert found["own"]["x-score"] == "5"
    assert list(found["own"]) == ["x-contact-note", "x-score", "x-big", "x-\u202e", "x-steps"]
    assert json.loads(run("show", "two", "-r", path, "-f", "json").out)["own"] is None


def test_a_registry_that_can_be_read_once_only(process: Run, tmp_path: Path) -> None:
    fifo = tmp_path / "calls.fifo"
    os.mkfifo(fifo)
    with subprocess.Popen(["sh", "-c", 'printf "%s" "$0" > "$1"', OWN.replace("\\", ""), fifo]):
        ran = process("show", "two", "-r", fifo)
    assert (ran.code, ran.err) == (0, "")
    assert "Another" in ran.out


def test_a_confirmation_of_a_day_to_come_is_told(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry('[[call]]\nid = "one"\ntitle = "T"\nchecked = 2027-03-02\n')
    said = "confirmed Tue 2 Mar 2027, a day still to come"
    assert said in run("show", "one", "-r", path, "--as-of", "2027-03-01").out
    assert said not in run("show", "one", "-r", path, "--as-of", "2027-03-02").out
    assert run("check", "-r", path).out == ""


HOSTILE = """
[[call]]
id = "one"
title = "title\\u001b[31m"
programme = "programme\\u001b[31m"
summary = "summary\\u001b[31m"
about = "about\\u001b[31m"
place = "place\\u001b[31m"
tags = ["tag\\u001b[31m"]
track = "track\\u001b[31m"
owner = "owner\\u001b[31m"
note = "note\\u001b[31m"
eligibility = ["who\\u001b[31m"]
funding = [{ rate = 75, for = "whom\\u001b[31m" }]
contact = { name = "name\\u001b[31m", address = "address\\u001b[31m", phones = ["phone\\u001b[31m"] }
links = [{ url = "https://a.example", title = "link\\u001b[31m" }]
checked = 2017-01-31
source = { title = "source\\u001b[31m", quote = "quote\\u001b[31m" }
x-own = "own\\u001b[31m"

[[call.stage]]
id = "first"
kind = "deadline"
title = "stage\\u001b[31m"
note = "said\\u001b[31m"
when = 2017-04-04

[[call.history]]
stage = "first"
was = 2017-03-04
why = "why\\u001b[31m"
source = "whence\\u001b[31m"
"""


@pytest.mark.parametrize("command", [("show", "one"), ("changes", "one"), ("list", "--all"), ("upcoming",),
                                     ("digest", "--pick", "one"), ("digest", "--pick", "one", "-f", "md"),
                                     ("digest", "--pick", "one", "-f", "html"), ("remind", "--all"),
                                     ("remind", "--all", "-f", "md"), ("export", "ics"), ("confirm",),
                                     ("list", "--all", "-f", "md")])  # fmt: skip
def test_no_text_of_an_entry_reaches_a_terminal_as_a_command(
    run: Run, registry: Callable[[str], Path], command: tuple[str, ...]
) -> None:
    path = registry(HOSTILE)
    ran = run(*command, "-r", path, "--as-of", "2017-03-20")
    assert (ran.code, "\x1b" in ran.out + ran.err) == (0, False)
    assert "[31m" in ran.out
