"""`clustercalls upcoming`, as it is typed."""

import csv
import json
import os
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from conftest import BUNDLED, Run, on_a_terminal
from samples import AHEAD, BAD, BAD_LINE, SAMPLE

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


# ---- every option once, and an unknown value of each filter

NOW = ("--as-of", "2017-03-01")


@pytest.fixture
def uids(run: Run, registry: Callable[[str], Path]) -> Callable[..., list[str]]:
    """The uids that `upcoming` shows of the sample on 1 March 2017."""
    path = registry(SAMPLE)

    def uids(*arguments: str) -> list[str]:
        ran = run("upcoming", "-r", path, "--template", "{uid}", *NOW, *arguments)
        assert (ran.code, ran.err) == (0, "")
        return ran.out.split()

    return uids


OPTIONS = [
    ((), AHEAD),
    (("--kind", "event"), ["fair/registration", "fair/dates"]),
    (("--kind", "EVENT", "--kind", "policy"), ["plan/dates", "fair/registration", "fair/dates"]),
    (("--stage", "deadline"), ["chains/deadline"]),
    (("--programme", "h2020"), ["chains/deadline"]),
    (("-p", "H2020", "-p", "COSME"), ["skills/published", "chains/deadline"]),
    (("--tag", "smes"), ["chains/deadline"]),
    (("-t", "SKILLS"), ["skills/published"]),
    (("--status", "cancelled"), ["dropped/deadline"]),
    (("--status", "open"), ["chains/deadline"]),
    (("--track", "watch"), AHEAD[:-1]),
    (("--track", "go"), ["chains/deadline"]),
    (("--track", "Apply"), ["chains/deadline"]),
    *((("--track", each), []) for each in ("submitted", "won", "lost", "no")),
    (("--owner", "ada"), ["chains/deadline"]),
    (("--search", "abilita"), ["skills/published"]),
    (("-s", "VALUE chains"), ["chains/deadline"]),
    (("-s", "nothing of the kind"), []),
    (("--due",), ["fair/registration", "chains/deadline"]),
    (("--limit", "2"), AHEAD[:2]),
    (("-n", "1", "--due"), ["fair/registration"]),
    (("--past",), ["chains/published"]),
    (("2w",), ["skills/published", "plan/dates", "fair/registration", "fair/dates"]),
    (("5d",), ["skills/published", "plan/dates", "fair/registration"]),
    (("3d",), ["skills/published", "plan/dates"]),
    (("2017-04",), ["plan/dates", "chains/deadline"]),
    (("2017-03-10..2017-03-10",), ["skills/published", "plan/dates", "fair/dates"]),
    (("sunday",), ["skills/published", "plan/dates", "fair/registration"]),
    (("eom", "--kind", "event"), ["fair/registration", "fair/dates"]),
    (("1y", "--past"), ["chains/published"]),
    (("1d", "--past"), []),
]


@pytest.mark.parametrize(("arguments", "expected"), OPTIONS)
def test_options_that_select(
    uids: Callable[..., list[str]], arguments: tuple[str, ...], expected: list[str]
) -> None:
    assert uids(*arguments) == expected


UNKNOWN = [
    (("--kind", "evnt"), "event"),
    (("--stage", "deadlin"), "deadline"),
    (("--status", "opn"), "open"),
    (("--programme", "H2O2O"), "H2020"),
    (("--tag", "sme"), "smes"),
    (("--track", "aply"), "apply"),
    (("--owner", "Adda"), "Ada"),
    (("--format", "jsn"), "json"),
    (("--lang", "ita"), "it"),
    (("--color", "alwys"), "always"),
    (("--columns", "what,nothing"), "programme"),
    (("--template", "{nothing}"), "title"),
    (("--template", "{when} {title"), "{title}"),
    (("--template", "{title:10}"), "{title}"),
    (("--zone", "Europe/Brussel"), "Europe/Brussels"),
    (("--as-of", "tomorrow-ish"), "2017-04-04"),
    (("--limit", "0"), ""),
    (("--limit", "-1"), ""),
    (("--nothing",), ""),
    (("--template", "{title}", "--format", "csv"), "--template"),
    (("30x",), "30d"),
    (("nonsense",), "30d"),
    (("yesterday",), "--past"),
    (("2016-01..2017-02",), "--past"),
    (("201y",), "200"),
    (("-30d",), ""),
    (("tomorrow", "--past"), "--past"),
]


