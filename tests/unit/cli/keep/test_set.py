"""`set` says once which fields changed of what, and takes no reason for what is no history."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustercalls.cli.keep.chosen import Several
from clustercalls.cli.keep.desk import Editing
from clustercalls.cli.keep.set import set_fields
from clustercalls.cli.options import AsOf, Common, Filters
from clustercalls.errors import UsageRefused
from commands import Screen
from samples import SAMPLE

TWO = """
[[call]]
id = "two"
title = "Two"

[[call.stage]]
id = "first"
kind = "deadline"
when = 2018-01-01
"""
MARCH = AsOf("2017-03-01")
Write = Callable[[str], Path]


def set_of(path: Path, name: str, fields: list[str], *reasons: str) -> int:
    """`set` of one entry."""
    common = Common(registry=[path])
    return set_fields(Filters(), MARCH, Editing(), Several(), common, [name, *fields], *reasons)


@pytest.mark.parametrize(
    ("name", "fields", "said"),
    [
        ("chai", ["track=win"], "chains: changed track."),
        ("chains", ["tags+=a", "tags+=b", "note=c"], "chains: changed tags, note."),
        ("two/first", ["note=c"], "two/first: changed note."),
        ("chains", ["track=apply"], "Nothing to change: it says so already."),
    ],
)
def test_one_line_says_what_changed(
    registry: Write, monkeypatch: pytest.MonkeyPatch, name: str, fields: list[str], said: str
) -> None:
    screen = Screen(monkeypatch)
    assert set_of(registry(SAMPLE + TWO), name, fields) == 0
    assert screen.said.splitlines()[0] == said


@pytest.mark.parametrize(
    ("name", "fields", "said"),
    [
        ("chai", ["track=win", "owner=Eva"], "chains: modificati: percorso, referente."),
        ("chains", ["tags+=a", "budget=3M"], "chains: modificati: etichette, dotazione."),
        ("fair", ["place=Lecce"], "fair: modificati: luogo."),
        ("chains", ["opens=2017-01-02", "note=c"], "chains: modificati: apertura, nota."),
        ("chains", ["source.title=Avviso"], "chains: modificati: source.title."),
    ],
)
def test_fields_have_their_names_in_the_language_of_the_reader(
    registry: Write, monkeypatch: pytest.MonkeyPatch, name: str, fields: list[str], said: str
) -> None:
    screen = Screen(monkeypatch)
    common = Common(registry=[registry(SAMPLE)], lang="it")
    assert set_fields(Filters(), MARCH, Editing(), Several(), common, [name, *fields]) == 0
    assert screen.said.splitlines()[0].startswith(said)


@pytest.mark.parametrize(
    ("name", "fields", "reasons", "code"),
    [
        ("chains", ["note=c"], ("because",), "idle-why"),
        ("chains", ["note=c"], ("", "https://a.example"), "idle-why"),
        ("chains", ["note=caf\udce9"], (), "not-text"),
        ("chains", ["deadline=4/6/2017"], (), "ambiguous-date"),
        ("nobody", ["note=c"], (), "unknown-id"),
    ],
)
def test_what_cannot_be_meant_writes_nothing(
    registry: Write, name: str, fields: list[str], reasons: tuple[str, ...], code: str
) -> None:
    path = registry(SAMPLE)
    with pytest.raises(UsageRefused) as refused:
        set_of(path, name, fields, *reasons)
    assert refused.value.problem.code == code
    assert path.read_text() == SAMPLE


def test_a_reason_is_kept_with_what_moved(registry: Write) -> None:
    path = registry(SAMPLE)
    set_of(path, "chains", ["deadline=6 apr 2017", "note=c"], "because")
    assert 'why = "because"' in path.read_text()


def test_a_date_that_could_be_two_is_asked_about_once(
    registry: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = registry(SAMPLE)
    screen = Screen(monkeypatch, "1")
    set_of(path, "chains", ["deadline=4/6/2017"])
    assert screen.shown.count("Which day?") == 1
    assert path.read_text() != SAMPLE
