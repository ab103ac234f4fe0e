"""From idea to result: what we do with a call, what that leaves out, and what is still told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run

Registry = Callable[[str], Path]

CALL = """
[[call]]
id = "{name}"
title = "Call {name}"
deadline = 2027-03-31
{track}
checked = 2027-01-01
"""
SENT = """
[[call]]
id = "sent"
title = "Call sent"
deadline = 2027-03-31
track = "submitted"
checked = 2027-01-01

[[call.stage]]
id = "second"
kind = "deadline"
follows = "deadline"
when = 2027-04-20

[[call.stage]]
kind = "interview"
when = 2027-04-10

[[call.stage]]
id = "draft"
kind = "internal"
days = -10
"""
WORDS = '[track]\n"messo via" = "no"\n"in valutazione" = "watch"\n'
AWAY, OURS = CALL.format(name="away", track='track = "no"'), CALL.format(name="ours", track="")
ASIDE = CALL.format(name="aside", track='track = "Messo via"')
ALL = WORDS + AWAY + OURS + ASIDE + SENT
AS_OF = ("--as-of", "2027-03-01")
LOOKS = [
    ("upcoming",), ("upcoming", "-f", "json"), ("upcoming", "60d"), ("upcoming", "--due"), ("list",),
    ("list", "call"), ("remind", "--dry-run"), ("remind", "--dry-run", "--all"), ("export", "ics"),
    ("export", "todo", "--due"), ("upcoming", "-f", "md"), ("export", "ics", "--no-internal"), ("confirm",),
]  # fmt: skip


def named(out: str) -> set[str]:
    return {each for each in ("away", "ours", "aside", "sent") if f"Call {each}" in out}


@pytest.mark.parametrize("command", LOOKS)
def test_what_is_put_away_leaves_our_own_looks(
    run: Run, registry: Registry, command: tuple[str, ...]
) -> None:
    path = registry(ALL)
    for _ in range(2):  # the second run answers from the index
        ran = run(*command, "-r", path, *AS_OF)
        assert (ran.code, ran.err) == (0, "")
        assert named(ran.out) - {"sent"} == {"ours"}
    if command[0] != "remind":
        assert named(run(*command, "-r", path, *AS_OF, "--track", "no").out) == {"away", "aside"}


@pytest.mark.parametrize("command", [
    ("digest", "60d"), ("digest", "60d", "--internal"), ("digest", "--pick", "away"), ("list", "--all"),
    ("show", "away"),
])  # fmt: skip
def test_it_stays_for_members_and_where_all_is_asked_for(
    run: Run, registry: Registry, command: tuple[str, ...]
) -> None:
    assert "away" in named(run(*command, "-r", registry(ALL), *([] if command[0] == "show" else AS_OF)).out)


def test_what_comes_next_of_what_is_due_is_none_that_is_answered(run: Run, registry: Registry) -> None:
    path = registry(ALL)
    for more, stage in (((), "draft"), (("--due",), "second")):
        listed = json.loads(run("list", "-r", path, *AS_OF, *more, "-f", "json").out)
        assert next(each["next_stage"] for each in listed if each["id"] == "sent") == stage


@pytest.mark.parametrize("word", ["watch", "go", "submitted", "won", "lost", "no"])
def test_the_six_words_are_known_and_nothing_is_an_empty_answer(
    run: Run, registry: Registry, word: str
) -> None:
    path = registry('[[policy]]\nid = "p"\ntitle = "P"\ndates = 2026-01-01\nchecked = 2026-01-01\n')
    for command in (("upcoming",), ("list",), ("digest",), ("export", "todo"), ("remind", "--dry-run")):
        ran = run(*command, "-r", path, *AS_OF, "--track", word)
        assert (ran.code, ran.err) == (0, "")
        assert "p/dates" not in ran.out
    assert run("upcoming", "-r", path, "--track", f"{word}x").code == 2


def test_a_word_of_the_office_is_what_the_registry_says(run: Run, registry: Registry) -> None:
    path = registry(ALL)
    found = run("list", "-r", path, *AS_OF, "--track", "messo via", "-f", "json").out
    assert [each["id"] for each in json.loads(found)] == ["aside"]
    assert run("list", "-r", path, *AS_OF, "--track", "in valutazione") == (0, "", "")
    assert "unknown-track" not in run("check", "-r", path).out


def test_a_call_that_moved_after_it_was_put_away_is_not_told(run: Run, registry: Registry) -> None:
    path = registry(OURS + CALL.format(name="away", track=""))
    assert named(run("remind", "-r", path, *AS_OF).out) == {"ours", "away"}
    assert run("set", "away", "track=no", "-r", path, *AS_OF).code == 0
    assert run("move", "away", "2027-04-15", "-r", path, *AS_OF).code == 0
    assert run("remind", "-r", path, "--as-of", "2027-03-02") == (0, "", "")
    assert run("remove", "away", "--yes", "-r", path).code == 0
    assert run("remind", "-r", path, "--as-of", "2027-03-03") == (0, "", "")  # nor that it is gone


def test_one_that_is_taken_up_again_is_told_where_it_is_now(run: Run, registry: Registry) -> None:
    path = registry(OURS + CALL.format(name="away", track=""))
    assert run("remind", "-r", path, *AS_OF).code == 0
    run("set", "away", "track=no", "-r", path, *AS_OF)
    run("remind", "-r", path, *AS_OF)
    run("move", "away", "2027-04-15", "-r", path, *AS_OF)
    run("set", "away", "track=go", "-r", path, *AS_OF)
    assert "Thu 15 Apr 2027" in run("remind", "-r", path, "--as-of", "2027-03-02").out


@pytest.mark.parametrize("word", ["submitted", "won", "lost"])
def test_what_we_answered_is_due_no_more_and_later_stages_are(
    run: Run, registry: Registry, word: str
) -> None:
    path = registry(SENT.replace("submitted", word))
    due = run("upcoming", "--due", "-r", path, *AS_OF, "-f", "json").out
    assert [each["stage"] for each in json.loads(due)] == ["second"]
    whole = run("upcoming", "-r", path, *AS_OF, "-f", "json").out
    assert [each["stage"] for each in json.loads(whole)] == ["draft", "deadline", "interview", "second"]
    told = run("remind", "-r", path, "--as-of", "2027-04-09", "-f", "json").out
    assert [each["stage"] for each in json.loads(told)] == ["interview", "second"]
    assert run("remind", "-r", path, "--as-of", "2027-03-30").out == ""
    ics = run("export", "ics", "-r", path, *AS_OF, "--alarms", "7d").out
    assert ics.count("BEGIN:VALARM") == 2
    others = run("digest", "60d", "--due", "-r", path, *AS_OF).out
    assert others.count("Call sent") == 2  # to members it says nothing of us


def test_that_it_is_called_off_is_told_though_we_applied(run: Run, registry: Registry) -> None:
    path = registry(CALL.format(name="sent", track=""))
    assert run("remind", "-r", path, *AS_OF).out
    run("set", "sent", "track=submitted", "-r", path, *AS_OF)
    run("set", "sent", "status=cancelled", "-r", path, *AS_OF)
    assert "cancelled" in run("remind", "-r", path, "--as-of", "2027-03-02").out.casefold()


def test_what_is_put_away_leaves_a_calendar_without_a_trace(
    run: Run, registry: Registry, tmp_path: Path
) -> None:
    path, target = registry(OURS + CALL.format(name="away", track="")), tmp_path / "calls.ics"
    assert run("export", "ics", "-r", path, *AS_OF, "-o", target).code == 0
    assert "Call away" in target.read_text()
    run("set", "away", "track=no", "-r", path, *AS_OF)
    assert run("export", "ics", "-r", path, *AS_OF, "-o", target).code == 0
    assert named(target.read_text()) == {"ours"}


def test_where_all_is_put_away_that_is_said(registry: Registry) -> None:
    from conftest import on_a_terminal

    shown = on_a_terminal("upcoming", "-r", registry(AWAY), *AS_OF).out
    assert "Entries put away: 1." in shown
    assert "clustercalls list --track no" in shown


def test_putting_away_is_kept_told_and_taken_back(run: Run, registry: Registry) -> None:
    path = registry(OURS.replace("checked", 'owner = "anna"\nchecked'))
    before = path.read_bytes()
    ran = run(
        "track", "ours", "no", "--why", "the consortium is too small", "-r", path, "--as-of", "2027-03-03"
    )
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert run("upcoming", "-r", path, *AS_OF) == (0, "", "")
    page = run("show", "ours", "-r", path, "--as-of", "2027-03-04").out
    assert "not for us, the consortium is too small; anna, 3 Mar\n" in page
    rows = json.loads(run("show", "ours", "-r", path, "-f", "json").out)["history"]
    assert [(each["was_track"], each["why"]) for each in rows] == [("watch", "the consortium is too small")]
    for command in (("changes", "--since", "7d", "--as-of", "2027-03-04"), ("changes", "ours")):
        told = run(*command, "-r", path).out
        assert told.count("track: watch → no; the consortium is too small") == 1
    assert "Moved" not in run("digest", "60d", "--internal", "-r", path, "--as-of", "2027-03-04").out
    digest = run("digest", "60d", "-r", path, "--as-of", "2027-03-04")
    assert "too small" not in digest.out
    assert "Call ours" in digest.out
    assert run("undo", "-r", path).code == 0
    assert path.read_bytes() == before
    assert named(run("upcoming", "-r", path, *AS_OF).out) == {"ours"}


def test_of_one_act_there_is_one_line(run: Run, registry: Registry) -> None:
    path = registry(OURS)
    assert run("track", "ours", "no", "--why", "late", "-r", path).code == 0  # on the day of the clock
    (line,) = run("changes", "ours", "-r", path).out.splitlines()
    assert line.endswith("track: track: watch → no; late")


@pytest.mark.parametrize("command", [("set", "ours", "track=no"), ("track", "ours", "no")])
def test_set_does_the_same(run: Run, registry: Registry, command: tuple[str, ...]) -> None:
    path = registry(OURS)
    assert run(*command, "--why", "late", "-r", path, "--as-of", "2027-03-03").code == 0
    assert path.read_text().endswith(
        '\n[[call.history]]\nwas_track = "watch"\nnoticed = 2027-03-03\nwhy = "late"\n'
    )


def test_one_act_puts_many_away_and_one_undo_brings_them_back(run: Run, registry: Registry) -> None:
    path = registry("".join(CALL.format(name=f"c{number}", track="") for number in range(30)))
    before = path.read_bytes()
    assert run("track", "--kind", "call", "--all-of-these", "--yes", "no", "-r", path, *AS_OF).code == 0
    assert path.read_text().count('was_track = "watch"') == 30
    assert run("list", "-r", path, *AS_OF) == (0, "", "")
    assert run("track", "--track", "no", "--all-of-these", "--yes", "go", "-r", path, *AS_OF).code == 0
    assert run("list", "-r", path, *AS_OF, "-f", "json").out.count('"go"') == 30
    assert run("undo", "-r", path).code == run("undo", "-r", path).code == 0
    assert path.read_bytes() == before


def test_an_edit_by_hand_in_the_editor_leaves_a_row_too(
    run: Run, registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = registry(CALL.format(name="ours", track='track = "go"'))
    monkeypatch.setenv("EDITOR", "sed -i s/go/lost/")
    assert run("edit", "ours", "-r", path, "--as-of", "2027-03-03").code == 0
    assert 'was_track = "go"\nnoticed = 2027-03-03' in path.read_text()


def test_words_are_proposed_behind_an_id(registry: Registry) -> None:
    from clustercalls.cli.proposed import proposed

    words = ["track", "-r", str(registry(WORDS + OURS))]
    assert [each for each, _ in proposed(words, "")] == ["ours"]
    assert [each for each, _ in proposed([*words, "ours"], "n")] == ["no"]
    assert "messo via" in [each for each, _ in proposed([*words, "--all-of-these"], "")]


EVERY_FILTER = [
    ("upcoming",), ("list",), ("digest", "60d"), ("export", "todo"), ("remind", "--dry-run"),
    ("remind", "--dry-run", "--all"), ("confirm",), ("upcoming", "-f", "json"), ("export", "ics", "--past"),
]  # fmt: skip
MANY = (
    OURS.replace("checked", 'tags = ["energy", "sea"]\nprogramme = "LIFE"\nchecked')
    + CALL.format(name="sent", track='owner = "anna"')
    + CALL.format(name="away", track='track = "no"')
)


@pytest.mark.parametrize("left_out", ["tag=Energy", "programme=life", "tag=sea"])
@pytest.mark.parametrize("command", EVERY_FILTER)
def test_what_is_named_by_not_is_left_out_everywhere(
    run: Run, registry: Registry, command: tuple[str, ...], left_out: str
) -> None:
    path = registry(MANY)
    whole, rest = (run(*command, "-r", path, *AS_OF, *more) for more in ((), ("--not", left_out)))
    assert (rest.code, rest.err) == (0, "")
    assert named(rest.out) == named(whole.out) - {"ours"} != named(whole.out)
    both = run(*command, "-r", path, *AS_OF, "--not", left_out, "--not", "owner=anna")
    assert named(both.out) == named(rest.out) - {"sent"}


def test_not_track_no_takes_what_is_put_away_out_of_a_digest_too(run: Run, registry: Registry) -> None:
    path = registry(MANY)
    assert named(run("digest", "60d", "-r", path, *AS_OF).out) == {"ours", "sent", "away"}
    assert named(run("digest", "60d", "-r", path, *AS_OF, "--not", "track=no").out) == {"ours", "sent"}


def test_a_track_and_all_but_that_track_are_everything_ahead(run: Run, registry: Registry) -> None:
    path = registry(ALL + CALL.format(name="gone", track='track = "go"'))
    rows = [
        run("upcoming", "-r", path, *AS_OF, *more, "-f", "csv", "--no-header").out.splitlines()
        for more in ((), ("--track", "go"), ("--not", "track=go"))
    ]
    assert sorted(rows[1] + rows[2]) == sorted(rows[0])
    assert rows[1]


@pytest.mark.parametrize("command", [("upcoming",), ("list",), ("digest", "60d"), ("remind", "--dry-run")])
def test_how_calls_stand_is_left_out_by_not_too(
    run: Run, registry: Registry, command: tuple[str, ...]
) -> None:
    path = registry(MANY + CALL.format(name="aside", track='status = "suspended"'))
    whole = named(run(*command, "-r", path, *AS_OF).out)
    assert whole >= {"ours", "aside"}
    rest = run(*command, "-r", path, *AS_OF, "--not", "status=suspended")
    assert (rest.code, named(rest.out)) == (0, whole - {"aside"})


def test_all_but_some_are_changed_at_once(run: Run, registry: Registry) -> None:
    path = registry(MANY)
    ran = run("track", "--not", "owner=anna", "--all-of-these", "--yes", "go", "-r", path, *AS_OF)
    assert ran.code == 0
    assert path.read_text().count('track = "go"') == 2


def test_the_line_of_a_scheduler_leaves_out_the_same(run: Run, registry: Registry) -> None:
    path = registry(MANY)
    line = run("remind", "--schedule", "cron", "--not", "tag=energy", "--not", "track=lost", "-r", path).out
    assert "--not tag=energy --not track=lost" in line


def test_a_quiet_run_that_leaves_out_some_is_known_again_and_another_is_not(
    run: Run, registry: Registry
) -> None:
    path = registry(MANY)
    quiet = ("remind", "-r", path, *AS_OF, "--not", "owner=anna", "--not", "programme=LIFE")
    assert [run(*quiet) for _ in range(3)] == [(0, "", "")] * 3
    assert named(run("remind", "-r", path, *AS_OF, "--not", "owner=anna").out) == {"ours"}


def test_fields_and_values_of_not_are_proposed(registry: Registry) -> None:
    from clustercalls.cli.proposed import proposed

    words = ["upcoming", "-r", str(registry(MANY)), "--not"]
    assert [each for each, _ in proposed(words, "t")] == ["tag=", "track="]
    assert [each for each, _ in proposed(words, "tag=e")] == ["tag=energy"]
    assert [each for each, _ in proposed(words, "kind=e")] == ["kind=event"]
    assert proposed(words, "nothing=") == []


SHARED = """
[[call]]
id = "ours"
title = "Call ours"
owner = "anna"
deadline = 2027-03-31
checked = 2027-01-01

