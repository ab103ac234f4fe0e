"""What is made for others says nothing internal; what is ours says all of it."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.entry_fields import FIELDS
from conftest import Run

Registry = Callable[[str], Path]

# Every internal field holds the word that is looked for. The entry is told of in every section of a digest, a
# public stage counts from an internal one, and rows of history tell of ours, of others, and of one that went.
TAINTED = """
schema = 1

[track]
taint-track = "submitted"

[audience.members]
title = "For our members"
contacts = true
quotes = true

[audience.office]
internal = true

[[call]]
id = "soil"
title = "Soil mission"
summary = "Living labs"
published = 2027-02-20
tags = ["soil"]
track = "taint-track"
owner = "taint-owner"
note = "taint-note"
x-score = "taint-own"
source = { title = "Work programme", date = 2027-03-01 }

[[call.stage]]
id = "draft"
kind = "internal"
title = "taint-title"
when = 2027-03-18
note = "taint-stage"

[[call.stage]]
id = "taint-id"
kind = "internal"
after = { stage = "first", days = -5 }

[[call.stage]]
id = "first"
kind = "deadline"
when = 2027-04-06
at = "17:00"
owner = "taint-of-stage"
done = 1999-09-09
note = "taint-public-stage"

[[call.stage]]
id = "interview"
kind = "interview"
after = { stage = "draft", months = 1 }
follows = "draft"

[[call.history]]
stage = "first"
was = 2027-04-02
noticed = 2027-03-10
why = "taint-why"

[[call.history]]
stage = "taint-id"
was = 2027-03-12
noticed = 2027-03-11

[[call.history]]
stage = "taint-gone"
was = 2027-03-13
noticed = 2027-03-12

[[call.history]]
was_track = "taint-before"
noticed = 2027-03-12
why = "taint-reason"

[[call.history]]
was_track = "taint-beside"
was_status = "open"
noticed = 2027-03-11

[[call.history]]
was_status = "open"
noticed = 2027-03-12
why = "taint-status"

[[call]]
id = "ours"
title = "Ours next"
internal = 2027-03-20
deadline = "2027-05~"
owner = "taint-second"

