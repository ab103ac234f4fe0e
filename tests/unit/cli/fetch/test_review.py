"""`review`: what moved at its source moves with us when we say so, and a decision is asked for once."""

import json
from pathlib import Path

from conftest import Run
from portal import CLOSED, Portal, record

LATER = ("--as-of", "2026-12-01T09:00")
DAY = "T00:00:00.000+0000"


def test_a_move_is_told_accepted_and_undone(run: Run, portal: Portal, followed: Path) -> None:
    before = followed.read_text()
    portal.moved("3TOPICSen", "2027-04-29")
    assert run("sync", "-r", followed, *LATER).out.splitlines() == [
        "Moved at the source (1)                                     clustercalls review",
        "  horizon-cl3-2027-3/deadline   15 Apr 17:00 → Thu 29 Apr 2027 17:00 Brussels (+14 days)",
    ]
    assert run("sync", "-r", followed, *LATER) == (0, "", "")
    assert "15 Apr" in run("review", "-r", followed, *LATER).out
    assert run("review", "--accept", "all", "-r", followed, *LATER) == (0, "", "")
    lines = followed.read_text().splitlines()
    changed = [each for each in lines if each not in before.splitlines()]
    page = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details"
    assert changed == [
        "checked = 2026-12-01",
        "when = 2027-04-29T17:00:00",
        "[[call.history]]",
        'stage = "deadline"',
        "was = 2027-04-15T17:00:00",
        "noticed = 2026-12-01",
        'why = "EU Funding & Tenders Portal"',
        f'source = "{page}/HORIZON-CL3-2027-3"',
    ]
    assert run("check", "-r", followed).code == 0
    assert run("review", "-r", followed, *LATER) == (0, "", "")
    assert run("sync", "-r", followed, *LATER) == (0, "", "")
    run("undo", "-r", followed)
    assert followed.read_text() == before


def test_what_is_ignored_is_silent_until_another_value(run: Run, portal: Portal, followed: Path) -> None:
    portal.moved("3TOPICSen", "2027-04-29")
    run("sync", "-r", followed, *LATER)
    assert run("review", "--ignore", "horizon-cl3", "-r", followed, *LATER) == (0, "", "")
    assert run("review", "-r", followed, *LATER) == (0, "", "")
    portal.moved("3TOPICSen", "2027-05-03")
    assert "Mon 3 May 2027" in run("sync", "-r", followed, *LATER).out
    assert json.loads(run("review", "-f", "json", "-r", followed, *LATER).out)["proposals"] == [
        {
            "id": "horizon-cl3-2027-3",
            "key": "eu:3TOPICS",
            "title": "Soil topic 3",
            "act": "move",
            "field": "stage deadline",
            "stage": "deadline",
            "was": "2027-04-15T17:00 @Europe/Brussels",
            "now": "2027-05-03T17:00 @Europe/Brussels",
            "days": 18,
            "is_exact_now": False,
            "quote": None,
            "url": "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/"
            "topic-details/HORIZON-CL3-2027-3",
        }
    ]


def test_what_we_edited_since_is_not_proposed(run: Run, portal: Portal, followed: Path) -> None:
    portal.moved("3TOPICSen", "2027-04-29")
    run("sync", "-r", followed, *LATER)
    run("move", "horizon-cl3-2027-3", "2027-04-20", "--why", "mail", "-r", followed, *LATER)
    assert run("review", "-r", followed, *LATER) == (0, "", "")
    portal.moved("3TOPICSen", "2027-05-03")
    assert "Mon 3 May 2027" in run("sync", "-r", followed, *LATER).out


def test_what_moved_on_the_day_of_an_edit_is_proposed(run: Run, portal: Portal, followed: Path) -> None:
    run("move", "horizon-cl3-2027-3", "2027-04-20", "-r", followed, *LATER)
    portal.moved("3TOPICSen", "2027-04-29")
    assert "Thu 29 Apr 2027" in run("sync", "-r", followed, *LATER).out
    assert "Thu 29 Apr 2027" in run("review", "-r", followed, *LATER).out


def test_a_cut_off_that_comes_or_goes_moves_no_other(run: Run, portal: Portal, followed: Path) -> None:
    portal.moved("8000TOPICSen", "2027-03-01", "2027-09-01", "2027-12-01")
    out = run("sync", "-r", followed, *LATER).out
    assert out.splitlines()[1:] == [
        "  i3-2027-cut/cut-off-4   new: Wed 1 Dec 2027 17:00 Brussels",
        "  i3-2027-cut/cut-off-2   1 June 2027 17:00: the source has no such date any more",
    ]
    run("review", "--accept", "all", "-r", followed, *LATER)
    assert "cut-off-4" in followed.read_text()
    assert "cut-off-2" in run("review", "-r", followed, *LATER).out
    assert run("check", "-r", followed).code == 0