[[call.stage]]
id = "draft"
kind = "internal"
days = -1
owner = "carla"

[[call.stage]]
kind = "interview"
when = 2027-04-05
owner = "carla"
"""
ANNA, CARLA, BOTH = ["deadline"], ["draft", "interview"], ["draft", "deadline", "interview"]


@pytest.mark.parametrize(("words", "stages"), [
    ((), BOTH), (("--owner", "anna"), ANNA), (("--owner", "Carla"), CARLA), (("--not", "owner=anna"), CARLA),
    (("--not", "owner=carla"), ANNA), (("--owner", "anna", "--owner", "carla"), BOTH),
    (("--owner", "carla", "--due"), ["draft"]), (("--owner", "anna", "--not", "owner=carla"), ANNA),
])  # fmt: skip
def test_owners_have_their_own_stages(
    run: Run, registry: Registry, words: tuple[str, ...], stages: list[str]
) -> None:
    path = registry(SHARED)
    for _ in range(2):
        rows = json.loads(run("upcoming", "-r", path, *AS_OF, "-f", "json", *words).out)
        assert [each["stage"] for each in rows] == stages
        assert {each["stage"]: each["owner"] for each in rows} == {
            each: "carla" if each in CARLA else "anna" for each in stages
        }
    told = json.loads(run("remind", "-r", path, "--as-of", "2027-03-30", "-f", "json", *words).out)
    assert [each["stage"] for each in told] == stages
    ics = run("export", "ics", "-r", path, *AS_OF, *words).out
    assert [each for each in BOTH if f"UID:ours.{each}" in ics] == stages
    others = run("digest", "60d", "-r", path, *AS_OF, *words).out
    assert others.count("Call ours") == len([each for each in stages if each != "draft"])
    assert "carla" not in others


def test_who_looks_after_a_stage_is_shown_and_found(run: Run, registry: Registry) -> None:
    path = registry(SHARED)
    for _ in range(2):  # out of the files, out of the index
        shown = run("upcoming", "-r", path, *AS_OF).out
        assert [line.split()[-1] for line in shown.splitlines()] == ["Owner", "carla", "anna", "carla"]
    assert "· carla\n" in run("show", "ours", "-r", path, *AS_OF).out
    assert named(run("list", "--owner", "carla", "-r", path, *AS_OF).out) == {"ours"}
    assert run("set", "ours/draft", "owner=bea", "-r", path).code == 0
    due = json.loads(run("upcoming", "--due", "-r", path, *AS_OF, "-f", "json").out)
    assert [each["owner"] for each in due] == ["bea", "anna"]
    assert run("upcoming", "--owner", "berta", "-r", path).code == 2


def test_what_a_stage_s_owner_was_told_of_keeps_the_value_known(run: Run, registry: Registry) -> None:
    path = registry(SHARED + CALL.format(name="sent", track=""))
    carlas = ("remind", "-r", path, "--owner", "carla", "--as-of")
    assert "Call ours" in run(*carlas, "2027-03-30").out
    assert run("remove", "ours", "--yes", "-r", path).code == 0
    assert "No longer in the registry" in run(*carlas, "2027-03-30").out


def test_an_owner_of_a_stage_alone_is_shown_from_the_index_too(run: Run, registry: Registry) -> None:
    path = registry(SHARED.replace('owner = "anna"\n', ""))
    shown = [run("upcoming", "-r", path, *AS_OF).out for _ in range(2)]
    assert shown[0] == shown[1]
    assert [line.split()[-1] for line in shown[0].splitlines()] == ["Owner", "carla", "open", "carla"]


ACCENTS = "".join(
    CALL.format(name=name, track=f'track = "{word}"')
    for name, word in (("away", "no"), ("ours", "nó"), ("aside", "ＮＯ"), ("sent", "gò"))
)


@pytest.mark.parametrize(("word", "found"), [
    ("no", {"away"}), (" NO ", {"away"}), ("nó", {"ours", "aside"}), ("ＮＯ", {"ours", "aside"}),
    ("go", set()), ("gò", {"sent"}),
])  # fmt: skip
def test_the_six_are_found_and_left_out_by_their_meaning_alone(
    run: Run, registry: Registry, word: str, found: set[str]
) -> None:
    path, whole = registry(ACCENTS), {"away", "ours", "aside", "sent"}
    assert named(run("list", "-r", path, *AS_OF, "--track", word).out) == found
    assert named(run("digest", "60d", "-r", path, *AS_OF, "--not", f"track={word}").out) == whole - found


@pytest.mark.parametrize("command", [
    ("set", "ours", "track=in valutazione"), ("add", "call", "--title", "New", "--track", "in valutazione"),
])  # fmt: skip
def test_a_word_without_a_meaning_is_told_where_it_is_set(
    registry: Registry, command: tuple[str, ...]
) -> None:
    from conftest import on_a_terminal

    told = on_a_terminal(*command, "-r", registry(OURS))
    assert told.code == 0
    assert "unknown-track" in told.out
    assert "unknown-track" not in on_a_terminal(*command, "-r", registry(WORDS + OURS)).out
