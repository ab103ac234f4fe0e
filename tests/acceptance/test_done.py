"""What we must do: late until it is done, everywhere one looks, and told until then."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run

Registry = Callable[[str], Path]

OFFICE = """
[[call]]
id = "bid"
title = "The bid"
track = "go"
owner = "anna"
checked = 2027-01-05
deadline = 2027-04-06T17:00:00

[[call.stage]]
id = "letter"
kind = "internal"
days = -15
owner = "carla"

[[call]]
id = "seen"
title = "Only watched"
checked = 2027-01-05
deadline = 2027-03-22

[[call]]
id = "shelf"
title = "Watched, with a step"
checked = 2027-01-05
deadline = 2027-06-01

[[call.stage]]
id = "ask"
kind = "internal"
when = 2027-03-24

[[call]]
id = "off"
title = "Called off"
track = "go"
status = "cancelled"
checked = 2027-01-05
deadline = 2027-03-22

[[call]]
id = "idle"
title = "No step"
track = "go"
checked = 2027-01-05
"""
DAY = ("--as-of", "2027-03-25")


@pytest.fixture
def run(run: Run, tmp_path: Path) -> Run:
    """Runs a command on the registry of the test."""

    def on_it(*words: object, **how: object) -> object:
        return run(*words, "-r", tmp_path / "calls.toml", **how)

    return on_it  # type: ignore[return-value]  # as it was given


def rows(run: Run, *words: str) -> dict[str, dict[str, object]]:
    out = run("upcoming", *words, "-f", "json").out
    return {each["uid"]: each for each in json.loads(out)} if out else {}


def late_in(run: Run, *words: str) -> dict[str, object]:
    return {uid: row["late_days"] for uid, row in rows(run, *words).items() if row["late_days"] is not None}


@pytest.mark.parametrize("window", [(), ("30d",), ("--due",), ("today..",), ("2027-03",)])
def test_what_is_late_stands_first(run: Run, registry: Registry, window: tuple[str, ...]) -> None:
    registry(OFFICE)
    for _ in range(2):  # the second run asks what the first one wrote down
        assert list(rows(run, *DAY, *window))[:2] == ["bid/letter", "shelf/ask"]
        assert late_in(run, *DAY, *window) == {"bid/letter": 3, "shelf/ask": 1}
        assert "3 days late" in run("upcoming", *DAY, *window).out.splitlines()[1]


@pytest.mark.parametrize("window", [("--past",), ("2027-04-01..",), ("april",)])
def test_not_looking_back_nor_from_later_on(run: Run, registry: Registry, window: tuple[str, ...]) -> None:
    registry(OFFICE)
    assert late_in(run, *DAY, *window) == {}


@pytest.mark.parametrize("form", ["plain", "json", "csv", "tsv"])
def test_in_every_format(run: Run, registry: Registry, form: str) -> None:
    registry(OFFICE)
    out = run("upcoming", *DAY, "-f", form).out
    assert 0 <= out.index("The bid") < out.index("Watched, with a step") < out.index("bid", out.index("ask"))


def test_machines_read_how_late_at_the_end(run: Run, registry: Registry) -> None:
    registry(OFFICE)
    row = rows(run, *DAY)["bid/letter"]
    assert list(row)[-2:] == ["done", "late_days"]
    assert (row["days_left"], row["late_days"], row["done"]) == (-3, 3, None)


@pytest.mark.parametrize("form", [("-f", "md"), ("--no-internal",)])
def test_others_are_told_nothing_of_it(run: Run, registry: Registry, form: tuple[str, ...]) -> None:
    registry(OFFICE.replace("days = -15", "days = -15\ndone = 2027-03-20"))
    command = "upcoming" if form[0] == "-f" else "export"
    more = () if command == "upcoming" else ("todo",)
    out = run(command, *more, *DAY, *form).out
    assert out
    assert not any(word in out for word in ("late", "letter", "COMPLETED", "No step"))


def test_done_takes_what_is_late_first_and_undo_brings_it_back(run: Run, registry: Registry) -> None:
    path = registry(OFFICE)
    assert run("done", "bid", *DAY).code == 0
    assert "done = 2027-03-25" in path.read_text()
    assert late_in(run, *DAY) == {"shelf/ask": 1}
    assert "bid/letter" not in rows(run, *DAY)
    assert run("done", "bid", "2027-03-24", *DAY).code == 0
    its = rows(run, *DAY, "--stage", "deadline")["bid/deadline"]
    assert its["done"] == "2027-03-24"
    assert "bid/deadline" not in rows(run, *DAY, "--due")
    run("undo")
    run("undo")
    assert path.read_text() == OFFICE
    assert late_in(run, *DAY) == {"bid/letter": 3, "shelf/ask": 1}


def test_not_done_takes_it_back(run: Run, registry: Registry) -> None:
    path = registry(OFFICE)
    run("done", "bid", *DAY)
    assert run("done", "bid", "--not", *DAY).code == 0
    assert path.read_text() == OFFICE
    refused = run("done", "bid", "--not", *DAY)
    assert (refused.code, "nothing-done" in refused.err) == (2, True)


def test_submitted_with_it(run: Run, registry: Registry) -> None:
    path = registry(OFFICE)
    assert run("done", "bid/deadline", "--submitted", *DAY).code == 0
    assert 'track = "submitted"' in path.read_text()
    assert 'was_track = "go"' in path.read_text()
    assert late_in(run, *DAY) == {"shelf/ask": 1}
    run("undo")
    assert path.read_text() == OFFICE


@pytest.mark.parametrize("track", ["submitted", "won", "lost", "no"])
def test_what_we_do_not_work_on_is_not_late(run: Run, registry: Registry, track: str) -> None:
    registry(OFFICE.replace('"go"', f'"{track}"', 1))
    assert "bid/letter" not in late_in(run, *DAY, "--track", track)


def test_a_deadline_of_what_is_watched_is_not_late(run: Run, registry: Registry) -> None:
    registry(OFFICE)
    assert late_in(run, "--as-of", "2027-06-20") == {"bid/deadline": 75, "bid/letter": 90}


def test_no_next_step_once_at_the_end(run: Run, registry: Registry) -> None:
    registry(OFFICE)
    assert list(rows(run, *DAY))[-1] == "idle/no-next-step"
    lines = run("upcoming", *DAY).out.splitlines()
    assert "no next step" in lines[-1]
    assert "No step" in lines[-1]
    assert sum("no next step" in each for each in lines) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("seen",), "nothing-due"),
        (("bid", "2027-04-05"), "done-ahead"),
        (("bid/draft",), "unknown-stage"),
        (("bid", "--before", "2027-03-01"), "not-together"),
        (("bid", "--not", "--submitted"), "not-together"),
        (("bid", "2027-03-01", "--not"), "not-together"),
        ((), "bad-usage"),
        (("--before", "2028-01-01"), "bad-since"),
    ],
)
def test_what_cannot_be_done(run: Run, registry: Registry, words: tuple[str, ...], code: str) -> None:
    path = registry(OFFICE)
    refused = run("done", *words, *DAY)
    assert (refused.code, f"{code}:" in refused.err) == (2, True), refused.err
    assert path.read_text() == OFFICE


def test_what_is_not_done_is_not_submitted_either(run: Run, registry: Registry) -> None:
    path = registry('[[call]]\nid = "bid"\ntitle = "Bid"\ntrack = "go"\ndeadline = 2027-03-30\n')
    assert run("done", "bid", "--submitted", "--as-of", "2027-03-29").code == 0
    assert 'track = "submitted"' in path.read_text()
    assert run("done", "bid", "--not", "--as-of", "2027-03-31").code == 0
    assert 'track = "go"' in path.read_text()
    assert "done =" not in path.read_text()
    assert late_in(run, "--as-of", "2027-03-31") == {"bid/deadline": 1}
    assert run("undo").code == 0
    assert 'track = "submitted"' in path.read_text()


TWO = """[[call]]
id = "bid"
title = "Bid"
track = "submitted"
[[call.stage]]
id = "first"
kind = "deadline"
when = 2027-03-04
done = 2027-03-04
[[call.stage]]
id = "second"
kind = "deadline"
when = 2027-04-04
done = 2027-04-04
[[call.history]]
was_track = "go"
noticed = 2027-04-04
[[call.history]]
was_track = "watch"
noticed = 2026-12-01
"""
IDLE = """[[call]]
id = "{0}"
title = "{0}"
track = "go"
owner = "anna"
checked = 2027-03-01
[[call.stage]]
id = "ask"
kind = "internal"
owner = "carla"
when = 2027-03-01
{1}
"""


def test_only_the_last_that_was_done_takes_back_that_it_was_submitted(run: Run, registry: Registry) -> None:
    path = registry(TWO)
    assert run("done", "bid/first", "--not", "--as-of", "2027-04-05").code == 0
    assert 'track = "submitted"' in path.read_text()
    assert run("done", "bid/second", "--not", "--as-of", "2027-04-05").code == 0
    assert 'track = "go"' in path.read_text()


def test_a_step_of_ours_submits_nothing(run: Run, registry: Registry) -> None:
    path = registry(OFFICE)
    refused = run("done", "bid/letter", "--submitted", *DAY)
    assert (refused.code, "not-together: " in refused.err, path.read_text()) == (2, True, OFFICE)


def test_what_has_no_step_is_shown_to_whom_it_is_of(run: Run, registry: Registry) -> None:
    registry(IDLE.format("idle", "done = 2027-03-01") + IDLE.format("late", ""))
    assert list(rows(run, *DAY)) == ["late/ask", "idle/no-next-step"]
    assert list(rows(run, *DAY, "--owner", "anna")) == ["idle/no-next-step"]
    assert list(rows(run, *DAY, "--owner", "carla")) == ["late/ask"]
    assert list(rows(run, *DAY, "--not", "stage=internal")) == []


def test_what_is_done_rings_no_more(run: Run, registry: Registry) -> None:
    call = '[[call]]\nid = "a"\ntitle = "A"\ntrack = "go"\nwarn = ["7d"]\n[[call.stage]]\nkind = "deadline"\n'
    for done, count in (("", 1), ("done = 2027-03-20\n", 0)):
        registry(f"{call}when = 2027-04-20\n{done}")
        assert run("export", "ics", *DAY).out.count("BEGIN:VALARM") == count


def test_each_step_points_to_its_deadline(run: Run, registry: Registry) -> None:
    registry('[[call]]\nid = "a"\ntitle = "A"\ntrack = "go"\nchecked = 2027-01-01\ndeadline = 2027-09-20\n')
    assert run("plan", "a", "--write", "--as-of", "2027-01-01").code == 0
    events = run("export", "ics", "--as-of", "2027-01-01").out.replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
    steps = [each for each in events if "a.deadline" not in each.partition("RELATED-TO")[0]]
    assert len(steps) == 8
    assert all(":a.deadline" in each.partition("RELATED-TO")[2] for each in steps)


def test_all_that_is_old_at_once(run: Run, registry: Registry) -> None:
    path = registry(OFFICE)
    assert run("done", "--before", "2027-03-25", *DAY).code == 2  # nobody to ask
    assert run("done", "--before", "2027-03-24", "--yes", *DAY).code == 0
    assert late_in(run, *DAY) == {"shelf/ask": 1}
    assert run("done", "--before", "2027-03-25", "--yes", *DAY).code == 0
    assert late_in(run, *DAY) == {}
    assert "when = 2027-03-24\ndone = 2027-03-24" in path.read_text()
    assert run("done", "--before", "2027-03-25", "--yes", *DAY).code == 0
    run("undo")
    assert late_in(run, *DAY) == {"shelf/ask": 1}


def test_told_the_day_after_then_rarely_until_done(run: Run, registry: Registry) -> None:
    registry(OFFICE)
    run("remind", "--as-of", "2027-03-20")
    told = {}
    for day in range(22, 32):
        out = run("remind", "--as-of", f"2027-03-{day}", "-f", "json").out
        told[day] = [each["lead"] for each in json.loads(out or "[]") if each["uid"] == "bid/letter"]
    assert {day: leads for day, leads in told.items() if leads} == {
        22: ["1d"],
        23: ["late-1d"],
        25: ["late-3d"],
        29: ["late-7d"],
    }
    run("done", "bid/letter", "--as-of", "2027-03-31")
    assert "letter" not in run("remind", "--as-of", "2027-04-12").out


def test_what_moved_to_a_day_before_the_first_run_is_told_on_until_done(run: Run, registry: Registry) -> None:
    bid = 'track = "go"\ndeadline = {when}\n[[call.stage]]\nid = "draft"\nkind = "internal"\ndays = -9\n'
    call = f'[[call]]\nid = "a"\ntitle = "A"\n{bid}'
    registry(call.format(when="2027-02-06"))
    run("remind", "--as-of", "2027-01-04")
    registry(call.format(when="2027-01-10"))
    told = {}
    for day in range(7, 24):
        out = run("remind", "--as-of", f"2027-01-{day:02}", "-f", "json").out
        told[day] = [each["lead"] for each in json.loads(out or "[]") if each["uid"] == "a/draft"]
    assert {day: leads for day, leads in told.items() if leads} == {
        7: ["moved"],
        8: ["late-7d"],
        15: ["late-14d"],
        22: ["late-21d"],
    }


def test_told_weekly_and_to_its_owner(run: Run, registry: Registry) -> None:
    registry(OFFICE)
    run("remind", "--owner", "carla", "--as-of", "2027-03-20")
    days = [f"2027-04-{day:02}" for day in range(1, 30)]
    said = [day for day in days if "letter" in run("remind", "--owner", "carla", "--as-of", day).out]
    assert said == ["2027-04-01", "2027-04-05", "2027-04-12", "2027-04-19", "2027-04-26"]


def test_a_muted_one_is_not_told(run: Run, registry: Registry) -> None:
    registry(OFFICE.replace('owner = "anna"', "warn = []"))
    run("remind", "--as-of", "2027-03-20")
    assert "bid" not in run("remind", "--as-of", "2027-03-25", "-f", "json").out


def test_what_is_older_than_the_memory_stands_in_one_line(run: Run, registry: Registry) -> None:
    registry(OFFICE)
    first = run("remind", *DAY).out
    assert "2 old steps" in first
    assert "clustercalls done --before 2027-03-25" in first
    assert "late" not in first.lower().replace("late\n----", "").replace("told late", "")
    assert run("remind", *DAY).out == ""
    assert "letter" not in run("remind", "--as-of", "2027-03-30").out


def test_the_digest_of_ours_has_what_is_late(run: Run, registry: Registry) -> None:
    registry(OFFICE)
    assert "Late" not in run("digest", *DAY).out
    ours = run("digest", "--internal", *DAY).out
    assert ours.index("Late\n----") < ours.index("3 days late") < ours.index("Closes")


def test_tasks_stay_until_done_and_are_ticked_then(run: Run, registry: Registry, tmp_path: Path) -> None:
    registry(OFFICE)
    tasks = tmp_path / "tasks.ics"

    def states() -> dict[str, str]:
        assert run("export", "todo", *DAY, "--due", "-o", str(tasks)).code == 0
        parts = tasks.read_text().split("BEGIN:VTODO")[1:]
        return {
            each.split("UID:")[1].split(".todo")[0]: each.split("STATUS:")[1].split("\n")[0].strip()
            for each in parts
        }

    assert states()["bid.letter"] == states()["shelf.ask"] == "NEEDS-ACTION"
    run("done", "bid/letter", "2027-03-23", *DAY)
    assert states()["bid.letter"] == "COMPLETED"
    assert "COMPLETED:20270323T120000Z" in tasks.read_text()
    run("done", "bid/letter", "--not", *DAY)
    assert states()["bid.letter"] == "NEEDS-ACTION"
    assert "UID:bid.letter" not in run("export", "ics", *DAY).out  # it is over: no event of a calendar


@pytest.mark.parametrize("track", ["submitted", "won", "lost"])
def test_the_task_of_what_we_applied_to_is_ticked(run: Run, registry: Registry, track: str) -> None:
    registry(OFFICE.replace('"go"', f'"{track}"', 1))
    tasks = run("export", "todo", "--as-of", "2027-03-01").out.split("BEGIN:VTODO")
    (deadline,) = (each for each in tasks if "UID:bid.deadline.todo@" in each)
    assert "STATUS:COMPLETED" in deadline
    (other,) = (each for each in tasks if "UID:shelf.deadline.todo@" in each)
    assert "STATUS:NEEDS-ACTION" in other


def test_show_says_late_and_done(run: Run, registry: Registry) -> None:
    registry(OFFICE)
    assert "3 days late" in run("show", "bid", *DAY).out
    run("done", "bid", *DAY)
    assert "done, Thu 25 Mar 2027" in run("show", "bid", *DAY).out


def test_in_italian(run: Run, registry: Registry) -> None:
    registry(OFFICE)
    out = run("upcoming", *DAY, "--lang", "it").out
    assert "in ritardo di 3 giorni" in out
    assert "nessun passo successivo" in out
