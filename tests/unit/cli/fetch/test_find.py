"""`find` looks into what sync fetched, and nowhere else."""

import json

import pytest

from clustercalls.catalogue.place import path
from conftest import Run, on_a_terminal
from portal import Portal, record

NOW = ("--as-of", "2026-11-27")


@pytest.fixture(autouse=True)
def synced(run: Run, portal: Portal) -> None:
    run("sync", *NOW)
    portal.world.script = None


def keys(run: Run, *words: str) -> list[str]:
    return [
        each["id"].removeprefix("eu:")
        for each in json.loads(run("find", *words, *NOW, "-f", "json").out or "[]")
    ]


@pytest.mark.parametrize(("words", "wanted"), [
    (("euroclusters",), ["5000COMPETITIVE_CALL", "5001COMPETITIVE_CALL", "5002COMPETITIVE_CALL"]),
    (("euroclusters -soil", "2027-03-03..2027-03-03"), ["5002COMPETITIVE_CALL"]),
    (("", "-p", "life"), ["7000TOPICS"]),
    (('"two stage" OR euroclusters', "--programme", "LIFE"), ["7000TOPICS"]),
    (("nothing",), []),
])  # fmt: skip
def test_by_words_and_filters(run: Run, words: tuple[str, ...], wanted: list[str]) -> None:
    assert sorted(keys(run, *words)) == wanted


def test_without_words_by_the_next_deadline(run: Run) -> None:
    assert len(keys(run, "")) == 20
    assert keys(run, "", "-n", "2") == ["0TOPICS", "12TOPICS"]


def test_what_is_typed_wrong(run: Run) -> None:
    for words in (
        ("x", "--source", "ue"),
        ("x", "-p", "nope"),
        ("x", "soonish"),
        ("x", "--kind", "bid"),
        ("-x",),
    ):
        ran = run("find", *words, *NOW)
        assert (ran.code, ran.out) == (2, "")


def test_the_words_that_were_found_are_shown(run: Run) -> None:
    (found,) = json.loads(run("find", "euroclusters", "-n", "1", *NOW, "-f", "json").out)
    assert found["key"].startswith("eu:500")
    assert (found["source"], found["ident"]) == ("eu", "SMP-COSME-2024-CLUSTER-01")
    assert found["first_seen"] == "2026-11-26T23:00:00.000000+00:00"
    assert (found["changed"], found["gone"]) == (None, None)
    assert found["found"] == "Joint Cluster Initiatives (EUROCLUSTERS)"
    head, *lines = run("find", "euroclusters", *NOW).out.splitlines()
    assert head.endswith("Found")
    assert all(line.endswith("Joint Cluster Initiatives (EUROCLUSTERS)") for line in lines)
    table = run("find", "euroclusters", *NOW, "-f", "table").out
    assert table.count("\n  Joint Cluster Initiatives (EUROCLUSTERS)\n") == 3
    assert "Found" not in run("find", "soil", *NOW).out  # which stands in the titles


def test_the_formats_of_the_list(run: Run) -> None:
    asked = ("find", "euroclusters", "-n", "1", *NOW, "--columns", "key,found")
    assert run(*asked, "-f", "csv").out.splitlines()[0] == "key,found"
    assert run(*asked, "-f", "tsv").out.splitlines()[1].split("\t")[1].startswith("Joint")
    assert run("find", "euroclusters", "-n", "1", *NOW, "-f", "md").out.count("EUROCLUSTERS") == 1
    assert run("find", "soil", "-n", "2", *NOW, "--template", "{key}").out.startswith("eu:")
    assert run("find", "soil", *NOW, "--columns", "nope").code == 2


def test_what_is_new_and_what_is_over(run: Run, portal: Portal) -> None:
    assert len(keys(run, "euroclusters", "--new")) == 3  # after the first sync all is
    portal.world.script = portal.answers
    portal.records.append(record(9_000, deadlineDate="2027-05-04T00:00:00.000+0000"))
    assert run("sync", "--as-of", "2026-11-28").code == 0
    assert keys(run, "", "--new") == ["9000TOPICS"]
    later = ("--as-of", "2027-03-02")
    past = run("find", "euroclusters", "--past", *later, "-f", "json").out
    assert [each["key"] for each in json.loads(past)] == ["eu:5000COMPETITIVE_CALL"]
    assert len(json.loads(run("find", "euroclusters", *later, "-f", "json").out)) == 2


def test_nothing_is_found_and_nothing_is_there(run: Run) -> None:
    ran = run("find", "nothing", *NOW)
    assert (ran.code, ran.out) == (0, "")
    assert run("find", "nothing", "--exit-code", *NOW).code == 1
    assert run("find", "nothing", *NOW, "-f", "json").out == "[]\n"
    path().unlink()
    ran = run("find", "soil", *NOW)
    assert (ran.code, ran.out) == (3, "")
    assert "no-catalogue" in ran.err


def test_in_italian(run: Run) -> None:
    head, line = run("find", "euroclusters", "-n", "1", *NOW, "--lang", "it").out.splitlines()
    assert head.endswith("Trovato")
    assert "lun 1 mar 2027" in line


def test_at_a_terminal_its_age_is_said(run: Run) -> None:
    """In an outage the last catalogue serves, and who reads it is to know."""
    assert "Last read" not in on_a_terminal("find", "soil", "--as-of", "2026-11-27T20:00").out
    assert "Last read whole on Fri 27 Nov 2026: clustercalls sync" in on_a_terminal(
        "find", "soil", "--as-of", "2026-11-29"
    ).out.replace("\r\n", " ")
    assert run("find", "soil", "--as-of", "2026-11-29").err == ""