def test_closed_cancelled_and_gone(run: Run, portal: Portal, followed: Path) -> None:
    portal.told("3TOPICSen", status=CLOSED)
    news = json.dumps([{"content": "<p>The call I3-2027-CUT has been cancelled.</p>"}])
    portal.told("8000TOPICSen", status=CLOSED, latestInfos=news)
    portal.records = [each for each in portal.records if each["reference"] != "7000TOPICSen"]
    out = run("sync", "-r", followed, *LATER).out
    assert "  horizon-cl3-2027-3   closed, says the source" in out
    assert "  i3-2027-cut          cancelled: “The call I3-2027-CUT has been cancelled.”" in out
    assert "life-2027" not in out
    assert run("sync", "-r", followed, *LATER).out.splitlines()[1:] == [
        "  life-2027-sip-two-stage   the source does not have it any more"
    ]
    run("review", "--accept", "all", "-r", followed, *LATER)
    assert 'status = "cancelled"' in followed.read_text()
    left = run("review", "-r", followed, *LATER).out
    assert ("closed, says" in left, "any more" in left, "cancelled" in left) == (True, True, False)
    run("review", "--ignore", "all", "-r", followed, *LATER)
    assert run("review", "-r", followed, *LATER) == (0, "", "")


def test_what_is_put_away_is_never_proposed(run: Run, portal: Portal, followed: Path) -> None:
    run("track", "horizon-cl3-2027-3", "no", "-r", followed, *LATER)
    portal.moved("3TOPICSen", "2027-04-29")
    assert run("sync", "-r", followed, *LATER) == (0, "", "")
    ran = run("follow", "eu:3TOPICS", "-r", followed, *LATER)
    assert (ran.code, "put-away: eu:3TOPICS is horizon-cl3-2027-3" in ran.err) == (2, True)


def test_what_a_watch_found_is_open_until_followed(run: Run, portal: Portal, followed: Path) -> None:
    new = record(6_000, "8", title="EUROCLUSTERS", callTitle="Newest", deadlineDate=f"2027-05-01{DAY}")
    portal.records.append(new)
    assert "eu:6000COMPETITIVE_CALL" in run("sync", "-r", followed, *LATER).out
    assert run("sync", "-r", followed, *LATER).out == ""
    portal.records.append(record(6_001, "8", callTitle="EUROCLUSTERS 2", deadlineDate=f"2027-05-02{DAY}"))
    run("sync", "-r", followed, *LATER)
    assert run("review", "-r", followed, *LATER).out.count("eu:600") == 2
    run("review", "--ignore", "6001", "--accept", "6000", "-r", followed, *LATER)
    assert 'id = "newest"' in followed.read_text()
    assert run("review", "-r", followed, *LATER) == (0, "", "")


def test_what_moves_on_the_day_another_move_was_accepted(run: Run, portal: Portal, followed: Path) -> None:
    """Whoever brought it: a sync of another registry, or one that was killed before it told."""
    portal.moved("3TOPICSen", "2027-04-29")
    run("sync", "-r", followed, *LATER)
    run("review", "--accept", "all", "-r", followed, *LATER)
    portal.moved("3TOPICSen", "2027-05-10")
    other = followed.with_name("other.toml")
    other.write_text("")
    run("sync", "-r", other, *LATER)
    assert "10 May 2027" in run("review", "-r", followed, *LATER).out
    assert "10 May 2027" in run("sync", "-r", followed, *LATER).out


def test_what_is_edited_by_hand_is_ours(run: Run, portal: Portal, followed: Path) -> None:
    """In an editor, without a row of history; and an amount, which has none."""
    text = followed.read_text().replace("2027-04-15T17:00:00", "2027-04-12T17:00:00")
    followed.write_text(text.replace("budget = 24_000_000", "budget = 1_000", 1))
    assert run("sync", "-r", followed, *LATER) == (0, "", "")
    assert run("review", "-r", followed, *LATER) == (0, "", "")
    portal.moved("3TOPICSen", "2027-04-29")
    assert "12 Apr 17:00 → Thu 29 Apr 2027" in run("sync", "-r", followed, *LATER).out


def test_a_value_that_comes_back_after_another_was_accepted(run: Run, portal: Portal, followed: Path) -> None:
    for number, (day, decision) in enumerate((("2027-04-29", "--ignore"), ("2027-05-29", "--accept"))):
        portal.moved("3TOPICSen", day)
        run("sync", "-r", followed, "--as-of", f"2026-12-01T0{number}:00")
        run("review", decision, "all", "-r", followed, *LATER)
    portal.moved("3TOPICSen", "2027-04-29")
    assert "29 Apr 2027" in run("sync", "-r", followed, *LATER).out


def test_what_was_ignored_stays_so_under_another_id(run: Run, portal: Portal, followed: Path) -> None:
    portal.moved("3TOPICSen", "2027-04-29")
    run("sync", "-r", followed, *LATER)
    run("review", "--ignore", "all", "-r", followed, *LATER)
    followed.write_text(followed.read_text().replace('id = "horizon-cl3-2027-3"', 'id = "soil"'))
    assert run("sync", "-r", followed, *LATER) == (0, "", "")
    assert run("review", "-r", followed, *LATER) == (0, "", "")