@pytest.mark.parametrize(("arguments", "named"), UNKNOWN)
def test_what_cannot_be_meant_is_exit_2_one_line_and_the_nearest(
    run: Run, registry: Callable[[str], Path], arguments: tuple[str, ...], named: str
) -> None:
    ran = run("upcoming", "-r", registry(SAMPLE), *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert named in ran.err


@pytest.mark.parametrize("as_of", ["2017-03-01", "2017-03-01T00:00", "2017-03-01T00:00+01:00"])
def test_the_moment_by_option_or_by_variable(
    run: Run, registry: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, as_of: str
) -> None:
    path = registry(SAMPLE)
    by_option = run("upcoming", "-r", path, "--as-of", as_of)
    monkeypatch.setenv("CLUSTERCALLS_AS_OF", as_of)
    assert run("upcoming", "-r", path) == by_option
    assert "in 34 days" in by_option.out
    assert run("upcoming", "-r", path, "--as-of", "2017-04-05").out != by_option.out


@pytest.mark.parametrize("as_of", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31T23:59"])
def test_a_moment_outside_the_years_of_registries_is_refused(run: Run, as_of: str) -> None:
    ran = run("upcoming", "-r", BUNDLED, "--as-of", as_of, "30d")
    assert (ran.code, ran.out) == (2, "")
    assert "bad-moment" in ran.err


@pytest.mark.parametrize("as_of", ["1900-01-01", "2199-12-31T23:59:59"])
@pytest.mark.parametrize("window", ["", "200y", "tomorrow", "eow", "eoy"])
def test_nothing_overflows_at_the_ends_of_the_years(run: Run, as_of: str, window: str) -> None:
    assert run("upcoming", "-r", BUNDLED, "--as-of", as_of, *[window] * bool(window)).code == 0


def test_shapes(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(SAMPLE)

    def out(*arguments: str) -> str:
        ran = run("upcoming", "-r", path, *NOW, "--due", *arguments)
        assert (ran.code, ran.err) == (0, "")
        return ran.out

    assert out() == out("--format", "plain")
    assert len(out("--no-header").splitlines()) == len(out().splitlines()) - 1
    assert "Programme" not in out("--no-header")
    assert out("--columns", "what,uid").splitlines()[1].split("  ")[-1] == "fair/registration"
    assert [row["uid"] for row in json.loads(out("-f", "json"))] == ["fair/registration", "chains/deadline"]
    assert json.loads(out("-f", "json", "--columns", "id,stage")) == [
        {"id": "fair", "stage": "registration"},
        {"id": "chains", "stage": "deadline"},
    ]
    assert [row["id"] for row in csv.DictReader(StringIO(out("-f", "csv")))] == ["fair", "chains"]
    assert out("-f", "tsv", "--columns", "id,stage") == "id\tstage\nfair\tregistration\nchains\tdeadline\n"
    assert out("-f", "md").startswith("| When |")
    assert "This week" in out("-f", "table")
    assert '{"of": "Fair", {x' in out("--template", '{"of": "{title}", {x')
    assert out("--template", "{when}\\t{title}") == "2017-03-05\tFair\n2017-04-04T17:00:00\tValue chains\n"
    assert "Tue 4 Apr 2017 17:00 Brussels" in out()
    assert "Wed 5 Apr 2017 00:00 Tokyo" in out("--zone", "Asia/Tokyo")
    assert "mar 4 apr 2017" in out("--lang", "it")


def test_machine_formats_are_never_translated(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(SAMPLE)
    for form in ("json", "csv", "tsv"):
        asked = ("upcoming", "-r", path, *NOW, "-f", form)
        assert run(*asked, "--lang", "it") == run(*asked, "--lang", "en")


def test_into_a_file(run: Run, registry: Callable[[str], Path], tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    asked = ("upcoming", "-r", registry(SAMPLE), *NOW, "-f", "csv")
    ran = run(*asked, "-o", target)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert target.read_bytes().decode() == run(*asked).out
    refused = run(*asked, "-o", tmp_path / "nowhere" / "out.csv")
    assert (refused.code, refused.out) == (4, "")
    assert "cannot-write" in refused.err


def test_exit_code_says_whether_anything_is_shown(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(SAMPLE)
    assert run("upcoming", "-r", path, *NOW, "--exit-code").code == 0
    assert run("upcoming", "-r", path, *NOW, "--exit-code", "-s", "nothing").code == 1
    assert run("upcoming", "-r", path, *NOW, "-s", "nothing") == (0, "", "")


def test_one_bad_entry_never_hides_the_good_ones_and_is_told_every_time(
    run: Run, registry: Callable[[str], Path]
) -> None:
    path = registry(BAD)
    for _ in range(2):
        ran = run("upcoming", "-r", path, *NOW, "--template", "{uid}")
        assert ran.code == 3
        assert ran.out.split() == AHEAD
        assert ran.err.startswith(f"{path}:{BAD_LINE}: unknown-key: bad")
        assert "deadline" in ran.err
        assert ran.err.count("\n") == 1
    assert run("upcoming", "-r", path, *NOW, "--exit-code", "-s", "nothing").code == 3


def test_several_registries_are_one(run: Run, registry: Callable[..., Path], tmp_path: Path) -> None:
    whole = run("upcoming", "-r", registry(SAMPLE), *NOW).out
    head, *tables = SAMPLE.split("\n[[")
    parts = [
        registry(f"{head}\n[[{table}", f"{number}.toml") for number, table in enumerate(reversed(tables))
    ]
    named = [word for part in parts for word in ("-r", str(part))]
    assert run("upcoming", *named, *NOW).out == whole
    os.unlink(tmp_path / "calls.toml")  # noqa: PTH108 - the folder then holds the parts alone
    assert run("upcoming", "-r", tmp_path, *NOW).out == whole


def test_no_such_registry_is_never_silence(run: Run, tmp_path: Path) -> None:
    ran = run("upcoming", "-r", tmp_path / "none.toml")
    assert (ran.code, ran.out) == (3, "")
    assert "none.toml: no-registry" in ran.err


def test_the_help_of_an_option_works_after_the_subcommand(run: Run) -> None:
    ran = run("upcoming", "--help")
    assert ran.code == 0
    assert "--as-of" in ran.out


def test_a_table_names_entries_by_a_part_of_their_id_hot_and_cold(
    run: Run, registry: Callable[[str], Path]
) -> None:
    path = registry(
        '[[call]]\nid = "hor-soil"\ntitle = "Soil"\ndeadline = 2027-04-04\n'
        '[[call]]\nid = "hor-air"\ntitle = "Air"\ndeadline = 2027-04-05\n'
    )
    shown = [on_a_terminal("upcoming", "-r", path, "--as-of", "2027-03-01").out for _ in range(2)]
    assert shown[0] == shown[1]
    parts = [
        line.split()[-1] for line in re.sub(r"\x1b\[[\d;]*m", "", shown[0]).splitlines() if "2027  " in line
    ]
    assert parts == ["s", "a"]
    for part, title in zip(parts, ("Soil", "Air"), strict=True):
        assert title in run("show", part, "-r", path).out
