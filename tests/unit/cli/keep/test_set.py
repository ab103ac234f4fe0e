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
        ("chai", ["track=win"], "chains: changed track. It is watched."),
        ("chai", ["track="], "chains: changed track. It is watched."),
        ("fair", ["track=apply", "note=c"], "fair: changed track, note. We go for it."),
        (
            "fair",
            ["track=no"],
            "fair: changed track. Put away: upcoming, list, remind and export leave it out.",
        ),
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
        (
            "chains",
            ["checked=2017-02-20"],
            "chains: modificati: data di conferma. data di conferma lun 20 feb 2017.",
        ),
        (
            "two/first",
            ["when=3 feb 2018"],
            "two/first: modificati: data. prima fase sab 3 feb 2018.",
        ),
        ("chains", ["source.title=Avviso"], "chains: modificati: titolo della fonte."),
    ],
)
def test_fields_have_their_names_in_the_language_of_the_reader(
    registry: Write, monkeypatch: pytest.MonkeyPatch, name: str, fields: list[str], said: str
) -> None:
    screen = Screen(monkeypatch)
    common = Common(registry=[registry(SAMPLE + TWO)], lang="it")
    assert set_fields(Filters(), MARCH, Editing(), Several(), common, [name, *fields]) == 0
    assert screen.said.splitlines()[0].startswith(said)


@pytest.mark.parametrize(
    ("name", "fields", "reasons", "code"),
    [
        ("chains", ["note=c"], ("because",), "idle-why"),
        ("chains", ["note=c"], ("", "https://a.example"), "idle-why"),
        ("chains", ["note=caf\udce9"], (), "not-text"),
        ("chains", ["deadline=4/6/2017"], (), "ambiguous-date"),
        ("chains", ["currency=crowns"], (), "not-a-currency"),
        ("chains", ["currency=euro", "budget=7M CHF"], (), "other-currency"),
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


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (["budget=7,5 Mio. Euro"], "changed budget. budget: 7.5 M€."),
        (["deadline=4 apr 2018", "at=ore 16"], "deadline Wed 4 Apr 2018 16:00 Brussels."),
        (["at=midnight"], "deadline Tue 4 Apr 2017; midnight is the end of the day named"),
        (["budget=CHF 7250000"], "changed budget, currency. budget: 7.25 MCHF."),
        (["grants.max=max. 70 k"], "changed grants.max. grants: up to 70 k€ a project."),
        (["grants.number=9 projects", "grants.each=60 mila"], "grants: 9 × 60 k€."),
        (["rate=80 % (SMEs); 60"], "changed rate. 80 % for SMEs; 60 %."),
        (["currency=zł"], "changed currency. budget: 18.5 MPLN."),
        (["currency=pln", "budget=7 mln"], "budget: 7 MPLN."),
        (["deadline=6 apr 2017", "budget=7M"], "deadline Thu 6 Apr 2017 17:00 Brussels; budget: 7 M€."),
    ],
)
def test_amounts_are_said_as_they_were_understood(
    registry: Write, monkeypatch: pytest.MonkeyPatch, fields: list[str], said: str
) -> None:
    screen = Screen(monkeypatch)
    assert set_of(registry(SAMPLE), "chains", fields) == 0
    assert said in " ".join(screen.said.split())


BARE = """
[[call]]
id = "bare"
title = "Bare"
deadline = 2018-01-02
"""


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (["currency=sek"], "bare: changed currency. currency: SEK."),
        (["at=16:00"], "bare: changed at. deadline Tue 2 Jan 2018 16:00 Brussels."),
        (["at=ore 16"], "bare: changed at. deadline Tue 2 Jan 2018 16:00 Brussels."),
    ],
)
def test_what_stands_alone_is_said_too(
    registry: Write, monkeypatch: pytest.MonkeyPatch, fields: list[str], said: str
) -> None:
    screen = Screen(monkeypatch)
    assert set_of(registry(SAMPLE + BARE), "bare", fields) == 0
    assert said in " ".join(screen.said.split())


@pytest.mark.parametrize("typed", ["£", "Pounds sterling", "gbp", "GBP"])
def test_a_currency_is_kept_as_its_code(registry: Write, typed: str) -> None:
    path = registry(SAMPLE)
    set_of(path, "chains", [f"currency={typed}"])
    assert 'currency = "GBP"' in path.read_text()


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
