"""`clustercalls set`, as it is typed."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli

from clustercalls.editing.fields import ENTRY, STAGE
from conftest import Run
from hand_written import HAND_WRITTEN, changed

Write = Callable[[str], Path]
AS_OF = ("--as-of", "2027-01-01")


def test_only_the_lines_meant(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("set", "innosup", "track=applying", "owner=anna", "note+=Anna rang.", "tags+=clusters",
              "tags-=smes", "programme=", "-r", path, *AS_OF)  # fmt: skip
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert changed(HAND_WRITTEN, path.read_text()) == [
        '-programme= "H2020"  # Horizon',
        '-    "smes",   # the small',
        '+    "clusters",',
        '+track = "applying"',
        '+owner = "anna"',
        '+note = "Anna rang."',
        "+",
        "+  [[call.history]]",
        '+  was_track = "watch"',
        "+  noticed = 2027-01-01",
    ]
    assert run("set", "innosup", "note+=Twice.", "-r", path).code == 0
    assert 'note = "Anna rang. Twice."\n' in path.read_text()


@pytest.mark.parametrize(("note", "kept"), [
    ('"""\nRing \\u00e9 first.\nWrite.\n"""  # c', '"""\nRing \\u00e9 first.\nWrite.\nAsk "Anna"\n"""  # c'),
    ('"""one\ntwo"""', '"""one\ntwo Ask "Anna\\""""'),
    ("'''\nC:\\one\n'''", "'''\nC:\\one\nAsk \"Anna\"\n'''"),
    ('"""one\ntwo \\\n   """', '"""\none\ntwo  Ask "Anna\\""""'),
])  # fmt: skip
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_a_text_on_several_lines_stays_on_them(
    note: str, kept: str, eol: str, run: Run, registry: Write
) -> None:
    head = '[[call]]\nid = "one"\ntitle = "T"\nnote = '
    old, new = (f"{head}{each}\nx-a = 1\n".replace("\n", eol).encode() for each in (note, kept))
    path = registry("")
    path.write_bytes(old)
    assert run("set", "one", "note+=", "tags+=", "-r", path).code == 0
    assert path.read_bytes() == old
    ran = run("set", "one", 'note+=Ask "Anna"', "-r", path)
    assert (ran.code, ran.err) == (0, "")
    assert path.read_bytes().replace(b'\\"', b'"') == new.replace(b'\\"', b'"')


def test_a_stage_may_go_without_its_title(run: Run, registry: Write) -> None:
    stage = '[[call.stage]]\nid = "a"\nkind = "deadline"\ntitle = "S"\n'
    path = registry(f'[[call]]\nid = "one"\ntitle = "T"\n{stage}')
    assert run("set", "one/a", "title=", "-r", path).code == 0
    assert 'title = "S"' not in path.read_text()
    assert run("set", "one/a", "kind=", "-r", path).code == 2


def test_reasons_that_would_be_lost_are_refused(run: Run, registry: Write) -> None:
    old = '[[call]]\nid = "one"\ntitle = "T"\ndeadline = 2027-06-01\n'
    path = registry(old)
    for reason in (("--why", "because"), ("--source", "https://a.example")):
        ran = run("set", "one", "note=x", *reason, "-r", path, *AS_OF)
        assert (ran.code, ran.out) == (2, "")
        assert "--why and --source" in ran.err
        assert path.read_text() == old
    assert (
        run("set", "one", "note=x", "deadline=2027-07-01", "--why", "put off", "-r", path, *AS_OF).code == 0
    )
    assert 'why = "put off"' in path.read_text()


@pytest.mark.parametrize(("typed", "written"), [
    ("budget=18.5M", "budget = 18_500_000"), ("budget=18 500 000", "budget = 18_500_000"),
    ("budget=350k", "budget = 350_000"),
    ("budget=999", "budget = 999"), ("budget=18,5 mln",
    "budget = 18_500_000"),
    ("rate=75 SMEs", 'funding = [{ rate = 75, for = "SMEs" }]'),
    ("rate=62,5", "funding = [{ rate = 62.5 }]"),
    ("rate=7,5 SMEs", 'funding = [{ rate = 7.5, for = "SMEs" }]'),
    ("rate=75 for A,90; 62,5%", 'funding = [{ rate = 75, for = "A" }, { rate = 90 }, { rate = 62.5 }]'),
    ("published=feb-mar 2017", 'published = "2017-02/2017-03"'), ("checked=1 dec 2026",
    "checked = 2026-12-01"),
    ("source.url=https://a.example", 'source = { url = "https://a.example" }'),
    ("grants.number=8", "grants = { number = 8 }"), ("warn=30d,7d", 'warn = ["30d", "7d"]'),
    ("links=https://a.example", 'links = [{ url = "https://a.example" }]'),
])  # fmt: skip
def test_values_as_people_type_them(typed: str, written: str, run: Run, registry: Write) -> None:
    path = registry('[[call]]\nid = "one"\ntitle = "T"\n')
    ran = run("set", "one", typed, "-r", path, *AS_OF)
    assert ran.code == 0, ran.err
    assert path.read_text().splitlines()[3:] == [written]


ONE = '[defaults]\ncurrency = "EUR"\n[[call]]\nid = "one"\ntitle = "T"\n'


@pytest.mark.parametrize(("typed", "written"), [
    (["budget=CHF 17.2M"], ["budget = 17_200_000", 'currency = "CHF"']),
    (["budget=€ 18.500.000"], ["budget = 18_500_000"]),
    (["budget=2 Mrd. SEK", "grants.each=4 mln SEK"],
     ["budget = 2_000_000_000", 'currency = "SEK"', "grants = { each = 4_000_000 }"]),
    (["currency=GBP", "budget=£ 3bn"], ["budget = 3_000_000_000", 'currency = "GBP"']),
])  # fmt: skip
def test_another_currency_comes_along(
    typed: list[str], written: list[str], run: Run, registry: Write
) -> None:
    path = registry(ONE)
    ran = run("set", "one", *typed, "-r", path)
    assert (ran.code, path.read_text().splitlines()[5:]) == (0, written), ran.err


@pytest.mark.parametrize("typed", [
    ["grants.each=50k CHF"], ["budget=3M CHF", "grants.each=50k €"], ["budget=3M CHF", "currency=EUR"],
])  # fmt: skip
def test_no_amount_changes_its_currency_unseen(typed: list[str], run: Run, registry: Write) -> None:
    text = ONE + "budget = 2_000_000\n"
    path = registry(text)
    ran = run("set", "one", *typed, "-r", path)
    assert (ran.code, path.read_text()) == (2, text)
    assert "one currency" in ran.err


@pytest.mark.parametrize(("field", "typed", "items"), [
    ("eligibility", "Four partners, two of them SMEs; no more", ["Four partners, two of them SMEs; no more"]),
    ("contact.phones", "+39 080 540, ask for Anna", ["+39 080 540, ask for Anna"]),
    ("links", "https://a.example/b,c", [{"url": "https://a.example/b,c"}]),
    ("tags", "smes, clusters", ["smes", "clusters"]), ("warn", "30d,7d", ["30d", "7d"]),
])  # fmt: skip
def test_only_tags_and_periods_are_parted_by_commas(
    field: str, typed: str, items: list[object], run: Run, registry: Write
) -> None:
    path = registry(ONE)
    assert run("set", "one", f"{field}+={typed}", "-r", path).code == 0
    found = tomli.loads(path.read_text())["call"][0]
    for part in field.split("."):
        found = found[part]
    assert found == items
    assert run("set", "one", f"{field}-={typed}", "-r", path).code == 0
    assert typed not in path.read_text()


@pytest.mark.parametrize(("typed", "said"), [
    ("budget=1.500 mln", "1500000 or 1500000000"), ("budget=-1", "-1"),
    ("url=a.example", "a.example"),
    ("status=closed", "closed"),
    ("opens=soon", "soon"), ("opens=01/02/2027", "2027-02-01"), ("warn=often", "often"), ("rate=150", "150"),
    ("grants.each=half of it", "`grants.each`"), ("rate=75,100", "75,100"),
    ("rate=75 A", 'write: --rate "75 for A"; with set: rate="75 for A"'),
    ("rate=75 SMEs of 5,100 people", "5,100"),
    ("titel=x", "title"), ("id=other", "edit"), ("title=", "title"), ("tags-=none", "smes"),
    ("zone=Rome", "Rome"),
    ("nothing", "field=value"), ("budget+=1", "budget=VALUE"), ("at=5 bells", "5 bells"),
    ("deadline=2027-01-01", "innosup-1-2017/first"), ("title=" + "x" * 20_001, "20000"),
])  # fmt: skip
def test_what_does_not_fit_is_refused(typed: str, said: str, run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("set", "innosup", typed, "-r", path)
    assert (ran.code, ran.out, path.read_text()) == (2, "", HAND_WRITTEN)
    assert said in ran.err.replace(",", "").replace("20 000", "20000") or said in ran.err


def test_a_changed_status_is_history(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("set", "small", "status=suspended", "--why", "no money", "-r", path, *AS_OF).code == 0
    assert changed(HAND_WRITTEN, path.read_text()) == [
        '+status = "suspended"', "+", "+[[call.history]]", "+noticed = 2027-01-01",
        '+why = "no money"',
    ]  # fmt: skip


def test_a_changed_date_is_history(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("set", "small", "deadline=2027-06-01", "-r", path, *AS_OF).code == 0
    assert run("set", "innosup/first", "when=2017-04-06", "at=17:00", "-r", path, *AS_OF).code == 0
    assert 'stage = "deadline"\nwas = 2027-05-20T17:00:00\n' in path.read_text()
    assert '  stage = "first"\n  was = 2017-04-04\n' in path.read_text()
    assert '  when = 2017-04-06   # planned\n  at = "17:00"\n' in path.read_text()


STAGES = """\
[[call]]
id = "one"
title = "T"
checked = 2026-01-01
[[call.stage]]
id = "first"
kind = "deadline"
when = 2027-06-01
at = "17:00"  # Brussels time
[[call.stage]]
id = "talk"
kind = "interview"
after = { stage = "first", months = 1 }
[[call.stage]]
id = "second"
kind = "deadline"
follows = "first"
"""
FAIR = """\
[[event]]
id = "one"
title = "T"
checked = 2026-01-01
starts = 2027-06-01T09:00:00
ends = 2027-06-02T18:00:00
"""
ROWS = [
    (STAGES, "one/first", "at=12:00", ['stage = "first"', "was = 2027-06-01T17:00:00"]),
    (STAGES, "one/first", "at=", ['stage = "first"', "was = 2027-06-01T17:00:00"]),
    (STAGES, "one/first", "when=2027-06-08", ['stage = "first"', "was = 2027-06-01T17:00:00"]),
    (STAGES, "one/first", "when=", ['stage = "first"', "was = 2027-06-01T17:00:00"]),
    (STAGES, "one/first", "zone=AoE", ['stage = "first"', "was = 2027-06-01T17:00:00+02:00"]),
    (STAGES, "one/second", "when=2027-10", ['stage = "second"']),
    (HAND_WRITTEN, "small", "at=12:00", ['stage = "deadline"', "was = 2027-05-20T17:00:00"]),
    (HAND_WRITTEN, "small", "at=", ['stage = "deadline"', "was = 2027-05-20T17:00:00"]),
    (HAND_WRITTEN, "small", "deadline=", ['stage = "deadline"', "was = 2027-05-20T17:00:00"]),
    (HAND_WRITTEN, "small", "deadline=20 may 2027 17:00 at=",  []),
    (HAND_WRITTEN, "conference", "starts=2016-12-08 ends=2016-12-09",
     ['stage = "dates"', 'was = "2016-12-01/2016-12-02"']),
    (FAIR, "one", "ends=2027-06-02T17:00", ['stage = "dates"',
     'was = "2027-06-01T09:00:00/2027-06-02T18:00:00"']),
    # the same, written in another way; a zone that is read for no hour; the hour of a doubtful date
    (STAGES, "one/first", "zone=Europe/Paris", []),
    (HAND_WRITTEN, "innosup/first", "zone=AoE", []),
    (HAND_WRITTEN, "innosup/second", "at=17:00", []),
    (HAND_WRITTEN, "innosup", "owner=anna", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "typed", "row"), ROWS)
def test_what_moved_is_history(
    text: str, name: str, typed: str, row: list[str], run: Run, registry: Write
) -> None:
    path = registry(text)
    ran = run("set", name, *re.split(r" (?=[a-z]+=)", typed), "-r", path, *AS_OF)
    assert (ran.code, ran.err) == (0, "")
    lines = [line[1:].strip() for line in changed(text, path.read_text()) if line[0] == "+"]
    head = [number for number, line in enumerate(lines) if line.endswith(".history]]")]
    assert len(head) == bool(row)
    assert not row or lines[head[0] + 1 :] == [*row, "noticed = 2027-01-01"]
    assert run("check", "-r", path, "--strict").out == run("check", "-r", registry(text), "--strict").out


def test_a_date_taken_out_takes_its_hour_with_it(run: Run, registry: Write) -> None:
    path = registry(STAGES)
    assert run("set", "one/first", "when=", "-r", path).code == 0
    path = registry(HAND_WRITTEN)
    assert run("set", "small", "deadline=", "-r", path).code == 0
    assert 'at = "17:00"' not in path.read_text()
    # the hour of another date stays
    path = registry(
        FAIR.replace("T18:00:00", "").replace("T09:00:00", '\nat = "09:00"\npublished = 2027-01-01')
    )
    assert run("set", "one", "published=", "-r", path).code == 0
    assert 'at = "09:00"' in path.read_text()


def test_history_is_kept_of_an_entry_that_is_broken_elsewhere(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN.replace('title = "Small grants"', "title = 7"))
    assert run("set", "small", "deadline=2027-06-01", "-r", path, *AS_OF).code == 0
    assert 'stage = "deadline"\nwas = 2027-05-20T17:00:00\n' in path.read_text()


@pytest.mark.parametrize(("zone", "now", "noticed"), [
    ("AoE", "2027-01-02T01:00", "2027-01-01"), ("Asia/Tokyo", "2027-01-01T23:00", "2027-01-01"),
])  # fmt: skip
def test_what_is_noticed_is_never_tomorrow(
    zone: str, now: str, noticed: str, run: Run, registry: Write
) -> None:
    path = registry(STAGES.replace('at = "17:00"', f'at = "17:00"\nzone = "{zone}"'))
    for number, command in enumerate((("move", "one/first", "2027-07-01"), ("set", "one/first", "at=12:00"))):
        assert run(*command, "-r", path, "--as-of", now).code == 0
        assert path.read_text().count(f"noticed = {noticed}") == number + 1
    assert run("changes", "--since", "7d", "-r", path, "--as-of", now).out.count("first") == 2


def test_the_same_value_is_nothing_to_do(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("set", "innosup", "programme=H2020", "-r", path).code == 0
    assert path.read_text() == HAND_WRITTEN


def test_force_writes_what_is_worse(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("set", "small", "zone=Nowhere/Land", "-r", path, *AS_OF).code == 2
    assert run("set", "small", "zone=Nowhere/Land", "--force", "-r", path, *AS_OF).code == 0
    assert 'zone = "Nowhere/Land"' in path.read_text()


def test_a_broken_entry_can_be_mended(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN.replace('programme= "H2020"', "programme= 7"))
    assert run("set", "innosup", "programme=H2020", "-r", path).code == 0
    assert run("check", "-r", path).code == 0


@pytest.mark.parametrize("typed", ["source.url=https://a.example", "tags+=b", "note+=b"])
def test_what_is_of_the_wrong_type_is_left_to_its_owner(run: Run, registry: Write, typed: str) -> None:
    text = '[[call]]\nid = "one"\ntitle = "T"\nsource = 5\ntags = "a"\nnote = 5\n'
    path = registry(text)
    ran = run("set", "one", typed, "-r", path)
    assert (ran.code, path.read_text()) == (3, text)
    assert "not-in-place: `one` cannot be edited in place" in ran.err
    assert run("set", "one", "tags=b", "-r", path).code == 0


def test_bytes_that_are_no_text_are_refused(process: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    ran = process("set", "innosup", "note=\udcff", "-r", path)
    assert (ran.code, path.read_text()) == (2, HAND_WRITTEN)
    assert "UTF-8" in ran.err


REFUSED = [
    ("innosup", "budget=18.500.000x", "18500000, 18.5M, 350k"),
    ("innosup", "status=opne", "`opne` cannot be the status of a call. Write cancelled, suspended,"),
    ("innosup/first", "cancelled=maybe", "true or false, not maybe. Write it as in: cancelled=true"),
    *[("innosup", f"{name}=¿", "") for name, field in ENTRY.items() if not field.is_text | field.is_list],
    *[("innosup/first", f"{name}=¿", "") for name, field in STAGE.items() if not field.is_text],
]  # fmt: skip


@pytest.mark.parametrize(("name", "typed", "said"), REFUSED)
def test_a_refusal_is_whole(run: Run, registry: Write, name: str, typed: str, said: str) -> None:
    path = registry(HAND_WRITTEN)
    ran = run("set", name, typed, "-r", path)
    assert (ran.code, path.read_text()) == (2, HAND_WRITTEN)
    assert said in ran.err
    assert "{" not in ran.err


def test_an_empty_list_is_written_as_one(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("set", "small", "warn=[]", "-r", path) == (0, "", "")
    assert "warn = []\n" in path.read_text()
    assert run("remind", "-r", path, "--as-of", "2027-05-19") == (0, "", "")
    assert run("set", "small", "warn=", "-r", path).code == 0
    assert path.read_text() == HAND_WRITTEN
    assert "Small grants" in run("remind", "-r", path, "--as-of", "2027-05-19").out


def test_the_answer_fits_what_is_written_and_what_is_taken_out(run: Run, registry: Write) -> None:
    path = registry(HAND_WRITTEN)
    assert run("set", "small", "owner=anna", "note=", "-r", path).code == 0
    assert "small-grants: changed owner, note." in run("changes", "small", "-r", path).out


OFF = """\
[[call]]
id = "one"
title = "T"
deadline = 2027-06-01   # the only one
at = "17:00"
published = 2026-12-01
checked = 2026-12-01  # by Anna