def test_a_word_that_is_an_id_names_no_new_call(run: Run, portal: Portal, followed: Path) -> None:
    portal.records.append(record(6_000, "8", title="EUROCLUSTERS", callTitle="Soil"))
    followed.write_text(followed.read_text().replace('id = "horizon-cl3-2027-3"', 'id = "smp"'))
    run("sync", "-r", followed, *LATER)
    ran = run("review", "--accept", "smp", "-r", followed, *LATER)
    assert (ran.code, "nothing-open: " in ran.err) == (2, True)


def test_a_new_one_that_is_taken_back_is_open_again(run: Run, portal: Portal, followed: Path) -> None:
    for number in (6_000, 6_001):
        title = f"EUROCLUSTERS {number}"
        portal.records.append(record(number, "8", callTitle=title, deadlineDate=f"2027-05-01{DAY}"))
    before = followed.read_text()
    run("sync", "-r", followed, *LATER)
    run("review", "--accept", "all", "-r", followed, *LATER)
    assert run("review", "-r", followed, *LATER) == (0, "", "")
    run("sync", "-r", followed, *LATER)
    run("undo", "-r", followed)
    assert followed.read_text() == before
    assert run("review", "-r", followed, *LATER).out.count("EUROCLUSTERS") == 2


def test_one_that_is_there_already_stops_no_other(run: Run, portal: Portal, followed: Path) -> None:
    url = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/competitive-calls-cs"
    followed.write_text(
        f'[[call]]\nid = "ours"\ntitle = "EUROCLUSTERS 6000"\nurl = "{url}/6000"\n' + followed.read_text()
    )
    for number in (6_000, 6_001):
        portal.records.append(record(number, "8", callTitle=f"EUROCLUSTERS {number}"))
    run("sync", "-r", followed, *LATER)
    ran = run("review", "--accept", "all", "-r", followed, *LATER)
    assert (ran.code, ran.err.count("already-kept: "), len(ran.err.splitlines())) == (2, 1, 1)
    assert "or add this one too with clustercalls follow eu:6000COMPETITIVE_CALL --again." in ran.err
    assert 'id = "euroclusters-6001"' in followed.read_text()


def test_what_the_portal_calls_closed_can_be_followed(run: Run, portal: Portal, followed: Path) -> None:
    portal.told("3TOPICSen", status=CLOSED)
    run("sync", "-r", followed, *LATER)
    run("remove", "horizon-cl3-2027-3", "--yes", "-r", followed)
    assert run("follow", "eu:3TOPICS", "-r", followed, *LATER).code == 0
    assert "closed =" not in followed.read_text()


def test_a_cancelled_call_that_is_on_again(run: Run, portal: Portal, followed: Path) -> None:
    news = json.dumps([{"content": "<p>The call I3-2027-CUT has been cancelled.</p>"}])
    portal.told("8000TOPICSen", latestInfos=news)
    run("sync", "-r", followed, *LATER)
    run("review", "--accept", "all", "-r", followed, *LATER)
    portal.told("8000TOPICSen", latestInfos="[]")
    told = "i3-2027-cut   the source does not say any more that it is cancelled"
    assert told in run("sync", "-r", followed, *LATER).out


def test_one_stage_alone(run: Run, portal: Portal, followed: Path) -> None:
    portal.moved("7000TOPICSen", "2027-03-11", "2027-09-10")
    run("sync", "-r", followed, *LATER)
    assert run("review", "--accept", "life-2027-sip-two-stage/second", "-r", followed, *LATER).code == 0
    text = followed.read_text()
    assert ("2027-09-10T17:00" in text, "2027-03-11T17:00" in text) == (True, False)
    ran = run("review", "--ignore", "life/third", "-r", followed, *LATER)
    assert (ran.code, "nothing-open: " in ran.err) == (2, True)
    assert run("review", "-r", followed, *LATER).out.count("life-2027-sip-two-stage/first") == 1


def test_one_that_is_ours_by_title_and_day_is_said_and_left(run: Run, portal: Portal, followed: Path) -> None:
    ours = '[[call]]\nid = "ours"\ntitle = "euroclusters: open CALL 9"\ndeadline = 2027-05-01\n'
    followed.write_text(f"{followed.read_text()}\n{ours}")
    portal.records.append(
        record(6_000, "8", callTitle="EUROCLUSTERS: open call 9", deadlineDate=f"2027-05-01{DAY}")
    )
    run("sync", "-r", followed, *LATER)
    before = followed.read_text()
    ran = run("review", "--accept", "eu:6000COMPETITIVE_CALL", "-r", followed, *LATER)
    assert (ran.code, "`ours` has this title and one of its days already" in ran.err) == (2, True)
    assert run("follow", "eu:6000COMPETITIVE_CALL", "-r", followed, *LATER).code == 2
    assert followed.read_text() == before
    assert run("follow", "eu:6000COMPETITIVE_CALL", "--again", "-r", followed, *LATER).code == 0
