"""`clustercalls upcoming`, as it is typed."""

import json

from conftest import BUNDLED, Run

AS_OF = ("--as-of", "2016-12-02")


def rows(run: Run, *arguments: object) -> dict[str, dict[str, object]]:
    ran = run("upcoming", "-r", BUNDLED, "-f", "json", *arguments)
    assert ran.code == 0, ran.err
    assert ran.err == ""
    found = json.loads(ran.out)
    by_uid = {row["uid"]: row for row in found}
    assert len(by_uid) == len(found)
    return by_uid


def test_json_holds_the_facts_of_the_report(run: Run) -> None:
    found = rows(run, *AS_OF)
    first = found["innosup-1-2017/first"]
    assert (first["earliest"], first["latest"], first["days_left"]) == ("2017-04-04", "2017-04-04", 123)
    assert (first["budget"], first["currency"], first["funding_rate"]) == (18_500_000, "EUR", 75)
    formal = found["escp-s3-formal-2017/published"]
    assert (formal["earliest"], formal["latest"]) == ("2017-02-01", "2017-03-31")
    assert (formal["grants_number"], formal["grant_each"]) == (8, 350_000)
    conference = [row for row in found.values() if row["id"] == "cluster-conference-2016"]
    assert [(row["earliest"], row["latest"]) for row in conference] == [("2016-12-01", "2016-12-02")]


def test_a_date_without_hour_lasts_to_the_end_of_its_day(run: Run) -> None:
    assert "innosup-1-2017/first" in rows(run, "--as-of", "2017-04-04")
    assert "innosup-1-2017/first" in rows(run, "--as-of", "2017-04-04T23:59:59")
    assert "innosup-1-2017/first" not in rows(run, "--as-of", "2017-04-05")


def test_dates_are_said_for_people_in_both_languages(run: Run) -> None:
    english = run("upcoming", "-r", BUNDLED, "-f", "table", *AS_OF).out
    assert all(said in english for said in ("4 Apr 2017", "Feb–Mar 2017", "1–2 Dec 2016"))
    italian = run("upcoming", "-r", BUNDLED, "-f", "table", "--lang", "it", *AS_OF).out
    assert all(said in italian for said in ("4 apr 2017", "feb–mar 2017", "1–2 dic 2016"))


def test_nothing_ahead_is_silence(run: Run) -> None:
    ran = run("upcoming", "-r", BUNDLED, "--as-of", "2026-11-22")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert run("upcoming", "-r", BUNDLED, "--as-of", "2026-11-22", "--exit-code").code == 1


def test_an_unknown_programme_is_not_an_empty_result(run: Run) -> None:
    ran = run("upcoming", "-r", BUNDLED, "--programme", "H2O2O", *AS_OF)
    assert (ran.code, ran.out) == (2, "")
    assert "H2020" in ran.err