[[event]]
id = "fair"
title = "F"
starts = 2027-05-04T09:00:00
ends = 2027-05-06
registration = 2027-04-01
checked = 2026-12-01

[[policy]]
id = "plan"
title = "P"
published = 2027-05-04
checked = 2026-12-01
"""
CALLED_OFF = [
    ("one/deadline", ["-deadline = 2027-06-01   # the only one", '-at = "17:00"', "+", "+[[call.stage]]",
     '+kind = "deadline"', "+when = 2027-06-01", '+at = "17:00"', "+cancelled = true"]),
    ("one/published", ["-published = 2026-12-01", "+", "+[[call.stage]]", '+kind = "published"',
     "+when = 2026-12-01", "+cancelled = true"]),
    ("fair/dates", ["-starts = 2027-05-04T09:00:00", "-ends = 2027-05-06", "+", "+[[event.stage]]",
     '+kind = "dates"', "+when = 2027-05-04T09:00:00", "+until = 2027-05-06", "+cancelled = true"]),
    ("fair/registration", ["-registration = 2027-04-01", "+", "+[[event.stage]]", '+kind = "registration"',
     "+when = 2027-04-01", "+cancelled = true"]),
    ("plan/published", ["-published = 2027-05-04", "+", "+[[policy.stage]]", '+kind = "published"',
     "+when = 2027-05-04", "+cancelled = true"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lines"), CALLED_OFF)
def test_a_stage_of_a_short_key_is_called_off_in_a_table(
    name: str, lines: list[str], run: Run, registry: Write
) -> None:
    path = registry(OFF)
    ran = run("set", name, "cancelled=true", "-r", path, *AS_OF)
    assert (ran.code, ran.err) == (0, "")
    assert changed(OFF, path.read_text()) == lines
    assert run("check", "-r", path).out == ""
    ran = run("upcoming", "--status", "cancelled", "-r", path, "-f", "json", "--as-of", "2026-11-01")
    assert (name, "cancelled") in [(row["uid"], row["status"]) for row in json.loads(ran.out)]
    assert "cancelled\n" in run("show", name.partition("/")[0], "-r", path, *AS_OF).out
    assert name not in run("upcoming", "-r", path, "-f", "json", "--as-of", "2026-11-01").out
    assert run("set", name, "cancelled=false", "-r", path).code == 0
    assert name in run("upcoming", "-r", path, "-f", "json", "--as-of", "2026-11-01").out


@pytest.mark.parametrize("name", [name for name, _ in CALLED_OFF])
def test_why_a_stage_is_called_off_is_kept_with_it(name: str, run: Run, registry: Write) -> None:
    path = registry(OFF)
    entry = name.partition("/")[0]
    off = ("cancelled=true", "--why", "mail of the agency", "--source", "https://a.example/mail")
    assert run("set", name, *off, "-r", path, *AS_OF).code == 0
    assert 'note = "mail of the agency https://a.example/mail"\n' in path.read_text()
    shown = " ".join(run("show", entry, "-r", path, *AS_OF).out.split())
    assert "cancelled · mail of the agency https://a.example/mail" in shown
    assert run("set", name, "cancelled=false", "--why", "A second mail.", "-r", path, *AS_OF).code == 0
    assert 'mail A second mail."\n' in path.read_text()
    assert run("check", "-r", path).out == ""
    ran = run("set", name, "cancelled=false", "--why", "x", "-r", path, *AS_OF)
    assert (ran.code, "x" in path.read_text().split()) == (0, False)  # it stands already: nothing to keep


@pytest.mark.parametrize("name", [name for name, _ in CALLED_OFF])
@pytest.mark.parametrize("typed", ["cancelled=false", "cancelled=no", "cancelled="])
def test_a_stage_that_was_never_called_off_stands(name: str, typed: str, run: Run, registry: Write) -> None:
    path = registry(OFF)
    assert run("set", name, typed, "-r", path) == (0, "", "")
    assert path.read_text() == OFF


@pytest.mark.parametrize("name", ["one", "fair", "plan"])
def test_every_kind_of_entry_is_called_off(name: str, run: Run, registry: Write) -> None:
    path = registry(OFF)
    assert run("set", name, "status=cancelled", "--why", "their mail", "-r", path, *AS_OF).code == 0
    assert run("check", "-r", path).out == ""
    assert run("show", name, "-r", path, *AS_OF).out.startswith("Cancelled.\n")
    ran = run("list", "--status", "cancelled", "-r", path, "-f", "json", *AS_OF)
    assert [(row["id"], row["status"]) for row in json.loads(ran.out)] == [(name, "cancelled")]
    assert f'"{name}"' not in run("upcoming", "-r", path, "-f", "json", *AS_OF).out
    assert f"{name}/" in run("upcoming", "--status", "cancelled", "-r", path, "-f", "json", *AS_OF).out
    assert "their mail" in run("changes", name, "-r", path).out


def test_nothing_else_is_stated_of_an_event(run: Run, registry: Write) -> None:
    path = registry(OFF)
    ran = run("set", "fair", "status=suspended", "-r", path)
    assert (ran.code, path.read_text()) == (2, OFF)
    assert "Write cancelled" in ran.err


def test_no_project_can_ask_for_less_than_the_least(run: Run, registry: Write) -> None:
    text = '[[call]]\nid = "one"\ntitle = "T"\ndeadline = 2027-04-05\ngrants = { max = 300_000 }\n'
    path = registry(text)
    for typed in (
        ("set", "one", "grants.min=400k"),
        ("set", "one", "grants.min=2M", "grants.max=1M"),
        ("add", "--title", "Two", "--min", "300k", "--max", "299999"),
    ):
        ran = run(*typed, "-r", path)
        assert (ran.code, ran.out, path.read_text()) == (2, "", text)
        assert "min-over-max" in ran.err
    assert run("set", "one", "grants.min=300k", "-r", path).code == 0


def test_amounts_that_contradict_each_other_lose_themselves_alone(run: Run, registry: Write) -> None:
    path = registry(
        '[[call]]\nid = "one"\ntitle = "T"\nbudget = 9_000_000\ndeadline = 2027-04-05\n'
        "grants = { number = 8, min = 2, max = 1 }\n"
    )
    ran = run("show", "one", "-f", "json", "-r", path, *AS_OF)
    assert (ran.code, "min-over-max" in ran.err) == (3, True)
    shown = json.loads(ran.out)
    assert (shown["budget"], shown["grants"], len(shown["stages"])) == (9_000_000, None, 1)


ONE_HOUR = '[[{kind}]]\nid = "one"\ntitle = "T"\n{dates}\n'


@pytest.mark.parametrize(("kind", "dates", "of", "after"), [
    ("call", "deadline = 2027-04-03T17:00:00", "", "deadline = 2027-04-03"),
    ("call", 'deadline = "2027-04-03T17:00"', "", "deadline = 2027-04-03"),
    ("call", "deadline = 2027-04-03T23:30:00Z", "", "deadline = 2027-04-04"),  # the day it is in Brussels
    ("call", 'deadline = 2027-04-03\nat = "17:00"', "", "deadline = 2027-04-03"),
    ("event", "starts = 2027-04-03T17:00:00\nends = 2027-04-04T18:00:00", "",
     "starts = 2027-04-03\nends = 2027-04-04T18:00:00"),
    ("call", '[[call.stage]]\nid = "a"\nkind = "deadline"\nwhen = 2027-04-03T17:00:00', "/a",
     '[[call.stage]]\nid = "a"\nkind = "deadline"\nwhen = 2027-04-03'),
])  # fmt: skip
def test_an_hour_is_taken_out_wherever_it_stands(
    kind: str, dates: str, of: str, after: str, run: Run, registry: Write
) -> None:
    path = registry(ONE_HOUR.format(kind=kind, dates=dates))
    assert run("set", f"one{of}", "at=", "-r", path, *AS_OF).code == 0
    left = path.read_text().partition(f"[[{kind}.history]]")[0].rstrip()
    assert left == ONE_HOUR.format(kind=kind, dates=after).rstrip()
    assert "17:00" in path.read_text().partition("was")[2] or "23:30" in path.read_text()


def test_a_date_set_with_it_keeps_the_hour_that_was_typed(run: Run, registry: Write) -> None:
    path = registry(ONE_HOUR.format(kind="call", dates="deadline = 2027-04-03T17:00:00"))
    assert run("set", "one", "at=", "deadline=5 April 2027 10:00", "-r", path, *AS_OF).code == 0
    assert "deadline = 2027-04-05T10:00:00" in path.read_text()


TWO_ENDS = [
    ("starts = 2027-04-01\nends = 2027-04-03", "", ("starts", "ends")),
    ('[[event.stage]]\nid = "fair"\nkind = "dates"\nwhen = 2027-04-01\nuntil = 2027-04-03', "/fair",
     ("when", "until")),
]  # fmt: skip


@pytest.mark.parametrize(("dates", "of", "keys"), TWO_ENDS)
@pytest.mark.parametrize("first", [True, False])
def test_of_two_last_days_none_is_taken(
    dates: str, of: str, keys: tuple[str, str], run: Run, registry: Write, *, first: bool
) -> None:
    text = ONE_HOUR.format(kind="event", dates=dates)
    path = registry(text)
    typed = [f"{keys[0]}=dal 12 al 13 maggio 2027", f"{keys[1]}=14 maggio 2027"]
    ran = run("set", f"one{of}", *(typed if first else reversed(typed)), "-r", path, *AS_OF)
    assert (ran.code, path.read_text()) == (2, text)
    assert "2027-05-13" in ran.err
    assert "2027-05-14" in ran.err
    same = [typed[0], f"{keys[1]}=13 maggio 2027 17:00"]  # the same day, and its hour
    assert run("set", f"one{of}", *(same if first else reversed(same)), "-r", path, *AS_OF).code == 0
    assert f"{keys[1]} = 2027-05-13T17:00:00" in path.read_text()


@pytest.mark.parametrize(
    "typed", ["owner=carla", "note=By post.", "title=First cut", "zone=Europe/Rome", "note+=Ring."]
)
@pytest.mark.parametrize("name", ["one/deadline", "one/published", "fair/dates"])
def test_a_short_key_becomes_a_table_for_all_that_only_a_table_holds(
    name: str, typed: str, run: Run, registry: Write
) -> None:
    path = registry(OFF)
    dates = run("upcoming", "--past", "-r", path, "-f", "csv", "-C", "uid,date,time", *AS_OF).out
    assert run("set", name, typed, "-r", path) == (0, "", "")
    key, _, value = typed.replace("+=", "=").partition("=")
    assert f'{key} = "{value}"' in path.read_text()
    assert path.read_text().count("[[") == OFF.count("[[") + 1
    assert run("check", "-r", path).code == 0
    assert run("upcoming", "--past", "-r", path, "-f", "csv", "-C", "uid,date,time", *AS_OF).out == dates
    assert run("undo", "-r", path).code == 0
    assert path.read_text() == OFF


@pytest.mark.parametrize("typed", ["owner=", "note=", "title="])
def test_what_a_short_key_never_said_stands(typed: str, run: Run, registry: Write) -> None:
    path = registry(OFF)
    assert run("set", "one/deadline", typed, "-r", path) == (0, "", "")
    assert path.read_text() == OFF
