"""`find` looks into what sync fetched, and nowhere else."""

import json

import pytest

from conftest import Run
from portal import Portal

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