[[event]]
id = "stale"
title = "Stale event"
starts = "2024/.."
owner = "taint-third"
note = "taint-fourth"
source = { title = "Old", date = 2024-01-01 }
"""
TAINTS = ("taint", "1999")  # a date of ours has a year that nothing else has
AS_OF = ("--as-of", "2027-03-15")
FOR_OTHERS = [
    *(("digest", "-f", form) for form in ("plain", "md", "html")),
    *(("digest", "90d", "--owner", "taint-owner", "-f", form) for form in ("plain", "md", "html")),
    *(("digest", "--pick", "soil,ours,stale", "-f", form) for form in ("plain", "md", "html")),
    *(("digest", "--audience", "members", "--by", "tag", "-f", form) for form in ("plain", "md", "html")),
    ("digest", "--audience", "members", "--by", "programme", "--pick", "soil,ours,stale", "-f", "html"),
    ("upcoming", "-f", "md"),
    ("upcoming", "-f", "md", "--track", "taint-track"),
    ("upcoming", "-f", "md", "--due"),
    ("upcoming", "-f", "md", "--owner", "taint-of-stage"),
    ("list", "--all", "-f", "md"),
    ("list", "taint-note", "-f", "md"),
    ("list", "--unconfirmed", "-f", "md"),
    ("export", "ics", "--no-internal"),
    ("export", "todo", "--no-internal"),
]  # fmt: skip
OURS = [
    ("upcoming",), ("upcoming", "-f", "csv"), ("upcoming", "-f", "json"), ("list",), ("list", "-f", "tsv"),
    ("show", "soil"), ("show", "soil", "-f", "json"), ("changes", "soil"), ("export", "ics"),
    ("remind", "--dry-run"), ("remind", "--dry-run", "-f", "md"),
    ("upcoming", "-f", "md", "--internal"), ("list", "-f", "md", "--internal"), ("digest", "--internal"),
    ("digest", "--internal", "--pick", "soil"), ("digest", "--audience", "office"),
    ("digest", "--audience", "office", "--pick", "soil"),
    ("upcoming", "--template", "{id} {owner}"),
]  # fmt: skip
lang = pytest.mark.parametrize("lang", ["en", "it"])


@lang
@pytest.mark.parametrize("command", FOR_OTHERS)
def test_nothing_internal_is_in_what_is_made_for_others(
    run: Run, registry: Registry, command: tuple[str, ...], lang: str
) -> None:
    path = registry(TAINTED)
    told = run(*command, "-r", path, *AS_OF, "--lang", lang)
    assert (told.code, told.err) == (0, "")
    assert told.out
    unfolded = told.out.replace("\r\n ", "").replace("\n ", "")  # long lines of a calendar are folded
    assert not any(each in unfolded for each in TAINTS)


@pytest.mark.parametrize("command", OURS)
def test_what_is_ours_keeps_it(run: Run, registry: Registry, command: tuple[str, ...]) -> None:
    assert "taint" in run(*command, "-r", registry(TAINTED), *AS_OF).out


@pytest.mark.parametrize("command", ["upcoming", "list"])
def test_a_workbook_is_ours(run: Run, registry: Registry, tmp_path: Path, command: str) -> None:
    target = tmp_path / "ours.xlsx"
    assert run(command, "-o", target, "-r", registry(TAINTED), *AS_OF).code == 0
    with zipfile.ZipFile(target) as parts:
        shown = parts.read("xl/sharedStrings.xml")
    assert b"taint-owner" in shown
    assert (b"taint-of-stage" in shown) is (command == "upcoming")


@lang
@pytest.mark.parametrize("name", ["upcoming.md", "list.md", "digest.html", "calls.ics", "vdir"])
def test_nor_in_a_file(run: Run, registry: Registry, tmp_path: Path, name: str, lang: str) -> None:
    path, target = registry(TAINTED), tmp_path / name
    command = {
        "upcoming.md": ("upcoming", "-o", target), "list.md": ("list", "-o", target),
        "digest.html": ("digest", "-f", "html", "-o", target),
        "calls.ics": ("export", "ics", "--no-internal", "-o", target),
        "vdir": ("export", "vdir", "--no-internal", target),
    }[name]  # fmt: skip
    assert run(*command, "-r", path, *AS_OF, "--lang", lang).code == 0
    files = [target] if target.is_file() else list(target.iterdir())
    assert files
    assert not [
        (each, taint)
        for each in files
        for taint in TAINTS
        if taint in each.name or taint.encode() in each.read_bytes().replace(b"\r\n ", b"")
    ]


@pytest.mark.parametrize("cancelled", [False, True])
def test_what_was_published_of_ours_leaves_a_calendar_for_others(
    run: Run, registry: Registry, tmp_path: Path, *, cancelled: bool
) -> None:
    path, target = registry(TAINTED), tmp_path / "calls.ics"
    assert run("export", "ics", "-o", target, "-r", path, *AS_OF).code == 0
    assert b"taint" in target.read_bytes()
    if cancelled:
        path.write_text(TAINTED.replace('kind = "internal"', 'kind = "internal"\ncancelled = true'))
    assert run("export", "ics", "--no-internal", "-o", target, "-r", path, *AS_OF).code == 0
    assert b"taint" not in target.read_bytes()
    assert b"soil.first@" in target.read_bytes()


def test_what_others_see_of_dates_is_the_same(run: Run, registry: Registry) -> None:
    path = registry(TAINTED)
    ours, theirs = (
        run("upcoming", "-f", "md", *AS_OF, "-r", path, *more).out for more in (("--internal",), ())
    )
    assert "18 Apr 2027" in ours  # a month after a stage of ours
    assert "18 Apr 2027" in theirs
    assert "Tue 6 Apr 2027 17:00" in theirs
    assert "(was 2 Apr)" in theirs
    assert "Ours next" in theirs


@pytest.mark.parametrize("name", ["owner", "track", "done", "late_days"])
def test_a_column_of_ours_is_refused_there_not_left_out_unsaid(
    run: Run, registry: Registry, name: str
) -> None:
    path = registry(TAINTED)
    refused = run("upcoming", "-f", "md", "--columns", f"date,{name}", "-r", path, *AS_OF)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        f"internal-column: column `{name}` is internal, and this is made for others. "
        "Leave it out, or add --internal.\n"
    )
    asked = ("upcoming", "--columns", f"date,{name}", "-r", path, *AS_OF)
    taint = {"done": "1999-09-09", "late_days": ""}.get(name, "taint")
    assert taint in run(*asked, "-f", "md", "--internal").out
    assert taint in run(*asked).out


def test_every_internal_field_is_tainted_here() -> None:
    """A new one is in the trial or this is red."""
    keys = {each.key.rpartition(".")[2] for each in FIELDS if each.internal}
    assert {key for key in keys - {"done"} if f'{key} = "taint-' not in TAINTED} == set()
    assert "done = 1999" in TAINTED
