"""`clustercalls list`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import BUNDLED, Run
from samples import BAD, BAD_LINE, SAMPLE

NOW = ("--as-of", "2017-03-01")


@pytest.fixture
def ids(run: Run, registry: Callable[[str], Path]) -> Callable[..., list[str]]:
    """The ids that `list` shows of the sample on 1 March 2017, or on another day."""
    path = registry(SAMPLE)

    def ids(*arguments: str, now: str = "2017-03-01") -> list[str]:
        ran = run("list", "-r", path, "--template", "{id}", "--as-of", now, *arguments)
        assert (ran.code, ran.err) == (0, "")
        return ran.out.split()

    return ids


LISTED = [
    ((), ["skills", "plan", "fair", "chains"]),
    (("--all",), ["skills", "plan", "fair", "chains", "dropped"]),
    (("abilita",), ["skills"]),
    (("COMPETENZE",), ["skills"]),
    (("chains",), ["chains"]),
    (("dropped",), []),
    (("dropped", "--all"), ["dropped"]),
    (("--status", "cancelled"), ["dropped"]),
    (("--kind", "policy"), ["plan"]),
    (("--due",), ["fair", "chains"]),
    (("-p", "cosme"), ["skills"]),
    (("-n", "1"), ["skills"]),
    (("--unconfirmed",), []),
    (("no such thing",), []),
]


@pytest.mark.parametrize(("arguments", "expected"), LISTED)
def test_listed(ids: Callable[..., list[str]], arguments: tuple[str, ...], expected: list[str]) -> None:
    assert ids(*arguments) == expected


def test_what_nobody_confirmed(ids: Callable[..., list[str]]) -> None:
    assert ids("--unconfirmed", now="2020-01-01") == ["plan", "skills"]
    assert ids(now="2020-01-01") == []
    assert ids("--status", "closed", now="2020-01-01") == ["chains"]


def test_what_is_late_is_due(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(
        '[[call]]\nid = "bid"\ntitle = "Bid"\ntrack = "go"\ndeadline = 2027-03-30\n'
        '[[call]]\nid = "other"\ntitle = "Other"\ntrack = "go"\ndeadline = 2027-06-30\n'
        '[[call.stage]]\nid = "draft"\nkind = "internal"\nwhen = 2027-05-01\ndone = 2027-04-01\n'
    )
    day = ("--as-of", "2027-04-02")
    rows = json.loads(run("list", "--due", "-r", path, *day, "-f", "json").out)
    assert [(row["id"], row["next_stage"], row["days_left"]) for row in rows] == [
        ("bid", "deadline", -3),
        ("other", "deadline", 89),
    ]
    assert json.loads(run("list", "-r", path, *day, "-f", "json").out)[0]["id"] == "other"


def test_the_best_match_comes_first(run: Run) -> None:
    ran = run("list", "smart specialisation", "--all", "-r", BUNDLED, "--template", "{id}")
    found = ran.out.split()
    assert ran.code == 0
    assert {"escp-s3-page", "cluster-policy-s3-alignment", "escp-s3-formal-2017"} <= set(found[:5])


def test_the_reports_own_spellings_are_found(run: Run) -> None:
    for typed, wanted in (("ESCP4S3", "escp-s3-formal-2017"), ("escp4i", "escp-4i-2017")):
        ran = run("list", typed, "--all", "-r", BUNDLED, "--template", "{id}")
        assert wanted in ran.out.split()


def test_formats(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(SAMPLE)
    found = json.loads(run("list", "-r", path, *NOW, "-f", "json").out)
    assert [row["next_stage"] for row in found] == ["published", "dates", "registration", "deadline"]
    assert run("list", "-r", path, *NOW, "-f", "csv").out.startswith("id,kind,title,")
    assert run("list", "-r", path, *NOW, "-f", "table").code == 0
    assert run("list", "-r", path, *NOW, "-f", "md").out.startswith("| Id |")


def test_an_unknown_value_is_exit_2(run: Run, registry: Callable[[str], Path]) -> None:
    ran = run("list", "-r", registry(SAMPLE), "--tag", "sme")
    assert (ran.code, ran.out) == (2, "")
    assert "smes" in ran.err


def test_one_bad_entry(run: Run, registry: Callable[[str], Path]) -> None:
    path = registry(BAD)
    ran = run("list", "-r", path, *NOW, "--template", "{id}")
    assert ran.code == 3
    assert ran.out.split() == ["skills", "plan", "fair", "chains"]
    assert ran.err.startswith(f"{path}:{BAD_LINE}: ")


@pytest.mark.parametrize(
    ("option", "typed"), [("--owner", "zoe muller"), ("--owner", "ZOË MÜLLER"), ("--tag", "eco innovazione"),
                          ("--tag", "ÉCO INNOVAZIONE"), ("--programme", "pnrr œuvre"),
                          ("--track", "da capire pero")]
)  # fmt: skip
def test_values_of_filters_fold_accents_and_case_as_a_search_does(
    run: Run, registry: Callable[[str], Path], option: str, typed: str
) -> None:
    path = registry(
        '[[call]]\nid = "one"\ntitle = "One"\nowner = "Zoë Müller"\ntags = ["éco innovazione"]\n'
        'programme = "PNRR oeuvre"\ntrack = "da capire però"\n[[call]]\nid = "two"\ntitle = "Two"\n'
    )
    assert run("list", option, typed, "--columns", "id", "--no-header", "-r", path) == (0, "one\n", "")
